package binding

import (
	"slices"
	"strconv"

	"github.com/wbxgen/wbxgen/internal/goname"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

func exported(name string) string { return goname.Exported(name) }

func fileOf(method string) string { return "op_" + goname.File(method) }

const (
	typesFile = "types"
	enumsFile = "enums"
)

// nameTypes gives every type definition its Go name: first the named ones
// whose name has no "Type" to drop, then the other named ones, then those that
// stand within something, by its name.
func (b *builder) nameTypes() {
	var trimmed []xsd.Type
	for _, t := range b.schema.Types() {
		if local := t.TypeName().Local; goname.TrimType(local) != local {
			trimmed = append(trimmed, t)
			continue
		}
		b.nameType(t)
	}
	for _, t := range trimmed {
		b.nameType(t)
	}
	b.nameAnonymous()
}

func typeKey(n xsd.QName) string { return "type " + n.String() }

// nameType names a global type and makes its struct or simple type.
func (b *builder) nameType(t xsd.Type) {
	n := t.TypeName()
	p := b.packageFor(n.Space)
	if p == nil {
		return
	}
	full := exported(n.Local)
	name := b.scopeOf[p].claim(typeKey(n), exported(goname.TrimType(n.Local)), full, full+"Type")
	switch t := t.(type) {
	case *xsd.ComplexType:
		s := &plan.Struct{Name: name, File: typesFile, XMLName: n, Pkg: p, Component: t}
		b.enter(&structSource{s: s, t: t, root: n})
	case *xsd.SimpleType:
		b.enterSimple(t, name, p)
	}
}

func (b *builder) enter(src *structSource) {
	b.structs[src.t], b.sources[src.t] = src.s, src
	b.order = append(b.order, src)
	b.all = append(b.all, src.s)
	b.addDecl(src.s.Pkg, src.s)
}

func (b *builder) enterSimple(t *xsd.SimpleType, name string, p *plan.Package) *plan.Simple {
	s := &plan.Simple{Name: name, File: enumsFile, XMLName: t.Name, Pkg: p}
	b.simples[t] = s
	b.simpleOrder = append(b.simpleOrder, t)
	b.addDecl(p, s)
	return s
}

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
			b.within2(s)
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

// within2 names the anonymous items and members of a simple type.
func (b *builder) within2(s *xsd.SimpleType) {
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

// isEnum reports whether the type itself lists its values and text is enough
// to hold them.
func isEnum(t *xsd.SimpleType) bool {
	if t.Variety != datatype.AtomicVariety && t.Variety != datatype.UnionVariety {
		return false
	}
	if isQName(t) || isScoped(t) {
		return false
	}
	return slices.ContainsFunc(t.Facets, func(f xsd.Facet) bool { return f.Name == datatype.EnumerationFacet })
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
