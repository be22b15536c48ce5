package codec

import (
	"encoding"
	"reflect"
	"unsafe"
)

// fieldCodec is a field of a simple type. Types of one layout share functions, whatever they are called.
type fieldCodec struct {
	offset   uintptr
	optional bool // a pointer, nil where the field is absent
	repeated bool // a slice
	check    *fieldCheck
	object   func(unsafe.Pointer) Object // of a struct, what has its methods
	size     uintptr                     // of that struct
	def      *Default
	absent   *attrDefault
	read     func(*Decoder, unsafe.Pointer)
	write    func(*Encoder, *Name, unsafe.Pointer)
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
	case 'v':
		return valueCodec(t, shape)
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
	c := fieldCodec{object: object, size: t.Size()}
	switch shape {
	case '.':
		c.read = func(d *Decoder, p unsafe.Pointer) { d.Object(object(p)) }
	case '*':
		c.read = func(d *Decoder, p unsafe.Pointer) { d.Object(object(extend(p, t))) }
	default:
		c.read = func(d *Decoder, p unsafe.Pointer) {
			v := reflect.New(t).UnsafePointer()
			*(*unsafe.Pointer)(p) = v
			d.Object(object(v))
		}
	}
	return c
}

// textValue is a value that reads and writes its text.
type textValue interface {
	encoding.TextAppender
	encoding.TextUnmarshaler
}

// valueCodec returns the functions of a field of values that read and write themselves.
func valueCodec(t reflect.Type, shape byte) fieldCodec {
	empty := reflect.Zero(reflect.PointerTo(t)).Interface().(textValue)
	zero := reflect.New(t).Interface().(textValue)
	value := func(p unsafe.Pointer) textValue {
		x := empty
		(*itemWords)(unsafe.Pointer(&x)).value = p
		return x
	}
	switch shape {
	case '.':
		return fieldCodec{
			read: func(d *Decoder, p unsafe.Pointer) { d.Value(value(p)) },
			write: func(e *Encoder, n *Name, p unsafe.Pointer) {
				if v := value(p); e.kept == nil || !isTextOf(v, zero) || !e.writeEmptyAttr(n) {
					e.ValueAttr(n, v)
				}
			},
		}
	case '?':
		return fieldCodec{
			read: func(d *Decoder, p unsafe.Pointer) {
				if v := reflect.New(t).UnsafePointer(); d.Value(value(v)) {
					*(*unsafe.Pointer)(p) = v
				}
			},
			write: func(e *Encoder, n *Name, p unsafe.Pointer) {
				if p = *(*unsafe.Pointer)(p); p == nil {
					e.missingAttr(n)
				} else {
					e.ValueAttr(n, value(p))
				}
			},
		}
	}
	return fieldCodec{read: func(d *Decoder, p unsafe.Pointer) {
		if v := reflect.New(t); d.Value(v.Interface().(textValue)) {
			reflect.NewAt(t, extend(p, t)).Elem().Set(v.Elem())
		}
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
