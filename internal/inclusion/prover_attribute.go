package inclusion

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// attributes tests the attributes of two types.
func (p *Prover) attributes(l, r *xsd.ComplexType) Verdict {
	out := p.attributeWildcards(l, r)
	for _, lu := range l.AttributeUses {
		out = out.And(p.attributeUse(lu, r))
	}
	for _, ru := range r.AttributeUses {
		if !ru.Required {
			continue
		}
		lu := p.useNamed(l, p.right.Names.Name(ru.Decl.Name), p.left.Names)
		if lu == nil || !lu.Required {
			return Fails
		}
	}
	return out
}

// useNamed returns the use of the attribute with a name of the new version.
func (p *Prover) useNamed(t *xsd.ComplexType, name xsd.QName, names *Names) *xsd.AttributeUse {
	i := slices.IndexFunc(t.AttributeUses, func(u *xsd.AttributeUse) bool { return names.Name(u.Decl.Name) == name })
	if i < 0 {
		return nil
	}
	return t.AttributeUses[i]
}

// Attribute tests whether a type takes an attribute of the left: by a use of
// that name, or by its wildcard.
func (p *Prover) Attribute(lu *xsd.AttributeUse, r *xsd.ComplexType) Verdict {
	return p.attributeUse(lu, r).And(p.run())
}

func (p *Prover) attributeUse(lu *xsd.AttributeUse, r *xsd.ComplexType) Verdict {
	name := p.left.Names.Name(lu.Decl.Name)
	ru := p.useNamed(r, name, p.right.Names)
	if ru != nil {
		p.push(lu.Decl.Type, ru.Decl.Type)
		return fixedIncluded(lu.Effective(), ru.Effective())
	}
	w := r.AttributeWildcard
	if w == nil || !Constraint(w.Namespaces, p.right.Names).Allows(name.Space) {
		return Fails
	}
	decl := p.globalAttribute(name)
	switch {
	case w.Process == xsd.Skip || decl == nil && w.Process == xsd.Lax:
		return Holds
	case decl == nil:
		return Fails
	}
	p.push(lu.Decl.Type, decl.Type)
	return fixedIncluded(lu.Effective(), decl.Value)
}

// globalAttribute finds a global attribute of the right by its new name.
func (p *Prover) globalAttribute(name xsd.QName) *xsd.AttributeDecl {
	for _, a := range p.right.Schema.Attributes() {
		if p.right.Names.Name(a.Name) == name {
			return a
		}
	}
	return nil
}

// fixedIncluded tests value constraints: a fixed value on the right allows no
// other on the left.
func fixedIncluded(l, r *xsd.ValueConstraint) Verdict {
	switch {
	case r == nil || !r.Fixed:
		return Holds
	case l == nil || !l.Fixed || ValueKey(l) != ValueKey(r):
		return Fails
	}
	return Holds
}

func (p *Prover) attributeWildcards(l, r *xsd.ComplexType) Verdict {
	if l.AttributeWildcard == nil {
		return Holds
	}
	if r.AttributeWildcard == nil {
		return p.lostWildcard(l.AttributeWildcard)
	}
	a := Constraint(l.AttributeWildcard.Namespaces, p.left.Names)
	b := Constraint(r.AttributeWildcard.Namespaces, p.right.Names)
	switch {
	case !a.SubsetOf(b):
		return p.lostWildcard(l.AttributeWildcard)
	case l.AttributeWildcard.Process > r.AttributeWildcard.Process:
		return Fails
	}
	for _, ru := range r.AttributeUses {
		name := p.right.Names.Name(ru.Decl.Name)
		if p.useNamed(l, name, p.left.Names) == nil && a.Allows(name.Space) {
			return Unknown
		}
	}
	return Holds
}

// lostWildcard is the verdict where nothing takes what the wildcard allowed: a
// strict one may have allowed nothing.
func (p *Prover) lostWildcard(w *xsd.Wildcard) Verdict {
	if w.Process == xsd.Strict {
		return Unknown
	}
	return Fails
}
