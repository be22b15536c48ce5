package gogen

import (
	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// scalarNames are the middles of the runtime's helper names.
var scalarNames = map[plan.Scalar]string{
	plan.StringScalar: "String", plan.NormalizedScalar: "Normalized", plan.TokenScalar: "Token", plan.EnumScalar: "Enum",
	plan.BoolScalar: "Bool", plan.IntScalar: "Int", plan.UintScalar: "Uint", plan.FloatScalar: "Float",
	plan.ValueScalar: "Value", plan.Base64Scalar: "Base64", plan.HexScalar: "Hex", plan.QNameScalar: "QName",
	plan.SecretScalar: "Secret", plan.SecretTokenScalar: "SecretToken",
}

// readField prints the reading of the current element into a
// field that the table does not read.
func readField(b *jen.Group, in *names, f *plan.Field, field *jen.Statement) {
	if f.Default != nil {
		elementDefault(b, in, f)
	}
	readScalar(b, in, f, field)
}

// elementDefault prints what tells the next read the default of its element.
func elementDefault(b *jen.Group, in *names, f *plan.Field) {
	if len(f.DefaultNames) == 0 {
		b.Add(d()).Dot("Default").Call(jen.Lit(*f.Default))
		return
	}
	args := append([]jen.Code{jen.Lit(*f.Default)}, bindings(in.wire("Binding"), f.DefaultNames)...)
	b.Add(d()).Dot("DefaultNames").Call(args...)
}

// bindings are what the prefixes of a default stand for.
func bindings(of *jen.Statement, list []plan.DefaultName) (values []jen.Code) {
	for _, n := range list {
		values = append(values, of.Clone().Values(jen.Id("Prefix").Op(":").Lit(n.Prefix), jen.Id("URI").Op(":").Lit(n.URI)))
	}
	return values
}

// rootDefault is the default of a root element.
func (in *names) rootDefault(def *plan.Default) *jen.Statement {
	fields := []jen.Code{jen.Id("Text").Op(":").Lit(def.Text)}
	if len(def.Names) > 0 {
		fields = append(fields, jen.Id("Bindings").Op(":").Index().Add(in.wire("NameBinding")).Values(bindings(jen.Null(), def.Names)...))
	}
	if len(def.Fixed) > 0 {
		fields = append(fields, jen.Id("Fixed").Op(":").Op("&").Add(in.wire("Facets")).Values(facetFields(in, def.Fixed)...))
	}
	return jen.Op("&").Add(in.wire("Default")).Values(fields...)
}

// readScalar prints the reading of a simple value: of the current attribute,
// the current element, or simple content.
func readScalar(b *jen.Group, in *names, f *plan.Field, field *jen.Statement) {
	b.Add(scalarCall(in, "Read", f, []jen.Code{d()}, jen.Op("&").Add(field)))
}

// scalarCall is the call of the runtime's helper that reads or writes a field.
// args come before the field's place or value.
func scalarCall(in *names, verb string, f *plan.Field, args []jen.Code, value *jen.Statement) *jen.Statement {
	if f.Scalar == plan.OwnScalar {
		return ownCall(in, verb, f, args, value)
	}
	name := writerName(f)
	if verb == "Read" {
		name = scalarNames[f.Scalar]
	}
	if verb == "Read" && f.Scalar == plan.EnumScalar && f.Simple != nil && f.Kind == plan.ScalarField {
		name = scalarNames[f.Simple.ReadAs]
	}
	switch {
	case f.Nillable && f.Shape == plan.Repeated:
		return in.wire(verb + "Nillables").Call(append(args, value, singleHelper(in, verb, name, f))...)
	case f.Nillable:
		return in.wire(verb + "Nillable").Call(append(args, value, singleHelper(in, verb, name, f))...)
	case f.Kind == plan.ListField:
		return listCall(in, verb, name, f, args, value)
	}
	return in.wire(verb + name).Call(append(args, value)...)
}

// ownCall is the call that reads or writes a field of a type that the user has
// chosen.
func ownCall(in *names, verb string, f *plan.Field, args []jen.Code, value *jen.Statement) *jen.Statement {
	suffix := ""
	if f.Kind == plan.ListField {
		suffix = "List"
	}
	if f.IsNamedList() && verb == "Read" && f.Shape != plan.Repeated && !f.Nillable {
		value = jen.Parens(plainListType(in, f)).Call(value)
	}
	switch {
	case f.Nillable && f.Shape == plan.Repeated:
		return in.wire(verb + "Nillables").Call(append(args, value, singleHelper(in, verb, "", f))...)
	case f.Nillable:
		return in.wire(verb + "Nillable").Call(append(args, value, singleHelper(in, verb, "", f))...)
	case f.Shape == plan.Repeated && suffix != "":
		return in.wire(verb + "Each").Call(append(args, value, singleHelper(in, verb, "", f))...)
	case f.Shape == plan.Repeated:
		suffix = "Each"
	case f.Shape == plan.Optional && !f.NilMeansAbsent():
		suffix = "Opt"
	}
	return in.own(f.Own, verb+suffix).Call(append(args, value)...)
}

// singleHelper is the helper for one value, as a function value.
func singleHelper(in *names, verb, name string, f *plan.Field) *jen.Statement {
	switch {
	case f.Scalar == plan.OwnScalar && f.IsNamedList():
		return eachOwnFunc(in, verb, f)
	case f.Scalar == plan.OwnScalar && f.Kind == plan.ListField:
		return in.own(f.Own, verb+"List")
	case f.Scalar == plan.OwnScalar:
		return in.own(f.Own, verb)
	case f.IsNamedList():
		return eachListFunc(in, verb, scalarNames[f.Simple.Scalar], in.typ(f.Type), plainListType(in, f))
	case f.Kind == plan.ListField:
		return eachListFunc(in, verb, name, jen.Index().Add(in.typ(f.Type)), nil)
	}
	return in.wire(verb + name).Index(in.typ(f.Type))
}

// listCall is the call for an XML list: a slice of its items, which may be of a
// type with a name.
func listCall(in *names, verb, name string, f *plan.Field, args []jen.Code, value *jen.Statement) *jen.Statement {
	if f.Shape == plan.Repeated {
		return in.wire(verb + "Each").Call(append(args, value, singleHelper(in, verb, name, f))...)
	}
	if f.IsNamedList() {
		name = scalarNames[f.Simple.Scalar]
		if verb == "Read" {
			value = jen.Parens(plainListType(in, f)).Call(value)
		}
	}
	return in.wire(verb + name + "List").Call(append(args, value)...)
}

// plainListType is the pointer type that the runtime takes for a list whose slice
// type has a name.
func plainListType(in *names, f *plan.Field) *jen.Statement {
	return jen.Op("*").Index().Add(in.typ(f.Simple.Of))
}

// eachOwnFunc is a function that reads or writes one list of a named type.
func eachOwnFunc(in *names, verb string, f *plan.Field) *jen.Statement {
	if verb == "Read" {
		return jen.Func().Params(jen.Id("d").Op("*").Add(in.wire("Decoder")), jen.Id("x").Op("*").Add(in.typ(f.Type))).Block(
			in.own(f.Own, "ReadList").Call(d(), jen.Parens(plainListType(in, f)).Call(jen.Id("x"))))
	}
	return jen.Func().Params(jen.Id("e").Op("*").Add(in.wire("Encoder")), jen.Id("n").Op("*").Add(in.codec("Name")), jen.Id("x").Add(in.typ(f.Type))).Block(
		in.own(f.Own, "WriteList").Call(jen.Id("e"), jen.Id("n"), jen.Id("x")))
}

// eachListFunc is a function that reads or writes one list of several.
func eachListFunc(in *names, verb, item string, list, plain *jen.Statement) *jen.Statement {
	if verb == "Read" {
		x := jen.Id("x")
		if plain != nil {
			x = jen.Parens(plain).Call(jen.Id("x"))
		}
		return jen.Func().Params(jen.Id("d").Op("*").Add(in.wire("Decoder")), jen.Id("x").Op("*").Add(list)).Block(
			in.wire("Read"+item+"List").Call(d(), x))
	}
	return jen.Func().Params(jen.Id("e").Op("*").Add(in.wire("Encoder")), jen.Id("n").Op("*").Add(in.codec("Name")), jen.Id("x").Add(list)).Block(
		in.wire("Write"+item+"List").Call(jen.Id("e"), jen.Id("n"), jen.Id("x")))
}
