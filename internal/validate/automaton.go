package validate

import (
	"fmt"
	"iter"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Automaton is a content model as a finite automaton with counters. A state is
// the particle that matched last; counters hold how many rounds the particles
// around it have had. It is as large as the content model is long, whatever
// the occurrence bounds in it are. It is immutable and safe for concurrent use.
//
// In a model that keeps to unique particle attribution, the transitions that
// are open for a name all lead to the same state. They may still differ in the
// counters: then each is a possibility of its own.
type Automaton struct {
	root   *place
	leaves []*place
	slots  int // counters in use at once; of an all group, words of bits
	// counted are the places that have counters.
	counted []*place
	// interact is set where counts have to be followed by a tally.
	interact bool
	all      bool
}

// Counter says what a counter counts: the rounds of a particle, from Min to
// Max, which is the greatest number where there is no bound.
type Counter struct {
	Particle *xsd.Particle
	Min, Max uint64
}

// Condition holds while AtLeast <= the counter < Below.
type Condition struct {
	Counter        int
	AtLeast, Below uint64
}

// Effect is what a transition does to a counter: set it to 1, or add 1.
type Effect struct {
	Counter int
	Add     bool
}

// Transition is a way on from a state: the element that the particle of the
// state To matches, where all conditions hold.
type Transition struct {
	To      int
	When    []Condition
	Effects []Effect
}

// Automaton returns the content model of a type, nil for a type whose content
// has no elements. The error says why a model is too large or not supported.
func (v *Validator) Automaton(t *xsd.ComplexType) (*Automaton, error) {
	info := v.typ(t)
	info.compile(v)
	return info.model, info.problem
}

// newAutomaton compiles the content model that p is.
func (v *Validator) newAutomaton(p *xsd.Particle) (*Automaton, error) {
	b := &modelBuilder{v: v, left: maxPlaces}
	root := b.build(p)
	if b.left < 0 {
		return nil, fmt.Errorf("the content model has more than %d particles once its groups are written out", maxPlaces)
	}
	b.settle(root)
	if b.nested {
		return nil, fmt.Errorf("the content model has an all group within another group")
	}
	m := &Automaton{root: root, all: root.kind == allPlace}
	m.slots = b.number(root, 0)
	m.leaves, m.counted = b.leaves, b.counted
	m.interact = countsInteract(root, nil)
	if m.all {
		m.slots, m.counted = m.allWords(), m.leaves
	}
	return m, nil
}

// States returns the number of states. State 0 is the start of the content.
func (m *Automaton) States() int { return len(m.leaves) + 1 }

// Particle returns the particle that an element matches on the way into the
// state, with a term that is no model group; nil for the start.
func (m *Automaton) Particle(state int) *xsd.Particle {
	if state == 0 {
		return nil
	}
	return m.leaves[state-1].particle
}

// Counters returns what the counters count. All are 0 at the start.
func (m *Automaton) Counters() []Counter {
	list := make([]Counter, len(m.counted))
	for i, p := range m.counted {
		list[i] = Counter{p.particle, p.floor, p.max}
	}
	return list
}

// Transitions yields the ways on from a state, innermost repetition first.
func (m *Automaton) Transitions(state int) iter.Seq[Transition] {
	if m.all {
		return m.transitionsOfAll()
	}
	at := m.leafOf(state)
	return func(yield func(Transition) bool) {
		for st := range m.steps(at) {
			if !yield(st.transition(at)) {
				return
			}
		}
	}
}

func (m *Automaton) leafOf(state int) *place {
	if state == 0 {
		return nil
	}
	return m.leaves[state-1]
}

func (s step) transition(at *place) Transition {
	t := Transition{To: s.leaf.state, When: leaving(at, s.top)}
	if top := s.top; s.again && top.counter >= 0 {
		t.When = append(t.When, Condition{top.order, 0, top.max})
		t.Effects = append(t.Effects, Effect{top.order, true})
	}
	for n := s.leaf; n != s.top; n = n.parent {
		if n.counter >= 0 {
			t.Effects = append(t.Effects, Effect{n.order, false})
		}
	}
	return t
}

// leaving are the conditions to leave the places from a leaf up to below top.
func leaving(at, top *place) []Condition {
	var list []Condition
	for n := at; n != top; n = n.parent {
		if n.counter >= 0 && n.floor > 1 {
			list = append(list, Condition{n.order, n.floor, unbounded})
		}
	}
	return list
}

// transitionsOfAll is the same for all states of an all group.
func (m *Automaton) transitionsOfAll() iter.Seq[Transition] {
	return func(yield func(Transition) bool) {
		for i, leaf := range m.leaves {
			if !yield(Transition{leaf.state, []Condition{{i, 0, 1}}, []Effect{{i, true}}}) {
				return
			}
		}
	}
}

// Final returns when the content may end in a state; never is set where it
// cannot, whatever the counters are.
func (m *Automaton) Final(state int) (when []Condition, never bool) {
	at := m.leafOf(state)
	switch {
	case at == nil:
		return nil, !m.root.nullable
	case m.all:
		for i, leaf := range m.leaves {
			if !leaf.nullable {
				when = append(when, Condition{i, 1, unbounded})
			}
		}
		return when, false
	}
	for n := at; n != nil; n = n.parent {
		if !n.last {
			return nil, true
		}
	}
	return leaving(at, nil), false
}
