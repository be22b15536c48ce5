package validate

import (
	"slices"
	"strconv"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// expected lists what may come next in the innermost element.
func (r *run) expected(f *frame) string {
	var words []string
	for _, leaf := range r.allowed(f) {
		words = append(words, r.leafWords(leaf)...)
	}
	if r.complete(f) {
		words = append(words, "the end of "+r.ownName())
	}
	return oneOf(unique(words))
}

// unique drops repetitions and keeps the order.
func unique(words []string) []string {
	seen := map[string]bool{}
	return slices.DeleteFunc(words, func(w string) bool {
		again := seen[w]
		seen[w] = true
		return again
	})
}

// allowed returns the leaves that may match next, in the order of the model.
func (r *run) allowed(f *frame) []*place {
	m := f.typ.model
	if m.all {
		return slices.DeleteFunc(slices.Clone(m.leaves), func(p *place) bool { return seen(r.countersOf(f), p.index) })
	}
	ways := []way{{f.at, nil}}
	switch {
	case f.tally != nil && f.tally.ways != nil:
		ways = f.tally.ways
	case f.tally != nil:
		ways[0].counters = make([]uint64, m.slots)
	default:
		ways[0].counters = r.countersOf(f)
	}
	var leaves []*place
	for _, w := range ways {
		for st := range m.steps(w.at) {
			if st.open(w.at, w.counters) && !slices.Contains(leaves, st.leaf) {
				leaves = append(leaves, st.leaf)
			}
		}
	}
	slices.SortStableFunc(leaves, func(a, b *place) int { return a.state - b.state })
	return leaves
}

// leafWords says what a leaf matches. An abstract element itself never is in a
// document.
func (r *run) leafWords(leaf *place) []string {
	if leaf.kind == wildcardPlace {
		return []string{"an element of " + r.namespaces(leaf.wildcard)}
	}
	var words []string
	if !leaf.element.decl.Abstract {
		words = append(words, r.label(leaf.element.decl.Name))
	}
	if len(leaf.members) == 0 {
		return words
	}
	for _, m := range r.v.schema.Members(leaf.element.decl) {
		if !m.Abstract && leaf.members[r.v.symbols.of(m.Name)] != nil {
			words = append(words, r.label(m.Name))
		}
	}
	return words
}

// whyMisplaced says more about a child that cannot come where it is, if its
// name is one that the model has.
func (r *run) whyMisplaced(f *frame, sym symbol, space string) string {
	m := f.typ.model
	switch {
	case sym == unknown || f.tally != nil:
		return ""
	case m.all && m.root.enter(sym, space) != nil:
		return " a second time"
	case f.at == nil || m.all:
		return ""
	}
	if at := f.at; at.kind == elementPlace && at.matches(sym, space) {
		switch {
		case !at.repeats():
			return ": there can be just one"
		case at.counter >= 0 && r.countersOf(f)[at.counter] >= at.max:
			return ": no more than " + strconv.FormatUint(at.max, 10) + " of it may follow each other"
		}
	}
	if f.at.kind != elementPlace || f.at.parent == nil || f.at.parent.kind != sequencePlace {
		return ""
	}
	for _, leaf := range f.at.parent.children[:f.at.index] {
		if leaf.kind == elementPlace && leaf.matches(sym, space) {
			return ": it belongs before " + r.label(f.at.element.decl.Name)
		}
	}
	return ""
}

// slip suggests what a name that is not known here may have been meant to be.
func (r *run) slip(f *frame, sym symbol, space string, local []byte) string {
	var names []string
	byLocal := map[string]xsd.QName{}
	for _, leaf := range f.typ.model.leaves {
		if leaf.kind != elementPlace {
			continue
		}
		n := leaf.element.decl.Name
		if leaf.name == sym && sym != unknown {
			return ""
		}
		if n.Local == string(local) && n.Space != space {
			return "; did you mean " + r.label(n) + "?"
		}
		names, byLocal[n.Local] = append(names, n.Local), n
	}
	near := diag.Nearest(string(local), names)
	if near == "" {
		return ""
	}
	return "; did you mean " + r.label(byLocal[near]) + "?"
}
