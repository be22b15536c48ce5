package request

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
	"github.com/wbxgen/wbxgen/wire"
)

// former puts the elements of a message into the form of the schema.
type former struct {
	*Reader
	message *Message
}

// place is where an element may stand in a content model.
type place struct {
	decl     *xsd.ElementDecl // nil for a wildcard
	order    int              // one number for all that repeats as a group
	optional bool
}

// form names and orders what is below an element of a type. Depth counts the
// elements from the root.
func (f *former) form(n *Node, t xsd.Type, depth int) {
	n.typ = t
	ct, ok := t.(*xsd.ComplexType)
	if !ok || ct == xsd.AnyType {
		f.loosen(n, t)
		return
	}
	if ct.Content.Kind == xsd.SimpleContent {
		f.loosen(n, ct.Content.Simple)
		return
	}
	places := placesOf(ct)
	orders := map[*Node]int{}
	for _, k := range n.Kids {
		orders[k] = f.place(k, places, depth+1)
	}
	if ct.Content.Kind != xsd.MixedContent {
		n.Text = ""
	}
	n.Kids = slices.DeleteFunc(n.Kids, func(k *Node) bool { return f.empty(k, places) })
	slices.SortStableFunc(n.Kids, func(a, b *Node) int { return orders[a] - orders[b] })
}

// place names an element, and returns its order.
func (f *former) place(k *Node, places []place, depth int) int {
	p, ok := f.find(k, places)
	switch {
	case !ok:
		return f.unplaced(k, places)
	case p.decl == nil:
		f.wild(k, depth)
		return p.order
	}
	k.as = p.decl.Name
	t := p.decl.Type
	if f.envelope.Holds(t) && depth == len(f.envelope.Path) {
		t = f.slot(k)
	} else if other := f.typeOf(k); other != nil {
		t = other
	}
	if t != nil {
		f.form(k, t, depth)
	}
	return p.order
}

// unplaced is the order of an element that the content model does not have: it
// stays behind the one before it.
func (f *former) unplaced(k *Node, places []place) int {
	k.as = k.Name
	if len(places) == 0 {
		return 0
	}
	return places[len(places)-1].order
}

// find returns the place of an element: by its whole name, else by its local
// name or another spelling of it, for one whose namespace is not that of the
// schema.
func (f *former) find(k *Node, places []place) (place, bool) {
	for _, p := range places {
		if p.decl != nil && p.decl.Name == k.Name {
			return p, true
		}
	}
	for _, p := range places {
		if p.decl != nil && (p.decl.Name.Local == k.Name.Local || slices.Contains(f.profile.Spellings(p.decl.Name), k.Name.Local)) {
			return p, true
		}
	}
	for _, p := range places {
		if p.decl == nil {
			return p, true
		}
	}
	return place{}, false
}

// slot finds the operation that fills the slot, and returns its type.
func (f *former) slot(k *Node) xsd.Type {
	op, told := f.typeOperation(k)
	f.message.Bodies = append(f.message.Bodies, Body{op, told, k})
	if op == nil {
		return nil
	}
	k.op = true
	return op.Request.Type
}

// wild names an element that a wildcard lets in: a global one, which may be
// the message of an operation.
func (f *former) wild(k *Node, depth int) {
	k.as = k.Name
	if f.envelope.Body.IsZero() && depth == len(f.envelope.Path)+1 {
		op := f.elementOperation(k.Name)
		f.message.Bodies = append(f.message.Bodies, Body{op, k.Name.Local, k})
		if op != nil {
			k.as = op.Request.Name()
		}
	}
	if e := f.schema.Element(k.as); e != nil {
		f.form(k, e.Type, depth)
	}
}

// typeOf returns the type that xsi:type names, nil for none.
func (f *former) typeOf(k *Node) xsd.Type {
	text, ok := k.attr("type")
	if !ok {
		return nil
	}
	prefix, local, colon := strings.Cut(text, ":")
	if !colon {
		prefix, local = "", text
	}
	return f.schema.Type(xsd.QName{Space: k.scope.of(prefix), Local: local})
}

// loosen takes a value as servers do: TRUE is a boolean.
func (f *former) loosen(n *Node, t xsd.Type) {
	st, ok := t.(*xsd.SimpleType)
	if !ok || st.Variety != datatype.AtomicVariety || st.Builtin().Name.Local != "boolean" {
		return
	}
	if low := strings.ToLower(strings.TrimSpace(n.Text)); low == "true" || low == "false" {
		n.Text = low
	}
}

// empty reports whether an element stands for an absent one: it is optional,
// has nothing in it, and its type is a number, a boolean or a date.
func (f *former) empty(k *Node, places []place) bool {
	st, ok := k.typ.(*xsd.SimpleType)
	if !ok || strings.TrimSpace(k.Text) != "" || len(k.Kids) > 0 || st.Variety != datatype.AtomicVariety {
		return false
	}
	i := slices.IndexFunc(places, func(p place) bool { return p.decl != nil && p.decl.Name == k.as })
	if i < 0 || !places[i].optional || places[i].decl.Value != nil {
		return false
	}
	return st.Datatype.Validate(nil, nil) != nil && !hasEnum(st)
}

func hasEnum(t *xsd.SimpleType) bool {
	return slices.ContainsFunc(t.Facets, func(f xsd.Facet) bool { return f.Name == datatype.EnumerationFacet })
}

// placesOf returns the elements and wildcards of a content model in their
// order. What repeats as a group has one order, since a document may have it
// in turns.
func placesOf(t *xsd.ComplexType) []place {
	var list []place
	var walk func(p *xsd.Particle, together int, optional bool)
	walk = func(p *xsd.Particle, together int, optional bool) {
		if p == nil {
			return
		}
		order := len(list)
		if together >= 0 {
			order = together
		}
		optional = optional || p.Min == 0
		switch term := p.Term.(type) {
		case *xsd.ElementDecl:
			list = append(list, place{term, order, optional})
		case *xsd.Wildcard:
			list = append(list, place{nil, order, optional})
		case *xsd.ModelGroup:
			if p.Max != 1 && len(term.Particles) > 1 || term.Compositor == xsd.Choice && together < 0 {
				together = order
			}
			for _, q := range term.Particles {
				walk(q, together, optional || term.Compositor == xsd.Choice)
			}
		}
	}
	walk(t.Content.Particle, -1, false)
	return list
}

// attrs returns the attributes as the schema has them: those of xsi in its
// namespace, and xsi:type of an operation's slot as the name of a type.
func (n *Node) attrs() []wire.Attr {
	var list []wire.Attr
	for _, a := range n.Attrs {
		if a.Name.Space == "" && (a.Name.Local == "nil" || a.Name.Local == "type") {
			a.Name.Space = xsd.InstanceNamespace
		}
		if a.Name.Space == xsd.InstanceNamespace && a.Name.Local == "type" {
			continue // written by the type that counts
		}
		list = append(list, a)
	}
	return list
}
