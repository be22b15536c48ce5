package compile

import (
	"maps"
	"slices"

	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// attributeSet is the attribute uses and wildcard of a type or group.
type attributeSet struct {
	uses       []*xsd.AttributeUse
	byName     map[xsd.QName]*xsd.AttributeUse
	prohibited map[xsd.QName]bool
	wildcard   *xsd.Wildcard
	// own is set if wildcard is the set's own anyAttribute and so decides
	// how contents are processed.
	own bool
	// groups are those that the document refers to.
	groups []*xsd.AttributeGroupDef
	// twiceCode is the constraint that names must differ.
	twiceCode string
}

// attributeSet reads the attribute, attributeGroup and anyAttribute children
// (Part 1 §3.4.2, §3.6.2).
func (at *attributes) attributeSet(d *document, e *xmltree.Element) attributeSet {
	s := attributeSet{twiceCode: "ct-props-correct.4"}
	if e.Local == "attributeGroup" {
		s.twiceCode = "ag-props-correct.2"
	}
	if any := child(e, "anyAttribute"); any != nil {
		s.wildcard, s.own = newWildcard(at.log, d, any), true
	}
	for ch := range e.Elements() {
		switch {
		case isXSD(ch, "attribute"):
			use, prohibited := at.attributeUse(d, ch)
			switch {
			case use == nil:
			case prohibited:
				s.prohibit(use.Decl.Name)
			default:
				at.addUse(d, &s, use)
			}
		case isXSD(ch, "attributeGroup"):
			if g := at.attributeGroupRef(d, ch); g != nil {
				at.addGroup(d, ch, &s, g)
			}
		}
	}
	return s
}

// addUse adds a use to a set, whose names must differ (ct-props-correct.4,
// ag-props-correct.2).
func (at *attributes) addUse(d *document, s *attributeSet, use *xsd.AttributeUse) {
	switch other := s.byName[use.Decl.Name]; other {
	case use:
	case nil:
		s.add(use)
	default:
		at.log.diags.Error(use.Pos, s.twiceCode, "attribute %q is declared twice", d.Label(use.Decl.Name)).See(other.Pos, "first declared here")
	}
}

func (s *attributeSet) add(uses ...*xsd.AttributeUse) {
	if s.byName == nil {
		s.byName = map[xsd.QName]*xsd.AttributeUse{}
	}
	for _, u := range uses {
		s.byName[u.Decl.Name] = u
	}
	s.uses = append(s.uses, uses...)
}

func (s *attributeSet) prohibit(name xsd.QName) {
	if s.prohibited == nil {
		s.prohibited = map[xsd.QName]bool{}
	}
	s.prohibited[name] = true
}

func (at *attributes) addGroup(d *document, e *xmltree.Element, s *attributeSet, g *attributeGroup) {
	if !at.log.countAll(e.Pos, len(g.set.uses)) {
		return
	}
	s.groups = append(s.groups, g.def)
	for _, use := range g.set.uses {
		at.addUse(d, s, use)
	}
	switch {
	case g.set.wildcard == nil:
	case s.wildcard == nil:
		s.wildcard = g.set.wildcard
	default:
		both, ok := s.wildcard.Namespaces.Intersect(g.set.wildcard.Namespaces)
		if !ok {
			at.log.diags.Error(e.Pos, "src-ct.4", "the wildcards of this type and of the group have no common form: %s and %s", s.wildcard.Namespaces, g.set.wildcard.Namespaces)
			return
		}
		s.wildcard = &xsd.Wildcard{Namespaces: both, Process: s.wildcard.Process, Pos: s.wildcard.Pos, Annotations: s.wildcard.Annotations}
	}
}

// attributeGroup is an attribute group on its way.
type attributeGroup struct {
	def *xsd.AttributeGroupDef
	set attributeSet
}

// attributeGroupRef resolves a reference to an attribute group.
func (at *attributes) attributeGroupRef(d *document, e *xmltree.Element) *attributeGroup {
	r, ok := at.sy.reference(d, e, "ref")
	if !ok {
		return nil
	}
	if s := at.sy.redefining(attributeGroupSymbol, e); s != nil && r.name == s.name {
		if s.selfRefs++; s.selfRefs == 2 {
			at.log.diags.Error(r.pos(), "src-redefine.7.1", "a redefined attribute group must refer to itself only once")
		}
		return at.attributeGroup(s.original)
	}
	if r.name == specialAttrs && !at.sy.known[xsd.XMLNamespace] && at.sy.visible(r, at.sy.has(attributeGroupSymbol)) {
		return at.specialAttrs()
	}
	s := at.sy.lookup(attributeGroupSymbol, r)
	if s == nil {
		return nil
	}
	if s.state == building {
		at.log.diags.Error(r.pos(), "src-attribute_group.3", "attribute group %q contains itself", r.text).See(s.e.Pos, "its definition")
		return nil
	}
	return at.attributeGroup(s)
}

// attributeGroup returns the attribute group of a symbol; nil while it is
// being built.
func (at *attributes) attributeGroup(s *symbol) *attributeGroup {
	if s.state != unbuilt {
		g, _ := s.built.(*attributeGroup)
		return g
	}
	if !at.log.enter(s.e.Pos) {
		return nil
	}
	defer at.log.leave()
	s.state = building
	at.log.count(s.e.Pos)
	set := at.attributeSet(s.doc, s.e)
	g := &attributeGroup{set: set, def: &xsd.AttributeGroupDef{
		Name: s.name, Pos: s.e.Pos, Uses: set.uses, Wildcard: set.wildcard, Annotations: annotations(s.e), Groups: set.groups,
	}}
	s.built, s.state = g, built
	return g
}

// specialAttrs is the one attribute group of the xml namespace: base, lang,
// space and id.
var specialAttrs = xsd.QName{Space: xsd.XMLNamespace, Local: "specialAttrs"}

// specialAttrs returns the attribute group xml:specialAttrs.
func (at *attributes) specialAttrs() *attributeGroup {
	if at.special == nil {
		set := attributeSet{twiceCode: "ag-props-correct.2"}
		for _, name := range slices.Sorted(maps.Keys(xmlAttributes())) {
			set.add(&xsd.AttributeUse{Decl: xmlAttributes()[name]})
		}
		at.special = &attributeGroup{set: set, def: &xsd.AttributeGroupDef{Name: specialAttrs, Uses: set.uses}}
	}
	return at.special
}
