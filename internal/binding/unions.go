package binding

import (
	"strconv"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// fillUnion plans a string type with a method for each member that is more
// than text.
func (vs *values) fillUnion(t *xsd.SimpleType, s *plan.Simple) {
	s.Kind, s.Of, s.Scalar = plan.UnionType, plan.Type{Name: "string"}, unionScalar(t)
	s.Checks = vs.facets.allChecks(t, s.Scalar)
	names := vs.scopes.scopeIn(s.Pkg, "members "+s.Pkg.Name+"."+s.Name, plan.SimpleMembers...)
	for n, m := range t.Members {
		vs.unionMember(s, names, n, m)
	}
}

func (vs *values) unionMember(s *plan.Simple, names *scope, n int, m *xsd.SimpleType) {
	var f plan.Field
	vs.scalar(&f, m)
	if f.Kind != plan.ScalarField || f.Scalar == plan.QNameScalar {
		return
	}
	switch f.Scalar {
	case plan.StringScalar, plan.NormalizedScalar, plan.TokenScalar, plan.OwnScalar:
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
