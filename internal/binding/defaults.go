package binding

import "github.com/wbxgen/wbxgen/internal/xsd"

// varyingDefaults returns for each complex type the attributes whose default
// does not hold for all types derived from it: a restriction can prohibit an
// attribute or change its default. An element that xsi:type gives such a type
// is read into the struct of its declared type, and must not get a default from
// there. Anonymous types cannot be named so.
func varyingDefaults(s *xsd.Schema) map[*xsd.ComplexType]map[xsd.QName]bool {
	found := map[*xsd.ComplexType]map[xsd.QName]bool{}
	for _, t := range s.Types() {
		c, ok := t.(*xsd.ComplexType)
		if !ok || c.Method != xsd.Restriction {
			continue
		}
		for base, ok := c.Base.(*xsd.ComplexType); ok && base != xsd.AnyType; base, ok = base.Base.(*xsd.ComplexType) {
			for _, u := range base.AttributeUses {
				if v := u.Effective(); v == nil || hasDefault(c, u.Decl.Name, v) {
					continue
				}
				if found[base] == nil {
					found[base] = map[xsd.QName]bool{}
				}
				found[base][u.Decl.Name] = true
			}
		}
	}
	return found
}

// hasDefault reports whether an attribute of the type has that default.
func hasDefault(t *xsd.ComplexType, n xsd.QName, want *xsd.ValueConstraint) bool {
	u := t.AttributeUse(n)
	if u == nil || u.Required {
		return false
	}
	v := u.Effective()
	return v != nil && v.Lexical == want.Lexical
}
