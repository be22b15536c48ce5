package validate

import "github.com/wbxgen/wbxgen/internal/xsd"

// element is an element declaration as validation needs it.
type element struct {
	decl        *xsd.ElementDecl
	name        symbol
	typ         *typeInfo
	constraints []*constraint
}

// substitutable is Substitution Group OK (Transitive) of Part 1 §3.3.6, with
// what the head disallows as the blocking constraint; m has head among its
// affiliations.
func substitutable(m, head *xsd.ElementDecl) bool {
	if head.Block.Has(xsd.Substitution) {
		return false
	}
	blocked, used := head.Block|prohibited(head.Type), xsd.DerivationSet(0)
	for t := m.Type; t != head.Type; {
		used |= t.DerivedBy()
		base := t.BaseType()
		if base == t {
			break
		}
		if base != head.Type {
			blocked |= prohibited(base)
		}
		t = base
	}
	return used&blocked == 0
}

// prohibited is the property {prohibited substitutions}, which simple types
// lack.
func prohibited(t xsd.Type) xsd.DerivationSet {
	if ct, ok := t.(*xsd.ComplexType); ok {
		return ct.Block
	}
	return 0
}

// derived reports whether t may stand for base (Part 1 §3.4.6 and §3.14.6,
// Type Derivation OK).
func derived(t, base xsd.Type, blocked xsd.DerivationSet) bool {
	if _, simple := t.(*xsd.SimpleType); simple && t != base && blocked.Has(xsd.Restriction) {
		return false
	}
	return xsd.DerivesFrom(t, base, blocked&(xsd.Restriction|xsd.Extension))
}
