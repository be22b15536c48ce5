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
func (vs *values) ownOf(t *xsd.SimpleType) *plan.Own {
	types := vs.layout.options.Types
	if len(types) == 0 {
		return nil
	}
	if own := types[t]; own != nil {
		return own
	}
	if t.Variety != datatype.AtomicVariety {
		return nil
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

// ownField plans a field of a Go type that the user has chosen. Its checks look
// at the text that it is written as.
func (vs *values) ownField(f *plan.Field, t *xsd.SimpleType, own *plan.Own) {
	f.Kind, f.Scalar, f.Own, f.Type = plan.ScalarField, plan.OwnScalar, own, own.Type
	f.Checks = append(f.Checks, vs.facets.allChecks(t, plan.TokenScalar)...)
	if isEnum(t) {
		f.Checks = append(f.Checks, enumCheck(t)...)
	}
}

// fillOwn plans a named type that is another name of the user's Go type.
func (vs *values) fillOwn(s *plan.Simple, own *plan.Own) {
	s.Kind, s.Scalar, s.Own, s.Of = plan.EmbeddedType, plan.OwnScalar, own, own.Type
}

// ownElement returns the Go type that the user has chosen for an element or
// attribute of simple type.
func (f *filler) ownElement(c xsd.Component) *plan.Own { return f.of.layout.options.Types[c] }

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
