package binding

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// item is a step of a content model as a struct sees it: nesting that makes
// no difference is gone.
type item struct {
	kind     itemKind
	element  *xsd.ElementDecl
	wildcard *xsd.Wildcard
	min, max int
	// branches of a choice, or as the only one the members of a group.
	branches [][]item
	repeated bool            // of a choice or group
	source   *xsd.ModelGroup // of a choice or group, where the schema has one
	// head is the element that a choice stands for: the head of a
	// substitution group.
	head *xsd.ElementDecl
	pos  *xsd.Particle
}

type itemKind uint8

const (
	elementItem itemKind = iota
	wildcardItem
	choiceItem
	groupItem
	opaqueItem // an element whose type is in a package that cannot be imported
)

// isLeaf reports whether the item is no choice or group.
func (i item) isLeaf() bool { return i.kind != choiceItem && i.kind != groupItem }

// named reports whether the item is an element, of whatever type.
func (i item) named() bool { return i.kind == elementItem || i.kind == opaqueItem }

func (i item) optional() item {
	i.min = 0
	return i
}

// shapes flattens content models into items.
type shapes struct {
	schema *xsd.Schema
	layout *layout
	sizes  sizes
	// ofBases are the items of types that others extend.
	ofBases map[*xsd.ComplexType][]item
}

// contentItems returns the content of a complex type: its base's first, as the
// base itself has it. Others have the list too: it is not to be changed.
func (sh *shapes) contentItems(t *xsd.ComplexType) []item {
	if base, ok := t.Base.(*xsd.ComplexType); ok && t.Method == xsd.Extension && base != xsd.AnyType {
		list := sh.baseItems(base)
		if t.Own != nil {
			return append(slices.Clip(list), sh.modelItems(t.Own)...)
		}
		return list
	}
	if p := t.Content.Particle; p != nil {
		return sh.modelItems(p)
	}
	return nil
}

// baseItems are the items of a type that another extends, made once.
func (sh *shapes) baseItems(base *xsd.ComplexType) []item {
	list, known := sh.ofBases[base]
	if !known {
		list = sh.contentItems(base)
		sh.ofBases[base] = list
	}
	return list
}

// particleItems flattens a particle. optional is set within a group that may
// be left out.
func (sh *shapes) particleItems(p *xsd.Particle, optional bool) []item {
	g, ok := p.Term.(*xsd.ModelGroup)
	if !ok {
		return []item{sh.leafItem(p, optional)}
	}
	if len(g.Particles) == 0 {
		return nil
	}
	optional = optional || p.Min == 0
	if g.Compositor == xsd.Choice {
		return sh.choiceItems(p, g, optional)
	}
	if p.Max == 1 {
		return sh.memberItems(g, optional)
	}
	return sh.groupItems(p, g, optional)
}

func (sh *shapes) leafItem(p *xsd.Particle, optional bool) item {
	i := item{min: p.Min, max: p.Max, pos: p}
	if optional {
		i.min = 0
	}
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		if len(sh.schema.Group(t)) > 0 {
			return sh.substitutionItem(i, t)
		}
		i.element = t
	case *xsd.Wildcard:
		i.kind, i.wildcard = wildcardItem, t
	}
	return i
}

// substitutionItem is the head of a substitution group: a choice of all
// elements that can stand there. Those of packages that the head's package
// cannot import stay as they are.
func (sh *shapes) substitutionItem(i item, head *xsd.ElementDecl) item {
	i.kind, i.head, i.repeated = choiceItem, head, i.max != 1
	home := sh.layout.packageFor(head.Name.Space)
	for _, e := range sh.schema.Substitutes(head) {
		branch := item{element: e, min: 1, max: 1, pos: i.pos}
		if !sh.layout.mayImport(home, e) {
			branch.kind = opaqueItem
		}
		i.branches = append(i.branches, []item{branch})
	}
	return i
}

func (sh *shapes) memberItems(g *xsd.ModelGroup, optional bool) []item {
	list := make([]item, 0, len(g.Particles))
	for _, q := range g.Particles {
		if _, inner := q.Term.(*xsd.ModelGroup); inner {
			list = append(list, sh.particleItems(q, optional)...)
		} else {
			list = append(list, sh.leafItem(q, optional))
		}
	}
	return list
}

// groupItems is a sequence or all that occurs more than once.
func (sh *shapes) groupItems(p *xsd.Particle, g *xsd.ModelGroup, optional bool) []item {
	members := sh.memberItems(g, false)
	switch len(members) {
	case 0:
		return nil
	case 1:
		return []item{repeat(members[0], p, optional)}
	}
	if !slices.ContainsFunc(members, notElement) && !hasTwice(members) {
		i := item{kind: groupItem, branches: [][]item{members}, repeated: true, min: p.Min, max: p.Max, source: g, pos: p}
		if optional {
			i.min = 0
		}
		return []item{i}
	}
	return []item{alternatives(members, p, optional)}
}

func notElement(i item) bool { return i.kind != elementItem }

// repeat multiplies the occurrence of a single member with that of its group.
func repeat(i item, p *xsd.Particle, optional bool) item {
	if i.kind == choiceItem || i.kind == groupItem {
		i.repeated = true
	}
	i.min, i.max = i.min*p.Min, product(i.max, p.Max)
	if optional {
		i.min = 0
	}
	return i
}

func product(a, b int) int {
	if a == xsd.Unbounded || b == xsd.Unbounded {
		return xsd.Unbounded
	}
	if b != 0 && a > int(^uint(0)>>1)/b {
		return xsd.Unbounded
	}
	return a * b
}
