package witness

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff/reach"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// way leads from what starts a document to a place in it.
type way struct {
	// root is the element that starts the document, nil where the way starts
	// at the type of an operation.
	root *xsd.ElementDecl
	hops []hop
	// use is the attribute at the end of the way, nil for an element.
	use *xsd.AttributeUse
	// end is the type at the end of the way, or within its text.
	end xsd.Type
}

// hop is a step of a way: into an element, or to a type that stands in by
// xsi:type.
type hop struct {
	particle *xsd.Particle
	decl     *xsd.ElementDecl // what stands there
	as       xsd.Type
}

func (w way) plus(h hop, end xsd.Type) way {
	w.hops = append(slices.Clip(w.hops), h)
	w.end = end
	return w
}

// path returns the local names of the elements on the way, from the root.
func (w way) path() string {
	path := "/" + w.root.Name.Local
	for _, h := range w.hops {
		if h.particle != nil {
			path += "/" + h.decl.Name.Local
		}
	}
	return path
}

// last returns the hop into the last element, nil where there is none.
func (w way) last() *hop {
	for i := len(w.hops) - 1; i >= 0; i-- {
		if w.hops[i].particle != nil {
			return &w.hops[i]
		}
	}
	return nil
}

// above returns the way to what the last hop of a way starts from, as far as hops
// go: its end stays.
func (w way) above() way {
	w.hops = w.hops[:len(w.hops)-1]
	return w
}

// wayTo returns the shortest way from a component to another one.
func wayTo(g *reach.Graph, from, to any, h *hops) (way, bool) {
	steps, ok := g.Way(from, to)
	if !ok {
		return way{}, false
	}
	w := way{}
	w.start(from)
	for _, next := range steps {
		if w, ok = w.follow(from, next.To, next.Name, h); !ok {
			return way{}, false
		}
		from = next.To
	}
	return w, true
}

func (w *way) start(from any) {
	switch from := from.(type) {
	case *xsd.ElementDecl:
		w.root, w.end = from, from.Type
	case xsd.Type:
		w.end = from
	}
}

// follow goes on from one component to the next.
func (w way) follow(from, to any, step string, h *hops) (way, bool) {
	if w.use != nil {
		return w, true // types within the text of an attribute
	}
	_, declared := from.(*xsd.ElementDecl)
	switch {
	case strings.HasPrefix(step, "@"):
		return w.attribute(to)
	case step != "":
		return w.element(to, step, h)
	case declared:
		return w, true
	}
	t, ok := to.(*xsd.ComplexType)
	if ok && t != w.end {
		return w.plus(hop{as: t}, t), true
	}
	return w, true // types within a text
}

func (w way) attribute(to any) (way, bool) {
	ct, ok := w.end.(*xsd.ComplexType)
	if !ok {
		return w, false
	}
	for _, u := range ct.AttributeUses {
		if any(u.Decl) == to || any(u.Decl.Type) == to {
			w.use, w.end = u, u.Decl.Type
			return w, true
		}
	}
	if a, ok := to.(*xsd.AttributeDecl); ok && ct.AttributeWildcard != nil { // which lets it in
		w.use, w.end = &xsd.AttributeUse{Decl: a}, a.Type
		return w, true
	}
	return w, false
}

// element goes into the element with that name which is declared as the
// component, or with it as its type; or into the component where a wildcard lets it
// in.
func (w way) element(to any, step string, h *hops) (way, bool) {
	if e, ok := to.(*xsd.ElementDecl); ok && len(h.into(w.end, step)) == 0 {
		return w.into(h.letIn(w.end, e), func(*xsd.ElementDecl) bool { return true })
	}
	return w.into(h.into(w.end, step), func(e *xsd.ElementDecl) bool { return any(e) == to || any(e.Type) == to })
}

// into takes the first of some hops that fits.
func (w way) into(list []hop, fits func(*xsd.ElementDecl) bool) (way, bool) {
	if i := slices.IndexFunc(list, func(h hop) bool { return fits(h.decl) }); i >= 0 {
		return w.plus(list[i], list[i].decl.Type), true
	}
	return w, false
}

// down follows the step of a holder as far as it leads.
func (w way) down(step string, h *hops) way {
	for name := range strings.SplitSeq(step, "/") {
		if attribute, ok := strings.CutPrefix(name, "@"); ok {
			ct, complex := w.end.(*xsd.ComplexType)
			if !complex {
				return w
			}
			if u := h.attribute(ct, attribute); u != nil {
				w.use, w.end = u, u.Decl.Type
			}
			return w
		}
		next, ok := w.into(h.into(w.end, name), func(*xsd.ElementDecl) bool { return true })
		if !ok {
			return w
		}
		w = next
	}
	return w
}
