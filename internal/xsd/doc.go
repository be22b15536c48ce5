// Package xsd is the component model of XML Schema 1.0: what a set of schema
// documents means once every reference is resolved.
//
// It owns the components of the recommendation (Part 1 §2.2), the built-in
// types and look-ups over them. It does not own reading documents or checking
// the constraints on schemas (package compile), nor the rules of simple values
// (package datatype). Nothing here knows XML syntax or Go code.
//
// A [Schema] and all that it reaches is immutable once built and safe for
// concurrent use. Fields are exported so that they can be read; only package
// compile writes them, before the schema is handed out.
//
//	t := schema.Type(xsd.QName{Space: ns, Local: "createMeeting"})
//	ct := t.(*xsd.ComplexType)
//	for _, p := range ct.Content.Particle.Term.(*xsd.ModelGroup).Particles { … }
package xsd
