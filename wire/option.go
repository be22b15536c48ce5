package wire

import "io"

// Option configures a [Scanner], [Decoder] or [Encoder]. Options that do not concern the one at hand are ignored,
// so that one list serves both directions.
type Option func(*config)

type config struct {
	limits      Limits
	lenient     bool
	unqualified bool
	doctype     bool
	entities    func(name string) (string, bool)
	charset     func(label string, r io.Reader) (io.Reader, error)
	unknown     UnknownPolicy
	types       *Registry
	typeText    func(Name) (string, bool)
	declaration bool
	indent      string
	sizeHint    int
	chosen      map[string]string
}

func configure(opts []Option) config {
	var c config
	for _, o := range opts {
		if o != nil {
			o(&c)
		}
	}
	c.limits = c.limits.filled()
	return c
}

// WithLimits replaces the limits of a reader. Zero fields keep their defaults.
func WithLimits(l Limits) Option { return func(c *config) { c.limits = l } }

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
//
// A scanner with this option reports an undeclared prefix as no namespace.
func Lenient() Option { return func(c *config) { c.lenient = true } }

// Unqualified reads and writes the form in which only the root element carries its namespace:
// its descendants, and xsi:nil (then written nil="true"), have neither prefix nor namespace.
// xsi:type keeps its prefix, and raw nodes keep their own names.
func Unqualified() Option { return func(c *config) { c.unqualified = true } }

// Charset supplies readers for encodings beyond the built-in ones (UTF-8, UTF-16, ISO-8859-1, US-ASCII).
// The function gets the label of the XML declaration as written and what follows the declaration; it returns UTF-8.
// Package wire/charset has one for all encodings that golang.org/x/text knows. A document that begins as UTF-32 or EBCDIC
// does is asked for whole, as UTF-32BE, UTF-32LE or IBM037.
func Charset(f func(label string, r io.Reader) (io.Reader, error)) Option {
	return func(c *config) { c.charset = f }
}

// AllowDoctype reads a document type declaration instead of refusing it. A decoder replaces the entities that its internal
// subset declares, within the limits, and adds the defaults of attributes; what is external is never read. A scanner
// delivers it as a [Doctype] token and interprets nothing; see [DTD] and [Entities].
func AllowDoctype() Option { return func(c *config) { c.doctype = true } }

// Entities supplies the replacement text of general entities beyond the five predefined ones. A reference inside an
// attribute value is replaced, where recursion and '<' are refused; one in content is delivered as an [EntityRef] token.
func Entities(f func(name string) (replacement string, ok bool)) Option {
	return func(c *config) { c.entities = f }
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
func Unknown(p UnknownPolicy) Option { return func(c *config) { c.unknown = p } }

// Types gives a decoder the types that xsi:type may name.
func Types(r *Registry) Option { return func(c *config) { c.types = r } }

// TypeText replaces the text of xsi:type that an encoder writes. Where f returns false,
// the type is written as a QName with a declared prefix, which is also the default.
func TypeText(f func(Name) (text string, ok bool)) Option { return func(c *config) { c.typeText = f } }

// Declaration makes an encoder begin the document with an XML declaration.
func Declaration() Option { return func(c *config) { c.declaration = true } }

// Indent makes an encoder put each element on a line of its own, one unit deeper than its parent.
// Content that holds text is left alone.
func Indent(unit string) Option { return func(c *config) { c.indent = unit } }

// Prefix makes an encoder write the prefix p for a namespace, in the place of the one that the schema's authors chose. Where
// p is taken, or is no prefix, the encoder chooses.
func Prefix(uri, p string) Option {
	return func(c *config) {
		prefixes := map[string]string{uri: p}
		for u, q := range c.chosen {
			if u != uri {
				prefixes[u] = q
			}
		}
		c.chosen = prefixes
	}
}

// SizeHint tells [Marshal] how many bytes to expect.
func SizeHint(n int) Option { return func(c *config) { c.sizeHint = n } }
