package binding

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

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
