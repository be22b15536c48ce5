package xmltext

import (
	"bytes"
	"strings"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// comment reads a comment (production 15).
func (s *lexer) comment() Kind {
	at := s.Tok + len(commentOpen)
	n := bytes.Index(s.Buf[at:], []byte("--"))
	if n < 0 || at+n+2 == len(s.Buf) {
		return s.short("a comment")
	}
	end := at + n
	switch {
	case !s.fits(end, "a comment") || !s.clean(at, end):
		return EOF
	case s.Buf[end+2] != '>':
		return s.fail(end, "\"--\" inside a comment")
	}
	s.Pos = end + 3
	return Comment
}

// procInst reads a processing instruction (production 16).
func (s *lexer) procInst() Kind {
	const where = "a processing instruction"
	at := s.Tok + 2
	end := s.ncname(at, where)
	if end < 0 {
		return EOF
	}
	if strings.EqualFold(string(s.Buf[at:end]), "xml") {
		return s.fail(s.Tok, "an XML declaration that is not at the very beginning of the document")
	}
	n := bytes.Index(s.Buf[end:], []byte("?>"))
	if n < 0 {
		return s.short(where)
	}
	data := end
	if n > 0 {
		if data = chars.SkipSpace(s.Buf, end); data == end {
			return s.unexpected(end, "white space after the target of a processing instruction")
		}
	}
	if !s.fits(end+n, where) || !s.clean(data, end+n) {
		return EOF
	}
	s.Target, s.Pos = s.Buf[at:end], end+n+2
	return ProcInst
}
