package binding

import (
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// choiceKey finds a choice again that a base type or a group declares, so that
// a derived struct has the same interface as its base.
type choiceKey struct {
	source *xsd.ModelGroup
	head   *xsd.ElementDecl // of a substitution group
	of     *plan.Struct     // set where the schema has no such choice
	n      int
}

// choice plans the field of a choice.
func (f *filler) choice(i item) {
	number := f.number(plan.ChoiceField)
	field := &plan.Field{Kind: plan.ChoiceField, Shape: plan.Optional, Tag: "-", Element: len(f.table.Elements)}
	if i.head != nil {
		local := exported(i.head.Name.Local)
		field.Name, field.Declared = f.names.claim(i.head.Name.String(), local, f.prefixed(i.head.Name), local+"Element"), i.head.Name
	} else {
		field.Name = f.names.claim("choice"+number, "Choice"+number, "ChoiceOf"+number)
	}
	if i.repeated {
		field.Shape = plan.Repeated
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
		c.Doc = f.choiceDoc(c, i)
	}
	field.Doc = choiceFieldDoc(c, i)
	f.s.Fields = append(f.s.Fields, field)
}

// choiceOwner returns the struct or group whose document holds the choice.
func (f *filler) choiceOwner(i item) (name, key string, pkg *plan.Package, file string) {
	if i.source != nil {
		for t, ok := f.src.t, true; ok; t, ok = t.Base.(*xsd.ComplexType) {
			if s := f.structs[t]; s != nil && t.Own != nil && within(t.Own, i.source) {
				if def := defAround(t.Own, i.source); def != nil {
					return exported(def.Name.Local), def.Name.String(), f.packageFor(def.Name.Space), typesFile
				}
				return f.nameIn(s), f.nameIn(s), s.Pkg, s.File
			}
			if t == xsd.AnyType {
				break
			}
		}
	}
	return f.s.Name, f.s.Name, f.s.Pkg, f.s.File
}

// nameIn is the name that branches start with: that of the struct at hand
// where it is a branch itself.
func (f *filler) nameIn(owner *plan.Struct) string {
	if f.s != f.src.s {
		return f.s.Name
	}
	return owner.Name
}

// choiceType returns the interface of a choice; made reports whether it is new.
func (f *filler) choiceType(i item, number string) (c *plan.Choice, made bool) {
	key := choiceKey{source: i.source, head: i.head}
	if i.source == nil && i.head == nil {
		key = choiceKey{of: f.s, n: len(f.s.Fields)}
	}
	if c := f.choices[key]; c != nil {
		return c, false
	}
	if i.head != nil {
		c = f.substitutionType(i.head)
	} else {
		name, scopeKey, pkg, file := f.choiceOwner(i)
		c = &plan.Choice{File: file, Pkg: pkg}
		f.prefixOf[c] = name
		c.Name = f.scopeOf[pkg].claim("choice "+scopeKey+number, name+"Choice"+number, name+"ChoiceOf"+number)
	}
	c.Method = "is" + c.Name
	f.choices[key] = c
	f.addDecl(c.Pkg, c)
	return c, true
}

// substitutionType is the interface of a substitution group, one for all
// content models that its head stands in.
func (f *filler) substitutionType(head *xsd.ElementDecl) *plan.Choice {
	pkg, local := f.packageFor(head.Name.Space), exported(head.Name.Local)
	c := &plan.Choice{File: typesFile, Pkg: pkg}
	f.prefixOf[c] = local + "Element"
	c.Name = f.scopeOf[pkg].claim("substitution "+head.Name.String(), local+"Element", local+"ElementChoice")
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
	name := branchName(br)
	s := &plan.Struct{File: c.File, Pkg: c.Pkg, Of: f.src.s, Table: &plan.Table{}, BranchOf: []*plan.Choice{c}}
	s.Name = f.scopeOf[c.Pkg].claim("branch "+c.Name+" "+name, f.prefixOf[c]+name, c.Name+name, c.Name+name+"Branch")
	inner := &filler{builder: f.builder, src: f.src, s: s, table: s.Table, names: f.fieldScope(s)}
	if len(br) == 1 && br[0].named() && br[0].min == 0 {
		// The choice itself is nil where the element is absent.
		br = []item{br[0]}
		br[0].min = 1
	}
	inner.items(mergeTwice(br))
	inner.wildcardIndexes()
	s.Doc = branchDoc(s, c)
	f.all = append(f.all, s)
	f.addDecl(c.Pkg, s)
	return s
}

// branchName names a branch by its element, or by the first of several.
func branchName(br []item) string {
	for _, i := range br {
		if !i.named() {
			continue
		}
		if len(br) == 1 {
			return exported(i.element.Name.Local)
		}
		return exported(i.element.Name.Local) + "Group"
	}
	if br[0].kind == wildcardItem {
		return "Any"
	}
	return "Group"
}

// group plans the field of a group that repeats: a slice of structs.
func (f *filler) group(i item) {
	number := f.number(plan.GroupField)
	name, pkg, file := f.s.Name, f.s.Pkg, f.s.File
	wanted := "Group" + number
	if def := i.source.Def; def != nil {
		name, pkg, file, wanted = "", f.packageFor(def.Name.Space), typesFile, exported(def.Name.Local)
	}
	g := f.groups[i.source]
	if g == nil {
		g = &plan.Struct{File: file, Pkg: pkg, Of: f.src.s, Table: &plan.Table{}}
		g.Name = f.scopeOf[pkg].claim("group "+name+wanted, name+wanted, name+wanted+"Group")
		f.groups[i.source] = g
		inner := &filler{builder: f.builder, src: f.src, s: g, table: g.Table, names: f.fieldScope(g)}
		inner.items(i.branches[0])
		g.Doc = groupDoc(g, f.s)
		f.all = append(f.all, g)
		f.addDecl(pkg, g)
	}
	first := len(f.table.Elements)
	f.copyTable(g.Table, true)
	f.s.Fields = append(f.s.Fields, &plan.Field{
		Name: f.names.claim("group"+number, wanted, wanted+"Elements"), Kind: plan.GroupField, Shape: plan.Repeated, Tag: "-",
		Type: plan.Type{Package: pkg, Name: g.Name}, Group: g, Element: first, Last: len(f.table.Elements) - 1,
		Checks: itemChecks(i), Doc: []string{},
	})
}

// within reports whether a group stands somewhere below a particle.
func within(p *xsd.Particle, g *xsd.ModelGroup) bool {
	inner, ok := p.Term.(*xsd.ModelGroup)
	if !ok {
		return false
	}
	if inner == g {
		return true
	}
	for _, q := range inner.Particles {
		if within(q, g) {
			return true
		}
	}
	return false
}

// defAround returns the innermost model group definition on the way from a
// particle down to a group.
func defAround(p *xsd.Particle, g *xsd.ModelGroup) *xsd.ModelGroupDef {
	inner, ok := p.Term.(*xsd.ModelGroup)
	if !ok {
		return nil
	}
	if inner == g {
		return inner.Def
	}
	for _, q := range inner.Particles {
		if within(q, g) {
			if def := defAround(q, g); def != nil {
				return def
			}
			return inner.Def
		}
	}
	return nil
}
