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
	defaults        []int         // those of attrs that have one
	skipped         []uintptr     // 1 + the offset of each of attrs that is not written where it is nil, 0 for others
	text            *fieldCodec   // of simple content
	mixed           *mixedType    // of mixed content that the table says all of
	content         []contentStep // the fields of the content, in the order in which they are written
	groups          []groupStep
	known           *entries
	attrNames       []Name  // as the table has them
	plain           bool    // there are no attributes, and content of elements alone
	id              int     // from 0, for what an encoder remembers of it
	extra           uintptr // the offset of XMLExtra
	anyAttr         uintptr // 1 + that of the attributes that a wildcard admits, 0 for none
	anyIndex        int     // which the wildcard has
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

// fieldSets is how many there are.
var fieldSets atomic.Int32

// fields returns the table's field set. v is a pointer to the struct.
func (t *Table) fields(v any) *fieldSet {
	if s := (*fieldSet)(atomic.LoadPointer(&t.set)); s != nil {
		return s
	}
	of, x, a := reflect.TypeOf(v).Elem(), t.entries(), t.attrs()
	s := &fieldSet{elements: codecsOf(t.Fields, nil, t.children(), of), attrs: codecsOf(a.AttrFields, a.Defaults, len(x.attrs), of)}
	s.known, s.attrNames, s.id = x, x.attrs, int(fieldSets.Add(1))-1
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
		if def, c := x.elements[i].Name.Default, &s.elements[i]; def != nil && c.read != nil {
			read := c.read
			c.single, c.how = nil, byRead
			c.read = func(d *Decoder, p unsafe.Pointer) {
				d.defaultOf(def)
				read(d, p)
			}
		}
	}
	if t.Groups != "" {
		s.attrs = append(s.attrs, fieldCodec{}) // of AnyAttr
		groups := &attrGroups{need: a.NeedAttrs}
		s.embed(groups, t, of, 0)
		atomic.StorePointer(&t.groups, unsafe.Pointer(groups))
	}
	s.addContent(t, of)
	s.plain = len(s.attrs) == 0 && s.anyAttr == 0 && len(s.groups) == 0 && s.text == nil && s.mixed == nil
	atomic.StorePointer(&t.set, unsafe.Pointer(s))
	return s
}

// children returns how many indexes of children a table has: the elements first, then the wildcards.
func (t *Table) children() int {
	n := len(t.entries().elements)
	for i := range t.Wildcards {
		n = max(n, t.Wildcards[i].Index+1)
	}
	return n
}

// tableKinds are the kinds of fields that need more than their own type and their word: none, mixed content, others, items, raw
// nodes, choices, groups, slots, further attributes.
const tableKinds = "\x00mxlwcgpa"

// codecsOf reads a description: for each entry of the table the number of its field in the struct with the letter of a
// kind and the mark of a shape, or "-" for one that generated code sees to. defaults are the texts of those with defaults.
func codecsOf(text string, defaults []string, n int, of reflect.Type) []fieldCodec {
	list := make([]fieldCodec, n)
	for i, f := range fieldsOf(text, of) {
		if strings.IndexByte(tableKinds, f.kind) >= 0 {
			continue
		}
		c := codecOf(f.field.Type, f.kind, f.shape)
		c.offset, c.optional = f.field.Offset, f.shape == '?' && f.field.Type.Kind() == reflect.Pointer
		if f.filled {
			c.absent, defaults = newAttrDefault(defaults[0], f.fixed, f.field.Type.Elem(), f.kind), defaults[1:]
		}
		if c.object != nil && (f.shape == '.' || f.shape == '?') {
			c.single = c.object
		}
		c.how = howOf(f.kind, f.shape)
		list[i] = c
	}
	return list
}

// NextField is [Decoder.Next] for a struct whose table describes simple fields: those are read into v, a pointer to the
// struct, and it returns the index of the next child that is none of them.
func (d *Decoder) NextField(tab *Table, v any) int {
	return tab.fields(v).next(d, tab, pointerOf(v))
}

// how is how a value of the most usual kinds is read.
type how uint8

const (
	byRead how = iota
	readString
	readOptString
	readOptBool
)

func howOf(kind, shape byte) how {
	switch string([]byte{kind, shape}) {
	case "s.":
		return readString
	case "s?":
		return readOptString
	case "b?":
		return readOptBool
	}
	return byRead
}

// next reads fields of the struct at p, up to a child that is none.
func (s *fieldSet) next(d *Decoder, tab *Table, p unsafe.Pointer) int {
	for {
		i := miss
		if d.state == inContent {
			i = d.quickIn(tab, s.known)
		}
		if i == miss {
			i = d.nextSlow(tab)
		}
		if uint(i) >= uint(len(s.elements)) {
			return i
		}
		c := &s.elements[i]
		if c.read == nil {
			return i
		}
		to := unsafe.Add(p, c.offset)
		if o := c.single; o != nil {
			if c.optional {
				v := reflect.New(o.of).UnsafePointer()
				*(*unsafe.Pointer)(to) = v
				to = v
			}
			o.read(d, to)
			continue
		}
		switch c.how {
		case readString:
			if b, ok := d.value(); ok {
				*(*string)(to) = d.arena.text(b)
			}
		case readOptString:
			if b, ok := d.value(); ok {
				*(**string)(to) = d.arena.newString(b)
			}
		case readOptBool:
			if v, ok := boolValue[bool](d); ok {
				*(**bool)(to) = newSmall(&d.arena, v)
			}
		default:
			c.read(d, to)
		}
	}
}

// AttrField is the same for attributes, with [Decoder.Attr].
func (d *Decoder) AttrField(tab *Table, v any) int {
	return tab.fields(v).readAttrs(d, tab, pointerOf(v))
}

// readAttrs reads attributes of the struct at p, up to one that the table does not describe.
func (s *fieldSet) readAttrs(d *Decoder, tab *Table, p unsafe.Pointer) int {
	i := d.Attr(tab)
	for ; i != End; i = d.Attr(tab) {
		if i == s.anyIndex && s.anyAttr > 0 {
			list := (*[]wire.Attr)(unsafe.Add(p, s.anyAttr-1))
			*list = append(*list, d.RawAttr())
			continue
		}
		if uint(i) >= uint(len(s.attrs)) || s.attrs[i].read == nil {
			return i
		}
		s.attrs[i].read(d, unsafe.Add(p, s.attrs[i].offset))
	}
	if len(s.defaults) > 0 {
		d.fillAttrs(tab, s, p)
	}
	return End
}

// AttrFields writes the simple fields of v, a pointer to a struct, for the attributes of its table from the index first to
// last.
func (e *Encoder) AttrFields(tab *Table, v any, first, last int) {
	tab.fields(v).writeAttrs(e, pointerOf(v), first, last)
}

// writeAttrs writes the attributes from the index first to last of the struct at p.
func (s *fieldSet) writeAttrs(e *Encoder, p unsafe.Pointer, first, last int) {
	attrs := s.attrNames
	for i := first; i <= last; i++ {
		if offset := s.skipped[i]; offset > 0 && e.kept == nil && *(*unsafe.Pointer)(unsafe.Add(p, offset-1)) == nil {
			continue
		}
		c := &s.attrs[i]
		at := unsafe.Add(p, c.offset)
		if c.absent != nil && (c.absent.settled(e, &attrs[i], at) || *(*unsafe.Pointer)(at) == nil && e.kept == nil) {
			continue
		}
		c.write(e, &attrs[i], at)
	}
}
