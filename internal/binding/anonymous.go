package binding

import (
	"slices"
	"strconv"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// place is where an anonymous type stands.
type place struct {
	pkg  *plan.Package
	name string    // of the Go type around it, or of the global declaration
	file string    //
	root xsd.QName // the named type around it
	path []string  // element names below root
}

// nameAnonymous names the types that stand within other components, from the
// outside in: groups first, as complex types have their attributes and elements
// too.
func (b *builder) nameAnonymous() {
	named := slices.Clone(b.order)
	for _, g := range b.schema.ModelGroups() {
		if p := b.packageFor(g.Name.Space); p != nil && g.Group != nil {
			b.anonymousIn(g.Group, place{pkg: p, name: exported(g.Name.Local), file: typesFile, root: g.Name})
		}
	}
	for _, g := range b.schema.AttributeGroups() {
		if p := b.packageFor(g.Name.Space); p != nil {
			b.anonymousUses(g.Uses, place{pkg: p, name: exported(g.Name.Local), file: typesFile, root: g.Name})
		}
	}
	for _, a := range b.schema.Attributes() {
		if p := b.packageFor(a.Name.Space); p != nil {
			b.anonymousType(a.Type, place{pkg: p, file: typesFile, root: a.Name}, a.Name.Local)
		}
	}
	for _, src := range named {
		b.within(src)
	}
	for _, e := range b.schema.Elements() {
		if p := b.packageFor(e.Name.Space); p != nil {
			b.anonymousType(e.Type, place{pkg: p, file: typesFile, root: e.Name}, e.Name.Local)
		}
	}
	for _, t := range b.schema.Types() {
		if s, ok := t.(*xsd.SimpleType); ok && b.simples[s] != nil {
			b.withinSimple(s)
		}
	}
}

// within names the anonymous types that a complex type itself declares.
func (b *builder) within(src *structSource) {
	at := place{pkg: src.s.Pkg, name: src.s.Name, file: src.s.File, root: src.root, path: src.path}
	if src.t.Own != nil {
		b.anonymousParticle(src.t.Own, at)
	}
	base, _ := src.t.Base.(*xsd.ComplexType)
	for _, u := range src.t.AttributeUses {
		if base == nil || base.AttributeUse(u.Decl.Name) != u {
			b.anonymousUse(u, at)
		}
	}
	if c := src.t.Content.Simple; c != nil && (base == nil || base.Content.Simple != c) {
		b.anonymousType(c, at, "value")
	}
}

// withinSimple names the anonymous items and members of a simple type.
func (b *builder) withinSimple(s *xsd.SimpleType) {
	at := place{pkg: b.simples[s].Pkg, name: b.simples[s].Name, file: enumsFile, root: s.Name}
	if s.Item != nil && s.Method == xsd.ListDerivation {
		b.anonymousType(s.Item, at, "item")
	}
	if s.Method == xsd.UnionDerivation {
		for i, m := range s.Members {
			b.anonymousType(m, at, "member"+strconv.Itoa(i+1))
		}
	}
}

func (b *builder) anonymousParticle(p *xsd.Particle, at place) {
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		if !t.Global {
			b.anonymousType(t.Type, at, t.Name.Local)
		}
	case *xsd.ModelGroup:
		if t.Def == nil {
			b.anonymousIn(t, at)
		}
	}
}

func (b *builder) anonymousIn(g *xsd.ModelGroup, at place) {
	for _, p := range g.Particles {
		b.anonymousParticle(p, at)
	}
}

func (b *builder) anonymousUses(uses []*xsd.AttributeUse, at place) {
	for _, u := range uses {
		b.anonymousUse(u, at)
	}
}

func (b *builder) anonymousUse(u *xsd.AttributeUse, at place) {
	if !u.Decl.Global {
		b.anonymousType(u.Decl.Type, at, u.Decl.Name.Local)
	}
}

// anonymousType names an anonymous type that stands in the named element or
// attribute: the Go type around it plus the element's name.
func (b *builder) anonymousType(t xsd.Type, at place, local string) {
	if t == nil || !t.TypeName().IsZero() {
		return
	}
	thing := "anonymous " + at.root.String()
	for _, step := range at.path {
		thing += "/" + step
	}
	thing += "/" + local
	wanted := at.name + exported(local)
	if at.name == "" {
		wanted = exported(local)
	}
	switch t := t.(type) {
	case *xsd.ComplexType:
		if b.structs[t] != nil {
			return
		}
		name := b.scopeOf[at.pkg].claim(thing, wanted, wanted+"Element")
		src := &structSource{
			s: &plan.Struct{Name: name, File: at.file, Pkg: at.pkg, Component: t}, t: t,
			root: at.root, path: append(slices.Clip(at.path), local),
		}
		b.enter(src)
		b.within(src)
	case *xsd.SimpleType:
		if b.simples[t] == nil && isEnum(t) {
			b.enterSimple(t, b.scopeOf[at.pkg].claim(thing, wanted, wanted+"Value"), at.pkg)
		}
	}
}

// ownerOf returns the struct around a component.
func (b *builder) ownerOf(c xsd.Component) *plan.Struct {
	for {
		switch t := c.(type) {
		case *xsd.ElementDecl:
			c = t.Scope
		case *xsd.ComplexType:
			if s := b.structs[t]; s != nil && !t.Name.IsZero() {
				return s
			}
			c = t.Enclosing
		case *xsd.SimpleType:
			c = t.Enclosing
		default:
			return nil
		}
	}
}
