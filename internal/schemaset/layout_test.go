package schemaset

import (
	"slices"
	"strings"
	"testing"
)

func TestLayoutOrdersAndEscapesAttributes(t *testing.T) {
	root, err := parse([]byte(`<xsd:schema a="1"><xsd:element nillable="true" other="&lt;&amp;&quot;" minOccurs="0" name="e"/></xsd:schema>`))
	if err != nil {
		t.Fatal(err)
	}
	want := `  <xsd:element name="e" minOccurs="0" nillable="true" other="&lt;&amp;&quot;"/>` + "\n"
	if got := string(layout(root)); !strings.Contains(got, want) {
		t.Errorf("got\n%swant a line\n%s", got, want)
	}
}

func TestFillBreaksAtTheWidth(t *testing.T) {
	for text, want := range map[string][]string{
		"one":                 {"one"},
		"12345 78901":         {"12345", "78901"},
		"1234 67890 2":        {"1234 67890", "2"},
		"1234567890123 5":     {"1234567890123", "5"},
		"äöüß äöüßä x":        {"äöüß äöüßä", "x"},
		"a b c d e f g h i j": {"a b c d e", "f g h i j"},
	} {
		if got := fill(text, 10); !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
