package wire

import (
	"errors"
	"fmt"
	"io"

	"github.com/wbxgen/wbxgen/wire/internal/door"
)

// Object is what a document is read into and written from: a pointer to a struct of a complex type, or what [Simple] returns.
type Object interface {
	// XMLType returns the name of its type, "" for a type without a name.
	XMLType() Name
}

// Unmarshal reads a whole document into v. Its root element must be one of those that v's type is for; where there are several,
// [Extra.Root] says which it was. It keeps no part of data.
func Unmarshal(data []byte, v Object, opts ...Option) error {
	if door.Decode == nil {
		return errNotGenerated
	}
	return door.Decode(data, nil, v, door.Configure(opts))
}

// Decode is [Unmarshal] for the document that r delivers, which is read about 16 KiB at a time.
func Decode(r io.Reader, v Object, opts ...Option) error {
	if door.Decode == nil {
		return errNotGenerated
	}
	return door.Decode(nil, r, v, door.Configure(opts))
}

// Marshal returns v as a document. Of a type that several root elements have, or none, [Root] says which it is to be, unless v was
// read from a document: then it is the same one again.
func Marshal(v Object, opts ...Option) ([]byte, error) {
	if door.Marshal == nil {
		return nil, errNotGenerated
	}
	return door.Marshal(v, door.Configure(opts))
}

// Append is [Marshal] that appends to dst. After an error it returns dst as it was.
func Append(dst []byte, v Object, opts ...Option) ([]byte, error) {
	if door.Append == nil {
		return dst, errNotGenerated
	}
	return door.Append(dst, v, door.Configure(opts))
}

// TextOf returns the text of mixed content, that within its elements included, as a reader sees it.
func TextOf[T any](content []T) string {
	if door.TextOf == nil {
		return ""
	}
	return door.TextOf(func(yield func(any) bool) {
		for _, x := range content {
			if !yield(x) {
				return
			}
		}
	})
}

// Encode is [Marshal] that writes to w, in one call. After an error nothing is written.
func Encode(w io.Writer, v Object, opts ...Option) error {
	if door.Encode == nil {
		return errNotGenerated
	}
	return door.Encode(w, v, door.Configure(opts))
}

// errNotGenerated is the error where no generated code, and so no codec, is linked.
var errNotGenerated = errors.New("the program has no type that wbxgen generates")

// Root says which root element a document has, for a type that several have or none.
func Root(name Name) Option { return func(c *door.Config) { c.Root = string(name) } }

// Simple returns an object for a root element that has no struct. v points to its value: a string, a truth value, a number, a value
// type such as datatype.Date, a [QName], a type made of one of these, a slice of them for a list, or an [AnyElement] for xs:anyType.
func Simple(name Name, v any) Object {
	root := door.Name{Local: name.Local()}
	if space := name.Space(); space != "" {
		root.Space = &door.Namespace{URI: space, Qualified: true} // with no element in it that could be in none
	}
	return &simple{[]door.Name{root}, v}
}

type simple struct {
	roots []door.Name
	value any
}

// XMLType returns "": it says which element it is, not which type.
func (s *simple) XMLType() Name { return "" }

// Roots returns the one name.
func (s *simple) Roots() []door.Name { return s.roots }

// Value returns what package codec reads and writes.
func (s *simple) Value() any { return s.value }

// String says what it is without showing the value.
func (s *simple) String() string { return fmt.Sprintf("%s of a %T", &s.roots[0], s.value) }
