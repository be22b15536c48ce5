package sample

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// missing are the keys, by their tables, of which a document before had none.
type missing struct {
	keys   *keys
	tables map[int]bool
}

// isVain reports whether an attribute that can be left out refers to missing keys,
// in the last of some open elements.
func (m missing) isVain(open []xsd.QName, u *xsd.AttributeUse) bool {
	table, ok := m.keys.refersTo(placesIn(open, place{element: open[len(open)-1], field: u.Decl.Name, attribute: true}))
	return ok && !u.Required && m.tables[table]
}

// mostRequired bounds how many elements within each other are looked at for
// references that they must have.
const mostRequired = 6

// compel reports whether what is written for a term within an element of that
// name has to refer to missing keys.
func (m missing) compel(around xsd.QName, t xsd.Term) bool {
	return len(m.tables) > 0 && m.compelWithin(around, t, mostRequired)
}

func (m missing) compelWithin(around xsd.QName, t xsd.Term, room int) bool {
	switch t := t.(type) {
	case *xsd.ModelGroup:
		vain := func(p *xsd.Particle) bool { return p.Min > 0 && m.compelWithin(around, p.Term, room) }
		if t.Compositor == xsd.Choice {
			return len(t.Particles) > 0 && !slices.ContainsFunc(t.Particles, func(p *xsd.Particle) bool { return !vain(p) })
		}
		return slices.ContainsFunc(t.Particles, vain)
	case *xsd.ElementDecl:
		c, ok := t.Type.(*xsd.ComplexType)
		if !ok || room == 0 {
			return false
		}
		p := c.Content.Particle
		return slices.ContainsFunc(c.AttributeUses, func(u *xsd.AttributeUse) bool { return u.Required && m.isIn(around, t.Name, u.Decl.Name) }) ||
			p != nil && p.Min > 0 && m.compelWithin(t.Name, p.Term, room-1)
	}
	return false
}

// isIn reports whether an attribute of an element within another refers to missing keys.
func (m missing) isIn(around, element, attribute xsd.QName) bool {
	table, ok := m.keys.refersTo(placesIn([]xsd.QName{around, element}, place{element: element, field: attribute, attribute: true}))
	return ok && m.tables[table]
}
