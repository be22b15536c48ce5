package binding

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/plan"
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

// contentItems returns the content of a complex type: its base's first, as the
// base itself has it.
func (b *builder) contentItems(t *xsd.ComplexType) []item {
	var list []item
	if base, ok := t.Base.(*xsd.ComplexType); ok && t.Method == xsd.Extension && base != xsd.AnyType {
		list = b.contentItems(base)
		if t.Own != nil {
			list = append(list, b.modelItems(t.Own)...)
		}
		return list
	}
	if p := t.Content.Particle; p != nil {
		return b.modelItems(p)
	}
	return nil
}

// manyItems is how many elements a content model has at most that becomes
// fields. Groups that refer to each other can have more than memory holds.
const manyItems = 20_000

// modelItems flattens a whole content model. One that is too large becomes a
// repeated choice of all that stands in it: nothing is lost, and order is kept.
func (b *builder) modelItems(p *xsd.Particle) []item {
	if (sizes{}).of(p) <= manyItems {
		return b.particleItems(p, false)
	}
	var list []item
	b.eachLeaf(p, map[*xsd.ModelGroup]bool{}, func(i item) { list = append(list, i) })
	return []item{alternatives(list, p, true)}
}

// sizes are those of named groups that were measured.
type sizes map[*xsd.ModelGroup]int

// of returns how many elements and wildcards a particle has, where each
// reference to a group counts.
func (s sizes) of(p *xsd.Particle) int {
	g, ok := p.Term.(*xsd.ModelGroup)
	if !ok {
		return 1
	}
	n, known := s[g]
	if !known {
		for _, q := range g.Particles {
			n = min(n+s.of(q), manyItems+1)
		}
		s[g] = n
	}
	return n
}

// eachLeaf calls f for the elements and wildcards of a particle, those of a
// group that is referred to again and again once.
func (b *builder) eachLeaf(p *xsd.Particle, seen map[*xsd.ModelGroup]bool, f func(item)) {
	g, ok := p.Term.(*xsd.ModelGroup)
	if !ok {
		f(b.leafItem(p, false))
		return
	}
	if seen[g] {
		return
	}
	seen[g] = true
	for _, q := range g.Particles {
		b.eachLeaf(q, seen, f)
	}
}

// particleItems flattens a particle. optional is set within a group that may
// be left out.
func (b *builder) particleItems(p *xsd.Particle, optional bool) []item {
	g, ok := p.Term.(*xsd.ModelGroup)
	if !ok {
		return []item{b.leafItem(p, optional)}
	}
	if len(g.Particles) == 0 {
		return nil
	}
	optional = optional || p.Min == 0
	if g.Compositor == xsd.Choice {
		return b.choiceItems(p, g, optional)
	}
	if p.Max == 1 {
		return b.memberItems(g, optional)
	}
	return b.groupItems(p, g, optional)
}

func (b *builder) leafItem(p *xsd.Particle, optional bool) item {
	i := item{min: p.Min, max: p.Max, pos: p}
	if optional {
		i.min = 0
	}
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		if len(b.schema.Group(t)) > 0 {
			return b.substitutionItem(i, t)
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
func (b *builder) substitutionItem(i item, head *xsd.ElementDecl) item {
	i.kind, i.head, i.repeated = choiceItem, head, i.max != 1
	home := b.packageFor(head.Name.Space)
	for _, e := range b.schema.Substitutes(head) {
		branch := item{element: e, min: 1, max: 1, pos: i.pos}
		if !b.mayImport(home, e) {
			branch.kind = opaqueItem
		}
		i.branches = append(i.branches, []item{branch})
	}
	return i
}

// mayImport reports whether code in a package can name the type of an element:
// its package is the same one, or one that it needs anyway.
func (b *builder) mayImport(home *plan.Package, e *xsd.ElementDecl) bool {
	for _, space := range []string{e.Name.Space, e.Type.TypeName().Space} {
		if p := b.packageFor(space); p != nil && p != home && !b.needs[home][p] {
			return false
		}
	}
	return true
}

func (b *builder) memberItems(g *xsd.ModelGroup, optional bool) []item {
	var list []item
	for _, q := range g.Particles {
		list = append(list, b.particleItems(q, optional)...)
	}
	return list
}

// groupItems is a sequence or all that occurs more than once.
func (b *builder) groupItems(p *xsd.Particle, g *xsd.ModelGroup, optional bool) []item {
	members := b.memberItems(g, false)
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

// choiceItems is a choice. Choices within it become its branches, and a choice
// of one is no choice.
func (b *builder) choiceItems(p *xsd.Particle, g *xsd.ModelGroup, optional bool) []item {
	var branches [][]item
	emptiable := false
	for _, q := range g.Particles {
		branch := b.particleItems(q, false)
		emptiable = emptiable || q.Emptiable()
		if len(branch) == 1 && branch[0].kind == choiceItem && (!branch[0].repeated || p.Max != 1) {
			branches = append(branches, branch[0].branches...)
			continue
		}
		if len(branch) > 0 {
			branches = append(branches, branch)
		}
	}
	if len(branches) == 0 {
		return nil
	}
	if len(branches) == 1 && p.Max == 1 {
		return optionalItems(branches[0], optional || emptiable)
	}
	if slices.ContainsFunc(branches, hidesWildcard) {
		return []item{alternatives(slices.Concat(branches...), p, optional || emptiable)}
	}
	i := item{kind: choiceItem, branches: branches, min: p.Min, max: p.Max, source: g, pos: p}
	if p.Max != 1 {
		i.repeated = true
		i.branches = singleBranches(branches)
	}
	if optional || emptiable {
		i.min = 0
	}
	return []item{i}
}

// hidesWildcard reports whether a branch has a wildcard beside or below other
// members: which branch an unknown element belongs to could not be told then.
func hidesWildcard(br []item) bool {
	for _, i := range br {
		if i.kind == wildcardItem && len(br) > 1 {
			return true
		}
		for _, inner := range i.branches {
			if slices.ContainsFunc(inner, func(j item) bool { return j.kind == wildcardItem }) || hidesWildcard(inner) {
				return true
			}
		}
	}
	return false
}

func optionalItems(list []item, optional bool) []item {
	if !optional {
		return list
	}
	out := make([]item, len(list))
	for n, i := range list {
		out[n] = i.optional()
	}
	return out
}

// singleBranches prepares the branches of a repeated choice: each occurrence
// of an element is a value of its own, and a branch of several members stays
// one only where its members tell when the next one begins.
func singleBranches(branches [][]item) [][]item {
	var out [][]item
	for _, br := range branches {
		switch {
		case len(br) == 1 && br[0].isLeaf():
			i := br[0]
			i.min, i.max = 1, 1
			out = append(out, []item{i})
		case !slices.ContainsFunc(br, notElement) && !hasTwice(br):
			out = append(out, br)
		default:
			out = append(out, leaves(br)...)
		}
	}
	return distinct(out)
}

// alternatives turns a content model that fits no simpler shape into a
// repeated choice of all its leaves: nothing is lost, and order is kept.
func alternatives(list []item, p *xsd.Particle, optional bool) item {
	i := item{kind: choiceItem, repeated: true, branches: distinct(leaves(list)), min: 1, max: xsd.Unbounded, pos: p}
	if optional {
		i.min = 0
	}
	return i
}

// leaves returns each element and wildcard of a list as a branch.
func leaves(list []item) [][]item {
	var out [][]item
	for _, i := range list {
		switch {
		case i.isLeaf():
			i.min, i.max = 1, 1
			out = append(out, []item{i})
		default:
			for _, br := range i.branches {
				out = append(out, leaves(br)...)
			}
		}
	}
	return out
}

// distinct drops branches of one element whose name an earlier branch starts
// with: their types are the same (Element Declarations Consistent).
func distinct(branches [][]item) [][]item {
	seen := map[xsd.QName]bool{}
	var out [][]item
	for _, br := range branches {
		if len(br) == 1 && br[0].named() {
			if seen[br[0].element.Name] {
				continue
			}
			seen[br[0].element.Name] = true
		}
		out = append(out, br)
	}
	return out
}

// hasTwice reports whether a name occurs twice among the elements of a list.
func hasTwice(list []item) bool {
	seen := map[xsd.QName]bool{}
	for _, i := range list {
		if i.kind == elementItem {
			if seen[i.element.Name] {
				return true
			}
			seen[i.element.Name] = true
		}
	}
	return false
}

// mergeTwice makes one item of an element that occurs twice in a list: one
// field where nothing stands between (a, a? is a{1,2}), else an ordered slice
// of alternatives over all that does.
func mergeTwice(list []item) []item {
	for {
		first, second := twice(list)
		if second < 0 {
			return list
		}
		if second == first+1 && list[first].kind == list[second].kind && list[first].head == list[second].head {
			list[first] = joined(list[first], list[second])
			list = slices.Delete(list, second, second+1)
			continue
		}
		all := alternatives(list[first:second+1], list[first].pos, false)
		list = slices.Concat(list[:first], []item{all}, list[second+1:])
	}
}

// twice returns the first pair of items that hold an element of one name
// outside a choice, or an element that a repeated choice before it holds too.
func twice(list []item) (first, second int) {
	at := map[xsd.QName]int{}
	for n, i := range list {
		for _, name := range plainNames(i) {
			if before, ok := at[name]; ok && before != n {
				return before, n
			}
			at[name] = n
		}
	}
	return -1, -1
}

func plainNames(i item) []xsd.QName {
	switch {
	case i.kind == elementItem:
		return []xsd.QName{i.element.Name}
	case i.kind == choiceItem && i.source == nil:
		var names []xsd.QName
		for _, br := range i.branches {
			if br[0].named() {
				names = append(names, br[0].element.Name)
			}
		}
		return names
	}
	return nil
}

func joined(a, b item) item {
	a.repeated = a.kind == choiceItem
	a.min += b.min
	if a.max == xsd.Unbounded || b.max == xsd.Unbounded {
		a.max = xsd.Unbounded
	} else {
		a.max += b.max
	}
	return a
}
