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

// rootsOf returns the root elements that a document may have. told says that the option does, and the type alone would not.
func rootsOf(v any, conf door.Config) (roots []wire.Name, told bool) {
	if o, ok := v.(wire.Object); ok {
		roots = o.XMLRoots()
	}
	name, ok := conf.Root.(*wire.Name)
	if !ok {
		return roots, false
	}
	if len(roots) == 1 && sameName(&roots[0], name) {
		return roots, false
	}
	return []wire.Name{*name}, true
}

// rootOf returns the root element that a value is written as.
func rootOf(v any, conf door.Config) (root wire.Name, err error) {
	roots, told := rootsOf(v, conf)
	if !told && conf.Root == nil {
		if met, ok := metRoot(v); ok {
			return met, nil
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
func metRoot(v any) (wire.Name, bool) {
	s := reflect.ValueOf(v)
	if s.Kind() != reflect.Pointer || s.Elem().Kind() != reflect.Struct {
		return wire.Name{}, false
	}
	n := s.Elem().NumField()
	if n == 0 || !s.Elem().Field(n-1).CanInterface() {
		return wire.Name{}, false
	}
	x, ok := s.Elem().Field(n - 1).Addr().Interface().(*wire.Extra) // the last field, as wire.Extra says
	if !ok {
		return wire.Name{}, false
	}
	return x.Root()
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
