package binding

import (
	"slices"
	"strconv"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// isScoped reports whether what a text of the type means depends on the
// prefixes in scope, while the text itself must stay: a union with qualified
// names among its members, or a name whose pattern looks at its prefix.
func isScoped(t *xsd.SimpleType) bool {
	switch t.Variety {
	case datatype.UnionVariety:
		for len(t.Members) == 0 && t.Base != nil {
			t = t.Base
		}
		return slices.ContainsFunc(t.Members, func(m *xsd.SimpleType) bool { return isQName(m) || isScoped(m) })
	case datatype.ListVariety:
		item := itemOf(t)
		return isQName(item) || isScoped(item)
	}
	return isQName(t) && len(t.Datatype.Facets().Patterns) > 0
}

// fillUnion plans a string type with a method for each member that is more
// than text.
func (b *builder) fillUnion(t *xsd.SimpleType, s *plan.Simple) {
	s.Kind, s.Of, s.Scalar = plan.UnionType, plan.Type{Name: "string"}, unionScalar(t)
	s.Checks = b.allChecks(t, s.Scalar)
	names := b.scope("members "+s.Pkg.Name+"."+s.Name, plan.SimpleMembers...)
	for n, m := range t.Members {
		b.unionMember(s, names, n, m)
	}
}

// unionScalar says how the text of a union is read: white space counts if it
// does for one of the members (Part 2 §4.3.6).
func unionScalar(t *xsd.SimpleType) plan.Scalar {
	if keepsSpace(t) {
		return plan.StringScalar
	}
	return plan.TokenScalar
}

func keepsSpace(t *xsd.SimpleType) bool {
	if t.Variety == datatype.UnionVariety {
		for len(t.Members) == 0 && t.Base != nil {
			t = t.Base
		}
		return slices.ContainsFunc(t.Members, keepsSpace)
	}
	return t.Variety == datatype.AtomicVariety && t.Datatype.WhiteSpace() != datatype.Collapse
}

func (b *builder) unionMember(s *plan.Simple, names *scope, n int, m *xsd.SimpleType) {
	var f plan.Field
	b.scalar(&f, m)
	if f.Kind != plan.ScalarField || f.Scalar == plan.QNameScalar {
		return
	}
	switch f.Scalar {
	case plan.StringScalar, plan.NormalizedScalar, plan.TokenScalar:
		return // that is the text itself
	case plan.EnumScalar:
		if f.Simple.Kind != plan.EnumType {
			return // text too, below an enumeration
		}
	}
	wanted := f.Type.Name
	if f.Type.Package == nil {
		wanted = exported(m.Builtin().Name.Local)
	}
	s.Members = append(s.Members, plan.UnionMember{
		Method: names.claim("member "+strconv.Itoa(n), "As"+wanted, "As"+wanted+strconv.Itoa(n+1)),
		Type:   f.Type, Scalar: f.Scalar, Simple: f.Simple,
	})
}
