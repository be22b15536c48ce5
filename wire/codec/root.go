package codec

import (
	"fmt"
	"io"
	"reflect"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/door"
)

// decodeAny is Unmarshal and Decode of package wire.
func decodeAny(data []byte, r io.Reader, v any, conf door.Config) error {
	if isNil(v) {
		return fmt.Errorf("there is nothing to read into: the %T is nil", v)
	}
	roots, told := rootsOf(v, conf)
	if len(roots) == 0 {
		return fmt.Errorf("%T is the type of no root element; the option wire.Root says which the document has", v)
	}
	d := decoderOf(data, r, conf)
	if d.root() {
		root := d.matchRoot(roots)
		if told || len(roots) > 1 {
			d.met = root
		}
		d.whole(root, ObjectOf(v))
	}
	err := d.err
	d.retire()
	return err
}

// isNil reports whether a value is a pointer to nothing.
func isNil(v any) bool {
	p := reflect.ValueOf(v)
	return p.Kind() == reflect.Pointer && p.IsNil()
}

// rootsOf returns the root elements that a document may have. told says that the option does, and the type alone would not.
func rootsOf(v any, conf door.Config) (roots []Name, told bool) {
	switch v := v.(type) {
	case tabled:
		roots = v.XMLTable().Roots
	case interface{ Roots() []Name }:
		roots = v.Roots()
	}
	if conf.Root == "" {
		return roots, false
	}
	for i := range roots {
		if roots[i].Is(conf.Root) {
			return roots[i : i+1], len(roots) > 1
		}
	}
	return []Name{NameFor(v, wire.Name(conf.Root))}, true
}

// rootNames returns the names of the root elements that are of the type of a value.
func rootNames(v any) (names []string) {
	roots, _ := rootsOf(v, door.Config{})
	for i := range roots {
		names = append(names, roots[i].String())
	}
	return names
}

// NameFor takes a name apart under which a value is read or written. A generated struct has in its table what is known of the
// element and of the namespace: the prefix, a default.
func NameFor(v any, name wire.Name) Name {
	n := NameOf(name)
	t, ok := v.(tabled)
	if !ok {
		return n
	}
	roots := t.XMLTable().Roots
	for i := range roots {
		if sameName(&roots[i], &n) {
			return roots[i]
		}
	}
	if ns := t.XMLTable().space(n.URI()); ns != nil {
		n.Space = ns
	}
	return n
}

// space returns the namespace of the name that the table has for it, nil where it has none in it.
func (t *Table) space(uri string) *Namespace {
	if t.Space != nil && t.Space.URI == uri {
		return t.Space
	}
	for _, list := range [][]Name{t.Roots, t.Attrs} {
		for i := range list {
			if list[i].URI() == uri {
				return list[i].Space
			}
		}
	}
	for i := range t.Elements {
		if n := &t.Elements[i].Name; n.URI() == uri {
			return n.Space
		}
	}
	return nil
}

// rootOf returns the root element that a value is written as.
func rootOf(v any, conf door.Config) (root Name, err error) {
	if isNil(v) {
		return root, fmt.Errorf("there is nothing to write: the %T is nil", v)
	}
	roots, told := rootsOf(v, conf)
	if !told && conf.Root == "" {
		if met := metRoot(v); met != nil {
			return *met, nil
		}
	}
	switch len(roots) {
	case 0:
		return root, fmt.Errorf("%T is the type of no root element; the option wire.Root says which to write", v)
	case 1:
		return roots[0], nil
	}
	return root, fmt.Errorf("%T is the type of several root elements; the option wire.Root says which to write: %s", v, eitherOf(roots))
}

// metRoot returns the root element of the document that a value was read from.
func metRoot(v any) *Name {
	s := reflect.ValueOf(v)
	if s.Kind() != reflect.Pointer || s.Elem().Kind() != reflect.Struct {
		return nil
	}
	n := s.Elem().NumField()
	if n == 0 || !s.Elem().Field(n-1).CanInterface() {
		return nil
	}
	x, ok := s.Elem().Field(n - 1).Addr().Interface().(*wire.Extra) // the last field, as wire.Extra says
	if !ok {
		return nil
	}
	if p := x.Codec().P; p != nil {
		return p.Root
	}
	return nil
}

func marshalAny(v any, conf door.Config) ([]byte, error) {
	root, err := rootOf(v, conf)
	if err != nil {
		return nil, err
	}
	return marshal(root, AppenderOf(v), conf)
}

func appendAny(dst []byte, v any, conf door.Config) ([]byte, error) {
	root, err := rootOf(v, conf)
	if err != nil {
		return dst, err
	}
	return appendDocument(dst, root, AppenderOf(v), conf)
}

// encodeAny is Encode of package wire.
func encodeAny(w io.Writer, v any, conf door.Config) error {
	root, err := rootOf(v, conf)
	if err != nil {
		return err
	}
	e := encoders.Get().(*Encoder)
	e.conf = conf
	doc, err := e.appendTo(e.scratch[:0], root, AppenderOf(v))
	if err == nil {
		_, err = w.Write(doc)
	}
	if cap(doc) <= largeScratch {
		e.scratch = doc[:0]
	}
	e.retire()
	return err
}
