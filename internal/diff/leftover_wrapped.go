package diff

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// wrapped finds elements that have gone into a new element, or come out of an
// old one.
func (l *leftovers) wrapped() {
	for j := 0; j < len(l.new); j++ {
		inside := inner(l.new[j].Node)
		taken := take(&l.old, inside, l.m.v.names, nil)
		if len(taken) == 0 {
			continue
		}
		wrapper := l.new[j].Node
		l.m.plan(change.ElementWrapped, taken[0], wrapper, listText(taken), wrapText(wrapper, taken))
		for _, t := range taken {
			k := named(inside, t, l.m.v.names, nil)
			l.m.pairs = append(l.m.pairs, elementPair{t, k, change.JoinSteps(stepOf(wrapper), stepOf(k))})
		}
		l.dropNew(j)
		j--
	}
	for i := 0; i < len(l.old); i++ {
		inside := inner(l.old[i].Node)
		taken := take(&l.new, inside, nil, l.m.v.names)
		if len(taken) == 0 {
			continue
		}
		wrapper := l.old[i].Node
		l.m.plan(change.ElementUnwrapped, wrapper, taken[0], wrapText(wrapper, taken), listText(taken))
		for _, t := range taken {
			l.m.pairUp(named(inside, t, nil, l.m.v.names), t)
		}
		l.dropOld(i)
		i--
	}
}

// inner returns the elements directly within an element.
func inner(n *content.Node) []*content.Node {
	if n.Elem == nil {
		return nil
	}
	ct, ok := n.Elem.Type.(*xsd.ComplexType)
	if !ok || ct == xsd.AnyType {
		return nil
	}
	var list []*content.Node
	content.Tree(ct.Content.Particle).Elements(func(k *content.Node) { list = append(list, k) })
	return list
}

// take removes from a list the elements whose names are among the inner ones.
func take(list *[]placed, inside []*content.Node, names, insideNames *inclusion.Names) []*content.Node {
	var taken []*content.Node
	*list = slices.DeleteFunc(*list, func(p placed) bool {
		if p.Elem == nil || !slices.ContainsFunc(inside, func(k *content.Node) bool { return insideNames.Name(k.Elem.Name) == names.Name(p.Elem.Name) }) {
			return false
		}
		taken = append(taken, p.Node)
		return true
	})
	return taken
}

// named returns the first of the inner elements that has the name of e.
func named(inside []*content.Node, e *content.Node, names, insideNames *inclusion.Names) *content.Node {
	i := slices.IndexFunc(inside, func(k *content.Node) bool { return insideNames.Name(k.Elem.Name) == names.Name(e.Elem.Name) })
	return inside[i]
}

func listText(list []*content.Node) *text {
	var parts []*text
	for _, n := range list {
		parts = append(parts, elementName(n))
	}
	return joinText(", ", parts...)
}

func wrapText(wrapper *content.Node, taken []*content.Node) *text {
	inside := listText(taken)
	return joinText("", elementName(wrapper), &text{show: "(" + inside.show + ")", key: "(" + inside.key + ")"})
}
