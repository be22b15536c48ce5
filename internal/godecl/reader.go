package godecl

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// ErrNoGo says that the go command is not there, which finds packages.
var ErrNoGo = errors.New("the go command is not there to find packages")

// Reader reads packages as a folder of a module sees them. It is not safe for
// concurrent use.
type Reader struct {
	dir  string
	read map[string]result
}

type result struct {
	pkg *types.Package
	err error
}

// New returns a reader for the module that a folder is in.
func New(dir string) *Reader { return &Reader{dir, map[string]result{}} }

// Func returns the signature of an exported function. Names are those that the
// package has, for an error to offer one.
func (r *Reader) Func(importPath, name string) (sig *types.Signature, names []string, err error) {
	pkg, err := r.Package(importPath)
	if err != nil {
		return nil, nil, err
	}
	if f, ok := pkg.Scope().Lookup(name).(*types.Func); ok {
		return f.Signature(), nil, nil
	}
	return nil, exported(pkg, func(o types.Object) bool { _, ok := o.(*types.Func); return ok }), nil
}

// Type returns an exported type.
func (r *Reader) Type(importPath, name string) (t types.Type, names []string, err error) {
	pkg, err := r.Package(importPath)
	if err != nil {
		return nil, nil, err
	}
	if t, ok := pkg.Scope().Lookup(name).(*types.TypeName); ok {
		return t.Type(), nil, nil
	}
	return nil, exported(pkg, func(o types.Object) bool { _, ok := o.(*types.TypeName); return ok }), nil
}

func exported(pkg *types.Package, is func(types.Object) bool) []string {
	return slices.DeleteFunc(pkg.Scope().Names(), func(name string) bool { return !token.IsExported(name) || !is(pkg.Scope().Lookup(name)) })
}

// Package reads a package, once.
func (r *Reader) Package(importPath string) (*types.Package, error) {
	if got, known := r.read[importPath]; known {
		return got.pkg, got.err
	}
	pkg, err := r.load(importPath)
	r.read[importPath] = result{pkg, err}
	return pkg, err
}

// listed is what go list says of a package.
type listed struct {
	Dir, Name string
	GoFiles   []string
	CgoFiles  []string
	Error     *struct{ Err string }
}

func (r *Reader) load(importPath string) (*types.Package, error) {
	l, err := r.list(importPath)
	if err != nil {
		return nil, err
	}
	files := token.NewFileSet()
	var parsed []*ast.File
	for _, name := range slices.Concat(l.GoFiles, l.CgoFiles) {
		f, err := parser.ParseFile(files, filepath.Join(l.Dir, name), nil, parser.SkipObjectResolution)
		if f == nil {
			return nil, err
		}
		parsed = append(parsed, f)
	}
	conf := types.Config{Importer: shells(parsed), FakeImportC: true, IgnoreFuncBodies: true, Error: func(error) {}}
	pkg, _ := conf.Check(importPath, files, parsed, nil) // what does not check is not asked for
	return pkg, nil
}

// list asks the go command where a package is.
func (r *Reader) list(importPath string) (*listed, error) {
	cmd := exec.Command("go", "list", "-e", "-find", "-json=Dir,Name,GoFiles,CgoFiles,Error", "--", importPath)
	cmd.Dir = r.dir
	cmd.Env = append(os.Environ(), "GOPROXY=off") // nothing is fetched
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if errors.Is(err, exec.ErrNotFound) {
		return nil, ErrNoGo
	}
	var l listed
	if err := json.Unmarshal(out, &l); err != nil {
		return nil, fmt.Errorf("go list says of %s: %s", importPath, firstLine(said.String()))
	}
	if l.Error != nil || l.Dir == "" {
		why := ""
		if l.Error != nil {
			why = ": " + firstLine(l.Error.Err)
		}
		return nil, fmt.Errorf("there is no package %s in this module or those that it requires%s", importPath, why)
	}
	return &l, nil
}

// firstLine leaves out the advice that the go command has in more lines.
func firstLine(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	return strings.TrimSuffix(line, "; to add it:")
}

// shellImporter makes packages that have nothing but the types that files name of
// them: enough to tell types of signatures apart.
type shellImporter map[string]*types.Package

func (im shellImporter) Import(importPath string) (*types.Package, error) {
	if pkg := im[importPath]; pkg != nil {
		return pkg, nil
	}
	return nil, fmt.Errorf("nothing is known of %s", importPath)
}

func shells(files []*ast.File) shellImporter {
	im := shellImporter{}
	for _, f := range files {
		local := map[string]*types.Package{}
		for _, spec := range f.Imports {
			p := strings.Trim(spec.Path.Value, "`\"")
			if im[p] == nil {
				im[p] = types.NewPackage(p, baseName(p))
				im[p].MarkComplete()
			}
			name := im[p].Name()
			if spec.Name != nil {
				name = spec.Name.Name
			}
			local[name] = im[p]
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := s.X.(*ast.Ident); ok && local[x.Name] != nil {
					declare(local[x.Name], s.Sel.Name)
				}
			}
			return true
		})
	}
	return im
}

// declare puts a type of a name into a package.
func declare(pkg *types.Package, name string) {
	if pkg.Scope().Lookup(name) == nil {
		obj := types.NewTypeName(token.NoPos, pkg, name, nil)
		types.NewNamed(obj, types.NewStruct(nil, nil), nil)
		pkg.Scope().Insert(obj)
	}
}

// baseName guesses the name of a package by its import path: a version at its
// end and a go- before it are no part of it.
func baseName(importPath string) string {
	base := path.Base(importPath)
	if isVersion(base) && path.Dir(importPath) != "." {
		base = path.Base(path.Dir(importPath))
	}
	if before, after, found := strings.Cut(base, "."); found && isVersion(after) {
		base = before
	}
	return strings.ReplaceAll(strings.TrimPrefix(base, "go-"), "-", "_")
}

func isVersion(s string) bool {
	return len(s) > 1 && s[0] == 'v' && strings.Trim(s[1:], "0123456789") == ""
}

// Text writes a type with full import paths.
func Text(t types.Type) string {
	return types.TypeString(types.Unalias(t), func(p *types.Package) string { return p.Path() })
}

// Methods returns the methods that a type or a pointer to it has, by name.
func Methods(t types.Type) map[string]*types.Signature {
	methods := map[string]*types.Signature{}
	for m := range types.NewMethodSet(types.NewPointer(types.Unalias(t))).Methods() {
		if f, ok := m.Obj().(*types.Func); ok {
			methods[f.Name()] = f.Signature()
		}
	}
	return methods
}
