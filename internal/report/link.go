package report

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/source"
)

// address fills the template [Options.Link] in with a place of a version: {file}
// with the path, {line} and {col}, {label} with the label of the version, and
// {ref} with the branch or commit that the document was read from, or else the
// label. It is "" without a template or place, and for what is no address that a
// browser may follow.
func (o Options) address(label string, pos diag.Pos) string {
	if o.Link == "" || pos.File == "" {
		return ""
	}
	ref, file := label, source.WithoutRef(pos.File)
	if file != pos.File {
		ref, _, _ = strings.Cut(pos.File, ":")
		ref = strings.TrimPrefix(ref, "origin/")
	}
	text := strings.NewReplacer(
		"{ref}", escaped(ref), "{label}", escaped(label), "{file}", escaped(file),
		"{line}", strconv.Itoa(max(pos.Line, 1)), "{col}", strconv.Itoa(max(pos.Col, 1)),
	).Replace(o.Link)
	if u, err := url.Parse(text); err != nil || u.Scheme != "https" && u.Scheme != "http" {
		return ""
	}
	return text
}

// CheckLink reports a template for [Options.Link] that makes no addresses.
func CheckLink(template string) error {
	if template == "" || strings.Contains(template, "{file}") && (Options{Link: template}).address("x", diag.Pos{File: "x"}) != "" {
		return nil
	}
	return fmt.Errorf("%q is no template of addresses; write one such as https://example.com/repository/blob/{ref}/{file}#L{line}", template)
}

// escaped returns a path as it stands in an address.
func escaped(path string) string {
	return strings.TrimPrefix((&url.URL{Path: "/" + path}).EscapedPath(), "/")
}
