package diff

import (
	"iter"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// placed is a particle with its place in a sequence: how many pairs stand
// before it, and its neighbour.
type placed struct {
	*content.Node
	gap    int
	before *content.Node
}

// pool are members of one group that nothing stands for yet. Its elements are
// found by name, as there can be thousands.
type pool struct {
	list  []placed
	taken []bool
	names *inclusion.Names // that lead to those of the new version
	// byName and byCase have the places of elements, the latter whatever
	// the case of their local names.
	byName, byCase map[xsd.QName][]int
	similar        map[slotKey]*similarNames
}

func newPool(list []placed, names *inclusion.Names) *pool {
	p := &pool{list: list, taken: make([]bool, len(list)), names: names, byName: map[xsd.QName][]int{}, byCase: map[xsd.QName][]int{}}
	for i, m := range list {
		if m.Elem == nil {
			continue
		}
		name := p.name(m.Node)
		p.byName[name] = append(p.byName[name], i)
		name = anyCase(name)
		p.byCase[name] = append(p.byCase[name], i)
	}
	return p
}

// name returns the name of an element as the new version has it.
func (p *pool) name(n *content.Node) xsd.QName { return p.names.Name(n.Elem.Name) }

func anyCase(name xsd.QName) xsd.QName {
	name.Local = strings.ToLower(name.Local)
	return name
}

// left yields the members that are still there.
func (p *pool) left() iter.Seq2[int, placed] {
	return func(yield func(int, placed) bool) {
		for i, m := range p.list {
			if !p.taken[i] && !yield(i, m) {
				return
			}
		}
	}
}

// first returns the place of the first of some members that is still there, -1
// for none.
func (p *pool) first(of []int) int {
	if i := slices.IndexFunc(of, func(i int) bool { return !p.taken[i] }); i >= 0 {
		return of[i]
	}
	return -1
}

// takeNamed takes the elements with one of the names, and returns them in their
// order.
func (p *pool) takeNamed(names iter.Seq[xsd.QName]) []*content.Node {
	var places []int
	for name := range names {
		for _, i := range p.byName[name] {
			if !p.taken[i] {
				p.taken[i] = true
				places = append(places, i)
			}
		}
	}
	slices.Sort(places)
	var nodes []*content.Node
	for _, i := range places {
		nodes = append(nodes, p.list[i].Node)
	}
	return nodes
}

// slotKey is what elements have in common of which one may have been renamed to
// the other.
type slotKey struct {
	space         string
	gap, min, max int
}

// similarNames are the elements of one slot, found by what their names are like.
type similarNames struct {
	places []int
	locals []string
	index  *diag.Names
}

// like returns the places of the elements of a slot whose names may be like
// another one.
func (p *pool) like(slot slotKey, local string) []int {
	if p.similar == nil {
		p.similar = map[slotKey]*similarNames{}
		for i, m := range p.list {
			if m.Elem == nil {
				continue
			}
			key := slotKey{p.name(m.Node).Space, m.gap, m.Min, m.Max}
			s := p.similar[key]
			if s == nil {
				s = &similarNames{}
				p.similar[key] = s
			}
			s.places, s.locals = append(s.places, i), append(s.locals, m.Elem.Name.Local)
		}
	}
	s := p.similar[slot]
	if s == nil {
		return nil
	}
	if s.index == nil {
		s.index = diag.NewNames(s.locals)
	}
	found := s.index.Like(local, func(i int) bool { return !p.taken[s.places[i]] })
	for k, i := range found {
		found[k] = s.places[i]
	}
	return found
}
