// Package templates holds the texts of reports,
// with gaps for what is found: prose and markup, no decisions. Go code is
// never made from templates.
package templates

import "embed"

// FS has the templates, and the JSON Schema of what is printed as JSON, by file
// name.
//
//go:embed *.tmpl *.schema.json
var FS embed.FS
