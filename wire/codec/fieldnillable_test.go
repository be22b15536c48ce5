package codec

import (
	"reflect"
	"sync"
	"unsafe"
)

// readField reads the current child into a field.
func readField[T any](d *Decoder, p *T, kind, shape byte) {
	c := codecOf(reflect.TypeFor[T](), kind, shape)
	c.read(d, unsafe.Pointer(p))
}

// writeField writes what a field holds.
func writeField[T any](e *Encoder, n *Name, v *T, kind, shape byte) {
	fieldsLock.Lock()
	defer fieldsLock.Unlock()
	key := fieldKey{reflect.TypeFor[T](), kind, shape}
	if fieldsWritten[key].put == nil {
		fieldsWritten[key] = codecOf(key.of, kind, shape)
	}
	fieldsWritten[key].put(e, n, unsafe.Pointer(v))
}

type fieldKey struct {
	of          reflect.Type
	kind, shape byte
}

var (
	fieldsLock    sync.Mutex
	fieldsWritten = map[fieldKey]fieldCodec{}
)
