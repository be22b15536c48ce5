package gogen

import (
	"fmt"
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// printTable prints the table of a struct: the names it knows, in content-model
// order.
func printTable(out *jen.Group, in *names, s *plan.Struct) {
	t := s.Table
	out.Var().Id(s.TableVar).Op("=").Add(in.wire("Table")).ValuesFunc(func(g *jen.Group) {
		tableNames(g, in, s)
		tableForks(g, in, t)
		tableGroups(g, s)
		if len(t.Aliases) > 0 {
			g.Line().Id("Aliases").Op(":").Index().Add(in.wire("Alias")).ValuesFunc(func(g *jen.Group) {
				for _, a := range t.Aliases {
					g.Values(jen.Id("Local").Op(":").Lit(a.Local), jen.Id("Index").Op(":").Lit(a.Index))
				}
			})
		}
		if len(t.Wildcards) > 0 {
			g.Line().Id("Wildcards").Op(":").Index().Add(in.wire("Wildcard")).ValuesFunc(func(g *jen.Group) {
				for _, w := range t.Wildcards {
					fields := wildcardFields(in, w)
					if w.At > 0 && len(t.Wildcards) > 1 {
						fields = append(fields, jen.Id("At").Op(":").Lit(w.At))
					}
					g.Values(fields...)
				}
			})
		}
		if t.AnyAttr != nil {
			g.Line().Id("AnyAttr").Op(":").Op("&").Add(in.wire("Wildcard")).Values(wildcardFields(in, *t.AnyAttr)...)
		}
		tableNeeds(g, in, s)
		tableChecks(g, in, s)
		if len(s.Roots)+len(t.Elements)+len(t.Attrs)+len(t.Aliases)+len(t.Wildcards) > 0 || s.XMLName.Space != "" || t.AnyAttr != nil {
			g.Line()
		}
	})
}

// spaceFields are the namespaces of a table and its root elements.
func (w *tableWords) spaceFields(in *names, roots []string) (fields []jen.Code) {
	if w.space != "" {
		fields = append(fields, jen.Id("Space").Op(":").Add(in.namespace(w.space)))
	}
	if w.others {
		fields = append(fields, jen.Id("Spaces").Op(":").Id(in.pkg.SpacesVar))
	}
	if len(roots) > 0 {
		fields = append(fields, jen.Id("RootNames").Op(":").Add(wordsLit(roots...)))
	}
	return fields
}

// itemFields are what the table says of a struct that is an item.
func (w *tableWords) itemFields(s *plan.Struct) []jen.Code {
	if s.Item == nil {
		return nil
	}
	fields := []jen.Code{jen.Id("Item").Op(":").Parens(jen.Op("*").Id(s.Name)).Call(jen.Nil())}
	if word := w.item(s); word != "" {
		fields = append(fields, jen.Id("ItemName").Op(":").Lit(word))
	}
	if s.Item.Whole {
		fields = append(fields, jen.Id("Whole").Op(":").True())
	}
	if letter := wholeText(s); letter != "" {
		fields = append(fields, jen.Id("Text").Op(":").LitRune(rune(letter[0])))
	}
	if list := s.Item.Spellings; len(list) > 0 {
		fields = append(fields, jen.Id("Spellings").Op(":").Index().String().ValuesFunc(func(g *jen.Group) {
			for _, s := range list {
				g.Lit(s)
			}
		}))
	}
	return fields
}

// elementFields are the elements of a table, and what is said of the fields for them.
func (w *tableWords) elementFields(in *names, s *plan.Struct) (fields []jen.Code) {
	var groups []jen.Code
	for _, e := range s.Table.Elements {
		if e.Items != nil {
			groups = append(groups, in.items(e.Items))
		}
	}
	if words := w.elements(s, entryDefaults(s)); len(words) > 0 {
		fields = append(fields, jen.Id("Names").Op(":").Add(wordsLit(words...)))
	}
	if len(groups) > 0 {
		fields = append(fields, jen.Id("Items").Op(":").Index().Op("*").Add(in.wire("Items")).Values(groups...))
	}
	if text := fieldWords(s, s.Fields, false); text != "" {
		fields = append(fields, jen.Id("Fields").Op(":").Add(wordsLit(text)))
	}
	if !writesWhole(s) && !s.IsGroup {
		fields = append(fields, jen.Id("Code").Op(":").True())
	}
	if text := textWord(s); text != "" {
		fields = append(fields, jen.Id("Value").Op(":").Lit(text))
	}
	return append(fields, w.defaultFields(in)...)
}

// defaultFields are the defaults of those words that have had a mark.
func (w *tableWords) defaultFields(in *names) []jen.Code {
	var list []jen.Code
	for _, def := range w.defaults {
		list = append(list, in.rootDefault(def))
	}
	if len(list) == 0 {
		return nil
	}
	return []jen.Code{jen.Id("NameDefaults").Op(":").Index().Op("*").Add(in.wire("Default")).Values(list...)}
}

// attrFields are the attributes of a table, and what is said of the fields for them.
func (w *tableWords) attrFields(in *names, s *plan.Struct) (fields []jen.Code) {
	if other := in.same[s]; other != nil {
		return []jen.Code{jen.Id("AttrsOf").Op(":").Parens(jen.Op("*").Id(other.Name)).Call(jen.Nil())}
	}
	if words := w.attrs(s); len(words) > 0 {
		fields = append(fields, jen.Id("AttrNames").Op(":").Add(wordsLit(words...)))
	}
	if text := fieldWords(s, s.Attrs, true); text != "" {
		fields = append(fields, jen.Id("AttrFields").Op(":").Add(wordsLit(text)))
	}
	var defaults []jen.Code
	for _, text := range defaultTexts(s) {
		defaults = append(defaults, jen.Lit(text))
	}
	if len(defaults) > 0 {
		fields = append(fields, jen.Id("Defaults").Op(":").Index().String().Values(defaults...))
	}
	return fields
}

// tableNames prints the names of a table, with what is said of their fields.
func tableNames(g *jen.Group, in *names, s *plan.Struct) {
	w := wordsOf(in.pkg, s)
	for _, fields := range [][]jen.Code{
		append(w.spaceFields(in, w.roots(s)), w.itemFields(s)...), w.elementFields(in, s), branchFields(in, s), slotFields(in, s), w.attrFields(in, s),
	} {
		for i, f := range fields {
			if i == 0 {
				f = jen.Line().Add(f)
			}
			g.Add(f)
		}
	}
}

func tableForks(g *jen.Group, in *names, t *plan.Table) {
	if len(t.Forks) == 0 {
		return
	}
	g.Line().Id("Forks").Op(":").Index().Add(in.wire("Fork")).ValuesFunc(func(g *jen.Group) {
		for _, f := range t.Forks {
			g.Line().Values(jen.Id("Index").Op(":").Lit(f.Index), jen.Id("After").Op(":").Index().Index(jen.Lit(2)).Int().ValuesFunc(func(g *jen.Group) {
				for _, r := range f.After {
					g.Values(jen.Lit(r[0]), jen.Lit(r[1]))
				}
			}))
		}
		g.Line()
	})
}

// tableNeeds prints which elements and attributes reading has to miss. A mask
// holds the first 64.
func tableNeeds(g *jen.Group, in *names, s *plan.Struct) {
	t := s.Table
	mask := func(name string, list []int) {
		bits := uint64(0)
		for _, i := range list {
			if i < 64 {
				bits |= 1 << i
			}
		}
		if bits != 0 {
			g.Id(name).Op(":").Op(fmt.Sprintf("%#x", bits))
		}
	}
	mask("Need", t.Need)
	if in.same[s] == nil {
		mask("NeedAttrs", t.NeedAttrs)
	}
	more := slices.Clone(t.Needs)
	for _, i := range t.Need {
		if i >= 64 {
			more = append(more, plan.TableNeed{Index: i, Last: -1})
		}
	}
	if len(more) == 0 {
		return
	}
	g.Line().Id("Needs").Op(":").Index().Add(in.wire("Need")).ValuesFunc(func(g *jen.Group) {
		for _, n := range more {
			g.Values(jen.Id("Index").Op(":").Lit(n.Index), jen.Id("First").Op(":").Lit(n.First), jen.Id("Last").Op(":").Lit(n.Last))
		}
	})
}

// wildcardFields prints the fields of a wildcard of the runtime.
func wildcardFields(in *names, w plan.TableWildcard) []jen.Code {
	fields := []jen.Code{jen.Id("Index").Op(":").Lit(w.Index)}
	c := w.Namespaces
	spaces := c.Names
	switch {
	case c.Any:
		return append(fields, jen.Id("Kind").Op(":").Add(in.wire("WildcardAny")))
	case c.Not:
		fields = append(fields, jen.Id("Kind").Op(":").Add(in.wire("WildcardExcept")))
		if len(spaces) != 1 || spaces[0] != "" {
			spaces = append([]string{""}, spaces...)
		}
	default:
		fields = append(fields, jen.Id("Kind").Op(":").Add(in.wire("WildcardOnly")))
	}
	return append(fields, jen.Id("Spaces").Op(":").Index().String().ValuesFunc(func(g *jen.Group) {
		for _, s := range spaces {
			g.Lit(s)
		}
	}))
}
