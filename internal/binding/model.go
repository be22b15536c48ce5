package binding

import (
	"regexp/syntax"
	"slices"

	"github.com/wbxgen/wbxgen/internal/parallel"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// A struct flattens its content model, so that its fields can hold children
// that the model does not allow: half of an optional group, no branch of a
// choice, a repeat too many inside another. Such a struct has the model itself
// beside the fields, as a regular expression over the names of its children
// (what Part 1 §3.8.6 calls a content model's language), and Validate matches
// what would be written against it. Bounds of the fields are dropped then.

// modelLimits are the largest repetition counts that are tried, in this order,
// until package regexp takes the expression; counts beyond are left open.
var modelLimits = []int{1000, 30, 5, 1}

// maxModelWildcards bounds the wildcards of one model: each set of them has a
// character of its own.
const maxModelWildcards = 6

// model plans the content model of a struct, nil where it needs none. Lost says that
// it needs one and is too large for it.
func model(schema *xsd.Schema, known sizes, src *structSource) (of *plan.Model, lost bool) {
	p := src.t.Content.Particle
	switch {
	case p == nil || src.t.Content.Kind == xsd.SimpleContent:
		return nil, false
	case known.of(p) > manyItems:
		return nil, true
	case isPlain(schema, p, src.s):
		return nil, false
	}
	of = modelOf(schema, src, p)
	return of, of == nil
}

// modelOf writes the content model of a struct, nil where that is too large.
func modelOf(schema *xsd.Schema, src *structSource, p *xsd.Particle) *plan.Model {
	m := &modeler{schema: schema, s: src.s, index: make(map[xsd.QName]int, len(src.s.Table.Elements))}
	if !m.wildcards(p) {
		return nil
	}
	m.indexTable(p)
	if all, optional := allOf(p); all != nil && src.t.Content.Kind == xsd.MixedContent {
		return m.anyOrder(p, all, optional)
	}
	for _, m.limit = range modelLimits {
		m.counted = false
		expr := `\A(?:` + m.expr(p) + `)\z`
		if m.isTaken(expr) {
			return &plan.Model{Text: shortened(m.text(p)), Expr: expr, Names: m.names}
		}
	}
	return nil
}

// modeler writes a content model as an expression.
type modeler struct {
	schema *xsd.Schema
	s      *plan.Struct
	index  map[xsd.QName]int // of names
	names  []xsd.QName       // those that the table lacks
	limit  int               // counts beyond are left open
	// counted says that the expression counts: it has more than ?, * and +.
	counted bool
}

// shortModel is the length up to which an expression without counts is none that
// package regexp could refuse: its parentheses are less deep than those may be, and
// what it is made into is less large.
const shortModel = 2000

// isTaken reports whether package regexp takes an expression. All that it refuses,
// it refuses when it parses, which takes longer than all else that models need.
func (m *modeler) isTaken(expr string) bool {
	if !m.counted && len(expr) <= shortModel {
		return true
	}
	_, err := syntax.Parse(expr, syntax.Perl)
	return err == nil
}

// indexTable gives the names of the table their characters. All items of an
// entry have one where the model treats them alike.
func (m *modeler) indexTable(p *xsd.Particle) {
	for i, e := range m.s.Table.Elements {
		if _, known := m.index[e.Name]; e.Items == nil && !known {
			m.index[e.Name] = i
		}
	}
	if !slices.ContainsFunc(m.s.Table.Elements, func(e plan.TableElement) bool { return e.Items != nil }) {
		return
	}
	classes := classesOf(p, m)
	alike := func(a, b xsd.QName) bool {
		return classes[a] == classes[b] && !slices.ContainsFunc(m.s.Table.Wildcards, func(w plan.TableWildcard) bool {
			return w.Namespaces.Allows(a.Space) != w.Namespaces.Allows(b.Space)
		})
	}
	for i, e := range m.s.Table.Elements {
		if e.Items == nil {
			continue
		}
		names := slices.Collect(e.Names())
		if slices.ContainsFunc(names, func(n xsd.QName) bool {
			_, known := m.index[n]
			return known || !alike(n, names[0])
		}) {
			continue
		}
		for _, n := range names {
			m.index[n] = i
		}
	}
}

// classesOf says for each name, by a number, which classes of a model's expression it
// is in: names that are in the same ones are alike.
func classesOf(p *xsd.Particle, m *modeler) map[xsd.QName]int {
	type step struct{ before, class int }
	found, numbers := map[xsd.QName]int{}, map[step]int{}
	count := 0
	var walk func(p *xsd.Particle)
	walk = func(p *xsd.Particle) {
		elements, _, single := m.single(p.Term)
		if !single {
			for _, q := range p.Term.(*xsd.ModelGroup).Particles {
				walk(q)
			}
			return
		}
		count++
		for _, e := range elements {
			for _, n := range m.elementNames(e) {
				s := step{found[n], count}
				if numbers[s] == 0 {
					numbers[s] = len(numbers) + 1
				}
				found[n] = numbers[s]
			}
		}
	}
	walk(p)
	return found
}

// single returns the elements and wildcards of a term that stands for exactly
// one child: it is one of them, or a choice of such.
func (m *modeler) single(t xsd.Term) (elements []*xsd.ElementDecl, wildcards []*xsd.Wildcard, ok bool) {
	switch t := t.(type) {
	case *xsd.ElementDecl:
		return []*xsd.ElementDecl{t}, nil, true
	case *xsd.Wildcard:
		return nil, []*xsd.Wildcard{t}, true
	}
	g := t.(*xsd.ModelGroup)
	if g.Compositor != xsd.Choice && len(g.Particles) != 1 || len(g.Particles) == 0 {
		return nil, nil, false
	}
	for _, q := range g.Particles {
		es, ws, ok := m.single(q.Term)
		if !ok || q.Min != 1 || q.Max != 1 {
			return nil, nil, false
		}
		elements, wildcards = append(elements, es...), append(wildcards, ws...)
	}
	return elements, wildcards, true
}

// wildcards sees to it that the table has the wildcards of the particle. It
// reports false where there are too many.
func (m *modeler) wildcards(p *xsd.Particle) bool {
	switch t := p.Term.(type) {
	case *xsd.Wildcard:
		if m.wildcard(t.Namespaces) < 0 {
			m.s.Table.Wildcards = append(m.s.Table.Wildcards, plan.TableWildcard{
				Index: len(m.s.Table.Elements) + len(m.s.Table.Wildcards), At: len(m.s.Table.Elements), Namespaces: t.Namespaces,
			})
		}
	case *xsd.ModelGroup:
		for _, q := range t.Particles {
			m.wildcards(q)
		}
	}
	return len(m.s.Table.Wildcards) <= maxModelWildcards
}

// wildcard returns the place of a wildcard in the table, or -1.
func (m *modeler) wildcard(c xsd.NamespaceConstraint) int {
	return slices.IndexFunc(m.s.Table.Wildcards, func(w plan.TableWildcard) bool { return w.Namespaces.Equal(c) })
}

// dropBounds removes the bounds on occurrence of the fields of a struct that has
// a model, its branches and groups included.
func dropBounds(s *plan.Struct, seen map[*plan.Struct]bool) {
	if seen[s] {
		return
	}
	seen[s] = true
	for _, f := range s.Fields {
		f.Checks = slices.DeleteFunc(f.Checks, func(c plan.Check) bool { return !c.IsFacet() })
		if f.Group != nil {
			dropBounds(f.Group, seen)
		}
		if f.Choice != nil {
			for _, br := range f.Choice.Branches {
				dropBounds(br, seen)
			}
		}
	}
}

// models plans the content models, when it is settled what fields there are: each
// by itself, as none asks for another.
func models(code *plan.Plan, schema *xsd.Schema, order []*structSource) {
	lost := make([]bool, len(order))
	parallel.EachBy(len(order), func() func(int) {
		known := sizes{}
		return func(i int) { order[i].s.Model, lost[i] = model(schema, known, order[i]) }
	})
	seen := map[*plan.Struct]bool{}
	for i, src := range order {
		if src.s.Model != nil {
			dropBounds(src.s, seen)
		} else if lost[i] {
			code.Approximate(src.t, "Validate does not look at its content model, which is too large")
		}
	}
}
