package corpora

import (
	"bufio"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// SuiteTest is a test of the W3C suite.
type SuiteTest struct {
	From     string // the contributor
	ID       string
	Want     string // valid or invalid
	Schemas  []string
	Instance string // "" for a test of the schema
}

// SuiteTests reads the tests of one kind, schema or instance, from the folder
// of the suite.
func SuiteTests(t testing.TB, folder, kind string) []SuiteTest {
	t.Helper()
	f, err := os.Open(filepath.Join(folder, "tests.tsv.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var tests []SuiteTest
	lines := bufio.NewScanner(z)
	for lines.Scan() {
		c := append(strings.Split(lines.Text(), "\t"), "") // the last column may be missing
		if len(c) >= 6 && c[1] == kind {
			tests = append(tests, SuiteTest{c[0], c[2], c[3], strings.Fields(c[4]), c[5]})
		}
	}
	if err := lines.Err(); err != nil || len(tests) == 0 {
		t.Fatalf("%d tests of kind %s: %v", len(tests), kind, err)
	}
	return tests
}

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
