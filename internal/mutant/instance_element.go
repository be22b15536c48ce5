package mutant

import (
	"fmt"
	"math/rand/v2"
	"slices"
)

func inner(r *rand.Rand, doc *Node) *Node {
	n, _ := pick(r, elements(doc, func(n *Node) bool { return n.Parent != nil }))
	return n
}

func childGone(r *rand.Rand, doc *Node, _ *Pool, _ []string) string {
	n := inner(r, doc)
	if n == nil {
		return ""
	}
	n.remove()
	return "without " + n.Name
}

func childTwice(r *rand.Rand, doc *Node, _ *Pool, _ []string) string {
	n := inner(r, doc)
	if n == nil {
		return ""
	}
	for range 1 + r.IntN(2) {
		n.Parent.insert(n.index(), n.Clone())
	}
	return "more of " + n.Name
}

func childrenSwapped(r *rand.Rand, doc *Node, _ *Pool, _ []string) string {
	return swapped(r, &Node{Name: "top", Children: []*Node{doc}}, nil)
}

func childRenamed(r *rand.Rand, doc *Node, _ *Pool, _ []string) string {
	n, _ := pick(r, doc.Elements())
	other, _ := pick(r, doc.Elements())
	name := other.Name
	if r.IntN(4) == 0 {
		name += "x"
	}
	if name == n.Name {
		return ""
	}
	what := name + " for " + n.Name
	n.Name = name
	return what
}

func childGrafted(r *rand.Rand, doc *Node, p *Pool, _ []string) string {
	n, _ := pick(r, doc.Elements())
	var all []*Node
	for _, key := range sortedKeys(p.parts) {
		all = append(all, p.parts[key]...)
	}
	part, ok := pick(r, all)
	if !ok {
		return ""
	}
	n.insert(r.IntN(len(n.Children)+1), part.Clone())
	return n.Name + ": with " + part.Name
}

func childMoved(r *rand.Rand, doc *Node, _ *Pool, _ []string) string {
	n, _ := pick(r, doc.Elements())
	to, _ := pick(r, doc.Elements())
	if n == doc || slices.Contains(n.Elements(), to) {
		return ""
	}
	what := n.Name + " moved into " + to.Name
	n.remove()
	to.insert(r.IntN(len(to.Children)+1), n)
	return what
}

func texted(r *rand.Rand, doc *Node, _ *Pool, _ []string) string {
	n, _ := pick(r, doc.Elements())
	value := []string{"x", " ", "\n", "1", "\u00a0"}[r.IntN(5)]
	n.insert(r.IntN(len(n.Children)+1), &Node{Text: value})
	return fmt.Sprintf("%s: text %q more", n.Name, value)
}

func emptied(r *rand.Rand, doc *Node, _ *Pool, _ []string) string {
	n, _ := pick(r, doc.Elements())
	if len(n.Children) == 0 {
		return ""
	}
	n.Children = nil
	return n.Name + " emptied"
}
