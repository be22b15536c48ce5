package gogen

import (
	"bytes"
	"io"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// standard are the packages of the standard library that generated code can
// import.
var standard = []string{"context", "encoding/xml", "iter", "math", "slices"}

// importsOf returns the paths that a file imports so far, in their order.
func importsOf(f *jen.File) ([]string, error) {
	var b bytes.Buffer
	f.NoFormat = true
	if err := f.Render(&b); err != nil {
		return nil, err
	}
	var paths []string
	_, rest, _ := strings.Cut(b.String(), "\nimport ")
	for line := range strings.Lines(rest) {
		if i := strings.IndexByte(line, '"'); i >= 0 {
			path, err := strconv.QuotedPrefix(line[i:])
			if err != nil {
				return nil, err
			}
			path, _ = strconv.Unquote(path)
			paths = append(paths, path)
		}
	}
	return paths, nil
}

// importAll makes a file import paths.
func importAll(f *jen.File, paths []string) error {
	uses := jen.NewFile("uses").Group
	for _, path := range paths {
		uses.Var().Id("_").Op("=").Qual(path, "Name")
	}
	return uses.RenderWithFile(io.Discard, f)
}

// hasClashes reports whether a file may have to call an imported package by
// another name than its own, which then depends on all that the file imports.
func hasClashes(code *plan.Plan) bool {
	paths := map[string]string{} // by name
	clash := false
	add := func(path, name string) {
		if path == "" {
			return
		}
		other, found := paths[name]
		// What a package of the user is called may not even be known.
		clash = clash || name == "" || jen.IsReservedWord(name) || found && other != path
		paths[name] = path
	}
	for _, path := range standard {
		add(path, path[strings.LastIndexByte(path, '/')+1:])
	}
	for _, name := range plan.RuntimePackages {
		add(code.RuntimePath(name), name)
	}
	if code.ClientPath != "" {
		add(code.ClientPath, code.ClientName)
	}
	for _, p := range code.Packages {
		add(p.ImportPath, p.Name)
		for _, v := range p.Owns {
			add(v.Own.Type.Import, v.Own.Package)
			add(v.Own.Parse.Import, v.Own.Parse.Package)
			add(v.Own.Format.Import, v.Own.Format.Package)
		}
	}
	return clash
}

// groupImports puts the imports of the standard library, whose paths have no
// dot in their first element, before the others, as people write them.
func groupImports(src []byte) []byte {
	before, rest, found := bytes.Cut(src, []byte("\nimport (\n"))
	if !found {
		return src
	}
	block, after, _ := bytes.Cut(rest, []byte("\n)\n"))
	var std, others [][]byte
	for line := range bytes.SplitSeq(block, []byte("\n")) {
		_, quoted, _ := bytes.Cut(line, []byte("\""))
		if first, _, _ := bytes.Cut(quoted, []byte("/")); bytes.Contains(first, []byte(".")) {
			others = append(others, line)
		} else {
			std = append(std, line)
		}
	}
	if len(std) > 0 && len(others) > 0 {
		std = append(std, nil)
	}
	lines := bytes.Join(append(std, others...), []byte("\n"))
	return bytes.Join([][]byte{before, []byte("\nimport (\n"), lines, []byte("\n)\n"), after}, nil)
}
