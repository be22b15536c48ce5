package generate

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// warnOfNeighbours warns of Go files of others that are of another package than
// what is generated beside them: Go builds no folder with two.
func warnOfNeighbours(out *Output, notes *diag.List) {
	names := map[string]string{".": out.Code.RootName}
	for _, p := range out.Code.Packages {
		names[p.Dir] = p.Name
	}
	for dir, name := range names {
		files, err := filepath.Glob(filepath.Join(out.target.dir, dir, "*.go"))
		if err != nil {
			continue
		}
		for _, file := range files {
			relative := path.Join(dir, filepath.Base(file))
			if _, ours := out.files[relative]; !ours && !slices.Contains(out.Files.Stale, relative) {
				warnOfPackage(file, name, notes)
			}
		}
	}
}

// warnOfPackage warns of one file.
func warnOfPackage(file, name string, notes *diag.List) {
	data, err := os.ReadFile(file)
	if err != nil {
		return
	}
	set := token.NewFileSet()
	parsed, err := parser.ParseFile(set, file, data, parser.PackageClauseOnly|parser.ParseComments)
	if err != nil || parsed.Name.Name == name || isConstrained(parsed) || strings.HasSuffix(file, "_test.go") && parsed.Name.Name == name+"_test" {
		return
	}
	at := set.Position(parsed.Name.Pos())
	notes.Warning(diag.Pos{File: filepath.ToSlash(file), Line: at.Line, Col: at.Column}, "wbxgen-two-packages",
		"this is of package %s, and package %s is generated into the same folder, which Go does not build", parsed.Name.Name, name)
}

// isConstrained reports whether a file is built under conditions only.
func isConstrained(f *ast.File) bool {
	return slices.ContainsFunc(f.Comments, func(c *ast.CommentGroup) bool {
		return slices.ContainsFunc(c.List, func(c *ast.Comment) bool { return strings.HasPrefix(c.Text, "//go:build ") })
	})
}
