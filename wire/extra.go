package wire

import "slices"

// Extra is the last field, named XMLExtra, of each generated struct. It holds what a document had and the struct has no
// field for, so that re-encoding loses nothing. It also makes the struct not comparable, so that a later field can be
// a slice. The zero value is empty; copies share their content until one of them is changed.
type Extra struct {
	_ [0]func()
	p *extra
}

type extra struct {
	typ      QName
	null     bool
	elements []Node
	attrs    []Attr
	empty    []*Name
	// absent are required children, absentBelow those of a branch of a choice, which has names of its own, and absentAttrs
	// required attributes that the document did not have.
	absent, absentBelow, absentAttrs []*Name
	foreign                          bool    // the names are not those of generated code
	blank                            []*Name // had white space where the element has a default, which only one without any text means
	leaves                           []leafType
	defaults                         []defaulted
	bindings                         []Binding // the prefixes that values of attributes without a type use, as in Node
}

// leafType is the xsi:type of a child that has no struct.
type leafType struct {
	name *Name
	run  int // how many of its name come before it
	typ  QName
}

// Type returns the xsi:type that the element carried, where its slot is not polymorphic. A value that is no
// QName with a declared prefix is returned as it was written, in Local.
func (x *Extra) Type() (QName, bool) {
	if x.p == nil || x.p.typ.IsZero() {
		return QName{}, false
	}
	return x.p.typ, true
}

// SetType sets the xsi:type that the element carries; the zero QName removes it.
func (x *Extra) SetType(q QName) { x.own().typ = q }

// Nil reports whether the element had xsi:nil="true", where no field says so: it is the root element of its document, or its
// slot is polymorphic. Then it is written without content.
func (x *Extra) Nil() bool { return x.p != nil && x.p.null }

// SetNil sets what [Extra.Nil] returns.
func (x *Extra) SetNil(yes bool) { x.own().null = yes }

// Elements returns the unknown child elements in document order.
func (x *Extra) Elements() []Node {
	if x.p == nil {
		return nil
	}
	return x.p.elements
}

// SetElements replaces the unknown child elements; they are written after the known ones.
func (x *Extra) SetElements(nodes []Node) { x.own().elements = nodes }

// Attrs returns the unknown attributes in document order.
func (x *Extra) Attrs() []Attr {
	if x.p == nil {
		return nil
	}
	return x.p.attrs
}

// SetAttrs replaces the unknown attributes; they are written before the known ones.
func (x *Extra) SetAttrs(attrs []Attr) { x.own().attrs = attrs }

// Empty returns the names of the children and attributes that were there without a value where a number, boolean or date
// belongs. The fields are absent or zero, and while they stay so, the empty element is written again.
func (x *Extra) Empty() []QName {
	if x.p == nil {
		return nil
	}
	var names []QName
	for _, n := range x.p.empty {
		names = append(names, n.QName())
	}
	return names
}

// ForgetEmpty drops what [Extra.Empty] returns.
func (x *Extra) ForgetEmpty() {
	if x.p != nil {
		x.own().empty = nil
	}
}

// ForgetChildTypes drops each xsi:type that a child of simple type carried. Else it is written again, whatever the
// child's value has become.
func (x *Extra) ForgetChildTypes() {
	if x.p != nil {
		x.own().leaves = nil
	}
}

// own makes the content x's own, so that copies of the struct keep theirs.
func (x *Extra) own() *extra {
	p := new(extra)
	if x.p != nil {
		*p = *x.p
	}
	x.p = p
	return p
}

// hold returns the content, which is new to the struct and shared with no copy.
func (x *Extra) hold() *extra {
	if x.p == nil {
		x.p = new(extra)
	}
	return x.p
}

// wasBlank reports whether the name was there with white space that is no default.
func (x *extra) wasBlank(n *Name) bool { return x != nil && slices.ContainsFunc(x.blank, n.same) }

// empties returns how often the name was there without a value.
func (x *extra) empties(n *Name) int {
	count := 0
	for _, e := range x.empty {
		if e == n || x.foreign && e.same(n) {
			count++
		}
	}
	return count
}
