package inclusion

import (
	"fmt"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// shape is a content model as the words over it: element names in the new
// version's spelling and wildcards. Equal shapes of one [models] are one
// pointer, whichever side they come from.
type shape struct {
	min, max   int
	names      []xsd.QName // of an element with what may substitute for it
	any        *matchAny
	compositor xsd.Compositor
	kids       []*shape
	nullable   bool // one round accepts nothing at all
}

func (s *shape) isGroup() bool { return s.names == nil && s.any == nil }

// matchAny is a wildcard with the names that strict processing leaves it.
type matchAny struct {
	spaces xsd.NamespaceConstraint
	names  map[xsd.QName]bool // nil: any name
}

// Symbol is a letter of a content model: a name, or, with Other set, all names
// of a namespace that neither side has.
type Symbol struct {
	Name  xsd.QName
	Other bool
}

// String returns the name, * for the local part of the others.
func (s Symbol) String() string {
	if s.Other {
		return "{" + s.Name.Space + "}*"
	}
	return s.Name.String()
}

// models builds shapes and follows words through them.
type models struct {
	shapes map[string]*shape
	ids    map[cell]int
	cells  []cell // by id; 0 is the end of a content model
}

// cell is what remains of a content model: a shape between min and max more
// times, then the cell next. done marks the members of an all group that have
// been.
type cell struct {
	of       *shape
	min, max int
	done     uint64
	next     int
}

func newModels() *models {
	return &models{shapes: map[string]*shape{}, ids: map[cell]int{{}: 0}, cells: []cell{{}}}
}

// shapeOf builds the shape of a tree.
func (m *models) shapeOf(n *Node, l Language) *shape {
	s := &shape{min: n.Min, max: n.Max, compositor: n.Compositor}
	key := &strings.Builder{}
	fmt.Fprintf(key, "%d,%d ", n.Min, n.Max)
	switch {
	case n.Elem != nil:
		s.names = elementNames(n.Elem, l)
		fmt.Fprintf(key, "e%q", s.names)
	case n.Any != nil:
		s.any = l.matcher(n.Any)
		fmt.Fprintf(key, "w%q%d", s.any.spaces.String(), n.Any.Process)
		if s.any.names != nil {
			fmt.Fprintf(key, "%p", l.Schema)
		}
	default:
		fmt.Fprintf(key, "%d(", n.Compositor)
		for _, k := range n.Kids {
			kid := m.shapeOf(k, l)
			s.kids = append(s.kids, kid)
			fmt.Fprintf(key, "%p ", kid)
		}
		s.nullable = (&Node{Min: 1, Max: 1, Compositor: n.Compositor, Kids: n.Kids}).Emptiable()
	}
	if known := m.shapes[key.String()]; known != nil {
		return known
	}
	m.shapes[key.String()] = s
	return s
}

// elementNames returns the names that an element particle matches: its own and
// those of its substitution group, in order.
func elementNames(e *xsd.ElementDecl, l Language) []xsd.QName {
	names := []xsd.QName{}
	for _, d := range l.Schema.Substitutes(e) {
		names = append(names, l.Names.Name(d.Name))
	}
	slices.SortFunc(names, xsd.QName.Compare)
	return names
}

func (l Language) matcher(w *xsd.Wildcard) *matchAny {
	a := &matchAny{spaces: Constraint(w.Namespaces, l.Names)}
	if w.Process == xsd.Strict {
		a.names = map[xsd.QName]bool{}
		for _, e := range l.Schema.Elements() {
			a.names[l.Names.Name(e.Name)] = true
		}
	}
	return a
}

func (s *shape) matches(letter Symbol) bool {
	switch {
	case s.names != nil:
		return !letter.Other && slices.Contains(s.names, letter.Name)
	case s.any != nil:
		return s.any.spaces.Allows(letter.Name.Space) && (s.any.names == nil || !letter.Other && s.any.names[letter.Name])
	}
	return false
}

func (m *models) id(c cell) int {
	if c.max == 0 {
		return c.next
	}
	if id, ok := m.ids[c]; ok {
		return id
	}
	m.ids[c] = len(m.cells)
	m.cells = append(m.cells, c)
	return m.ids[c]
}

// nullable reports whether a content model may end here.
func (m *models) nullable(id int) bool {
	for ; id != 0; id = m.cells[id].next {
		c := m.cells[id]
		if c.min > 0 && !c.roundEmpty() {
			return false
		}
	}
	return true
}

// roundEmpty reports whether a round of the cell's shape can be empty.
func (c cell) roundEmpty() bool {
	if c.done == 0 || !c.of.isGroup() {
		return c.of.nullable
	}
	for i, k := range c.of.kids {
		if c.done&(1<<i) == 0 && k.min > 0 && !k.nullable {
			return false
		}
	}
	return true
}

// after adds to out what may remain behind a letter.
func (m *models) after(id int, letter Symbol, out map[int]bool) {
	for id != 0 {
		c := m.cells[id]
		m.inside(c, letter, out)
		if c.min > 0 && !c.roundEmpty() {
			return
		}
		id = c.next
	}
}

// inside adds what remains if the letter is the cell's own.
func (m *models) inside(c cell, letter Symbol, out map[int]bool) {
	if c.done != 0 {
		m.insideAll(c, c.next, letter, out)
		return
	}
	rest := c
	rest.min = max(c.min-1, 0)
	if c.of.nullable {
		rest.min = 0
	}
	if c.max != xsd.Unbounded {
		rest.max--
	}
	if !c.of.isGroup() {
		if c.of.matches(letter) {
			out[m.id(rest)] = true
		}
		return
	}
	m.insideGroup(c, m.id(rest), letter, out)
}

func (m *models) insideGroup(c cell, rest int, letter Symbol, out map[int]bool) {
	switch c.of.compositor {
	case xsd.Choice:
		for _, k := range c.of.kids {
			m.inside(cell{of: k, min: k.min, max: k.max, next: rest}, letter, out)
		}
	case xsd.All:
		m.insideAll(cell{of: c.of, min: 1, max: 1}, rest, letter, out)
	case xsd.Sequence:
		m.insideSequence(c.of.kids, rest, letter, out)
	}
}

func (m *models) insideSequence(kids []*shape, rest int, letter Symbol, out map[int]bool) {
	next := make([]int, len(kids)+1)
	next[len(kids)] = rest
	for i := len(kids) - 1; i >= 0; i-- {
		next[i] = m.id(cell{of: kids[i], min: kids[i].min, max: kids[i].max, next: next[i+1]})
	}
	for i, k := range kids {
		m.inside(cell{of: k, min: k.min, max: k.max, next: next[i+1]}, letter, out)
		if k.min > 0 && !k.nullable {
			return
		}
	}
}

// insideAll takes a member of an all group, each once at most.
func (m *models) insideAll(c cell, rest int, letter Symbol, out map[int]bool) {
	for i, k := range c.of.kids {
		if c.done&(1<<i) == 0 && k.matches(letter) {
			out[m.id(cell{of: c.of, min: 1, max: 1, done: c.done | 1<<i, next: rest})] = true
		}
	}
}

// Words tests whether each sequence of children that l accepts is accepted by
// r, as names go.
func (p *Prover) Words(l, r *Node) Verdict {
	v, _ := p.Counterexample(l, r)
	return v
}

// maxAll is the number of members of an all group that a cell can tell apart.
const maxAll = 64

// Counterexample is Words with a shortest sequence that l accepts and r does
// not, where there is one.
func (p *Prover) Counterexample(l, r *Node) (Verdict, []Symbol) {
	if widestAll(l) > maxAll || widestAll(r) > maxAll {
		return Unknown, nil
	}
	m := newModels()
	a, b := m.shapeOf(l, p.left), m.shapeOf(r, p.right)
	if a == b {
		return Holds, nil
	}
	search := &search{models: m, letters: letters(a, b), prover: p, seen: map[string]bool{}}
	v, word, rest := search.run(m.id(cell{of: a, min: a.min, max: a.max}), m.id(cell{of: b, min: b.min, max: b.max}))
	if v == Fails {
		word = append(word, search.finish(rest)...)
	}
	return v, word
}

func widestAll(n *Node) int {
	widest := 0
	if n.IsGroup() && n.Compositor == xsd.All {
		widest = len(n.Kids)
	}
	for _, k := range n.Kids {
		widest = max(widest, widestAll(k))
	}
	return widest
}

// letters returns the symbols that the shapes can tell apart: a name that no
// particle has behaves as the others of its namespace do.
func letters(shapes ...*shape) []Symbol {
	names, spaces, wild := map[xsd.QName]bool{}, map[string]bool{"": true, "\x00": true}, false
	var visit func(*shape)
	visit = func(s *shape) {
		for _, n := range s.names {
			names[n], spaces[n.Space] = true, true
		}
		if s.any != nil {
			wild = true
			for _, n := range s.any.spaces.Names {
				spaces[n] = true
			}
			for n := range s.any.names {
				names[n] = true
			}
		}
		for _, k := range s.kids {
			visit(k)
		}
	}
	for _, s := range shapes {
		visit(s)
	}
	var all []Symbol
	for n := range names {
		all = append(all, Symbol{Name: n})
	}
	if wild {
		for s := range spaces {
			all = append(all, Symbol{xsd.QName{Space: s}, true})
		}
	}
	slices.SortFunc(all, func(a, b Symbol) int {
		if a.Other != b.Other {
			return b2i(a.Other) - b2i(b.Other)
		}
		return a.Name.Compare(b.Name)
	})
	return all
}

// search walks both content models at once, breadth first.
type search struct {
	*models
	letters []Symbol
	prover  *Prover
	seen    map[string]bool
	states  []state
}

// state is a pair of sets of cells with the way that led to it.
type state struct {
	left, right []int
	from        int
	letter      Symbol
}

// run looks for letters after which the left goes on or ends and the right
// cannot. rest is where the left then stands.
func (s *search) run(left, right int) (v Verdict, word []Symbol, rest []int) {
	s.add(state{left: []int{left}, right: []int{right}, from: -1})
	for i := 0; i < len(s.states); i++ {
		if s.prover.steps--; s.prover.steps < 0 {
			return Unknown, nil, nil
		}
		now := s.states[i]
		if s.accepts(now.left) && !s.accepts(now.right) {
			return Fails, s.word(i), nil
		}
		for _, letter := range s.letters {
			next := state{left: s.step(now.left, letter), from: i, letter: letter}
			if len(next.left) == 0 {
				continue
			}
			if next.right = s.step(now.right, letter); len(next.right) == 0 {
				return Fails, append(s.word(i), letter), next.left
			}
			s.add(next)
		}
	}
	return Holds, nil, nil
}

// finish returns letters by which the left comes to an end, a shortest such
// word; none where it may end at once or the bound on steps is reached.
func (s *search) finish(left []int) []Symbol {
	if len(left) == 0 {
		return nil
	}
	walk := &search{models: s.models, letters: s.letters, prover: s.prover, seen: map[string]bool{}}
	walk.add(state{left: left, from: -1})
	for i := 0; i < len(walk.states); i++ {
		if walk.accepts(walk.states[i].left) {
			return walk.word(i)
		}
		if walk.prover.steps--; walk.prover.steps < 0 {
			break
		}
		for _, letter := range walk.letters {
			if next := walk.step(walk.states[i].left, letter); len(next) > 0 {
				walk.add(state{left: next, from: i, letter: letter})
			}
		}
	}
	return nil
}

func (s *search) accepts(ids []int) bool { return slices.ContainsFunc(ids, s.nullable) }

func (s *search) step(ids []int, letter Symbol) []int {
	out := map[int]bool{}
	for _, id := range ids {
		s.after(id, letter, out)
	}
	next := make([]int, 0, len(out))
	for id := range out {
		next = append(next, id)
	}
	slices.Sort(next)
	return next
}

// add queues a state unless it is known, or plainly included.
func (s *search) add(n state) {
	if !slices.ContainsFunc(n.left, func(id int) bool { return !slices.Contains(n.right, id) }) {
		return
	}
	key := fmt.Sprint(n.left, n.right)
	if s.seen[key] {
		return
	}
	s.seen[key] = true
	s.states = append(s.states, n)
}

func (s *search) word(i int) []Symbol {
	var letters []Symbol
	for ; s.states[i].from >= 0; i = s.states[i].from {
		letters = append(letters, s.states[i].letter)
	}
	slices.Reverse(letters)
	return letters
}
