// Package operation finds the operations of an API in a compiled schema and
// holds what is particular to that API: a [Profile].
//
// It is the only code left of the bindings that knows the Webex XML API: how a
// message body is typed, how requests and responses pair up, how an operation
// is spelled on the wire. It does not own Go code (package binding) and does
// no networking (package webex).
//
//	for _, op := range operation.Find(schema, operation.Webex) {
//		fmt.Println(op.Name, op.WireType)
//	}
package operation
