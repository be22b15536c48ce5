package check

import (
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// consistent is Element Declarations Consistent (Part 1 §3.8.6): all elements
// of one name in a content model have one type.
func (k *checker) consistent(t Type, p *xsd.Particle) {
	k.budget.begin()
	k.types = emptied(k.types)
	w := &consistency{budget: k.budget, schema: k.schema, diags: k.diags, doc: t.Doc, types: k.types, seen: map[*xsd.ModelGroup]bool{}}
	w.particle(p)
	if w.spent() {
		w.tooMuch(k.diags, t.T.Pos, "checked for one type a name")
	}
}

type consistency struct {
	*budget
	schema *xsd.Schema
	diags  *diag.List
	doc    Document
	types  map[xsd.QName]*xsd.ElementDecl
	seen   map[*xsd.ModelGroup]bool
}

func (w *consistency) particle(p *xsd.Particle) {
	if w.spent() {
		return
	}
	switch term := p.Term.(type) {
	case *xsd.ElementDecl:
		w.element(term)
		for _, m := range w.schema.Group(term) {
			w.element(m)
		}
	case *xsd.ModelGroup:
		if w.seen[term] {
			return
		}
		w.seen[term] = true
		for _, q := range term.Particles {
			w.particle(q)
		}
	}
}

func (w *consistency) element(e *xsd.ElementDecl) {
	w.step(1)
	first := w.types[e.Name]
	if first == nil {
		w.types[e.Name] = e
		return
	}
	if first.Type == e.Type {
		return
	}
	w.diags.Error(e.Pos, "cos-element-consistent", "element %q occurs in one content model with two types, %s and %s",
		w.doc.Label(e.Name), typeLabel(w.doc, e.Type), typeLabel(w.doc, first.Type)).See(first.Pos, "the other one")
}
