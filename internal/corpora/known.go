package corpora

import (
	"os"
	"strings"
	"testing"
)

// KnownFailures reads testdata/w3c-known-failures.txt of the package that is
// tested: what of the suite is known to come out otherwise, an id, a tab and
// why on a line.
func KnownFailures(t testing.TB) map[string]bool {
	t.Helper()
	data, err := os.ReadFile("testdata/w3c-known-failures.txt")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		id, why, _ := strings.Cut(line, "\t")
		if why == "" || known[id] {
			t.Fatalf("the list of known failures has a line that is no id, tab, reason, or an id twice: %q", line)
		}
		known[id] = true
	}
	return known
}
