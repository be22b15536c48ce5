package codec

import (
	"reflect"

	"github.com/wbxgen/wbxgen/wire"
)

// Defaulted notes that an attribute was absent and that its field holds the default now.
func (d *Decoder) Defaulted(x *wire.Extra, n *Name, v any) {
	if d.state != failed {
		text := noText
		if r := reflect.ValueOf(v); r.Kind() != reflect.Pointer && r.Kind() != reflect.Slice || !r.IsNil() {
			text = textOf(v)
		}
		x.Codec().Hold().AddDefault(n, text)
	}
}

// noText stands for the default that a field does not have, of an attribute whose default reading cannot set. No value has it.
const noText = "\x00"

// IsDefault reports whether the document that the value was read from did not have the attribute, and its field still
// holds the default. Then the attribute stays absent.
func (e *Encoder) IsDefault(n *Name, v any) bool {
	text := e.defaulted(n)
	return text != nil && *text == textOf(v)
}

// defaulted returns the default that reading set for an attribute, nil where the document had the attribute, or there was none.
func (e *Encoder) defaulted(n *Name) *string {
	if e.kept == nil {
		return nil
	}
	defaults := e.kept.Codec().P.Defaults
	for i := range defaults {
		if d := &defaults[i]; d.Name == n || e.kept.Codec().P.Foreign && sameName(d.Name, n) {
			return &d.Text
		}
	}
	return nil
}

// Unset reports whether v is the zero value of its type: a field that nobody has set, for which a fixed value is written.
func Unset[T any](v T) bool { return reflect.ValueOf(&v).Elem().IsZero() }

// Fixed writes an element with the value that the schema fixes.
func (e *Encoder) Fixed(n *Name, text string) {
	if e.kept != nil && e.writeEmpty(n) {
		return
	}
	e.stringLeaf(n, text)
}

// FixedAttr is [Encoder.Fixed] for an attribute.
func (e *Encoder) FixedAttr(n *Name, text string) {
	if e.kept != nil && e.writeEmptyAttr(n) {
		return
	}
	e.stringAttr(n, text)
}

// FixedNilAttr is [Encoder.FixedAttr] for an optional attribute whose field is nil: a new value has it, while one that was
// read without it stays so.
func (e *Encoder) FixedNilAttr(n *Name, text string) {
	if e.defaulted(n) == nil {
		e.FixedAttr(n, text)
	}
}

// FixedNames is [Encoder.Fixed] for qualified names, which are given as {namespace}local, or local for those in no namespace.
func (e *Encoder) FixedNames(n *Name, names ...string) {
	if e.kept == nil || !e.writeEmpty(n) {
		e.qnameLeaf(n, clarkNames(names)...)
	}
}

// FixedNamesAttr is [Encoder.FixedNames] for an attribute.
func (e *Encoder) FixedNamesAttr(n *Name, names ...string) {
	if e.kept == nil || !e.writeEmptyAttr(n) {
		e.qnameAttr(n, clarkNames(names)...)
	}
}

// FixedNilNamesAttr is [Encoder.FixedNilAttr] for qualified names.
func (e *Encoder) FixedNilNamesAttr(n *Name, names ...string) {
	if e.defaulted(n) == nil {
		e.FixedNamesAttr(n, names...)
	}
}

// FixedScoped is [Encoder.Fixed] for a text with names in it, whose prefixes the bindings explain.
func FixedScoped(e *Encoder, n *Name, text string, bindings ...wire.Binding) {
	if e.kept == nil || !e.writeEmpty(n) {
		e.Value(n, wire.ScopedText{Text: text, Bindings: bindings})
	}
}

// FixedScopedAttr is [FixedScoped] for an attribute.
func FixedScopedAttr(e *Encoder, n *Name, text string, bindings ...wire.Binding) {
	if e.kept == nil || !e.writeEmptyAttr(n) {
		e.ValueAttr(n, wire.ScopedText{Text: text, Bindings: bindings})
	}
}

// FixedNilScopedAttr is [Encoder.FixedNilAttr] for a text with names in it.
func FixedNilScopedAttr(e *Encoder, n *Name, text string, bindings ...wire.Binding) {
	if e.defaulted(n) == nil {
		FixedScopedAttr(e, n, text, bindings...)
	}
}

// clarkNames reads names of the form {namespace}local, which generated code has right.
func clarkNames(texts []string) []wire.QName {
	names := make([]wire.QName, len(texts))
	for i, text := range texts {
		if err := names[i].UnmarshalText([]byte(text)); err != nil {
			names[i].Local = text
		}
	}
	return names
}
