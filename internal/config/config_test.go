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
	if d := cmp.Diff(map[string]config.Package{"urn:x": {Name: "orders"}}, c.Packages); d != "" {
		t.Error(d)
	}
	if got := c.Path(c.Out); got != filepath.Join(c.Dir, "gen") {
		t.Errorf("path %s", got)
	}
}

func TestErrorsSayWhereAndWhatWouldBeRight(t *testing.T) {
	for text, want := range map[string]string{
		"scehmas: x\n":                        `wbxgen.yaml:1:1: error: there is no setting "scehmas"; did you mean "schemas"?`,
		"out: gen\n  bad: [\n":                "wbxgen.yaml:2: error: this is no YAML: mapping values are not allowed",
		"- a\n":                               "wbxgen.yaml:1:1: error: expected settings of the form",
		"a text\n":                            "wbxgen.yaml:1:1: error: expected settings of the form",
		"versions: {a: b}\n":                  `wbxgen.yaml:1:11: error: "versions" takes a list, and this is a mapping of the form "key: value"`,
		"out: gen\n\nprofil: none":            `wbxgen.yaml:3:1: error: there is no setting "profil"; did you mean "profile"?`,
		"out: [a, b]\n":                       `wbxgen.yaml:1:6: error: "out" takes a text, and this is a list`,
		"packages: orders\n":                  `wbxgen.yaml:1:11: error: "packages" takes a mapping`,
		"packages:\n  urn:x: [a]\n":           `wbxgen.yaml:2:10: error: in "packages" each entry is a text or a mapping of the form "key: value", and this is a list`,
		"\tout: gen\n":                        "wbxgen.yaml:1: error: this is no YAML: found character that cannot start any token; lines are indented with spaces, not tabs",
		"a: &a [*a, *a]\nout: gen\n":          "there is no setting",
		"out: a\nroot: b\nout: c\n":           "wbxgen.yaml:3:1: error: the setting \"out\" is there twice [wbxgen-config]\nwbxgen.yaml:1:1: note: first here",
		"packages:\n  urn:x: a\n  urn:x: b\n": `wbxgen.yaml:3:3: error: "packages" has "urn:x" twice`,
		"embed: [o:a, p:a, o:a]\n":            "wbxgen.yaml:1:19: error: \"embed\" has \"o:a\" twice [wbxgen-config]\nwbxgen.yaml:1:9: note: first here",
		"keep: {types: [o:T, &t o:U, *t]}\n":  `wbxgen.yaml:1:29: error: "types" has "o:U" twice`,
		"secrets: [type a:b, type a:b]\n":     `wbxgen.yaml:1:21: error: "secrets" has "type a:b" twice`,
		"versions: [1.0, '1.0']\n":            `wbxgen.yaml:1:17: error: "versions" has "1.0" twice`,
		"out:\n":                              `wbxgen.yaml:1:1: error: "out" has no value; leave it out to have the default`,
		"out: ''\n":                           `wbxgen.yaml:1:6: error: a value of "out" is empty`,
		"versions: [1.0, ~]\n":                `wbxgen.yaml:1:17: error: a value of "versions" is empty`,
		"out: a\n---\nout: b\n":               "wbxgen.yaml:2:1: error: a second document starts here",
		"out: !!binary aGk=\n":                `wbxgen.yaml:1:6: error: the tag !!binary means nothing here; leave it out`,
		"strict: !!bool maybe\n":              `wbxgen.yaml:1:9: error: the tag !!bool means nothing here; leave it out`,
		"versions: [!own 1.0]\n":              `wbxgen.yaml:1:12: error: the tag !own means nothing here; leave it out`,
		"!!binary b3V0: gen\n":                `wbxgen.yaml:1:1: error: the tag !!binary means nothing here; leave it out`,
		"root: type\n":                        `wbxgen.yaml:1:7: error: the name "type" is a keyword of Go, so no package can have it; "typens" would do`,
		"root: my-api\n":                      `wbxgen.yaml:1:7: error: the name "my-api" is no Go identifier of letters from a to z and digits, so no package can have it; "myapi" would do`,
		"packages:\n  urn:x: main\n":          `wbxgen.yaml:2:10: error: the name "main" is the name of a program`,
		"packages:\n  urn:x: x_test\n":        `wbxgen.yaml:2:10: error: the name "x_test" is the name of a package of tests`,
	} {
		_, err := load(t, text)
		if err == nil || !strings.Contains(plain(err), want) || !strings.Contains(err.Error(), "[wbxgen-config]") {
			t.Errorf("%q:\n got %v\nwant %s", text, err, want)
		}
	}
}

// plain drops the folder of the test from a message.
func plain(err error) string {
	words := strings.Split(err.Error(), "\n")
	for i, line := range words {
		if j := strings.Index(line, "wbxgen.yaml"); j >= 0 {
			words[i] = line[j:]
		}
	}
	return strings.Join(words, "\n")
}

func TestEverythingWrongIsSaidAtOnce(t *testing.T) {
	_, err := load(t, "rooot: a\nout: []\nroot: func\npackages: {urn:x: 2x, urn:y: any}\n")
	if n := strings.Count(err.Error(), "error:"); n != 5 {
		t.Errorf("%d errors: %v", n, err)
	}
}

func TestValuesAreTakenAsTheyAreWritten(t *testing.T) {
	c, err := load(t, "versions: [1.0, 2024-01-15, 1.10, current, 0x10, true]\npackages:\n")
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"1.0", "2024-01-15", "1.10", "current", "0x10", "true"}, c.Versions); d != "" {
		t.Error(d)
	}
}

func TestPlaces(t *testing.T) {
	c, err := load(t, "out: gen\nversions:\n  - 1.0\n  - 2.0\npackages:\n  urn:x: orders\n")
	if err != nil {
		t.Fatal(err)
	}
	got := []int{c.KeyAt("out").Line, c.ValueAt("out").Col, c.KeyAt("versions", "1").Line, c.KeyAt("packages", "urn:x").Col, c.ValueAt("packages", "urn:x").Col, c.KeyAt("root").Line}
	if d := cmp.Diff([]int{1, 6, 4, 3, 10, 0}, got); d != "" {
		t.Error(d)
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
