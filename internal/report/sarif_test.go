package report

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// TestSARIFSaysSomething: that logs follow the schema of the format is judged in
// internal/tools.
func TestSARIFSaysSomething(t *testing.T) {
	accepted := sample()
	accepted.Changes[0].Accepted = &change.Acceptance{Reason: "known"}
	for name, r := range map[string]*change.Result{
		"sample": sample(), "accepted": accepted, "nothing": {}, "releases": webexChain(t, "40.6.0", "40.4.3").Direct,
	} {
		var out bytes.Buffer
		if err := SARIF(&out, r, Options{ToolVersion: "v1.2.3"}); err != nil {
			t.Fatal(err)
		}
		var log sarifLog
		if err := json.Unmarshal(out.Bytes(), &log); err != nil {
			t.Fatal(err)
		}
		if n := len(log.Runs[0].Results); n != len(r.Changes) {
			t.Errorf("%s: %d results for %d changes", name, n, len(r.Changes))
		}
		driver := log.Runs[0].Tool.Driver
		if driver.Version != "v1.2.3" || driver.SemanticVersion != "1.2.3" || driver.InformationURI == "" {
			t.Errorf("%s: the tool is %v", name, driver)
		}
		var tree any
		if err := json.Unmarshal(out.Bytes(), &tree); err != nil {
			t.Fatal(err)
		}
		checkSays(t, name, tree)
	}
}

// checkSays reports what says nothing: -1, "", {} and [], other than the list
// of results, which says that nothing was found.
func checkSays(t *testing.T, at string, v any) {
	t.Helper()
	switch v := v.(type) {
	case map[string]any:
		if len(v) == 0 {
			t.Errorf("%s is {}", at)
		}
		for key, part := range v {
			if list, ok := part.([]any); key == "results" && ok && len(list) == 0 {
				continue
			}
			checkSays(t, at+"/"+key, part)
		}
	case []any:
		if len(v) == 0 {
			t.Errorf("%s is []", at)
		}
		for _, part := range v {
			checkSays(t, at+"/", part)
		}
	default:
		if slices.Contains([]any{"", -1.0, nil}, v) {
			t.Errorf("%s is %v", at, v)
		}
	}
}

// TestWhatIsGoneIsAnnotatedWhereItWas takes the place in turn from the new
// version, from what has lost it, and from the old file without its commit.
func TestWhatIsGoneIsAnnotatedWhereItWas(t *testing.T) {
	old := diag.Pos{File: "origin/main:schemas/a.xsd", Line: 7, Col: 3}
	lost := diag.Pos{File: "schemas/a.xsd", Line: 4, Col: 1}
	for _, c := range []struct {
		change change.Change
		want   diag.Pos
	}{
		{change.Change{New: &change.Value{Pos: lost}, Old: &change.Value{Pos: old}}, lost},
		{change.Change{Lost: lost, Old: &change.Value{Pos: old}}, lost},
		{change.Change{Old: &change.Value{Pos: old}}, diag.Pos{File: "schemas/a.xsd", Line: 7, Col: 3}},
		{change.Change{Old: &change.Value{Pos: diag.Pos{File: `c:/a.xsd`, Line: 1}}}, diag.Pos{File: `c:/a.xsd`, Line: 1}},
		{change.Change{}, diag.Pos{}},
	} {
		if got, ok := annotated(&c.change, ""); got != c.want || ok != (c.want != diag.Pos{}) {
			t.Errorf("got %v, want %v", got, c.want)
		}
	}
}

// TestPlacesAreSeenFromTheTop of a repository, whatever folder of it a program works in.
func TestPlacesAreSeenFromTheTop(t *testing.T) {
	for file, want := range map[string]string{
		"schemas/a.xsd": "sub/schemas/a.xsd", "./a.xsd": "sub/a.xsd", "../other/a.xsd": "other/a.xsd", "/tmp/a.xsd": "/tmp/a.xsd", "": "",
		"origin/main:sub/schemas/a.xsd": "sub/schemas/a.xsd", "HEAD:./schemas/a.xsd": "sub/schemas/a.xsd", "HEAD:../other/a.xsd": "other/a.xsd",
		"https://example.org/a.xsd": "https://example.org/a.xsd",
	} {
		for _, c := range []change.Change{
			{New: &change.Value{Pos: diag.Pos{File: file}}}, {Lost: diag.Pos{File: file}}, {Old: &change.Value{Pos: diag.Pos{File: file}}},
		} {
			if got, _ := annotated(&c, "sub"); got.File != want {
				t.Errorf("%s: got %s, want %s", file, got.File, want)
			}
		}
		list := []diag.Diagnostic{{Pos: diag.Pos{File: file, Line: 3}, Message: "no"}}
		var out bytes.Buffer
		if err := Annotations(&out, "github", list, Options{Folder: "sub"}); err != nil {
			t.Fatal(err)
		}
		if file != "" && !strings.Contains(out.String(), " file="+strings.ReplaceAll(want, ":", "%3A")+",line=3") {
			t.Errorf("%s: got %s, want %s", file, out.String(), want)
		}
	}
}

func TestNamesOfFilesAreReferences(t *testing.T) {
	for path, want := range map[string]string{"a b/ä.xsd": "a%20b/%C3%A4.xsd", "c:d.xsd": "./c:d.xsd", "../x.xsd": "../x.xsd"} {
		if got := uri(path); got != want {
			t.Errorf("%s: got %s, want %s", path, got, want)
		}
	}
}
