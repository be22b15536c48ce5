package binding

import (
	"fmt"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// isItems reports whether a choice is one of single elements whose branches
// cannot grow: it repeats, has a name of its own, or is a substitution group.
// Its interface is that of the elements themselves then.
func isItems(i item) bool {
	named := i.source != nil && i.source.Def != nil
	if i.kind != choiceItem || !i.repeated && !named && i.head == nil {
		return false
	}
	if slices.ContainsFunc(i.branches, func(br []item) bool { return len(br) != 1 || !br[0].isLeaf() || !i.repeated && br[0].max != 1 }) {
		return false
	}
	return slices.ContainsFunc(i.branches, func(br []item) bool { return br[0].named() })
}

// itemList plans the field of a choice of single elements.
func (f *filler) itemList(i item) {
	field := f.itemField(i, false)
	if i.head != nil {
		field.Name, field.Declared = f.names.claim(i.head.Name.String(), f.elementNames(i.head.Name)...), i.head.Name
	} else {
		field.Name = f.names.claim("choice"+f.number(plan.ItemsField), f.listName(field.Choice, i))
	}
	if i.repeated {
		field.Shape = plan.Repeated
		field.Checks = append(field.Checks, itemChecks(i)...)
	} else if i.min > 0 {
		field.Choice.Required = true
		field.Checks = append(field.Checks, plan.Check{Kind: plan.CheckChoice})
	}
	field.Doc = choiceFieldDoc(field.Choice, i)
	f.s.Fields = append(f.s.Fields, field)
}

// mixedList plans the field of mixed content that has elements.
func (f *filler) mixedList(i item) {
	field := f.itemField(i, true)
	field.Name, field.Shape, field.Mixed, field.Tag = f.names.claim("content", "Content", "MixedContent"), plan.Repeated, true, ",innerxml"
	field.Doc = []string{"Content is the text and the elements between the tags, in document order."}
	f.s.Fields = append(f.s.Fields, field)
}

// itemField plans what the fields of items have in common, and their entry in
// the table.
func (f *filler) itemField(i item, mixed bool) *plan.Field {
	c := f.of.lists.typeOf(f, i, mixed)
	field := &plan.Field{Kind: plan.ItemsField, Shape: plan.Optional, Tag: "-", Choice: c, Type: plan.Type{Package: c.Pkg, Name: c.Name}}
	field.Element = len(f.table.Elements)
	field.Last = field.Element
	f.table.Elements = append(f.table.Elements, plan.TableElement{Items: c, Many: i.repeated || mixed})
	for _, br := range i.branches {
		if br[0].kind == wildcardItem {
			field.Wildcards = append(field.Wildcards, plan.ChoiceWildcard{Branch: -1, Element: f.tableWildcard(br[0].wildcard)})
		}
	}
	return field
}

// listName is what the field of a list is called: after the named group that
// its interface is, or after the few elements that it can hold.
func (f *filler) listName(c *plan.Choice, i item) string {
	if def := f.of.lists.groupOf(f, i); def != nil {
		return exported(def.Name.Local)
	}
	if few := fewNames(i); few != "" {
		return few
	}
	return "Items"
}

func isLocal(br []item) bool { return br[0].named() && !br[0].element.Global }

// fewNames joins the names of at most three elements.
func fewNames(i item) string {
	var names []string
	for _, br := range i.branches {
		if br[0].named() {
			names = append(names, exported(br[0].element.Name.Local))
		}
	}
	if len(names) > 3 {
		return ""
	}
	return strings.Join(names, "Or")
}

// itemTypes are the interfaces of items. Those that allow the same elements are one.
type itemTypes struct {
	of     *structs
	bySet  map[string]*plan.Choice
	groups map[string]*xsd.ModelGroupDef // named groups by the elements that they allow
	order  []*plan.Choice
	items  map[*plan.Choice]item // what each was first made of
}

func newItemTypes(st *structs) *itemTypes {
	l := &itemTypes{of: st, bySet: map[string]*plan.Choice{}, groups: map[string]*xsd.ModelGroupDef{}, items: map[*plan.Choice]item{}}
	for _, def := range st.schema.ModelGroups() {
		if def.Group == nil || def.Group.Compositor != xsd.Choice || len(def.Group.Particles) == 0 {
			continue
		}
		for _, i := range st.shapes.modelItems(&xsd.Particle{Min: 0, Max: xsd.Unbounded, Term: def.Group}) {
			if key := setKey(i); isItems(i) && l.groups[key] == nil {
				l.groups[key] = def
			}
		}
	}
	return l
}

// setKey tells which elements, and whether raw nodes, a choice allows.
func setKey(i item) string {
	var keys []string
	for _, br := range i.branches {
		if br[0].named() {
			keys = append(keys, fmt.Sprintf("%p %d", br[0].element, br[0].kind))
		}
	}
	slices.Sort(keys)
	return strings.Join(slices.Compact(keys), "|")
}

// groupOf returns the named group whose elements a choice allows, nil where
// there is none that the package at hand can name.
func (l *itemTypes) groupOf(f *filler, i item) *xsd.ModelGroupDef {
	if i.head != nil {
		return nil
	}
	def := l.groups[setKey(i)]
	if i.source != nil && i.source.Def != nil {
		def = i.source.Def
	}
	if def == nil {
		return nil
	}
	if p := l.of.layout.packageFor(def.Name.Space); p == nil || p != f.s.Pkg && !l.of.layout.needs[f.s.Pkg][p] {
		return nil
	}
	return def
}

// typeOf returns the interface of a choice of items.
func (l *itemTypes) typeOf(f *filler, i item, mixed bool) *plan.Choice {
	c, key := l.place(f, i, mixed)
	if known := l.bySet[key]; known != nil {
		c = known
	} else {
		l.name(f, c, i, mixed)
		l.bySet[key] = c
		l.order = append(l.order, c)
		for _, br := range i.branches {
			if br[0].named() {
				c.Members = append(c.Members, l.of.members.member(f, br[0]))
			}
		}
		l.items[c] = i
		l.of.decls.addDecl(c.Pkg, c)
	}
	c.Text = c.Text || mixed
	c.Raw = c.Raw || mixed || slices.ContainsFunc(i.branches, func(br []item) bool { return br[0].kind != elementItem })
	return c
}

// place says where the interface of a choice is at home, and under which key.
func (l *itemTypes) place(f *filler, i item, mixed bool) (*plan.Choice, string) {
	c := &plan.Choice{OfItems: true, File: typesFile}
	if i.head != nil {
		c.Pkg = l.of.layout.packageFor(i.head.Name.Space)
		return c, "head " + i.head.Name.String()
	}
	if def := l.groupOf(f, i); def != nil {
		c.Pkg = l.of.layout.packageFor(def.Name.Space)
	} else {
		at := f.home(i)
		c.Pkg, c.File = at.pkg, at.file
	}
	return c, fmt.Sprintf("%p %s", c.Pkg, setKey(i))
}

// name names an interface of items.
func (l *itemTypes) name(f *filler, c *plan.Choice, i item, mixed bool) {
	names := l.of.layout.scopeOf[c.Pkg]
	if i.head != nil {
		local := exported(i.head.Name.Local)
		c.Name = names.claim("substitution "+i.head.Name.String(), local+"Element", local+"ElementChoice")
		return
	}
	if def := l.groupOf(f, i); def != nil {
		local := exported(def.Name.Local)
		c.Name = names.claim("group "+def.Name.String(), local, local+"Item")
		return
	}
	at, number := f.home(i), f.number(plan.ItemsField)
	switch few := fewNames(i); {
	case mixed:
		c.Name = names.claim("content "+at.key, at.name+"Content", at.name+"Mixed")
	case few != "" && !slices.ContainsFunc(i.branches, isLocal):
		c.Name = names.claim("items "+at.key+number, few, at.name+few)
	case few != "":
		c.Name = names.claim("items "+at.key+number, at.name+few)
	default:
		c.Name = names.claim("items "+at.key+number, at.name+"Item"+number)
	}
}

// seal gives interfaces the methods that seal them, and their members those
// methods. A method is exported where a member is in another package.
func (l *itemTypes) seal() {
	for _, c := range l.order {
		c.Method = "is" + c.Name
		if slices.ContainsFunc(c.Members, func(m plan.Member) bool { return m.Struct != nil && m.Struct.Pkg != c.Pkg }) {
			c.Method = freeMethod(c, "Is"+exported(c.Pkg.Name)+c.Name)
		}
		for _, m := range c.Members {
			if m.Foreign {
				m.Struct.Item.Registered = true
			}
			if m.Struct != nil {
				m.Struct.BranchOf = append(m.Struct.BranchOf, c)
			}
		}
		l.parts(c)
		c.Doc = l.of.comments.choiceDoc(c, l.items[c])
	}
}

// freeMethod returns a name that no field of a member has.
func freeMethod(c *plan.Choice, wanted string) string {
	for {
		taken := slices.ContainsFunc(c.Members, func(m plan.Member) bool {
			return m.Struct != nil && slices.ContainsFunc(m.Struct.Members(), func(f *plan.Field) bool { return f.Name == wanted })
		})
		if !taken {
			return wanted
		}
		wanted += "Item"
	}
}

// parts sees to it that the package of an interface has what stands for text
// and raw nodes there.
func (l *itemTypes) parts(c *plan.Choice) {
	names := l.of.layout.scopeOf[c.Pkg]
	if c.Text {
		if c.Pkg.Text == nil {
			c.Pkg.Text = &plan.ItemPart{Name: names.claim("text", "Text", "TextItem"), File: typesFile}
			c.Pkg.Text.Doc = []string{c.Pkg.Text.Name + " is text between elements."}
			l.of.decls.addDecl(c.Pkg, c.Pkg.Text)
		}
		c.Pkg.Text.In = append(c.Pkg.Text.In, c)
	}
	if c.Raw {
		if c.Pkg.Raw == nil {
			c.Pkg.Raw = &plan.ItemPart{Name: names.claim("raw", "RawNode", "RawNodeItem"), File: typesFile, Raw: true}
			c.Pkg.Raw.Doc = []string{c.Pkg.Raw.Name + " is an element among others that has no type here: the schema says no more of it, or its type is of a package that this one does not import."}
			l.of.decls.addDecl(c.Pkg, c.Pkg.Raw)
		}
		c.Pkg.Raw.In = append(c.Pkg.Raw.In, c)
	}
}
