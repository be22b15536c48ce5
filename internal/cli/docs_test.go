package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/report"
)

// TestRulePagesAreUpToDate holds docs/rules to the registry. WBXGEN_GOLDEN=1
// rewrites the pages.
func TestRulePagesAreUpToDate(t *testing.T) {
	want := map[string][]byte{}
	var table bytes.Buffer
	if err := report.Rules(&table, "markdown", change.Rules()); err != nil {
		t.Fatal(err)
	}
	want["docs/rules/README.md"] = table.Bytes()
	for _, r := range change.Rules() {
		want[report.RulePage(string(r.ID))] = []byte(report.RuleMarkdown(r))
	}
	root := judge.Root(t)
	if os.Getenv("WBXGEN_GOLDEN") != "" {
		if err := os.RemoveAll(filepath.Join(root, "docs/rules")); err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(filepath.Join(root, "docs/rules"), 0o755); err != nil {
			t.Fatal(err)
		}
		for name, page := range want {
			if err := os.WriteFile(filepath.Join(root, name), page, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name, page := range want {
		got, err := os.ReadFile(filepath.Join(root, name))
		if err != nil || !bytes.Equal(got, page) {
			t.Errorf("%s is not what the registry says (%v); WBXGEN_GOLDEN=1 rewrites it", name, err)
		}
	}
	there, err := filepath.Glob(filepath.Join(root, "docs/rules/*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range there {
		name, err := filepath.Rel(root, file)
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := want[filepath.ToSlash(name)]; !ok {
			t.Errorf("%s is the page of no rule", name)
		}
	}
	if !slices.Contains(change.RuleIDs(), "element-added-optional") {
		t.Error("the registry is empty")
	}
}
