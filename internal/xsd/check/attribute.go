package check

import "github.com/wbxgen/wbxgen/internal/xsd"

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

// restrictedUses is clauses 2 and 3: each attribute use narrows one of the
// base, and no required one goes away.
func (k *checker) restrictedUses(t Type, b *xsd.ComplexType) {
	ofBase, own := b.UsesByName(), t.T.UsesByName()
	for _, u := range t.T.AttributeUses {
		bu := ofBase[u.Decl.Name]
		switch {
		case bu == u:
		case bu != nil:
			k.restrictedUse(t, u, bu)
		case b.AttributeWildcard == nil || !b.AttributeWildcard.Namespaces.Allows(u.Decl.Name.Space):
			k.diags.Error(u.Pos, "derivation-ok-restriction.2.2", "attribute %q is not in the base %s, and no wildcard of it allows one", t.Doc.Label(u.Decl.Name), typeLabel(t.Doc, b))
		}
	}
	for _, bu := range b.AttributeUses {
		if bu.Required && own[bu.Decl.Name] == nil {
			k.diags.Error(t.T.Pos, "derivation-ok-restriction.3", "attribute %q is required in the base %s and cannot be prohibited", t.Doc.Label(bu.Decl.Name), typeLabel(t.Doc, b)).
				See(bu.Pos, "required here")
		}
	}
}

func (k *checker) restrictedUse(t Type, u, bu *xsd.AttributeUse) {
	name := t.Doc.Label(u.Decl.Name)
	if bu.Required && !u.Required {
		k.diags.Error(u.Pos, "derivation-ok-restriction.2.1.1", "attribute %q is required in the base and must stay so", name).See(bu.Pos, "required here")
	}
	if !xsd.DerivesFrom(u.Decl.Type, bu.Decl.Type, xsd.Extension|xsd.ListDerivation|xsd.UnionDerivation) {
		k.diags.Error(u.Pos, "derivation-ok-restriction.2.1.2", "the type of attribute %q does not come from its type in the base, %s", name, typeLabel(t.Doc, bu.Decl.Type)).
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
	if v.Value.IsZero() {
		return v.Lexical == want.Lexical
	}
	return want.Is(v.Value)
}

// restrictedWildcard is clause 4.
func (k *checker) restrictedWildcard(t Type, b *xsd.ComplexType) {
	w, bw := t.T.AttributeWildcard, b.AttributeWildcard
	switch {
	case w == nil:
	case bw == nil:
		k.diags.Error(w.Pos, "derivation-ok-restriction.4.1", "the base %s has no attribute wildcard", typeLabel(t.Doc, b))
	case !w.Namespaces.SubsetOf(bw.Namespaces):
		k.diags.Error(w.Pos, "derivation-ok-restriction.4.2", "the wildcard allows %s, which is more than the base's %s", w.Namespaces, bw.Namespaces).See(bw.Pos, "the base's wildcard")
	case w.Process > bw.Process:
		k.diags.Error(w.Pos, "derivation-ok-restriction.4.3", "processContents %s is weaker than the base's %s", w.Process, bw.Process).See(bw.Pos, "the base's wildcard")
	}
}
