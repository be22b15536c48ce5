package binding

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

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

// model plans the content model of a struct, nil where it needs none.
func model(schema *xsd.Schema, src *structSource) *plan.Model {
	p := src.t.Content.Particle
	if p == nil || src.t.Content.Kind == xsd.SimpleContent || (sizes{}).of(p) > manyItems || isPlain(schema, p, src.s) {
		return nil
	}
	m := &modeler{schema: schema, s: src.s, index: map[xsd.QName]int{}}
	if src.t.Content.Kind == xsd.MixedContent && hasAll(p) || !m.wildcards(p) {
		return nil
	}
	m.indexTable(p)
	for _, m.limit = range modelLimits {
		expr := `\A(?:` + m.expr(p) + `)\z`
		if _, err := regexp.Compile(expr); err == nil {
			return &plan.Model{Text: shortened(m.text(p)), Expr: expr, Names: m.names}
		}
	}
	return nil
}

// isPlain reports whether the fields of the struct say all that the particle
// says: it is a sequence, or an all group, of elements, each with a field that
// holds as many as the element may occur, or whose count is checked.
func isPlain(schema *xsd.Schema, p *xsd.Particle, s *plan.Struct) bool {
	seen := plainParts{schema, map[xsd.QName]bool{}}
	for _, f := range s.Fields {
		switch f.Kind {
		case plan.ScalarField, plan.ListField, plan.StructField, plan.AnyField, plan.TypedField, plan.ItemsField:
		default:
			return false
		}
		if f.Shape == plan.Required && (f.Nillable || f.Pointer || f.NilMeansAbsent()) {
			return false
		}
	}
	if len(s.Fields) == 1 && s.Fields[0].Mixed {
		return seen.free(p)
	}
	return seen.part(p)
}

// plainParts are the elements that parts of a content model have been found to
// be plain for.
type plainParts struct {
	schema *xsd.Schema
	seen   map[xsd.QName]bool
}

// part reports whether a particle is plain, and has no element of an earlier
// one.
func (pp plainParts) part(p *xsd.Particle) bool {
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		return pp.element(t)
	case *xsd.ModelGroup:
		switch {
		case len(t.Particles) == 0:
			return t.Compositor != xsd.Choice
		case t.Compositor == xsd.Choice:
			return p.Max == xsd.Unbounded && !slices.ContainsFunc(t.Particles, func(q *xsd.Particle) bool { return !pp.item(q) })
		case p.Min != 1 || p.Max != 1:
			return false
		}
		return !slices.ContainsFunc(t.Particles, func(q *xsd.Particle) bool { return !pp.part(q) })
	}
	return false
}

// free reports whether a particle is nothing but a choice of elements that
// repeats without end and may be left out: what a list of mixed content is.
func (pp plainParts) free(p *xsd.Particle) bool {
	g, ok := p.Term.(*xsd.ModelGroup)
	switch {
	case !ok || len(g.Particles) == 0:
		return false
	case g.Compositor != xsd.Choice:
		return len(g.Particles) == 1 && p.Max == 1 && pp.free(g.Particles[0])
	}
	return p.Min == 0 && pp.part(p)
}

// item reports whether a particle, within a choice that repeats without end, is
// one element or a choice of such: then the choice is just a list of them.
func (pp plainParts) item(p *xsd.Particle) bool {
	if p.Min > 1 {
		return false
	}
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		return pp.element(t)
	case *xsd.ModelGroup:
		return (t.Compositor == xsd.Choice || len(t.Particles) == 1) && !slices.ContainsFunc(t.Particles, func(q *xsd.Particle) bool { return !pp.item(q) })
	}
	return false
}

// element takes up an element, and those that can stand for it.
func (pp plainParts) element(e *xsd.ElementDecl) bool {
	all := pp.schema.Substitutes(e)
	for _, e := range all {
		if pp.seen[e.Name] {
			return false
		}
		pp.seen[e.Name] = true
	}
	return len(all) > 0
}

func hasAll(p *xsd.Particle) bool {
	g, ok := p.Term.(*xsd.ModelGroup)
	return ok && (g.Compositor == xsd.All && len(g.Particles) > 1 || slices.ContainsFunc(g.Particles, hasAll))
}

// modeler writes a content model as an expression.
type modeler struct {
	schema *xsd.Schema
	s      *plan.Struct
	index  map[xsd.QName]int // of names
	names  []xsd.QName       // those that the table lacks
	limit  int               // counts beyond are left open
}

// indexTable gives the names of the table their characters. All items of an
// entry have one where the model treats them alike.
func (m *modeler) indexTable(p *xsd.Particle) {
	for i, e := range m.s.Table.Elements {
		if _, known := m.index[e.Name]; e.Items == nil && !known {
			m.index[e.Name] = i
		}
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
		names := e.Names()
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

// classesOf says for each name which classes of a model's expression it is in:
// names that are in the same ones are alike.
func classesOf(p *xsd.Particle, m *modeler) map[xsd.QName]string {
	found := map[xsd.QName]string{}
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
				found[n] += fmt.Sprint(" ", count)
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

func (m *modeler) expr(p *xsd.Particle) string {
	return m.term(p.Term) + m.times(p)
}

func (m *modeler) term(t xsd.Term) string {
	if elements, wildcards, ok := m.single(t); ok {
		var list []rune
		for _, e := range elements {
			for _, n := range m.elementNames(e) {
				list = append(list, m.rune(n))
			}
		}
		for _, w := range wildcards {
			list = append(list, m.wildcardRunes(w)...)
		}
		return class(list)
	}
	g := t.(*xsd.ModelGroup)
	between := ""
	if g.Compositor == xsd.Choice {
		between = "|"
		if len(g.Particles) == 0 {
			return class(nil)
		}
	}
	var parts []string
	for _, q := range g.Particles {
		parts = append(parts, m.expr(q))
	}
	return "(?:" + strings.Join(parts, between) + ")"
}

// elementNames are the names of an element and of those that may stand for it.
func (m *modeler) elementNames(e *xsd.ElementDecl) []xsd.QName {
	var list []xsd.QName
	if !e.Abstract {
		list = append(list, e.Name)
	}
	if e.Global {
		for _, member := range m.schema.Members(e) {
			if !member.Abstract && xsd.Substitutable(member, e) {
				list = append(list, member.Name)
			}
		}
	}
	return list
}

func (m *modeler) rune(n xsd.QName) rune {
	i, known := m.index[n]
	if !known {
		i = len(m.s.Table.Elements) + len(m.names)
		m.names = append(m.names, n)
		m.index[n] = i
	}
	return plan.ModelRune(i)
}

// wildcardRunes are the characters of all names that a wildcard admits: some of
// the names that the model knows, and each set of wildcards that this one is in.
func (m *modeler) wildcardRunes(w *xsd.Wildcard) []rune {
	var list []rune
	for n, i := range m.index {
		if w.Namespaces.Allows(n.Space) {
			list = append(list, plan.ModelRune(i))
		}
	}
	bit := 1 << m.wildcard(w.Namespaces)
	for set := range 1 << len(m.s.Table.Wildcards) {
		if set&bit != 0 {
			list = append(list, plan.WildcardRune(set))
		}
	}
	return list
}

// class is an expression for one of the characters.
func class(list []rune) string {
	if len(list) == 0 {
		return `[^\x00-\x{10FFFF}]`
	}
	slices.Sort(list)
	list = slices.Compact(list)
	if len(list) == 1 {
		return fmt.Sprintf(`\x{%X}`, list[0])
	}
	var b strings.Builder
	for i := 0; i < len(list); {
		j := i
		for j+1 < len(list) && list[j+1] == list[j]+1 {
			j++
		}
		fmt.Fprintf(&b, `\x{%X}`, list[i])
		if j > i {
			fmt.Fprintf(&b, `-\x{%X}`, list[j])
		}
		i = j + 1
	}
	return "[" + b.String() + "]"
}

// times is how often a particle occurs, as far as the limit allows to say so.
func (m *modeler) times(p *xsd.Particle) string {
	low, high := min(p.Min, m.limit), p.Max
	if high != xsd.Unbounded && high > m.limit {
		high = xsd.Unbounded
	}
	return occurrence(low, high)
}

func occurrence(low, high int) string {
	switch {
	case low == 1 && high == 1:
		return ""
	case low == 0 && high == 1:
		return "?"
	case low == 0 && high == xsd.Unbounded:
		return "*"
	case low == 1 && high == xsd.Unbounded:
		return "+"
	case high == xsd.Unbounded:
		return fmt.Sprintf("{%d,}", low)
	case low == high:
		return fmt.Sprintf("{%d}", low)
	}
	return fmt.Sprintf("{%d,%d}", low, high)
}

// text writes a content model for people.
func (m *modeler) text(p *xsd.Particle) string {
	times := occurrence(p.Min, p.Max)
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		return t.Name.Local + times
	case *xsd.Wildcard:
		return "any" + times
	}
	g := p.Term.(*xsd.ModelGroup)
	var parts []string
	for _, q := range g.Particles {
		parts = append(parts, m.text(q))
	}
	between := map[xsd.Compositor]string{xsd.Sequence: ", ", xsd.Choice: " | ", xsd.All: " & "}[g.Compositor]
	if len(parts) == 1 && times == "" {
		return parts[0]
	}
	return "(" + strings.Join(parts, between) + ")" + times
}

// longModel is the length from which on the text of a model helps nobody.
const longModel = 200

func shortened(text string) string {
	if len(text) > longModel {
		return strings.ToValidUTF8(text[:longModel], "") + "…"
	}
	return text
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

// models plans the content models, when it is settled what fields there are.
func models(code *plan.Plan, schema *xsd.Schema, order []*structSource) {
	seen := map[*plan.Struct]bool{}
	for _, src := range order {
		if src.s.Model = model(schema, src); src.s.Model != nil {
			dropBounds(src.s, seen)
		} else if p := src.t.Content.Particle; p != nil && src.t.Content.Kind != xsd.SimpleContent && ((sizes{}).of(p) > manyItems || !isPlain(schema, p, src.s)) {
			code.Approximate(src.t, "Validate does not look at its content model, which is too large or mixes all with text")
		}
	}
}
