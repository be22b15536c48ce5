package codec

import (
	"encoding"
	"reflect"
	"strings"
	"unsafe"

	"github.com/wbxgen/wbxgen/wire"
)

// fieldRule says how a field of a struct is checked.
type fieldRule struct {
	number    int    // of the field
	name      string // what messages call it
	offset    uintptr
	low, high uint64                                          // how many values it has; a high of 0 is no bound
	set       func(c *Checker, name string, p unsafe.Pointer) // nil where the field need not be set
	shape     fieldShape
	size      uintptr                            // of a value of a list
	items     func(c *Checker, p unsafe.Pointer) // nil where the field has no items
	value     []valueRule
}

// valueRule checks the value at p, in the way of the methods of [Checker].
type valueRule func(c *Checker, name string, index int, p unsafe.Pointer)

// fieldShape says where the values of a field are.
type fieldShape uint8

const (
	inField fieldShape = iota
	byPointer
	inList
)

// newRule returns the rule of a field that a word is about.
func (t *Table) newRule(f reflect.StructField, w checkWord) fieldRule {
	r := fieldRule{number: f.Index[0], name: messageName(f), offset: f.Offset, low: w.low, high: w.high}
	of := f.Type
	switch of.Kind() {
	case reflect.Pointer:
		r.shape, of = byPointer, of.Elem()
	case reflect.Slice:
		r.shape, of = inList, of.Elem()
		r.size = of.Size()
	}
	if w.must {
		r.set = setRule(f)
	}
	if w.items >= 0 {
		r.items = t.itemsRule(f, w.items)
		return r
	}
	r.value = valueRules(f, of, w)
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

// check checks the field of the struct at p.
func (r *fieldRule) check(c *Checker, p unsafe.Pointer) {
	p = unsafe.Add(p, r.offset)
	if r.set != nil {
		r.set(c, r.name, p)
	}
	if r.low > 0 || r.high > 0 {
		c.Items(r.name, (*sliceWords)(p).len, r.low, r.high)
	}
	switch {
	case r.items != nil:
		r.items(c, p)
	case len(r.value) == 0:
	case r.shape == inList:
		list := (*sliceWords)(p)
		for i := range list.len {
			r.one(c, i, unsafe.Add(list.data, uintptr(i)*r.size))
		}
	case r.shape == inField:
		r.one(c, -1, p)
	case *(*unsafe.Pointer)(p) != nil:
		r.one(c, -1, *(*unsafe.Pointer)(p))
	}
}

func (r *fieldRule) one(c *Checker, index int, p unsafe.Pointer) {
	for _, check := range r.value {
		check(c, r.name, index, p)
	}
}

// setRule returns what reports a field that is nil, or is a list without values.
func setRule(f reflect.StructField) func(*Checker, string, unsafe.Pointer) {
	switch {
	case !isNameless(f):
		return func(c *Checker, name string, p unsafe.Pointer) { c.Set(name, *(*unsafe.Pointer)(p) != nil) }
	case f.Type.Kind() == reflect.Slice:
		return func(c *Checker, _ string, p unsafe.Pointer) { c.Choice(f.Name, (*sliceWords)(p).len > 0) }
	}
	return func(c *Checker, _ string, p unsafe.Pointer) { c.Choice(f.Name, *(*unsafe.Pointer)(p) != nil) }
}

// itemsRule returns what checks a field of items, which the entry i of the table's elements is about.
func (t *Table) itemsRule(f reflect.StructField, i int) func(*Checker, unsafe.Pointer) {
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

// valueRules returns what checks values of the type of, which the field has.
func valueRules(f reflect.StructField, of reflect.Type, w checkWord) []valueRule {
	if w.nillable {
		return []valueRule{nillableRule(f, of, w)}
	}
	var rules []valueRule
	if own := ownRule(f, of); own != nil {
		rules = append(rules, own)
	}
	if w.facets != nil {
		rules = append(rules, facetsRule(of, w.facets))
	}
	switch {
	case !w.filled:
		return rules
	case isObject(of):
		return append([]valueRule{func(c *Checker, _ string, _ int, _ unsafe.Pointer) { c.Fills() }}, rules...)
	}
	return []valueRule{ifSet(of, rules)}
}

// isObject reports whether values are structs of complex types.
func isObject(t reflect.Type) bool { return reflect.PointerTo(t).Implements(reflect.TypeFor[Object]()) }

// ifSet returns a rule with the rules for all values but the zero one.
func ifSet(of reflect.Type, rules []valueRule) valueRule {
	return func(c *Checker, name string, index int, p unsafe.Pointer) {
		if reflect.NewAt(of, p).Elem().IsZero() {
			return
		}
		for _, check := range rules {
			check(c, name, index, p)
		}
	}
}

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
	if empty, ok := empty.(Checked); ok {
		nameless := isNameless(f)
		return func(c *Checker, name string, index int, p unsafe.Pointer) {
			x := empty
			(*itemWords)(unsafe.Pointer(&x)).value = p
			if nameless {
				x.CheckXML(c)
				return
			}
			c.Object(name, index, x)
		}
	}
	return nil
}

// dynamicRule is ownRule for an interface, of which some values may have nothing to check.
func dynamicRule(f reflect.StructField, of reflect.Type) valueRule {
	nameless := isNameless(f)
	return func(c *Checker, name string, index int, p unsafe.Pointer) {
		switch x, ok := reflect.NewAt(of, p).Elem().Interface().(Checked); {
		case !ok:
		case nameless:
			x.CheckXML(c)
		default:
			c.Object(name, index, x)
		}
	}
}

// nillableRule returns what checks values of [wire.Nillable].
func nillableRule(f reflect.StructField, of reflect.Type, w checkWord) valueRule {
	value, _ := of.FieldByName("Value")
	null, _ := of.FieldByName("Nil")
	object := isObject(value.Type.Elem())
	fixed, listed := w.facets != nil && w.facets.IsFixed, of != f.Type
	w.nillable = false
	rules := valueRules(f, value.Type.Elem(), w)
	return func(c *Checker, name string, index int, p unsafe.Pointer) {
		isNil, v := *(*bool)(unsafe.Add(p, null.Offset)), *(*unsafe.Pointer)(unsafe.Add(p, value.Offset))
		if fixed && (isNil || listed && v == nil) {
			c.NilFixed(name, index)
		}
		if v == nil || isNil && !object {
			return
		}
		if object {
			c.Nilled(isNil)
		}
		for _, check := range rules {
			check(c, name, index, v)
		}
	}
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
