package binding

import (
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// references returns, for each namespace, those that its components need.
func references(s *xsd.Schema) map[string]map[string]bool {
	r := &referenceWalk{schema: s, refs: map[string]map[string]bool{}, seen: map[any]bool{}, homes: attributeHomes(s)}
	for _, t := range s.Types() {
		r.typeDef(t.TypeName().Space, t)
	}
	for _, e := range s.Elements() {
		r.element(e.Name.Space, e)
	}
	for _, a := range s.Attributes() {
		r.typeUse(a.Name.Space, a.Type)
	}
	for _, g := range s.ModelGroups() {
		r.group(g.Name.Space, g.Group)
	}
	for _, g := range s.AttributeGroups() {
		r.uses(g.Name.Space, g.Uses)
	}
	return r.refs
}

// attributeHomes returns the namespaces of attributes that do not belong to a
// complex type.
func attributeHomes(s *xsd.Schema) map[*xsd.AttributeDecl]string {
	homes := map[*xsd.AttributeDecl]string{}
	for _, a := range s.Attributes() {
		homes[a] = a.Name.Space
	}
	for _, g := range s.AttributeGroups() {
		for _, u := range g.Uses {
			if _, known := homes[u.Decl]; !known {
				homes[u.Decl] = g.Name.Space
			}
		}
	}
	return homes
}

type referenceWalk struct {
	schema *xsd.Schema
	refs   map[string]map[string]bool
	seen   map[any]bool
	homes  map[*xsd.AttributeDecl]string
}

func (r *referenceWalk) add(from, to string) {
	if from == to || to == xsd.Namespace || to == xsd.XMLNamespace {
		return
	}
	if r.refs[from] == nil {
		r.refs[from] = map[string]bool{}
	}
	r.refs[from][to] = true
}

// visit reports whether the component was not yet seen from that namespace.
func (r *referenceWalk) visit(from string, c any) bool {
	type key struct {
		from string
		c    any
	}
	if r.seen[key{from, c}] {
		return false
	}
	r.seen[key{from, c}] = true
	return true
}

// typeUse books the use of a type; the content of an anonymous one belongs to
// the user.
func (r *referenceWalk) typeUse(from string, t xsd.Type) {
	if t == nil {
		return
	}
	if n := t.TypeName(); !n.IsZero() {
		r.add(from, n.Space)
		return
	}
	if r.visit(from, t) {
		r.typeDef(from, t)
	}
}

// typeDef books what a struct for the type mentions: being laid flat, it
// mentions all that its bases do.
func (r *referenceWalk) typeDef(from string, t xsd.Type) {
	switch t := t.(type) {
	case *xsd.SimpleType:
		r.typeUse(from, t.Base)
		if t.Item != nil {
			r.typeUse(from, t.Item)
		}
		for _, m := range t.Members {
			r.typeUse(from, m)
		}
	case *xsd.ComplexType:
		r.typeUse(from, t.Base)
		r.uses(from, t.AttributeUses)
		if t.Content.Simple != nil {
			r.typeUse(from, t.Content.Simple)
		}
		if t.Content.Particle != nil {
			r.particle(from, t.Content.Particle)
		}
	}
}

// uses books attributes. Like that of a global element, the anonymous type of a
// global attribute, or of one in an attribute group, is at home there.
func (r *referenceWalk) uses(from string, uses []*xsd.AttributeUse) {
	for _, u := range uses {
		home, known := r.homes[u.Decl]
		if known && home != from && u.Decl.Type.TypeName().IsZero() {
			r.add(from, home)
			continue
		}
		r.typeUse(from, u.Decl.Type)
	}
}

func (r *referenceWalk) particle(from string, p *xsd.Particle) {
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		r.element(from, t)
	case *xsd.ModelGroup:
		r.group(from, t)
	}
}

func (r *referenceWalk) group(from string, g *xsd.ModelGroup) {
	if g == nil || !r.visit(from, g) {
		return
	}
	if g.Def != nil && g.Def.Name.Space != from {
		r.add(from, g.Def.Name.Space) // what is anonymous in it is at home there
		return
	}
	for _, p := range g.Particles {
		r.particle(from, p)
	}
}

// element books a declaration. An anonymous type of a global declaration
// belongs to the declaration's namespace.
func (r *referenceWalk) element(from string, e *xsd.ElementDecl) {
	if e.Global {
		r.add(from, e.Name.Space)
		if e.Name.Space != from && e.Type != nil && e.Type.TypeName().IsZero() {
			return
		}
	}
	r.typeUse(from, e.Type)
}

// circles returns the strongly connected components of the reference graph,
// each sorted, in the order of their first namespace.
func circles(spaces []string, refs map[string]map[string]bool) [][]string {
	reach := map[string]map[string]bool{}
	for _, s := range spaces {
		reach[s] = map[string]bool{}
		mark(s, refs, reach[s])
	}
	var list [][]string
	done := map[string]bool{}
	for _, s := range spaces {
		if done[s] {
			continue
		}
		circle := []string{s}
		for _, t := range spaces {
			if t != s && reach[s][t] && reach[t][s] {
				circle = append(circle, t)
				done[t] = true
			}
		}
		list = append(list, circle)
	}
	return list
}

func mark(from string, refs map[string]map[string]bool, seen map[string]bool) {
	for to := range refs[from] {
		if !seen[to] {
			seen[to] = true
			mark(to, refs, seen)
		}
	}
}
