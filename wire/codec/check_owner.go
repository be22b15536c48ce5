package codec

import (
	"reflect"
	"strings"
	"unsafe"
)

// check checks v, if there is something to check: by its own method, or as the table of its struct says.
func (c *Checker) check(v any) {
	switch x := v.(type) {
	case Checked:
		x.CheckXML(c)
	case Tabled:
		if tab, v := ownerOf(x.XMLTable(), v); tab != nil {
			c.Struct(tab, v)
		}
	}
}

// isChecked reports whether there is something to check of v.
func isChecked(v any) bool {
	switch x := v.(type) {
	case Checked:
		return true
	case Tabled:
		tab, v := ownerOf(x.XMLTable(), v)
		if tab == nil {
			return false
		}
		plan := tab.checkPlan(v)
		return len(plan.attrs)+len(plan.content) > 0 || tab.Model != nil
	}
	return false
}

// checksAny reports whether a table has something to check.
func (t *Table) checksAny() bool {
	return t.Checks != "" || t.Model != nil || strings.ContainsAny(t.attrs().AttrFields+t.Fields, kindCapitals)
}

// kindCapitals are the letters of a table's words for fields whose values check themselves.
const kindCapitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

// ownerOf returns the struct that the table of v is about, with that table: v itself, or what v is made around. A struct that
// embeds another one has its methods, but not its fields, and one that does nothing else may have a table of its own, with no
// more than the names of elements. It returns nil where v is no struct.
func ownerOf(tab *Table, v any) (*Table, any) {
	if plan := tab.knownPlan(); plan != nil && plan.of == typeOf(v) {
		return tab, v
	}
	of := reflect.TypeOf(v)
	if of.Kind() == reflect.Struct { // one with a pointer in it
		p := reflect.New(of)
		p.Elem().Set(reflect.ValueOf(v))
		v, of = p.Interface(), p.Type()
	}
	if of.Kind() != reflect.Pointer || of.Elem().Kind() != reflect.Struct {
		return nil, nil
	}
	for {
		inner, part := embedded(tab, of.Elem(), pointerOf(v))
		if inner == nil {
			return tab, v
		}
		tab, v, of = inner, part, reflect.TypeOf(part)
	}
}

// embedded returns the struct within that at p that the table is about, nil if there is none.
func embedded(tab *Table, of reflect.Type, p unsafe.Pointer) (*Table, any) {
	for i := range of.NumField() {
		f := of.Field(i)
		if !f.Anonymous {
			continue
		}
		t, at := f.Type, unsafe.Add(p, f.Offset)
		if t.Kind() == reflect.Pointer {
			t, at = t.Elem(), *(*unsafe.Pointer)(at)
		}
		part := reflect.NewAt(t, at).Interface()
		if x, ok := part.(Tabled); ok {
			if inner := x.XMLTable(); inner == tab || of.NumField() == 1 {
				return inner, part
			}
		}
	}
	return nil, nil
}
