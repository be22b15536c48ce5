package xmltext

import "io"

// Options say how a document is read. The zero value reads UTF-8, UTF-16, ISO-8859-1 and US-ASCII, within the default
// limits, and refuses document type declarations.
type Options struct {
	Limits Limits
	// Undeclared makes an undeclared prefix no error: its names are in no namespace.
	Undeclared bool
	// AllowDoctype delivers a document type declaration as a [Doctype] token instead of refusing it. It interprets
	// nothing; see [DTD].
	AllowDoctype bool
	// Entities supplies the replacement text of general entities beyond the five predefined ones. A reference inside an
	// attribute value is replaced, where recursion and '<' are refused; one in content is delivered as an [EntityRef].
	Entities func(name string) (replacement string, ok bool)
	// Charset supplies readers for other encodings. It gets the label of the XML declaration as written and what follows
	// the declaration, and returns UTF-8. A document that begins as UTF-32 or EBCDIC does is asked for whole, as UTF-32BE,
	// UTF-32LE or IBM037. Package wire/charset has one for all encodings that golang.org/x/text knows.
	Charset func(label string, r io.Reader) (io.Reader, error)
}
