package generate

import "testing"

// TestNamesOfFilesStandInComments: a name of a file can be any bytes, and stands
// in the first line of each file.
func TestNamesOfFilesStandInComments(t *testing.T) {
	for name, want := range map[string]string{
		"order.xsd":     "order.xsd",
		"größe 1.xsd":   "größe 1.xsd",
		"b\xff.xsd":     "b\uFFFD.xsd",
		"a\nfunc x.xsd": "a\uFFFDfunc x.xsd",
		"a\r\x00\t.xsd": "a\uFFFD\uFFFD\uFFFD.xsd",
	} {
		if got := printable(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}
