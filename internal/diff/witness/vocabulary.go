package witness

import (
	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// vocabulary is a version as far as a document is written in it: which elements
// its types have, and what the other version calls them.
type vocabulary struct {
	side  *diff.Side
	hops  *hops
	names *names // lead to the other version
}

// children returns the elements that a type of another version has, by the names
// that this version has for them.
func (v *vocabulary) children(t xsd.Type, of *vocabulary) map[xsd.QName]*xsd.ElementDecl {
	list := map[xsd.QName]*xsd.ElementDecl{}
	for _, e := range elementsOf(t) {
		name := of.names.across(e.Name)
		if to, ok := of.names.renamed[e.Name]; ok {
			name = to
		}
		list[name] = e
	}
	return list
}

// child returns the element of a name in a type, nil for none.
func (v *vocabulary) child(t xsd.Type, name xsd.QName) *xsd.ElementDecl {
	for _, h := range v.hops.into(t, name.Local) {
		if h.decl.Name == name {
			return h.decl
		}
	}
	return nil
}

// startOrChild returns an element by its local name, which starts a document or is
// in a type; nil where none is known.
func (v *vocabulary) startOrChild(in xsd.Type, local string, start bool) *xsd.ElementDecl {
	if start {
		for _, e := range v.side.Schema.Elements() {
			if e.Name.Local == local && v.side.StartsDocuments(e) {
				return e
			}
		}
		return nil
	}
	if list := v.hops.into(in, local); len(list) > 0 {
		return list[0].decl
	}
	return nil
}
