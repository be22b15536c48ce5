package apitest

import (
	"fmt"
	"html"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// writer writes documents that a schema allows: every optional element is
// there as long as the nesting is not deep. The variant selects the branches
// of choices and the values of enumerations, so that a few documents cover
// all of them.
type writer struct {
	schema  *xsd.Schema
	variant int
	b       strings.Builder
	open    map[xsd.Type]int // how often a type is open around the place at hand
}

const deep = 2 // how often a type may be open within itself before optional things are left out

// message writes a whole message with one body of the given type.
func (w *writer) message(envelope xsd.QName, body *xsd.ComplexType) string {
	w.b.Reset()
	w.open = map[xsd.Type]int{}
	fmt.Fprintf(&w.b, `<m:%s xmlns:m=%q xmlns:xsi=%q`, envelope.Local, envelope.Space, xsd.InstanceNamespace)
	for i, ns := range w.schema.Namespaces() {
		fmt.Fprintf(&w.b, ` xmlns:n%d=%q`, i, ns)
	}
	fmt.Fprintf(&w.b, `><m:header/><m:body><m:bodyContent xsi:type=%q`, w.name(body.Name))
	w.content(body)
	w.b.WriteString(`</m:bodyContent></m:body></m:` + envelope.Local + `>`)
	return w.b.String()
}

func (w *writer) name(n xsd.QName) string {
	for i, ns := range w.schema.Namespaces() {
		if ns == n.Space {
			return fmt.Sprintf("n%d:%s", i, n.Local)
		}
	}
	return n.Local
}

// content writes attributes, the end of the start tag, and the content.
func (w *writer) content(t xsd.Type) {
	c, ok := t.(*xsd.ComplexType)
	if !ok {
		w.b.WriteString(">" + w.text(t.(*xsd.SimpleType)))
		return
	}
	w.open[t]++
	defer func() { w.open[t]-- }()
	for _, u := range c.AttributeUses {
		fmt.Fprintf(&w.b, ` %s="%s"`, w.name(u.Decl.Name), w.text(u.Decl.Type))
	}
	w.b.WriteString(">")
	switch {
	case c.Content.Simple != nil:
		w.b.WriteString(w.text(c.Content.Simple))
	case c.Content.Kind == xsd.MixedContent:
		w.b.WriteString("text &amp; ")
		w.particle(c.Content.Particle, w.open[t] > deep)
	case c.Content.Particle != nil:
		w.particle(c.Content.Particle, w.open[t] > deep)
	}
}

// particle writes a particle as often as it must occur, and once more than not
// at all where it may. brief leaves out what may be left out.
func (w *writer) particle(p *xsd.Particle, brief bool) {
	n := p.Min
	if n == 0 && !brief && !w.tooDeep(p.Term) {
		n = 1
	}
	if !brief && (p.Max == xsd.Unbounded || p.Max > n) && n > 0 && !w.tooDeep(p.Term) {
		n++
	}
	for range n {
		w.term(p.Term, brief)
	}
}

func (w *writer) tooDeep(t xsd.Term) bool {
	e, ok := t.(*xsd.ElementDecl)
	return ok && w.open[e.Type] >= deep
}

func (w *writer) term(t xsd.Term, brief bool) {
	switch t := t.(type) {
	case *xsd.ElementDecl:
		name := w.name(t.Name)
		w.b.WriteString("<" + name)
		w.content(t.Type)
		w.b.WriteString("</" + name + ">")
	case *xsd.Wildcard:
		w.b.WriteString(`<u:unknown xmlns:u="urn:unknown" u:a="1">raw<u:b/></u:unknown>`)
	case *xsd.ModelGroup:
		if t.Compositor == xsd.Choice {
			w.particle(w.branch(t, brief), brief)
			return
		}
		for _, q := range t.Particles {
			w.particle(q, brief)
		}
	}
}

// branch selects a branch of a choice by the variant; in deep nesting one that
// ends it.
func (w *writer) branch(g *xsd.ModelGroup, brief bool) *xsd.Particle {
	for i := range g.Particles {
		p := g.Particles[(w.variant+i)%len(g.Particles)]
		if !brief && !w.tooDeep(p.Term) || w.ends(p.Term) {
			return p
		}
	}
	return g.Particles[0]
}

// ends reports whether a term has no element of complex type.
func (w *writer) ends(t xsd.Term) bool {
	e, ok := t.(*xsd.ElementDecl)
	if !ok {
		return false
	}
	c, isComplex := e.Type.(*xsd.ComplexType)
	return !isComplex || c.Content.Particle == nil
}

// text is a value of a simple type.
func (w *writer) text(t *xsd.SimpleType) string {
	f := t.Datatype.Facets()
	switch {
	case len(f.Enum) > 0:
		return html.EscapeString(f.Enum[w.variant%len(f.Enum)].Lexical())
	case len(f.Patterns) > 0 && t.Datatype.Primitive().Name() == "string" && !builtinPattern(t):
		s, _ := f.Patterns[len(f.Patterns)-1][0].Sample()
		return html.EscapeString(s)
	case f.MinInclusive != nil:
		return f.MinInclusive.Canonical()
	case t.Variety == datatype.UnionVariety:
		return w.text(t.Members[w.variant%len(t.Members)])
	}
	return builtinSamples[t.Datatype.Primitive().Name()]
}

func builtinPattern(t *xsd.SimpleType) bool {
	return len(t.Datatype.Facets().Patterns) == len(t.Builtin().Datatype.Facets().Patterns)
}

var builtinSamples = map[string]string{
	"string": "sämple", "boolean": "true", "decimal": "7", "float": "1.5", "double": "2.5", "base64Binary": "AAEC", "hexBinary": "0AFF",
	"anyURI": "urn:x", "dateTime": "2020-05-12T00:35:41Z", "date": "2020-05-12", "time": "00:35:41", "duration": "P1D",
}
