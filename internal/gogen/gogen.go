package gogen

import (
	"fmt"
	"path"
	"strings"

	"github.com/wbxgen/wbxgen/internal/parallel"
	"github.com/wbxgen/wbxgen/internal/plan"
)

// Files returns the files of a plan, by their name below the root package's
// folder.
func Files(p *plan.Plan) (map[string][]byte, error) {
	pages, err := Pages(p, nil)
	files := map[string][]byte{}
	for name, page := range pages {
		files[name] = page.Text
	}
	return files, err
}

// Pages returns the files of a plan. Parts that are known from earlier are not
// printed again; with nil for that, no part gets a key.
func Pages(p *plan.Plan, earlier *Earlier) (map[string]Page, error) {
	return newGenerator(p, earlier).render()
}

// newGenerator returns the files of a plan, still to be printed.
func newGenerator(p *plan.Plan, earlier *Earlier) *generator {
	g := &generator{printing: &printing{plan: p, earlier: earlier, clashes: hasClashes(p)}}
	g.rootPackage()
	for _, pkg := range p.Packages {
		if !pkg.Elsewhere {
			g.packageFiles(pkg)
		}
	}
	if p.Registered {
		g.allPackage()
	}
	return g
}

// printing is what all files of a plan share.
type printing struct {
	plan    *plan.Plan
	earlier *Earlier // nil for no keys
	clashes bool     // as of hasClashes
}

// generator collects the files of a plan.
type generator struct {
	*printing
	files []file
}

// file is a Go file before it is printed.
type file struct {
	name  string
	print func() (Page, error)
}

// addFile adds a file of the package with that import path, which print fills.
// The parts of a package have keys by keys.
func (g *generator) addFile(dir, importPath, pkgName, name string, pkg *plan.Package, keys *keys, print func(*page, *names)) {
	name = path.Join(dir, name+".go")
	g.files = append(g.files, file{name, func() (Page, error) {
		p := g.newPage(importPath, pkgName, keys)
		print(p, &names{plan: g.plan, pkg: pkg})
		if g.earlier == nil {
			return p.finish(nil)
		}
		return p.finish(g.earlier.Texts[name])
	}})
}

// render prints all files, side by side.
func (g *generator) render() (map[string]Page, error) {
	out := make([]Page, len(g.files))
	errs := make([]error, len(g.files))
	parallel.Each(len(g.files), func(i int) { out[i], errs[i] = g.files[i].print() })
	pages := map[string]Page{}
	for i, f := range g.files {
		if errs[i] != nil {
			// The text of the error goes on with the whole source.
			what, _, _ := strings.Cut(errs[i].Error(), " while formatting source")
			return nil, fmt.Errorf("our own mistake, please report it: the file %s does not print: %s", f.name, strings.TrimPrefix(what, "Error "))
		}
		pages[f.name] = out[i]
	}
	return pages, nil
}
