// Package page is an example: pages whose content models are named types, as
// XHTML has them, in schema/, and the bindings that wbxgen makes of it in pagexml/.
//
// Many elements have one type there, so that a value of the type does not say
// which element it is: each has a small type of its own around it.
package page

//go:generate go tool wbxgen generate --schema schema --out pagexml
