package codec

import (
	"reflect"
	"strings"
	"unsafe"
)

// check checks v, if there is something to check: by its own method, or as the table of its struct says.
func (c *Checker) check(v any) {
	if v != nil && pointerOf(v) == nil {
		c.report("", -1, "is nil")
		return
	}
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
	v = toStruct(v)
	for v != nil {
		inner, part := embedded(tab, v)
		if inner == nil {
			return tab, v
		}
		tab, v = inner, part
	}
	return nil, nil
}

// toStruct returns v if it is a pointer to a struct, one to a copy of it if it is a struct, which has a pointer in it, else nil.
func toStruct(v any) any {
	switch r := reflect.ValueOf(v); {
	case r.Kind() == reflect.Struct:
		p := reflect.New(r.Type())
		p.Elem().Set(r)
		return p.Interface()
	case r.Kind() == reflect.Pointer && r.Type().Elem().Kind() == reflect.Struct:
		return v
	}
	return nil
}

// embedded returns the struct within the one that v points to that the table is about, nil if there is none.
func embedded(tab *Table, v any) (*Table, any) {
	of := reflect.TypeOf(v).Elem()
	for i := range of.NumField() {
		f := of.Field(i)
		if !f.Anonymous {
			continue
		}
		part := toStruct(partOf(pointerOf(v), f))
		if x, ok := part.(Tabled); ok {
			if inner := x.XMLTable(); inner == tab || of.NumField() == 1 {
				return inner, part
			}
		}
	}
	return nil, nil
}

// partOf returns a pointer to what the struct at p embeds as the field, or what the field has where that is a pointer or an
// interface. A struct that is nil has parts that are nil.
func partOf(p unsafe.Pointer, f reflect.StructField) any {
	isPointer := f.Type.Kind() == reflect.Pointer
	switch {
	case p == nil && isPointer:
		return reflect.Zero(f.Type).Interface()
	case p == nil:
		return reflect.Zero(reflect.PointerTo(f.Type)).Interface()
	}
	at := reflect.NewAt(f.Type, unsafe.Add(p, f.Offset))
	if isPointer || f.Type.Kind() == reflect.Interface {
		return at.Elem().Interface()
	}
	return at.Interface()
}
