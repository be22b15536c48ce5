// Package validate holds documents against a schema, as XML Schema 1.0 Part 1
// says: content models, attributes, simple values, xsi:type and xsi:nil,
// substitution groups, wildcards, IDs and identity constraints.
//
// It owns the validation rules (cvc-…) and the automata of content models. It
// does not own XML syntax (package wire), components (package xsd), simple
// values (package datatype) or finding schemas: [Hints] only says what a
// document asks for.
//
// Documents are read as a stream. Memory does not grow with a document, but
// for IDs and the keys of identity constraints. All errors are found, not just
// the first one.
//
//	v := validate.New(schema, validate.Options{})
//	result := v.Validate(file, "answer.xml")
//	for _, p := range result.Problems {
//		fmt.Println(p.Path, p)
//	}
package validate
