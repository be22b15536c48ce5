// Package wbxgen holds the source of the runtime packages wire and webex, so
// that the program can place a copy of them beside the code it generates. The
// program itself is cmd/wbxgen; what generated code imports is package wire.
package wbxgen

import "embed"

// Runtime has the Go files of packages wire and webex, in folders of those
// names, and of the rooms of wire. It has their tests too, which a copy leaves
// out.
//
//go:embed wire/*.go wire/xmltext/*.go wire/datatype/*.go wire/value/*.go wire/codec/*.go wire/internal/*/*.go webex/*.go
var Runtime embed.FS
