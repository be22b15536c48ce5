package project

import (
	"cmp"
	"errors"
	"go/types"
	"maps"
	"slices"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/godecl"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// ownTypes are the Go types that the configuration chooses for components of a
// schema.
func (st *Settings) ownTypes(s *xsd.Schema) map[xsd.Component]*plan.Own {
	list := map[xsd.Component]*plan.Own{}
	by := map[xsd.Component]string{} // the entry that chose it
	for _, text := range slices.Sorted(maps.Keys(st.cfg.Types)) {
		pos, at := st.cfg.KeyAt("types", text), st.cfg.ValueAt("types", text)
		own := st.ownType(text, at)
		byKind := map[plan.OwnKind]*plan.Own{}
		for _, f := range st.find(s, entry{"types", text}, text, pos, true, config.OwnKinds()...) {
			t, why := simpleOf(f.component)
			if why != "" {
				st.wrong.Error(pos, config.Code, "%s %s", text, why)
				continue
			}
			one := own
			if one.Kind, why = kindFor(own, t); why != "" {
				st.wrong.Error(at, config.Code, "%s", why)
				continue
			}
			if t.Datatype.WhiteSpace() != datatype.Collapse && t.Variety == datatype.AtomicVariety {
				one.Keep = one.Kind == plan.OwnFuncs
			}
			if byKind[one.Kind] == nil {
				byKind[one.Kind] = &one
			}
			if other, known := by[f.component]; known && st.cfg.Types[other] != st.cfg.Types[text] {
				st.wrong.Error(at, config.Code, "%q is what %q has another Go type for already", text, other).See(st.cfg.ValueAt("types", other), "the other is here")
			}
			list[f.component], by[f.component] = byKind[one.Kind], text
		}
	}
	return list
}

// simpleOf is the simple type that a component's values have, or why another Go
// type cannot take their place.
func simpleOf(c xsd.Component) (t *xsd.SimpleType, why string) {
	switch c := c.(type) {
	case *xsd.ElementDecl:
		return simpleOf(c.Type)
	case *xsd.AttributeDecl:
		return simpleOf(c.Type)
	case *xsd.SimpleType:
		switch {
		case c.Variety == datatype.ListVariety:
			return nil, "is a list; choose a type for its items"
		case c == xsd.AnySimpleType || c.Datatype.Primitive() != nil && (c.Datatype.Primitive().Name() == "QName" || c.Datatype.Primitive().Name() == "NOTATION"):
			return nil, "has values that prefixes of the document are part of, which a text alone does not have"
		}
		return c, ""
	}
	return nil, "has a complex type; only what has text alone can be of another Go type"
}

// kindFor says how values of a type become those of the user's Go type.
func kindFor(own plan.Own, t *xsd.SimpleType) (kind plan.OwnKind, why string) {
	if own.Kind != plan.OwnText || own.Type.Import != "time" || own.Type.Name != "Time" {
		return own.Kind, ""
	}
	switch p := t.Datatype.Primitive(); {
	case p != nil && p.Name() == "dateTime":
		return plan.OwnDateTime, ""
	case p != nil && p.Name() == "date":
		return plan.OwnDate, ""
	}
	return 0, "time.Time stands for xs:dateTime and xs:date; for another type say by which functions it is parsed and formatted"
}

// ownType is what an entry says, held to what the packages have that it names. It
// is looked up once.
func (st *Settings) ownType(text string, at diag.Pos) plan.Own {
	if own, known := st.own[text]; known {
		return own
	}
	chosen := st.cfg.Types[text]
	importPath, name := config.SplitName(chosen.Type)
	own := plan.Own{Type: plan.Type{Import: importPath, Name: name}}
	switch {
	case chosen.Parse != "":
		st.functions(&own, text, chosen)
	case importPath == "" && name == "string":
		own.Kind = plan.OwnString
	case importPath == "":
		own.Kind = plan.OwnNumber
	case chosen.Type == "time.Time":
		own.Kind, own.Package = plan.OwnText, "time"
	default:
		own.Kind = plan.OwnText
		st.methods(&own, chosen.Type, at)
	}
	st.own[text] = own
	return own
}

// methods checks that a type reads and writes texts.
func (st *Settings) methods(own *plan.Own, name string, at diag.Pos) {
	t, names, err := st.decls.Type(own.Type.Import, own.Type.Name)
	switch {
	case errors.Is(err, godecl.ErrNoGo):
		return // the compiler will say
	case err != nil:
		st.wrong.Error(at, config.Code, "%v", err)
		return
	case t == nil:
		st.wrong.Error(at, config.Code, "package %s has no type %s%s", own.Type.Import, own.Type.Name, diag.DidYouMean(own.Type.Name, names))
		return
	}
	own.Package = st.packageName(own.Type.Import)
	has := godecl.Methods(t)
	if has["UnmarshalText"] == nil || has["MarshalText"] == nil {
		st.wrong.Error(at, config.Code, "%s has no methods UnmarshalText and MarshalText; say by which functions it is parsed and formatted: {type: %s, parse: …, format: …}", name, name)
	}
}

// functions checks that the functions of an entry are there and fit its type.
func (st *Settings) functions(own *plan.Own, text string, chosen config.OwnType) {
	want := chosen.Type
	if own.Type.Import != "" {
		own.Package = st.packageName(own.Type.Import)
	}
	own.Parse = st.function(chosen.Parse)
	own.Format = st.function(chosen.Format)
	st.signature(own.Parse, st.cfg.ValueAt("types", text, "parse"), "func(string) ("+want+", error)", func(sig *types.Signature) bool {
		return fits(sig.Params(), "string") && fits(sig.Results(), want, "error")
	})
	st.signature(own.Format, st.cfg.ValueAt("types", text, "format"), "func("+want+") (string, error) or func("+want+") string", func(sig *types.Signature) bool {
		own.Plain = fits(sig.Results(), "string")
		return fits(sig.Params(), want) && (own.Plain || fits(sig.Results(), "string", "error"))
	})
}

func (st *Settings) function(name string) plan.Func {
	importPath, local := config.SplitName(name)
	return plan.Func{Import: importPath, Name: local, Package: st.packageName(importPath)}
}

// packageName is the name of a package, "" where that is not known.
func (st *Settings) packageName(importPath string) string {
	pkg, err := st.decls.Package(importPath)
	if err != nil {
		return ""
	}
	return pkg.Name()
}

// signature reports a function that is not there or does not fit.
func (st *Settings) signature(f plan.Func, at diag.Pos, want string, fits func(*types.Signature) bool) {
	sig, names, err := st.decls.Func(f.Import, f.Name)
	switch {
	case errors.Is(err, godecl.ErrNoGo):
	case err != nil:
		st.wrong.Error(at, config.Code, "%v", err)
	case sig == nil:
		st.wrong.Error(at, config.Code, "package %s has no function %s%s", f.Import, f.Name, diag.DidYouMean(f.Name, names))
	case !fits(sig):
		st.wrong.Error(at, config.Code, "%s.%s is %s, and has to be %s", f.Import, f.Name, godecl.Text(sig), want)
	}
}

// fits reports whether parameters or results are of some types.
func fits(tuple *types.Tuple, want ...string) bool {
	if tuple.Len() != len(want) {
		return false
	}
	for i, w := range want {
		if got := godecl.Text(tuple.At(i).Type()); got != w && cmp.Or(sameBasic[got], got) != cmp.Or(sameBasic[w], w) {
			return false
		}
	}
	return true
}

// sameBasic are types of Go with two names.
var sameBasic = map[string]string{"byte": "uint8", "rune": "int32"}
