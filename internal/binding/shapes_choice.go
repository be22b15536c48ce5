package binding

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// choiceItems is a choice. Choices within it become its branches, and a choice
// of one is no choice.
func (sh *shapes) choiceItems(p *xsd.Particle, g *xsd.ModelGroup, optional bool) []item {
	var branches [][]item
	emptiable := false
	for _, q := range g.Particles {
		branch := sh.particleItems(q, false)
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
	if len(branches) == 1 && len(branches[0]) == 1 && branches[0][0].isLeaf() {
		return []item{repeat(branches[0][0], p, optional || emptiable)}
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
