package gogen

import (
	"maps"
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// packageFiles prints the files of a package. What a person reads, the
// declarations with their comments, is in one file, how it becomes XML in
// another beside it: types.go and types_xml.go.
func (g *generator) packageFiles(pkg *plan.Package) {
	add := func(name string, build func(*jen.File, *names)) {
		g.addFile(pkg.Dir, pkg.ImportPath, pkg.Name, name, pkg, build)
	}
	add("doc", func(f *jen.File, in *names) { printPackageDoc(f, in, pkg) })
	add("doc"+plan.CodecSuffix, func(f *jen.File, in *names) { printPackageCode(f.Group, in, pkg) })
	if len(pkg.Operations) > 0 {
		add("client", func(f *jen.File, in *names) { printClient(f.Group, in, pkg) })
	}
	if len(pkg.ItemTables) > 0 {
		add("items"+plan.CodecSuffix, func(f *jen.File, in *names) { printItemTables(f.Group, in, pkg) })
	}
	files := contents(pkg)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		c := files[name]
		add(name, c.print)
		if c.hasCodec() {
			add(name+plan.CodecSuffix, c.printCodec)
		}
	}
}

// content is what a file has.
type content struct {
	method *plan.Method // nil in a file that is not one of an operation
	decls  []plan.Decl
}

// contents tells what each file of a package has.
func contents(pkg *plan.Package) map[string]*content {
	files := map[string]*content{}
	at := func(name string) *content {
		if files[name] == nil {
			files[name] = &content{}
		}
		return files[name]
	}
	for _, d := range pkg.Types {
		c := at(d.InFile())
		c.decls = append(c.decls, d)
	}
	for _, m := range pkg.Operations {
		at(m.File).method = m
	}
	return files
}

// print prints the declarations.
func (c *content) print(f *jen.File, in *names) {
	if c.method != nil {
		printMethod(f.Group, in, c.method)
	}
	for _, d := range c.decls {
		switch d := d.(type) {
		case *plan.Struct:
			printStruct(f.Group, in, d)
		case *plan.Simple:
			printSimple(f.Group, in, d)
		case *plan.Choice:
			printChoice(f.Group, in, d)
		case *plan.ItemPart:
			printItemPart(f.Group, in, d)
		}
	}
}

func (c *content) hasCodec() bool {
	return c.method != nil || slices.ContainsFunc(c.decls, func(d plan.Decl) bool {
		switch d := d.(type) {
		case *plan.Struct, *plan.ItemPart:
			return true
		case *plan.Simple:
			return hasMethods(d)
		}
		return false
	})
}

// printCodec prints what goes with the declarations.
func (c *content) printCodec(f *jen.File, in *names) {
	if c.method != nil {
		printDescriptor(f.Group, in, c.method)
	}
	for _, d := range c.decls {
		switch d := d.(type) {
		case *plan.Struct:
			printStructCodec(f.Group, in, d)
		case *plan.Simple:
			printSimpleMethods(f.Group, in, d)
		case *plan.ItemPart:
			printItemPartMethods(f.Group, in, d)
		}
	}
}
