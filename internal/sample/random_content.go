package sample

import (
	"strings"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// element writes an element of one of its forms.
func (w *Writer) element(e *xsd.ElementDecl) {
	f := w.form(e)
	if f.decl == nil {
		w.stuck = true
		return
	}
	f = w.whims.form(w.heights, f)
	defer w.enter(f)()
	tag := w.open(f.decl.Name)
	w.xsiType(f)
	isNil := f.decl.Nillable && w.maybe(4) && (f.decl.Value == nil || !f.decl.Value.Fixed) && w.goal < 0
	if isNil {
		w.b.WriteString(` xsi:nil="true"`)
	} else {
		w.b.WriteString(w.whims.notNil(f.decl))
	}
	if c, ok := f.typ.(*xsd.ComplexType); ok {
		w.attributes(c)
	}
	w.b.WriteString(">")
	if !isNil {
		w.content(f)
	}
	w.close(tag)
}

// form selects how an element is written: mostly as it is declared. The root
// element is what was asked for.
func (w *Writer) form(e *xsd.ElementDecl) form {
	forms := w.formsToward(w.heights.formsOf(e))
	if w.brief() {
		return w.heights.lowest(forms)
	}
	var fitting []form
	for _, f := range forms {
		if (w.depth > 0 || f.decl == e) && w.heights.typ(f.typ) < endless {
			fitting = append(fitting, f)
		}
	}
	if len(fitting) == 0 {
		return form{}
	}
	if first := fitting[0]; first.decl == e && first.typ == e.Type && !w.maybe(3) {
		return first
	}
	return fitting[w.r.IntN(len(fitting))]
}

// content writes what stands between the tags.
func (w *Writer) content(f form) {
	value := f.decl.Value
	c, isComplex := f.typ.(*xsd.ComplexType)
	simple, _ := f.typ.(*xsd.SimpleType)
	if isComplex {
		simple = c.Content.Simple
	}
	switch {
	case value != nil && (value.Fixed || w.maybe(3)):
		if value.Fixed && simple != nil {
			w.b.WriteString(escape(w.constraint(value, simple)))
		}
	case simple != nil:
		w.text(w.elementValue(simple))
	case c.Content.Kind == xsd.MixedContent:
		w.mixed(c.Content.Particle)
	default:
		gap := func() { w.b.WriteString(w.whims.gap()) }
		if c.Content.Kind == xsd.ElementOnlyContent {
			gap()
		}
		w.particle(c.Content.Particle, gap)
	}
}

// elementValue returns the value of the innermost open element.
func (w *Writer) elementValue(t *xsd.SimpleType) string {
	n := len(w.names) - 1
	own := place{element: w.names[n]}
	if n == 0 {
		return w.keyed(own, t)
	}
	child := place{element: w.names[n-1], field: w.names[n]}
	if _, ok := w.keys.referred[child]; ok || len(w.keys.held[child]) > 0 {
		return w.keyed(child, t)
	}
	return w.keyed(own, t)
}

// text writes the text of an element, now and then in the ways that XML offers.
func (w *Writer) text(s string) {
	switch {
	case strings.HasPrefix(s, "\x00"): // a mark
		w.b.WriteString(s)
	case s != "" && w.whims.seldom(12):
		w.b.WriteString(referred(s))
	case len(s) > 2 && w.maybe(12) && s[1] < 0x80 && s[0] < 0x80:
		w.b.WriteString(escape(s[:1]) + "<!-- split -->" + escape(s[1:]))
	case s != "" && w.maybe(12) && !hasCDEnd(s):
		w.b.WriteString("<![CDATA[" + s + "]]>")
	default:
		w.b.WriteString(escape(s))
	}
}

// hasCDEnd reports whether a text must not stand in a CDATA section: for its
// end, or for a carriage return, which a reader would make a line end.
func hasCDEnd(s string) bool {
	for i := range len(s) {
		if s[i] == '\r' || s[i] == ']' {
			return true
		}
	}
	return false
}

var pieces = []string{"text ", " & more ", "\n  ", "ümläut", " a < b "}

// mixed writes mixed content.
func (w *Writer) mixed(p *xsd.Particle) {
	piece := func() {
		if w.maybe(2) {
			w.b.WriteString(escape(pieces[w.r.IntN(len(pieces))]))
		}
	}
	piece()
	w.particle(p, piece)
}

// particle writes a particle as often as it must occur, and more where it may.
// after is called behind each element.
func (w *Writer) particle(p *xsd.Particle, after func()) {
	if p == nil {
		return
	}
	for range w.occurs(p) {
		w.term(p.Term, after)
	}
}

func (w *Writer) occurs(p *xsd.Particle) int {
	n := p.Min
	if w.leads != nil && w.on(w.leads.particle(p)) {
		return max(n, 1)
	}
	if w.brief() || w.heights.term(p.Term) >= endless || w.missing.compel(w.names[len(w.names)-1], p.Term) {
		return n
	}
	if w.full {
		return max(n, 1)
	}
	room := 4
	if p.Max != xsd.Unbounded {
		room = min(room, p.Max-p.Min)
	}
	if room > 0 && (p.Min > 0 || w.maybe(2)) {
		n += w.r.IntN(room + 1)
	}
	return n
}

func (w *Writer) term(t xsd.Term, after func()) {
	switch t := t.(type) {
	case *xsd.ElementDecl:
		w.element(t)
		after()
	case *xsd.Wildcard:
		w.wildcard(t)
		after()
	case *xsd.ModelGroup:
		if t.Compositor == xsd.Choice {
			w.branch(t, after)
			return
		}
		// The order of an all group says nothing: it is the schema's.
		for _, q := range t.Particles {
			w.particle(q, after)
		}
	}
}

// branch writes one branch of a choice, where the nesting is deep the lowest.
func (w *Writer) branch(g *xsd.ModelGroup, after func()) {
	var fitting []*xsd.Particle
	lowest := endless
	for _, p := range w.toward(g.Particles) {
		height := w.heights.particle(p)
		if p.Max == 0 || height >= endless {
			continue
		}
		if w.brief() && height > lowest {
			continue
		}
		if w.brief() && height < lowest {
			fitting, lowest = nil, height
		}
		fitting = append(fitting, p)
	}
	if len(fitting) == 0 {
		w.stuck = w.stuck || len(g.Particles) > 0
		return
	}
	w.particle(fitting[w.r.IntN(len(fitting))], after)
}
