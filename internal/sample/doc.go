// Package sample makes documents that a schema allows: the smallest, those
// that have something in them that is wanted, and random ones.
//
// It owns how an element is made of its type ([Builder]), how a document is
// written down ([Draft]), and documents by chance ([Writer]): what is optional,
// choices in any order, substitution groups, xsi:type and xsi:nil, wildcards,
// mixed content, and the spellings of simple values, from a seed that gives the
// same document each time. It does not own what is valid: package validate has
// the last word on a document, as identity constraints and patterns are met
// only where a value is found soon.
//
//	b := sample.NewBuilder(schema, func(xsd.Type) bool { return true })
//	text := b.Element(schema.Element(root)).Document(schema)
package sample
