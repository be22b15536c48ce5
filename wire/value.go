package wire

// Value returns what p points to, the zero value where p is nil: the value of a field that may be absent.
func Value[T any](p *T) (v T) {
	if p != nil {
		v = *p
	}
	return v
}

// Text is a value of xs:anySimpleType, or of a type that is kept as its text. Its text is what the document says.
type Text string

// String returns the text.
func (t Text) String() string { return string(t) }

// Equal reports whether the texts are the same.
func (t Text) Equal(o Text) bool { return t == o }

// MarshalText returns the text.
func (t Text) MarshalText() ([]byte, error) { return []byte(t), nil }

// AppendText appends the text.
func (t Text) AppendText(b []byte) ([]byte, error) { return append(b, t...), nil }

// UnmarshalText takes any text.
func (t *Text) UnmarshalText(b []byte) error {
	*t = Text(b)
	return nil
}
