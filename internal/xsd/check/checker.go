package check

import (
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// checker is what the checks of one set share.
type checker struct {
	schema *xsd.Schema
	diags  *diag.List
	budget *budget
	empty  map[*xsd.ModelGroup]bool       // see isEmpty
	room   leafRoom                       // see unambiguous
	types  map[xsd.QName]*xsd.ElementDecl // see consistent
}

func newChecker(s Set, diags *diag.List) *checker {
	return &checker{
		schema: s.Schema, diags: diags, empty: map[*xsd.ModelGroup]bool{},
		budget: &budget{limit: s.Steps, total: s.Steps * allSteps},
	}
}

// emptied returns a map without entries: m, unless it has become so large that
// emptying it costs more than a new one. What a check of a content model needs
// is reused by the next one.
func emptied[K comparable, V any](m map[K]V) map[K]V {
	if m == nil || len(m) > 1000 {
		return map[K]V{}
	}
	clear(m)
	return m
}
