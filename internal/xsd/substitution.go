package xsd

import "slices"

// Substitutable is Substitution Group OK (Transitive) of Part 1 §3.3.6 with
// what the head itself disallows for the blocking constraint: whether member
// may stand where head is declared. Neither abstract counts here, which is no
// matter of who is in the group but of who may occur in a document.
//
// Besides the head's own block, that of the head's type counts, and that of
// each type between the two: with head a of type A block="extension", an
// element of a type that extends A is in the substitution group by name only.
func Substitutable(member, head *ElementDecl) bool {
	return member == head || !head.Block.Has(Substitution) && affiliated(member, head) &&
		reaches(member.Type, head.Type, head.Block|Prohibited(head.Type))
}

// affiliated is clause 2.2: head is among the affiliations of member.
func affiliated(member, head *ElementDecl) bool {
	for h := member.Head; h != nil && h != member; h = h.Head {
		if h == head {
			return true
		}
	}
	return false
}

// reaches is clause 2.3: t comes from base by no derivation that is blocked or
// that a type on the way prohibits. From a union, its member types come by no
// derivation at all.
func reaches(t, base Type, blocked DerivationSet) bool {
	used := DerivationSet(0)
	for b := t; b != base; blocked |= Prohibited(b) {
		if b == nil || b == Type(AnyType) {
			return reachesMember(t, base, blocked)
		}
		used |= step(b)
		b = b.BaseType()
	}
	return used&blocked == 0
}

func reachesMember(t, base Type, blocked DerivationSet) bool {
	union, ok := base.(*SimpleType)
	return ok && slices.ContainsFunc(union.Members, func(m *SimpleType) bool { return m != base && reaches(t, m, blocked) })
}

// step is the way from t to its base as far as it can be blocked: of simple
// types that is restriction, whatever their own derivation is called.
func step(t Type) DerivationSet {
	if _, simple := t.(*SimpleType); simple {
		return Restriction
	}
	return t.DerivedBy()
}

// Prohibited is the property {prohibited substitutions} of a type definition;
// simple types have none.
func Prohibited(t Type) DerivationSet {
	if ct, ok := t.(*ComplexType); ok {
		return ct.Block
	}
	return 0
}

// StandsIn is clause 4.3 of Element Locally Valid (Part 1 §3.3.4): whether the
// type t may be named by xsi:type where declared is the type of a declaration
// whose {disallowed substitutions} are block; none where there is no
// declaration. Unlike in [Substitutable] types between the two have no say.
func StandsIn(t, declared Type, block DerivationSet) bool {
	return DerivesFrom(t, declared, block&(Restriction|Extension)|Prohibited(declared))
}

// Group is the substitution group of a head (Part 1 §3.3.6, Substitution
// Group) without the head itself: the global declarations that may stand for
// it, abstract ones included, in name order.
func (s *Schema) Group(head *ElementDecl) []*ElementDecl { return s.groups[head] }

// Substitutes returns the declarations of the elements that a document may
// have where a content model refers to head: head and those of its group that
// are not abstract. It is head alone for a local declaration.
func (s *Schema) Substitutes(head *ElementDecl) []*ElementDecl {
	var all []*ElementDecl
	if !head.Abstract {
		all = append(all, head)
	}
	for _, m := range s.groups[head] {
		if !m.Abstract {
			all = append(all, m)
		}
	}
	return all
}
