package diff

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

func at(c xsd.Component) change.Anchor { return change.Anchor{At: c, Pos: c.Position()} }

// places knows for the parts of a schema the global component that each is
// written in.
type places struct {
	schema *xsd.Schema
	of     map[any]place
	parts  []any // in the order of the walk
}

// place is where a part stands: the global component that it is written in with
// the steps from there, and the innermost type or global declaration that has
// it. Few of all places are reported, so their texts are made when asked for.
type place struct {
	global *change.Component
	steps  *steps
	owner  any
	from   *steps // those of the owner
}

// steps are a way down, the last step first.
type steps struct {
	last   string
	before *steps
}

// since returns the steps that come after others as a path.
func (s *steps) since(others *steps) string {
	var path []string
	for ; s != others; s = s.before {
		path = append(path, s.last)
	}
	slices.Reverse(path)
	return strings.Join(path, "/")
}

// component returns what stands at the place by its names.
func (p place) component() change.Component {
	if p.global == nil {
		return change.Component{}
	}
	c := *p.global
	c.Path = p.steps.since(nil)
	return c
}

// holder returns the owners of two places, with the steps from them.
func holder(from, to place) change.Holder {
	return change.Holder{Old: from.owner, New: to.owner, Step: to.steps.since(to.from), OldStep: from.steps.since(from.from)}
}

// placesOf returns the places of both versions, each made when it is asked for.
func placesOf(old, new *xsd.Schema) pair[func() *places] {
	return pair[func() *places]{
		sync.OnceValue(func() *places { return newPlaces(old) }),
		sync.OnceValue(func() *places { return newPlaces(new) }),
	}
}

// newPlaces walks a schema. Groups come first, so that what types share
// through a group is placed there; a type has only what it adds to its base.
func newPlaces(s *xsd.Schema) *places {
	p := &places{schema: s, of: map[any]place{}}
	for _, g := range innermost(s.AttributeGroups()) {
		p.attributes(p.global(g, g.Name), g.Uses, g.Wildcard)
	}
	for _, g := range s.ModelGroups() {
		w := p.walker(p.global(g, g.Name))
		p.put(g.Group, w.here)
		for _, q := range g.Group.Particles {
			w.particle(q)
		}
	}
	for _, t := range s.Types() {
		p.typeBody(p.global(t, t.TypeName()), t)
	}
	for _, e := range s.Elements() {
		p.declared(p.global(e, e.Name), e)
	}
	for _, a := range s.Attributes() {
		p.typeUse(p.global(a, a.Name), a.Type)
	}
	return p
}

// innermost orders attribute groups so that those which others refer to come
// before these: they have fewer uses, or the same in what is declared nearest.
func innermost(groups []*xsd.AttributeGroupDef) []*xsd.AttributeGroupDef {
	return slices.SortedStableFunc(slices.Values(groups), func(a, b *xsd.AttributeGroupDef) int {
		return cmp.Or(cmp.Compare(len(a.Uses), len(b.Uses)), cmp.Compare(distance(a), distance(b)))
	})
}

// distance is how many lines a group is before the first of its uses; one that
// only refers to another group is further away than that group, or behind it.
func distance(g *xsd.AttributeGroupDef) int {
	if len(g.Uses) == 0 {
		return 0
	}
	first := slices.MinFunc(g.Uses, func(a, b *xsd.AttributeUse) int { return cmp.Compare(a.Pos.Line, b.Pos.Line) })
	if d := first.Pos.Line - g.Pos.Line; first.Pos.File == g.Pos.File && d >= 0 {
		return d
	}
	return math.MaxInt
}

// global enters a global component.
func (p *places) global(c xsd.Component, name xsd.QName) place {
	here := place{global: &change.Component{Kind: c.Kind(), Name: name, Label: p.schema.Reading(name)}, owner: c}
	p.put(c, here)
	return here
}

// put enters a part unless it has a place already.
func (p *places) put(part any, here place) bool {
	if _, ok := p.of[part]; ok {
		return false
	}
	p.of[part] = here
	p.parts = append(p.parts, part)
	return true
}

// below is the place one step further down.
func (p place) below(step string) place {
	p.steps = &steps{step, p.steps}
	return p
}

// owned is the same place for what a type or declaration has.
func (p place) owned(by any) place {
	p.owner, p.from = by, p.steps
	return p
}

func (p *places) typeBody(here place, t xsd.Type) {
	switch t := t.(type) {
	case *xsd.SimpleType:
		p.simple(here, t)
	case *xsd.ComplexType:
		p.complex(here, t)
	}
}

func (p *places) simple(here place, t *xsd.SimpleType) {
	for i := range t.Facets {
		p.put(&t.Facets[i], here)
	}
	p.typeUse(here, t.Base)
	switch t.Method {
	case xsd.ListDerivation:
		p.typeUse(here, t.Item)
	case xsd.UnionDerivation:
		for _, m := range t.Members {
			p.typeUse(here, m)
		}
	}
}

// complex places what a type has beyond its base. Both share the rest.
func (p *places) complex(here place, t *xsd.ComplexType) {
	base, ok := t.Base.(*xsd.ComplexType)
	if !ok {
		base = xsd.AnyType
	}
	p.typeUse(here, t.Base)
	p.walker(here).particle(t.Own)
	if q := t.Content.Particle; q != nil && q != base.Content.Particle {
		p.put(q, here)
	}
	if t.Content.Kind == xsd.SimpleContent && t.Content.Simple != base.Content.Simple {
		p.typeUse(here, t.Content.Simple)
	}
	own := slices.DeleteFunc(slices.Clone(t.AttributeUses), func(u *xsd.AttributeUse) bool { return slices.Contains(base.AttributeUses, u) })
	wildcard := t.AttributeWildcard
	if wildcard == base.AttributeWildcard {
		wildcard = nil
	}
	p.attributes(here, own, wildcard)
}

// typeUse walks a type that is written in place; a global one has its own
// place.
func (p *places) typeUse(here place, t xsd.Type) {
	if t == nil || p.schema.IsGlobal(t) || !p.put(t, here) {
		return
	}
	p.typeBody(here.owned(t), t)
}

// attributes places uses that no group has placed before.
func (p *places) attributes(here place, uses []*xsd.AttributeUse, w *xsd.Wildcard) {
	for _, u := range inclusion.SortedUses(uses) {
		there := here.below("@" + u.Decl.Name.Local)
		if p.put(u, there) && !u.Decl.Global {
			p.put(u.Decl, there)
			p.typeUse(there, u.Decl.Type)
		}
	}
	if w != nil {
		p.put(w, here.below("@*"))
	}
}

// walker places the particles of one content model.
type walker struct {
	*places
	here place
	seen map[string]int // how often a step was taken
}

func (p *places) walker(here place) *walker {
	return &walker{places: p, here: here, seen: map[string]int{}}
}

func (w *walker) particle(p *xsd.Particle) {
	if p == nil {
		return
	}
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		there := w.here.below(w.step(t.Name.Local))
		if w.put(p, there) && !t.Global {
			w.put(t, there)
			w.declared(there, t)
		}
	case *xsd.Wildcard:
		there := w.here.below(w.step("*"))
		w.put(p, there)
		w.put(t, there)
	case *xsd.ModelGroup:
		w.put(p, w.here)
		if t.Def != w.here.owner && w.named(t.Def) || !w.put(t, w.here) {
			return // a named group has its own place
		}
		for _, q := range t.Particles {
			w.particle(q)
		}
	}
}

func (w *walker) named(d *xsd.ModelGroupDef) bool {
	return d != nil && w.schema.ModelGroup(d.Name) == d
}

// step numbers the second and later of several particles with one name.
func (w *walker) step(name string) string {
	w.seen[name]++
	if n := w.seen[name]; n > 1 {
		return name + "[" + strconv.Itoa(n) + "]"
	}
	return name
}

// declared places what stands within an element declaration.
func (p *places) declared(here place, e *xsd.ElementDecl) {
	for _, ic := range e.IdentityConstraints {
		p.put(ic, here)
	}
	p.typeUse(here, e.Type)
}

// partKey tells parts apart by their place and by what they are.
type partKey struct {
	global xsd.Kind
	name   xsd.QName
	path   string
	kind   xsd.Kind
	facet  datatype.FacetKind
	value  string
}

// key returns the key of a part in the names of the new version.
func (p *places) key(part any, names *inclusion.Names) partKey {
	here := p.of[part].component()
	key := partKey{global: here.Kind, name: names.TypeName(here.Name), path: here.Path}
	switch part := part.(type) {
	case *xsd.Facet:
		key.facet, key.value = part.Name, part.Value
	case xsd.Component:
		key.kind = part.Kind()
	}
	return key
}
