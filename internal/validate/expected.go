package validate

import (
	"slices"
	"strconv"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// expected says what may come next in the innermost element.
func (r *run) expected(f *frame) string { return oneOf(r.next(f)) }

// next lists what may come next in the innermost element.
func (r *run) next(f *frame) []string {
	var words []string
	leaves := r.allowed(f)
	slices.SortStableFunc(leaves, func(a, b *place) int { return a.state - b.state })
	for _, leaf := range leaves {
		words = append(words, r.leafWords(leaf)...)
	}
	if r.complete(f) {
		words = append(words, "the end of "+r.ownName())
	}
	return unique(words)
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

// allowed returns the leaves that may match next.
func (r *run) allowed(f *frame) []*place {
	m := f.typ.model
	if m.all {
		return slices.DeleteFunc(slices.Clone(m.leaves), func(p *place) bool { return seen(r.countersOf(f), p.index) })
	}
	var leaves []*place
	add := func(leaf *place) {
		if !slices.Contains(leaves, leaf) {
			leaves = append(leaves, leaf)
		}
	}
	if f.tally == nil {
		for st := range m.steps(f.at) {
			if st.open(f.at, r.countersOf(f)) {
				add(st.leaf)
			}
		}
		return leaves
	}
	for i, at := range f.tally.ways.at {
		for st := range m.steps(at) {
			if f.tally.ways.open(m, i, st) {
				add(st.leaf)
			}
		}
	}
	return leaves
}

// leafWords says what a leaf matches. An abstract element itself never is in a
// document.
func (r *run) leafWords(leaf *place) []string {
	if leaf.kind == wildcardPlace {
		return []string{"an element of " + r.namespaces(leaf.wildcard)}
	}
	var words []string
	for _, e := range r.v.schema.Substitutes(leaf.element.decl) {
		words = append(words, r.label(e.Name))
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
	if f.at.kind == elementPlace && f.at.follows(sym, space) {
		return ": it belongs before " + r.label(f.at.element.decl.Name)
	}
	return ""
}

// follows reports whether an element with that name starts something that
// comes before p in a sequence around it.
func (p *place) follows(sym symbol, space string) bool {
	for n := p; n.parent != nil && !n.repeats(); n = n.parent {
		if n.parent.kind != sequencePlace {
			continue
		}
		for _, c := range n.parent.children[:n.index] {
			if leaf := c.enter(sym, space); leaf != nil && leaf.kind == elementPlace {
				return true
			}
		}
	}
	return false
}

// slip finds the leaf that an element was meant to match whose name the model
// does not have: one of the same local name, one that looks alike, or the only
// one, if that is a wildcard. The hint says so where it is not clear from what
// is expected.
func (r *run) slip(f *frame, sym symbol, space string, local []byte) (meant *place, hint string) {
	m := f.typ.model
	if sym != unknown && slices.ContainsFunc(m.leaves, func(p *place) bool { return p.kind == elementPlace && p.matches(sym, space) }) {
		return nil, ""
	}
	allowed := r.allowed(f)
	if len(allowed) == 1 && allowed[0].kind == wildcardPlace && !r.complete(f) {
		return allowed[0], ""
	}
	like := nearest(m.leaves, string(local))
	if like == nil {
		return nil, ""
	}
	if i := slices.IndexFunc(allowed, func(p *place) bool { return p.name == like.name && p.kind == elementPlace }); i >= 0 {
		meant = allowed[i]
	}
	if meant != nil && len(allowed) == 1 {
		return meant, ""
	}
	return meant, "; did you mean " + r.label(like.element.decl.Name) + "?"
}

// nearest returns the leaf whose local name is most like the one given.
func nearest(leaves []*place, local string) *place {
	var names []string
	byName := map[string]*place{}
	for _, p := range leaves {
		if p.kind != elementPlace {
			continue
		}
		n := p.element.decl.Name.Local
		if n == local {
			return p
		}
		names, byName[n] = append(names, n), p
	}
	const short = 3
	if len(local) < short {
		return nil
	}
	return byName[diag.Nearest(local, names)]
}
