package codec

import (
	"cmp"
	"encoding"
	"reflect"
	"strings"
	"unsafe"

	"github.com/wbxgen/wbxgen/wire"
)

// fieldRule says how a field of a struct is checked.
type fieldRule struct {
	offset uintptr
	shape  fieldShape
	number int // of the field
	name   string
	size   uintptr   // of a value of a list
	whole  wholeRule // nil where all that there is to check is the values
	value  valueRule // nil where the values have nothing to check
}

// wholeRule checks the field at p.
type wholeRule func(c *Checker, p unsafe.Pointer)

// valueRule checks the value at p, in the way of the methods of [Checker].
type valueRule func(c *Checker, name string, index int, p unsafe.Pointer)

// fieldShape says where the values of a field are.
type fieldShape uint8

const (
	inField   fieldShape = iota
	byPointer            // then there is nothing to check of the field but its value
	inList
)

// facetsOf returns the facets that a word ends with, nil where it has none.
func (t *Table) facetsOf(w checkWord) *Facets {
	if len(w.facets) == 0 {
		return nil
	}
	has := func(part int) string { return w.facets[part-wordFacets] }
	switch {
	case has(wordFacets) != "":
		return &t.Facets[numberOr(has(wordFacets), 0)]
	case has(wordIsFixed) != "":
		return &Facets{IsFixed: true, Fixed: has(wordFixed)}
	case has(wordLexical) != "":
		return &Facets{Of: has(wordLexical)}
	case has(wordMin)+has(wordMax) != "":
		return &Facets{Min: has(wordMin), Max: has(wordMax)}
	case has(wordShort)+has(wordLong) != "":
		return &Facets{MinLength: boundOr0(has(wordShort)), MaxLength: boundOr0(has(wordLong)), Bounded: has(wordLong) != ""}
	}
	return nil
}

// newRule returns the rule of a field that a word is about.
func (t *Table) newRule(f reflect.StructField, w checkWord) fieldRule {
	r := fieldRule{number: f.Index[0], name: messageName(f), offset: f.Offset, whole: t.wholeRule(f, w)}
	of := f.Type
	switch {
	case w.list:
		r.value = listRule(f, t.facetsOf(w))
		return r
	case of.Kind() == reflect.Pointer:
		r.shape, of = byPointer, of.Elem()
	case of.Kind() == reflect.Slice:
		r.shape, of = inList, of.Elem()
		r.size = of.Size()
	}
	if w.items < 0 {
		r.value = newValueRule(f, of, w, t.facetsOf(w))
	}
	if r.value == nil {
		r.shape = inField // so that nothing looks for values
	}
	return r
}

// messageName is what messages call a field: the element or attribute, nothing for the text of the element itself, and the
// field where it stands for several elements.
func messageName(f reflect.StructField) string {
	name, kind, _ := strings.Cut(f.Tag.Get("xml"), ",")
	switch {
	case kind == "chardata":
		return ""
	case name == "" || name == "-":
		return f.Name
	}
	return name[strings.LastIndexByte(name, ' ')+1:]
}

// isNameless reports whether a field stands for several elements, which its value names.
func isNameless(f reflect.StructField) bool { return f.Tag.Get("xml") == "-" }

// check checks the field at p, which is no pointer.
func (r *fieldRule) check(c *Checker, p unsafe.Pointer) {
	if r.whole != nil {
		r.whole(c, p)
	}
	switch {
	case r.value == nil:
	case r.shape == inList:
		list := (*sliceWords)(p)
		for i := range list.len {
			r.value(c, r.name, i, unsafe.Add(list.data, uintptr(i)*r.size))
		}
	default:
		r.value(c, r.name, -1, p)
	}
}

// wholeRule returns what is checked of a field beside its values: that it is set, how many values it has, and items.
func (t *Table) wholeRule(f reflect.StructField, w checkWord) wholeRule {
	var rules []wholeRule
	if w.must {
		rules = append(rules, setRule(f))
	}
	if w.low > 0 || w.high > 0 {
		name := cmp.Or(w.name, messageName(f))
		rules = append(rules, func(c *Checker, p unsafe.Pointer) { c.Items(name, (*sliceWords)(p).len, w.low, w.high) })
	}
	if w.items >= 0 {
		rules = append(rules, t.itemsRule(f, w.items))
	}
	switch len(rules) {
	case 0:
		return nil
	case 1:
		return rules[0]
	}
	return func(c *Checker, p unsafe.Pointer) {
		for _, check := range rules {
			check(c, p)
		}
	}
}

// setRule returns what reports a field that is nil, or is a list without values.
func setRule(f reflect.StructField) wholeRule {
	name := messageName(f)
	switch {
	case !isNameless(f):
		return func(c *Checker, p unsafe.Pointer) { c.Set(name, *(*unsafe.Pointer)(p) != nil) }
	case f.Type.Kind() == reflect.Slice:
		return func(c *Checker, p unsafe.Pointer) { c.Choice(name, (*sliceWords)(p).len > 0) }
	}
	return func(c *Checker, p unsafe.Pointer) { c.Choice(name, *(*unsafe.Pointer)(p) != nil) }
}

// itemsRule returns what checks a field of items, which the entry i of the table's elements is about.
func (t *Table) itemsRule(f reflect.StructField, i int) wholeRule {
	g := t.entries().elements[i].Items
	item := func(p unsafe.Pointer, of reflect.Type) Item {
		x, _ := reflect.NewAt(of, p).Elem().Interface().(Item)
		return x
	}
	if of := f.Type; of.Kind() != reflect.Slice {
		return func(c *Checker, p unsafe.Pointer) {
			if x := item(p, of); x != nil {
				c.items(g, t, 1, func(int) Item { return x }, false)
			}
		}
	}
	of, mixed := f.Type.Elem(), strings.HasSuffix(f.Tag.Get("xml"), ",innerxml")
	return func(c *Checker, p unsafe.Pointer) {
		list := (*sliceWords)(p)
		c.items(g, t, list.len, func(i int) Item { return item(unsafe.Add(list.data, uintptr(i)*of.Size()), of) }, mixed)
	}
}

// newValueRule returns what checks values of the type of, which the field has, nil where there is nothing to check.
func newValueRule(f reflect.StructField, of reflect.Type, w checkWord, facets *Facets) valueRule {
	if w.nillable {
		return nillableRule(f, of, w, facets)
	}
	rule := ownRule(f, of)
	if facets != nil {
		rule = both(rule, facetsRule(of, facets))
	}
	switch {
	case !w.filled || rule == nil:
		return rule
	case isObject(of):
		return func(c *Checker, name string, index int, p unsafe.Pointer) {
			c.Fills()
			rule(c, name, index, p)
		}
	}
	return func(c *Checker, name string, index int, p unsafe.Pointer) {
		if !reflect.NewAt(of, p).Elem().IsZero() {
			rule(c, name, index, p)
		}
	}
}

// both returns a rule with two rules, of which the first may be nil.
func both(first, second valueRule) valueRule {
	if first == nil {
		return second
	}
	return func(c *Checker, name string, index int, p unsafe.Pointer) {
		first(c, name, index, p)
		second(c, name, index, p)
	}
}

// isObject reports whether values are structs of complex types.
func isObject(t reflect.Type) bool { return reflect.PointerTo(t).Implements(reflect.TypeFor[Object]()) }

// checkedAttrs is a group of attributes that has something to check.
type checkedAttrs interface{ CheckXMLAttrs(c *Checker) }

// ownRule returns what calls the method by which values check themselves, nil where they have none.
func ownRule(f reflect.StructField, of reflect.Type) valueRule {
	if of.Kind() == reflect.Interface {
		return dynamicRule(f, of)
	}
	empty := reflect.Zero(reflect.PointerTo(of)).Interface()
	if group, ok := empty.(checkedAttrs); ok && f.Anonymous {
		return func(c *Checker, _ string, _ int, p unsafe.Pointer) {
			x := group
			(*itemWords)(unsafe.Pointer(&x)).value = p
			x.CheckXMLAttrs(c)
		}
	}
	x, isChecked := empty.(Checked)
	switch t, ok := empty.(Tabled); {
	case isChecked:
		return objectRule(f, x)
	case ok:
		return tableRule(f, t.XMLTable(), reflect.New(of).Interface())
	}
	return nil
}

// objectRule returns what checks values by a method. x is an empty one.
func objectRule(f reflect.StructField, x Checked) valueRule {
	nameless := isNameless(f)
	return func(c *Checker, name string, index int, p unsafe.Pointer) {
		x := x
		(*itemWords)(unsafe.Pointer(&x)).value = p
		if nameless {
			x.CheckXML(c)
			return
		}
		c.Object(name, index, x)
	}
}

// tableRule returns what checks values as their table says, nil if that says nothing. v is a zero one.
func tableRule(f reflect.StructField, tab *Table, v any) valueRule {
	start := uintptr(pointerOf(v))
	tab, v = ownerOf(tab, v)
	if !tab.checksAny() {
		return nil
	}
	offset := uintptr(pointerOf(v)) - start
	x := reflect.Zero(reflect.TypeOf(v)).Interface()
	nameless := isNameless(f)
	return func(c *Checker, name string, index int, p unsafe.Pointer) {
		x := x
		(*itemWords)(unsafe.Pointer(&x)).value = unsafe.Add(p, offset)
		if nameless {
			c.Struct(tab, x)
			return
		}
		defer c.leave(c.enter(name, index, x))
		c.Struct(tab, x)
	}
}

// dynamicRule is ownRule for an interface, of which some values may have nothing to check.
func dynamicRule(f reflect.StructField, of reflect.Type) valueRule {
	nameless := isNameless(f)
	return func(c *Checker, name string, index int, p unsafe.Pointer) {
		switch x := reflect.NewAt(of, p).Elem().Interface(); {
		case x != nil && pointerOf(x) == nil:
			c.report(name, index, "is nil")
		case nameless:
			c.check(x)
		case isChecked(x):
			c.Object(name, index, x)
		}
	}
}

// nillableRule returns what checks values of [wire.Nillable].
func nillableRule(f reflect.StructField, of reflect.Type, w checkWord, facets *Facets) valueRule {
	value, _ := of.FieldByName("Value")
	null, _ := of.FieldByName("Nil")
	object, fixed, listed := isObject(value.Type.Elem()), facets != nil && facets.IsFixed, of != f.Type
	w.nillable = false
	rule := newValueRule(f, value.Type.Elem(), w, facets)
	return func(c *Checker, name string, index int, p unsafe.Pointer) {
		isNil, v := *(*bool)(unsafe.Add(p, null.Offset)), *(*unsafe.Pointer)(unsafe.Add(p, value.Offset))
		if fixed && (isNil || listed && v == nil) {
			c.NilFixed(name, index)
		}
		if rule == nil || v == nil || isNil && !object {
			return
		}
		if object {
			c.Nilled(isNil)
		}
		rule(c, name, index, v)
	}
}

// listRule returns what checks a field whose value is a list. One that is nil is no value, but where it is the text of an element.
func listRule(f reflect.StructField, facets *Facets) valueRule {
	rule := ownRule(f, f.Type)
	if facets != nil {
		rule = both(rule, listFacetsRule(f.Type, facets))
	}
	if rule == nil || messageName(f) == "" {
		return rule
	}
	return func(c *Checker, name string, index int, p unsafe.Pointer) {
		if (*sliceWords)(p).data != nil {
			rule(c, name, index, p)
		}
	}
}

// listFacetsRule is facetsRule for lists: facets of their items look at the text, others at the length.
func listFacetsRule(of reflect.Type, f *Facets) valueRule {
	isText := of.Elem().Kind() == reflect.String
	switch {
	case f.Item != nil && isText:
		return func(c *Checker, name string, i int, p unsafe.Pointer) {
			c.String(name, i, strings.Join(*(*[]string)(p), " "), f)
		}
	case f.Item != nil:
		return func(c *Checker, name string, i int, p unsafe.Pointer) {
			list := reflect.NewAt(of, p).Elem()
			words := make([]any, list.Len())
			for k := range words {
				words[k] = list.Index(k).Interface()
			}
			c.String(name, i, ListText(words), f)
		}
	case isText:
		return func(c *Checker, name string, i int, p unsafe.Pointer) {
			c.List(name, i, len(Words(*(*[]string)(p))), f)
		}
	}
	return func(c *Checker, name string, i int, p unsafe.Pointer) { c.List(name, i, (*sliceWords)(p).len, f) }
}

// facetsRule returns what holds values to facets.
func facetsRule(of reflect.Type, f *Facets) valueRule {
	switch of {
	case reflect.TypeFor[wire.QName]():
		return func(c *Checker, name string, i int, p unsafe.Pointer) { c.QName(name, i, *(*wire.QName)(p), f) }
	case reflect.TypeFor[wire.Secret]():
		return func(c *Checker, name string, i int, p unsafe.Pointer) {
			c.Secret(name, i, *(*wire.Secret)(p), f)
		}
	}
	switch of.Kind() {
	case reflect.String:
		return func(c *Checker, name string, i int, p unsafe.Pointer) { c.String(name, i, *(*string)(p), f) }
	case reflect.Bool:
		return func(c *Checker, name string, i int, p unsafe.Pointer) { c.Bool(name, i, *(*bool)(p), f) }
	case reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return func(c *Checker, name string, i int, p unsafe.Pointer) {
			c.Int(name, i, reflect.NewAt(of, p).Elem().Int(), f)
		}
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return func(c *Checker, name string, i int, p unsafe.Pointer) {
			c.Uint(name, i, reflect.NewAt(of, p).Elem().Uint(), f)
		}
	case reflect.Float32, reflect.Float64:
		return func(c *Checker, name string, i int, p unsafe.Pointer) {
			c.Float(name, i, reflect.NewAt(of, p).Elem().Float(), f)
		}
	}
	empty := reflect.Zero(reflect.PointerTo(of)).Interface().(encoding.TextAppender)
	return func(c *Checker, name string, i int, p unsafe.Pointer) {
		x := empty
		(*itemWords)(unsafe.Pointer(&x)).value = p
		c.Value(name, i, x, f)
	}
}
