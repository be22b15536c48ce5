package codec

import (
	"unsafe"

	"github.com/wbxgen/wbxgen/wire"
)

// slotCodec is a [FieldSlot] that knows how fields of it are read and written.
type slotCodec interface {
	codec(shape byte) fieldCodec
}

// codec returns the functions of a field of the slot.
func (s *Slot[T]) codec(shape byte) fieldCodec {
	switch shape {
	case '*':
		return fieldCodec{
			read: func(d *Decoder, p unsafe.Pointer) { ReadSlots(d, (*[]T)(p), s) },
			put:  func(e *Encoder, n *Name, p unsafe.Pointer) { WriteSlots(e, n, *(*[]T)(p), s) },
		}
	case '~':
		return fieldCodec{
			read: func(d *Decoder, p unsafe.Pointer) { ReadNillableSlot(d, (*wire.Nillable[T])(p), s) },
			put:  func(e *Encoder, n *Name, p unsafe.Pointer) { WriteNillableSlot(e, n, *(*wire.Nillable[T])(p), s) },
		}
	case '%':
		return fieldCodec{
			read: func(d *Decoder, p unsafe.Pointer) { ReadNillableSlots(d, (*[]wire.Nillable[T])(p), s) },
			put:  func(e *Encoder, n *Name, p unsafe.Pointer) { WriteNillableSlots(e, n, *(*[]wire.Nillable[T])(p), s) },
		}
	}
	return fieldCodec{
		read: func(d *Decoder, p unsafe.Pointer) { ReadSlot(d, (*T)(p), s) },
		put:  func(e *Encoder, n *Name, p unsafe.Pointer) { WriteSlot(e, n, *(*T)(p), s) },
	}
}
