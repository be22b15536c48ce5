// Package schemagen makes schemas for tests: small ones by chance that are as
// nasty as the recommendation allows, and by rule every kind of type in every
// context. Nothing outside tests may import it.
//
// A schema made by chance has names that meet each other and those of generated
// code, nested anonymous types, namespaces that refer to each other in circles,
// groups in groups, substitution groups, nillable and abstract, lists of unions,
// and enumerations on every primitive; a wide one has more still. The same seed gives the same schema. Most
// are right; package compile has the last word.
package schemagen
