package goapi

import (
	"github.com/wbxgen/wbxgen/internal/plan"
)

// symbol is what an exported symbol is, and its struct tag.
type symbol struct{ text, tag string }

// symbols are the exported symbols of a plan, by package folder and name.
// They are those that package gogen prints for it; which version it is, the
// root package says in a constant that does not count.
type symbols map[string]symbol

func symbolsOf(p *plan.Plan) symbols {
	s := symbols{}
	for _, pkg := range p.Packages {
		s.decls(pkg)
		s.client(pkg)
	}
	if p.Registered {
		s.put("func", "all", "Registry")
		if p.ClientPath != "" {
			s.put("func", "all", "Operations")
			s.put("func", "all", "TypeText")
		}
	}
	return s
}

// put adds a symbol. All but the last of its names are what it belongs to.
func (s symbols) put(text string, dir, name string, members ...string) {
	key := dir + "." + name
	for _, m := range members {
		key += "." + m
	}
	s[key] = symbol{text: text}
}

func (s symbols) decls(pkg *plan.Package) {
	for _, d := range pkg.Types {
		switch d := d.(type) {
		case *plan.Struct:
			s.structDecl(pkg.Dir, d)
		case *plan.Simple:
			s.simpleDecl(pkg.Dir, d)
		case *plan.Choice:
			s.put("choice", pkg.Dir, d.Name) // sealed: branches are types of their own
		case *plan.ItemPart:
			s.put("item", pkg.Dir, d.Name)
		case *plan.Base:
			s.put("base", pkg.Dir, d.Name)
			s.put("struct", pkg.Dir, d.Unknown)
		}
	}
	for _, r := range pkg.Roots {
		s.put("const wire.Name", pkg.Dir, r.Var)
	}
	for _, c := range pkg.Consts {
		s.put("const", pkg.Dir, c.Name)
	}
}

func (s symbols) structDecl(dir string, d *plan.Struct) {
	text := "struct"
	if d.Of != nil {
		text = "part of " + d.Of.Name
	}
	if d.Embeds != nil {
		text = "struct{ " + structName(d.Embeds) + " }"
	}
	s.put(text, dir, d.Name)
	for _, g := range d.Groups {
		s.put("embedded "+structName(g), dir, d.Name, g.Name)
	}
	for _, f := range d.Members() {
		s[dir+"."+d.Name+"."+f.Name] = symbol{fieldType(f), f.Tag}
	}
	for _, c := range d.BranchOf {
		s.put("branch of a choice", dir, d.Name, "("+c.Name+")")
		if c.OfItems && c.Method[0] <= 'Z' {
			s.put("method", dir, d.Name, c.Method)
		}
	}
	for _, b := range d.Bases {
		s.put("method", dir, d.Name, b.Method)
	}
	if d.IsNamed() {
		s.put("method", dir, d.Name, "XMLType")
	}
	if d.HasTable() {
		s.put("method", dir, d.Name, "XMLTable")
	}
	if d.Registered {
		s.put("func", dir, "RegisterTypes")
	}
}

// checks adds the methods of what has facets.
func (s symbols) checks(dir, name string, whole bool) {
	s.put("method", dir, name, "CheckXML")
	if whole {
		s.put("method", dir, name, "Validate")
	}
}

func (s symbols) simpleDecl(dir string, d *plan.Simple) {
	s.put(simpleText(d), dir, d.Name)
	if d.Kind == plan.EnumType {
		s.put("func", dir, d.ValuesFunc)
		s.put("method", dir, d.Name, "Known")
		if !d.Checked() { // else as of any other type
			s.checks(dir, d.Name, false)
		}
	}
	for _, v := range d.Values {
		s.put(d.Name+" constant "+v.Value, dir, v.Name)
	}
	for _, m := range d.Members {
		s.put("method to "+typeName(m.Type), dir, d.Name, m.Method)
	}
	if d.MustFunc != "" {
		s.put("func", dir, d.ParseFunc)
		s.put("func", dir, d.MustFunc)
	}
	if d.Checked() && !d.IsAlias() {
		s.checks(dir, d.Name, true)
	}
}

// simpleText is the Go type that a simple type is defined as.
func simpleText(d *plan.Simple) string {
	switch {
	case d.IsAlias():
		return "alias of " + typeName(d.Of)
	case d.Kind == plan.EnumType, d.Kind == plan.UnionType:
		return "type string"
	case d.Kind == plan.ListType:
		return "type []" + typeName(d.Of)
	case d.Kind == plan.EmbeddedType:
		return "type struct{ " + typeName(d.Of) + " }"
	}
	return "type " + typeName(d.Of)
}

func (s symbols) client(pkg *plan.Package) {
	if len(pkg.Operations) == 0 {
		return
	}
	s.put("type", pkg.Dir, "Client")
	s.put("func", pkg.Dir, "NewClient")
	s.put("func", pkg.Dir, "Operations")
	for _, m := range pkg.Operations {
		request := "method " + structName(m.Request)
		s.put(request+" to "+structName(m.Response), pkg.Dir, "Client", m.Name)
		if m.List == nil {
			continue
		}
		items := request + " to items " + typeName(m.List.Item.Type)
		s.put(items, pkg.Dir, "Client", m.List.Items)
		if m.List.Pages != nil {
			s.put(items, pkg.Dir, "Client", m.List.Pages.All)
		}
	}
}

// fieldType is the Go type of a field.
func fieldType(f *plan.Field) string { return f.GoType().Text(typeName) }

func structName(s *plan.Struct) string {
	return typeName(plan.Type{Package: s.Pkg, Name: s.Name})
}

// typeName names a type with the folder of its package.
func typeName(t plan.Type) string {
	name := t.Name
	switch {
	case t.Package != nil:
		name = t.Package.Dir + "." + name
	case t.Runtime:
		name = plan.RuntimePackage(name) + "." + name
	}
	if t.Slice {
		return "[]" + name
	}
	return name
}
