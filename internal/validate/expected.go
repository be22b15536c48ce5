package validate

import (
	"slices"
	"strconv"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// expected says what may come next in the innermost element.
func (r *reporter) expected(p *content.Position) string { return oneOf(r.next(p)) }

// next lists what may come next in the innermost element.
func (r *reporter) next(p *content.Position) []string {
	var words []string
	for _, leaf := range p.Allowed() {
		words = append(words, r.leafWords(leaf)...)
	}
	if p.Complete() {
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

// leafWords says what a leaf matches. An abstract element itself never is in a
// document.
func (r *reporter) leafWords(leaf *content.Place) []string {
	if leaf.Kind == content.Wildcard {
		return []string{"an element of " + r.namespaces(leaf.Node.Any)}
	}
	var words []string
	for _, e := range r.schema.Substitutes(leaf.Node.Elem) {
		words = append(words, r.label(e.Name))
	}
	return words
}

// whyMisplaced says more about a child that cannot come where it is, if its
// name is one that the model has.
func (r *reporter) whyMisplaced(p *content.Position, sym content.Symbol, space string) string {
	switch why, most, last := p.Why(sym, space); why {
	case content.Twice:
		return " a second time"
	case content.Single:
		return ": there can be just one"
	case content.Full:
		return ": no more than " + strconv.FormatUint(most, 10) + " of it may follow each other"
	case content.Behind:
		return ": it belongs before " + r.label(last.Name)
	}
	return ""
}

// slip finds the leaf that an element was meant to match whose name the model
// does not have: one of the same local name, one that looks alike, or the only
// one, if that is a wildcard. The hint says so where it is not clear from what
// is expected.
func (r *reporter) slip(p *content.Position, sym content.Symbol, space string, local []byte) (meant *content.Place, hint string) {
	m := p.Model()
	if sym != content.Unknown && slices.ContainsFunc(m.Leaves(), func(p *content.Place) bool { return p.Kind == content.Element && p.Matches(sym, space) }) {
		return nil, ""
	}
	allowed := p.Allowed()
	if len(allowed) == 1 && allowed[0].Kind == content.Wildcard && !p.Complete() {
		return allowed[0], ""
	}
	like := nearest(m.Leaves(), string(local))
	if like == nil {
		return nil, ""
	}
	if i := slices.IndexFunc(allowed, func(p *content.Place) bool { return p.Symbol == like.Symbol && p.Kind == content.Element }); i >= 0 {
		meant = allowed[i]
	}
	if name := like.Node.Elem.Name; name.Local == string(local) && name.Space != space {
		return meant, r.otherNamespace(space, name.Space)
	}
	if meant != nil && len(allowed) == 1 {
		return meant, ""
	}
	return meant, "; did you mean " + r.label(like.Node.Elem.Name) + "?"
}

// nearest returns the leaf whose local name is most like the one given.
func nearest(leaves []*content.Place, local string) *content.Place {
	var names []string
	byName := map[string]*content.Place{}
	for _, p := range leaves {
		if p.Kind != content.Element {
			continue
		}
		n := p.Node.Elem.Name.Local
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
