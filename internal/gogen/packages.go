package gogen

import (
	"cmp"
	"fmt"
	"path"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// rootPackage prints the package that all others of the version are below: what
// there is, and of which version.
func (g *generator) rootPackage() {
	switch {
	case !g.plan.Single():
		g.addFile("", g.plan.ImportPath, g.plan.RootName, g.plan.RootName, nil, nil, func(p *page, _ *names) {
			g.contents(p)
			g.version(p)
		})
	case g.plan.Version != "":
		g.addFile("", g.plan.ImportPath, g.plan.RootName, "version", nil, nil, func(p *page, _ *names) { g.version(p) })
	}
}

// contents prints the comment that lists the packages.
func (g *generator) contents(p *page) {
	p.comment(fmt.Sprintf("// Package %s stands above the generated packages, which have the types of these XML namespaces:", g.plan.RootName))
	p.comment("//")
	width := 0
	for _, pkg := range g.plan.Packages {
		width = max(width, len(path.Base(pkg.ImportPath)))
	}
	for _, pkg := range g.plan.Packages {
		for _, ns := range pkg.Namespaces {
			p.comment(fmt.Sprintf("//\t%-*s  %s", width, path.Base(pkg.ImportPath), cmp.Or(ns.URI, "(no namespace)")))
		}
	}
}

func (g *generator) version(p *page) {
	if g.plan.Version == "" {
		return
	}
	p.add(func(f *jen.Group) {
		f.Comment("Version is the version of the schema that the packages are made from.")
		f.Const().Id(plan.VersionConst).Op("=").Lit(g.plan.Version)
	})
}

// allPackage prints the package that knows every type that can stand in an
// open slot, and every operation.
func (g *generator) allPackage() {
	if g.plan.Single() {
		g.addFile("", g.plan.ImportPath, g.plan.RootName, "registry", nil, nil, g.registry)
		return
	}
	g.addFile("all", g.plan.ImportPath+"/all", "all", "all", nil, nil, g.registry)
}

func (g *generator) registry(p *page, in *names) {
	if !g.plan.Single() {
		p.comment("// Package all imports every package of the version, for those who decode documents whose types are told by xsi:type.")
	}
	p.add(func(f *jen.Group) {
		printComment(f, []string{"Registry returns a new registry of all types that can stand where a document tells the type by xsi:type. " +
			"Pass it to a decoder with [wire.Types]."})
		f.Func().Id(plan.RegistryFunc).Params().Op("*").Add(in.wire("Registry")).BlockFunc(func(b *jen.Group) {
			b.Id("r").Op(":=").Add(in.wire("NewRegistry")).Call()
			for _, pkg := range g.plan.Packages {
				switch {
				case pkg.Elsewhere:
					registrations(b, in, pkg) // its own function has what its own output needs
				case len(registered(pkg)) > 0:
					b.Qual(pkg.ImportPath, plan.RegisterFunc).Call(jen.Id("r"))
				}
			}
			if g.plan.ToldByType() {
				b.For(jen.List(jen.Id("_"), jen.Id("op")).Op(":=").Range().Id(plan.OperationsFunc).Call()).Block(
					jen.Id("r").Dot("Alias").Call(jen.Id("op").Dot("WireType"), jen.Id("op").Dot("Request")),
					jen.Id("r").Dot("Alias").Call(jen.Id("op").Dot("Service").Op("+").Lit(".").Op("+").Id("op").Dot("Name"), jen.Id("op").Dot("Request")),
				)
			}
			b.Return(jen.Id("r"))
		})
		if g.plan.ClientPath != "" {
			g.allOperations(f, in)
		}
	})
}

// allOperations prints what package all knows of operations.
func (g *generator) allOperations(out *jen.Group, in *names) {
	if g.plan.Single() {
		g.typeText(out, in)
		return
	}
	printComment(out, []string{"Operations returns the operations of all packages."})
	out.Func().Id(plan.OperationsFunc).Params().Index().Op("*").Add(in.api("Operation")).Block(
		jen.Return(jen.Qual("slices", "Concat").CallFunc(func(c *jen.Group) {
			for _, pkg := range g.plan.Packages {
				if len(pkg.Operations) > 0 {
					c.Line().Qual(pkg.ImportPath, plan.OperationsFunc).Call()
				}
			}
			c.Line()
		})),
	)
	g.typeText(out, in)
}

// typeText prints what operations are called on the wire.
func (g *generator) typeText(out *jen.Group, in *names) {
	if !g.plan.ToldByType() {
		return
	}
	printComment(out, []string{"TypeText returns the text that xsi:type has for the request type of an operation. Pass it to an encoder with [wire.TypeText]."})
	out.Func().Id(plan.TypeTextFunc).Params(jen.Id("name").Add(in.wire("QName"))).Params(jen.String(), jen.Bool()).Block(
		jen.For(jen.List(jen.Id("_"), jen.Id("op")).Op(":=").Range().Id(plan.OperationsFunc).Call()).Block(
			jen.If(jen.Id("name").Dot("Is").Call(jen.Id("op").Dot("Request"))).Block(jen.Return(jen.Id("op").Dot("WireType"), jen.True())),
		),
		jen.Return(jen.Lit(""), jen.False()),
	)
}

// registered returns the types of a package that a registry has, for open slots
// and lists of items.
func registered(pkg *plan.Package) []*plan.Struct {
	var list []*plan.Struct
	for _, d := range pkg.Types {
		if s, ok := d.(*plan.Struct); ok && (s.Registered || isRegisteredItem(s)) {
			list = append(list, s)
		}
	}
	return list
}

// printPackageDoc prints the file with the package comment and the root elements.
func printPackageDoc(p *page, in *names, pkg *plan.Package) {
	for i, paragraph := range pkg.Doc {
		if i > 0 {
			p.comment("//")
		}
		if strings.HasPrefix(paragraph, "\t") { // code
			p.comment("//" + strings.ReplaceAll(paragraph, "\n", "\n//"))
			continue
		}
		for _, line := range wrap(paragraph, commentWidth) {
			p.comment("// " + line)
		}
	}
	if len(pkg.Consts) > 0 {
		p.add(func(out *jen.Group) { printSpaceConsts(out, pkg) })
	}
	if len(pkg.Roots) > 0 {
		p.addPart("roots", &struct{ Roots []*plan.Root }{pkg.Roots}, func(out *jen.Group) { printRoots(out, in, pkg) })
	}
}

// printPackageCode prints what holds a package together: the handshake with its
// runtime and the registration of types.
func printPackageCode(p *page, in *names, pkg *plan.Package) {
	p.add(func(out *jen.Group) {
		printHandshake(out, in, pkg)
		printSpaceVars(out, in, pkg)
	})
	for _, s := range pkg.Slots {
		p.addPart("slot", s, func(out *jen.Group) { printSlot(out, in, s) })
	}
	if len(pkg.Owns) > 0 {
		p.add(func(out *jen.Group) { printOwns(out, in, pkg) })
	}
	if list := registered(pkg); len(list) > 0 {
		p.addPart("registrations", &struct{ Types []*plan.Struct }{list}, func(out *jen.Group) {
			printComment(out, []string{"RegisterTypes adds the types of the package that can stand where a document tells the type by xsi:type."})
			out.Func().Id(plan.RegisterFunc).Params(jen.Id("r").Op("*").Add(in.wire("Registry"))).BlockFunc(func(b *jen.Group) {
				registrations(b, in, pkg)
			})
		})
	}
}

// registrations prints what adds the types of a package to a registry.
func registrations(b *jen.Group, in *names, pkg *plan.Package) {
	var items []jen.Code
	for _, s := range registered(pkg) {
		if s.Registered {
			b.Add(in.wire("RegisterType")).Call(jen.Id("r"), constructor(in.wire("Typed"), in.structRef(s)))
		}
		if isRegisteredItem(s) {
			items = append(items, jen.Line().Parens(jen.Op("*").Add(in.structRef(s))).Call(jen.Nil()))
		}
	}
	if len(items) > 0 {
		b.Add(in.wire("Register")).Call(append(append([]jen.Code{jen.Id("r")}, items...), jen.Line())...)
	}
}

// isRegisteredItem reports whether a struct is an element that a registry has.
func isRegisteredItem(s *plan.Struct) bool { return s.Item != nil && s.Item.Registered }
