// Package door is between package wire, which people call, and package codec, which does the work and imports wire.
package door

import "io"

// What package codec does. Its init sets these, and all generated code imports it; they are nil in a program without any.
var (
	Decode func(data []byte, r io.Reader, v any, c Config) error
	// DecodeOne decodes into the value that is found for the name of the root element, nil for none.
	DecodeOne func(data []byte, r io.Reader, find func(space, local string) any, c Config) (any, error)
	Marshal   func(v any, c Config) ([]byte, error)
	Append    func(dst []byte, v any, c Config) ([]byte, error)
	Encode    func(w io.Writer, v any, c Config) error
	Validate  func(v any, open bool) error
	Each      func(r io.Reader, path []string, fresh func() any, yield func(v any, err error) bool, c Config)
	// Roots returns the names of the global elements whose type a value is of.
	Roots func(v any) []string
	// WriteNode returns a wire.Node as a document, and ReadNode the root element of a document as one.
	WriteNode func(node any) ([]byte, error)
	ReadNode  func(doc []byte) (node any, err error)
	TextOf    func(items func(yield func(any) bool)) string
)
