package codec

import (
	"encoding"
	"reflect"
	"unsafe"

	"github.com/wbxgen/wbxgen/wire"
)

// fieldCodec is a field of a simple type. Types of one layout share functions, whatever they are called.
type fieldCodec struct {
	offset   uintptr
	optional bool // a pointer, nil where the field is absent
	absent   *attrDefault
	read     func(*Decoder, unsafe.Pointer)
	write    func(*Encoder, *Name, unsafe.Pointer) // as an attribute
	put      func(*Encoder, *Name, unsafe.Pointer) // as a child, or what the field has of the content
	text     func(*Encoder, unsafe.Pointer)        // as the text of an element with simple content
	single   *structType                           // of one struct, or a pointer to one, without a default: read does no more than its read
	object   *structType                           // of a struct
	how      how                                   // what read does, where fieldSet.next does it without a call of it
}

// codecOf returns the functions of a kind of field: '.' marks one that is required, '?' optional, '*' repeated, '~' nillable,
// '%' nillable and repeated, '+' a list.
func codecOf(t reflect.Type, kind, shape byte) fieldCodec {
	switch kind {
	case 'k':
		return secretCodec(ReadSecret, ReadSecrets, shape)
	case 'j':
		return secretCodec(ReadSecretToken, ReadSecretTokens, shape)
	case 'y':
		return base64Codec.ofSlice(shape)
	case 'h':
		return hexCodec.ofSlice(shape)
	}
	t = valueType(t, shape)
	if kind == 'b' && t.Kind() != reflect.Bool || isTextKind(kind) && t.Kind() != reflect.String {
		panic("codec: a table of generated code has the kind " + string(kind) + " for the type " + t.String())
	}
	switch kind {
	case 'o':
		return objectOf(t).codec(shape)
	case 'r':
		return rawObject(t).codec(shape)
	case 'q':
		return qnameCodec.of(shape)
	case 'v':
		return valueCodec(t, shape)
	case 's':
		return stringCodec(ReadString[string], ReadOptString[string], ReadStrings[string]).of(shape)
	case 'n':
		return stringCodec(ReadNormalized[string], ReadOptNormalized[string], ReadNormalizeds[string]).of(shape)
	case 't':
		return stringCodec(ReadToken[string], ReadOptToken[string], ReadTokens[string]).of(shape)
	case 'e':
		k := stringCodec(ReadEnum[string], ReadOptEnum[string], ReadEnums[string])
		k.readList = ReadEnumList[string]
		return k.of(shape)
	case 'b':
		return kindCodec[bool]{
			ReadBool[bool], ReadOptBool[bool], ReadBools[bool], WriteBoolAttr[bool], WriteOptBoolAttr[bool],
			WriteBool[bool], WriteOptBool[bool], WriteBools[bool], WriteBoolText[bool],
			ReadBoolList[bool], WriteBoolListAttr[bool], WriteBoolList[bool], WriteBoolListText[bool],
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

// valueType returns the type of one value of a field of type t.
func valueType(t reflect.Type, shape byte) reflect.Type {
	switch shape {
	case '.':
		return t
	case '~':
		return t.Field(0).Type.Elem()
	case '%':
		return t.Elem().Field(0).Type.Elem()
	}
	return t.Elem()
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
			put: func(e *Encoder, n *Name, p unsafe.Pointer) {
				if v := value(p); e.kept == nil || !isTextOf(v, zero) || !e.writeEmpty(n) {
					e.Value(n, v)
				}
			},
			text: func(e *Encoder, p unsafe.Pointer) {
				if v := value(p); e.kept == nil || !isTextOf(v, zero) || empties(e.kept, &contentName) == 0 {
					e.ValueText(v)
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
			put: func(e *Encoder, n *Name, p unsafe.Pointer) {
				if p = *(*unsafe.Pointer)(p); p == nil {
					e.missing(n)
				} else {
					e.Value(n, value(p))
				}
			},
		}
	}
	list := reflect.SliceOf(t)
	return fieldCodec{
		read: func(d *Decoder, p unsafe.Pointer) {
			if v := reflect.New(t); d.Value(v.Interface().(textValue)) {
				reflect.NewAt(t, extend(p, list)).Elem().Set(v.Elem())
			}
		},
		put: func(e *Encoder, n *Name, p unsafe.Pointer) {
			list := (*sliceWords)(p)
			for i := range uintptr(list.len) {
				e.Value(n, value(unsafe.Add(list.data, i*t.Size())))
			}
			e.missingEach(n)
		},
	}
}

// kindCodec has the functions of one kind of value.
type kindCodec[T any] struct {
	readOne  func(*Decoder, *T)
	readOpt  func(*Decoder, **T)
	readMany func(*Decoder, *[]T)
	writeOne func(*Encoder, *Name, T) // as an attribute
	writeOpt func(*Encoder, *Name, *T)
	putOne   func(*Encoder, *Name, T) // as a child
	putOpt   func(*Encoder, *Name, *T)
	putMany  func(*Encoder, *Name, []T)
	text     func(*Encoder, T) // as the text of an element with simple content

	readList  func(*Decoder, *[]T)
	writeList func(*Encoder, *Name, []T)
	putList   func(*Encoder, *Name, []T)
	textList  func(*Encoder, []T)
}

func stringCodec(one func(*Decoder, *string), opt func(*Decoder, **string), many func(*Decoder, *[]string)) kindCodec[string] {
	return kindCodec[string]{
		one, opt, many, WriteStringAttr[string], WriteOptStringAttr[string],
		WriteString[string], WriteOptString[string], WriteStrings[string], WriteStringText[string],
		ReadStringList[string], WriteStringListAttr[string], WriteStringList[string], WriteStringListText[string],
	}
}

func intCodec[T Signed]() kindCodec[T] {
	return kindCodec[T]{
		ReadInt[T], ReadOptInt[T], ReadInts[T], WriteIntAttr[T], WriteOptIntAttr[T],
		WriteInt[T], WriteOptInt[T], WriteInts[T], WriteIntText[T],
		ReadIntList[T], WriteIntListAttr[T], WriteIntList[T], WriteIntListText[T],
	}
}

func uintCodec[T Unsigned]() kindCodec[T] {
	return kindCodec[T]{
		ReadUint[T], ReadOptUint[T], ReadUints[T], WriteUintAttr[T], WriteOptUintAttr[T],
		WriteUint[T], WriteOptUint[T], WriteUints[T], WriteUintText[T],
		ReadUintList[T], WriteUintListAttr[T], WriteUintList[T], WriteUintListText[T],
	}
}

func floatCodec[T Floating]() kindCodec[T] {
	return kindCodec[T]{
		ReadFloat[T], ReadOptFloat[T], ReadFloats[T], WriteFloatAttr[T], WriteOptFloatAttr[T],
		WriteFloat[T], WriteOptFloat[T], WriteFloats[T], WriteFloatText[T],
		ReadFloatList[T], WriteFloatListAttr[T], WriteFloatList[T], WriteFloatListText[T],
	}
}

// The codecs of kinds that have one type.
var (
	base64Codec = kindCodec[[]byte]{
		readOne: ReadBase64[[]byte], readMany: ReadBase64s[[]byte],
		writeOne: WriteBase64Attr[[]byte], putOne: WriteBase64[[]byte], putMany: WriteBase64s[[]byte], text: WriteBase64Text[[]byte],
		readList: ReadBase64List[[]byte], writeList: WriteBase64ListAttr[[]byte], putList: WriteBase64List[[]byte], textList: WriteBase64ListText[[]byte],
	}
	hexCodec = kindCodec[[]byte]{
		readOne: ReadHex[[]byte], readMany: ReadHexs[[]byte],
		writeOne: WriteHexAttr[[]byte], putOne: WriteHex[[]byte], putMany: WriteHexs[[]byte], text: WriteHexText[[]byte],
		readList: ReadHexList[[]byte], writeList: WriteHexListAttr[[]byte], putList: WriteHexList[[]byte], textList: WriteHexListText[[]byte],
	}
	qnameCodec = kindCodec[wire.QName]{
		ReadQName, ReadOptQName, ReadQNames, WriteQNameAttr, WriteOptQNameAttr,
		WriteQName, WriteOptQName, WriteQNames, WriteQNameText,
		ReadQNameList, WriteQNameListAttr, WriteQNameList, WriteQNameListText,
	}
)

// ofSlice is of for values that are nil where they are absent, so that an optional one needs no pointer.
func (k kindCodec[T]) ofSlice(shape byte) fieldCodec {
	if shape == '?' {
		shape = '.'
	}
	return k.of(shape)
}

// secretCodec returns the functions of a field of secrets, which need no pointer either.
func secretCodec(one func(*Decoder, *wire.Secret), many func(*Decoder, *[]wire.Secret), shape byte) fieldCodec {
	k := kindCodec[wire.Secret]{
		readOne: one, readMany: many, writeOne: WriteSecretAttr, putOne: WriteSecret, putMany: WriteSecrets, text: WriteSecretText,
	}
	if shape == '?' {
		k.writeOne, k.putOne = WriteOptSecretAttr, WriteOptSecret
	}
	return k.ofSlice(shape)
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
			put:   func(e *Encoder, n *Name, p unsafe.Pointer) { k.putOne(e, n, *(*T)(p)) },
			text:  func(e *Encoder, p unsafe.Pointer) { k.text(e, *(*T)(p)) },
		}
	case '?':
		return fieldCodec{
			read:  asRead(k.readOpt),
			write: func(e *Encoder, n *Name, p unsafe.Pointer) { k.writeOpt(e, n, *(**T)(p)) },
			put:   func(e *Encoder, n *Name, p unsafe.Pointer) { k.putOpt(e, n, *(**T)(p)) },
		}
	case '+':
		return fieldCodec{
			read:  asRead(k.readList),
			write: func(e *Encoder, n *Name, p unsafe.Pointer) { k.writeList(e, n, *(*[]T)(p)) },
			put:   func(e *Encoder, n *Name, p unsafe.Pointer) { k.putList(e, n, *(*[]T)(p)) },
			text:  func(e *Encoder, p unsafe.Pointer) { k.textList(e, *(*[]T)(p)) },
		}
	case '~':
		return fieldCodec{
			read: func(d *Decoder, p unsafe.Pointer) { ReadNillable(d, (*wire.Nillable[T])(p), k.readOne) },
			put:  func(e *Encoder, n *Name, p unsafe.Pointer) { WriteNillable(e, n, *(*wire.Nillable[T])(p), k.putOne) },
		}
	case '%':
		return fieldCodec{
			read: func(d *Decoder, p unsafe.Pointer) { ReadNillables(d, (*[]wire.Nillable[T])(p), k.readOne) },
			put:  func(e *Encoder, n *Name, p unsafe.Pointer) { WriteNillables(e, n, *(*[]wire.Nillable[T])(p), k.putOne) },
		}
	}
	return fieldCodec{
		read: asRead(k.readMany),
		put:  func(e *Encoder, n *Name, p unsafe.Pointer) { k.putMany(e, n, *(*[]T)(p)) },
	}
}
