package cli

import (
	"encoding/json"
	"html"
	"io"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/project"
	"github.com/wbxgen/wbxgen/internal/report"
)

// toldChange is what each format must tell of a change.
type toldChange struct {
	ID         string
	Component  struct{ Path string }
	Operations []struct{ Name string }
}

// TestEveryFormatTellsTheReleases holds all formats to the JSON of each step,
// which the tests of diff hold to the release notes.
func TestEveryFormatTellsTheReleases(t *testing.T) {
	versions := []string{"40.1.0", "40.1.2", "40.2.0", "40.4.3", "40.4.8", "40.6.0"}
	for i, newer := range versions[1:] {
		step := []string{versions[i], newer}
		write := reportOf(t, step)
		var told struct{ Changes []toldChange }
		if err := json.Unmarshal([]byte(write("json")), &told); err != nil {
			t.Fatal(err)
		}
		if none := newer == "40.2.0"; (len(told.Changes) == 0) != none {
			t.Errorf("%v: %d changes", step, len(told.Changes))
		}
		for _, format := range report.Formats() {
			text := html.UnescapeString(write(format))
			for _, c := range told.Changes {
				name := c.Component.Path[strings.LastIndexAny(c.Component.Path, "/:")+1:]
				if !strings.Contains(text, c.ID) || !strings.Contains(text, name) {
					t.Errorf("%v as %s does not tell of %s at %s", step, format, c.ID, c.Component.Path)
				}
				for _, o := range c.Operations {
					if !strings.Contains(text, o.Name) {
						t.Errorf("%v as %s does not tell that %s touches %s", step, format, c.Component.Path, o.Name)
					}
				}
			}
		}
	}
}

// reportOf compares two versions once, which takes longest, and returns what
// writes the report in a format.
func reportOf(t *testing.T, step []string) func(format string) string {
	t.Helper()
	env := &environment{stderr: io.Discard, info: io.Discard}
	cfg, err := env.config()
	if err != nil {
		t.Fatal(err)
	}
	sides, err := openSides(env, step, cfg, false)
	if err != nil {
		t.Fatal(err)
	}
	out, err := project.Terms{Code: cfg, Filter: change.Filter{Level: change.Info}}.Judge(sides)
	if err != nil {
		t.Fatal(err)
	}
	return func(format string) string {
		t.Helper()
		var text strings.Builder
		o := report.Options{Read: sides.Read, MaxPerChange: report.DefaultMaxPerChange, MaxBytes: report.DefaultMaxBytes}
		if err := report.Write(&text, format, out.Result, o); err != nil {
			t.Fatal(err)
		}
		return text.String()
	}
}
