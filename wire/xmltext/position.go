package xmltext

import (
	"bytes"
	"math/bits"
	"unicode/utf8"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// Pos is a place in a document.
type Pos struct {
	Line, Col int   // 1-based; columns count characters; CR, LF and CR LF end a line
	Offset    int64 // 0-based, in bytes of the document as UTF-8, a byte order mark included
}

// mark is a place whose position is known; lines are counted from it on demand.
type mark struct {
	Pos
	afterCR bool // the byte before was a CR, so that an LF here ends no line
}

// advance moves m over b.
func (m *mark) advance(b []byte) {
	if len(b) == 0 {
		return
	}
	m.Offset += int64(len(b))
	if bytes.IndexByte(b, '\r') >= 0 || m.afterCR {
		m.advanceCR(b)
		return
	}
	if n := bytes.Count(b, newline); n > 0 {
		m.Line += n
		m.Col = 1
		b = b[bytes.LastIndexByte(b, '\n')+1:]
	}
	m.Col += runes(b)
}

var newline = []byte{'\n'}

// advanceCR is advance for text in which a CR is near.
func (m *mark) advanceCR(b []byte) {
	for _, c := range b {
		switch {
		case c == '\n' && m.afterCR:
			// the second half of CR LF
		case c == '\n' || c == '\r':
			m.Line++
			m.Col = 1
		case utf8.RuneStart(c):
			m.Col++
		}
		m.afterCR = c == '\r'
	}
}

// runes counts the characters of b by their first bytes, so that cutting inside one does no harm.
func runes(b []byte) int {
	n, p := len(b), 0
	for ; p+8 <= len(b); p += 8 {
		w := chars.Word(b, p)
		n -= bits.OnesCount64(w >> 7 & (^w >> 6) & chars.Low7)
	}
	for ; p < len(b); p++ {
		if !utf8.RuneStart(b[p]) {
			n--
		}
	}
	return n
}

// moveMark moves the mark forward to buf[i].
func (w *window) moveMark(i int) {
	from := int(w.mark.Offset - w.base)
	if i <= from {
		return
	}
	if pin := int(w.pin - w.base); pin >= from && pin < i {
		w.mark.advance(w.Buf[from:pin])
		w.pinned = w.mark.Pos
		from = pin
	}
	w.mark.advance(w.Buf[from:i])
}

// SetPin remembers the start of the current token, so that pinPos can tell its position after later tokens.
func (w *window) SetPin() {
	w.pin = w.base + int64(w.Tok)
}

// PinPos returns the position of the token at which setPin was called last.
func (w *window) PinPos() Pos {
	if w.mark.Offset > w.pin {
		return w.pinned
	}
	m := w.mark
	m.advance(w.Buf[int(m.Offset-w.base):int(w.pin-w.base)])
	return m.Pos
}

// posOf returns the position of buf[i], which is not before the current token.
func (w *window) posOf(i int) Pos {
	w.moveMark(w.Tok)
	m := w.mark
	if from := int(m.Offset - w.base); i > from {
		m.advance(w.Buf[from:i])
	}
	return m.Pos
}
