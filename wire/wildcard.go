package wire

import (
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
	"github.com/wbxgen/wbxgen/wire/internal/door"
)

// Decode reads the element that n is into v, as [Unmarshal] does a document: n may be what a wildcard let in, and v of a type
// that is known to the reader of it, not to its schema. The element must be one that v's type is for, or have its name as
// xsi:type. An error has no line; its path begins with the element.
//
// Prefixes in text mean what n.Bindings says. A node within another raw node does not have those that are among the Bindings of
// that one already: decode the outer one, or append its Bindings to the inner one's.
//
//	var rate heart.Rate
//	err := point.Extensions.Any[0].Decode(&rate)
//
// [Registry.NewFor] finds the type of one of several. A nil node is no element.
func (n *Node) Decode(v Object, opts ...Option) error {
	if !n.IsElement() {
		return errors.New("the node is no element")
	}
	if door.WriteNode == nil {
		return errNotGenerated
	}
	doc, err := door.WriteNode(*n)
	if err != nil {
		return err
	}
	if is, ok := n.xsiType(); ok && v != nil && is.Is(v.XMLType()) {
		opts = append(slices.Clip(opts), Root(n.Name.Name()))
	}
	err = Unmarshal(doc, v, opts...)
	if place := (*DecodeError)(nil); errors.As(err, &place) {
		place.Line, place.Col, place.Offset = 0, 0, 0
	}
	return err
}

// NodeOf returns v as an element to be put where a wildcard is. Options are those of [Marshal]: [Root] says which element, for a
// type that several have, or none. [Indent] has no say: what stands around the node decides that. The node is a document's text:
// what is a [Secret] in v can be read in it, and printing it shows it.
func NodeOf(v Object, opts ...Option) (Node, error) {
	doc, err := Marshal(v, append(append([]Option{Prefixed()}, opts...), Indent(""))...)
	if err != nil {
		return Node{}, err
	}
	n, err := door.ReadNode(doc)
	if err != nil {
		return Node{}, fmt.Errorf("what was written cannot be read: %w", err)
	}
	return n.(Node), nil
}

// AddObjects registers the types of some values, for [Registry.NewFor] to find by their root elements, and by xsi:type where
// they have a name. The values themselves do not count, and what [Simple] returns is no type: it is passed over.
//
//	known := wire.NewRegistry()
//	known.AddObjects(new(heart.Rate), new(weather.Report))
func (r *Registry) AddObjects(prototypes ...Object) {
	for _, p := range prototypes {
		t := reflect.TypeOf(p)
		if _, ok := p.(*simple); ok || t == nil || t.Kind() != reflect.Pointer {
			continue
		}
		fresh := func() Object { return reflect.New(t.Elem()).Interface().(Object) }
		for _, name := range rootsOf(p) {
			put(&r.in.roots, expandedOf(name), fresh)
		}
		if name := p.XMLType(); name != "" {
			r.Add(name, func() Typed { return fresh() })
		}
	}
}

// NewFor returns a new value of the type of an element, for [Node.Decode]: the one that its xsi:type names, or else one that has
// such a root element and was given to [Registry.AddObjects].
func (r *Registry) NewFor(n Node) (Object, bool) {
	if !n.IsElement() || r == nil {
		return nil, false
	}
	if q, ok := n.xsiType(); ok {
		if v, ok := r.New(q.Name()); ok {
			return v, true
		}
	}
	fresh := r.in.roots[expanded{n.Name.Space, n.Name.Local}]
	if fresh == nil {
		return nil, false
	}
	return fresh(), true
}

// Unmarshal reads a document whose root element is that of one of several types, which were given to [Registry.AddObjects]: the
// answer or the fault of a service, say. It returns a new value of that type.
//
//	known := wire.NewRegistry()
//	known.AddObjects(new(bank.Answer), new(bank.Fault))
//	v, err := known.Unmarshal(data)
//	switch v := v.(type) {
//	case *bank.Answer:
//		fmt.Println(v.Balance)
//	case *bank.Fault:
//		return errors.New(v.Reason)
//	}
func (r *Registry) Unmarshal(data []byte, opts ...Option) (Object, error) {
	return r.decodeOne(data, nil, opts)
}

// Decode is [Registry.Unmarshal] for the document that rd delivers.
func (r *Registry) Decode(rd io.Reader, opts ...Option) (Object, error) {
	return r.decodeOne(nil, rd, opts)
}

func (r *Registry) decodeOne(data []byte, rd io.Reader, opts []Option) (Object, error) {
	if door.DecodeOne == nil {
		return nil, errNotGenerated
	}
	conf := door.Configure(append([]Option{Types(r)}, opts...))
	v, err := door.DecodeOne(data, rd, func(space, local string) any { return r.newRoot(space, local, conf.Lenient) }, conf)
	object, _ := v.(Object)
	return object, err
}

// newRoot returns a new value for a root element, nil for one that is not known. In lenient reading the local name is enough
// where only one has it.
func (r *Registry) newRoot(space, local string, lenient bool) any {
	if r == nil {
		return nil
	}
	if fresh := r.in.roots[expanded{space, local}]; fresh != nil {
		return fresh()
	}
	var found func() Object
	for name, fresh := range r.in.roots {
		if !lenient || name.local != local {
			continue
		}
		if found != nil {
			return nil
		}
		found = fresh
	}
	if found == nil {
		return nil
	}
	return found()
}

// xsiType returns the type that the element names.
func (n *Node) xsiType() (QName, bool) {
	for _, a := range n.Attrs {
		if a.Name.Space == chars.XSIURI && a.Name.Local == "type" {
			return ScopedText{Bindings: n.Bindings}.QName(string(chars.Trim([]byte(a.Value))))
		}
	}
	return QName{}, false
}

// rootsOf returns the names of the global elements whose type it is.
func rootsOf(v Object) (names []Name) {
	if door.Roots == nil {
		return nil
	}
	for _, name := range door.Roots(v) {
		names = append(names, Name(name))
	}
	return names
}
