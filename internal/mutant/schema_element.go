package mutant

import (
	"math/rand/v2"
	"slices"
)

func withoutElement(r *rand.Rand, doc *Node, _ *Pool) string {
	n := place(r, doc)
	if n == nil {
		return ""
	}
	what := at(n.Parent) + ": without " + at(n)
	n.remove()
	return what
}

func twice(r *rand.Rand, doc *Node, _ *Pool) string {
	n := place(r, doc)
	if n == nil {
		return ""
	}
	n.Parent.insert(n.index(), n.Clone())
	return "twice " + at(n)
}

func swapped(r *rand.Rand, doc *Node, _ *Pool) string {
	n := place(r, doc)
	if n == nil {
		return ""
	}
	list := n.Parent.Children
	for j := n.index() + 1; j < len(list); j++ {
		if list[j].Name != "" {
			i := n.index()
			list[i], list[j] = list[j], list[i]
			return "swapped " + at(n) + " and " + at(list[i])
		}
	}
	return ""
}

// alike are names of elements that stand in each other's places.
var alike = [][]string{
	{"sequence", "choice", "all"}, {"restriction", "extension"}, {"simpleContent", "complexContent"}, {"simpleType", "complexType"},
	{"key", "unique", "keyref"}, {"element", "any", "group", "sequence"}, {"attribute", "anyAttribute", "attributeGroup"},
	{"include", "redefine", "import"}, {"restriction", "list", "union"}, {"selector", "field"},
	{"length", "minLength", "maxLength", "pattern", "enumeration", "whiteSpace"},
	{"minInclusive", "maxInclusive", "minExclusive", "maxExclusive", "totalDigits", "fractionDigits", "enumeration", "pattern"},
}

func renamed(r *rand.Rand, doc *Node, _ *Pool) string {
	n := place(r, doc)
	if n == nil {
		return ""
	}
	var names []string
	for _, list := range alike {
		if slices.Contains(list, n.Local()) {
			names = append(names, list...)
		}
	}
	other, ok := pick(r, names)
	if !ok || other == n.Local() {
		return ""
	}
	what := other + " for " + at(n)
	n.Name = prefix(n.Name) + other
	return what
}

// grafted puts a part of some document into this one.
func grafted(r *rand.Rand, doc *Node, p *Pool) string {
	n := place(r, doc)
	if n == nil || r.IntN(10) == 0 {
		n = doc
	}
	part, ok := pick(r, p.parts[n.Local()])
	if !ok {
		return ""
	}
	part = part.Clone()
	reprefix(part, prefix(doc.Name), doc)
	n.insert(r.IntN(len(n.Children)+1), part)
	return at(n) + ": with " + string(part.Bytes())
}

// reprefix gives a part of another document the prefixes of this one.
func reprefix(part *Node, pre string, doc *Node) {
	old := prefix(part.Name)
	for _, n := range part.Elements() {
		if prefix(n.Name) == old {
			n.Name = pre + n.Local()
		}
		for i, a := range n.Attrs {
			if !slices.Contains(referring, a.Name) {
				continue
			}
			if l := local(a.Value); slices.Contains(builtins, l) {
				n.Attrs[i].Value = pre + l
			} else {
				n.Attrs[i].Value = ownPrefix(doc, prefix(a.Value)) + l
			}
		}
	}
}

// moved puts a part of the document to another place.
func moved(r *rand.Rand, doc *Node, _ *Pool) string {
	n, to := place(r, doc), place(r, doc)
	if n == nil || to == nil || slices.Contains(n.Elements(), to) {
		return ""
	}
	what := at(n) + " moved into " + at(to)
	n.remove()
	to.insert(r.IntN(len(to.Children)+1), n)
	return what
}

// copied puts a copy of a part beside one that has the same parent's name.
func copied(r *rand.Rand, doc *Node, _ *Pool) string {
	n := place(r, doc)
	if n == nil {
		return ""
	}
	to, _ := pick(r, elements(doc, func(m *Node) bool { return m != n.Parent && m.Local() == n.Parent.Local() && !inAnnotation(m) }))
	if to == nil {
		return ""
	}
	to.insert(r.IntN(len(to.Children)+1), n.Clone())
	return at(n) + " copied into " + at(to)
}
