// Package charset reads documents in every character encoding that
// golang.org/x/text knows. Package wire itself knows UTF-8, UTF-16, ISO-8859-1
// and US-ASCII; the tables of all others are linked into a program only where
// this package is used:
//
//	err := wire.Unmarshal(data, &o, wire.Charset(charset.All))
package charset

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/transform"
)

// ErrUnknown is what reading a document reports whose encoding has no such name.
var ErrUnknown = errors.New("no encoding has that name")

// wide are the encodings of all of Unicode, in which U+FFFD is a character like
// others.
var wide = map[string]encoding.Encoding{
	"utf-32":   utf32.UTF32(utf32.BigEndian, utf32.UseBOM),
	"utf-32be": utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM),
	"utf-32le": utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM),
}

// All reads a document in the encoding that the label names, by the names that
// IANA, MIME and browsers have for encodings, UTF-32 included. A byte that
// stands for no character ends the document with an error. It is for
// wire.Charset and the scanner's option of that name.
func All(label string, r io.Reader) (io.Reader, error) {
	name := strings.ToLower(label)
	if e, ok := wide[name]; ok {
		return transform.NewReader(r, e.NewDecoder()), nil
	}
	e, err := lookUp(name)
	if err != nil {
		return nil, err
	}
	decoded := transform.NewReader(r, e.NewDecoder())
	if name == "gb18030" || strings.HasPrefix(name, "utf-") {
		return decoded, nil
	}
	return &strict{r: decoded, label: label}, nil
}

// lookUp finds an encoding by name in each of the lists that know names.
func lookUp(name string) (encoding.Encoding, error) {
	for _, index := range []func(string) (encoding.Encoding, error){
		ianaindex.IANA.Encoding, ianaindex.MIME.Encoding, htmlindex.Get,
	} {
		if e, err := index(name); err == nil && e != nil {
			return e, nil
		}
	}
	return nil, ErrUnknown
}

// strict ends with an error where its reader has put U+FFFD for bytes that are
// no character: the encoding has no U+FFFD of its own.
type strict struct {
	r     io.Reader
	label string
	tail  []byte // the last bytes read, which a U+FFFD may begin with
}

var replacement = []byte("\uFFFD")

// Read implements io.Reader.
func (s *strict) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	s.tail = append(s.tail, p[:n]...)
	if bytes.Contains(s.tail, replacement) {
		return 0, fmt.Errorf("a byte that is no character in %s", s.label)
	}
	s.tail = append(s.tail[:0], s.tail[max(0, len(s.tail)-len(replacement)+1):]...)
	return n, err
}
