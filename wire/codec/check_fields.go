package codec

import (
	"reflect"
	"unsafe"
)

// fieldCheck says how the values of a field are checked.
type fieldCheck struct {
	of      reflect.Type // of one value
	checked Checked      // of a struct, an empty value with its methods
}

// newFieldCheck returns the check of a field of type t, of which shape says how many values it has.
func newFieldCheck(t reflect.Type, shape byte) *fieldCheck {
	if shape != '.' {
		t = t.Elem()
	}
	f := &fieldCheck{of: t}
	if t.Kind() == reflect.Struct {
		f.checked, _ = reflect.Zero(reflect.PointerTo(t)).Interface().(Checked)
	}
	return f
}

// one checks the value at p.
func (f *fieldCheck) one(c *Checker, name string, index int, p unsafe.Pointer) {
	if f.checked != nil {
		x := f.checked
		(*itemWords)(unsafe.Pointer(&x)).value = p
		c.Object(name, index, x)
		return
	}
	c.Object(name, index, reflect.NewAt(f.of, p).Elem().Interface().(Checked))
}

// Fields checks those fields of v, a pointer to a struct, whose values check themselves, for the elements of its table from
// the index first to last. In the words of the table their letters are capitals.
func (c *Checker) Fields(tab *Table, v any, first, last int) {
	set, p := tab.fields(v), pointerOf(v)
	for i := first; i <= last; i++ {
		set.elements[i].checkAll(c, tab.Element(i).Local, p)
	}
}

// AttrFields is [Checker.Fields] for attributes.
func (c *Checker) AttrFields(tab *Table, v any, first, last int) {
	set, p := tab.fields(v), pointerOf(v)
	for i := first; i <= last; i++ {
		set.attrs[i].checkAll(c, tab.Attr(i).Local, p)
	}
}

// checkAll checks the values of a field of the struct at p.
func (f *fieldCodec) checkAll(c *Checker, name string, p unsafe.Pointer) {
	if f.check == nil {
		return
	}
	at := unsafe.Add(p, f.offset)
	switch {
	case f.repeated:
		list := (*sliceWords)(at)
		for i := range list.len {
			f.check.one(c, name, i, unsafe.Add(list.data, uintptr(i)*f.check.of.Size()))
		}
	case !f.optional:
		f.check.one(c, name, -1, at)
	case *(*unsafe.Pointer)(at) != nil:
		f.check.one(c, name, -1, *(*unsafe.Pointer)(at))
	}
}
