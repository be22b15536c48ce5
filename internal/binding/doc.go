// Package binding decides what Go code a schema becomes: packages, structs,
// fields, enumerations, choices and methods, with their names and comments.
//
// It owns every decision about Go; package gogen only prints. The result is a
// [plan.Plan], Go-shaped data without a line of source. What cannot be mapped
// faithfully is reported with a position, never dropped in silence.
//
//	p, diags := binding.New(schema, binding.Options{Profile: webex.Profile, …})
//	for _, pkg := range p.Packages { … }
package binding
