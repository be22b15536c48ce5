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
		groups.list = append(groups.list, attrGroup{at, own.Attrs})
		groups.need |= own.NeedAttrs << at
		for i, c := range codecsOf(own.AttrFields, len(own.Attrs), f.Type) {
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

// fieldCodec is a field of a simple type. Types of one layout share functions, whatever they are called.
type fieldCodec struct {
	offset   uintptr
	optional bool // a pointer, nil where the field is absent
	def      *Default
	read     func(*Decoder, unsafe.Pointer)
	write    func(*Encoder, *Name, unsafe.Pointer)
}

// fields returns the table's field set. v is a pointer to the struct.
func (t *Table) fields(v any) *fieldSet {
	if s := (*fieldSet)(atomic.LoadPointer(&t.set)); s != nil {
		return s
	}
	of := reflect.TypeOf(v).Elem()
	s := &fieldSet{elements: codecsOf(t.Fields, len(t.Elements), of), attrs: codecsOf(t.AttrFields, len(t.Attrs), of)}
	for i := range t.Elements {
		s.elements[i].def = t.Elements[i].Name.Default
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
// kind and the mark of a shape, or "-" for one that generated code sees to.
func codecsOf(text string, n int, of reflect.Type) []fieldCodec {
	list := make([]fieldCodec, n)
	for i, f := range fieldsOf(text, of) {
		if f.kind == 0 || f.kind == 'm' {
			continue
		}
		list[i] = codecOf(f.field.Type, f.kind, f.shape)
		list[i].offset, list[i].optional = f.field.Offset, f.shape == '?'
	}
	return list
}

// codecOf returns the functions of a kind of field: '.' marks one that is required, '?' optional, '*' repeated.
func codecOf(t reflect.Type, kind, shape byte) fieldCodec {
	if shape != '.' {
		t = t.Elem()
	}
	if kind == 'b' && t.Kind() != reflect.Bool || isTextKind(kind) && t.Kind() != reflect.String {
		panic("codec: a table of generated code has the kind " + string(kind) + " for the type " + t.String())
	}
	switch kind {
	case 'o':
		return objectCodec(t, shape)
	case 's':
		return stringCodec(ReadString[string], ReadOptString[string], ReadStrings[string]).of(shape)
	case 'n':
		return stringCodec(ReadNormalized[string], ReadOptNormalized[string], ReadNormalizeds[string]).of(shape)
	case 't':
		return stringCodec(ReadToken[string], ReadOptToken[string], ReadTokens[string]).of(shape)
	case 'e':
		return stringCodec(ReadEnum[string], ReadOptEnum[string], ReadEnums[string]).of(shape)
	case 'b':
		return kindCodec[bool]{
			ReadBool[bool], ReadOptBool[bool], ReadBools[bool], WriteBoolAttr[bool], WriteOptBoolAttr[bool],
		}.of(shape)
	}
	switch t.Kind() {
	case reflect.Int8:
		return intCodec[int8]().of(shape)
	case reflect.Int16:
		return intCodec[int16]().of(shape)
	case reflect.Int32:
		return intCodec[int32]().of(shape)
	case reflect.Int64:
		return intCodec[int64]().of(shape)
	case reflect.Uint8:
		return uintCodec[uint8]().of(shape)
	case reflect.Uint16:
		return uintCodec[uint16]().of(shape)
	case reflect.Uint32:
		return uintCodec[uint32]().of(shape)
	case reflect.Uint64:
		return uintCodec[uint64]().of(shape)
	case reflect.Float32:
		return floatCodec[float32]().of(shape)
	case reflect.Float64:
		return floatCodec[float64]().of(shape)
	}
	panic("codec: a table of generated code has the kind " + string(kind) + " for the type " + t.String())
}

// objectCodec returns the functions of a field that is a struct, or a pointer to one. A value of the interface is made out
// of an empty one of the same type.
func objectCodec(t reflect.Type, shape byte) fieldCodec {
	empty := reflect.Zero(reflect.PointerTo(t)).Interface().(Object)
	object := func(p unsafe.Pointer) Object {
		x := empty
		(*itemWords)(unsafe.Pointer(&x)).value = p
		return x
	}
	switch shape {
	case '.':
		return fieldCodec{read: func(d *Decoder, p unsafe.Pointer) { d.Object(object(p)) }}
	case '*':
		return fieldCodec{read: func(d *Decoder, p unsafe.Pointer) { d.Object(object(extend(p, t))) }}
	}
	return fieldCodec{read: func(d *Decoder, p unsafe.Pointer) {
		v := reflect.New(t).UnsafePointer()
		*(*unsafe.Pointer)(p) = v
		d.Object(object(v))
	}}
}

// kindCodec has the functions of one kind of value.
type kindCodec[T any] struct {
	readOne  func(*Decoder, *T)
	readOpt  func(*Decoder, **T)
	readMany func(*Decoder, *[]T)
	writeOne func(*Encoder, *Name, T) // as an attribute
	writeOpt func(*Encoder, *Name, *T)
}

func stringCodec(one func(*Decoder, *string), opt func(*Decoder, **string), many func(*Decoder, *[]string)) kindCodec[string] {
	return kindCodec[string]{one, opt, many, WriteStringAttr[string], WriteOptStringAttr[string]}
}

func intCodec[T Signed]() kindCodec[T] {
	return kindCodec[T]{ReadInt[T], ReadOptInt[T], ReadInts[T], WriteIntAttr[T], WriteOptIntAttr[T]}
}

func uintCodec[T Unsigned]() kindCodec[T] {
	return kindCodec[T]{ReadUint[T], ReadOptUint[T], ReadUints[T], WriteUintAttr[T], WriteOptUintAttr[T]}
}

func floatCodec[T Floating]() kindCodec[T] {
	return kindCodec[T]{ReadFloat[T], ReadOptFloat[T], ReadFloats[T], WriteFloatAttr[T], WriteOptFloatAttr[T]}
}

// asRead returns the function for pointers that have lost their type: a pointer is passed in one way, whatever it points to.
func asRead[T any](read func(*Decoder, *T)) func(*Decoder, unsafe.Pointer) {
	return *(*func(*Decoder, unsafe.Pointer))(unsafe.Pointer(&read))
}

// of picks the functions for a shape.
func (k kindCodec[T]) of(shape byte) fieldCodec {
	switch shape {
	case '.':
		return fieldCodec{
			read:  asRead(k.readOne),
			write: func(e *Encoder, n *Name, p unsafe.Pointer) { k.writeOne(e, n, *(*T)(p)) },
		}
	case '?':
		return fieldCodec{
			read:  asRead(k.readOpt),
			write: func(e *Encoder, n *Name, p unsafe.Pointer) { k.writeOpt(e, n, *(**T)(p)) },
		}
	}
	return fieldCodec{read: asRead(k.readMany)}
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
	if len(tab.Attrs) > 0 || tab.Groups != "" {
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
	if i == End {
		return i
	}
	set, p := tab.fields(v), pointerOf(v)
	for ; uint(i) < uint(len(set.attrs)); i = d.Attr(tab) {
		c := &set.attrs[i]
		if c.read == nil {
			return i
		}
		c.read(d, unsafe.Add(p, c.offset))
	}
	return i
}

// AttrFields writes the simple fields of v, a pointer to a struct, for the attributes of its table from the index first to
// last.
func (e *Encoder) AttrFields(tab *Table, v any, first, last int) {
	set, p := tab.fields(v), pointerOf(v)
	for i := first; i <= last; i++ {
		c := &set.attrs[i]
		at := unsafe.Add(p, c.offset)
		if c.optional && *(*unsafe.Pointer)(at) == nil && e.kept == nil {
			continue
		}
		c.write(e, &tab.Attrs[i], at)
	}
}
