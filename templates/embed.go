// Package templates holds the texts of reports with gaps for what is found:
// prose and markup, no decisions. Go code is never made from templates.
package templates

import "embed"

// FS has the templates, by file name.
//
//go:embed *.tmpl
var FS embed.FS
