package xmltext

import (
	"bytes"
	"unicode/utf8"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// charData reads character data (production 14) up to markup, to a reference that is delivered
// as a token, or to where a long text is cut.
func (s *lexer) charData() Kind {
	start := s.Pos
	if s.Brackets == 0 {
		lim := min(len(s.Buf), start+textChunk)
		if p := chars.PlainRun(s.Buf[:lim], start, start); p < lim && s.Buf[p] == '<' {
			s.Val, s.Pos = s.Buf[start:p], p
			return CharData
		}
	}
	s.scratch = s.scratch[:0]
	p, run := start, start
	for p-start < textChunk && !(p == len(s.Buf) && s.eof) {
		next, kept := s.textUnit(start, p, run)
		if next < 0 {
			return EOF
		}
		if next == p {
			break
		}
		p = next
		if !kept {
			run = p
		}
	}
	if p == start {
		return s.entityRef(p)
	}
	return s.endText(start, run, p)
}

// endText delivers the text buf[start:p], of which all before run is in scratch.
func (s *lexer) endText(start, run, p int) Kind {
	s.Val = s.Buf[run:p]
	if run > start {
		s.scratch = append(s.scratch, s.Val...)
		s.Val = s.scratch
	}
	s.Pos = p
	s.Brackets = 0
	if p-start >= textChunk {
		s.Brackets = chars.Closers(s.Buf[start:p])
	}
	return CharData
}

// textUnit passes over what is at p: plain text, a character, a line end or a reference. It returns what follows, p where
// the text ends, or a number below 0. Where the source is not kept as it is, it moves buf[run:p] and what it replaces to scratch.
func (s *lexer) textUnit(start, p, run int) (next int, kept bool) {
	b := s.Buf
	if p == len(b) {
		s.short("text")
		return -1, true
	}
	switch c := b[p]; {
	case c == '<':
		return p, true
	case c == '&':
		return s.textRef(p, run)
	case c == '\r':
		return s.textCR(p, run)
	case c == '>' && s.closesSection(start, p):
		s.fail(p, "\"]]>\" in text")
		return -1, true
	case c < ' ' && c != '\n' && c != '\t' || c >= utf8.RuneSelf:
		_, n := s.char(p, "text")
		if n == 0 {
			return -1, true
		}
		return p + n, true
	}
	return chars.SkipPlain(b[:min(len(b), start+textChunk)], p+1), true
}

// closesSection reports whether the '>' at p follows two literal ']'.
func (s *lexer) closesSection(start, p int) bool {
	n := chars.Closers(s.Buf[start:p])
	if n == p-start {
		n += s.Brackets
	}
	return n >= 2
}

// textRef replaces the reference at p, unless it is to be delivered as a token.
func (s *lexer) textRef(p, run int) (next int, kept bool) {
	end, r, name := s.reference(p)
	switch {
	case end < 0:
		return -1, true
	case name != nil:
		return p, true
	}
	s.scratch = append(s.scratch, s.Buf[run:p]...)
	s.scratch = utf8.AppendRune(s.scratch, r)
	return end, false
}

// textCR reads a line end (XML 1.0 §2.11), or a CR that replacement text holds on purpose.
func (s *lexer) textCR(p, run int) (next int, kept bool) {
	switch {
	case s.inside != nil:
		return p + 1, true
	case p+1 == len(s.Buf) && !s.eof:
		s.short("text")
		return -1, true
	}
	s.scratch = append(s.scratch, s.Buf[run:p]...)
	s.scratch = append(s.scratch, '\n')
	p++
	if p < len(s.Buf) && s.Buf[p] == '\n' {
		p++
	}
	return p, false
}

var cdataClose = []byte("]]>")

// cdata reads the CDATA section (production 18) whose text goes on at p.
func (s *lexer) cdata(p int) Kind {
	b := s.Buf
	whole := min(len(b), p+textChunk+len(cdataClose)-1)
	if n := bytes.Index(b[p:whole], cdataClose); n >= 0 {
		if !s.clean(p, p+n) {
			return EOF
		}
		s.Pos, s.inCData = p+n+len(cdataClose), false
		return CData
	}
	if len(b)-p < textChunk+len(cdataClose) {
		return s.short("a CDATA section")
	}
	cut := p + textChunk
	for !utf8.RuneStart(b[cut]) && cut > p+textChunk-utf8.UTFMax {
		cut--
	}
	if b[cut-1] == '\r' {
		cut--
	}
	if !s.clean(p, cut) {
		return EOF
	}
	s.Pos, s.inCData = cut, true
	return CData
}

// clean checks the characters of buf[from:to] and makes them val, with line ends as LF.
func (s *lexer) clean(from, to int) bool {
	s.scratch = s.scratch[:0]
	b := s.Buf[:to]
	run := from
	for p := from; p < to; {
		c := b[p]
		switch {
		case c == '\r' && s.inside == nil:
			s.scratch = append(append(s.scratch, b[run:p]...), '\n')
			p++
			if p < to && b[p] == '\n' {
				p++
			}
			run = p
		case c < ' ' && c != '\n' && c != '\t' || c >= utf8.RuneSelf:
			_, n := s.char(p, "text")
			if n == 0 {
				return false
			}
			p += n
		default:
			p = chars.SkipPlain(b, p+1)
		}
	}
	s.Val = b[run:to]
	if run > from {
		s.scratch = append(s.scratch, s.Val...)
		s.Val = s.scratch
	}
	return true
}
