package xmltext

import (
	"bytes"
	"io"
	"unicode/utf8"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// XML 1.1 is read, and nothing is written in it. It differs in what a reader of 1.0 sees by two more line ends, NEL and
// the line separator (§2.11), by control characters that references may name, and by others that only references may
// name (§2.2).

// lineEnds is a reader of XML 1.1 in which the line ends that 1.0 does not know are LF.
type lineEnds struct {
	r    io.Reader
	held []byte // bytes that may begin a longer line end
	in   [2048]byte
	out  []byte
	err  error
	cr   bool // the character before was CR
}

// Read implements io.Reader.
func (l *lineEnds) Read(p []byte) (int, error) {
	for len(l.out) == 0 {
		if l.err != nil {
			return 0, l.err
		}
		var n int
		n, l.err = l.r.Read(l.in[:])
		l.held = append(l.held, l.in[:n]...)
		l.convert()
	}
	n := copy(p, l.out)
	l.out = l.out[n:]
	return n, nil
}

// convert takes over what is held, but for a character that is not whole yet.
func (l *lineEnds) convert() {
	b := l.held
	l.out = l.out[:0]
	for len(b) > 0 && (l.err != nil || utf8.FullRune(b)) {
		r, size := utf8.DecodeRune(b)
		switch {
		case r == 0x85 || r == 0x2028:
			if r != 0x85 || !l.cr { // CR NEL is one line end, and the CR has begun it
				l.out = append(l.out, '\n')
			}
		case r >= 0x7F && r < 0xA0:
			l.err, b, size = encodingError("a control character that XML 1.1 allows as a reference only"), nil, 0
		default:
			l.out = append(l.out, b[:size]...)
		}
		l.cr = r == '\r'
		b = b[size:]
	}
	l.held = append(l.held[:0], bytes.Clone(b)...)
}

// isChar11 reports whether a reference may name the character (XML 1.1 §2.2).
func isChar11(r rune) bool { return r > 0 && r < ' ' || chars.IsChar(r) }
