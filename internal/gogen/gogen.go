package gogen

import (
	"fmt"
	"path"
	"runtime"
	"strings"
	"sync"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// Files returns the files of a plan, by their name below the root package's
// folder.
func Files(p *plan.Plan) (map[string][]byte, error) {
	g := &generator{plan: p}
	g.rootPackage()
	for _, pkg := range p.Packages {
		if !pkg.Elsewhere {
			g.packageFiles(pkg)
		}
	}
	if p.Registered {
		g.allPackage()
	}
	return g.render()
}

// generator collects the files of a plan.
type generator struct {
	plan  *plan.Plan
	files []file
}

// file is a Go file before it is printed.
type file struct {
	name  string
	print func() ([]byte, error)
}

// addFile adds a file of the package with that import path, which print fills.
func (g *generator) addFile(dir, importPath, pkgName, name string, pkg *plan.Package, print func(*page, *names)) {
	g.files = append(g.files, file{path.Join(dir, name+".go"), func() ([]byte, error) {
		p := newPage(g.plan, importPath, pkgName)
		print(p, &names{plan: g.plan, pkg: pkg})
		return p.text()
	}})
}

// render prints all files, side by side.
func (g *generator) render() (map[string][]byte, error) {
	out := make([][]byte, len(g.files))
	errs := make([]error, len(g.files))
	var wait sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for i := range next {
				out[i], errs[i] = g.files[i].print()
			}
		})
	}
	for i := range g.files {
		next <- i
	}
	close(next)
	wait.Wait()
	files := map[string][]byte{}
	for i, f := range g.files {
		if errs[i] != nil {
			// The text of the error goes on with the whole source.
			what, _, _ := strings.Cut(errs[i].Error(), " while formatting source")
			return nil, fmt.Errorf("our own mistake, please report it: the file %s does not print: %s", f.name, strings.TrimPrefix(what, "Error "))
		}
		files[f.name] = out[i]
	}
	return files, nil
}
