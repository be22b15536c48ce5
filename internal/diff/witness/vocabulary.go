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
	// stamps are the attributes that set all documents of the version apart from
	// those of the other, by root.
	stamps map[xsd.QName][]diff.Stamp
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

// start returns the element by its local name that starts a document, nil where none
// is known.
func (v *vocabulary) start(local string) *xsd.ElementDecl {
	for _, e := range v.side.Schema.Elements() {
		if e.Name.Local == local && v.side.StartsDocuments(e) {
			return e
		}
	}
	return nil
}

// step returns an element by its local name that is in a type, and the type: that
// one or, as a path does not tell of xsi:type, one derived from it. The element is
// nil where none is known.
func (v *vocabulary) step(in xsd.Type, local string) (xsd.Type, *xsd.ElementDecl) {
	if list := v.hops.into(in, local); len(list) > 0 {
		return in, list[0].decl
	}
	if _, complex := in.(*xsd.ComplexType); complex {
		for _, t := range v.side.Schema.Derived(in) {
			if list := v.hops.into(t, local); len(list) > 0 {
				return t, list[0].decl
			}
		}
	}
	return in, nil
}
