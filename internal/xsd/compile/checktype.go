package compile

import (
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// complexType checks what Part 1 §3.4.6 asks of a complex type.
func (k *checker) complexType(t *complexType) {
	if t.state != built {
		return
	}
	k.idAttributes(t.t.AttributeUses, "ct-props-correct.5")
	switch {
	case t.broken:
	case t.t.Method == xsd.Extension:
		k.extension(t)
	default:
		k.restriction(t)
	}
	if p := t.t.Content.Particle; p != nil {
		k.allLimited(t, p)
		k.consistent(t, p)
		k.unambiguous(t, p)
	}
}

// idAttributes is clause 5 of Complex Type Definition Properties Correct and
// clause 3 of Attribute Group Definition Properties Correct: at most one
// attribute of type ID.
func (k *checker) idAttributes(uses []*xsd.AttributeUse, code string) {
	var first *xsd.AttributeUse
	for _, u := range uses {
		if !isID(u.Decl.Type) {
			continue
		}
		if first != nil {
			k.diags.Error(u.Pos, code, "two attributes have the type ID; an element has one identifier").See(first.Pos, "the first")
			return
		}
		first = u
	}
}

func isID(t xsd.Type) bool { return xsd.DerivesFrom(t, xsd.Builtin("ID"), 0) }

// allLimited is All Group Limited (Part 1 §3.8.6) for a whole content model:
// the group occurs at most once, and an extension cannot go on behind it.
func (k *checker) allLimited(t *complexType, p *xsd.Particle) {
	g, ok := p.Term.(*xsd.ModelGroup)
	if !ok {
		return
	}
	if g.Compositor == xsd.All && p.Max != 1 {
		k.diags.Error(p.Pos, "cos-all-limited.1.2", "an all group must not occur more than once")
	}
	if t.t.Method != xsd.Extension {
		return
	}
	for _, q := range g.Particles {
		if inner, ok := q.Term.(*xsd.ModelGroup); ok && inner.Compositor == xsd.All {
			k.diags.Error(t.t.Pos, "cos-all-limited.1.2", "an all group cannot be extended, and cannot extend a type that has content").See(inner.Pos, "the all group")
			return
		}
	}
}

// extension is Derivation Valid (Extension) of Part 1 §3.4.6.
func (k *checker) extension(t *complexType) {
	base := t.t.Base
	b, ok := base.(*xsd.ComplexType)
	if base.FinalSet().Has(xsd.Extension) {
		code := "cos-ct-extends.1.1"
		if !ok {
			code = "cos-ct-extends.2.2"
		}
		k.diags.Error(t.t.Pos, code, "the base %s is final: it must not be extended", k.typeLabel(t.doc, base))
	}
	if !ok {
		return
	}
	d, bc := t.t.Content, b.Content
	switch {
	case d.Kind == xsd.SimpleContent || bc.Kind == xsd.SimpleContent:
		if d.Kind != bc.Kind {
			k.diags.Error(t.t.Pos, "cos-ct-extends.1.4", "the base %s has %s content, which cannot be extended with %s content", k.typeLabel(t.doc, base), bc.Kind, d.Kind)
		}
	case bc.Kind == xsd.EmptyContent:
	case d.Kind != bc.Kind || t.mixed && bc.Kind == xsd.ElementOnlyContent:
		k.diags.Error(t.t.Pos, "cos-ct-extends.1.4.3.2.2.1", "the base %s has %s content, but the extension %s: both must be mixed or neither", k.typeLabel(t.doc, base), bc.Kind, mixedWord(t.mixed))
	}
}

func mixedWord(mixed bool) string {
	if mixed {
		return "is mixed"
	}
	return "is not mixed"
}

// restriction is Derivation Valid (Restriction, Complex) of Part 1 §3.4.6.
func (k *checker) restriction(t *complexType) {
	b, ok := t.t.Base.(*xsd.ComplexType)
	if !ok || b == xsd.AnyType {
		return
	}
	if b.Final.Has(xsd.Restriction) {
		k.diags.Error(t.t.Pos, "derivation-ok-restriction.1", "the base %s is final: it must not be restricted", k.typeLabel(t.doc, b))
	}
	k.restrictedUses(t, b)
	k.restrictedWildcard(t, b)
	k.restrictedType(t, b)
}

// restrictedUses is clauses 2 and 3: each attribute use narrows one of the
// base, and no required one goes away.
func (k *checker) restrictedUses(t *complexType, b *xsd.ComplexType) {
	ofBase, own := usesByName(b.AttributeUses), usesByName(t.t.AttributeUses)
	for _, u := range t.t.AttributeUses {
		bu := ofBase[u.Decl.Name]
		switch {
		case bu == u:
		case bu != nil:
			k.restrictedUse(t, u, bu)
		case b.AttributeWildcard == nil || !b.AttributeWildcard.Namespaces.Allows(u.Decl.Name.Space):
			k.diags.Error(u.Pos, "derivation-ok-restriction.2.2", "attribute %q is not in the base %s, and no wildcard of it allows one", k.label(t.doc, u.Decl.Name), k.typeLabel(t.doc, b))
		}
	}
	for _, bu := range b.AttributeUses {
		if bu.Required && own[bu.Decl.Name] == nil {
			k.diags.Error(t.t.Pos, "derivation-ok-restriction.3", "attribute %q is required in the base %s and cannot be prohibited", k.label(t.doc, bu.Decl.Name), k.typeLabel(t.doc, b)).
				See(bu.Pos, "required here")
		}
	}
}

func usesByName(uses []*xsd.AttributeUse) map[xsd.QName]*xsd.AttributeUse {
	m := make(map[xsd.QName]*xsd.AttributeUse, len(uses))
	for _, u := range uses {
		m[u.Decl.Name] = u
	}
	return m
}

func (k *checker) restrictedUse(t *complexType, u, bu *xsd.AttributeUse) {
	name := k.label(t.doc, u.Decl.Name)
	if bu.Required && !u.Required {
		k.diags.Error(u.Pos, "derivation-ok-restriction.2.1.1", "attribute %q is required in the base and must stay so", name).See(bu.Pos, "required here")
	}
	if !xsd.DerivesFrom(u.Decl.Type, bu.Decl.Type, xsd.Extension|xsd.ListDerivation|xsd.UnionDerivation) {
		k.diags.Error(u.Pos, "derivation-ok-restriction.2.1.2", "the type of attribute %q does not come from its type in the base, %s", name, k.typeLabel(t.doc, bu.Decl.Type)).
			See(bu.Pos, "the attribute of the base")
	}
	if want := bu.Effective(); want != nil && want.Fixed && !sameFixed(u.Effective(), want) {
		k.diags.Error(u.Pos, "derivation-ok-restriction.2.1.3", "attribute %q is fixed to %q in the base and must be fixed to the same value", name, want.Lexical).
			See(bu.Pos, "fixed here")
	}
}

// sameFixed reports whether v fixes the value that want fixes.
func sameFixed(v, want *xsd.ValueConstraint) bool {
	if v == nil || !v.Fixed {
		return false
	}
	if v.Value.Type() == nil || want.Value.Type() == nil {
		return v.Lexical == want.Lexical
	}
	return v.Value.Equal(want.Value)
}

// restrictedWildcard is clause 4.
func (k *checker) restrictedWildcard(t *complexType, b *xsd.ComplexType) {
	w, bw := t.t.AttributeWildcard, b.AttributeWildcard
	switch {
	case w == nil:
	case bw == nil:
		k.diags.Error(w.Pos, "derivation-ok-restriction.4.1", "the base %s has no attribute wildcard", k.typeLabel(t.doc, b))
	case !w.Namespaces.SubsetOf(bw.Namespaces):
		k.diags.Error(w.Pos, "derivation-ok-restriction.4.2", "the wildcard allows %s, which is more than the base's %s", w.Namespaces, bw.Namespaces).See(bw.Pos, "the base's wildcard")
	case w.Process > bw.Process:
		k.diags.Error(w.Pos, "derivation-ok-restriction.4.3", "processContents %s is weaker than the base's %s", w.Process, bw.Process).See(bw.Pos, "the base's wildcard")
	}
}

// restrictedType is clause 5: the content narrows the base's.
func (k *checker) restrictedType(t *complexType, b *xsd.ComplexType) {
	d, bc := t.t.Content, b.Content
	wrong := func(code string) *diag.Diagnostic {
		return k.diags.Error(t.t.Pos, code, "%s content is no restriction of the %s content of %s", d.Kind, bc.Kind, k.typeLabel(t.doc, b))
	}
	switch d.Kind {
	case xsd.SimpleContent:
		if bc.Kind == xsd.SimpleContent {
			if !xsd.DerivesFrom(d.Simple, bc.Simple, 0) {
				wrong("derivation-ok-restriction.5.2.2.1")
			}
		} else if bc.Kind != xsd.MixedContent || !bc.Particle.Emptiable() {
			wrong("derivation-ok-restriction.5.2.2")
		}
	case xsd.EmptyContent:
		if bc.Kind != xsd.EmptyContent && (bc.Particle == nil || !bc.Particle.Emptiable()) {
			wrong("derivation-ok-restriction.5.3.2")
		}
	default:
		if bc.Kind != xsd.MixedContent && bc.Kind != d.Kind {
			wrong("derivation-ok-restriction.5.4.1.2")
			return
		}
		k.restrictedContent(t, b)
	}
}

func (k *checker) restrictedContent(t *complexType, b *xsd.ComplexType) {
	if why := k.restricts(t.doc, t.t.Content.Particle, b.Content.Particle); why != nil {
		pos := why.pos
		if !pos.IsValid() {
			pos = t.t.Pos
		}
		d := k.diags.Error(pos, why.code, "no valid restriction of %s: %s", k.typeLabel(t.doc, b), why.text())
		if why.base.IsValid() {
			d.See(why.base, "in the base")
		}
	}
}
