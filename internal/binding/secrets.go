package binding

import (
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// secrets know what must not be shown: what the profile calls so by its name,
// and what the configuration names.
type secrets struct {
	profile profile.Profile
	named   map[xsd.Component]bool
	// types are the complex types of secret elements: their text is secret in
	// all places, since a struct is the same everywhere.
	types map[*xsd.ComplexType]bool
}

func newSecrets(schema *xsd.Schema, o Options, ds *declarations) *secrets {
	sc := &secrets{o.Profile, o.Secrets, map[*xsd.ComplexType]bool{}}
	for _, e := range schema.Elements() {
		sc.element(e)
	}
	seen := map[*xsd.ModelGroup]bool{}
	for _, src := range ds.order {
		if o.Secrets[src.t] {
			sc.markType(src.t)
		}
		eachElement(src.t.Content.Particle, seen, sc.element)
	}
	return sc
}

// element marks the type of a secret element, where that is a complex one. What a
// profile calls so by its name can have children that are not.
func (sc *secrets) element(e *xsd.ElementDecl) {
	t, ok := e.Type.(*xsd.ComplexType)
	if ok && (sc.named[e] || t.Content.Kind == xsd.SimpleContent && sc.profile.Secret(e.Name.Local)) {
		sc.markType(t)
	}
}

// markType marks a complex type and, if it has child elements, theirs.
func (sc *secrets) markType(t *xsd.ComplexType) {
	if t == xsd.AnyType || sc.types[t] {
		return
	}
	sc.types[t] = true
	eachElement(t.Content.Particle, map[*xsd.ModelGroup]bool{}, func(e *xsd.ElementDecl) {
		if c, ok := e.Type.(*xsd.ComplexType); ok {
			sc.markType(c)
		}
	})
}

// eachElement goes through the element declarations of a content model. Groups in
// groups can name one many times, so those that were seen are left out.
func eachElement(p *xsd.Particle, seen map[*xsd.ModelGroup]bool, do func(*xsd.ElementDecl)) {
	if p == nil {
		return
	}
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		do(t)
	case *xsd.ModelGroup:
		if seen[t] {
			return
		}
		seen[t] = true
		for _, q := range t.Particles {
			eachElement(q, seen, do)
		}
	}
}

// isSecret reports whether an element or attribute of simple type, in a complex
// type, must not be shown. A profile goes by names, and means texts: neither
// passwordRequired nor passwordLifetime is a secret.
func (sc *secrets) isSecret(in *xsd.ComplexType, decl xsd.Component, local string, t *xsd.SimpleType) bool {
	if isQName(t) || isScoped(t) {
		return false
	}
	for s := t; s != nil; s = s.Base {
		if sc.named[s] {
			return true
		}
	}
	return sc.named[decl] || sc.types[in] || isAnyText(t) && sc.profile.Secret(local)
}

// isAnyText reports whether a type has texts that are not listed.
func isAnyText(t *xsd.SimpleType) bool {
	p := t.Datatype.Primitive()
	return p != nil && p.Name() == "string" && len(t.Datatype.Facets().Enum) == 0
}

// secret makes a planned field of simple type a secret: its text, with the facets
// of its type.
func (vs *values) secret(f *plan.Field, t *xsd.SimpleType) {
	f.Kind, f.Scalar, f.Type = plan.ScalarField, plan.SecretScalar, plan.Type{Runtime: true, Name: "Secret"}
	f.Simple, f.ListOf, f.ListItem, f.Checks = nil, nil, nil, nil
	text := plan.StringScalar
	if !keepsSpace(t) {
		f.Scalar, text = plan.SecretTokenScalar, plan.TokenScalar
	}
	if t.Variety == datatype.ListVariety {
		return // the items have no place of their own, and no checks
	}
	f.Checks = vs.facets.allChecks(t, text)
	if isEnum(t) {
		f.Checks = append(f.Checks, enumCheck(t)...)
	}
}
