package diff

import (
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// slotFor returns the type of elements in whose place xsi:type can put t, a base of
// it other than a built-in one; nil for none. It is one for which documents name
// their types, if there is such a one: see shown.
func slotFor(t xsd.Type, slots map[xsd.Type]bool, p profile.Profile) (base xsd.Type, isShown bool) {
	anyBase(t, func(b xsd.Type) bool {
		if slots[b] && (base == nil || namesTypes(b, p)) {
			base, isShown = b, namesTypes(b, p)
		}
		return isShown
	})
	return base, isShown
}

// shown reports whether documents name t in xsi:type: a base of it is an
// abstract type of an element, or the body of all messages.
func shown(t xsd.Type, slots map[xsd.Type]bool, p profile.Profile) bool {
	return anyBase(t, func(b xsd.Type) bool { return slots[b] && namesTypes(b, p) })
}

// namesTypes reports whether documents name the types of what stands for a type.
func namesTypes(t xsd.Type, p profile.Profile) bool {
	ct, ok := t.(*xsd.ComplexType)
	return ok && (ct.Abstract || p.Envelope().Holds(ct))
}

func anyBase(t xsd.Type, is func(xsd.Type) bool) bool {
	for b := t.BaseType(); b != nil && b != t && b.TypeName().Space != xsd.Namespace; t, b = b, b.BaseType() {
		if is(b) {
			return true
		}
	}
	return false
}

// slotTypes returns the types that elements of a schema declare.
func slotTypes(s *xsd.Schema) map[xsd.Type]bool {
	u := uses{schema: s, of: map[xsd.Type]bool{}}
	for _, t := range s.Types() {
		u.within(t)
	}
	for _, e := range s.Elements() {
		u.declared(e)
	}
	return u.of
}

// uses collects the types of element declarations.
type uses struct {
	schema *xsd.Schema
	of     map[xsd.Type]bool
}

func (u uses) declared(e *xsd.ElementDecl) {
	if u.of[e.Type] {
		return
	}
	u.of[e.Type] = true
	if !u.schema.IsGlobal(e.Type) {
		u.within(e.Type)
	}
}

// within visits the elements that a type itself declares.
func (u uses) within(t xsd.Type) {
	if ct, ok := t.(*xsd.ComplexType); ok {
		content.Tree(ct.Own).Elements(func(k *content.Node) {
			if !k.Elem.Global {
				u.declared(k.Elem)
			}
		})
	}
}
