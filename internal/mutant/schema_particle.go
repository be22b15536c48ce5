package mutant

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// counts are values of minOccurs and maxOccurs.
var counts = strings.Fields("0 1 2 3 5 unbounded 0 1 2 -1 01 +2 999999999999999999999 1.0 x")

func otherOccurs(r *rand.Rand, doc *Node, _ *Pool) string {
	n, _ := pick(r, elements(doc, func(n *Node) bool {
		return n.Parent != nil && n.Parent.Parent != nil && slices.Contains([]string{"element", "group", "any", "sequence", "choice", "all"}, n.Local())
	}))
	if n == nil {
		return ""
	}
	attr := []string{"minOccurs", "maxOccurs"}[r.IntN(2)]
	value := counts[r.IntN(len(counts))]
	what := fmt.Sprintf("%s: %s=%s", at(n), attr, value)
	n.Attrs = slices.DeleteFunc(n.Attrs, func(a Attr) bool { return a.Name == attr })
	n.Attrs = append(n.Attrs, Attr{attr, value})
	return what
}

// wrapped puts a group around a particle.
func wrapped(r *rand.Rand, doc *Node, _ *Pool) string {
	n, _ := pick(r, elements(doc, func(n *Node) bool {
		return n.Parent != nil && n.Parent.Parent != nil && slices.Contains([]string{"element", "group", "any", "sequence", "choice", "all"}, n.Local())
	}))
	if n == nil {
		return ""
	}
	g := &Node{Name: prefix(n.Name) + []string{"sequence", "choice", "all"}[r.IntN(3)], Parent: n.Parent}
	if r.IntN(2) == 0 {
		g.Attrs = append(g.Attrs, Attr{"minOccurs", counts[r.IntN(4)]})
	}
	if r.IntN(2) == 0 {
		g.Attrs = append(g.Attrs, Attr{"maxOccurs", counts[r.IntN(6)]})
	}
	n.Parent.Children[n.index()] = g
	n.Parent, g.Children = g, []*Node{n}
	return g.Local() + " around " + at(n)
}

// derived adds a type that restricts or extends one of the document, with its
// content, for other changes are too coarse to come near a valid restriction.
func derived(r *rand.Rand, doc *Node, p *Pool) string {
	base, _ := pick(r, elements(doc, func(n *Node) bool {
		_, named := n.Attr("name")
		return n.Local() == "complexType" && n.Parent == doc && named
	}))
	if base == nil {
		return ""
	}
	pre := prefix(doc.Name)
	name, _ := base.Attr("name")
	how := &Node{Name: pre + "restriction", Attrs: []Attr{{"base", ownPrefix(doc, "") + name}}}
	if r.IntN(6) == 0 {
		how.Name = pre + "extension"
	}
	for _, c := range bodyOf(base).Children {
		how.insert(len(how.Children), c.Clone())
	}
	t := &Node{Name: pre + "complexType", Attrs: []Attr{{"name", "derivedByChance"}}}
	content := &Node{Name: pre + "complexContent"}
	content.insert(0, how)
	t.insert(0, content)
	what := how.Local() + " of " + name + changedWithin(r, doc, t, p)
	doc.insert(len(doc.Children), t)
	return what
}

// bodyOf is where the content of a complex type stands.
func bodyOf(t *Node) *Node {
	for _, c := range t.Elements() {
		content := c.Parent != nil && c.Parent.Parent == t && (c.Parent.Local() == "complexContent" || c.Parent.Local() == "simpleContent")
		if content && (c.Local() == "restriction" || c.Local() == "extension") {
			return c
		}
	}
	return t
}

// changedWithin changes a new type of a document, out of whose reach the rest is.
func changedWithin(r *rand.Rand, doc, t *Node, p *Pool) (what string) {
	top := &Node{Name: doc.Name, Attrs: doc.Attrs}
	top.insert(0, t)
	for range r.IntN(3) {
		changes := []change{otherOccurs, otherOccurs, withoutElement, renamed, wrapped, swapped, twice, otherReference, otherValue}
		if done := changes[r.IntN(len(changes))](r, top, p); done != "" {
			what += ", " + done
		}
	}
	return what
}
