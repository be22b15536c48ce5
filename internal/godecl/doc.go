// Package godecl looks up types and functions of Go packages of the user: are
// they there, and what are their signatures.
//
// It owns how a package is found and how much of it is read: the declarations of
// the one package, without bodies and without what it imports, so that a look
// takes some milliseconds. It does not own what the declarations are for.
//
//	r := godecl.New(".")
//	f, err := r.Func("example.com/shop/convert", "ParseMoney")
package godecl
