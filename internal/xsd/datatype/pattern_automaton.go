package datatype

import (
	"encoding/binary"
	"slices"
	"sync"
	"sync/atomic"
	"unicode/utf8"
)

// automaton is a deterministic automaton that makes its states when a text
// first needs them, and forgets them when they are too many. Matching follows
// edges without a lock.
type automaton struct {
	alphabet *alphabet

	start atomic.Pointer[dfaState]

	mu     sync.Mutex // for all below
	states map[string]*dfaState
	memory int
	walker *walker
}

const (
	// maxMemory is about the bytes that the states of a pattern may take.
	maxMemory = 1 << 20
	// maxEdges are the classes for which a state remembers where to go.
	maxEdges = 256
	// stateOverhead is what a state takes beside its edges and places.
	stateOverhead = 128
)

// dfaState is a set of places that matching can be at.
type dfaState struct {
	places []place
	accept bool
	edges  []atomic.Pointer[dfaState] // by class
}

func (s *dfaState) dead() bool { return len(s.places) == 0 }

func newAutomaton(p *program) *automaton {
	return &automaton{alphabet: newAlphabet(p.sets), states: map[string]*dfaState{}, walker: newWalker(p)}
}

func (a *automaton) match(s string) bool {
	state := a.start.Load()
	if state == nil {
		state = a.first()
	}
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		i += size
		if state = a.next(state, a.alphabet.class(r)); state.dead() {
			return state.accept && i == len(s)
		}
	}
	return state.accept
}

func (a *automaton) next(from *dfaState, class int32) *dfaState {
	if int(class) < len(from.edges) {
		if to := from.edges[class].Load(); to != nil {
			return to
		}
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	to := a.state(a.walker.step(from.places, a.alphabet.samples[class]))
	if int(class) < len(from.edges) {
		from.edges[class].Store(to)
	}
	return to
}

func (a *automaton) first() *dfaState {
	a.mu.Lock()
	defer a.mu.Unlock()
	s := a.state(a.walker.begin())
	a.start.Store(s)
	return s
}

// state returns the state of those places. The old states live on while a
// match still walks on them, and go with it.
func (a *automaton) state(places []place, accept bool) *dfaState {
	key := placesKey(places, accept)
	if s, ok := a.states[string(key)]; ok {
		return s
	}
	s := &dfaState{places: slices.Clone(places), accept: accept}
	s.edges = make([]atomic.Pointer[dfaState], min(len(a.alphabet.samples), maxEdges))
	a.memory += stateOverhead + 8*len(s.edges) + 16*len(places)
	if a.memory > maxMemory {
		clear(a.states)
		a.memory = 0
		a.start.Store(nil)
	}
	a.states[string(key)] = s
	return s
}

func placesKey(places []place, accept bool) []byte {
	key := make([]byte, 1, 1+8*len(places))
	if accept {
		key[0] = 1
	}
	for _, p := range places {
		key = binary.LittleEndian.AppendUint32(key, uint32(p.at))
		key = binary.LittleEndian.AppendUint32(key, uint32(p.read))
	}
	return key
}
