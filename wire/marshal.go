package wire

import (
	"fmt"
	"io"

	"github.com/wbxgen/wbxgen/wire/internal/door"
)

// Unmarshal decodes a whole document whose root element is root into v, a pointer to a generated type. It keeps no part of data.
func Unmarshal(data []byte, root Name, v any, opts ...Option) error {
	if door.Decode == nil {
		return notGenerated(v)
	}
	return door.Decode(data, nil, root, v, door.Configure(opts))
}

// Decode decodes the document that r delivers, whose root element is root, into v, a pointer to a generated type.
func Decode(r io.Reader, root Name, v any, opts ...Option) error {
	if door.Decode == nil {
		return notGenerated(v)
	}
	return door.Decode(nil, r, root, v, door.Configure(opts))
}

// Marshal returns v, a pointer to a generated type, as a document whose root element is root.
func Marshal(root Name, v any, opts ...Option) ([]byte, error) {
	if door.Marshal == nil {
		return nil, notGenerated(v)
	}
	return door.Marshal(root, v, door.Configure(opts))
}

// Append appends v to dst, as a document whose root element is root. After an error it returns dst as it was.
func Append(dst []byte, root Name, v any, opts ...Option) ([]byte, error) {
	if door.Append == nil {
		return dst, notGenerated(v)
	}
	return door.Append(dst, root, v, door.Configure(opts))
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

// notGenerated is an error where no generated code, and so no codec, is linked.
func notGenerated(v any) error { return fmt.Errorf("%T is no type that wbxgen generates", v) }
