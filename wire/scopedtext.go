package wire

import (
	"slices"
	"strings"
)

// ScopedText is text whose names have prefixes: that of a union with xs:QName among its members, or of a QName whose
// facets look at the prefix. Which words are names only the schema could tell, so the text stays as it is, and Bindings
// say what its prefixes stand for. An empty prefix is the default namespace, an empty URI no namespace.
type ScopedText struct {
	Text     string
	Bindings []Binding
}

// QName returns the expanded name that a word of the text stands for. It reports false for what is no name, and for a
// prefix that has no binding.
func (t ScopedText) QName(word string) (QName, bool) {
	if !isQNameText(word) {
		return QName{}, false
	}
	prefix, local := splitQName(word)
	for _, b := range t.Bindings {
		if b.Prefix == prefix {
			return QName{Space: b.URI, Local: local, Prefix: prefix}, true
		}
	}
	return QName{Local: local}, prefix == ""
}

// String returns the text.
func (t ScopedText) String() string { return t.Text }

// Equal reports whether text and bindings are the same.
func (t ScopedText) Equal(o ScopedText) bool {
	return t.Text == o.Text && slices.Equal(t.Bindings, o.Bindings)
}

// AppendText appends the text.
func (t ScopedText) AppendText(b []byte) ([]byte, error) { return append(b, t.Text...), nil }

// UnmarshalText takes any text as it is: white space counts where it does for a member of the union. There are no
// bindings then.
func (t *ScopedText) UnmarshalText(b []byte) error {
	*t = ScopedText{Text: string(b)}
	return nil
}

// expanded returns a text with names as {namespace}local.
func (t ScopedText) expanded(text string) string {
	words := strings.Fields(text)
	for i, w := range words {
		if q, ok := t.QName(w); ok {
			words[i] = q.String()
		}
	}
	return strings.Join(words, " ")
}

func (t ScopedText) scope() []Binding { return t.Bindings }

// unmarshalIn is UnmarshalText where the document's declarations are known.
func (t *ScopedText) unmarshalIn(d *Decoder, b []byte) {
	var n Node
	text := d.arena.text(b)
	if d.names != nil {
		*t = ScopedText{text, slices.Clone(d.names)}
		d.names = nil
		return
	}
	d.bindingsOf(&n, nil, text)
	if boundTo(nil, n.Bindings, "") == "" && slices.ContainsFunc(strings.Fields(text), isNCName) {
		// Any word can be a name here, also beside one that is none. Where it is in no namespace, it must not come into
		// that of a value around it when it is written.
		uri, _ := d.s.Lookup("")
		n.Bindings = append(n.Bindings, Binding{URI: uri})
	}
	*t = ScopedText{text, n.Bindings}
}

// scopeReader is a value that keeps what its prefixes stand for.
type scopeReader interface {
	unmarshalIn(d *Decoder, b []byte)
}
