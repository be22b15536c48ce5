package wire

import (
	"io"

	"github.com/wbxgen/wbxgen/wire/internal/door"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// Option says how documents are read or written. Options that do not concern the direction at hand are ignored,
// so that one list serves both directions.
type Option func(*door.Config)

// WithLimits replaces the limits of a reader. Zero fields keep their defaults.
func WithLimits(l xmltext.Limits) Option { return func(c *door.Config) { c.Limits = l } }

// Lenient reads what servers really send, instead of only what the schema allows:
//
//   - an element in no namespace, with an undeclared prefix or in the wrong namespace matches by its local name where the
//     table has that local name once; where it has several, an element without prefix matches the nearest, and one with an
//     undeclared prefix that whose namespace prefers this prefix; aliases match too
//   - undeclared prefixes are no error, and a root element without namespace is accepted
//   - an element that may not repeat is kept among the unknown ones when it does, and so is a second branch of a choice
//   - text around child elements is ignored, and so are child elements inside simple content
//   - booleans may be written in any case, and enumeration values may have white space around them
//   - an empty number, boolean or date is absent; the [Extra] of the struct remembers it, so that it is written again
func Lenient() Option { return func(c *door.Config) { c.Lenient = true } }

// Unqualified reads and writes the form in which only the root element carries its namespace:
// its descendants, and xsi:nil (then written nil="true"), have neither prefix nor namespace.
// xsi:type keeps its prefix, and raw nodes keep their own names.
func Unqualified() Option { return func(c *door.Config) { c.Unqualified = true } }

// Charset supplies readers for encodings beyond the built-in ones (UTF-8, UTF-16, ISO-8859-1, US-ASCII).
// The function gets the label of the XML declaration as written and what follows the declaration; it returns UTF-8.
// Package wire/charset has one for all encodings that golang.org/x/text knows. A document that begins as UTF-32 or EBCDIC
// does is asked for whole, as UTF-32BE, UTF-32LE or IBM037.
func Charset(f func(label string, r io.Reader) (io.Reader, error)) Option {
	return func(c *door.Config) { c.Charset = f }
}

// AllowDoctype reads a document type declaration instead of refusing it. A decoder replaces the entities that its internal
// subset declares, within the limits, and adds the defaults of attributes; what is external is never read.
func AllowDoctype() Option { return func(c *door.Config) { c.AllowDoctype = true } }

// Entities supplies the replacement text of general entities beyond the five predefined ones. They are
// replaced in attribute values; one in content is an error.
func Entities(f func(name string) (replacement string, ok bool)) Option {
	return func(c *door.Config) { c.Entities = f }
}

// UnknownPolicy says what becomes of elements and attributes that a struct has no field for.
type UnknownPolicy uint8

// What becomes of unknown elements and attributes.
const (
	SkipUnknown   UnknownPolicy = iota // they are passed over; this is the default
	KeepUnknown                        // they are kept in the struct's [Extra] and written again
	RefuseUnknown                      // they are an error that says what was expected
)

// Unknown sets what becomes of elements and attributes that a struct has no field for.
func Unknown(p UnknownPolicy) Option { return func(c *door.Config) { c.Unknown = uint8(p) } }

// Types gives a decoder the types that xsi:type may name.
func Types(r *Registry) Option {
	return func(c *door.Config) {
		c.Types = nil
		if r != nil {
			c.Types = typeSource{r}
		}
	}
}

// TypeText replaces the text of xsi:type that an encoder writes. Where f returns false,
// the type is written as a QName with a declared prefix, which is also the default.
func TypeText(f func(QName) (text string, ok bool)) Option {
	return func(c *door.Config) {
		c.TypeText = func(space, local string) (string, bool) { return f(QName{Space: space, Local: local}) }
	}
}

// Declaration makes an encoder begin the document with an XML declaration.
func Declaration() Option { return func(c *door.Config) { c.Declaration = true } }

// Indent makes an encoder put each element on a line of its own, one unit deeper than its parent.
// Content that holds text is left alone. A unit that is no white space is an error when something is written.
func Indent(unit string) Option { return func(c *door.Config) { c.Indent = unit } }

// Prefix makes an encoder write the prefix p for a namespace, in the place of the one that the schema's authors chose. Where
// p is taken, or is no prefix, the encoder chooses.
//
// The empty prefix makes uri the default namespace, which the root element declares: elements in it are written without prefix,
// attributes and names in values keep one. A document has one default namespace: the last that is asked for, or else that of the
// root element, where the schema says elementFormDefault="qualified". There is none where the root element is in no namespace, or
// where [Unqualified] leaves its descendants without.
func Prefix(uri, p string) Option {
	return func(c *door.Config) {
		prefixes := map[string]string{uri: p}
		for u, q := range c.Chosen {
			if u != uri && (p != "" || q != "") {
				prefixes[u] = q
			}
		}
		c.Chosen = prefixes
	}
}

// Prefixed makes an encoder write all names in a namespace with a prefix: no namespace is the default one, whatever options
// before it say.
func Prefixed() Option {
	return func(c *door.Config) {
		c.Prefixed = true
		prefixes := map[string]string{}
		for uri, p := range c.Chosen {
			if p != "" {
				prefixes[uri] = p
			}
		}
		c.Chosen = prefixes
	}
}
