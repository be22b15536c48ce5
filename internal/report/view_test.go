package report

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestTextOfDocumentsCommandsNoTerminal: it is on one line, without control
// characters and marks that turn the direction of text.
func TestTextOfDocumentsCommandsNoTerminal(t *testing.T) {
	for text, want := range map[string]string{
		"":              `""`,
		"plain é 日":     "plain é 日",
		"a\tb\nc\rd":    "a b c d",
		"\x1b[31mred":   "\uFFFD[31mred",
		"\x00\x1f\x7f":  "\uFFFD\uFFFD\uFFFD",
		"a\u0080\u009f": "a\uFFFD\uFFFD",
		"a\u00a0b":      "a\u00a0b",
		"\u2028\u2029":  "\uFFFD\uFFFD",
		"\u202a\u202e":  "\uFFFD\uFFFD",
		"\u2066\u2069":  "\uFFFD\uFFFD",
	} {
		if got := clean(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// TestLongValuesShowBothEnds, cut between characters.
func TestLongValuesShowBothEnds(t *testing.T) {
	exact := strings.Repeat("é", maxValue)
	if got := shorten(exact); got != exact {
		t.Errorf("got %q", got)
	}
	got := shorten("<" + exact + ">")
	if n := utf8.RuneCountInString(got); n > maxValue+1 || !strings.HasPrefix(got, "<é") || !strings.HasSuffix(got, "é>") || !strings.Contains(got, "é … é") {
		t.Errorf("got %d characters, %q", n, got)
	}
}
