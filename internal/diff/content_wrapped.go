package diff

import (
	"maps"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// wrapped finds elements that have gone into a new element, or come out of an
// old one.
func (l *leftovers) wrapped() {
	inner := innerElements{}
	for j, n := range l.new.left() {
		inside := inner.of(n.Node, nil)
		taken := l.old.takeNamed(maps.Keys(inside))
		if len(taken) == 0 {
			continue
		}
		l.m.plan(change.ElementWrapped, taken[0], n.Node, listText(taken), wrapText(n.Node, taken))
		for _, t := range taken {
			k := inside[l.old.name(t)]
			l.m.pairs = append(l.m.pairs, elementPair{t, k, stepOf(t), change.JoinSteps(stepOf(n.Node), stepOf(k))})
		}
		l.new.taken[j] = true
	}
	for i, o := range l.old.left() {
		inside := inner.of(o.Node, l.m.v.names)
		taken := l.new.takeNamed(maps.Keys(inside))
		if len(taken) == 0 {
			continue
		}
		l.m.plan(change.ElementUnwrapped, o.Node, taken[0], wrapText(o.Node, taken), listText(taken))
		for _, t := range taken {
			k := inside[l.new.name(t)]
			l.m.pairs = append(l.m.pairs, elementPair{k, t, change.JoinSteps(stepOf(o.Node), stepOf(k)), stepOf(t)})
		}
		l.old.taken[i] = true
	}
}

// innerElements has for types the first element of each name in their content.
type innerElements map[xsd.Type]map[xsd.QName]*content.Node

// of returns the elements directly within an element.
func (s innerElements) of(n *content.Node, names *inclusion.Names) map[xsd.QName]*content.Node {
	if n.Elem == nil {
		return nil
	}
	ct, ok := n.Elem.Type.(*xsd.ComplexType)
	if !ok || ct == xsd.AnyType {
		return nil
	}
	inside, known := s[ct]
	if !known {
		inside = firstNamed(content.Tree(ct.Content.Particle), names)
		s[ct] = inside
	}
	return inside
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
