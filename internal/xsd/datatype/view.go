package datatype

import "unsafe"

// view reads b as a string without a copy, which on the way of a large
// document would be the only allocation. Nothing that accepts calls keeps a
// part of it: what does, parse, gets a copy.
func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
