package xmltext

import (
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// input is a document as characters: what of it is in memory, how it is read, and the error that has ended the scan. A text
// that stands for an entity is inside another input.
type input struct {
	window
	Options

	Err   error
	need  bool // the token goes on beyond the window
	begun bool // the byte order mark and the XML declaration are read
	decl  XMLDecl
	v11   bool // the document is in XML 1.1

	inside *input // at the reference that this one stands for, nil for a document
}

// placer is a source whose errors have their place in the document, as it reads the document itself.
type placer interface {
	placesErrors()
}

// short is called where a token goes on beyond the window: more is asked for, or the document is over.
func (s *input) short(what string) Kind {
	switch {
	case !s.eof:
		s.need = true
		return EOF
	case s.over:
		return s.FailLimit(len(s.Buf), "the document is larger than %d bytes", s.Limits.Size)
	case s.srcErr != nil:
		if _, ours := s.src.(placer); ours {
			s.Err = s.srcErr // it has the place in the document
			return EOF
		}
		s.fail(len(s.Buf), "reading the document: %v", s.srcErr)
		if e, ok := s.Err.(*SyntaxError); ok && e.Err == nil {
			e.Err = s.srcErr
		}
		return EOF
	}
	return s.fail(len(s.Buf), "the document ends inside %s", what)
}

// fail ends the scan with an error at buf[i].
func (s *input) fail(i int, format string, args ...any) Kind {
	if i-s.Tok > s.Limits.Token+textChunk {
		return s.FailLimit(s.Tok, "a token is longer than %d bytes", s.Limits.Token)
	}
	s.setError(i, nil, format, args...)
	return EOF
}

// FailLimit ends the scan because a limit is crossed at buf[i].
func (s *input) FailLimit(i int, format string, args ...any) Kind {
	s.setError(i, ErrLimit, format, args...)
	return EOF
}

// refuse ends the scan because of something at buf[i] that XML allows and this package cannot read.
func (s *input) refuse(i int, format string, args ...any) {
	s.setError(i, errors.ErrUnsupported, format, args...)
}

func (s *input) setError(i int, cause error, format string, args ...any) {
	if s.Err != nil {
		return
	}
	p := s.place(i)
	s.Err = &SyntaxError{Line: p.Line, Col: p.Col, Offset: p.Offset, Msg: fmt.Sprintf(format, args...), Err: cause}
	s.need = false
}

// place returns the position of buf[i].
func (s *input) place(i int) Pos {
	if s.inside != nil {
		return s.inside.place(s.inside.Tok)
	}
	return s.posOf(i)
}

// fits checks the length of the token buf[tok:end].
func (s *input) fits(end int, what string) bool {
	if end-s.Tok > s.Limits.Token {
		s.FailLimit(s.Tok, "%s is longer than %d bytes", what, s.Limits.Token)
		return false
	}
	return true
}

// char reads the character at p; a size of 0 means that the scan cannot go on.
func (s *input) char(p int, where string) (r rune, size int) {
	b := s.Buf[p:]
	if !s.eof && !utf8.FullRune(b) {
		s.short(where)
		return 0, 0
	}
	r, size = utf8.DecodeRune(b)
	switch {
	case r == utf8.RuneError && size <= 1:
		s.fail(p, "invalid UTF-8")
		return 0, 0
	case !chars.IsChar(r):
		s.fail(p, "the character U+%04X is not allowed", r)
		return 0, 0
	}
	return r, size
}

// unexpected reports that something else than wanted is at p.
func (s *input) unexpected(p int, wanted string) Kind {
	if p >= len(s.Buf) {
		return s.short("markup")
	}
	if r, n := s.char(p, "markup"); n > 0 {
		return s.fail(p, "expected %s, found %q", wanted, r)
	}
	return EOF
}
