package codec

import (
	"reflect"
	"unsafe"
)

// branch is a branch of a choice, or a group that repeats: a struct whose elements are entries of the table around it, from first to
// last, and of a table of its own.
type branch struct {
	of          reflect.Type // the struct
	set         *fieldSet
	first, last int
	reader      wholeItem // an empty value, where it has code for elements that its table does not read
	writer      Appender  // the same, where the table does not write all of it
}

// branchOf returns what is known of a struct, of which x is a nil pointer.
func branchOf(x Tabled) branch {
	b := branch{of: reflect.TypeOf(x).Elem(), set: x.XMLTable().fields(x), first: -1}
	b.reader, _ = x.(wholeItem)
	b.writer, _ = x.(Appender)
	return b
}

// take notes that the entry i belongs to the branch.
func (b *branch) take(i int) {
	if b.first < 0 {
		b.first = i
	}
	b.last = i
}

// read reads the current child, which is the entry i of the branch's table, into the struct at p.
func (b *branch) read(d *Decoder, i int, p unsafe.Pointer) {
	if b.set.read(d, i, p) || b.reader == nil {
		return
	}
	x := b.reader
	(*itemWords)(unsafe.Pointer(&x)).value = p
	x.DecodeXMLElement(d, i, 0)
}

// goesOn reports whether the current child, which is the entry i of the branch's table, belongs to the same occurrence of the
// branch as the child before it. The table that has the branch may itself be that of a branch, which begins anywhere in the
// struct's.
func (b *branch) goesOn(d *Decoder, i int) bool {
	if b.first == b.last || d.top == nil {
		return false
	}
	at := d.top.last - b.first - i
	return !d.Restart(at+b.first, at+b.last)
}

// write writes the struct at p.
func (b *branch) write(e *Encoder, p unsafe.Pointer) {
	switch {
	case p == nil:
		e.Failf("the %s is nil", reflect.PointerTo(b.of))
		return
	case b.writer == nil:
		b.set.write(e, p)
		return
	}
	x := b.writer
	(*itemWords)(unsafe.Pointer(&x)).value = p
	x.AppendXML(e)
}

// groupCodec returns the functions of a field for the entry i of the table: one of a group that repeats, whose entries are all
// those with the field's number.
func (t *Table) groupCodec(i int, f describedField) fieldCodec {
	of := f.field.Type.Elem()
	g := branchOf(reflect.Zero(reflect.PointerTo(of)).Interface().(Tabled))
	for k, word := range fieldsOf(t.Fields, f.owner) {
		if word.kind == 'g' && word.field.Index[0] == f.field.Index[0] {
			g.take(k)
		}
	}
	return fieldCodec{
		read: func(d *Decoder, p unsafe.Pointer) {
			list := (*sliceWords)(p)
			if list.len == 0 || !g.goesOn(d, i-g.first) {
				extend(p, f.field.Type)
			}
			g.read(d, i-g.first, unsafe.Add(list.data, uintptr(list.len-1)*of.Size()))
		},
		put: func(e *Encoder, _ *Name, p unsafe.Pointer) {
			list := (*sliceWords)(p)
			for k := range uintptr(list.len) {
				g.write(e, unsafe.Add(list.data, k*of.Size()))
			}
		},
	}
}
