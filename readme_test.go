package wbxgen_test

import (
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wbxgen/wbxgen/internal/cli"
)

// shownRun is a command in the README with the output below it.
var shownRun = regexp.MustCompile("(?m)^```\n\\$ (?:go run ./cmd/)?wbxgen ([^\n]+)\n((?:.*\n)*?)```$")

// TestTheReadmeShowsRealOutput runs the commands of the README whose output it
// shows.
func TestTheReadmeShowsRealOutput(t *testing.T) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	shown := 0
	for _, m := range shownRun.FindAllStringSubmatch(string(text), -1) {
		if m[2] == "" || strings.Contains(m[2], "\n$ ") {
			continue
		}
		shown++
		t.Run(m[1], func(t *testing.T) {
			var out strings.Builder
			if code := cli.Main(strings.Fields(m[1]), nil, &out, io.Discard); code != 0 {
				t.Errorf("exit code %d", code)
			}
			if d := cmp.Diff(strings.TrimSpace(m[2]), strings.TrimSpace(out.String())); d != "" {
				t.Errorf("-shown +real:\n%s", d)
			}
		})
	}
	if shown < 2 {
		t.Errorf("found %d commands with output", shown)
	}
}
