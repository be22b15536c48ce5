package codec

import (
	"reflect"
	"unsafe"
)

// itemWords are the words of an interface value.
type itemWords struct{ methods, value unsafe.Pointer }

// pointerOf returns the pointer that v is.
func pointerOf(v any) unsafe.Pointer { return (*itemWords)(unsafe.Pointer(&v)).value }

// pointerOfTabled is pointerOf for a pointer to a generated struct.
func pointerOfTabled(v Tabled) unsafe.Pointer { return (*itemWords)(unsafe.Pointer(&v)).value }

// typeOf returns what stands for the type of v.
func typeOf(v any) unsafe.Pointer { return (*itemWords)(unsafe.Pointer(&v)).methods }

// sliceWords are the words of a slice.
type sliceWords struct {
	data     unsafe.Pointer
	len, cap int
}

// extend makes the slice of such values that p points to longer by one, and returns where that is.
func extend(p unsafe.Pointer, t reflect.Type) unsafe.Pointer {
	s := (*sliceWords)(p)
	if s.len == s.cap {
		reflect.NewAt(reflect.SliceOf(t), p).Elem().Grow(1)
	}
	last := unsafe.Add(s.data, uintptr(s.len)*t.Size())
	reflect.NewAt(t, last).Elem().SetZero()
	s.len++
	return last
}
