package apitest

import (
	"bytes"
	"io"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/wbxgen/wbxgen/wire/codec"
)

// dresses are ways in which the same document may arrive.
var dresses = []struct {
	name string
	read func(utf8 string) io.Reader
}{
	{"byte by byte", func(s string) io.Reader { return iotest.OneByteReader(strings.NewReader(s)) }},
	{"in halves", func(s string) io.Reader { return iotest.HalfReader(strings.NewReader(s)) }},
	{"with BOM", func(s string) io.Reader { return strings.NewReader("\uFEFF" + s) }},
	{"in ISO-8859-1", func(s string) io.Reader { return bytes.NewReader(latin1(s)) }},
	{"indented", func(s string) io.Reader { return strings.NewReader(indented(s)) }},
	{"with CR LF", func(s string) io.Reader { return strings.NewReader(strings.ReplaceAll(indented(s), "\n", "\r\n")) }},
}

// TestDressDoesNotMatter holds that encoding, layout and the pieces in which a
// document arrives change nothing of what is read.
func TestDressDoesNotMatter(t *testing.T) {
	for _, s := range samples(t) {
		if strings.Contains(s.name, "truncated") {
			continue
		}
		t.Run(s.name, func(t *testing.T) {
			want := written(t, s, decode(t, s))
			text := utf8Text(s.data)
			for _, d := range dresses {
				m := s.release.message()
				if err := codec.Decode(d.read(text), s.release.root, m, s.reading()...); err != nil {
					t.Errorf("%s: %v", d.name, err)
					continue
				}
				if got := written(t, s, m); got != want {
					t.Errorf("%s: read\n%s\nplain\n%s", d.name, got, want)
				}
			}
		})
	}
}

// written is what a message is re-encoded as: by that it is compared, as it
// holds all that was read.
func written(t *testing.T, s sample, m codec.Object) string {
	t.Helper()
	data, err := codec.Marshal(s.release.root, m)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// utf8Text is a document in UTF-8, without declaration and BOM.
func utf8Text(data []byte) string {
	text := string(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")))
	head, rest, found := strings.Cut(text, "?>")
	if !found || !strings.HasPrefix(head, "<?xml") {
		return text
	}
	if strings.Contains(strings.ToUpper(head), "ISO-8859-1") {
		runes := make([]rune, 0, len(rest))
		for _, b := range []byte(rest) {
			runes = append(runes, rune(b))
		}
		return string(runes)
	}
	return rest
}

// latin1 writes what the encoding does not have as character references.
func latin1(text string) []byte {
	out := []byte(`<?xml version="1.0" encoding="ISO-8859-1"?>`)
	for _, r := range text {
		if r > 0xFF {
			out = append(out, "&#"+strconv.Itoa(int(r))+";"...)
		} else {
			out = append(out, byte(r))
		}
	}
	return out
}

// indented breaks the line between two tags, except within an empty element
// and before what is no element.
func indented(text string) string {
	var b strings.Builder
	for len(text) > 0 {
		i := strings.Index(text, "><")
		if i < 0 {
			break
		}
		tag := text[strings.LastIndexByte(text[:i], '<')+1 : i]
		b.WriteString(text[:i+1])
		text = text[i+1:]
		opened := !strings.HasPrefix(tag, "/") && !strings.HasSuffix(tag, "/")
		if tag[0] != '!' && tag[0] != '?' && text[1] != '!' && text[1] != '?' && (!opened || text[1] != '/') {
			b.WriteString("\n  ")
		}
	}
	return b.String() + text
}
