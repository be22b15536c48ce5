package mock

import (
	"slices"
	"sync"

	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/request"
	"github.com/wbxgen/wbxgen/internal/sample"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// maker makes answers: the smallest content of a type, and what is known to be
// in it.
type maker struct {
	schema  *xsd.Schema
	mu      sync.Mutex
	builder *sample.Builder // of texts
}

func newMaker(s *xsd.Schema) *maker {
	return &maker{schema: s, builder: sample.NewBuilder(s, func(xsd.Type) bool { return false })}
}

// values are what an answer is to say.
type values struct {
	// fixed are texts by local name, wherever the element stands.
	fixed map[string]string
	// record is what was sent when a thing was made.
	record *request.Node
	// items are the things of a list, for the element that repeats; nil where
	// there is no list.
	items []*values
	// page are the numbers of a list, by the local name of the element that
	// holds them.
	page     string
	numbers  map[string]string
	listDone bool
}

// maxDepth bounds how deep an answer may be.
const maxDepth = 40

// message makes a response: its element, or the content of the slot.
func (m *maker) message(r profile.Message, v *values) *element {
	e := &element{name: r.Name()}
	m.content(e, r.Type, v, v.record, 1)
	return e
}

// content fills an element of a complex type. At is the part of the record
// that the element stands for, nil for none.
func (m *maker) content(e *element, t *xsd.ComplexType, v *values, at *request.Node, depth int) {
	for _, u := range t.AttributeUses {
		if c := u.Effective(); u.Required {
			text := m.smallest(u.Decl.Type)
			if c != nil {
				text = c.Lexical
			}
			e.attrs = append(e.attrs, attr{u.Decl.Name, text})
		}
	}
	if t.Content.Kind == xsd.SimpleContent {
		e.text = m.smallest(t.Content.Simple)
		return
	}
	if depth < maxDepth {
		m.particle(e, t.Content.Particle, v, at, depth)
	}
}

func (m *maker) particle(e *element, p *xsd.Particle, v *values, at *request.Node, depth int) {
	if p == nil || p.Max == 0 {
		return
	}
	switch term := p.Term.(type) {
	case *xsd.ElementDecl:
		m.declared(e, p, term, v, at, depth)
	case *xsd.ModelGroup:
		if term.Compositor == xsd.Choice {
			m.choice(e, p, term, v, at, depth)
			return
		}
		if p.Min == 0 && !m.known(term, v, at) {
			return
		}
		for range max(1, p.Min) {
			for _, q := range term.Particles {
				m.particle(e, q, v, at, depth)
			}
		}
	}
}

// choice takes the branch of which something is known, else the first one that
// is not deep, where one must be.
func (m *maker) choice(e *element, p *xsd.Particle, g *xsd.ModelGroup, v *values, at *request.Node, depth int) {
	for _, q := range g.Particles {
		if m.knownParticle(q, v, at) {
			m.particle(e, q, v, at, depth)
			return
		}
	}
	if p.Min == 0 || len(g.Particles) == 0 {
		return
	}
	branch := g.Particles[0]
	for _, q := range g.Particles {
		if d, ok := q.Term.(*xsd.ElementDecl); q.Min == 0 || ok && isSimple(d.Type) {
			branch = q
			break
		}
	}
	for range p.Min {
		m.particle(e, branch, v, at, depth)
	}
}

func isSimple(t xsd.Type) bool { _, ok := t.(*xsd.SimpleType); return ok }

func (m *maker) known(g *xsd.ModelGroup, v *values, at *request.Node) bool {
	return slices.ContainsFunc(g.Particles, func(q *xsd.Particle) bool { return m.knownParticle(q, v, at) })
}

func (m *maker) knownParticle(p *xsd.Particle, v *values, at *request.Node) bool {
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		_, fixed := v.fixed[t.Name.Local]
		return fixed && isSimple(t.Type) || at != nil && at.Find(t.Name.Local) != nil || p.Max != 1 && len(v.items) > 0
	case *xsd.ModelGroup:
		return m.known(t, v, at)
	}
	return false
}

// declared makes the elements of a particle.
func (m *maker) declared(e *element, p *xsd.Particle, d *xsd.ElementDecl, v *values, at *request.Node, depth int) {
	ct, complex := d.Type.(*xsd.ComplexType)
	switch {
	case v.items != nil && p.Max != 1 && depth == 1 && !v.listDone:
		v.listDone = true
		for _, item := range v.items {
			m.item(e, d, item, depth)
		}
		return
	case v.page == d.Name.Local && complex && depth == 1:
		k := &element{name: d.Name}
		m.content(k, ct, &values{fixed: v.numbers}, nil, depth+1)
		e.kids = append(e.kids, k)
		return
	}
	if st, ok := d.Type.(*xsd.SimpleType); ok {
		m.leaf(e, p, d, st, v, at, depth)
		return
	}
	part := at.Child(d.Name.Local)
	if part == nil && p.Min == 0 {
		return
	}
	m.append(e, d, ct, v, part, depth, max(1, p.Min))
}

func (m *maker) append(e *element, d *xsd.ElementDecl, ct *xsd.ComplexType, v *values, part *request.Node, depth, times int) {
	ct, as := m.concrete(ct)
	for range times {
		k := &element{name: d.Name, as: as}
		e.kids = append(e.kids, k)
		if ct != nil && ct != xsd.AnyType {
			m.content(k, ct, v, part, depth+1)
		}
	}
}

// concrete returns a type that can stand where one is declared, with the name
// that tells it.
func (m *maker) concrete(ct *xsd.ComplexType) (*xsd.ComplexType, xsd.QName) {
	if ct == nil || !ct.Abstract {
		return ct, xsd.QName{}
	}
	for _, t := range m.schema.Derived(ct) {
		if d, ok := t.(*xsd.ComplexType); ok {
			if found, _ := m.concrete(d); found != nil {
				return found, found.Name
			}
		}
	}
	return nil, xsd.QName{}
}

// item makes one thing of a list.
func (m *maker) item(e *element, d *xsd.ElementDecl, v *values, depth int) {
	k := &element{name: d.Name}
	e.kids = append(e.kids, k)
	switch t := d.Type.(type) {
	case *xsd.SimpleType:
		k.text = m.smallest(t)
	case *xsd.ComplexType:
		m.content(k, t, v, v.record, depth+1)
	}
}

// leaf makes an element of simple type: with a text that is known, or the
// smallest where it must be there.
func (m *maker) leaf(e *element, p *xsd.Particle, d *xsd.ElementDecl, t *xsd.SimpleType, v *values, at *request.Node, depth int) {
	texts := v.texts(d.Name.Local, at, depth)
	texts = slices.DeleteFunc(texts, func(s string) bool { return t.Datatype.Validate([]byte(s), nil) != nil })
	if d.Value != nil && d.Value.Fixed && len(texts) > 0 {
		texts = []string{d.Value.Lexical}
	}
	if p.Max != xsd.Unbounded && len(texts) > p.Max {
		texts = texts[:p.Max]
	}
	for len(texts) < p.Min {
		texts = append(texts, m.value(d, t))
	}
	for _, text := range texts {
		e.kids = append(e.kids, &element{name: d.Name, text: text})
	}
}

// texts returns what is known of an element: what is fixed, what the record
// has in the same place, or, near the top, anywhere.
func (v *values) texts(local string, at *request.Node, depth int) []string {
	if text, ok := v.fixed[local]; ok {
		return []string{text}
	}
	var list []string
	if at != nil {
		for _, k := range at.Kids {
			if k.Name.Local == local && len(k.Kids) == 0 {
				list = append(list, k.Text)
			}
		}
	}
	if list != nil || v.record == nil || depth > 2 {
		return list
	}
	v.record.Leaves(func(path []string, text string) {
		if path[len(path)-1] == local && list == nil {
			list = []string{text}
		}
	})
	return list
}

func (m *maker) value(d *xsd.ElementDecl, t *xsd.SimpleType) string {
	if d.Value != nil {
		return d.Value.Lexical
	}
	return m.smallest(t)
}

// smallest returns a text of a simple type.
func (m *maker) smallest(t xsd.Type) string {
	st, ok := t.(*xsd.SimpleType)
	if !ok {
		return ""
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.builder.Begin()
	text, _ := m.builder.Text(st)
	return text
}
