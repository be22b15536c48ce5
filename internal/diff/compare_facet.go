package diff

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/fact"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// facets compares the facets that are in force for two types of one variety
// and primitive type.
func facets(v *versions, s slot, o, n *xsd.SimpleType) {
	enumerations(s, o, n)
	fixedFacets(s, o, n)
	if ow, nw := o.Datatype.WhiteSpace(), n.Datatype.WhiteSpace(); ow != nw && o.Builtin() == n.Builtin() {
		facet(s, change.WhiteSpaceChanged, o, n, datatype.WhiteSpaceFacet, ow.String(), nw.String())
	}
	changes := facetChanges(o, n)
	if ps, ok := patternChange(o, n); ok {
		changes = append(changes, ps)
	}
	if len(changes) == 0 {
		return
	}
	if v.equivalent(o, n) {
		return // another way to say the same
	}
	for _, f := range changes {
		facetFinding(s, o, n, f)
	}
}

// facetChange is a facet that says something else.
type facetChange struct {
	id               change.ID
	oldKind, newKind datatype.FacetKind
	oldText, newText string // "" for none
	forward, back    inclusion.Verdict
}

func facetFinding(s slot, o, n *xsd.SimpleType, what facetChange) {
	f := s.in.report(what.id, facetAnchor(o, what.oldKind, s.old), facetAnchor(n, what.newKind, s.new),
		facetText(what.oldKind, what.oldText), facetText(what.newKind, what.newText))
	if what.id == change.FacetIncomparable && (what.forward != inclusion.Fails || what.back != inclusion.Fails) {
		f.severity, f.reason = levels(change.Risk, change.Risk, change.Risk, change.GoNone), change.Unproven
	}
}

// facet reports a finding at the facets that state it.
func facet(s slot, id change.ID, o, n *xsd.SimpleType, k datatype.FacetKind, oldText, newText string) *finding {
	return s.in.report(id, facetAnchor(o, k, s.old), facetAnchor(n, k, s.new), facetText(k, oldText), facetText(k, newText))
}

func facetText(k datatype.FacetKind, value string) *text {
	if value == "" {
		return plain("no " + k.String())
	}
	return plain(k.String() + " " + value)
}

// facetAnchor points at the facet in force; where there is none, at who has
// the type.
func facetAnchor(t *xsd.SimpleType, k datatype.FacetKind, otherwise change.Anchor) change.Anchor {
	for _, k := range []datatype.FacetKind{k, alternative[k]} {
		if f := fact.StatedFacet(t, k); f != nil {
			return change.Anchor{At: f, Pos: f.Pos}
		}
	}
	return otherwise
}

// alternative has the facets that can say what another one does.
var alternative = map[datatype.FacetKind]datatype.FacetKind{
	datatype.MinLengthFacet: datatype.LengthFacet, datatype.MaxLengthFacet: datatype.LengthFacet, datatype.LengthFacet: datatype.LengthFacet,
	datatype.MinInclusiveFacet: datatype.MinExclusiveFacet, datatype.MinExclusiveFacet: datatype.MinInclusiveFacet,
	datatype.MaxInclusiveFacet: datatype.MaxExclusiveFacet, datatype.MaxExclusiveFacet: datatype.MaxInclusiveFacet,
	datatype.PatternFacet: datatype.PatternFacet, datatype.WhiteSpaceFacet: datatype.WhiteSpaceFacet,
	datatype.TotalDigitsFacet: datatype.TotalDigitsFacet, datatype.FractionDigitsFacet: datatype.FractionDigitsFacet,
}

// fixedFacets compares which facets a derived type must leave alone.
func fixedFacets(s slot, o, n *xsd.SimpleType) {
	of, nf := o.Datatype.Facets().Fixed, n.Datatype.Facets().Fixed
	for k := datatype.LengthFacet; k <= datatype.FractionDigitsFacet; k++ {
		if fact.StatedFacet(o, k) == nil || fact.StatedFacet(n, k) == nil || of.Has(k) == nf.Has(k) {
			continue
		}
		word := map[bool]string{true: "fixed", false: "not fixed"}
		facet(s, change.FinalChanged, o, n, k, word[of.Has(k)], word[nf.Has(k)])
	}
}

// facetChanges compares lengths, digits and bounds.
func facetChanges(o, n *xsd.SimpleType) []facetChange {
	of, nf := o.Datatype.Facets(), n.Datatype.Facets()
	var list []facetChange
	add := func(oldKind, newKind datatype.FacetKind, oldText, newText string, looser int) {
		id := map[int]change.ID{-1: change.FacetTightened, 1: change.FacetLoosened}[looser]
		if id != "" {
			list = append(list, facetChange{id: id, oldKind: oldKind, newKind: newKind, oldText: oldText, newText: newText})
		}
	}
	oldLow, oldHigh := inclusion.Lengths(of)
	newLow, newHigh := inclusion.Lengths(nf)
	add(datatype.MinLengthFacet, datatype.MinLengthFacet, oldLow.String(), newLow.String(), newLow.Or(0).Compare(oldLow.Or(0)))
	add(datatype.MaxLengthFacet, datatype.MaxLengthFacet, oldHigh.String(), newHigh.String(), oldHigh.Or(math.MaxUint64).Compare(newHigh.Or(math.MaxUint64)))
	for _, k := range []datatype.FacetKind{datatype.TotalDigitsFacet, datatype.FractionDigitsFacet} {
		a, b := inclusion.Limit{N: fact.Count(of, k)}, inclusion.Limit{N: fact.Count(nf, k)}
		add(k, k, a.String(), b.String(), a.Or(math.MaxUint64).Compare(b.Or(math.MaxUint64)))
	}
	for _, pair := range [][2]inclusion.Edge{{inclusion.LowerBound(of), inclusion.LowerBound(nf)}, {inclusion.UpperBound(of), inclusion.UpperBound(nf)}} {
		a, b := pair[0], pair[1]
		if statesEdge(o, a) || statesEdge(n, b) {
			add(cmp.Or(a, b).Kind, cmp.Or(b, a).Kind, a.String(), b.String(), a.Looser(b))
		}
	}
	return list
}

// statesEdge reports whether a type's own documents state the bound. Those of
// the built-in types are told by their names.
func statesEdge(t *xsd.SimpleType, e inclusion.Edge) bool {
	return e.Value != nil && (fact.StatedFacet(t, e.Kind) != nil || fact.StatedFacet(t, alternative[e.Kind]) != nil)
}

// patternChange compares the patterns of both types as languages.
func patternChange(o, n *xsd.SimpleType) (facetChange, bool) {
	oldSteps, newSteps := fact.PatternSteps(o), fact.PatternSteps(n)
	oldText, newText := patternText(oldSteps), patternText(newSteps)
	what := facetChange{oldKind: datatype.PatternFacet, newKind: datatype.PatternFacet, oldText: oldText, newText: newText, id: change.FacetIncomparable}
	if oldText == newText {
		return what, false
	}
	op, np := patternsOnly(o), patternsOnly(n)
	what.forward, _ = inclusion.Text(op, np)
	what.back, _ = inclusion.Text(np, op)
	switch {
	case what.forward == inclusion.Holds && what.back == inclusion.Holds:
		return what, false
	case what.forward == inclusion.Holds:
		what.id = change.FacetLoosened
	case what.back == inclusion.Holds:
		what.id = change.FacetTightened
	}
	return what, true
}

// patternText writes the patterns of all steps: alternatives with |, steps
// with &, both in a fixed order.
func patternText(steps []fact.PatternStep) string {
	var all []string
	for _, s := range steps {
		texts := slices.Sorted(slices.Values(s.Texts))
		all = append(all, strings.Join(slices.Compact(texts), " | "))
	}
	slices.Sort(all)
	return strings.Join(slices.Compact(all), " & ")
}

// patternsOnly returns the type that has the patterns of t and nothing else.
func patternsOnly(t *xsd.SimpleType) *datatype.Type {
	out := t.Builtin().Datatype
	if t.Variety != datatype.AtomicVariety {
		out = datatype.Builtin("token")
	}
	for _, step := range fact.PatternSteps(t) {
		var facets []datatype.Facet
		for _, s := range step.Texts {
			facets = append(facets, datatype.Facet{Kind: datatype.PatternFacet, Value: s})
		}
		out, _ = out.Restrict(facets)
	}
	return out
}
