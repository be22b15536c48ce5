package codec

import (
	"reflect"
	"unsafe"
)

// choice is a field of the interface of, or a list of such, that holds pointers to the structs of branches.
type choice struct {
	of       reflect.Type
	branches []chosen // by their numbers in the table; those of other choices are empty
}

// chosen is a branch with its methods as the choice's interface.
type chosen struct {
	branch
	methods unsafe.Pointer
}

// choiceCodec returns the functions of a choice for the entry i of the table, which belongs to one of its branches.
func (t *Table) choiceCodec(i int, f describedField) fieldCodec {
	c := t.choiceOf(f)
	b := &c.branches[f.number]
	if f.shape == '*' {
		return fieldCodec{
			read: func(d *Decoder, p unsafe.Pointer) { c.readNext(d, b, i-b.first, (*[]itemWords)(p)) },
			put: func(e *Encoder, _ *Name, p unsafe.Pointer) {
				for _, x := range *(*[]itemWords)(p) {
					c.write(e, x)
				}
			},
		}
	}
	return fieldCodec{
		read: func(d *Decoder, p unsafe.Pointer) { c.read(d, b, i-b.first, (*itemWords)(p)) },
		put: func(e *Encoder, _ *Name, p unsafe.Pointer) {
			if x := *(*itemWords)(p); x.methods != nil {
				c.write(e, x)
			}
		},
	}
}

// choiceOf returns the choice that a field holds.
func (t *Table) choiceOf(f describedField) *choice {
	c := &choice{of: f.field.Type, branches: make([]chosen, len(t.Branches))}
	if f.shape == '*' {
		c.of = c.of.Elem()
	}
	for i, word := range fieldsOf(t.Fields, f.owner) {
		if word.kind != 'c' || word.field.Index[0] != f.field.Index[0] {
			continue
		}
		b := &c.branches[word.number]
		if b.set == nil {
			*b = chosen{branchOf(t.Branches[word.number]), c.methodsOf(t.Branches[word.number])}
		}
		b.take(i)
	}
	return c
}

// methodsOf returns the methods of a pointer as the choice's interface.
func (c *choice) methodsOf(x any) unsafe.Pointer {
	v := reflect.New(c.of)
	v.Elem().Set(reflect.ValueOf(x))
	return (*itemWords)(v.UnsafePointer()).methods
}

// holds reports whether x is a struct of the branch.
func (c *choice) holds(b *chosen, x itemWords) bool {
	return x.value != nil && (x.methods == b.methods || x.methods != nil && c.value(x).Type() == reflect.PointerTo(b.of))
}

// value returns what an interface value of the choice holds.
func (c *choice) value(x itemWords) reflect.Value {
	return reflect.NewAt(c.of, unsafe.Pointer(&x)).Elem().Elem()
}

// read reads the current child, the entry i of a branch, into a choice that is made once.
func (c *choice) read(d *Decoder, b *chosen, i int, x *itemWords) {
	if !c.holds(b, *x) {
		if !d.Choose(x.methods != nil) {
			return
		}
		*x = itemWords{b.methods, reflect.New(b.of).UnsafePointer()}
	}
	b.read(d, i, x.value)
}

// readNext is read for a choice that repeats: each element begins a new value, but where the branch has several and the child
// goes on with the last.
func (c *choice) readNext(d *Decoder, b *chosen, i int, list *[]itemWords) {
	n := len(*list)
	if n == 0 || !b.goesOn(d, i) || !c.holds(b, (*list)[n-1]) {
		d.arena.add(list, itemWords{b.methods, reflect.New(b.of).UnsafePointer()})
		n++
	}
	b.read(d, i, (*list)[n-1].value)
}

// write writes what a choice holds.
func (c *choice) write(e *Encoder, x itemWords) {
	if x.methods == nil || x.value == nil {
		e.Failf("a choice holds a nil pointer")
		return
	}
	for i := range c.branches {
		if b := &c.branches[i]; b.methods == x.methods {
			b.write(e, x.value)
			return
		}
	}
	for i := range c.branches {
		if b := &c.branches[i]; b.set != nil && c.holds(b, x) {
			b.write(e, x.value)
			return
		}
	}
	c.writeOwn(e, c.value(x).Interface())
}

// writeOwn writes a value of a type of the user's, which embeds the struct of a branch.
func (c *choice) writeOwn(e *Encoder, v any) {
	switch x := v.(type) {
	case Appender:
		x.AppendXML(e)
		return
	case Tabled:
		if _, owner := ownerOf(x.XMLTable(), v); owner != nil {
			for i := range c.branches {
				if b := &c.branches[i]; b.set != nil && reflect.PointerTo(b.of) == reflect.TypeOf(owner) {
					b.write(e, pointerOf(owner))
					return
				}
			}
		}
	}
	e.Failf("a choice holds a %T, which is none of its types", v)
}
