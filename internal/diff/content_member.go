package diff

import (
	"slices"
	"strconv"

	"github.com/wbxgen/wbxgen/internal/diff/likeness"
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
	known := formsOf(n)
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

// forms are the names of elements, by their local parts.
type forms map[string][]xsd.QName

func formsOf(list []*content.Node) forms {
	f := forms{}
	for _, k := range list {
		if k.Elem != nil && !slices.Contains(f[k.Elem.Name.Local], k.Elem.Name) {
			f[k.Elem.Name.Local] = append(f[k.Elem.Name.Local], k.Elem.Name)
		}
	}
	return f
}

// spelled returns the name under which an old element is looked for: its own,
// or that of the other form if only that is known.
func spelled(names *inclusion.Names, name xsd.QName, known forms) string {
	name = names.Name(name)
	others := known[name.Local]
	bare := xsd.QName{Local: name.Local}
	switch {
	case slices.Contains(others, name):
	case name.Space != "" && slices.Contains(others, bare):
		return bare.String()
	case name.Space == "" && len(others) == 1:
		return others[0].String()
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
	groups := groupsOf(n)
	for _, a := range o {
		if !a.IsGroup() {
			continue
		}
		for _, b := range groups.like(a, names) {
			if score := likeness.Overlap(a, b, names); score >= 30 {
				all = append(all, candidate{a, b, score})
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

// groups are the groups among some members, found by the names in them.
type groups struct {
	list   []*content.Node
	byName map[xsd.QName][]int
}

// fewGroups is how many groups are looked at for one that another has become.
// Where there are more, those that share its rarest names are.
const fewGroups = 64

func groupsOf(members []*content.Node) groups {
	g := groups{list: slices.DeleteFunc(slices.Clone(members), func(n *content.Node) bool { return !n.IsGroup() })}
	if len(g.list) <= fewGroups {
		return g
	}
	g.byName = map[xsd.QName][]int{}
	for i, n := range g.list {
		n.Elements(func(k *content.Node) { g.byName[k.Elem.Name] = append(g.byName[k.Elem.Name], i) })
	}
	return g
}

// like returns the groups that may be what another one has become, in order.
func (g groups) like(a *content.Node, names *inclusion.Names) []*content.Node {
	if g.byName == nil {
		return g.list
	}
	var lists [][]int
	a.Elements(func(k *content.Node) { lists = append(lists, g.byName[names.Name(k.Elem.Name)]) })
	slices.SortStableFunc(lists, func(a, b []int) int { return len(a) - len(b) })
	var places []int
	for _, list := range lists {
		places = append(places, list[:min(len(list), max(fewGroups-len(places), 0))]...)
	}
	slices.Sort(places)
	var found []*content.Node
	for _, i := range slices.Compact(places) {
		found = append(found, g.list[i])
	}
	return found
}
