package binding

import (
	"math/big"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// goType is the Go side of a built-in type.
type goType struct {
	name    string
	runtime bool
	scalar  plan.Scalar
	slice   bool
}

// builtinTypes are the Go types of the built-in types, but for the integers
// without bounds of their own: those depend on facets and profile.
var builtinTypes = map[string]goType{
	"anySimpleType": {name: "string", scalar: plan.StringScalar}, "string": {name: "string", scalar: plan.StringScalar},
	"normalizedString": {name: "string", scalar: plan.NormalizedScalar}, "token": {name: "string", scalar: plan.TokenScalar},
	"language": {name: "string", scalar: plan.TokenScalar}, "Name": {name: "string", scalar: plan.TokenScalar},
	"NCName": {name: "string", scalar: plan.TokenScalar}, "ID": {name: "string", scalar: plan.TokenScalar},
	"IDREF": {name: "string", scalar: plan.TokenScalar}, "ENTITY": {name: "string", scalar: plan.TokenScalar},
	"NMTOKEN": {name: "string", scalar: plan.TokenScalar}, "anyURI": {name: "string", scalar: plan.TokenScalar},
	"boolean": {name: "bool", scalar: plan.BoolScalar}, "float": {name: "float32", scalar: plan.FloatScalar},
	"double": {name: "float64", scalar: plan.FloatScalar}, "decimal": {name: "Decimal", runtime: true, scalar: plan.ValueScalar},
	"long": {name: "int64", scalar: plan.IntScalar}, "int": {name: "int32", scalar: plan.IntScalar},
	"short": {name: "int16", scalar: plan.IntScalar}, "byte": {name: "int8", scalar: plan.IntScalar},
	"unsignedLong": {name: "uint64", scalar: plan.UintScalar}, "unsignedInt": {name: "uint32", scalar: plan.UintScalar},
	"unsignedShort": {name: "uint16", scalar: plan.UintScalar}, "unsignedByte": {name: "uint8", scalar: plan.UintScalar},
	"duration": {name: "Duration", runtime: true, scalar: plan.ValueScalar}, "dateTime": {name: "DateTime", runtime: true, scalar: plan.ValueScalar},
	"date": {name: "Date", runtime: true, scalar: plan.ValueScalar}, "time": {name: "Time", runtime: true, scalar: plan.ValueScalar},
	"gYear": {name: "GYear", runtime: true, scalar: plan.ValueScalar}, "gYearMonth": {name: "GYearMonth", runtime: true, scalar: plan.ValueScalar},
	"gMonth": {name: "GMonth", runtime: true, scalar: plan.ValueScalar}, "gMonthDay": {name: "GMonthDay", runtime: true, scalar: plan.ValueScalar},
	"gDay":         {name: "GDay", runtime: true, scalar: plan.ValueScalar},
	"base64Binary": {name: "byte", scalar: plan.Base64Scalar, slice: true}, "hexBinary": {name: "byte", scalar: plan.HexScalar, slice: true},
	"QName": {name: "QName", runtime: true, scalar: plan.QNameScalar}, "NOTATION": {name: "QName", runtime: true, scalar: plan.QNameScalar},
}

// scopedText is the Go type of what [isScoped].
var scopedText = plan.Type{Name: plan.ScopedText, Runtime: true}

// values plans what has simple types: fields and the types themselves.
type values struct {
	profile  profile.Profile
	scopes   *scopes
	layout   *layout
	decls    *declarations
	comments *comments
	facets   *facets
	speller  *speller
	filled   map[*plan.Simple]bool // those that are planned already
}

// scalar plans a field of simple type.
func (vs *values) scalar(f *plan.Field, t *xsd.SimpleType) {
	if own := ownOf(vs.layout.options.Types, t); own != nil {
		vs.ownField(f, t, own)
		return
	}
	if s := vs.decls.simples[t]; s != nil {
		vs.namedScalar(f, s, t)
		return
	}
	if !t.IsBuiltin() && t.Method == xsd.Restriction && t.Variety != datatype.ListVariety {
		// An anonymous restriction: the Go type of its base, with checks.
		if vs.widens(t) {
			vs.scalar(f, t.Base)
			f.Checks = append(f.Checks, lexicalCheck(t, f.Scalar)...)
			f.Checks = append(f.Checks, vs.facets.facetChecks(t)...)
			return
		}
	}
	if t.Variety == datatype.ListVariety {
		vs.listField(f, t)
		return
	}
	g := vs.goType(t)
	f.Kind, f.Scalar = plan.ScalarField, g.scalar
	f.Type = plan.Type{Name: g.name, Runtime: g.runtime, Slice: g.slice}
	f.Checks = append(f.Checks, vs.facets.allChecks(t, g.scalar)...)
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

// widens reports whether the base of an anonymous restriction has a Go type
// that suits the restriction too: not so where facets make an unbounded
// integer fit a machine word.
func (vs *values) widens(t *xsd.SimpleType) bool {
	if vs.isSpelled(t) && !vs.isSpelled(t.Base) && vs.goType(t.Base).scalar != plan.TokenScalar {
		return false
	}
	if vs.decls.simples[t.Base] != nil || !t.Base.IsBuiltin() {
		return true
	}
	return vs.goType(t) == vs.goType(t.Base)
}

func (vs *values) namedScalar(f *plan.Field, s *plan.Simple, t *xsd.SimpleType) {
	vs.fillSimple(t, s)
	f.Kind, f.Scalar, f.Simple = plan.ScalarField, s.Scalar, s
	f.Type = plan.Type{Package: s.Pkg, Name: s.Name}
	switch {
	case s.Kind == plan.ListType:
		f.Kind = plan.ListField
	case s.Scalar == plan.QNameScalar:
		// An alias of the runtime's type has no methods of its own.
		f.Simple, f.Checks = nil, append(f.Checks, s.Checks...)
	}
}

// goType returns the Go type of an atomic type or union: that of the nearest
// built-in type, with the size that the facets allow for integers.
func (vs *values) goType(t *xsd.SimpleType) goType {
	if isScoped(t) {
		return goType{name: scopedText.Name, runtime: true, scalar: plan.ValueScalar}
	}
	if t.Variety == datatype.UnionVariety {
		return builtinTypes["string"]
	}
	if vs.isSpelled(t) {
		return builtinTypes["token"]
	}
	return vs.plainType(t)
}

// isSpelled reports whether the spelling of a type's values is kept as text.
func (vs *values) isSpelled(t *xsd.SimpleType) bool {
	return t.Variety == datatype.AtomicVariety && vs.speller.isSpelled(t, vs.plainType(t))
}

// plainType is the Go type of an atomic type whatever its patterns say.
func (vs *values) plainType(t *xsd.SimpleType) goType {
	name := vs.profile.Builtin(t.Builtin().Name.Local)
	if g, ok := builtinTypes[name]; ok {
		return g
	}
	// integer, nonNegativeInteger, positiveInteger, nonPositiveInteger,
	// negativeInteger
	low, high, ok := bounds(t.Datatype.Facets())
	switch {
	case ok && low.IsInt64() && high.IsInt64():
		return builtinTypes["long"]
	case ok && low.Sign() >= 0 && high.IsUint64():
		return builtinTypes["unsignedLong"]
	}
	return goType{name: "Integer", runtime: true, scalar: plan.ValueScalar}
}

// bounds returns the least and greatest value that the facets of an integer
// type allow, if they allow finitely many.
func bounds(f datatype.Facets) (low, high *big.Int, ok bool) {
	low, lok := bound(f.MinInclusive, f.MinExclusive)
	high, hok := bound(f.MaxInclusive, f.MaxExclusive)
	if n := f.TotalDigits; n != nil && *n <= 18 {
		limit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(*n)), nil)
		if !lok {
			low, lok = new(big.Int).Neg(limit), true
		}
		if !hok {
			high, hok = limit, true
		}
	}
	return low, high, lok && hok
}

func bound(values ...*datatype.Value) (n *big.Int, ok bool) {
	for _, v := range values {
		if v != nil {
			return v.BigInt()
		}
	}
	return nil, false
}

// fillSimple plans a named simple type, once.
func (vs *values) fillSimple(t *xsd.SimpleType, s *plan.Simple) {
	if vs.filled[s] {
		return
	}
	vs.filled[s] = true
	own := ownOf(vs.layout.options.Types, t)
	switch {
	case own != nil:
		s.Kind, s.Scalar, s.Own, s.Of = plan.EmbeddedType, plan.OwnScalar, own, own.Type // another name of it
	case isEnum(t):
		vs.fillEnum(t, s)
	case t.Variety == datatype.ListVariety:
		vs.fillList(t, s)
	case t.Variety == datatype.UnionVariety && !isScoped(t):
		vs.fillUnion(t, s)
	default:
		vs.fillDefined(t, s)
	}
	if s.Doc == nil {
		s.Doc = vs.comments.simpleDoc(t, s)
	}
}

// fillEnum plans a string type with a constant for each value.
func (vs *values) fillEnum(t *xsd.SimpleType, s *plan.Simple) {
	s.Kind, s.Of, s.Scalar, s.ReadAs = plan.EnumType, plan.Type{Name: "string"}, plan.EnumScalar, readAs(t)
	var values []string
	seen := map[string]bool{}
	for _, f := range t.Facets {
		v := t.Datatype.Normalize(f.Value)
		if f.Name == datatype.EnumerationFacet && !seen[v] {
			seen[v] = true
			values = append(values, v)
		}
	}
	vs.constants(t, s, values)
	if hasPlainValues(t) {
		return // a value that is listed has all facets
	}
	s.Checks = append(vs.facets.allChecks(t, plan.EnumScalar), enumCheck(t)...)
}

// fillDefined plans a type defined as another.
func (vs *values) fillDefined(t *xsd.SimpleType, s *plan.Simple) {
	g := vs.goType(t)
	s.Of, s.Scalar = plan.Type{Name: g.name, Runtime: g.runtime, Slice: g.slice}, g.scalar
	if isText(t) {
		// Below an enumeration the text is all there is.
		s.Of, s.Scalar, s.ReadAs = plan.Type{Name: "string"}, plan.EnumScalar, readAs(t)
	}
	if s.Scalar == plan.ValueScalar || s.Scalar == plan.QNameScalar {
		s.Kind = plan.EmbeddedType
	}
	s.Checks = vs.facets.allChecks(t, s.Scalar)
}
