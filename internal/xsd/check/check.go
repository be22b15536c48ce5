package check

import "github.com/wbxgen/wbxgen/internal/diag"

// Components checks the constraints on the components of a set and adds what is
// wrong to diags. It also settles default and fixed values, which can be read
// only now that all types are complete.
func Components(s Set, diags *diag.List) {
	k := newChecker(s, diags)
	for e := range s.Elements {
		k.element(e)
	}
	for _, v := range s.Values {
		k.attributeValue(v)
	}
	for t := range s.Types {
		k.complexType(t)
	}
	for _, g := range s.AttributeGroups {
		k.idAttributes(g.Uses, "ag-props-correct.3")
	}
	for _, r := range s.Redefined {
		k.redefined(r)
	}
}
