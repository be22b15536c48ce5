package xmltext

import (
	"bytes"
	"io"
	"strings"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// XMLDecl is what an XML declaration says; all fields are empty where there is none.
type XMLDecl struct{ Version, Encoding, Standalone string }

// begin reads the byte order mark and the XML declaration, and settles the encoding (XML 1.0 Appendix F).
func (s *input) begin() bool {
	s.begun = true
	s.atLeast(4)
	enc, bom := detect(s.Buf)
	if enc == nil && s.Charset != nil {
		return s.beginForeign()
	}
	if enc == nil {
		s.refuse(0, "the encoding looks like UTF-32 or EBCDIC, which is not supported")
		return false
	}
	s.Pos, s.Tok = bom, bom
	if enc != utf8Encoding {
		s.transcode(enc.reader)
	}
	s.mark = mark{Pos: Pos{Line: 1, Col: 1, Offset: s.base + int64(s.Pos)}}
	return s.readDeclaration() && s.agree(enc, bom > 0) && s.settle()
}

// readDeclaration reads the XML declaration, if there is one.
func (s *input) readDeclaration() bool {
	s.atLeast(6)
	rest := s.Buf[s.Pos:]
	if len(rest) < 6 || string(rest[:5]) != "<?xml" || !chars.IsSpace(rest[5]) {
		return true
	}
	for !s.declaration() {
		if !s.need || !s.extend(false) {
			return false
		}
		s.need = false
	}
	return true
}

// settle puts what XML 1.1 calls a line end into the form of 1.0.
func (s *input) settle() bool {
	if s.v11 {
		s.transcode(func(r io.Reader) io.Reader { return &lineEnds{r: r} })
	}
	return true
}

// beginForeign is begin for UTF-32 and EBCDIC, whose declaration only the Charset option can read.
func (s *input) beginForeign() bool {
	label := "IBM037"
	switch {
	case bytes.HasPrefix(s.Buf, []byte("\x00\x00\xFE\xFF")) || bytes.HasPrefix(s.Buf, []byte("\x00\x00\x00<")):
		label = "UTF-32BE"
	case !bytes.HasPrefix(s.Buf, []byte("\x4C\x6F\xA7\x94")):
		label = "UTF-32LE"
	}
	if !s.readAs(label) {
		return false
	}
	s.atLeast(len(byteOrderMark))
	if bytes.HasPrefix(s.Buf, byteOrderMark) {
		s.Pos, s.Tok = len(byteOrderMark), len(byteOrderMark)
	}
	s.mark = mark{Pos: Pos{Line: 1, Col: 1, Offset: s.base + int64(s.Pos)}}
	return s.readDeclaration() && s.settle()
}

var byteOrderMark = []byte("\uFEFF")

// agree holds the declared encoding against the detected one and switches to it.
func (s *input) agree(found *charEncoding, bom bool) bool {
	label := strings.ToUpper(s.decl.Encoding)
	switch {
	case label == "" && found != utf8Encoding && !bom:
		s.fail(s.Tok, "UTF-16 without a byte order mark needs an XML declaration")
		return false
	case found.admits(label):
		return true
	case found == utf8Encoding && (utf16BE.admits(label) || utf16LE.admits(label)):
		// The declaration was read as UTF-8, so that UTF-16 is what it cannot be: programs that write a text which
		// they hold as UTF-16 in memory say so.
		return true
	case found != utf8Encoding || bom:
		s.fail(s.Tok, "the declaration says %s, but the document is in %s", s.decl.Encoding, found.name)
		return false
	}
	if own := builtin(label); own != nil {
		s.transcode(own.reader)
		return true
	}
	return s.foreign()
}

// foreign asks the Charset option for the declared encoding.
func (s *input) foreign() bool {
	if s.Charset == nil {
		s.refuse(s.Tok, "the encoding %s is not supported; the option wire.Charset(charset.All), of package wire/charset, reads it if anything does", s.decl.Encoding)
		return false
	}
	return s.readAs(s.decl.Encoding)
}

// readAs reads what is unread in the encoding that the label names for the Charset option.
func (s *input) readAs(label string) bool {
	r, err := s.Charset(label, s.remainder())
	if err != nil || r == nil {
		s.refuse(s.Tok, "the encoding %s is not supported: %v", label, err)
		return false
	}
	s.restart()
	s.setReader(r)
	return true
}

// declaration reads the XML declaration at tok (production 23).
func (s *input) declaration() bool {
	n := bytes.Index(s.Buf[s.Tok:], []byte("?>"))
	if n < 0 {
		s.short("the XML declaration")
		return false
	}
	p := declParser{s: s, text: s.Buf[s.Tok+len("<?xml") : s.Tok+n]}
	p.next()
	s.decl.Version = p.take("version")
	s.decl.Encoding = p.take("encoding")
	s.decl.Standalone = p.take("standalone")
	if s.Err != nil {
		return false
	}
	if msg := p.fault(s.decl); msg != "" {
		s.fail(s.Tok, "%s", msg)
		return false
	}
	s.Pos = s.Tok + n + 2
	s.v11 = s.decl.Version == "1.1"
	return true
}

// declParser takes the pseudo-attributes of an XML declaration one by one.
type declParser struct {
	s           *input
	text        []byte
	name, value string // the next one; an empty name where there is none
	bad         bool
}

// take returns the value of the next pseudo-attribute if it has the name.
func (p *declParser) take(name string) string {
	if p.name != name {
		return ""
	}
	v := p.value
	if v == "" {
		p.bad = true
	}
	p.next()
	return v
}

// next reads the next pseudo-attribute.
func (p *declParser) next() {
	p.name = ""
	t := bytes.TrimLeft(p.text, " \t\r\n")
	spaced := len(t) < len(p.text)
	p.text = t
	if len(t) == 0 {
		return
	}
	name, rest, ok := bytes.Cut(t, []byte("="))
	rest = bytes.TrimLeft(rest, " \t\r\n")
	if !ok || !spaced || len(rest) == 0 || rest[0] != '"' && rest[0] != '\'' {
		p.bad = true
		return
	}
	value, rest, ok := bytes.Cut(rest[1:], rest[:1])
	p.name, p.value, p.text = string(bytes.TrimRight(name, " \t\r\n")), string(value), rest
	p.bad = p.bad || !ok
}

// fault says what is wrong with the declaration d, which took all it could.
func (p *declParser) fault(d XMLDecl) string {
	switch {
	case p.bad || p.name != "" || !isVersion(d.Version):
		return "the XML declaration is not of the form <?xml version=\"1.0\" encoding=\"…\" standalone=\"…\"?>"
	case d.Encoding != "" && !isEncodingName(d.Encoding):
		return "the XML declaration names no encoding that XML allows"
	case d.Standalone != "" && d.Standalone != "yes" && d.Standalone != "no":
		return "standalone in the XML declaration is neither yes nor no"
	}
	return ""
}

// isVersion follows production 26: any 1.x is read as 1.0.
func isVersion(v string) bool {
	digits, ok := strings.CutPrefix(v, "1.")
	return ok && digits != "" && strings.Trim(digits, "0123456789") == ""
}

// isEncodingName follows production 81.
func isEncodingName(v string) bool {
	for i := range len(v) {
		c := v[i]
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
		if !letter && (i == 0 || !(c >= '0' && c <= '9' || c == '.' || c == '_' || c == '-')) {
			return false
		}
	}
	return v != ""
}
