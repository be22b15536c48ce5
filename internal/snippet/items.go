package snippet

import (
	"slices"
	"strconv"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xmltree"
)

// next returns the next item of a list, or of a field that holds one.
func (w *writer) next(f *plan.Field, q *queue) (text string, found bool) {
	e := q.take(func(e *xmltree.Element) bool { return memberOf(f.Choice, e) != nil })
	if e == nil {
		return "", false
	}
	return w.member(memberOf(f.Choice, e), e), true
}

// memberOf returns the member of an interface that an element is, nil for none.
func memberOf(c *plan.Choice, e *xmltree.Element) *plan.Member {
	i := slices.IndexFunc(c.Members, func(m plan.Member) bool { return m.Name.Space == e.Space && m.Name.Local == e.Local })
	if i < 0 {
		return nil
	}
	return &c.Members[i]
}

// member returns an element that is an item, "" for one that cannot be spelled.
func (w *writer) member(m *plan.Member, e *xmltree.Element) string {
	s := m.Struct
	switch {
	case s == nil:
		return ""
	case s.Item.Whole:
		return "&" + w.structure(s, nil, &queue{[]*xmltree.Element{e}})
	case s.Embeds != nil:
		return "&" + w.in(s.Pkg, s.Name) + "{" + s.Embeds.Name + ": " + w.structure(s.Embeds, e, w.children(e)) + "}"
	}
	return "&" + w.structure(s, e, w.children(e))
}

// mixed returns the items of mixed content, which takes all children.
func (w *writer) mixed(f *plan.Field, e *xmltree.Element, q *queue) []string {
	q.kids = nil
	var list []string
	for _, n := range e.Nodes {
		text := w.in(f.Choice.Pkg, f.Choice.Pkg.Text.Name) + "(" + strconv.Quote(n.Text) + ")"
		if n.Element != nil {
			m := memberOf(f.Choice, n.Element)
			if m == nil || m.Struct == nil {
				return []string{""} // a raw node has no short spelling
			}
			text = w.member(m, n.Element)
		}
		list = append(list, text)
	}
	return list
}
