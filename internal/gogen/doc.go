// Package gogen prints a [plan.Plan] as Go files, with jennifer.
//
// It owns the look of generated code. It decides nothing: what there is and
// what it is called comes from package binding.
//
//	files, err := gogen.Files(p) // file name → content
package gogen
