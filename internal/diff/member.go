package diff

import (
	"slices"
	"strconv"

	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// keyed has a number for each member of two groups: those that stand for each
// other have the same.
type keyed struct {
	old []int
	new map[*content.Node]int
}

func keysOf(names *inclusion.Names, o, n []*content.Node) keyed {
	numbers := map[string]int{}
	number := func(name string) int {
		if _, ok := numbers[name]; !ok {
			numbers[name] = len(numbers)
		}
		return numbers[name]
	}
	known := map[xsd.QName]bool{}
	for _, k := range n {
		if k.Elem != nil {
			known[k.Elem.Name] = true
		}
	}
	partner := partners(names, o, n)
	out := keyed{new: map[*content.Node]int{}}
	for i, k := range o {
		name := memberName(k, "old", i)
		if k.Elem != nil {
			name = spelled(names, k.Elem.Name, known)
		}
		out.old = append(out.old, number(name))
		if to := partner[k]; to != nil {
			out.new[to] = number(name)
		}
	}
	for i, k := range n {
		if _, ok := out.new[k]; !ok {
			out.new[k] = number(memberName(k, "new", i))
		}
	}
	return out
}

// memberName is the key of a member that none of the other side is, unless by
// its name: a group is itself alone.
func memberName(n *content.Node, side string, i int) string {
	switch {
	case n.Elem != nil:
		return n.Elem.Name.String()
	case n.Any != nil:
		return "*"
	}
	return side + strconv.Itoa(i)
}

// spelled returns the name under which an old element is looked for: its own,
// or that of the other form if only that is known.
func spelled(names *inclusion.Names, name xsd.QName, known map[xsd.QName]bool) string {
	name = names.Name(name)
	if known[name] {
		return name.String()
	}
	if name.Space != "" {
		if bare := (xsd.QName{Local: name.Local}); known[bare] {
			return bare.String()
		}
		return name.String()
	}
	var forms []xsd.QName
	for k := range known {
		if k.Local == name.Local {
			forms = append(forms, k)
		}
	}
	if len(forms) == 1 {
		return forms[0].String()
	}
	return name.String()
}

// partners pairs the groups among the members by the names in them, best
// first.
func partners(names *inclusion.Names, o, n []*content.Node) map[*content.Node]*content.Node {
	type candidate struct {
		old, new *content.Node
		score    int
	}
	var all []candidate
	for _, a := range o {
		for _, b := range n {
			if a.IsGroup() && b.IsGroup() {
				if score := overlap(a, b, names); score >= 30 {
					all = append(all, candidate{a, b, score})
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return b.score - a.score })
	pairs, taken := map[*content.Node]*content.Node{}, map[*content.Node]bool{}
	for _, c := range all {
		if pairs[c.old] == nil && !taken[c.new] {
			pairs[c.old], taken[c.new] = c.new, true
		}
	}
	return pairs
}
