package report

import (
	"bytes"
	"testing"

	"github.com/wbxgen/wbxgen/internal/project"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	webexprofile "github.com/wbxgen/wbxgen/internal/profile/webex"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// webexChain compares the releases whose names are given.
func webexChain(t *testing.T, releases ...string) *change.Chain {
	t.Helper()
	var sides []*diff.Side
	for _, v := range releases {
		set, err := source.Open(v, source.Options{})
		if err != nil {
			t.Fatal(err)
		}
		s, diags := compile.Compile(set, compile.Options{})
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		sides = append(sides, diff.NewSide(v, s, webexprofile.Profile))
	}
	return project.CompareChain(sides, diff.Options{})
}

func TestChangelogFormats(t *testing.T) {
	chain := webexChain(t, "40.1.0", "40.1.2", "40.2.0", "40.4.3")
	for _, c := range []struct{ file, format string }{
		{"changelog.txt", "text"}, {"changelog.md", "markdown"}, {"changelog.json", "json"},
	} {
		var out bytes.Buffer
		if err := Changelog(&out, c.format, chain, true, Options{}); err != nil {
			t.Fatal(err)
		}
		if c.format == "json" {
			continue // its parts are held by TestFormats
		}
		golden(t, c.file, out.Bytes())
	}
}

func TestChangelogWithoutChanges(t *testing.T) {
	var out bytes.Buffer
	if err := Changelog(&out, "text", webexChain(t, "40.1.2", "40.2.0"), true, Options{}); err != nil || out.Len() != 0 {
		t.Errorf("got %q, %v", out.String(), err)
	}
}
