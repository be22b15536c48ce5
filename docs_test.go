package wbxgen_test

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/doctest"
)

// written are the pages that people write: their blocks are run. The others are
// made by tests, which hold them to what they are made from.
func written(t *testing.T) []string {
	pages, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	list := []string{"README.md"}
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(text), "WBXGEN_GOLDEN=1 rewrites it") {
			list = append(list, page)
		}
	}
	return list
}

// TestDocsDoWhatTheyShow runs or compiles every code block of the README and of
// docs, each page in a folder of its own.
func TestDocsDoWhatTheyShow(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the commands are for a POSIX shell")
	}
	for _, needed := range []string{"sh", "git"} {
		if _, err := exec.LookPath(needed); err != nil {
			t.Skipf("%s is not installed", needed)
		}
	}
	root, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	if out, err := exec.Command("go", "build", "-o", bin+string(filepath.Separator), "./cmd/wbxgen").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, page := range written(t) {
		t.Run(filepath.Base(page), func(t *testing.T) {
			t.Parallel()
			doctest.Run(t, page, root, bin)
		})
	}
}

// TestLinksLeadSomewhere follows the links of all pages into the repository.
func TestLinksLeadSomewhere(t *testing.T) {
	pages := 0
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if d.IsDir() && strings.HasPrefix(d.Name(), ".") && name != "." && name != ".github" {
			return fs.SkipDir
		}
		if err != nil || filepath.Ext(name) != ".md" {
			return err
		}
		pages++
		wrong, err := doctest.Links(name)
		for _, problem := range wrong {
			t.Error(problem)
		}
		return err
	})
	if err != nil || pages < 10 {
		t.Errorf("%d pages: %v", pages, err)
	}
}

// TestDocsHaveTheFigures holds figures in prose to what they count.
func TestDocsHaveTheFigures(t *testing.T) {
	mod, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	oldest := regexp.MustCompile(`(?m)^go (\d+\.\d+)`).FindSubmatch(mod)
	rules, err := filepath.Glob("docs/rules/*.md")
	if err != nil || oldest == nil {
		t.Fatalf("%v, go %s", err, oldest)
	}
	for page, figure := range map[string]string{
		"README.md":               fmt.Sprintf("[%d rules](docs/rules/README.md)", len(rules)-1),
		"README.md#install":       fmt.Sprintf("Go %s or newer", oldest[1]),
		"docs/getting-started.md": fmt.Sprintf("Go %s or newer", oldest[1]),
		"docs/versioning.md":      fmt.Sprintf("in `go.mod`: %s.", oldest[1]),
	} {
		page, _, _ = strings.Cut(page, "#")
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(text), figure) {
			t.Errorf("%s does not say %q", page, figure)
		}
	}
}

// TestDocsAreListed holds the index to the pages that there are.
func TestDocsAreListed(t *testing.T) {
	index, err := os.ReadFile("docs/README.md")
	if err != nil {
		t.Fatal(err)
	}
	pages, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range pages {
		if name := filepath.Base(page); name != "README.md" && !strings.Contains(string(index), "]("+name+")") {
			t.Errorf("docs/README.md does not list %s", name)
		}
	}
}
