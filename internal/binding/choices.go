package binding

import (
	"strings"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// choiceKey finds a choice again that a base type or a group declares, so that
// a derived struct has the same interface as its base. A choice that is referred
// to once and many times has branches of two shapes, so it is two.
type choiceKey struct {
	source *xsd.ModelGroup
	head   *xsd.ElementDecl // of a substitution group
	shape  string           // what its branches hold
	of     string           // where the schema has no such choice: what it belongs to
}

// choice plans the field of a choice.
func (f *filler) choice(i item) {
	number := f.number(plan.ChoiceField)
	field := &plan.Field{Kind: plan.ChoiceField, Shape: plan.Optional, Tag: "-", Element: len(f.table.Elements)}
	if i.head != nil {
		field.Name, field.Declared = f.names.claimFor(i.head, i.head.Name.String(), f.elementNames(i.head.Name)...), i.head.Name
	} else {
		field.Name = f.names.claim("choice"+number, "Choice"+number, "ChoiceOf"+number)
	}
	if i.repeated {
		field.Shape = plan.Repeated
	}
	if i.source == nil && i.head == nil {
		f.of.layout.plan.Approximate(f.src.t, "parts of its content model are one list of alternatives in document order, which can hold more than the model allows; Validate looks at the model")
	}
	c, made := f.choiceType(i, number)
	field.Choice, field.Type = c, plan.Type{Package: c.Pkg, Name: c.Name}
	for n, br := range i.branches {
		f.branch(field, c, br, n, made, i.repeated)
	}
	field.Last = len(f.table.Elements) - 1
	if i.min > 0 {
		c.Required = true
		field.Checks = append(field.Checks, plan.Check{Kind: plan.CheckChoice})
	}
	if made {
		c.Doc = f.of.comments.choiceDoc(c, i)
	}
	field.Doc = choiceFieldDoc(c, i)
	f.s.Fields = append(f.s.Fields, field)
}

// choiceType returns the interface of a choice; made reports whether it is new.
func (f *filler) choiceType(i item, number string) (c *plan.Choice, made bool) {
	key := choiceKey{source: i.source, head: i.head}
	var at home
	if i.head == nil {
		at = f.home(i)
	}
	if i.head == nil {
		key.shape = shapeKey(i)
	}
	if i.source == nil && i.head == nil {
		key.of = at.key
	}
	if c := f.of.choices[key]; c != nil {
		return c, false
	}
	if i.head != nil {
		c = f.substitutionType(i.head)
	} else {
		c = &plan.Choice{File: at.file, Pkg: at.pkg}
		f.of.prefixOf[c] = at.name
		c.Name = f.of.layout.scopeOf[at.pkg].claim("choice "+at.key+number, choiceNames(at.name, number)...)
	}
	c.Method = "is" + c.Name
	f.of.choices[key] = c
	f.of.decls.addDecl(c.Pkg, c)
	return c, true
}

// choiceNames are the names for the interface of a choice in a type: one that is
// called a choice itself has branches.
func choiceNames(in, number string) []string {
	if strings.HasSuffix(strings.TrimRight(in, "0123456789"), "Choice") {
		return []string{in + "Branch" + number, in + "BranchOf" + number}
	}
	return []string{in + "Choice" + number, in + "ChoiceOf" + number}
}

// substitutionType is the interface of a substitution group, one for all
// content models that its head stands in.
func (f *filler) substitutionType(head *xsd.ElementDecl) *plan.Choice {
	pkg, local := f.of.layout.packageFor(head.Name.Space), exported(head.Name.Local)
	c := &plan.Choice{File: typesFile, Pkg: pkg}
	f.of.prefixOf[c] = local + "Element"
	c.Name = f.of.layout.scopeOf[pkg].claim("substitution "+head.Name.String(), local+"Element", local+"ElementChoice")
	return c
}

// branch plans a branch: its struct, if the choice is new, and its place in
// the table of the struct at hand.
func (f *filler) branch(field *plan.Field, c *plan.Choice, br []item, n int, made, repeated bool) {
	first := len(f.table.Elements)
	if made {
		c.Branches = append(c.Branches, f.branchStruct(c, br))
	}
	s := c.Branches[n]
	place := plan.ChoiceBranch{Struct: s, First: first}
	if len(br) == 1 && br[0].kind == wildcardItem {
		place.Any, place.First = true, f.tableWildcard(br[0].wildcard)
		place.Last = place.First
		field.Wildcards = append(field.Wildcards, plan.ChoiceWildcard{Branch: n, Element: place.First})
	} else {
		f.copyTable(s.Table, repeated)
		place.Last = len(f.table.Elements) - 1
	}
	field.Branches = append(field.Branches, place)
}

// copyTable appends the elements of a branch or group to the struct's table.
func (f *filler) copyTable(t *plan.Table, again bool) {
	base := len(f.table.Elements)
	for _, e := range t.Elements {
		e.Again = e.Again || again
		f.table.Elements = append(f.table.Elements, e)
	}
	for _, a := range t.Aliases {
		f.table.Aliases = append(f.table.Aliases, plan.TableAlias{Local: a.Local, Index: base + a.Index})
	}
}

// branchStruct makes the struct of a branch.
func (f *filler) branchStruct(c *plan.Choice, br []item) *plan.Struct {
	name := f.partName(br)
	s := &plan.Struct{File: c.File, Pkg: c.Pkg, Of: f.src.s, Table: &plan.Table{}, BranchOf: []*plan.Choice{c}}
	s.Name = f.of.layout.scopeOf[c.Pkg].claim("branch "+c.Name+" "+name, f.of.prefixOf[c]+name, c.Name+name, c.Name+name+"Branch")
	inner := &filler{of: f.of, src: f.src, s: s, table: s.Table, names: f.of.fieldScope(s)}
	if len(br) == 1 && br[0].named() && br[0].min == 0 {
		// The choice itself is nil where the element is absent.
		br = []item{br[0]}
		br[0].min = 1
	}
	inner.items(mergeTwice(br))
	inner.wildcardIndexes()
	s.Doc = branchDoc(s, c)
	f.of.decls.all = append(f.of.decls.all, s)
	f.of.decls.addDecl(c.Pkg, s)
	return s
}

// partName names a branch, or a group that repeats, for what it holds: its
// element, both of two, or the first of several.
func (f *filler) partName(part []item) string {
	var names []string
	for _, i := range part {
		if i.named() {
			names = append(names, f.of.scopes.chosen.nameFor(i.element, i.element.Name.Local))
		}
	}
	switch {
	case len(names) == 0 && part[0].kind == wildcardItem:
		return "Any"
	case len(names) == 0:
		return "Group"
	case len(part) == 1:
		return names[0]
	case len(part) == 2 && len(names) == 2 && len(names[0])+len(names[1]) <= longestPair:
		return names[0] + "And" + names[1]
	}
	return names[0] + "Group"
}

// longestPair is how long the names of two elements are together, at most, that
// make one.
const longestPair = 40

// group plans the field of a group that repeats: a slice of structs.
func (f *filler) group(i item) {
	number := f.number(plan.GroupField)
	at, wanted := f.home(i), f.partName(i.branches[0])
	if def := i.source.Def; def != nil {
		at.name, at.key, wanted = "", "", exported(def.Name.Local)
	}
	g := f.of.groups[i.source]
	if g == nil {
		g = f.groupStruct(i, at, wanted)
	}
	first := len(f.table.Elements)
	f.copyTable(g.Table, true)
	f.s.Fields = append(f.s.Fields, &plan.Field{
		Name: f.names.claim("group"+number, wanted, wanted+"Elements"), Kind: plan.GroupField, Shape: plan.Repeated, Tag: "-",
		Type: plan.Type{Package: g.Pkg, Name: g.Name}, Group: g, Element: first, Last: len(f.table.Elements) - 1,
		Checks: itemChecks(i), Doc: []string{},
	})
}

// groupStruct makes the struct of a group that repeats.
func (f *filler) groupStruct(i item, at home, wanted string) *plan.Struct {
	g := &plan.Struct{File: at.file, Pkg: at.pkg, Of: f.src.s, Table: &plan.Table{}}
	g.Name = f.of.layout.scopeOf[at.pkg].claim("group "+at.key+wanted, at.name+wanted, at.name+wanted+"Group")
	f.of.groups[i.source] = g
	inner := &filler{of: f.of, src: f.src, s: g, table: g.Table, names: f.of.fieldScope(g)}
	inner.items(i.branches[0])
	g.Doc = groupDoc(g, f.s)
	f.of.decls.all = append(f.of.decls.all, g)
	f.of.decls.addDecl(at.pkg, g)
	return g
}
