package codec

import (
	"fmt"
	"io"
	"reflect"
	"strings"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/door"
)

// decodeAny is Unmarshal and Decode of package wire.
func decodeAny(data []byte, r io.Reader, v any, conf door.Config) error {
	if isNil(v) {
		return fmt.Errorf("there is nothing to read into: %s is nil", nilName(v))
	}
	roots, told := rootsOf(v, conf)
	if len(roots) == 0 {
		return fmt.Errorf("%T is the type of no root element; the option wire.Root says which the document has", v)
	}
	d := decoderOf(data, r, conf)
	if d.root() {
		d.wholeOf(roots, told, v)
	}
	err := d.err
	d.retire()
	return err
}

// wholeOf decodes the document whose root element is at hand into a value that can have one of roots. Which one it has is kept where
// there are several, or where the caller named it.
func (d *Decoder) wholeOf(roots []Name, told bool, v any) {
	root := d.matchRoot(roots)
	if told || len(roots) > 1 {
		d.met = root
	}
	d.whole(root, ObjectOf(v))
}

// decodeOne decodes into the value that is found for the root element.
func decodeOne(data []byte, r io.Reader, find func(space, local string) any, conf door.Config) (any, error) {
	d := decoderOf(data, r, conf)
	var v any
	if d.root() {
		if v = find(d.topSpace(), string(d.s.Codec().TopLocal())); v == nil {
			d.Failf("the root element is %s, which no type given to AddObjects has", d.Name())
		} else if roots, told := rootsOf(v, conf); len(roots) > 0 {
			d.wholeOf(roots, told, v)
		}
	}
	err := d.err
	d.retire()
	if err != nil {
		return nil, err
	}
	return v, nil
}

// isNil reports whether a value is none, or a pointer to nothing.
func isNil(v any) bool {
	p := reflect.ValueOf(v)
	return v == nil || p.Kind() == reflect.Pointer && p.IsNil()
}

// nilName is what a message calls a value that is nil.
func nilName(v any) string {
	if v == nil {
		return "the value"
	}
	return fmt.Sprintf("the %T", v)
}

// rootsOf returns the root elements that a document may have. told says that the option does, and the type alone would not.
func rootsOf(v any, conf door.Config) (roots []Name, told bool) {
	switch v := v.(type) {
	case Tabled:
		roots = v.XMLTable().entries().roots
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
	t, ok := v.(Tabled)
	if !ok {
		return n
	}
	roots := t.XMLTable().entries().roots
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

// space returns the namespace of the name that the table has for it, nil where it has no such.
func (t *Table) space(uri string) *Namespace {
	if t.Space != nil && t.Space.URI == uri {
		return t.Space
	}
	for _, s := range t.Spaces {
		if s.URI == uri {
			return s
		}
	}
	return nil
}

// rootOf returns the root element that a value is written as.
func rootOf(v any, conf door.Config) (root Name, err error) {
	if isNil(v) {
		return root, fmt.Errorf("there is nothing to write: %s is nil", nilName(v))
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
	if x := extraOf(v); x != nil && x.Codec().P != nil {
		return x.Codec().P.Root
	}
	return nil
}

// extraOf returns what a pointer to a struct keeps of its document, nil where it is none.
func extraOf(v any) *wire.Extra {
	s := reflect.ValueOf(v)
	if s.Kind() != reflect.Pointer || s.Elem().Kind() != reflect.Struct {
		return nil
	}
	n := s.Elem().NumField()
	if n == 0 || !s.Elem().Field(n-1).CanInterface() {
		return nil
	}
	x, _ := s.Elem().Field(n - 1).Addr().Interface().(*wire.Extra) // the last field, as wire.Extra says
	return x
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

// fixedRoot checks the value of a root element that can have but one (XSD 1.0 Part 1 §3.3.4): it is no other, and the
// element is not nil. Those of children are checked by the struct around them.
func (c *Checker) fixedRoot(def *Default, v any) {
	f, ok := def.Fixed.(*Facets)
	if !ok {
		return
	}
	if x := extraOf(v); x != nil && x.Nil() {
		c.NilFixed("", -1)
		return
	}
	content, ok := contentOf(reflect.ValueOf(v))
	if !ok {
		return
	}
	text, l := f.textOf(content), look{open: c.open, full: expands(scopedIn(content)...)}
	if !c.isDefault("", text) {
		c.report("", -1, f.unfixedProblem(text, l))
	}
}

// contentOf returns the field with the text of a struct, or of one that it has embedded.
func contentOf(v reflect.Value) (reflect.Value, bool) {
	v = reflect.Indirect(v)
	if v.Kind() != reflect.Struct {
		return v, false
	}
	for i := range v.NumField() {
		switch f := v.Type().Field(i); {
		case f.Tag.Get("xml") == ",chardata":
			return v.Field(i), true
		case f.Anonymous && f.IsExported() && f.Type.Kind() == reflect.Struct:
			if content, ok := contentOf(v.Field(i)); ok {
				return content, true
			}
		}
	}
	return v, false
}

// scopedIn returns the value, or those in a list, as far as they have names in their text.
func scopedIn(v reflect.Value) (list []scoped) {
	if s, ok := v.Interface().(scoped); ok {
		return []scoped{s}
	}
	if v.Kind() == reflect.Slice {
		for i := range v.Len() {
			if s, ok := v.Index(i).Interface().(scoped); ok {
				list = append(list, s)
			}
		}
	}
	return list
}

// textOf is the text of a value, or of a list, that the facets are for.
func (f *Facets) textOf(v reflect.Value) string {
	if f.Item == nil {
		if v.Kind() == reflect.Slice && f.Of == "hexBinary" {
			return HexText(v.Bytes())
		}
		return textOf(v.Interface())
	}
	if v.Kind() != reflect.Slice {
		return textOf(v.Interface()) // a union keeps the text of a list
	}
	words := make([]string, v.Len())
	for i := range words {
		words[i] = f.Item.textOf(v.Index(i))
	}
	return strings.Join(words, " ")
}
