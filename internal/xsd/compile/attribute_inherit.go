package compile

import (
	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// attributesOf combines the attributes that a type's document states with
// those of its base (Part 1 §3.4.2).
func (at *attributes) attributesOf(d *document, t *xsd.ComplexType, e *xmltree.Element) {
	set := at.attributeSet(d, e)
	t.AttributeUses, t.AttributeWildcard, t.AttributeGroups = set.uses, set.wildcard, set.groups
	base, ok := t.Base.(*xsd.ComplexType)
	if !ok || base == xsd.AnyType && t.Method == xsd.Restriction {
		return
	}
	if t.Method == xsd.Extension {
		at.extendAttributes(d, t, base, set)
		return
	}
	if at.log.countAll(e.Pos, len(base.AttributeUses)) {
		t.AttributeUses = restrictAttributes(base, set)
	}
}

// extendAttributes adds a type's own attributes to those of its base.
func (at *attributes) extendAttributes(d *document, t *xsd.ComplexType, base *xsd.ComplexType, set attributeSet) {
	at.extendWildcard(t, base.AttributeWildcard, set.wildcard)
	if len(set.uses) == 0 {
		t.AttributeUses = base.AttributeUses
		return
	}
	if !at.log.countAll(t.Pos, len(base.AttributeUses)) {
		return
	}
	all := attributeSet{twiceCode: "ct-props-correct.4"}
	all.add(base.AttributeUses...)
	for _, use := range set.uses {
		at.addUse(d, &all, use)
	}
	t.AttributeUses = all.uses
}

// extendWildcard unites the type's own wildcard with that of its base.
func (at *attributes) extendWildcard(t *xsd.ComplexType, base, own *xsd.Wildcard) {
	switch {
	case base == nil:
	case own == nil:
		t.AttributeWildcard = base
	default:
		either, ok := own.Namespaces.Union(base.Namespaces)
		if !ok {
			at.log.diags.Error(own.Pos, "src-ct.5", "the wildcards of this type and of its base cannot be united: %s and %s", own.Namespaces, base.Namespaces)
			return
		}
		t.AttributeWildcard = &xsd.Wildcard{Namespaces: either, Process: own.Process, Pos: own.Pos, Annotations: own.Annotations}
	}
}

// restrictAttributes is clause 3 of Part 1 §3.4.2: the base's uses in their
// order, but for those that are replaced or prohibited, then what is new.
func restrictAttributes(base *xsd.ComplexType, set attributeSet) []*xsd.AttributeUse {
	var uses []*xsd.AttributeUse
	inBase := map[xsd.QName]bool{}
	for _, b := range base.AttributeUses {
		inBase[b.Decl.Name] = true
		switch u := set.byName[b.Decl.Name]; {
		case u != nil:
			uses = append(uses, u)
		case !set.prohibited[b.Decl.Name]:
			uses = append(uses, b)
		}
	}
	for _, u := range set.uses {
		if !inBase[u.Decl.Name] {
			uses = append(uses, u)
		}
	}
	return uses
}
