package wire

import (
	"slices"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
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
	if !chars.IsQNameText(word) {
		return QName{}, false
	}
	prefix, local := chars.SplitQName(word)
	for _, b := range t.Bindings {
		if b.Prefix == prefix {
			return QName{Space: b.URI, Local: local, Prefix: prefix}, true
		}
	}
	return QName{Local: local}, prefix == ""
}

// Scope returns the bindings, of a generated type around a ScopedText too.
func (t ScopedText) Scope() []Binding { return t.Bindings }

// SetScoped sets text and bindings, of a generated type around a ScopedText too.
func (t *ScopedText) SetScoped(text string, bindings []Binding) { *t = ScopedText{text, bindings} }

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
