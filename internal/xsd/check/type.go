package check

import (
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// complexType checks what Part 1 §3.4.6 asks of a complex type.
func (k *checker) complexType(t Type) {
	k.idAttributes(t.T.AttributeUses, "ct-props-correct.5")
	switch {
	case t.Broken:
	case t.T.Method == xsd.Extension:
		k.extension(t)
	default:
		k.restriction(t)
	}
	if p := t.T.Content.Particle; p != nil {
		k.allLimited(t, p)
		k.consistent(t, p)
		k.unambiguous(t, p)
	}
}

// allLimited is All Group Limited (Part 1 §3.8.6) for a whole content model:
// the group occurs at most once, and an extension cannot go on behind it.
func (k *checker) allLimited(t Type, p *xsd.Particle) {
	g, ok := p.Term.(*xsd.ModelGroup)
	if !ok {
		return
	}
	if g.Compositor == xsd.All && p.Max != 1 {
		k.diags.Error(p.Pos, "cos-all-limited.1.2", "an all group must not occur more than once")
	}
	if t.T.Method != xsd.Extension {
		return
	}
	// Of what is mixed, no content of its own is an empty sequence, which would
	// stand behind that of the base (Part 1 §3.4.2, clause 2.1.4 of complex content).
	if g.Compositor == xsd.All && t.Mixed && t.T.Own == nil {
		k.diags.Error(t.T.Pos, "cos-all-limited.1.2", "an all group cannot be extended by a type that is mixed itself; without mixed=\"true\" the base's content is taken over as it is").See(g.Pos, "the all group")
	}
	for _, q := range g.Particles {
		if inner, ok := q.Term.(*xsd.ModelGroup); ok && inner.Compositor == xsd.All {
			k.diags.Error(t.T.Pos, "cos-all-limited.1.2", "an all group cannot be extended, and cannot extend a type that has content").See(inner.Pos, "the all group")
			return
		}
	}
}

// extension is Derivation Valid (Extension) of Part 1 §3.4.6.
func (k *checker) extension(t Type) {
	base := t.T.Base
	b, ok := base.(*xsd.ComplexType)
	if base.FinalSet().Has(xsd.Extension) {
		code := "cos-ct-extends.1.1"
		if !ok {
			code = "cos-ct-extends.2.2"
		}
		k.diags.Error(t.T.Pos, code, "the base %s is final: it must not be extended", typeLabel(t.Doc, base))
	}
	if !ok {
		return
	}
	d, bc := t.T.Content, b.Content
	switch {
	case d.Kind == xsd.SimpleContent || bc.Kind == xsd.SimpleContent:
		if d.Kind != bc.Kind {
			k.diags.Error(t.T.Pos, "cos-ct-extends.1.4", "the base %s has %s content, which cannot be extended with %s content", typeLabel(t.Doc, base), bc.Kind, d.Kind)
		}
	case bc.Kind == xsd.EmptyContent:
	case d.Kind != bc.Kind || t.Mixed && bc.Kind == xsd.ElementOnlyContent:
		k.diags.Error(t.T.Pos, "cos-ct-extends.1.4.3.2.2.1", "the base %s has %s content, but the extension %s: both must be mixed or neither", typeLabel(t.Doc, base), bc.Kind, mixedWord(t.Mixed))
	}
}

func mixedWord(mixed bool) string {
	if mixed {
		return "is mixed"
	}
	return "is not mixed"
}

// restriction is Derivation Valid (Restriction, Complex) of Part 1 §3.4.6.
func (k *checker) restriction(t Type) {
	b, ok := t.T.Base.(*xsd.ComplexType)
	if !ok || b == xsd.AnyType {
		return
	}
	if b.Final.Has(xsd.Restriction) {
		k.diags.Error(t.T.Pos, "derivation-ok-restriction.1", "the base %s is final: it must not be restricted", typeLabel(t.Doc, b))
	}
	k.restrictedUses(t, b)
	k.restrictedWildcard(t, b)
	k.restrictedType(t, b)
}

// restrictedType is clause 5: the content narrows the base's.
func (k *checker) restrictedType(t Type, b *xsd.ComplexType) {
	d, bc := t.T.Content, b.Content
	wrong := func(code string) *diag.Diagnostic {
		return k.diags.Error(t.T.Pos, code, "%s content is no restriction of the %s content of %s", d.Kind, bc.Kind, typeLabel(t.Doc, b))
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

func (k *checker) restrictedContent(t Type, b *xsd.ComplexType) {
	if why := k.restricts(t.Doc, t.T.Content.Particle, b.Content.Particle); why != nil {
		pos := why.pos
		if !pos.IsValid() {
			pos = t.T.Pos
		}
		d := k.diags.Error(pos, why.code, "no valid restriction of %s: %s", typeLabel(t.Doc, b), why.text())
		if why.base.IsValid() {
			d.See(why.base, "in the base")
		}
	}
}
