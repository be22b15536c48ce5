package snippet

import (
	"fmt"
	"go/format"
	"maps"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xmltree"
)

// Code is a Go expression.
type Code struct {
	Text    string
	Imports []string // the paths of the packages that it names, sorted
	Left    []string // fields that are left out
	// Added are attributes that the document does not have, and a new value has:
	// optional ones whose value the schema fixes.
	Added []string
}

// Of returns the expression for a pointer to a struct that is written as the
// element.
func Of(p *plan.Plan, s *plan.Struct, e *xmltree.Element) (Code, error) {
	w := &writer{plan: p, imports: map[string]bool{}}
	text, err := format.Source([]byte("&" + w.structure(s, e, w.children(e))))
	if err != nil {
		return Code{}, fmt.Errorf("the code for %s does not print: %w", s.Name, err)
	}
	return Code{Text: string(text), Imports: slices.Sorted(maps.Keys(w.imports)), Left: w.left, Added: w.added}, nil
}

// writer collects what an expression needs.
type writer struct {
	plan    *plan.Plan
	imports map[string]bool
	left    []string
	added   []string
}

// name returns a type as code outside its package calls it.
func (w *writer) name(t plan.Type) string {
	if t.Slice {
		t.Slice = false
		return "[]" + w.name(t)
	}
	switch {
	case t.Runtime:
		pkg := plan.RuntimePackage(t.Name)
		w.imports[w.plan.RuntimePath(pkg)] = true
		return pkg + "." + t.Name
	case t.Package != nil:
		return w.in(t.Package, t.Name)
	}
	return t.Name
}

func (w *writer) in(p *plan.Package, name string) string {
	w.imports[p.ImportPath] = true
	return p.Name + "." + name
}

// queue is the children of an element that no field has taken yet.
type queue struct{ kids []*xmltree.Element }

func (w *writer) children(e *xmltree.Element) *queue {
	return &queue{slices.Collect(e.Elements())}
}

// take takes the first child that one of some fields can hold.
func (q *queue) take(fits func(*xmltree.Element) bool) *xmltree.Element {
	i := slices.IndexFunc(q.kids, fits)
	if i < 0 {
		return nil
	}
	e := q.kids[i]
	q.kids = slices.Delete(q.kids, i, i+1)
	return e
}

func holds(f *plan.Field, e *xmltree.Element) bool {
	return e.Space == f.Declared.Space && e.Local == f.Declared.Local
}

// structure returns the composite literal of a struct, which takes what it can
// of the children.
func (w *writer) structure(s *plan.Struct, e *xmltree.Element, q *queue) string {
	var b strings.Builder
	b.WriteString(w.in(s.Pkg, s.Name) + "{\n")
	w.attributes(&b, s, e)
	if s.Value != nil {
		w.field(&b, s.Value, []string{w.simple(s.Value, e.Text(), e)})
	}
	for _, f := range s.Fields {
		if f.Mixed && e != nil {
			w.field(&b, f, w.mixed(f, e, q))
			continue
		}
		w.field(&b, f, w.items(f, q))
	}
	if e != nil {
		w.rest(&b, s, e, q)
	}
	b.WriteString("}")
	return b.String()
}

// rest says of an element what no field has taken: it is left to wildcards and
// the like.
func (w *writer) rest(b *strings.Builder, s *plan.Struct, e *xmltree.Element, q *queue) {
	mixed := slices.ContainsFunc(s.Fields, func(f *plan.Field) bool { return f.Kind == plan.MixedField })
	var names []string
	for _, kid := range q.kids {
		names = append(names, kid.Local)
	}
	if mixed && strings.TrimSpace(e.Text()) != "" {
		names = append(names, "text")
	}
	for _, a := range e.Attrs {
		known := slices.ContainsFunc(s.Members(), func(f *plan.Field) bool {
			return f.Kind != plan.AttrsField && f.Declared.Space == a.Space && f.Declared.Local == a.Local
		})
		if !known && a.Space != instance {
			names = append(names, a.Local)
		}
	}
	if len(names) > 0 {
		w.left = append(w.left, names...)
		fmt.Fprintf(b, "// Left out: %s.\n", strings.Join(names, ", "))
	}
}

// instance is the namespace of xsi:type.
const instance = "http://www.w3.org/2001/XMLSchema-instance"

// attributes writes those of a struct, each group that it embeds as a literal.
func (w *writer) attributes(b *strings.Builder, s *plan.Struct, e *xmltree.Element) {
	for _, g := range s.Groups {
		var inner strings.Builder
		w.attributes(&inner, g, e)
		if inner.Len() > 0 {
			fmt.Fprintf(b, "%s: %s{\n%s},\n", g.Name, w.in(g.Pkg, g.Name), inner.String())
		}
	}
	for _, f := range s.Attrs {
		w.attribute(b, f, e)
	}
}

func (w *writer) attribute(b *strings.Builder, f *plan.Field, e *xmltree.Element) {
	if f.Kind == plan.AttrsField {
		return
	}
	if a, found := e.Attr(f.Declared.Space, f.Declared.Local); found {
		w.field(b, f, []string{w.simple(f, a.Value, e)})
	} else if f.WritesFixed() {
		w.added = append(w.added, f.Name)
	}
}

// items returns the items of a field, "" for one that cannot be spelled.
func (w *writer) items(f *plan.Field, q *queue) []string {
	var list []string
	for len(list) == 0 || f.Shape == plan.Repeated {
		item, found := w.item(f, q)
		if !found {
			break
		}
		list = append(list, item)
	}
	return list
}

// item returns the next item of a field.
func (w *writer) item(f *plan.Field, q *queue) (text string, found bool) {
	switch f.Kind {
	case plan.ChoiceField:
		return w.branch(f, q)
	case plan.ItemsField:
		return w.next(f, q)
	case plan.GroupField:
		if !slices.ContainsFunc(q.kids, func(e *xmltree.Element) bool { return begins(f.Group, e) }) {
			return "", false
		}
		return w.structure(f.Group, nil, q), true
	case plan.WildcardField, plan.AttrsField, plan.MixedField, plan.OpaqueField:
		return "", false
	}
	e := q.take(func(e *xmltree.Element) bool { return holds(f, e) })
	if e == nil {
		return "", false
	}
	switch f.Kind {
	case plan.StructField:
		return w.structure(f.Struct, e, w.children(e)), true
	case plan.TypedField:
		return w.typed(f, e), true
	case plan.ScalarField, plan.ListField:
		return w.simple(f, e.Text(), e), true
	}
	return "", true
}

// begins reports whether a struct has a field for an element, be it in a choice
// or group of its own.
func begins(s *plan.Struct, e *xmltree.Element) bool {
	return slices.ContainsFunc(s.Fields, func(f *plan.Field) bool {
		switch f.Kind {
		case plan.ChoiceField:
			return slices.ContainsFunc(f.Branches, func(b plan.ChoiceBranch) bool { return begins(b.Struct, e) })
		case plan.GroupField:
			return begins(f.Group, e)
		case plan.ItemsField:
			return memberOf(f.Choice, e) != nil
		}
		return holds(f, e)
	})
}

// branch returns the branch of a choice that the next child is of.
func (w *writer) branch(f *plan.Field, q *queue) (text string, found bool) {
	for _, e := range q.kids {
		for _, b := range f.Branches {
			if !b.Any && begins(b.Struct, e) {
				return "&" + w.structure(b.Struct, nil, q), true
			}
		}
	}
	return "", false
}

// typed returns the value of a slot whose type xsi:type says.
func (w *writer) typed(f *plan.Field, e *xmltree.Element) string {
	s := f.Base.Own
	if a, found := e.Attr(instance, "type"); found {
		prefix, local, both := strings.Cut(a.Value, ":")
		if !both {
			prefix, local = "", prefix
		}
		space, _ := e.Lookup(prefix)
		s = w.named(space, local)
	}
	if s == nil {
		return ""
	}
	return "&" + w.structure(s, e, w.children(e))
}

// named returns the struct of a complex type.
func (w *writer) named(space, local string) *plan.Struct {
	for _, p := range w.plan.Packages {
		for _, d := range p.Types {
			if s, ok := d.(*plan.Struct); ok && s.XMLName.Space == space && s.XMLName.Local == local {
				return s
			}
		}
	}
	return nil
}

// field writes the line of a field that has items.
func (w *writer) field(b *strings.Builder, f *plan.Field, items []string) {
	if len(items) == 0 {
		return
	}
	if slices.Contains(items, "") {
		w.left = append(w.left, f.Name)
		fmt.Fprintf(b, "// %s has no short spelling.\n", f.Name)
		return
	}
	fmt.Fprintf(b, "%s: %s,\n", f.Name, w.whole(f, items))
}

// whole puts around the items of a field what its Go type has around them.
func (w *writer) whole(f *plan.Field, items []string) string {
	item := func(text string) string {
		if f.Nillable {
			return w.nillable(f, text)
		}
		return text
	}
	if f.Shape != plan.Repeated {
		if f.IsPointer() {
			return w.pointer(f, items[0])
		}
		return item(items[0])
	}
	t := f.GoType().Text(w.name)
	if f.Kind == plan.ChoiceField || f.Kind == plan.ItemsField {
		t = "[]" + w.in(f.Choice.Pkg, f.Choice.Name)
	}
	if f.Kind == plan.GroupField {
		t = "[]" + w.in(f.Group.Pkg, f.Group.Name)
	}
	for i := range items {
		if items[i] = item(items[i]); f.Kind == plan.StructField || f.Kind == plan.GroupField {
			// The type of an element goes without saying.
			items[i] = strings.TrimPrefix(items[i], strings.TrimPrefix(t, "[]"))
		}
	}
	return t + "{\n" + strings.Join(items, ",\n") + ",\n}"
}

// nillable wraps an item, of which "nil" is none.
func (w *writer) nillable(f *plan.Field, text string) string {
	one := *f
	one.Shape = plan.Optional
	t := f.ItemType().Text(w.name)
	return t + "{Value: " + w.pointer(&one, text) + "}"
}

// pointer returns a pointer to an item.
func (w *writer) pointer(f *plan.Field, text string) string {
	if f.Kind == plan.StructField {
		return "&" + text
	}
	t := f.ItemType()
	t.Layers = slices.DeleteFunc(t.Layers, func(l plan.Layer) bool { return l == plan.Nillable })
	if name := t.Text(w.name); isUntyped(text) && name != defaultType(text) {
		text = name + "(" + text + ")"
	}
	return "new(" + text + ")"
}

// isUntyped reports whether an expression is a constant that has no type yet: any
// other has the field's.
func isUntyped(text string) bool {
	return text == "true" || text == "false" || strings.ContainsAny(text[:1], "\"-.0123456789")
}

// defaultType is the type that such a constant has by itself, where that is one
// that fields have.
func defaultType(text string) string {
	switch {
	case text == "true" || text == "false":
		return "bool"
	case text[0] == '"':
		return "string"
	case strings.ContainsAny(text, ".e"):
		return "float64"
	}
	return ""
}
