package diff

import (
	"cmp"
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// facets compares the facets that are in force for two types of one variety
// and primitive type.
func (c *comparer) facets(s slot, o, n *xsd.SimpleType) {
	c.enumerations(s, o, n)
	c.fixedFacets(s, o, n)
	if ow, nw := o.Datatype.WhiteSpace(), n.Datatype.WhiteSpace(); ow != nw && o.Builtin() == n.Builtin() {
		c.facet(s, "white-space-changed", o, n, datatype.WhiteSpaceFacet, ow.String(), nw.String())
	}
	changes := facetChanges(o, n)
	if ps, ok := c.patternChange(o, n); ok {
		changes = append(changes, ps)
	}
	if len(changes) == 0 {
		return
	}
	if c.forward(o, n) == holds && c.backward(o, n) == holds {
		return // another way to say the same
	}
	for _, f := range changes {
		c.facetFinding(s, o, n, f)
	}
}

// facetChange is a facet that says something else.
type facetChange struct {
	id               string
	oldKind, newKind datatype.FacetKind
	oldText, newText string // "" for none
	forward, back    verdict
}

func (c *comparer) facetFinding(s slot, o, n *xsd.SimpleType, change facetChange) {
	f := c.reportAt(c.stepped(s.step), change.id, facetAnchor(o, change.oldKind, s.old), facetAnchor(n, change.newKind, s.new),
		facetText(change.oldKind, change.oldText), facetText(change.newKind, change.newText))
	if change.id == "facet-incomparable" && (change.forward != fails || change.back != fails) {
		f.severity, f.reason = sev("RRR", GoNone), Unproven
	}
}

// facet reports a finding at the facets that state it.
func (c *comparer) facet(s slot, id string, o, n *xsd.SimpleType, k datatype.FacetKind, oldText, newText string) *finding {
	return c.reportAt(c.stepped(s.step), id, facetAnchor(o, k, s.old), facetAnchor(n, k, s.new), facetText(k, oldText), facetText(k, newText))
}

func facetText(k datatype.FacetKind, value string) *text {
	if value == "" {
		return plain("no " + k.String())
	}
	return plain(k.String() + " " + value)
}

// facetAnchor points at the facet in force; where there is none, at who has
// the type.
func facetAnchor(t *xsd.SimpleType, k datatype.FacetKind, otherwise anchor) anchor {
	for _, k := range []datatype.FacetKind{k, alternative[k]} {
		if f := statedFacet(t, k); f != nil {
			return anchor{f, f.Pos}
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
func (c *comparer) fixedFacets(s slot, o, n *xsd.SimpleType) {
	of, nf := o.Datatype.Facets().Fixed, n.Datatype.Facets().Fixed
	for k := datatype.LengthFacet; k <= datatype.FractionDigitsFacet; k++ {
		if statedFacet(o, k) == nil || statedFacet(n, k) == nil || of.Has(k) == nf.Has(k) {
			continue
		}
		word := map[bool]string{true: "fixed", false: "not fixed"}
		c.facet(s, "final-changed", o, n, k, word[of.Has(k)], word[nf.Has(k)])
	}
}

// facetChanges compares lengths, digits and bounds.
func facetChanges(o, n *xsd.SimpleType) []facetChange {
	of, nf := o.Datatype.Facets(), n.Datatype.Facets()
	var list []facetChange
	add := func(oldKind, newKind datatype.FacetKind, oldText, newText string, looser int) {
		id := map[int]string{-1: "facet-tightened", 1: "facet-loosened"}[looser]
		if id != "" {
			list = append(list, facetChange{id: id, oldKind: oldKind, newKind: newKind, oldText: oldText, newText: newText})
		}
	}
	oldLow, oldHigh := lengths(of)
	newLow, newHigh := lengths(nf)
	add(datatype.MinLengthFacet, datatype.MinLengthFacet, oldLow.String(), newLow.String(), newLow.or(0).compare(oldLow.or(0)))
	add(datatype.MaxLengthFacet, datatype.MaxLengthFacet, oldHigh.String(), newHigh.String(), oldHigh.or(math.MaxUint64).compare(newHigh.or(math.MaxUint64)))
	for _, k := range []datatype.FacetKind{datatype.TotalDigitsFacet, datatype.FractionDigitsFacet} {
		a, b := limit{count(of, k)}, limit{count(nf, k)}
		add(k, k, a.String(), b.String(), a.or(math.MaxUint64).compare(b.or(math.MaxUint64)))
	}
	for _, pair := range [][2]edge{{lowerBound(of), lowerBound(nf)}, {upperBound(of), upperBound(nf)}} {
		a, b := pair[0], pair[1]
		if statesEdge(o, a) || statesEdge(n, b) {
			add(cmp.Or(a, b).kind, cmp.Or(b, a).kind, a.String(), b.String(), a.looser(b))
		}
	}
	return list
}

// statesEdge reports whether a type's own documents state the bound. Those of
// the built-in types are told by their names.
func statesEdge(t *xsd.SimpleType, e edge) bool {
	return e.value != nil && (statedFacet(t, e.kind) != nil || statedFacet(t, alternative[e.kind]) != nil)
}

// limit is a number that a facet states, or none.
type limit struct{ n *uint64 }

func (l limit) String() string {
	if l.n == nil {
		return ""
	}
	return strconv.FormatUint(*l.n, 10)
}

// or returns the number, that of none being given.
func (l limit) or(none uint64) number {
	if l.n == nil {
		return number(none)
	}
	return number(*l.n)
}

type number uint64

// compare returns -1, 0 or 1 as m is less than, equal to or greater than n.
func (n number) compare(m number) int { return cmp.Compare(m, n) }

// lengths returns the least and greatest length; length states both.
func lengths(f datatype.Facets) (low, high limit) {
	if f.Length != nil {
		return limit{f.Length}, limit{f.Length}
	}
	return limit{f.MinLength}, limit{f.MaxLength}
}

// edge is a lower or upper bound on values; none has no value.
type edge struct {
	kind  datatype.FacetKind
	value *datatype.Value
}

func lowerBound(f datatype.Facets) edge {
	switch {
	case f.MinInclusive != nil:
		return edge{datatype.MinInclusiveFacet, f.MinInclusive}
	case f.MinExclusive != nil:
		return edge{datatype.MinExclusiveFacet, f.MinExclusive}.whole(f, 1)
	}
	return edge{}
}

func upperBound(f datatype.Facets) edge {
	switch {
	case f.MaxInclusive != nil:
		return edge{datatype.MaxInclusiveFacet, f.MaxInclusive}
	case f.MaxExclusive != nil:
		return edge{datatype.MaxExclusiveFacet, f.MaxExclusive}.whole(f, -1)
	}
	return edge{}
}

// whole returns an exclusive bound on whole numbers as the inclusive one that
// says the same.
func (e edge) whole(f datatype.Facets, step int64) edge {
	if f.FractionDigits == nil || *f.FractionDigits != 0 {
		return e
	}
	n, ok := e.value.BigInt()
	if !ok {
		return e
	}
	v, err := datatype.Builtin("integer").Parse(new(big.Int).Add(n, big.NewInt(step)).String(), nil)
	if err != nil {
		return e
	}
	kind := datatype.MinInclusiveFacet
	if step < 0 {
		kind = datatype.MaxInclusiveFacet
	}
	return edge{kind, &v}
}

func (e edge) String() string {
	if e.value == nil {
		return ""
	}
	return e.value.Canonical()
}

func (e edge) exclusive() bool {
	return e.kind == datatype.MinExclusiveFacet || e.kind == datatype.MaxExclusiveFacet
}

func (e edge) lower() bool {
	return e.kind == datatype.MinInclusiveFacet || e.kind == datatype.MinExclusiveFacet
}

// looser returns 1 if f accepts more than e, -1 if it accepts less, and 0 if
// they say the same or are in no order.
func (e edge) looser(f edge) int {
	switch {
	case e.value == nil && f.value == nil:
		return 0
	case e.value == nil:
		return -1
	case f.value == nil:
		return 1
	}
	switch order := f.value.Compare(*e.value); {
	case order == datatype.Incomparable || order == datatype.Equal && e.exclusive() == f.exclusive():
		return 0
	case order == datatype.Equal:
		return 1 - 2*b2i(f.exclusive())
	case (order == datatype.Greater) == e.lower():
		return -1
	}
	return 1
}

// patternChange compares the patterns of both types as languages.
func (c *comparer) patternChange(o, n *xsd.SimpleType) (facetChange, bool) {
	oldSteps, newSteps := patternSteps(o), patternSteps(n)
	oldText, newText := patternText(oldSteps), patternText(newSteps)
	change := facetChange{oldKind: datatype.PatternFacet, newKind: datatype.PatternFacet, oldText: oldText, newText: newText, id: "facet-incomparable"}
	if oldText == newText {
		return change, false
	}
	op, np := patternsOnly(o), patternsOnly(n)
	change.forward, _ = textInclusion(op, np)
	change.back, _ = textInclusion(np, op)
	switch {
	case change.forward == holds && change.back == holds:
		return change, false
	case change.forward == holds:
		change.id = "facet-loosened"
	case change.back == holds:
		change.id = "facet-tightened"
	}
	return change, true
}

// patternText writes the patterns of all steps: alternatives with |, steps
// with &, both in a fixed order.
func patternText(steps []patternStep) string {
	var all []string
	for _, s := range steps {
		texts := slices.Sorted(slices.Values(s.texts))
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
	for _, step := range patternSteps(t) {
		var facets []datatype.Facet
		for _, s := range step.texts {
			facets = append(facets, datatype.Facet{Kind: datatype.PatternFacet, Value: s})
		}
		out, _ = out.Restrict(facets)
	}
	return out
}
