package cli_test

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/wbxgen/wbxgen/internal/cli"
)

// helpOf returns the help of a command.
func helpOf(t *testing.T, command ...string) string {
	t.Helper()
	var out bytes.Buffer
	if code := cli.Main(append([]string{"help"}, command...), nil, &out, &out); code != 0 {
		t.Fatalf("help %v: exit %d: %s", command, code, out.String())
	}
	return out.String()
}

// commands returns the names of the commands that help lists.
func commands(t *testing.T) []string {
	_, list, _ := strings.Cut(helpOf(t), "Commands:\n")
	list, _, _ = strings.Cut(list, "\n\n")
	var names []string
	for line := range strings.Lines(list) {
		names = append(names, strings.Fields(line)[0])
	}
	return names
}

func TestHelpFitsTheWindow(t *testing.T) {
	all := commands(t)
	if len(all) < 14 {
		t.Fatalf("commands %v", all)
	}
	for columns, most := range map[string]int{"": 80, "60": 80, "80": 80, "120": 100} {
		t.Setenv("COLUMNS", columns)
		for _, c := range all {
			for line := range strings.Lines(helpOf(t, c)) {
				if n := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); n > most {
					t.Errorf("help %s with COLUMNS=%s: %d characters: %s", c, columns, n, line)
				}
			}
		}
	}
}

// Each command says what it does, shows an example, and names the value of each
// flag with another word than one of the values it can have.
func TestHelpIsHonest(t *testing.T) {
	for _, c := range commands(t) {
		if c == "completion" {
			continue // cobra's
		}
		help := helpOf(t, c)
		if !strings.Contains(help, "\nExamples:\n  wbxgen "+c) || strings.Contains(help, "  string ") || strings.Contains(help, " string   ") {
			t.Errorf("help %s:\n%s", c, help)
		}
		if strings.Contains(help, "--runtime copy") || strings.Contains(help, "--schema directory") {
			t.Errorf("help %s: a placeholder that is a value", c)
		}
	}
}

func TestHelpTexts(t *testing.T) {
	for _, columns := range []string{"80", "120"} {
		t.Setenv("COLUMNS", columns)
		var got strings.Builder
		for _, c := range []string{"", "generate", "init", "version"} {
			got.WriteString("$ wbxgen help " + c + "\n" + helpOf(t, strings.Fields(c)...) + "\n")
		}
		file := "testdata/help-" + columns + ".txt"
		if os.Getenv("WBXGEN_GOLDEN") != "" {
			if err := os.WriteFile(file, []byte(got.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if d := cmp.Diff(string(want), got.String()); err != nil || d != "" {
			t.Errorf("%s (WBXGEN_GOLDEN=1 rewrites it): %v %s", file, err, d)
		}
	}
}
