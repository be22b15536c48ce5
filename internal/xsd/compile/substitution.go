package compile

import (
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// group returns the other members of the substitution group of a declaration
// (Part 1 §3.3.6, Substitution Group), abstract ones included.
func (k *checker) group(head *xsd.ElementDecl) []*xsd.ElementDecl {
	if !head.Global || head.Block.Has(xsd.Substitution) {
		return nil
	}
	members, known := k.groups[head]
	if known {
		return members
	}
	for _, m := range k.schema.Members(head) {
		if standsFor(m.Type, head) {
			members = append(members, m)
		}
	}
	k.groups[head] = members
	return members
}

// standsFor is clause 2.3 of Substitution Group OK (Transitive): the way from
// the head's type to the member's uses no derivation that the head, its type
// or a type in between rules out.
func standsFor(t xsd.Type, head *xsd.ElementDecl) bool {
	blocked := head.Block
	if ct, ok := head.Type.(*xsd.ComplexType); ok {
		blocked |= ct.Block
	}
	for b := t; b != head.Type; {
		if b == xsd.Type(xsd.AnyType) {
			return xsd.DerivesFrom(t, head.Type, blocked)
		}
		b = b.BaseType()
		if ct, ok := b.(*xsd.ComplexType); ok {
			blocked |= ct.Block
		}
	}
	return xsd.DerivesFrom(t, head.Type, blocked)
}

// substitutes returns the declarations that an element in a document may have
// where a content model refers to head: head and its group without the
// abstract ones.
func (k *checker) substitutes(head *xsd.ElementDecl) []*xsd.ElementDecl {
	var all []*xsd.ElementDecl
	if !head.Abstract {
		all = append(all, head)
	}
	for _, m := range k.group(head) {
		if !m.Abstract {
			all = append(all, m)
		}
	}
	return all
}
