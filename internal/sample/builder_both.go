package sample

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Other is a second schema, which documents are to be valid under as well as far
// as their own schema lets them: where it asks for an attribute or a child that
// may be left out here, it is put in, and where both restrict a text, one is
// taken that both allow.
type Other struct {
	Schema *xsd.Schema
	// Name and Type translate names of elements and attributes, and of types, to
	// those of the other schema.
	Name, Type func(xsd.QName) xsd.QName
	// Through returns the type of what stands for a child that a type of the other
	// schema does not have, nil for nothing: it may be within another child there.
	Through func(there xsd.Type, child xsd.QName) xsd.Type
	// Except is a particle or attribute use of the first schema that is left as
	// it is: a document is to show what has become of it.
	Except any
}

// besides is what a builder knows of the other schema.
type besides struct {
	to *Other
	// there is the counterpart of the type that is being filled, nil for none,
	// and need how often its content model asks for particles of this one.
	there xsd.Type
	need  map[*xsd.Particle]int
	known map[xsd.Type]map[xsd.QName]*xsd.ElementDecl
	needs map[typePair]map[*xsd.Particle]int
	texts map[typePair][]string
	alien map[branchOf]bool
}

// branchOf is a branch in a type whose counterpart is there.
type branchOf struct {
	branch *xsd.Particle
	there  xsd.Type
}

// typePair is a type beside one of the other schema.
type typePair struct{ here, there xsd.Type }

// Both asks for documents that are valid under another schema too; nil asks for
// the smallest.
func (b *Builder) Both(o *Other) {
	if b.both.to != nil && o != nil && b.both.to.Schema == o.Schema {
		b.both.to = o // what is known of its types stays
		return
	}
	clear(b.uses) // the names lead elsewhere
	b.both = besides{
		to: o, known: map[xsd.Type]map[xsd.QName]*xsd.ElementDecl{},
		needs: map[typePair]map[*xsd.Particle]int{}, texts: map[typePair][]string{},
		alien: map[branchOf]bool{},
	}
}

// Within runs f while an element of a declaration is filled.
func (b *Builder) Within(e *xsd.ElementDecl, f func() bool) bool {
	if b.both.to == nil {
		return f()
	}
	there, need := b.both.there, b.both.need
	b.both.there, b.both.need = b.both.counterpart(e), nil
	ok := f()
	b.both.there, b.both.need = there, need
	return ok
}

// As says that what is filled has a type that xsi:type names.
func (b *Builder) As(t xsd.Type) {
	if b.both.to == nil {
		return
	}
	if other := b.both.to.Schema.Type(b.both.to.Type(t.TypeName())); other != nil {
		b.both.there = other
	}
}

// counterpart returns the type of the element of the other schema that stands
// where e does, nil for none.
func (b *besides) counterpart(e *xsd.ElementDecl) xsd.Type {
	name := b.to.Name(e.Name)
	if other := b.child(b.there, name); other != nil {
		return other
	}
	if e.Global {
		if other := b.to.Schema.Element(name); other != nil {
			return other.Type
		}
	}
	return nil
}

// child returns the type of what a type of the other schema has for a child, nil
// for nothing.
func (b *besides) child(t xsd.Type, name xsd.QName) xsd.Type {
	if e := b.children(t)[name]; e != nil {
		return e.Type
	}
	return b.to.Through(t, name)
}

// children returns the elements that a type of the other schema has, by name.
func (b *besides) children(t xsd.Type) map[xsd.QName]*xsd.ElementDecl {
	ct, ok := t.(*xsd.ComplexType)
	if !ok {
		return nil
	}
	all, known := b.known[t]
	if !known {
		all = map[xsd.QName]*xsd.ElementDecl{}
		for _, p := range inclusion.Leaves(ct.Content.Particle) {
			if e, ok := p.Term.(*xsd.ElementDecl); ok && all[e.Name] == nil {
				all[e.Name] = e
			}
		}
		b.known[t] = all
	}
	return all
}

// asked returns how often the counterpart of a type asks for its particles.
func (b *besides) asked(t *xsd.ComplexType) map[*xsd.Particle]int {
	other, ok := b.there.(*xsd.ComplexType)
	if b.to == nil || !ok {
		return nil
	}
	key := typePair{t, other}
	need, known := b.needs[key]
	if !known {
		n := needs{name: b.to.Name, leaf: map[xsd.QName]*xsd.Particle{}, need: map[*xsd.Particle]int{}}
		for _, p := range inclusion.Leaves(t.Content.Particle) {
			if e, ok := p.Term.(*xsd.ElementDecl); ok && n.leaf[n.name(e.Name)] == nil {
				n.leaf[n.name(e.Name)] = p
			}
		}
		n.particle(other.Content.Particle)
		n.groups(t.Content.Particle)
		need = n.need
		b.needs[key] = need
	}
	return need
}

// needs collects what a content model asks for of another one.
type needs struct {
	name func(xsd.QName) xsd.QName
	leaf map[xsd.QName]*xsd.Particle // the particles that there are, by names of the other schema
	need map[*xsd.Particle]int
}

func (n needs) particle(p *xsd.Particle) {
	if p == nil || p.Min == 0 {
		return
	}
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		if here := n.leaf[t.Name]; here != nil {
			n.need[here] = max(n.need[here], p.Min)
		}
	case *xsd.ModelGroup:
		if t.Compositor == xsd.Choice {
			n.branch(t)
			return
		}
		for _, q := range t.Particles {
			n.particle(q)
		}
	}
}

// branch asks for the first branch that can be had, unless one that must occur
// is there already.
func (n needs) branch(g *xsd.ModelGroup) {
	var first *xsd.Particle
	for _, q := range g.Particles {
		if q.Min == 0 {
			return
		}
		for _, leaf := range inclusion.Leaves(q) {
			e, ok := leaf.Term.(*xsd.ElementDecl)
			if !ok {
				continue
			}
			here := n.leaf[e.Name]
			if here != nil && here.Min > 0 {
				return
			}
			if here != nil && first == nil {
				first = q
			}
		}
	}
	if first != nil {
		n.particle(first)
	}
}

// groups enters the groups that hold a particle that is asked for, and reports
// whether there is one.
func (n needs) groups(p *xsd.Particle) bool {
	if p == nil {
		return false
	}
	if g, ok := p.Term.(*xsd.ModelGroup); ok {
		for _, q := range g.Particles {
			if n.groups(q) {
				n.need[p] = 1
			}
		}
	}
	return n.need[p] > 0
}

// times returns how often a particle is put in for the other schema.
func (b *besides) times(p *xsd.Particle) int {
	if b.need == nil || b.to.Except == any(p) {
		return 0
	}
	n := b.need[p]
	if p.Max != xsd.Unbounded {
		n = min(n, p.Max)
	}
	return n
}

// strange reports whether a branch has an element that the counterpart of its
// type does not have.
func (b *besides) strange(p *xsd.Particle) bool {
	if b.to == nil || b.there == nil {
		return false
	}
	key := branchOf{p, b.there}
	alien, known := b.alien[key]
	if !known {
		alien = slices.ContainsFunc(inclusion.Leaves(p), func(leaf *xsd.Particle) bool {
			e, ok := leaf.Term.(*xsd.ElementDecl)
			return ok && b.child(b.there, b.to.Name(e.Name)) == nil
		})
		b.alien[key] = alien
	}
	return alien
}

// twoUses is an attribute of a type with that of its counterpart, nil for none.
type twoUses struct{ here, there *xsd.AttributeUse }

// usesOfType are the attributes of a type by name, and those of them that one
// of the schemas asks for.
type usesOfType struct{ all, asked []twoUses }

// usesOf returns the attributes of a type beside those of its counterpart.
func (b *Builder) usesOf(t *xsd.ComplexType) *usesOfType {
	var other *xsd.ComplexType
	if b.both.to != nil {
		other, _ = b.both.there.(*xsd.ComplexType)
	}
	key := typePair{t, other}
	uses := b.uses[key]
	if uses != nil {
		return uses
	}
	byName := map[xsd.QName]*xsd.AttributeUse{}
	if other != nil {
		for _, u := range other.AttributeUses {
			byName[u.Decl.Name] = u
		}
	}
	uses = &usesOfType{}
	for _, u := range inclusion.SortedUses(t.AttributeUses) {
		two := twoUses{here: u}
		if other != nil {
			two.there = byName[b.both.to.Name(u.Decl.Name)]
		}
		uses.all = append(uses.all, two)
		if u.Required || two.there != nil && two.there.Required {
			uses.asked = append(uses.asked, two)
		}
	}
	b.uses[key] = uses
	return uses
}

// bothTexts returns texts that two types allow; what the first allows if there
// are none.
func (b *besides) bothTexts(t *xsd.SimpleType, other xsd.Type, own []string) []string {
	there, _ := inclusion.TextContent(other)
	if there == nil || there == t {
		return own
	}
	key := typePair{t, there}
	list, known := b.texts[key]
	if known {
		return list
	}
	for _, text := range append(own[:len(own):len(own)], inclusion.ValidTexts(there.Datatype)...) {
		if t.Datatype.Validate([]byte(text), nil) == nil && there.Datatype.Validate([]byte(text), nil) == nil {
			list = append(list, text)
		}
	}
	if len(list) == 0 {
		list = own
	}
	b.texts[key] = list
	return list
}
