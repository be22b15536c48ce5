// Package compile turns schema documents into the components of package xsd:
// it follows include, import and redefine, resolves every reference, combines
// derivations and checks the constraints on schemas.
//
// It owns the reading of schema documents and all that can be wrong with them.
// It does not own the component model, simple values or XML syntax. What is
// wrong is collected, never just the first thing, and work goes on behind it
// as far as it makes sense.
//
//	schema, diags := compile.Compile(set, compile.Options{})
//	if err := diags.Err(); err != nil { … }
package compile
