package cli

import (
	"encoding/json"
	"html"
	"io"
	"strings"
	"testing"

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
		var told struct{ Changes []toldChange }
		if err := json.Unmarshal([]byte(output(t, append([]string{"diff", "--format", "json"}, step...)...)), &told); err != nil {
			t.Fatal(err)
		}
		if none := newer == "40.2.0"; (len(told.Changes) == 0) != none {
			t.Errorf("%v: %d changes", step, len(told.Changes))
		}
		for _, format := range report.Formats() {
			text := html.UnescapeString(output(t, append([]string{"diff", "--format", format}, step...)...))
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

// output runs the program, which must succeed, and returns what it prints.
func output(t *testing.T, args ...string) string {
	t.Helper()
	var out strings.Builder
	if code := Main(args, nil, &out, io.Discard); code != exitFine {
		t.Fatalf("%v: exit code %d", args, code)
	}
	return out.String()
}
