// Package diag holds what the tool says about somebody's input: a position, a
// severity, a message and a stable code, in one text form.
//
// It owns the ordering and the text of diagnostics. It does not own exit codes
// (package cli) and it never prints.
//
//	var list diag.List
//	list.Error(pos, "src-resolve", "type %q is not declared", name)
//	return list.Err()
package diag
