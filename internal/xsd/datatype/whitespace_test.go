package datatype

import "testing"

func TestNormalize(t *testing.T) {
	for _, c := range []struct{ text, replaced, collapsed string }{
		{"", "", ""},
		{"a", "a", "a"},
		{"a b", "a b", "a b"},
		{" a", " a", "a"},
		{"\ta\r\nb ", " a  b ", "a b"},
		{"a  b", "a  b", "a b"},
		{" \n ", "   ", ""},
		{"a\u00A0b", "a\u00A0b", "a\u00A0b"},
		{"\u0001 \u2003", "\u0001 \u2003", "\u0001 \u2003"},
	} {
		for w, want := range map[WhiteSpace]string{Preserve: c.text, Replace: c.replaced, Collapse: c.collapsed} {
			if got := w.Normalize(c.text); got != want {
				t.Errorf("%v of %q is %q, want %q", w, c.text, got, want)
			}
		}
	}
}
