package codec

import (
	"reflect"
	"slices"
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

// extend makes the slice that p points to, of the type of, longer by one zero value, and returns where that is.
func extend(p unsafe.Pointer, of reflect.Type) unsafe.Pointer {
	s, size := (*sliceWords)(p), of.Elem().Size()
	if s.len < s.cap {
		last := unsafe.Add(s.data, uintptr(s.len)*size)
		if s.len++; !isZero(last, size) {
			reflect.NewAt(of.Elem(), last).Elem().SetZero()
		}
		return last
	}
	reflect.NewAt(of, p).Elem().Grow(1) // which leaves zeros behind the values
	s.len++
	return unsafe.Add(s.data, uintptr(s.len-1)*size)
}

// isZero reports whether size bytes are zero.
func isZero(p unsafe.Pointer, size uintptr) bool {
	for b := unsafe.Slice((*byte)(p), size); len(b) > 0; {
		if len(b) < 8 {
			return !slices.ContainsFunc(b, func(c byte) bool { return c != 0 })
		}
		if *(*uint64)(unsafe.Pointer(&b[0])) != 0 {
			return false
		}
		b = b[8:]
	}
	return true
}
