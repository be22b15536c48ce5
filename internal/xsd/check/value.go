package check

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// element checks what Part 1 §3.3.6 asks of an element declaration.
func (k *checker) element(e Element) {
	d := e.Decl
	k.substitution(e)
	if t, ok := d.Type.(*xsd.SimpleType); ok && t.Datatype.RequiresEnumeration() {
		k.diags.Error(e.Source.PosOf("type"), "enumeration-required-notation", "xs:NOTATION cannot be used as it is; restrict it to an enumeration of notations")
	}
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
	d.Value.Value = k.value(simple, d.Value, e.Names, "e-props-correct.2")
	d.Value.Lexical = simple.Datatype.Normalize(d.Value.Lexical)
}

// substitution is clauses 3 and 4 of Element Declaration Properties Correct.
func (k *checker) substitution(e Element) {
	head := e.Decl.Head
	if head == nil {
		return
	}
	if !xsd.DerivesFrom(e.Decl.Type, head.Type, head.Final) {
		k.diags.Error(e.Source.PosOf("substitutionGroup"), "e-props-correct.4", "the type %s does not come from the type %s of the head %q in a way that the head allows",
			typeLabel(e.Doc, e.Decl.Type), typeLabel(e.Doc, head.Type), e.Doc.Label(head.Name)).See(head.Pos, "the head")
	}
}

// defaultType returns the simple type that a default of the element must
// have: its own, its content's, or that of a string for mixed content that
// may be empty (Part 1 §3.3.6, Element Default Valid).
func (k *checker) defaultType(e Element) *xsd.SimpleType {
	switch t := e.Decl.Type.(type) {
	case *xsd.SimpleType:
		return t
	case *xsd.ComplexType:
		switch {
		case t.Content.Kind == xsd.SimpleContent:
			return t.Content.Simple
		case t.Content.Kind != xsd.MixedContent:
			k.diags.Error(e.Decl.Value.Pos, "cos-valid-default.2.1", "a default needs simple or mixed content, but the type has %s content", t.Content.Kind)
		case !t.Content.Particle.Emptiable():
			k.diags.Error(e.Decl.Value.Pos, "cos-valid-default.2.2.2", "a default needs content that may be empty, but the type requires elements")
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
func (k *checker) attributeValue(u Value) {
	v, code := u.Decl.Value, "a-props-correct.2"
	if u.Use != nil {
		v, code = u.Use.Value, "au-props-correct.1"
	}
	if isID(u.Decl.Type) {
		k.diags.Error(v.Pos, "a-props-correct.3", "an attribute of type ID cannot have a default or fixed value")
		return
	}
	v.Value = k.value(u.Decl.Type, v, u.Names, code)
	v.Lexical = u.Decl.Type.Datatype.Normalize(v.Lexical)
	if u.Use == nil || u.Decl.Value == nil || !u.Decl.Value.Fixed {
		return
	}
	if u.Decl.Value.Value.Type() == nil {
		u.Decl.Value.Value, _ = u.Decl.Type.Datatype.Parse(u.Decl.Value.Lexical, nil)
	}
	if !sameFixed(v, u.Decl.Value) {
		k.diags.Error(v.Pos, "au-props-correct.2", "the declaration fixes the value to %q; a use can only fix the same value", u.Decl.Value.Lexical).
			See(u.Decl.Pos, "the declaration")
	}
}
