package wbxgen_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
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
	program := filepath.Join(t.TempDir(), "wbxgen")
	if out, err := exec.Command("go", "build", "-o", program, "./cmd/wbxgen").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	shown := 0
	for _, m := range shownRun.FindAllStringSubmatch(string(text), -1) {
		if m[2] == "" || strings.Contains(m[2], "\n$ ") {
			continue
		}
		shown++
		t.Run(m[1], func(t *testing.T) {
			out, err := exec.Command(program, strings.Fields(m[1])...).Output()
			if err != nil {
				t.Error(err)
			}
			if d := cmp.Diff(strings.TrimSpace(m[2]), strings.TrimSpace(string(out))); d != "" {
				t.Errorf("-shown +real:\n%s", d)
			}
		})
	}
	if shown < 2 {
		t.Errorf("found %d commands with output", shown)
	}
}
