package report_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/project"
	"github.com/wbxgen/wbxgen/internal/report"
)

// pages are the pairs whose report is kept as a page too.
var pages = map[string]bool{"payment-major": true, "catalog-tightened": true}

// TestReportsOnFormats reads reports as the maintainer of a format would. Each
// pair of testdata/formats is a realistic edit of a small schema of ours, with a
// sentence on what was done and for whom it matters; WBXGEN_GOLDEN=1 writes the
// reports anew, to be read.
func TestReportsOnFormats(t *testing.T) {
	files, err := filepath.Glob("testdata/formats/*.txtar")
	if err != nil || len(files) < 10 {
		t.Fatalf("there are %d pairs: %v", len(files), err)
	}
	for i, file := range files {
		if files[i], err = filepath.Abs(file); err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		t.Run(name, func(t *testing.T) { reportOnFormat(t, name, file) })
	}
}

func reportOnFormat(t *testing.T, name, file string) {
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	entry := ""
	for _, f := range a.Files {
		side, document, isSchema := strings.Cut(f.Name, "/")
		if !isSchema {
			continue
		}
		if entry == "" {
			entry = document
		}
		if err := os.MkdirAll(side, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(f.Name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var list []*project.Schema
	for _, side := range []string{"old", "new"} {
		s, err := project.Open(side+"//"+entry, project.Options{Config: &config.Config{}})
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, s)
	}
	sides := project.NewSides(list...)
	sides.List[0].Label, sides.List[1].Label = "1", "2"
	result, err := project.Terms{Options: diff.Options{}, Filter: change.Filter{Level: change.Info}}.Judge(sides)
	if err != nil {
		t.Fatal(err)
	}
	o := report.Options{MaxBytes: report.DefaultMaxBytes, MaxPerChange: report.DefaultMaxPerChange, WithoutGo: true, Read: sides.Read}
	for _, format := range []string{"text", "markdown", "html"} {
		var b bytes.Buffer
		if err := report.Write(&b, format, result.Result, o); err != nil {
			t.Fatal(err)
		}
		if format == "html" {
			if pages[name] {
				golden(t, strings.TrimSuffix(file, ".txtar")+".html", b.Bytes())
			}
			continue
		}
		inArchive(t, a, format, b.Bytes())
	}
	if os.Getenv("WBXGEN_GOLDEN") != "" {
		if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// inArchive compares a report with the one that is kept beside its pair.
func inArchive(t *testing.T, a *txtar.Archive, name string, got []byte) {
	t.Helper()
	for i, f := range a.Files {
		if f.Name != name {
			continue
		}
		if os.Getenv("WBXGEN_GOLDEN") != "" {
			a.Files[i].Data = got
		} else if !bytes.Equal(f.Data, got) {
			t.Errorf("%s is\n%s\nwant\n%s", name, got, f.Data)
		}
		return
	}
	if os.Getenv("WBXGEN_GOLDEN") == "" {
		t.Errorf("there is no %s", name)
	}
	a.Files = append(a.Files, txtar.File{Name: name, Data: got})
}

func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	if os.Getenv("WBXGEN_GOLDEN") != "" {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is another page; WBXGEN_GOLDEN=1 writes it, and git diff shows it", filepath.Base(file))
	}
}
