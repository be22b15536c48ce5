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
	// global says that root is a global element, which path begins with.
	global bool
}

// nameAnonymous names the types that stand within other components, from the
// outside in: groups first, as complex types have their attributes and elements
// too.
func (nm *namer) nameAnonymous() {
	named := slices.Clone(nm.decls.order)
	for _, g := range nm.schema.ModelGroups() {
		if p := nm.layout.packageFor(g.Name.Space); p != nil && g.Group != nil {
			nm.anonymousIn(g.Group, place{pkg: p, name: exported(g.Name.Local), file: typesFile, root: g.Name})
		}
	}
	for _, g := range nm.schema.AttributeGroups() {
		if p := nm.layout.packageFor(g.Name.Space); p != nil {
			nm.anonymousUses(g.Uses, place{pkg: p, name: exported(g.Name.Local), file: typesFile, root: g.Name})
		}
	}
	for _, a := range nm.schema.Attributes() {
		if p := nm.layout.packageFor(a.Name.Space); p != nil {
			nm.anonymousType(a.Type, place{pkg: p, file: typesFile, root: a.Name}, a.Name.Local)
		}
	}
	for _, src := range named {
		nm.within(src)
	}
	for _, e := range nm.schema.Elements() {
		if p := nm.layout.packageFor(e.Name.Space); p != nil {
			nm.anonymousType(e.Type, place{pkg: p, file: typesFile, root: e.Name, global: true}, e.Name.Local)
		}
	}
	for _, t := range nm.schema.Types() {
		if s, ok := t.(*xsd.SimpleType); ok && nm.decls.simples[s] != nil {
			nm.withinSimple(s)
		}
	}
}

// within names the anonymous types that a complex type itself declares.
func (nm *namer) within(src *structSource) {
	at := place{pkg: src.s.Pkg, name: src.s.Name, file: src.s.File, root: src.root, path: src.path, global: src.global}
	if src.t.Own != nil {
		nm.anonymousParticle(src.t.Own, at)
	}
	base, _ := src.t.Base.(*xsd.ComplexType)
	for _, u := range src.t.AttributeUses {
		if base == nil || base.AttributeUse(u.Decl.Name) != u {
			nm.anonymousUse(u, at)
		}
	}
	if c := src.t.Content.Simple; c != nil && (base == nil || base.Content.Simple != c) {
		nm.anonymousType(c, at, "value")
	}
}

// withinSimple names the anonymous items and members of a simple type.
func (nm *namer) withinSimple(s *xsd.SimpleType) {
	at := place{pkg: nm.decls.simples[s].Pkg, name: nm.decls.simples[s].Name, file: valuesFile, root: s.Name}
	if item := ownItem(s); item != nil {
		nm.anonymousType(item, at, "item")
	}
	if s.Method == xsd.UnionDerivation {
		for i, m := range s.Members {
			nm.anonymousType(m, at, "member"+strconv.Itoa(i+1))
		}
	}
}

// ownItem returns the item type of a list that is derived in the type itself, or
// in anonymous types that it restricts.
func ownItem(s *xsd.SimpleType) *xsd.SimpleType {
	for s.Method == xsd.Restriction && s.Base != nil && s.Base.Name.IsZero() {
		s = s.Base
	}
	if s.Method != xsd.ListDerivation {
		return nil
	}
	return s.Item
}

func (nm *namer) anonymousParticle(p *xsd.Particle, at place) {
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		if !t.Global {
			nm.anonymousType(t.Type, at, t.Name.Local)
		}
	case *xsd.ModelGroup:
		if t.Def == nil {
			nm.anonymousIn(t, at)
		}
	}
}

func (nm *namer) anonymousIn(g *xsd.ModelGroup, at place) {
	for _, p := range g.Particles {
		nm.anonymousParticle(p, at)
	}
}

func (nm *namer) anonymousUses(uses []*xsd.AttributeUse, at place) {
	for _, u := range uses {
		nm.anonymousUse(u, at)
	}
}

func (nm *namer) anonymousUse(u *xsd.AttributeUse, at place) {
	if !u.Decl.Global {
		nm.anonymousType(u.Decl.Type, at, u.Decl.Name.Local)
	}
}

// anonymousType names an anonymous type that stands in the named element or
// attribute: the Go type around it plus the element's name.
func (nm *namer) anonymousType(t xsd.Type, at place, local string) {
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
		if nm.decls.structs[t] != nil {
			return
		}
		name := nm.layout.scopeOf[at.pkg].claimFor(t, thing, nm.layout.besides(at.root.Space, wanted, wanted+"Element")...)
		src := &structSource{
			s: &plan.Struct{Name: name, File: at.file, Pkg: at.pkg, Component: t}, t: t,
			root: at.root, path: append(slices.Clip(at.path), local), global: at.global,
		}
		nm.decls.enter(src)
		nm.within(src)
	case *xsd.SimpleType:
		switch item := ownItem(t); {
		case nm.decls.simples[t] != nil:
		case isEnum(t):
			nm.decls.enterSimple(t, nm.layout.scopeOf[at.pkg].claimFor(t, thing, nm.layout.besides(at.root.Space, wanted, wanted+"Value")...), at.pkg)
		case item != nil:
			below := at
			below.name, below.path = wanted, append(slices.Clip(at.path), local)
			nm.anonymousType(item, below, "item")
		case t.Method == xsd.Restriction && t.Base != nil:
			nm.anonymousType(t.Base, at, local) // an enumeration within a restriction
		}
	}
}
