// Package gogen prints a binding plan as Go files, with jennifer.
//
// It owns the look of generated code. It decides nothing: what there is and
// what it is called comes from package binding.
//
//	files, err := gogen.Files(plan) // file name → content
package gogen
