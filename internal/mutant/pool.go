package mutant

import (
	"maps"
	"math/rand/v2"
	"slices"
)

// A Pool holds the parts of documents that others may get: values of attributes
// by the name of the attribute, and elements by the local name of their parent.
type Pool struct {
	values map[string][]string
	known  map[[2]string]bool
	attrs  map[string][]string // names of attributes, by the local name of their element
	parts  map[string][]*Node
}

// NewPool returns an empty pool.
func NewPool() *Pool {
	return &Pool{values: map[string][]string{}, known: map[[2]string]bool{}, attrs: map[string][]string{}, parts: map[string][]*Node{}}
}

// poolParts is how many elements the pool has for one parent, and partSize how
// many elements one may hold.
const poolParts, partSize = 400, 12

// Add enters the values and parts of a document.
func (p *Pool) Add(doc *Node) {
	for _, n := range doc.Elements() {
		for _, a := range n.Attrs {
			if p.isNew("value "+a.Name, a.Value) {
				p.values[a.Name] = append(p.values[a.Name], a.Value)
			}
			if p.isNew("attr "+n.Local(), a.Name) {
				p.attrs[n.Local()] = append(p.attrs[n.Local()], a.Name)
			}
		}
		if n.Parent == nil || n.size() > partSize {
			continue
		}
		key := n.Parent.Local()
		if p.isNew("part "+key, string(n.Bytes())) && len(p.parts[key]) < poolParts {
			p.parts[key] = append(p.parts[key], n.Clone())
		}
	}
}

func (p *Pool) isNew(kind, value string) bool {
	key := [2]string{kind, value}
	if p.known[key] {
		return false
	}
	p.known[key] = true
	return true
}

// value returns another value for an attribute, by chance.
func (p *Pool) value(r *rand.Rand, name string) (string, bool) { return pick(r, p.values[name]) }

func pick[T any](r *rand.Rand, list []T) (one T, ok bool) {
	if len(list) == 0 {
		return one, false
	}
	return list[r.IntN(len(list))], true
}

// elements returns those that keep says.
func elements(doc *Node, keep func(*Node) bool) []*Node {
	return slices.DeleteFunc(doc.Elements(), func(n *Node) bool { return !keep(n) })
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
