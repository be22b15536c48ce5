package validate

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// doctype is what the document type declaration of a document says.
type doctype struct {
	*xmltree.DTD
	read  bool              // the document has one
	attrs []xmltext.RawAttr // of the start tag, with what the DTD adds
}

// begin forgets the last document.
func (d *doctype) begin() {
	if d.read || d.DTD == nil {
		d.DTD, d.read = xmltree.NewDTD(), false
	}
}

// attributes returns the attributes of the start tag that s is at, with what
// the DTD says about them: defaults are added, and values that are no CDATA
// lose superfluous spaces (XML 1.0 §3.3.2, §3.3.3).
func (d *doctype) attributes(s *xmltext.Scanner, out *reporter) []xmltext.RawAttr {
	attrs := s.Attrs()
	if !d.DefinesAttrs() {
		return attrs
	}
	tag := string(s.Local())
	if p := s.Prefix(); len(p) > 0 {
		tag = string(p) + ":" + tag
	}
	d.attrs = append(d.attrs[:0], attrs...)
	for def := range d.AttrDefs(tag) {
		prefix, local, found := strings.Cut(def.Name, ":")
		if !found {
			prefix, local = "", def.Name
		}
		i := slices.IndexFunc(d.attrs, func(a xmltext.RawAttr) bool { return string(a.Local) == local && string(a.Prefix) == prefix })
		switch {
		case i >= 0 && def.Type != "CDATA":
			d.attrs[i].Value = []byte(datatype.Collapse.Normalize(string(d.attrs[i].Value)))
		case i < 0 && def.Defaults:
			d.addDefault(s, out, prefix, local, def.Default)
		}
	}
	return d.attrs
}

// addDefault adds an attribute that the DTD gives a default for. The scanner
// has resolved names before a default could declare a namespace.
func (d *doctype) addDefault(s *xmltext.Scanner, out *reporter, prefix, local, value string) {
	declares := prefix == "xmlns"
	if prefix == "" && local == "xmlns" {
		declares, local = true, ""
	}
	if declares {
		if uri, _ := s.Lookup(local); uri != value {
			out.fatal(s.Pos(), "wbxgen-unsupported-dtd-namespace", "the document type declaration declares the namespace %s by a default, which is not supported", quoted(value))
		}
		return
	}
	a := xmltext.RawAttr{Prefix: []byte(prefix), Local: []byte(local), Value: []byte(value)}
	if prefix != "" {
		uri, ok := s.Lookup(prefix)
		if !ok {
			out.fatal(s.Pos(), codeSyntax, "the prefix %s is not declared", prefix)
		}
		a.Space = uri
	}
	d.attrs = append(d.attrs, a)
}

// attrPos returns where attribute i of the start tag is; one that a DTD adds
// is where the element is.
func attrPos(s *xmltext.Scanner, i int) xmltext.Pos {
	if i < len(s.Attrs()) {
		return s.AttrPos(i)
	}
	return s.Pos()
}
