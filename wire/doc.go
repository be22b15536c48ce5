// Package wire reads and writes documents as values of generated types. It holds what people use:
//
//	var o order.Order
//	err := wire.Unmarshal(data, &o)
//	out, err := wire.Marshal(&o, wire.Indent("  "))
//
// [Unmarshal] and [Decode], [Marshal], [Encode] and [Append] take options: [Root] for a type of several root elements,
// [Lenient] for what servers really send, [Unknown] for what becomes of elements that a type does not know, [Types] for the
// types that xsi:type may name, [Prefix] and [Indent] for the form that is written. [Each] reads the items of a long document
// one by one. Each generated struct has an [Extra], with what a document had and the struct has no field for; raw content is
// a [Node], and [Validate] says what of a value its schema does not allow.
//
// The rooms beside it: wire/datatype has the value types of XML Schema (dates, decimals, durations), wire/xmltext the scanner
// for those who want only tokens, and wire/codec what generated code calls. Nothing of it fetches anything.
package wire
