// Package shop is an example: a schema of two namespaces in schema/, and the
// bindings that wbxgen makes of it in shopxml/. Nothing in them is particular
// to this project; they need package wire alone.
//
// The schema has what makes bindings interesting: a choice, one that repeats,
// an abstract type whose extensions are told apart by xsi:type, attributes,
// simple content, lists, a union, mixed content, nil and wildcards.
package shop

//go:generate go tool wbxgen generate --schema schema --out shopxml
