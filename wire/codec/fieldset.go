package codec

import (
	"reflect"
	"strconv"
	"strings"
	"sync/atomic"
	"unsafe"

	"github.com/wbxgen/wbxgen/wire"
)

// fieldSet says how the simple fields of a struct are read and written, by the index in its table. It is made when it is
// first needed, out of the type of the struct and what its table says.
type fieldSet struct {
	elements, attrs []fieldCodec
	defaults        []int     // those of attrs that have one
	skipped         []uintptr // 1 + the offset of each of attrs that is not written where it is nil, 0 for others
}

// embed adds the groups of a table to a field set. of is the struct that the table is of, at offset in the one of the set.
func (s *fieldSet) embed(groups *attrGroups, t *Table, of reflect.Type, offset uintptr) {
	for word := range strings.FieldsSeq(t.Groups) {
		number, err := strconv.Atoi(word)
		if err != nil {
			panic("codec: a table of generated code is wrong: " + t.Groups)
		}
		f := of.Field(number)
		group := reflect.Zero(reflect.PointerTo(f.Type)).Interface().(AttrGroup)
		own, at := group.XMLAttrs(), len(s.attrs)
		groups.list = append(groups.list, attrGroup{at, own.entries().attrs})
		groups.need |= own.NeedAttrs << at
		for i, c := range codecsOf(own.AttrFields, own.Defaults, len(own.entries().attrs), f.Type) {
			if c.read == nil {
				c.read = groupReader(group.(attrReader), i)
			}
			c.offset += offset + f.Offset
			s.attrs = append(s.attrs, c)
		}
		s.embed(groups, own, f.Type, offset+f.Offset)
	}
}

// attrReader reads those attributes of a group that its table does not describe.
type attrReader interface {
	DecodeXMLAttr(d *Decoder, i int)
}

// groupReader returns what reads the attribute i of a group. A value of the interface is made out of an empty one of the
// same type.
func groupReader(empty attrReader, i int) func(*Decoder, unsafe.Pointer) {
	return func(d *Decoder, p unsafe.Pointer) {
		x := empty
		(*itemWords)(unsafe.Pointer(&x)).value = p
		x.DecodeXMLAttr(d, i)
	}
}

// fields returns the table's field set. v is a pointer to the struct.
func (t *Table) fields(v any) *fieldSet {
	if s := (*fieldSet)(atomic.LoadPointer(&t.set)); s != nil {
		return s
	}
	of, x := reflect.TypeOf(v).Elem(), t.entries()
	s := &fieldSet{elements: codecsOf(t.Fields, nil, len(x.elements), of), attrs: codecsOf(t.AttrFields, t.Defaults, len(x.attrs), of)}
	for i := range s.attrs {
		if s.attrs[i].absent != nil {
			s.defaults = append(s.defaults, i)
		}
	}
	s.skipped = make([]uintptr, len(s.attrs))
	for i := range s.attrs {
		if c := &s.attrs[i]; c.optional && c.absent == nil {
			s.skipped[i] = 1 + c.offset
		}
	}
	for i := range x.elements {
		s.elements[i].def = x.elements[i].Name.Default
	}
	if t.Groups != "" {
		s.attrs = append(s.attrs, fieldCodec{}) // of AnyAttr
		groups := &attrGroups{need: t.NeedAttrs}
		s.embed(groups, t, of, 0)
		atomic.StorePointer(&t.groups, unsafe.Pointer(groups))
	}
	atomic.StorePointer(&t.set, unsafe.Pointer(s))
	return s
}

// codecsOf reads a description: for each entry of the table the number of its field in the struct with the letter of a
// kind and the mark of a shape, or "-" for one that generated code sees to. defaults are the texts of those with defaults.
func codecsOf(text string, defaults []string, n int, of reflect.Type) []fieldCodec {
	list := make([]fieldCodec, n)
	for i, f := range fieldsOf(text, of) {
		if f.kind == 0 || f.kind == 'm' || f.kind == 'x' {
			continue
		}
		c := codecOf(f.field.Type, f.kind, f.shape)
		c.offset, c.optional, c.repeated = f.field.Offset, f.shape == '?', f.shape == '*'
		if f.filled {
			c.absent, defaults = newAttrDefault(defaults[0], f.fixed, f.field.Type.Elem(), f.kind), defaults[1:]
		}
		if f.checked {
			c.check = newFieldCheck(f.field.Type, f.shape)
		}
		list[i] = c
	}
	return list
}

// NextField is [Decoder.Next] for a struct whose table describes simple fields: those are read into v, a pointer to the
// struct, and it returns the index of the next child that is none of them.
func (d *Decoder) NextField(tab *Table, v any) int {
	set, p := tab.fields(v), pointerOf(v)
	for {
		i := miss
		if d.state == inContent {
			i = d.quick(tab)
		}
		if i == miss {
			i = d.nextSlow(tab)
		}
		if uint(i) >= uint(len(set.elements)) {
			return i
		}
		c := &set.elements[i]
		if c.read == nil {
			return i
		}
		if c.def != nil {
			d.defaultOf(c.def)
		}
		c.read(d, unsafe.Add(p, c.offset))
	}
}

// Struct reads the element that the decoder is at into v, a pointer to a struct of simple fields alone, or with mixed content.
func (d *Decoder) Struct(tab *Table, x *wire.Extra, v any) error {
	d.Begin(x)
	if len(tab.entries().attrs) > 0 || tab.Groups != "" {
		d.AttrField(tab, v)
	}
	if m := tab.mixedType(v); m != nil {
		m.read(d, pointerOf(v))
	} else {
		d.NextField(tab, v)
	}
	return d.err
}

// AttrField is the same for attributes, with [Decoder.Attr].
func (d *Decoder) AttrField(tab *Table, v any) int {
	if tab.Groups != "" {
		tab.fields(v) // which knows their names
	}
	i := d.Attr(tab)
	set, p := tab.fields(v), pointerOf(v)
	for ; uint(i) < uint(len(set.attrs)); i = d.Attr(tab) {
		c := &set.attrs[i]
		if c.read == nil {
			return i
		}
		c.read(d, unsafe.Add(p, c.offset))
	}
	if i == End && len(set.defaults) > 0 {
		d.fillAttrs(tab, set, p)
	}
	return i
}

// AttrFields writes the simple fields of v, a pointer to a struct, for the attributes of its table from the index first to
// last.
func (e *Encoder) AttrFields(tab *Table, v any, first, last int) {
	set, p, attrs := tab.fields(v), pointerOf(v), tab.entries().attrs
	for i := first; i <= last; i++ {
		if offset := set.skipped[i]; offset > 0 && e.kept == nil && *(*unsafe.Pointer)(unsafe.Add(p, offset-1)) == nil {
			continue
		}
		c := &set.attrs[i]
		at := unsafe.Add(p, c.offset)
		if c.absent != nil && (c.absent.settled(e, &attrs[i], at) || *(*unsafe.Pointer)(at) == nil && e.kept == nil) {
			continue
		}
		c.write(e, &attrs[i], at)
	}
}

// Fields writes the structs that are fields of v, a pointer to a struct, for the elements of its table from the index first
// to last.
func (e *Encoder) Fields(tab *Table, v any, first, last int) {
	set, p, elements := tab.fields(v), pointerOf(v), tab.entries().elements
	for i := first; i <= last; i++ {
		c := &set.elements[i]
		at, name := unsafe.Add(p, c.offset), &elements[i].Name
		switch {
		case c.repeated:
			list := (*sliceWords)(at)
			for n := range uintptr(list.len) {
				e.Object(name, c.object(unsafe.Add(list.data, n*c.size)))
			}
		case !c.optional:
			e.Object(name, c.object(at))
		case *(*unsafe.Pointer)(at) != nil:
			e.Object(name, c.object(*(*unsafe.Pointer)(at)))
		}
	}
}
