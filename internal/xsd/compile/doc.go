// Package compile turns schema documents into the components of package xsd:
// it follows include, import and redefine, resolves every reference, combines
// derivations and has package check hold the outcome to the constraints on
// components.
//
// A loader reads documents, holds each against the grammar and enters what they
// define into the symbols; builders make components of these: one for elements,
// complex types and model groups, which refer to one another, and one each for
// simple types, attributes and identity constraints. All write what is wrong
// into one ledger, which also counts what the work costs.
//
// It owns the reading of schema documents and all that can be wrong with them.
// It does not own the component model, simple values or XML syntax. What is
// wrong is collected, never just the first thing, and work goes on behind it
// as far as it makes sense.
//
//	schema, diags := compile.Compile(set, compile.Options{})
//	if err := diags.Err(); err != nil { … }
package compile
