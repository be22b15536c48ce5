package binding

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// tag is the name in a struct tag, with its namespace where that is not the
// package's own.
func (f *filler) tag(n xsd.QName) string {
	if n.Space == "" || n.Space == f.src.root.Space && f.s.Pkg == f.src.s.Pkg {
		return n.Local
	}
	return n.Space + " " + n.Local
}

// tellTags gives the tag of an element or attribute in the package's own
// namespace that namespace where one in no namespace has the same name.
func tellTags(fields []*plan.Field) {
	inNone := func(field *plan.Field) bool { return field.Declared.Space == "" }
	if !slices.ContainsFunc(fields, inNone) || !slices.ContainsFunc(fields, func(f *plan.Field) bool { return !inNone(f) }) {
		return
	}
	bare := map[string]bool{}
	for _, field := range fields {
		bare[field.Tag] = bare[field.Tag] || field.Declared.Space == ""
	}
	for _, field := range fields {
		if n := field.Declared; n.Space != "" && strings.HasPrefix(field.Tag, n.Local) && bare[field.Tag] {
			field.Tag = n.Space + " " + field.Tag
		}
	}
}
