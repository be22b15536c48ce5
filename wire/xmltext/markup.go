package xmltext

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// fits checks the length of the token buf[tok:end].
func (s *scanner) fits(end int, what string) bool {
	if end-s.Tok > s.Limits.Token {
		s.FailLimit(s.Tok, "%s is longer than %d bytes", what, s.Limits.Token)
		return false
	}
	return true
}

// comment reads a comment (production 15).
func (s *scanner) comment() Kind {
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
func (s *scanner) procInst() Kind {
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

// docType reads a document type declaration (production 28) without looking into it.
func (s *scanner) docType() Kind {
	switch {
	case s.parent != nil:
		return s.fail(s.Tok, "a document type declaration inside an entity")
	case !s.AllowDoctype:
		return s.fail(s.Tok, "a document type declaration is not accepted; the option wire.AllowDoctype() reads it")
	case s.rootSeen:
		return s.fail(s.Tok, "a document type declaration after the start of the root element")
	case s.dtdSeen:
		return s.fail(s.Tok, "a second document type declaration")
	}
	at := s.Tok + len(doctypeOpen)
	name := chars.SkipSpace(s.Buf, at)
	switch {
	case name == len(s.Buf):
		return s.short("a document type declaration")
	case name == at:
		return s.unexpected(at, "white space after \"<!DOCTYPE\"")
	}
	if end, _ := s.qname(name, "a document type declaration"); end < 0 {
		return EOF
	}
	var d dtdSkipper
	end := d.skip(s.Buf, at)
	switch {
	case end < 0:
		return s.short("a document type declaration")
	case !s.fits(end, "a document type declaration") || !s.clean(at, end):
		return EOF
	}
	s.Pos, s.dtdSeen = end+1, true
	return Doctype
}

// dtdSkipper finds the end of a document type declaration. It can go on where the input ended.
type dtdSkipper struct {
	off    int    // bytes seen
	until  string // what ends the literal, comment or instruction at hand; "" outside
	subset bool   // inside the brackets of the internal subset
	decl   bool   // inside a declaration of the internal subset
}

// skip returns the index of the '>' that ends the declaration, or a number below 0 where b is too short.
func (d *dtdSkipper) skip(b []byte, from int) int {
	if d.off < from {
		d.off = from
	}
	for d.off < len(b) {
		if d.until != "" {
			n := bytes.Index(b[d.off:], []byte(d.until))
			if n < 0 {
				d.off = max(d.off, len(b)-len(d.until)+1)
				return -1
			}
			d.off += n + len(d.until)
			d.until = ""
			continue
		}
		if n, end := d.step(b[d.off:]); end {
			return d.off
		} else if n == 0 {
			return -1
		} else {
			d.off += n
		}
	}
	return -1
}

// step passes over n bytes of b, 0 where they are too few to tell; end says that b begins with the final '>'.
func (d *dtdSkipper) step(b []byte) (n int, end bool) {
	switch c := b[0]; {
	case (c == '"' || c == '\'') && (d.decl || !d.subset):
		d.until = string(c)
	case c == '[' && !d.subset:
		d.subset = true
	case c == ']' && !d.decl:
		d.subset = false
	case c == '>' && !d.subset:
		return 0, true
	case c == '>':
		d.decl = false
	case c == '<' && d.subset:
		return d.open(b), false
	}
	return 1, false
}

// open passes over the start of a comment, instruction or declaration.
func (d *dtdSkipper) open(b []byte) int {
	switch {
	case bytes.HasPrefix(b, commentOpen):
		d.until = "-->"
		return len(commentOpen)
	case bytes.HasPrefix(b, []byte("<?")):
		d.until = "?>"
		return 2
	case len(b) < len(commentOpen) && bytes.HasPrefix(commentOpen, b):
		return 0
	}
	d.decl = true
	return 1
}

// extend reads on until the token at tok is whole, as far as that can be told without parsing it.
func (s *scanner) extend() bool {
	longest := s.Limits.Token + textChunk
	if len(s.Buf)-s.Tok > longest {
		s.FailLimit(s.Tok, "a token is longer than %d bytes", s.Limits.Token)
		return false
	}
	for k := (seeker{}); ; {
		s.fill()
		if s.eof || len(s.Buf)-s.Tok > longest || k.found(s.Buf[s.Tok:], s.inCData) {
			return true
		}
	}
}

// seeker looks for the end of a token that arrives bit by bit, and looks at no byte twice.
type seeker struct {
	off   int
	quote byte
	dtd   dtdSkipper
}

// found reports whether the token is whole. b is all of it that is there.
func (k *seeker) found(b []byte, inCData bool) bool {
	const slack = utf8.UTFMax + 1
	switch {
	case inCData:
		return len(b) >= textChunk+slack || k.find(b, "]]>")
	case b[0] != '<':
		return len(b) >= textChunk+slack || k.find(b, "<")
	case len(b) == 1:
		return false
	case b[1] == '/':
		return k.find(b, ">")
	case b[1] == '?':
		return k.find(b, "?>")
	case b[1] != '!':
		return k.tagEnd(b)
	case bytes.HasPrefix(b, commentOpen):
		k.off = max(k.off, len(commentOpen))
		return k.find(b, "-->")
	case bytes.HasPrefix(b, cdataOpen):
		return len(b) >= len(cdataOpen)+textChunk+slack || k.find(b, "]]>")
	case bytes.HasPrefix(b, doctypeOpen):
		return k.dtd.skip(b, len(doctypeOpen)) >= 0
	}
	return !bytes.HasPrefix(commentOpen, b) && !bytes.HasPrefix(cdataOpen, b) && !bytes.HasPrefix(doctypeOpen, b)
}

// find looks for what in the bytes of b that it has not seen.
func (k *seeker) find(b []byte, what string) bool {
	if k.off < len(b) && bytes.Contains(b[k.off:], []byte(what)) {
		return true
	}
	k.off = max(k.off, len(b)-len(what)+1)
	return false
}

// tagEnd looks for a '>' outside quotes.
func (k *seeker) tagEnd(b []byte) bool {
	for ; k.off < len(b); k.off++ {
		switch c := b[k.off]; {
		case k.quote != 0:
			if c == k.quote {
				k.quote = 0
			}
		case c == '"' || c == '\'':
			k.quote = c
		case c == '>':
			return true
		}
	}
	return false
}
