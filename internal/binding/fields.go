package binding

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// The types of the runtime that hold what stays as it is.
var (
	nodeType = plan.Type{Runtime: true, Name: "Node"}
	attrType = plan.Type{Runtime: true, Name: "Attr"}
)

// content plans the child elements.
func (f *filler) content() {
	t := f.src.t
	switch t.Content.Kind {
	case xsd.MixedContent:
		f.mixed(t)
		f.wildcardIndexes()
	case xsd.ElementOnlyContent:
		f.items(mergeTwice(f.of.shapes.contentItems(t)))
		f.wildcardIndexes()
		f.table.Forks = forks(f.s)
	}
}

// mixed plans mixed content: a list of what the schema names, or the text alone
// where it names nothing.
func (f *filler) mixed(t *xsd.ComplexType) {
	all := item{kind: choiceItem, repeated: true, branches: distinct(leaves(f.of.shapes.contentItems(t))), max: xsd.Unbounded}
	switch {
	case isItems(all):
		f.mixedList(all)
	case f.isTextAlone(t):
		f.s.Value = &plan.Field{
			Name: f.names.claim("content", "Text", "TextContent"), Kind: plan.ScalarField, Scalar: plan.StringScalar, Type: plan.Type{Name: "string"},
			Doc: []string{"Text is what stands between the tags."}, Tag: ",chardata",
		}
	default:
		f.s.Fields = append(f.s.Fields, &plan.Field{
			Name: f.names.claim("content", "Content", "MixedContent"), Kind: plan.MixedField, Shape: plan.Repeated, Type: nodeType,
			Doc: mixedDoc(f.of.shapes.contentItems(t)), Tag: ",innerxml",
		})
	}
}

// isTextAlone reports whether all that mixed content can have is text.
func (f *filler) isTextAlone(t xsd.Type) bool {
	c, ok := t.(*xsd.ComplexType)
	return ok && c.Content.Kind == xsd.MixedContent && len(leaves(f.of.shapes.contentItems(c))) == 0 && len(f.of.schema.Derived(c)) == 0
}

// items plans the fields for a list of items.
func (f *filler) items(list []item) {
	defer func() { tellTags(f.s.Fields) }()
	for _, i := range list {
		switch i.kind {
		case elementItem:
			f.element(i)
		case wildcardItem:
			f.wildcard(i)
		case choiceItem:
			if isItems(i) {
				f.itemList(i)
			} else {
				f.choice(i)
			}
		case groupItem:
			f.group(i)
		case opaqueItem:
			f.opaque(i)
		}
	}
}

// opaque plans a field for an element whose type cannot be named here.
func (f *filler) opaque(i item) {
	local := exported(i.element.Name.Local)
	f.of.layout.plan.Approximate(f.src.t, "the element "+f.of.layout.label(i.element.Name)+" is kept as raw XML, as its type is in a package that imports this one")
	n := f.tableElement(i)
	f.s.Fields = append(f.s.Fields, &plan.Field{
		Name: f.names.claimFor(i.element, i.element.Name.String(), local, local+"Element"), Kind: plan.OpaqueField, Shape: plan.Repeated, Type: nodeType,
		Declared: i.element.Name, Tag: f.tag(i.element.Name), Element: n, Last: n,
		Doc: []string{fmt.Sprintf("The element as it is: its type %s is in a package that imports this one.", f.of.layout.label(i.element.Type.TypeName()))},
	})
}

// tableElement adds an element to the table and returns its index there.
func (f *filler) tableElement(i item) int {
	f.table.Elements = append(f.table.Elements, plan.TableElement{Name: i.element.Name, Many: i.max != 1})
	n := len(f.table.Elements) - 1
	for _, spelling := range f.of.profile.Spellings(i.element.Name) {
		f.table.Aliases = append(f.table.Aliases, plan.TableAlias{Local: spelling, Index: n})
	}
	return n
}

// element plans the field of an element.
func (f *filler) element(i item) {
	e := i.element
	field := &plan.Field{
		Name:  f.names.claimLazily(e, e.Name.String(), func() []string { return f.elementNames(e.Name) }),
		Shape: shapeOf(i), Declared: e.Name, Tag: f.tag(e.Name), Nillable: e.Nillable,
		Element: f.tableElement(i),
	}
	if f.called != "" {
		field.Name = f.called
	}
	field.Last = field.Element
	f.elementType(field, e)
	if e.Value != nil {
		field.Default, field.DefaultNames = elementDefault(field, e), defaultNames(e.Value)
	}
	if t := textType(e.Type); e.Value != nil && e.Value.Fixed && field.Kind != plan.TypedField && (t != nil || f.isTextAlone(e.Type)) {
		field.Checks = append(field.Checks, f.of.facets.fixedChecks(field.TextField(), t, e.Value)...)
	}
	field.Checks = append(field.Checks, itemChecks(i)...)
	field.Doc = f.of.comments.elementDoc(f.s, field, i)
	f.s.Fields = append(f.s.Fields, field)
}

// elementNames are the identifiers that the field of an element is to have, the
// best first. Where an attribute is called the same, it is the element of the two;
// else what is called the same is an element of another namespace.
func (f *filler) elementNames(n xsd.QName) []string {
	local := exported(n.Local)
	if f.names.isAttribute(local) {
		return []string{local, local + "Element", f.of.layout.prefixed(n)}
	}
	return []string{local, f.of.layout.prefixed(n), local + "Element"}
}

func shapeOf(i item) plan.Shape {
	switch {
	case i.max != 1:
		return plan.Repeated
	case i.min == 0:
		return plan.Optional
	}
	return plan.Required
}

// itemChecks are the bounds on the number of items of a slice.
func itemChecks(i item) []plan.Check {
	var list []plan.Check
	if i.max == 1 {
		return nil
	}
	if i.min > 0 {
		list = append(list, plan.Check{Kind: plan.CheckMinItems, Number: uint64(i.min)})
	}
	if i.max != xsd.Unbounded {
		list = append(list, plan.Check{Kind: plan.CheckMaxItems, Number: uint64(i.max)})
	}
	return list
}

// elementType plans what an element's field holds.
func (f *filler) elementType(field *plan.Field, e *xsd.ElementDecl) {
	switch t := e.Type.(type) {
	case *xsd.SimpleType:
		if own := f.of.layout.options.Types[e]; own != nil {
			f.of.values.ownField(field, t, own)
			return
		}
		f.of.values.scalar(field, t)
		if f.of.secrets.isSecret(f.src.t, e, e.Name.Local, t) {
			f.of.values.secret(field, t)
		}
	case *xsd.ComplexType:
		switch {
		case t == xsd.AnyType:
			field.Kind, field.Type = plan.AnyField, plan.Type{Runtime: true, Name: "AnyElement"}
		case f.isOpen(e, t):
			field.Kind, field.Base = plan.TypedField, f.of.base(t)
			field.Type = plan.Type{Package: field.Base.Pkg, Name: field.Base.Name}
		default:
			field.Kind, field.Struct = plan.StructField, f.of.decls.structs[t]
			field.Type = plan.Type{Package: field.Struct.Pkg, Name: field.Struct.Name}
		}
	}
}

// isOpen reports whether any derived type may stand in an element: its type is
// abstract, or the user or the profile says so.
func (f *filler) isOpen(e *xsd.ElementDecl, t *xsd.ComplexType) bool {
	polymorphic := f.of.layout.options.Polymorphic
	return t.Abstract || polymorphic[e] || polymorphic[t] || f.isSlot(e)
}

// isSlot reports whether the element is the slot that operations fill.
func (f *filler) isSlot(e *xsd.ElementDecl) bool {
	in, path, ok := f.of.profile.Envelope().Slot(f.of.schema)
	last := len(path) - 1
	return ok && f.src.root == in && path[last] == e.Name.Local && slices.Equal(f.src.path, path[:last])
}

// number returns "" for the first field of a kind in the struct, else "2",
// "3", …
func (f *filler) number(k plan.Kind) string {
	n := 1
	for _, field := range f.s.Fields {
		if field.Kind == k {
			n++
		}
	}
	if n == 1 {
		return ""
	}
	return strconv.Itoa(n)
}
