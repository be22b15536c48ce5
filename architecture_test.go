// Package wbxgen_test holds the project to what its documents say.
package wbxgen_test

import (
	"bufio"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/wbxgen/wbxgen/"

// room is a row of the table in ARCHITECTURE.md.
type room struct {
	pattern string // of package paths below the module
	allowed []string
	any     bool
}

var rowForm = regexp.MustCompile("^\\| `([^`]+)` \\| .* \\| ([^|]+) \\|$")

func rooms(t *testing.T) []room {
	t.Helper()
	f, err := os.Open("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var list []room
	for lines := bufio.NewScanner(f); lines.Scan(); {
		m := rowForm.FindStringSubmatch(lines.Text())
		if m == nil {
			continue
		}
		r := room{pattern: m[1]}
		switch allowed := strings.TrimSpace(m[2]); allowed {
		case "–":
		case "any":
			r.any = true
		default:
			r.allowed = strings.Fields(allowed)
		}
		list = append(list, r)
	}
	if len(list) < 20 {
		t.Fatalf("found %d rooms in ARCHITECTURE.md", len(list))
	}
	return list
}

// covers reports whether a package is in the room: the path itself, or for a
// pattern with a star anything below.
func (r room) covers(pkg string) bool {
	if prefix, found := strings.CutSuffix(r.pattern, "*"); found {
		return strings.HasPrefix(pkg, prefix)
	}
	return pkg == r.pattern
}

// allows reports whether the room may import a package: by its last element,
// or by its first for generated code.
func (r room) allows(imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	return r.any || slices.Contains(r.allowed, path.Base(imported)) || first != "internal" && slices.Contains(r.allowed, first)
}

type goPackage struct {
	ImportPath string
	Doc        string
	GoFiles    []string
	Imports    []string
}

func packages(t *testing.T) []goPackage {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Doc,GoFiles,Imports", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	var list []goPackage
	for d := json.NewDecoder(strings.NewReader(string(out))); d.More(); {
		var p goPackage
		if err := d.Decode(&p); err != nil {
			t.Fatal(err)
		}
		list = append(list, p)
	}
	return list
}

func TestImportsFollowTheTableOfRooms(t *testing.T) {
	table := rooms(t)
	for _, p := range packages(t) {
		name := strings.TrimPrefix(p.ImportPath, module)
		if p.ImportPath == strings.TrimSuffix(module, "/") {
			name = "."
		}
		if len(p.GoFiles) == 0 {
			continue // tests alone
		}
		i := slices.IndexFunc(table, func(r room) bool { return r.covers(name) })
		if i < 0 {
			t.Errorf("package %s has no room in ARCHITECTURE.md", name)
			continue
		}
		for _, imported := range p.Imports {
			if imported == strings.TrimSuffix(module, "/") {
				imported = module + "."
			}
			imported, ours := strings.CutPrefix(imported, module)
			if ours && !table[i].allows(imported) {
				t.Errorf("%s imports %s, which ARCHITECTURE.md does not allow", name, imported)
			}
		}
	}
}

func TestGeneratedCodeImportsItsOwnVersionAlone(t *testing.T) {
	for _, p := range packages(t) {
		name, generated := strings.CutPrefix(p.ImportPath, module+"generated/")
		if !generated {
			continue
		}
		version, _, _ := strings.Cut(name, "/")
		for _, imported := range p.Imports {
			if other, found := strings.CutPrefix(imported, module+"generated/"); found && other != version && !strings.HasPrefix(other, version+"/") {
				t.Errorf("%s imports %s of another version", name, other)
			}
			if strings.Contains(strings.Split(imported, "/")[0], ".") && !strings.HasPrefix(imported, module) {
				t.Errorf("%s imports %s, which is neither ours nor the standard library's", name, imported)
			}
		}
	}
}

func TestEveryPackageSaysWhatItIs(t *testing.T) {
	for _, p := range packages(t) {
		if len(p.GoFiles) > 0 && p.Doc == "" {
			t.Errorf("package %s has no package comment", p.ImportPath)
		}
	}
}

// manyFiles is how many files of a package one finds one's way among without a
// list.
const manyFiles = 8

var (
	listedRoom = regexp.MustCompile("^### `([^`]+)`$")
	listedFile = regexp.MustCompile("^- `([^`]+)`: .")
)

// listedFiles returns the files that ARCHITECTURE.md lists, by room.
func listedFiles(t *testing.T) map[string][]string {
	t.Helper()
	page, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	lists := map[string][]string{}
	at := ""
	for line := range strings.Lines(string(page)) {
		line = strings.TrimSuffix(line, "\n")
		if m := listedRoom.FindStringSubmatch(line); m != nil {
			at = m[1]
		}
		if m := listedFile.FindStringSubmatch(line); m != nil && at != "" {
			lists[at] = append(lists[at], m[1])
		}
	}
	return lists
}

// TestEveryPackageHasItsFilesListed holds the lists of ARCHITECTURE.md to the
// files there are: who opens it to find something must not be led astray.
func TestEveryPackageHasItsFilesListed(t *testing.T) {
	lists := listedFiles(t)
	for _, p := range packages(t) {
		name := strings.TrimPrefix(p.ImportPath, module)
		if strings.HasPrefix(name, "generated/") {
			continue
		}
		files := slices.DeleteFunc(slices.Clone(p.GoFiles), func(f string) bool { return f == "doc.go" })
		list, listed := lists[name]
		delete(lists, name)
		if !listed {
			if len(files) > manyFiles {
				t.Errorf("%s has %d files and no list of them in ARCHITECTURE.md (### `%[1]s`)", name, len(files))
			}
			continue
		}
		if !slices.IsSorted(list) {
			t.Errorf("the files of %s are not in order in ARCHITECTURE.md", name)
		}
		for _, f := range files {
			if !slices.Contains(list, f) {
				t.Errorf("ARCHITECTURE.md does not say what is in %s/%s: add a line to the list of the room", name, f)
			}
		}
		for _, f := range list {
			if !slices.Contains(files, f) {
				t.Errorf("ARCHITECTURE.md lists %s/%s, which is not there", name, f)
			}
		}
	}
	for name := range lists {
		t.Errorf("ARCHITECTURE.md lists the files of %s, which is no package", name)
	}
}

// mayNameFlags are the rooms whose words are for people at a command line, or
// about one: settings say which flag goes before them, reports and rules which one
// tells more.
var mayNameFlags = []string{"internal/cli", "internal/config", "internal/report", "internal/diff/change"}

var flagInSentence = regexp.MustCompile(`\s--[a-z]`)

// TestOnlyTheCommandLineNamesFlags: what package xsd and programs of others show
// of a message must be true there too. A room says what would help by a remedy
// (diag.Remedy), and the command line which flag that is.
func TestOnlyTheCommandLineNamesFlags(t *testing.T) {
	for _, p := range packages(t) {
		name := strings.TrimPrefix(p.ImportPath, module)
		if strings.HasPrefix(name, "generated/") || strings.HasPrefix(name, "examples/") || slices.Contains(mayNameFlags, name) {
			continue
		}
		for _, file := range p.GoFiles {
			tree, err := parser.ParseFile(token.NewFileSet(), path.Join(name, file), nil, parser.SkipObjectResolution)
			if err != nil {
				continue // of the root package, or generated elsewhere
			}
			ast.Inspect(tree, func(n ast.Node) bool {
				if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING && flagInSentence.MatchString(lit.Value) {
					t.Errorf("%s/%s names a flag: %s", name, file, lit.Value)
				}
				return true
			})
		}
	}
}
