package wire

import "github.com/wbxgen/wbxgen/wire/internal/door"

// Extra is the last field, named XMLExtra, of each generated struct. It holds what a document had and the struct has no
// field for, so that re-encoding loses nothing. It also makes the struct not comparable, so that a later field can be
// a slice. The zero value is empty; copies share their content until one of them is changed.
type Extra struct {
	_  [0]func()
	in holder
}

// holder is the inside of an [Extra], for package codec.
type holder struct{ P *extra }

// Codec returns what package codec reads and writes by.
func (x *Extra) Codec() *holder { return &x.in }

type extra struct {
	Root     *door.Name // met, where the type has several or none
	Typ      QName
	Null     bool
	Elements []Node
	Attrs    []Attr
	Empty    []*door.Name
	// Absent are required children, AbsentBelow those of a branch of a choice, which has names of its own, and AbsentAttrs
	// required attributes that the document did not have.
	Absent, AbsentBelow, AbsentAttrs []*door.Name
	Foreign                          bool         // the names are not those of generated code
	Blank                            []*door.Name // had white space where the element has a default, which only one without any text means
	Leaves                           []leafType
	Defaults                         []defaulted
	Filled                           []filled
	Bindings                         []Binding // the prefixes that values of attributes without a type use, as in Node
	Before, After                    []Node    // comments and processing instructions before the element, and behind a root element
	Notes                            []note    // those in its content, in document order
}

// leafType is the xsi:type of a child that has no struct.
type leafType struct {
	Name *door.Name
	Run  int // how many of its name come before it
	Typ  QName
	// Bindings are the prefixes that its text uses, where the type says that it is a name.
	Bindings []Binding
}

// Type returns the xsi:type that the element carried, where its slot is not polymorphic. A value that is no
// QName with a declared prefix is returned as it was written, in Local.
func (x *Extra) Type() (QName, bool) {
	if x.in.P == nil || x.in.P.Typ.IsZero() {
		return QName{}, false
	}
	return x.in.P.Typ, true
}

// Root returns the root element that the document had, for a type that several root elements have, or none.
func (x *Extra) Root() (Name, bool) {
	if x.in.P == nil || x.in.P.Root == nil {
		return "", false
	}
	return Name(x.in.P.Root.String()), true
}

// SetType sets the xsi:type that the element carries; the zero QName removes it.
func (x *Extra) SetType(q QName) { x.own().Typ = q }

// Nil reports whether the element had xsi:nil="true", where no field says so: it is the root element of its document, or its
// slot is polymorphic. Then it is written without content.
func (x *Extra) Nil() bool { return x.in.P != nil && x.in.P.Null }

// SetNil sets what [Extra.Nil] returns.
func (x *Extra) SetNil(yes bool) { x.own().Null = yes }

// Elements returns the unknown child elements in document order.
func (x *Extra) Elements() []Node {
	if x.in.P == nil {
		return nil
	}
	return x.in.P.Elements
}

// SetElements replaces the unknown child elements; they are written after the known ones.
func (x *Extra) SetElements(nodes []Node) { x.own().Elements = nodes }

// Attrs returns the unknown attributes in document order.
func (x *Extra) Attrs() []Attr {
	if x.in.P == nil {
		return nil
	}
	return x.in.P.Attrs
}

// SetAttrs replaces the unknown attributes; they are written before the known ones.
func (x *Extra) SetAttrs(attrs []Attr) { x.own().Attrs = attrs }

// Empty returns the names of the children and attributes that were there without a value where a number, boolean or date
// belongs. The fields are absent or zero, and while they stay so, the empty element is written again.
func (x *Extra) Empty() []QName {
	if x.in.P == nil {
		return nil
	}
	var names []QName
	for _, n := range x.in.P.Empty {
		names = append(names, qname(n))
	}
	return names
}

// ForgetEmpty drops what [Extra.Empty] returns.
func (x *Extra) ForgetEmpty() {
	if x.in.P != nil {
		x.own().Empty = nil
	}
}

// ForgetChildTypes drops each xsi:type that a child of simple type carried. Else it is written again, whatever the
// child's value has become.
func (x *Extra) ForgetChildTypes() {
	if x.in.P != nil {
		x.own().Leaves = nil
	}
}

// qname is a name with the prefix that is preferred for it.
func qname(n *door.Name) QName {
	q := bareName(n)
	if n.Space != nil {
		q.Prefix = n.Space.Prefix
	}
	return q
}

// own makes the content x's own, so that copies of the struct keep theirs.
func (x *Extra) own() *extra {
	p := new(extra)
	if x.in.P != nil {
		*p = *x.in.P
	}
	x.in.P = p
	return p
}

// Hold returns the content, which is new to the struct and shared with no copy.
func (h *holder) Hold() *extra {
	if h.P == nil {
		h.P = new(extra)
	}
	return h.P
}

// defaulted is an attribute that a document did not have, and whose field reading set to the schema's default.
type defaulted struct {
	Name *door.Name
	Text string // of the default
}

// filled is an element that was empty, and whose field reading set to the default of the element.
type filled struct {
	Name *door.Name
	Run  int // how many of its name come before it
	Text string
}

// AddFilled notes an element that was empty and has a default.
func (x *extra) AddFilled(name *door.Name, run int, text string) {
	x.Filled = append(x.Filled, filled{name, run, text})
}

// AddLeaf notes the xsi:type of a child that has no struct.
func (x *extra) AddLeaf(name *door.Name, run int, typ QName) {
	x.Leaves = append(x.Leaves, leafType{Name: name, Run: run, Typ: typ})
}

// AddDefault notes an attribute that is absent and has a default.
func (x *extra) AddDefault(name *door.Name, text string) {
	x.Defaults = append(x.Defaults, defaulted{name, text})
}
