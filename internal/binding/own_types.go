package binding

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// ownOf returns the Go type that the user has chosen for a simple type: for
// itself, or for one that it restricts. Enumerations and lists have Go types of
// their own unless they are named themselves.
func ownOf(types map[xsd.Component]*plan.Own, t *xsd.SimpleType) *plan.Own {
	if own := types[t]; own != nil || len(types) == 0 || t.Variety != datatype.AtomicVariety {
		return own
	}
	for s := t; s != nil; s = s.Base {
		if own := types[s]; own != nil {
			return own
		}
		if isEnum(s) || s.IsBuiltin() {
			return nil // xs:long is no decimal of the user's, though it is one of XSD's
		}
	}
	return nil
}

// owns names the variables of a package that hold the conversions of its types.
func owns(names *scope, pkg *plan.Package) {
	var used []*plan.Own
	use := func(o *plan.Own) {
		if o != nil && !slices.Contains(used, o) {
			used = append(used, o)
		}
	}
	for _, d := range pkg.Types {
		switch d := d.(type) {
		case *plan.Struct:
			for _, f := range slices.Concat(d.Attrs, d.Fields, valueField(d)) {
				use(f.Own)
			}
		case *plan.Simple:
			if d.Kind == plan.ListType {
				use(d.Own)
			}
		}
	}
	for _, o := range used {
		pkg.Owns = append(pkg.Owns, plan.OwnVar{Name: names.helper("own" + exported(o.Type.Name)), Own: o})
	}
}
