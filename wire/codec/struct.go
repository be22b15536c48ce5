package codec

import (
	"cmp"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unsafe"

	"github.com/wbxgen/wbxgen/wire"
)

// groupStep is an attribute group that a struct embeds.
type groupStep struct {
	offset uintptr
	write  func(*Encoder, unsafe.Pointer)
}

// addContent adds what a struct is read and written by as a whole. of is its type.
func (s *fieldSet) addContent(t *Table, of reflect.Type) {
	s.extra = extraOffset(of)
	if t.Value != "" {
		c := codecsOf(t.Value, nil, 1, of)[0]
		s.text = &c
	}
	for i, f := range fieldsOf(t.attrs().AttrFields, of) {
		if i == len(t.entries().attrs) && f.kind == 'a' {
			s.anyAttr, s.anyIndex = 1+f.field.Offset, i
		}
	}
	s.mixed = t.mixedTypeOf(of)
	for word := range strings.FieldsSeq(t.Groups) {
		number, _ := strconv.Atoi(word) // which embed has complained of
		s.groups = append(s.groups, groupStepOf(of.Field(number)))
	}
	for i, f := range fieldsOf(t.Fields, of) {
		if f.kind == 0 || f.kind == 'x' {
			continue
		}
		if strings.IndexByte(tableKinds, f.kind) >= 0 {
			s.elements[i] = t.contentCodec(i, f)
		}
		known := slices.ContainsFunc(s.content, func(c contentStep) bool { return c.number == f.field.Index[0] })
		if c := &s.elements[i]; !known {
			o, pointer := opOf(&f, c)
			s.content = append(s.content, contentStep{c.offset, t.entryName(i), o, pointer, f.field.Index[0], c.put, c.object})
		}
	}
	slices.SortStableFunc(s.content, func(a, b contentStep) int { return cmp.Compare(a.number, b.number) })
}

// extraOffset returns where a struct has its XMLExtra, 0 where it has none.
func extraOffset(of reflect.Type) uintptr {
	for i := range of.NumField() {
		if f := of.Field(i); f.Type == reflect.TypeFor[wire.Extra]() {
			return f.Offset
		}
	}
	return 0
}

// entryName returns the name of an entry that is an element, nil for another.
func (t *Table) entryName(i int) *Name {
	if list := t.entries().elements; i < len(list) && list[i].Items == nil {
		return &list[i].Name
	}
	return nil
}

// contentCodec returns the functions of a field for the entry i of the table, where they need to know the table.
func (t *Table) contentCodec(i int, f describedField) fieldCodec {
	var c fieldCodec
	switch f.kind {
	case 'w':
		c = nodesCodec
	case 'l':
		c = itemsCodec(t.itemsOf(f), f.field.Type, f.shape)
	case 'c':
		c = t.choiceCodec(i, f)
	case 'g':
		c = t.groupCodec(i, f)
	case 'p':
		c = t.Slots[f.number].(slotCodec).codec(f.shape)
	case 'm':
		c.put = mixedWriter(f.field.Type.Elem())
	}
	c.offset = f.field.Offset
	return c
}

// nodesCodec has the functions of a field for raw nodes.
var nodesCodec = fieldCodec{
	read: func(d *Decoder, p unsafe.Pointer) {
		list := (*[]wire.Node)(p)
		*list = append(*list, d.Node())
	},
	put: func(e *Encoder, _ *Name, p unsafe.Pointer) { e.Nodes(*(*[]wire.Node)(p)) },
}

// itemsOf returns the items that a field can hold, which one of its entries names.
func (t *Table) itemsOf(f describedField) *Items {
	list := t.entries().elements
	for i, g := range fieldsOf(t.Fields, f.owner) {
		if i < len(list) && list[i].Items != nil && g.kind == 'l' && g.field.Index[0] == f.field.Index[0] {
			return list[i].Items
		}
	}
	panic("codec: a table of generated code has no items for the field " + f.field.Name)
}

// itemsCodec returns the functions of a field that holds an item, or a list of items.
func itemsCodec(g *Items, t reflect.Type, shape byte) fieldCodec {
	if shape == '*' {
		t = t.Elem()
	}
	nothing := reflect.Zero(reflect.PointerTo(t)).Interface()
	if shape == '*' {
		return fieldCodec{
			read: func(d *Decoder, p unsafe.Pointer) {
				if x := d.readItem(g, g.setFor(t)); x.methods != nil {
					d.arena.add((*[]itemWords)(p), x)
				}
			},
			put: func(e *Encoder, _ *Name, p unsafe.Pointer) {
				if list := *(*[]itemWords)(p); len(list) > 0 {
					e.kinds.write(e, list, nothing)
				}
			},
		}
	}
	return fieldCodec{
		read: func(d *Decoder, p unsafe.Pointer) {
			field := (*itemWords)(p)
			if !d.Choose(field.methods != nil) {
				return
			}
			if x := d.readItem(g, g.setFor(t)); x.methods != nil {
				*field = x
			}
		},
		put: func(e *Encoder, _ *Name, p unsafe.Pointer) {
			if field := (*itemWords)(p); field.methods != nil {
				e.kinds.write(e, unsafe.Slice(field, 1), nothing)
			}
		},
	}
}

// mixedWriter returns what writes mixed content whose items have the interface t.
func mixedWriter(t reflect.Type) func(*Encoder, *Name, unsafe.Pointer) {
	nothing := reflect.Zero(reflect.PointerTo(t)).Interface()
	return func(e *Encoder, _ *Name, p unsafe.Pointer) { e.kinds.writeMixed(e, *(*[]itemWords)(p), nothing) }
}

// groupStepOf returns what writes the attributes of a group that is a field.
func groupStepOf(f reflect.StructField) groupStep {
	empty := reflect.Zero(reflect.PointerTo(f.Type)).Interface().(AttrGroup)
	return groupStep{f.Offset, func(e *Encoder, p unsafe.Pointer) {
		x := empty
		(*itemWords)(unsafe.Pointer(&x)).value = p
		x.AppendXMLAttrs(e)
	}}
}

// Read reads the element that the decoder is at into v, a struct of which its table says all.
func (d *Decoder) Read(v Tabled) error {
	tab := v.XMLTable()
	set, p := tab.fields(v), pointerOfTabled(v)
	set.readAll(d, tab, p)
	return d.err
}

// Field reads the current child into the struct of a branch or group. i is its index in the struct's table.
func (d *Decoder) Field(v Tabled, i int) {
	v.XMLTable().fields(v).read(d, i, pointerOfTabled(v))
}

// read reads the current child, of the entry i, into the struct at p. It reports whether the table says how.
func (s *fieldSet) read(d *Decoder, i int, p unsafe.Pointer) bool {
	c := &s.elements[i]
	if c.read == nil {
		return false
	}
	c.read(d, unsafe.Add(p, c.offset))
	return true
}

// Write writes the attributes and the content of v, a struct of which its table says all.
func (e *Encoder) Write(v Tabled) {
	tab := v.XMLTable()
	set, p := tab.fields(v), pointerOfTabled(v)
	if p == nil {
		e.Failf("the %T is nil", v)
		return
	}
	set.writeAll(e, p)
}

// Content writes the content of v, the struct of a branch or group.
func (e *Encoder) Content(v Tabled) {
	if pointerOfTabled(v) == nil {
		e.Failf("the %T is nil", v)
		return
	}
	v.XMLTable().fields(v).write(e, pointerOfTabled(v))
}

// Run writes the content that is in the fields of v from the number first to last.
func (e *Encoder) Run(v Tabled, first, last int) {
	set, p := v.XMLTable().fields(v), pointerOfTabled(v)
	for i := range set.content {
		if c := &set.content[i]; c.number >= first && c.number <= last {
			c.write(e, c.name, unsafe.Add(p, c.offset))
		}
	}
}

// readAll reads the element that the decoder is at into the struct at p.
func (s *fieldSet) readAll(d *Decoder, tab *Table, p unsafe.Pointer) {
	d.Begin((*wire.Extra)(unsafe.Add(p, s.extra)))
	if s.plain {
		s.next(d, tab, p)
		return
	}
	if len(s.attrs) > 0 || s.anyAttr > 0 {
		s.readAttrs(d, tab, p)
	}
	switch {
	case s.text != nil:
		s.text.read(d, unsafe.Add(p, s.text.offset))
	case s.mixed != nil:
		s.mixed.read(d, p)
	default:
		s.next(d, tab, p)
	}
}

// writeAll writes the attributes and the content of the struct at p.
func (s *fieldSet) writeAll(e *Encoder, p unsafe.Pointer) {
	e.Begin((*wire.Extra)(unsafe.Add(p, s.extra)))
	if s.plain {
		s.write(e, p)
		return
	}
	for i := range s.groups {
		s.groups[i].write(e, unsafe.Add(p, s.groups[i].offset))
	}
	if n := len(s.attrNames); n > 0 {
		s.writeAttrs(e, p, 0, n-1)
	}
	if s.anyAttr > 0 {
		e.Attrs(*(*[]wire.Attr)(unsafe.Add(p, s.anyAttr-1)))
	}
	if s.text != nil {
		s.text.text(e, unsafe.Add(p, s.text.offset))
	}
	s.write(e, p)
}
