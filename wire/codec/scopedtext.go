package codec

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// expandedText returns a text with names as {namespace}local.
func expandedText(t wire.ScopedText, text string) string {
	words := strings.Fields(text)
	for i, w := range words {
		if q, ok := t.QName(w); ok {
			words[i] = q.String()
		}
	}
	return strings.Join(words, " ")
}

// expands returns what writes the names in a text of the values as {namespace}local, nil where there is none. Values that are
// written as one text share their prefixes.
func expands(values ...scoped) func(text string) string {
	if len(values) == 0 {
		return nil
	}
	var all wire.ScopedText
	for _, v := range values {
		all.Bindings = append(all.Bindings, v.Scope()...)
	}
	return func(text string) string { return expandedText(all, text) }
}

// scopeReader is a value that keeps what its prefixes stand for: a [wire.ScopedText], or a generated type around one.
type scopeReader interface {
	SetScoped(text string, bindings []wire.Binding)
}

// scoped is such a value as it is written.
type scoped interface {
	QName(word string) (wire.QName, bool)
	Scope() []wire.Binding
}

// unmarshalScoped is UnmarshalText where the document's declarations are known.
func (d *Decoder) unmarshalScoped(t scopeReader, b []byte) {
	text := d.arena.text(b)
	if d.names != nil {
		t.SetScoped(text, slices.Clone(d.names))
		d.names = nil
		return
	}
	t.SetScoped(text, d.scopeOf(text))
}

// scopeOf returns what the prefixes of a text stand for where it is read.
func (d *Decoder) scopeOf(text string) []wire.Binding {
	var n wire.Node
	d.bindingsOf(&n, nil, text)
	if boundTo(nil, n.Bindings, "") == "" && slices.ContainsFunc(strings.Fields(text), chars.IsNCName) {
		// Any word can be a name here, also beside one that is none. Where it is in no namespace, it must not come into
		// that of a value around it when it is written.
		uri, _ := d.s.Lookup("")
		n.Bindings = append(n.Bindings, wire.Binding{URI: uri})
	}
	return n.Bindings
}

// scopeOf returns the bindings that the text of a value needs. Where there is a default namespace and the value says nothing of
// it, its words that are names without prefix are in none.
func (e *Encoder) scopeOf(v any) []wire.Binding {
	t, ok := v.(scoped)
	if !ok {
		return nil
	}
	bindings := t.Scope()
	if !e.hasDefault() || bindsDefault(bindings) || !slices.ContainsFunc(strings.Fields(wordOf(v)), chars.IsNCName) {
		return bindings
	}
	return append(slices.Clip(bindings), wire.Binding{})
}
