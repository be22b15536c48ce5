package gogen

import (
	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// printOwns prints the variables with the conversions of types that the user has
// chosen.
func printOwns(out *jen.Group, in *names, pkg *plan.Package) {
	for _, v := range pkg.Owns {
		printComment(out, []string{v.Name + " reads and writes the values of a type that the configuration chose."})
		out.Var().Id(v.Name).Op("=").Add(conversions(in, v.Own))
	}
}

// importOwns says what the packages of the user are called that a package needs.
func importOwns(f *jen.File, pkg *plan.Package) {
	for _, v := range pkg.Owns {
		for _, of := range []plan.Func{v.Own.Parse, v.Own.Format, {Import: v.Own.Type.Import, Package: v.Own.Package}} {
			if of.Package != "" {
				f.ImportName(of.Import, of.Package)
			}
		}
	}
}

func conversions(in *names, o *plan.Own) *jen.Statement {
	switch o.Kind {
	case plan.OwnText:
		return in.wire("OwnText").Index(in.typ(o.Type)).Call()
	case plan.OwnNumber:
		return in.wire("OwnNumber").Index(in.typ(o.Type)).Call()
	case plan.OwnString:
		return in.wire("OwnString").Index(in.typ(o.Type)).Call()
	case plan.OwnDateTime:
		return in.wire("OwnDateTime").Call()
	case plan.OwnDate:
		return in.wire("OwnDate").Call()
	}
	format := jen.Qual(o.Format.Import, o.Format.Name)
	if o.Plain {
		format = in.wire("PlainFormat").Call(format)
	}
	fields := []jen.Code{jen.Id("Parse").Op(":").Qual(o.Parse.Import, o.Parse.Name), jen.Id("Format").Op(":").Add(format)}
	if o.Keep {
		fields = append(fields, jen.Id("Keep").Op(":").True())
	}
	return in.wire("Own").Index(in.typ(o.Type)).Values(fields...)
}
