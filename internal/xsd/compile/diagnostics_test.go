package compile_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// diagnosticCase is a wrong schema of testdata/diagnostics.
type diagnosticCase struct {
	name  string
	diags *diag.List
}

// diagnosticCases compiles the documents of an archive, each as a schema of
// its own, in a folder that it returns.
func diagnosticCases(t *testing.T, a *txtar.Archive) (dir string, cases []diagnosticCase) {
	t.Helper()
	dir = t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "part"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, f := range a.Files {
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(f.Name)), f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	set, err := source.Open(dir, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range a.Files {
		if strings.HasSuffix(f.Name, ".xsd") && !strings.HasPrefix(f.Name, "part/") {
			_, diags := compile.Documents(set, []string{f.Name}, compile.Options{})
			cases = append(cases, diagnosticCase{f.Name, diags})
		}
	}
	return dir, cases
}

// eachArchive runs a test for each archive of testdata/diagnostics.
func eachArchive(t *testing.T, test func(t *testing.T, file string, a *txtar.Archive)) {
	files, err := filepath.Glob("testdata/diagnostics/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal(len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			test(t, file, a)
		})
	}
}

// TestDiagnosticsSayWhatIsWrong holds the diagnostics of wrong schemas to the
// file "want" of each archive.
func TestDiagnosticsSayWhatIsWrong(t *testing.T) {
	eachArchive(t, func(t *testing.T, file string, a *txtar.Archive) {
		dir, cases := diagnosticCases(t, a)
		var text strings.Builder
		for _, c := range cases {
			if c.diags.Err() == nil {
				t.Errorf("%s: no error was found", c.name)
			}
			text.WriteString(strings.ReplaceAll(c.diags.String(), filepath.ToSlash(dir)+"/", "") + "\n")
		}
		golden(t, file, a, "want", text.String())
	})
}

// wellSaid is the form of a message: lower case but for names, one line, no
// full stop.
var wellSaid = regexp.MustCompile(`^[^\sA-Z][^\n]*[^.\s]$`)

func TestDiagnosticsReadWell(t *testing.T) {
	eachArchive(t, func(t *testing.T, _ string, a *txtar.Archive) {
		_, cases := diagnosticCases(t, a)
		for _, c := range cases {
			for _, d := range c.diags.Sorted() {
				if !wellSaid.MatchString(d.Message) || d.Code == "" || d.Pos.Line == 0 || d.Pos.Col == 0 {
					t.Errorf("%s: not in the form of diagnostics: %s", c.name, d)
				}
			}
		}
	})
}

// acceptedByXerces are the wrong schemas that Xerces does not refuse, with why
// they are wrong all the same.
var acceptedByXerces = map[string]string{
	"constraint-added.xsd": "Xerces does not compare identity constraints",
}

// TestXercesRefusesWhatWeRefuse asks another processor about each wrong
// schema.
func TestXercesRefusesWhatWeRefuse(t *testing.T) {
	xerces := judge.Xerces(t)
	eachArchive(t, func(t *testing.T, _ string, a *txtar.Archive) {
		dir, cases := diagnosticCases(t, a)
		for _, c := range cases {
			_, err := xerces.Compile(dir, c.name)
			_, listed := acceptedByXerces[c.name]
			if accepted := err == nil; accepted != listed {
				t.Errorf("%s: Xerces accepts it: %v, listed as accepted: %v", c.name, accepted, listed)
			}
		}
	})
}
