// Package canon writes components of a schema in one form that is equal for equal components, whatever their names
// and documents, and gives the hash of it.
package canon

import (
	"crypto/sha256"
	"slices"

	"github.com/wbxgen/wbxgen/internal/diff/fact"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// Form says of what version a component is and what of it counts.
type Form struct {
	Schema *xsd.Schema
	Names  *inclusion.Names // leads from the names of Schema to those that are written, nil for the same
	// Whole writes the content that a type has in all, rather than what it
	// adds to its base.
	Whole bool
	// Shape leaves out how elements are declared and keeps their names and how
	// they are arranged.
	Shape bool
}

// Sum is the hash of a component's form.
type Sum = [sha256.Size]byte

// Type hashes a type as it is written.
func (f Form) Type(t xsd.Type) Sum {
	w := canon{Form: f, b: make([]byte, 0, 1024)}
	w.typeBody(t)
	return sha256.Sum256(w.b)
}

// Particle hashes a content model.
func (f Form) Particle(p *xsd.Particle) Sum {
	w := canon{Form: f}
	w.particle(p)
	return sha256.Sum256(w.b)
}

// canon writes components as bytes. Parts end with NUL, which no XML text has.
type canon struct {
	Form
	b      []byte
	groups []*xsd.ModelGroupDef // being written, to end recursion
}

func (c *canon) put(parts ...string) {
	for _, p := range parts {
		c.b = append(c.b, p...)
		c.b = append(c.b, 0)
	}
}

func (c *canon) flag(name string, set bool) {
	if set {
		c.put(name)
	}
}

// open and shut mark what belongs together; the control characters cannot
// come from a document.
func (c *canon) open(kind string) { c.put("\x01" + kind) }
func (c *canon) shut()            { c.put("\x02") }

func (c *canon) name(q xsd.QName) {
	q = c.Names.Name(q)
	c.put(q.Space, q.Local)
}

// typeRef writes a type by its name, or in place if it is anonymous or the
// former self of a redefined one.
func (c *canon) typeRef(t xsd.Type) {
	name := t.TypeName()
	if !name.IsZero() && c.Schema.Type(name) == t {
		name = c.Names.TypeName(name)
		c.put("type", name.Space, name.Local)
		return
	}
	c.open("type")
	c.typeBody(t)
	c.shut()
}

func (c *canon) typeBody(t xsd.Type) {
	switch t := t.(type) {
	case *xsd.SimpleType:
		c.simple(t)
	case *xsd.ComplexType:
		c.complex(t)
	}
}

func (c *canon) complex(t *xsd.ComplexType) {
	c.put("complex", t.Method.String(), t.Block.String(), t.Final.String(), t.Content.Kind.String())
	c.flag("abstract", t.Abstract)
	c.typeRef(t.Base)
	if t.Content.Kind == xsd.SimpleContent {
		c.typeRef(t.Content.Simple)
	}
	c.particle(c.particleOf(t))
	c.attributes(t.AttributeUses, t.AttributeWildcard)
}

func (c *canon) particleOf(t *xsd.ComplexType) *xsd.Particle {
	if c.Whole {
		return t.Content.Particle
	}
	return t.Own
}

func (c *canon) attributes(uses []*xsd.AttributeUse, w *xsd.Wildcard) {
	for _, u := range inclusion.SortedUses(uses) {
		c.open("use")
		c.flag("required", u.Required)
		c.value(u.Effective())
		c.attribute(u.Decl)
		c.shut()
	}
	if w != nil {
		c.wildcard(w)
	}
}

func (c *canon) attribute(a *xsd.AttributeDecl) {
	c.put("attribute")
	c.name(a.Name)
	c.value(a.Value)
	c.typeRef(a.Type)
}

func (c *canon) value(v *xsd.ValueConstraint) {
	switch {
	case v == nil:
		c.put("")
	case v.Fixed:
		c.put("fixed", inclusion.ValueKey(v))
	default:
		c.put("default", inclusion.ValueKey(v))
	}
}

func (c *canon) particle(p *xsd.Particle) {
	if p == nil {
		c.put("none")
		return
	}
	c.open("particle")
	c.put(p.Occurs())
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		c.elementIn(t)
	case *xsd.Wildcard:
		c.wildcard(t)
	case *xsd.ModelGroup:
		c.group(t)
	}
	c.shut()
}

func (c *canon) elementIn(e *xsd.ElementDecl) {
	if e.Global || c.Shape {
		c.put("ref")
		c.name(e.Name)
		return
	}
	c.element(e)
}

func (c *canon) group(g *xsd.ModelGroup) {
	c.put(g.Compositor.String())
	if g.Def != nil {
		c.put("group")
		c.name(g.Def.Name)
		if slices.Contains(c.groups, g.Def) {
			return
		}
		c.groups = append(c.groups, g.Def)
		defer func() { c.groups = c.groups[:len(c.groups)-1] }()
	}
	for _, p := range g.Particles {
		c.particle(p)
	}
}

// element writes a local declaration: it has no head, is not abstract and is no head.
func (c *canon) element(e *xsd.ElementDecl) {
	c.open("element")
	c.name(e.Name)
	c.put(e.Block.String())
	c.flag("nillable", e.Nillable)
	c.value(e.Value)
	c.typeRef(e.Type)
	for _, ic := range e.IdentityConstraints {
		c.b = append(c.b, inclusion.IdentityKey(ic, c.Names)...)
	}
	c.shut()
}

func (c *canon) wildcard(w *xsd.Wildcard) {
	c.open("any")
	c.put(inclusion.Constraint(w.Namespaces, c.Names).String(), w.Process.String())
	c.shut()
}

func (c *canon) simple(t *xsd.SimpleType) {
	c.put("simple", t.Method.String(), t.Final.String())
	switch {
	case t.IsBuiltin():
		c.put(t.Name.Local)
		return
	case t.Method == xsd.ListDerivation:
		c.typeRef(t.Item)
	case t.Method == xsd.UnionDerivation:
		for _, m := range t.Members {
			c.typeRef(m)
		}
	case c.Whole:
		c.open("base")
		c.simple(t.Base)
		c.shut()
	default:
		c.typeRef(t.Base)
	}
	c.facets(t)
}

// facets writes the facets that the type itself states, in a fixed order.
func (c *canon) facets(t *xsd.SimpleType) {
	var lines []string
	for _, item := range fact.StatedEnum(t) {
		lines = append(lines, "enumeration "+item.Key)
	}
	for i := range t.Facets {
		f := &t.Facets[i]
		if f.Name == datatype.EnumerationFacet {
			continue
		}
		line := f.Name.String() + " " + fact.FacetKey(t, f)
		if f.Fixed {
			line += " fixed"
		}
		lines = append(lines, line)
	}
	slices.Sort(lines)
	c.put(slices.Compact(lines)...)
}
