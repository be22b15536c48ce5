package compile

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// redefinition is one definition within a redefine element.
type redefinition struct {
	kind   symbolKind
	e      *xmltree.Element
	doc    *document // the redefining document
	target *document
}

// applyRedefinitions replaces what is redefined, innermost redefine first.
func (sy *symbols) applyRedefinitions() {
	for _, r := range sy.redefined {
		name, ok := sy.globalName(r.doc, r.e)
		if !ok {
			continue
		}
		old := sy.table[r.kind][name]
		if old != nil && old.doc == r.doc && old.original != nil {
			sy.log.diags.Error(posOf(r.e, "name"), "sch-props-correct.2", "%s %q is redefined twice", r.kind, r.doc.Label(name)).
				See(posOf(old.e, "name"), "first redefined here")
			continue
		}
		if old == nil || !old.within(r.target) {
			sy.log.diags.Error(posOf(r.e, "name"), "src-redefine", "%s %q is not defined in the redefined document%s",
				r.kind, r.doc.Label(name), sy.suggest(r.kind, name, ""))
			continue
		}
		if r.kind == typeSymbol {
			sy.checkRedefined(r, name)
		}
		fresh := &symbol{kind: r.kind, name: name, e: r.e, doc: r.doc, original: old}
		sy.table[r.kind][name], sy.redefinedAt[r.e] = fresh, fresh
		sy.order = append(sy.order, fresh)
		old.replaced = true
	}
}

// within reports whether the document or what it includes defines s.
func (s *symbol) within(d *document) bool {
	return d.reaches(s.doc, map[*document]bool{}) || slices.ContainsFunc(s.copies, func(c *document) bool {
		return d.reaches(c, map[*document]bool{})
	})
}

// checkRedefined is clause 5 of src-redefine as far as it concerns the form:
// a type within redefine is a derivation of the type it redefines.
func (sy *symbols) checkRedefined(r redefinition, name xsd.QName) {
	how := child(r.e, "restriction", "simpleContent", "complexContent")
	if how != nil && how.Local != "restriction" {
		how = child(how, "restriction", "extension")
	}
	if how != nil {
		if _, based := how.Attr("", "base"); based {
			return // redefinedBase and redefinedSimpleBase look at what it is
		}
	}
	sy.log.diags.Error(r.e.Pos, "src-redefine.5", "a redefined type derives from itself: it needs a restriction or extension with the base %q", r.doc.Label(name))
}

// restricting returns the groups and attribute groups within redefine that do
// not refer to what they redefine.
func (sy *symbols) restricting() []*symbol {
	var list []*symbol
	for _, r := range sy.redefined {
		name, ok := sy.globalName(r.doc, r.e)
		if !ok {
			continue
		}
		s := sy.table[r.kind][name]
		for s != nil && s.e != r.e {
			s = s.original
		}
		if s != nil && s.original != nil && s.selfRefs == 0 {
			list = append(list, s)
		}
	}
	return list
}
