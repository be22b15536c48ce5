package gogen

import (
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// c is the checker within generated code.
func c() *jen.Statement { return jen.Id("c") }

// printFacets prints a variable with facets, if there is one.
func printFacets(out *jen.Group, in *names, name string, checks []plan.Check) {
	if name == "" {
		return
	}
	out.Var().Id(name).Op("=").Add(in.wire("Facets")).Values(facetFields(in, checks)...)
}

func facetFields(in *names, checks []plan.Check) []jen.Code {
	var fields []jen.Code
	set := func(name string, value jen.Code) { fields = append(fields, jen.Id(name).Op(":").Add(value)) }
	number := func(n uint64) jen.Code { return jen.Op(strconv.FormatUint(n, 10)) }
	var patterns []jen.Code
	merged := mergeChecks(checks)
	for _, c := range merged {
		switch c.Kind {
		case plan.CheckMinLength:
			set("MinLength", number(c.Number))
		case plan.CheckMaxLength:
			set("MaxLength", number(c.Number))
			set("Bounded", jen.True())
		case plan.CheckMinInclusive:
			set("Min", jen.Lit(c.Text))
		case plan.CheckMaxInclusive:
			set("Max", jen.Lit(c.Text))
		case plan.CheckMinExclusive:
			set("Above", jen.Lit(c.Text))
		case plan.CheckMaxExclusive:
			set("Below", jen.Lit(c.Text))
		case plan.CheckTotalDigits:
			set("TotalDigits", number(c.Number))
		case plan.CheckFractionDigits:
			set("FractionDigits", number(c.Number))
			set("Fractioned", jen.True())
		case plan.CheckLexical:
			set("Of", jen.Lit(c.Text))
		case plan.CheckSpace:
			set("Space", jen.Lit(c.Text))
		case plan.CheckEnum:
			set("Enum", texts(c.Values))
		case plan.CheckFixed:
			set("IsFixed", jen.True())
			text := c.Text
			if len(c.Values) > 0 {
				text = c.Values[0]
			}
			set("Fixed", jen.Lit(text))
		case plan.CheckMembers:
			set("Members", jen.Index().Op("*").Add(in.wire("Facets")).ValuesFunc(func(g *jen.Group) {
				for _, m := range c.Types {
					g.Line().Values(facetFields(in, m)...)
				}
				g.Line()
			}))
		case plan.CheckItem:
			set("Item", jen.Op("&").Add(in.wire("Facets")).Values(facetFields(in, c.Types[0])...))
		case plan.CheckPattern:
			patterns = append(patterns, jen.Values(jen.Id("Text").Op(":").Lit(c.Text), jen.Id("Any").Op(":").Add(texts(c.Pattern))))
		}
	}
	if len(patterns) > 0 {
		set("Patterns", jen.Index().Add(in.wire("Pattern")).Values(patterns...))
	}
	return fields
}

// texts is a slice of strings.
func texts(list []string) *jen.Statement {
	return jen.Index().String().ValuesFunc(func(g *jen.Group) {
		for _, text := range list {
			g.Lit(text)
		}
	})
}

// mergeChecks keeps the last of several checks of one kind, which is the
// narrowest, turns an exact length into two bounds, and keeps all patterns.
func mergeChecks(checks []plan.Check) []plan.Check {
	var out []plan.Check
	put := func(c plan.Check) {
		for i := range out {
			if out[i].Kind == c.Kind && c.Kind != plan.CheckPattern {
				out[i] = c
				return
			}
		}
		out = append(out, c)
	}
	for _, c := range checks {
		if c.Kind == plan.CheckLength {
			put(plan.Check{Kind: plan.CheckMinLength, Number: c.Number})
			c.Kind = plan.CheckMaxLength
		}
		put(c)
	}
	return out
}

// facetCall is the call that checks a value against facets.
func facetCall(scalar plan.Scalar, name, index, value *jen.Statement, facets string) *jen.Statement {
	args := func(v jen.Code) []jen.Code { return []jen.Code{name, index, v, jen.Op("&").Id(facets)} }
	switch scalar {
	case plan.BoolScalar:
		return c().Dot("Bool").Call(args(jen.Bool().Call(value))...)
	case plan.IntScalar:
		return c().Dot("Int").Call(args(jen.Int64().Call(value))...)
	case plan.UintScalar:
		return c().Dot("Uint").Call(args(jen.Uint64().Call(value))...)
	case plan.FloatScalar:
		return c().Dot("Float").Call(args(jen.Float64().Call(value))...)
	case plan.Base64Scalar:
		return c().Dot("Base64").Call(args(value)...)
	case plan.HexScalar:
		return c().Dot("Hex").Call(args(value)...)
	case plan.QNameScalar:
		return c().Dot("QName").Call(args(value)...)
	case plan.SecretScalar, plan.SecretTokenScalar:
		return c().Dot("Secret").Call(args(value)...)
	case plan.ValueScalar:
		return c().Dot("Value").Call(args(value)...)
	}
	return c().Dot("String").Call(args(jen.String().Call(value))...)
}
