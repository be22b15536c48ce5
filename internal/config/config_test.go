package config_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wbxgen/wbxgen/internal/config"
)

func load(t *testing.T, text string) (*config.Config, error) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "wbxgen.yaml")
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return config.Load(file)
}

func TestLoadFillsInDefaults(t *testing.T) {
	c, err := load(t, "out: gen\nversions: [40.6.0]\npackages:\n  urn:x: orders\n")
	if err != nil {
		t.Fatal(err)
	}
	if c.Out != "gen" || c.Schemas != "schemas" || c.Profile != "auto" {
		t.Errorf("got %+v", c)
	}
	if d := cmp.Diff(map[string]string{"urn:x": "orders"}, c.Packages); d != "" {
		t.Error(d)
	}
	if got := c.Path(c.Out); got != filepath.Join(c.Dir, "gen") {
		t.Errorf("path %s", got)
	}
}

func TestErrorsSayWhereAndWhatWouldBeRight(t *testing.T) {
	for text, want := range map[string]string{
		"scehmas: x\n":               `wbxgen.yaml:1:1: error: there is no setting "scehmas" (known are schemas, out, package, root, profile, names, versions, packages); did you mean "schemas"?`,
		"out: gen\n  bad: [\n":       "wbxgen.yaml:",
		"- a\n":                      "expected settings of the form",
		"versions: {a: b}\n":         "wbxgen.yaml:1: error: cannot unmarshal",
		"out: gen\n\nprofil: none":   `wbxgen.yaml:3:1: error: there is no setting "profil" (known are schemas, out, package, root, profile, names, versions, packages); did you mean "profile"?`,
		"out: [a, b]\n":              "wbxgen.yaml:1: error: cannot unmarshal",
		"\tout: gen\n":               "wbxgen.yaml:",
		"a: &a [*a, *a]\nout: gen\n": "there is no setting",
	} {
		_, err := load(t, text)
		if err == nil || !strings.Contains(err.Error(), want) || !strings.HasSuffix(err.Error(), "[wbxgen-config]") {
			t.Errorf("%q: got %v, want %s", text, err, want)
		}
	}
}

func TestAMissingFileIsAnErrorOnlyWhereItWasNamed(t *testing.T) {
	t.Chdir(t.TempDir())
	if c, err := config.Load(""); err != nil || c.Schemas != "schemas" {
		t.Errorf("%v %v", c, err)
	}
	if _, err := config.Load("other.yaml"); err == nil || !strings.Contains(err.Error(), "other.yaml: error: there is no such file") {
		t.Errorf("got %v", err)
	}
}
