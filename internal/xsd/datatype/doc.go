// Package datatype holds the simple types of XML Schema 1.0 Part 2 (second
// edition): what may be written, what it means, and how facets narrow it.
//
// It owns the 44 built-in types and xs:anySimpleType, white space
// normalisation, lexical and value spaces, equality, order and canonical
// forms, the twelve constraining facets with the constraints on them, and the
// regular expressions of Appendix F. Numbers, durations and points in time are
// those of package value, which the runtime has too. It knows no XML: names,
// positions, and whether an ID is unique or an ENTITY declared, are for its
// callers.
//
//	pin, errs := datatype.Builtin("string").Restrict([]datatype.Facet{
//		{Kind: datatype.PatternFacet, Value: `\d{4}`},
//	})
//	_, err := pin.Parse("12a4", nil) // err has the code cvc-pattern-valid
package datatype
