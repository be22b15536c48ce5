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
	var of *keys
	if g.earlier != nil {
		of = newKeys(g.plan, pkg)
	}
	same := sameAttrs(pkg)
	add := func(name string, print func(*page, *names)) {
		g.addFile(pkg.Dir, pkg.ImportPath, pkg.Name, name, pkg, of, func(p *page, in *names) {
			in.same = same
			print(p, in)
		})
	}
	add("doc", func(p *page, in *names) { printPackageDoc(p, in, pkg) })
	add("doc"+plan.CodecSuffix, func(p *page, in *names) { printPackageCode(p, in, pkg) })
	if len(pkg.Operations) > 0 {
		add("client", func(p *page, in *names) {
			p.add(func(out *jen.Group) { printClient(out, in, pkg) })
		})
	}
	if len(pkg.ItemTables) > 0 {
		add("items"+plan.CodecSuffix, func(p *page, in *names) {
			p.addPart("items", &struct{ Tables []*plan.ItemTable }{pkg.ItemTables}, func(out *jen.Group) { printItemTables(out, in, pkg) })
		})
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
func (c *content) print(p *page, in *names) {
	if c.method != nil {
		p.addPart("method", c.method, func(out *jen.Group) { printMethod(out, in, c.method) })
	}
	for _, d := range c.decls {
		p.addPart("type", d, func(out *jen.Group) {
			switch d := d.(type) {
			case *plan.Struct:
				printStruct(out, in, d)
			case *plan.Simple:
				printSimple(out, in, d)
			case *plan.Choice:
				printChoice(out, in, d)
			case *plan.ItemPart:
				printItemPart(out, in, d)
			case *plan.Base:
				printBase(out, in, d)
			}
		})
	}
}

func (c *content) hasCodec() bool {
	return c.method != nil || slices.ContainsFunc(c.decls, func(d plan.Decl) bool {
		switch d := d.(type) {
		case *plan.Struct, *plan.ItemPart:
			return true
		case *plan.Simple:
			return hasMethods(d)
		case *plan.Base:
			return true
		}
		return false
	})
}

// printCodec prints what goes with the declarations.
func (c *content) printCodec(p *page, in *names) {
	if c.method != nil {
		p.addPart("descriptor", c.method, func(out *jen.Group) { printDescriptor(out, in, c.method) })
	}
	for _, d := range c.decls {
		kind := "codec"
		if s, ok := d.(*plan.Struct); ok && in.same[s] != nil {
			kind += " attributes of " + in.same[s].Name
		}
		p.addPart(kind, d, func(out *jen.Group) {
			switch d := d.(type) {
			case *plan.Struct:
				printStructCodec(out, in, d)
			case *plan.Simple:
				printSimpleMethods(out, in, d)
			case *plan.ItemPart:
				printItemPartMethods(out, in, d)
			case *plan.Base:
				printBaseMarker(out, d.Unknown, d)
			}
		})
	}
}
