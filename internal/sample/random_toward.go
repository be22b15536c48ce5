package sample

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Toward makes documents that hold a component where that can be: a type, or a
// declaration of an element or attribute. What else is in them stays random; with
// odd seeds only what is in the component, and all else is what must be there. Nil
// asks for nothing. It reports whether the component is reached from the root.
func (w *Writer) Toward(target xsd.Component, root *xsd.ElementDecl) bool {
	if target == nil {
		w.leads = nil
		return true
	}
	if w.leads == nil || w.leads.target != target {
		w.leads = newLeads(w.heights, target)
	}
	return w.leads.form(form{root, root.Type}) < endless
}

// leads knows how many elements lead from a type to a component at least.
type leads struct {
	heights *heights
	target  xsd.Component
	steps   map[*xsd.ComplexType]int
	spaces  map[string]int // from the nearest of a namespace's global elements
}

func newLeads(h *heights, target xsd.Component) *leads {
	l := &leads{heights: h, target: target, steps: map[*xsd.ComplexType]int{}}
	for t := range h.types {
		l.steps[t] = endless
	}
	for changed := true; changed; {
		changed, l.spaces = false, l.nearest()
		for t, old := range l.steps {
			if now := l.within(t); now < old {
				l.steps[t], changed = now, true
			}
		}
	}
	return l
}

// nearest returns how far the nearest global element of each namespace is, for
// wildcards: they let in what is declared.
func (l *leads) nearest() map[string]int {
	spaces := map[string]int{}
	for _, e := range l.heights.schema.Elements() {
		steps := endless
		if l.heights.letIn(e) {
			steps = l.element(e)
		}
		if known, ok := spaces[e.Name.Space]; !ok || steps < known {
			spaces[e.Name.Space] = steps
		}
	}
	return spaces
}

// within is 0 for a type that is or has the component, and one more than for the
// nearest of its children else.
func (l *leads) within(t *xsd.ComplexType) int {
	if xsd.Component(t) == l.target || l.isText(t.Content.Simple) || slices.ContainsFunc(t.AttributeUses, l.isAttribute) {
		return 0
	}
	return min(1+l.particle(t.Content.Particle), endless)
}

func (l *leads) isAttribute(u *xsd.AttributeUse) bool {
	return xsd.Component(u.Decl) == l.target || l.isText(u.Decl.Type)
}

// isText reports whether a simple type is the component, or made of it.
func (l *leads) isText(t *xsd.SimpleType) bool {
	if t == nil {
		return false
	}
	return xsd.Component(t) == l.target || l.isText(t.Base) || l.isText(t.Item) || slices.ContainsFunc(t.Members, l.isText)
}

func (l *leads) particle(p *xsd.Particle) int {
	if p == nil || p.Max == 0 {
		return endless
	}
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		return l.element(t)
	case *xsd.ModelGroup:
		nearest := endless
		for _, q := range t.Particles {
			nearest = min(nearest, l.particle(q))
		}
		return nearest
	case *xsd.Wildcard:
		return l.wildcard(t)
	}
	return endless
}

// wildcard is as far as the nearest element that it lets in and looks at.
func (l *leads) wildcard(c *xsd.Wildcard) int {
	nearest := endless
	for space, steps := range l.spaces {
		if c.Process != xsd.Skip && c.Namespaces.Allows(space) {
			nearest = min(nearest, steps)
		}
	}
	return nearest
}

func (l *leads) element(e *xsd.ElementDecl) int {
	nearest := endless
	for _, f := range l.heights.formsOf(e) {
		nearest = min(nearest, l.form(f))
	}
	return nearest
}

func (l *leads) form(f form) int {
	if xsd.Component(f.decl) == l.target {
		return 0
	}
	switch t := f.typ.(type) {
	case *xsd.SimpleType:
		if l.isText(t) {
			return 0
		}
	case *xsd.ComplexType:
		if l.heights.typ(t) < endless {
			return l.steps[t]
		}
	}
	return endless
}

// on reports whether something so far from the component is on the way to it.
func (w *Writer) on(steps int) bool { return w.leads != nil && steps <= w.goal }

// enter goes on from an element to its children. What it returns is to be called
// behind them: the first child on the way is enough.
func (w *Writer) enter(f form) (leave func()) {
	goal, spare, there := w.goal, w.spare, false
	w.goal = -1
	if w.leads != nil {
		if steps := w.leads.form(f); steps <= goal {
			w.goal, goal, there = steps-1, -1, steps == 0
		}
	}
	if spare && there {
		w.spare, w.elements = false, maxElements
	}
	return func() {
		w.goal = goal
		if w.spare = spare; spare && there {
			w.elements = 0
		}
	}
}

// toward keeps of some particles those on the way, or all if none is.
func (w *Writer) toward(list []*xsd.Particle) []*xsd.Particle {
	return kept(list, func(p *xsd.Particle) bool { return w.leads != nil && w.on(w.leads.particle(p)) })
}

// formsToward does the same for the forms of an element.
func (w *Writer) formsToward(list []form) []form {
	return kept(list, func(f form) bool { return w.leads != nil && w.on(w.leads.form(f)) })
}

func kept[T any](list []T, fits func(T) bool) []T {
	var out []T
	for _, one := range list {
		if fits(one) {
			out = append(out, one)
		}
	}
	if len(out) == 0 {
		return list
	}
	return out
}
