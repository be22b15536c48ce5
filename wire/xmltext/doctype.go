package xmltext

import (
	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// docType reads a document type declaration (production 28) without looking into it.
func (s *scanner) docType() Kind {
	switch {
	case s.inside != nil:
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
