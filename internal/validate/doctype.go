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
	added int64             // bytes of defaults so far
}

// begin forgets the last document.
func (d *doctype) begin() {
	if d.read || d.DTD == nil {
		d.DTD, d.read, d.added = xmltree.NewDTD(), false, 0
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
	given := newFinder(attrs)
	for def := range d.AttrDefs(tag) {
		prefix, local, found := strings.Cut(def.Name, ":")
		if !found {
			prefix, local = "", def.Name
		}
		i := given.find(prefix, local)
		switch {
		case i >= 0 && def.Type != "CDATA":
			d.attrs[i].Value = []byte(datatype.Collapse.Normalize(string(d.attrs[i].Value)))
		case i < 0 && def.Defaults:
			d.addDefault(s, out, prefix, local, def.Default)
		}
		if out.stopped {
			break
		}
	}
	return d.attrs
}

// finder finds attributes of a start tag by their names as written.
type finder struct {
	attrs  []xmltext.RawAttr
	byName map[[2]string]int // where there are many
}

func newFinder(attrs []xmltext.RawAttr) finder {
	const many = 16
	f := finder{attrs: attrs}
	if len(attrs) > many {
		f.byName = make(map[[2]string]int, len(attrs))
		for i := range attrs {
			f.byName[[2]string{string(attrs[i].Prefix), string(attrs[i].Local)}] = i
		}
	}
	return f
}

// find returns the index of an attribute, -1 for none.
func (f finder) find(prefix, local string) int {
	if f.byName == nil {
		return slices.IndexFunc(f.attrs, func(a xmltext.RawAttr) bool { return string(a.Local) == local && string(a.Prefix) == prefix })
	}
	if i, ok := f.byName[[2]string{prefix, local}]; ok {
		return i
	}
	return -1
}

// Defaults may add so many bytes, and so many for each byte of the document, which
// no document comes near to that was not made for it.
const mostAdded, mostAddedTo = 8 << 20, 64

// claim accounts for a default.
func (d *doctype) claim(at xmltext.Pos, out *reporter, n int) {
	d.added += int64(n)
	if most := mostAdded + mostAddedTo*at.Offset; d.added > most {
		out.fatal(at, codeLimit, "the defaults of the document type declaration add more than %d bytes", most)
	}
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
	d.claim(s.Pos(), out, len(prefix)+len(local)+len(value))
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
