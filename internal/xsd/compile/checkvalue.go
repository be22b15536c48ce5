package compile

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// element checks what Part 1 §3.3.6 asks of an element declaration.
func (k *checker) element(e *elementBuilt) {
	d := e.decl
	k.substitution(e)
	k.notationType(d.Type, posOf(e.e, "type"))
	if d.Value == nil {
		return
	}
	simple := k.defaultType(e)
	if simple == nil {
		return
	}
	if isID(simple) || isID(d.Type) {
		k.diags.Error(d.Value.Pos, "e-props-correct.5", "an element of type ID cannot have a default or fixed value")
		return
	}
	d.Value.Value = k.value(simple, d.Value, k.valueContext(e.doc, e.e), "e-props-correct.2")
	d.Value.Lexical = simple.Datatype.Normalize(d.Value.Lexical)
}

// substitution is clauses 3 and 4 of Element Declaration Properties Correct.
func (k *checker) substitution(e *elementBuilt) {
	head := e.decl.Head
	if head == nil {
		return
	}
	if !xsd.DerivesFrom(e.decl.Type, head.Type, head.Final) {
		k.diags.Error(posOf(e.e, "substitutionGroup"), "e-props-correct.4", "the type %s does not come from the type %s of the head %q in a way that the head allows",
			k.typeLabel(e.doc, e.decl.Type), k.typeLabel(e.doc, head.Type), k.label(e.doc, head.Name)).See(head.Pos, "the head")
	}
}

// defaultType returns the simple type that a default of the element must
// have: its own, its content's, or that of a string for mixed content that
// may be empty (Part 1 §3.3.6, Element Default Valid).
func (k *checker) defaultType(e *elementBuilt) *xsd.SimpleType {
	switch t := e.decl.Type.(type) {
	case *xsd.SimpleType:
		return t
	case *xsd.ComplexType:
		switch {
		case t.Content.Kind == xsd.SimpleContent:
			return t.Content.Simple
		case t.Content.Kind != xsd.MixedContent:
			k.diags.Error(e.decl.Value.Pos, "cos-valid-default.2.1", "a default needs simple or mixed content, but the type has %s content", t.Content.Kind)
		case !t.Content.Particle.Emptiable():
			k.diags.Error(e.decl.Value.Pos, "cos-valid-default.2.2.2", "a default needs content that may be empty, but the type requires elements")
		default:
			return xsd.Builtin("string").(*xsd.SimpleType)
		}
	}
	return nil
}

// value parses a default or fixed value. Its canonical form must fit the type
// too (clause 2 of Element and of Attribute Declaration Properties Correct):
// where a pattern refuses that, the default could not be written out.
func (k *checker) value(t *xsd.SimpleType, v *xsd.ValueConstraint, ns func(string) (string, bool), code string) datatype.Value {
	value, err := t.Datatype.Parse(v.Lexical, ns)
	if err != nil {
		k.diags.Error(v.Pos, code, "the value %q does not fit the type: %v", shorten(v.Lexical), err)
		return value
	}
	if canonical, ok := canonicalForm(value); ok && canonical != value.Lexical() {
		if _, err := t.Datatype.Parse(canonical, ns); err != nil {
			k.diags.Error(v.Pos, code, "the canonical form %q of the value %q does not fit the type: %v", shorten(canonical), shorten(v.Lexical), err)
		}
	}
	return value
}

// canonicalForm returns the canonical lexical representation of a value; names,
// also within lists, have none (Part 2 §3.2.18).
func canonicalForm(v datatype.Value) (form string, ok bool) {
	if _, _, name := v.QName(); name || slices.ContainsFunc(v.Items(), isName) {
		return "", false
	}
	return v.Canonical(), true
}

func isName(v datatype.Value) bool {
	_, _, name := v.QName()
	return name
}

// attributeValue checks the value constraint of an attribute declaration or
// use (Part 1 §3.2.6, §3.5.6).
func (k *checker) attributeValue(u *useBuilt) {
	v, code := u.decl.Value, "a-props-correct.2"
	if u.use != nil {
		v, code = u.use.Value, "au-props-correct.1"
	}
	if isID(u.decl.Type) {
		k.diags.Error(v.Pos, "a-props-correct.3", "an attribute of type ID cannot have a default or fixed value")
		return
	}
	v.Value = k.value(u.decl.Type, v, k.valueContext(u.doc, u.e), code)
	v.Lexical = u.decl.Type.Datatype.Normalize(v.Lexical)
	if u.use == nil || u.decl.Value == nil || !u.decl.Value.Fixed {
		return
	}
	if u.decl.Value.Value.Type() == nil {
		u.decl.Value.Value, _ = u.decl.Type.Datatype.Parse(u.decl.Value.Lexical, nil)
	}
	if !sameFixed(v, u.decl.Value) {
		k.diags.Error(v.Pos, "au-props-correct.2", "the declaration fixes the value to %q; a use can only fix the same value", u.decl.Value.Lexical).
			See(u.decl.Pos, "the declaration")
	}
}
