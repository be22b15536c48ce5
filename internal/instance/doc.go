// Package instance writes random documents that a schema allows: test support.
//
// A document exercises what its schema leaves open: what is optional, choices
// in any order, substitution groups, xsi:type and xsi:nil, wildcards, mixed
// content, and the spellings of simple values. The same seed gives the same
// document. Identity constraints are not looked at, and patterns are met where
// a text is found soon: package validate has the last word on a document.
package instance
