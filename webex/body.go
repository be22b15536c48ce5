package webex

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"html"
	"io"
	"net/http"
	"strings"
	"unicode/utf8"
)

// maxHead bounds what is read of an answer that is not one of this API.
const maxHead = 64 << 10

// errEnd is how the body of an answer ends. The scanner reports it where it wants to read on: a document that is
// complete by then is all right, any other is cut off.
var errEnd = errors.New("the body ends")

// body is the body of an answer.
type body struct {
	*bufio.Reader        // after decompression
	fault         error  // why the connection stopped delivering
	first         string // the first bytes, once form has looked at them
}

// wireReader reads from the connection and notes why it stopped.
type wireReader struct {
	r io.Reader
	b *body
}

func (r wireReader) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	if err != nil && err != io.EOF {
		r.b.fault = err
	}
	return n, err
}

// openBody decompresses the body. What it is, is told by its first bytes: some transports decompress by themselves, and
// leave the header.
func openBody(resp *http.Response) (*body, error) {
	b := new(body)
	b.Reader = bufio.NewReader(wireReader{resp.Body, b})
	if magic, _ := b.Peek(2); string(magic) == "\x1f\x8b" {
		z, err := gzip.NewReader(b.Reader)
		if err != nil {
			return b, err
		}
		b.Reader = bufio.NewReader(z)
		return b, nil
	}
	switch encoding := strings.ToLower(strings.TrimSpace(resp.Header.Get("Content-Encoding"))); encoding {
	case "", "identity", "gzip", "x-gzip":
		return b, nil
	default:
		b.Reader = bufio.NewReader(strings.NewReader(""))
		return b, errors.New("the content encoding " + encoding + " is not supported")
	}
}

// document returns a reader that ends with errEnd.
func (b *body) document() io.Reader { return endingReader{b.Reader} }

type endingReader struct{ r io.Reader }

func (r endingReader) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	if err == io.EOF {
		err = errEnd
	}
	return n, err
}

// head reads the beginning of the body, and as much as is needed for the connection to be used again.
func (b *body) head() []byte {
	data, _ := io.ReadAll(io.LimitReader(b.Reader, maxHead))
	return data
}

// form says what the body looks like.
type form int

const (
	formXML form = iota
	formHTML
	formText
	formEmpty
)

// form tells the form by the first bytes, which it leaves unread.
func (b *body) form() form {
	first, err := b.Peek(512)
	b.first = string(first)
	if len(first) == 0 && err == io.EOF {
		return formEmpty
	}
	if bytes.HasPrefix(first, []byte("\xFE\xFF")) || bytes.HasPrefix(first, []byte("\xFF\xFE")) || bytes.IndexByte(first, 0) >= 0 {
		return formXML // in UTF-16, for the scanner to tell
	}
	text := strings.ToLower(strings.TrimSpace(strings.TrimPrefix(string(first), "\uFEFF")))
	switch {
	case text == "" && err == io.EOF:
		return formEmpty
	case !strings.HasPrefix(text, "<") && text != "":
		return formText
	case isHTML(text):
		return formHTML
	}
	return formXML
}

// isHTML reports whether a text in lower case begins as HTML does, behind an XML declaration and comments.
func isHTML(text string) bool {
	for _, skip := range [...][2]string{{"<?xml", "?>"}, {"<!--", "-->"}} {
		for strings.HasPrefix(text, skip[0]) {
			_, rest, _ := strings.Cut(text, skip[1])
			text = strings.TrimSpace(rest)
		}
	}
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<title", "<h1"} {
		if strings.HasPrefix(text, tag) {
			return true
		}
	}
	return false
}

// summary returns what a text says, in one line: of HTML the title, or else what is outside the tags. It is not
// shortened.
func summary(data []byte) string {
	text := strings.ToValidUTF8(string(data), "\uFFFD")
	if i := indexFold(text, "<title"); i >= 0 {
		if _, rest, ok := strings.Cut(text[i:], ">"); ok {
			if end := indexFold(rest, "</title"); end >= 0 {
				return oneLine(html.UnescapeString(rest[:end]))
			}
		}
	}
	if strings.HasPrefix(strings.TrimSpace(text), "<") {
		text = html.UnescapeString(untagged(text))
	}
	return oneLine(text)
}

// untagged returns the text outside tags.
func untagged(text string) string {
	var b strings.Builder
	for text != "" {
		before, rest, _ := strings.Cut(text, "<")
		b.WriteString(before + " ")
		_, text, _ = strings.Cut(rest, ">")
	}
	return b.String()
}

// indexFold is strings.Index for an ASCII word in any case.
func indexFold(s, word string) int {
	for i := range len(s) - len(word) + 1 {
		if strings.EqualFold(s[i:i+len(word)], word) {
			return i
		}
	}
	return -1
}

// shorten cuts a text for an error message.
func shorten(s string) string {
	const most = 200
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}
