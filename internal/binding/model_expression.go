package binding

import (
	"fmt"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

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

// allOf returns the all group that a content model is, if it has several parts,
// and whether it may be left out.
func allOf(p *xsd.Particle) (all *xsd.ModelGroup, optional bool) {
	g, ok := p.Term.(*xsd.ModelGroup)
	switch {
	case !ok || p.Max != 1:
		return nil, false
	case g.Compositor == xsd.All && len(g.Particles) > 1:
		return g, p.Min == 0
	case len(g.Particles) == 1:
		all, optional = allOf(g.Particles[0])
		return all, optional || p.Min == 0
	}
	return nil, false
}

// anyOrder is the model of elements in any order, which mixed content keeps: an
// expression for which there are, and one for each that says how often.
func (m *modeler) anyOrder(p *xsd.Particle, all *xsd.ModelGroup, optional bool) *plan.Model {
	var each, names []string
	for _, q := range all.Particles {
		name := m.term(q.Term)
		others := "[^" + strings.Trim(name, "[]") + "]*"
		times := occurrence(q.Min, q.Max)
		expr := others + "(?:" + name + others + ")" + times
		if optional {
			expr += "|" // none at all
		}
		each, names = append(each, `\A(?:`+expr+`)\z`), append(names, name)
	}
	return &plan.Model{Text: shortened(m.text(p)), Expr: `\A(?:` + strings.Join(names, "|") + `)*\z`, Each: each, Names: m.names}
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
	times := occurrence(low, high)
	m.counted = m.counted || strings.HasPrefix(times, "{")
	return times
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
