// Package snippet writes the Go code that makes a given document out of
// generated types, as a reader would write it.
//
// It owns the spelling of values as Go expressions. It does not own which types
// there are (package binding) nor the document (package sample). What has no
// short spelling (wildcards, mixed content, raw nodes) is left out and named.
//
//	code, err := snippet.Of(plan, root.Struct, document.Root)
package snippet
