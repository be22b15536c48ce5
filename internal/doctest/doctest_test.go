package doctest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestShownOutput(t *testing.T) {
	for _, c := range []struct {
		want, got string
		ok        bool
	}{
		{"a b", "a b", true},
		{"a b", "a b c", false},
		{"a …", "a b c", true},
		{"a … c", "a b c", true},
		{"a … d", "a b c", false},
		{"…", "", true},
		{"", "a", false},
	} {
		if got := shown(strings.Fields(c.want), strings.Fields(c.got)); got != c.ok {
			t.Errorf("%q shown for %q: %v", c.want, c.got, got)
		}
	}
}

// recorder takes the errors of a page.
type recorder struct {
	testing.TB
	errors int
}

func (r *recorder) Errorf(string, ...any) { r.errors++ }

// TestWrongBlocksAreFound runs pages with one mistake each.
func TestWrongBlocksAreFound(t *testing.T) {
	t.Setenv("WBXGEN_GOLDEN", "")
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	for name, page := range map[string]string{
		"output":    "```console\n$ echo a\nb\n```\n",
		"silence":   "```console\n$ echo a\n```\n",
		"exit code": "```console\n$ false\n```\n",
		"other one": "```console\n$ false\n$ echo $?\n2\n```\n",
		"install":   "```console\n$ go install github.com/wbxgen/wbxgen/wire@latest\n```\n",
		"text":      "```text\n$ false\n```\n",
		"kind":      "```perl\n1\n```\n",
		"yaml":      "```yaml\na: [\n```\n",
		"json":      "```json\n{\n```\n",
		"xml":       "```xml\n<a>\n```\n",
		"go":        "```go\nx := nothing()\n```\n",
		"go type":   "```go\nvar x int = \"a\"\n```\n",
	} {
		file := filepath.Join(t.TempDir(), "page.md")
		if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
		r := &recorder{TB: t}
		Run(r, file, root, t.TempDir())
		if r.errors == 0 {
			t.Errorf("%s: nothing is found wrong with\n%s", name, page)
		}
	}
}

func TestLinksThatLeadNowhere(t *testing.T) {
	file := filepath.Join(t.TempDir(), "page.md")
	page := "# One `two`, three\n[a](#one-two-three) [b](#two) [c](other.md) `[d](none.md)` [e](https://example.com/)\n"
	if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	wrong, err := Links(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(wrong) != 2 || !strings.Contains(wrong[0], "#two") || !strings.Contains(wrong[1], "other.md") {
		t.Errorf("%q", wrong)
	}
}
