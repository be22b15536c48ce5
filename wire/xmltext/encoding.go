package xmltext

import (
	"bytes"
	"io"
	"slices"
	"unicode/utf16"
	"unicode/utf8"
)

// charEncoding is a built-in character encoding.
type charEncoding struct {
	name   string
	labels []string // upper-case labels that a declaration may give it
	reader func(io.Reader) io.Reader
}

var (
	utf8Encoding   = &charEncoding{name: "UTF-8", labels: []string{"", "UTF-8", "UTF8"}}
	utf16BE        = &charEncoding{"UTF-16", []string{"", "UTF-16", "UTF-16BE", "ISO-10646-UCS-2", "UCS-2"}, newUTF16Reader(true)}
	utf16LE        = &charEncoding{"UTF-16", []string{"", "UTF-16", "UTF-16LE", "ISO-10646-UCS-2", "UCS-2"}, newUTF16Reader(false)}
	latin1Encoding = &charEncoding{"ISO-8859-1", []string{"ISO-8859-1", "ISO_8859-1", "ISO8859-1", "LATIN1", "LATIN-1", "L1"}, newByteReader(0xFF)}
	asciiEncoding  = &charEncoding{"US-ASCII", []string{"US-ASCII", "ASCII", "ANSI_X3.4-1968"}, newByteReader(0x7F)}
)

func (e *charEncoding) admits(label string) bool { return slices.Contains(e.labels, label) }

// builtin returns the single-byte encoding that the label names, or nil.
func builtin(label string) *charEncoding {
	for _, e := range []*charEncoding{latin1Encoding, asciiEncoding} {
		if e.admits(label) {
			return e
		}
	}
	return nil
}

// detect tells the encoding family from the first bytes of a document, and the length of its byte order mark.
// It returns nil for families that are not supported.
func detect(b []byte) (e *charEncoding, bom int) {
	has := func(prefix string) bool { return bytes.HasPrefix(b, []byte(prefix)) }
	switch {
	case has("\xEF\xBB\xBF"):
		return utf8Encoding, 3
	case has("\xFF\xFE\x00\x00"), has("\x00\x00\xFE\xFF"), has("<\x00\x00\x00"), has("\x00\x00\x00<"), has("\x4C\x6F\xA7\x94"):
		return nil, 0
	case has("\xFE\xFF"):
		return utf16BE, 2
	case has("\xFF\xFE"):
		return utf16LE, 2
	case has("\x00<\x00"):
		return utf16BE, 0
	case has("<\x00") && len(b) >= 4 && b[3] == 0:
		return utf16LE, 0
	}
	return utf8Encoding, 0
}

// remainder returns a reader of what is unread, which the scanner must not touch any more. The size limit is on what is made of it,
// so that what was cut off is in it.
func (w *window) remainder() io.Reader {
	rest := bytes.NewReader(slices.Concat(w.Buf[w.Pos:], w.cut))
	switch {
	case w.srcErr != nil || w.src == nil:
		return &endReader{rest, w.srcErr}
	case w.eof && !w.over:
		return rest
	}
	return io.MultiReader(rest, w.src)
}

// endReader ends with an error of its own where it has one.
type endReader struct {
	io.Reader
	err error
}

func (r *endReader) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	if err == io.EOF && r.err != nil {
		err = r.err
	}
	return n, err
}

// transcode reads what is unread through f.
func (w *window) transcode(f func(io.Reader) io.Reader) {
	r := f(w.remainder())
	w.restart()
	w.setReader(r)
}

// restart empties the window at pos, so that another reader can go on from there.
func (w *window) restart() {
	w.moveMark(w.Pos)
	w.base += int64(w.Pos)
	w.room += int64(len(w.Buf) - w.Pos)
	w.Buf, w.Pos, w.Tok = nil, 0, 0
}

// encodingError reports bytes that are not what the encoding says.
type encodingError string

func (e encodingError) Error() string { return string(e) }

// byteReader reads a single-byte encoding whose code points are those of Unicode.
type byteReader struct {
	r    io.Reader
	last byte // the highest byte that is a character
	in   [2048]byte
	out  []byte // UTF-8 that is due
	buf  [4096]byte
	err  error
}

func newByteReader(last byte) func(io.Reader) io.Reader {
	return func(r io.Reader) io.Reader { return &byteReader{r: r, last: last} }
}

// Read implements io.Reader.
func (r *byteReader) Read(p []byte) (int, error) {
	if len(r.out) == 0 {
		if r.err != nil {
			return 0, r.err
		}
		n, err := r.r.Read(r.in[:])
		r.err = err
		r.convert(r.in[:n])
	}
	n := copy(p, r.out)
	r.out = r.out[n:]
	return n, nil
}

func (r *byteReader) convert(in []byte) {
	r.out = r.buf[:0]
	for _, c := range in {
		if c > r.last {
			r.err = encodingError("a byte that is not US-ASCII")
			return
		}
		r.out = utf8.AppendRune(r.out, rune(c))
	}
}

// utf16Reader reads UTF-16 in one byte order.
type utf16Reader struct {
	r    io.Reader
	big  bool
	in   [2048]byte
	held int // bytes of in that are no whole character yet
	out  []byte
	buf  [3072]byte
	err  error
}

func newUTF16Reader(big bool) func(io.Reader) io.Reader {
	return func(r io.Reader) io.Reader { return &utf16Reader{r: r, big: big} }
}

// Read implements io.Reader.
func (r *utf16Reader) Read(p []byte) (int, error) {
	if len(r.out) == 0 {
		if r.err != nil {
			return 0, r.err
		}
		n, err := r.r.Read(r.in[r.held:])
		r.err = err
		r.convert(r.in[:r.held+n])
		if r.err == io.EOF && r.held > 0 {
			r.err = encodingError("the document ends inside a UTF-16 character")
		}
	}
	n := copy(p, r.out)
	r.out = r.out[n:]
	return n, nil
}

// convert decodes all whole characters of in and holds the rest.
func (r *utf16Reader) convert(in []byte) {
	r.out = r.buf[:0]
	for len(in) >= 2 {
		c, size := r.unit(in), 2
		if utf16.IsSurrogate(c) {
			if len(in) < 4 {
				break
			}
			c, size = utf16.DecodeRune(c, r.unit(in[2:])), 4
			if c == utf8.RuneError {
				r.err = encodingError("an unpaired surrogate in UTF-16")
				return
			}
		}
		r.out = utf8.AppendRune(r.out, c)
		in = in[size:]
	}
	r.held = copy(r.in[:], in)
}

func (r *utf16Reader) unit(b []byte) rune {
	if r.big {
		return rune(b[0])<<8 | rune(b[1])
	}
	return rune(b[1])<<8 | rune(b[0])
}
