package gogen

import (
	"fmt"
	"strings"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// fewAttrs is how long the description of attributes is at most that each table has for
// itself, in characters.
const fewAttrs = 48

// sameAttrs tells for the structs of a package which one before them has the same
// attributes in the same fields, so that its table tells of them: types that derive from
// one base often have no more than that one has.
func sameAttrs(pkg *plan.Package) map[*plan.Struct]*plan.Struct {
	same, first := map[*plan.Struct]*plan.Struct{}, map[string]*plan.Struct{}
	for _, d := range pkg.Types {
		s, ok := d.(*plan.Struct)
		if !ok || s.Table == nil || !s.HasTable() || len(s.Groups) > 0 || len(s.Table.Attrs) < 2 {
			continue
		}
		text := attrsText(pkg, s)
		switch f := first[text]; {
		case len(text) <= fewAttrs:
		case f == nil:
			first[text] = s
		default:
			same[s] = f
		}
	}
	return same
}

// attrsText is all that a table says of attributes.
func attrsText(pkg *plan.Package, s *plan.Struct) string {
	w := &tableWords{pkg: pkg, others: true} // no name is in the table's own namespace
	return fmt.Sprintf("%s %s %q %v", strings.Join(w.attrs(s), " "), fieldWords(s, s.Attrs, true), defaultTexts(s), s.Table.NeedAttrs)
}
