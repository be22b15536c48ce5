package compile

import (
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/check"
)

// toCheck returns what the constraints on components are checked on, now that
// all of them are complete.
func (b *builder) toCheck(s *xsd.Schema) check.Set {
	set := check.Set{Schema: s, Elements: b.elementsToCheck, Types: b.typesToCheck, AttributeGroups: b.out.AttributeGroups, Steps: b.log.limits.Steps}
	for _, u := range b.attributes.uses {
		set.Values = append(set.Values, check.Value{Decl: u.decl, Use: u.use, Names: valueContext(u.doc, u.e)})
	}
	for _, s := range b.sy.restricting() {
		set.Redefined = append(set.Redefined, b.redefinition(s))
	}
	return set
}

// elementsToCheck and typesToCheck go through what is to be checked one by one:
// there is an element for each use of a name in the documents.
func (b *builder) elementsToCheck(yield func(check.Element) bool) {
	for _, e := range b.elements {
		if !yield(elementToCheck(e)) {
			return
		}
	}
}

func (b *builder) typesToCheck(yield func(check.Type) bool) {
	for _, t := range b.complex {
		if t.state == built && !yield(check.Type{T: t.t, Doc: t.doc, Mixed: t.mixed, Broken: t.broken}) {
			return
		}
	}
}

func elementToCheck(e *elementBuilt) check.Element {
	out := check.Element{Decl: e.decl, Doc: e.doc, Source: e}
	if e.decl.Value != nil {
		out.Names = valueContext(e.doc, e.e)
	}
	return out
}

// redefinition returns both sides of a redefined group.
func (b *builder) redefinition(s *symbol) check.Redefinition {
	r := check.Redefinition{Name: s.name, Pos: s.e.Pos, Doc: s.doc}
	switch s.kind {
	case groupSymbol:
		r.Group, r.Original = b.modelGroupDef(s), b.modelGroupDef(s.original)
	case attributeGroupSymbol:
		if g := b.attributes.attributeGroup(s); g != nil {
			r.Attributes = g.def
		}
		if g := b.attributes.attributeGroup(s.original); g != nil {
			r.OldAttrs = g.def
		}
	}
	return r
}
