package wire

import (
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
)

// Secret is a text that is not to be shown: a password, a token. It is what a field holds whose element or attribute the
// profile of an API or the configuration calls secret. fmt, log/slog, encoding/json and whatever asks for text print REDACTED
// in its place, also where it is a field of a struct that nothing is known of. The zero Secret is absent.
type Secret struct {
	// A pointer, since fmt prints the fields of fields that are not exported, without asking their methods.
	text *string
}

// Redacted is printed in place of a [Secret].
const Redacted = "REDACTED"

// SecretOf returns a secret with the text, which may be empty.
func SecretOf(text string) Secret { return Secret{&text} }

// Reveal returns the text; that of an absent secret is empty.
func (s Secret) Reveal() string {
	if s.text == nil {
		return ""
	}
	return *s.text
}

// IsSet reports whether there is a secret, be it an empty one.
func (s Secret) IsSet() bool { return s.text != nil }

// IsZero reports whether the secret is absent.
func (s Secret) IsZero() bool { return s.text == nil }

// Equal reports whether both are absent, or both have the same text.
func (s Secret) Equal(o Secret) bool { return s.IsSet() == o.IsSet() && s.Reveal() == o.Reveal() }

// shown is what is printed.
func (s Secret) shown() string {
	if s.text == nil {
		return ""
	}
	return Redacted
}

// String returns REDACTED, or nothing for an absent secret.
func (s Secret) String() string { return s.shown() }

// Format prints what String returns, whatever the verb is.
func (s Secret) Format(f fmt.State, _ rune) { io.WriteString(f, s.shown()) }

// LogValue is what package log/slog logs.
func (s Secret) LogValue() slog.Value { return slog.StringValue(s.shown()) }

// MarshalText returns what String returns: what has come out of JSON, YAML or a flag cannot be sent.
func (s Secret) MarshalText() ([]byte, error) { return []byte(s.shown()), nil }

// MarshalJSON writes what String returns, null for an absent secret.
func (s Secret) MarshalJSON() ([]byte, error) {
	if s.text == nil {
		return []byte("null"), nil
	}
	return json.Marshal(Redacted)
}

// UnmarshalText takes the text for the secret, so that one can come out of a file or a flag.
func (s *Secret) UnmarshalText(text []byte) error {
	*s = SecretOf(string(text))
	return nil
}

// UnmarshalJSON takes a string for the secret, and null for none.
func (s *Secret) UnmarshalJSON(data []byte) error {
	var text *string
	if err := json.Unmarshal(data, &text); err != nil {
		return fmt.Errorf("a secret is a string or null")
	}
	s.text = text
	return nil
}
