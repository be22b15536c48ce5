// Package coverage says of each component of a schema how faithful generated
// code is to it: faithful, approximated and how, or unsupported.
//
// It owns the verdicts and their two forms, text and JSON. It does not own what
// is approximated: package binding notes that where it decides it.
//
//	r := coverage.New("v1", schema, code, notes)
//	err := coverage.WriteText(w, r)
package coverage
