package inclusion

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// Text tests whether each text that a accepts is accepted by b, white
// space included. With fails it returns such a text.
func Text(a, b *datatype.Type) (Verdict, string) {
	if a == b || acceptsAll(b) {
		return Holds, ""
	}
	for _, sample := range samples(a, b) {
		if a.Validate([]byte(sample), nil) == nil && b.Validate([]byte(sample), nil) != nil {
			return Fails, sample
		}
	}
	switch {
	case a.Variety() == datatype.UnionVariety:
		return unionInclusion(a, b)
	case listed(a, b):
		return Holds, "" // all its values were samples
	case b.Variety() == datatype.UnionVariety:
		return intoUnion(a, b), ""
	case b.Variety() == datatype.ListVariety:
		return listInclusion(a, b), ""
	case a.Variety() == datatype.ListVariety:
		return Unknown, ""
	}
	return atomInclusion(a, b)
}

// listed reports whether a lists its values, and b accepts all texts of a value
// if it accepts one.
func listed(a, b *datatype.Type) bool {
	if len(a.Facets().Enum) == 0 || a.Primitive() == nil || b.Primitive() == nil {
		return false
	}
	if oneText(a) {
		return a.WhiteSpace() == b.WhiteSpace() || b.WhiteSpace() == datatype.Collapse
	}
	return a.Primitive() == b.Primitive() && len(b.Facets().Patterns) == 0
}

// acceptsAll reports whether every text is of the type: it is xs:string or
// differs from it in white space only.
func acceptsAll(t *datatype.Type) bool {
	switch t.Name() {
	case "anySimpleType", "string", "normalizedString", "token":
		return true
	}
	return false
}

// oneText reports whether each value of a type has one text, up to white space
// that the type drops.
func oneText(t *datatype.Type) bool {
	p := t.Primitive()
	if p == nil {
		return false
	}
	switch p.Name() {
	case "string", "anyURI":
		return true
	}
	return false
}

func unionInclusion(a, b *datatype.Type) (Verdict, string) {
	out := Holds
	for _, m := range a.Members() {
		v, text := Text(m, b)
		if v == Fails && a.Validate([]byte(text), nil) == nil {
			return Fails, text
		}
		if v != Holds {
			out = Unknown
		}
	}
	return out, ""
}

// intoUnion tests against the members one by one: that two of them share the
// values of a is not seen.
func intoUnion(a, b *datatype.Type) Verdict {
	if restricted(b) {
		return Unknown
	}
	for _, m := range b.Members() {
		if v, _ := Text(a, m); v == Holds {
			return Holds
		}
	}
	return Unknown
}

// restricted reports whether a list or union has facets of its own.
func restricted(t *datatype.Type) bool {
	f := t.Facets()
	return f.Length != nil || f.MinLength != nil || f.MaxLength != nil || len(f.Patterns) > 0 || len(f.Enum) > 0
}

func listInclusion(a, b *datatype.Type) Verdict {
	f := b.Facets()
	if len(f.Patterns) > 0 || len(f.Enum) > 0 {
		return Unknown
	}
	if a.Variety() == datatype.ListVariety {
		v, _ := Text(a.Item(), b.Item())
		if !lengthsWithin(a.Facets(), f) {
			v = v.And(Unknown)
		}
		return v
	}
	if a.Variety() != datatype.AtomicVariety || oneText(a) && len(a.Facets().Enum) == 0 || restricted(b) {
		return Unknown
	}
	v, _ := Text(a, b.Item())
	return v
}

// atomInclusion tests two atomic types.
func atomInclusion(a, b *datatype.Type) (Verdict, string) {
	if len(b.Facets().Enum) > 0 {
		return Unknown, ""
	}
	if a.Primitive().Name() != b.Primitive().Name() {
		return byPattern(a, b)
	}
	if a.WhiteSpace() != b.WhiteSpace() && b.WhiteSpace() != datatype.Collapse && restricted(b) {
		return Unknown, ""
	}
	af, bf := a.Facets(), b.Facets()
	if !lengthsWithin(af, bf) || !digitsWithin(af, bf) || !boundsWithin(af, bf) || !namesWithin(a, b) {
		return Unknown, ""
	}
	return patternsWithin(a, b, af.Patterns)
}

func lengthsWithin(a, b datatype.Facets) bool {
	aLow, aHigh := Lengths(a)
	bLow, bHigh := Lengths(b)
	return aLow.Or(0) >= bLow.Or(0) && aHigh.Or(1<<63) <= bHigh.Or(1<<63)
}

func digitsWithin(a, b datatype.Facets) bool {
	return Limit{a.TotalDigits}.Or(1<<63) <= Limit{b.TotalDigits}.Or(1<<63) &&
		Limit{a.FractionDigits}.Or(1<<63) <= Limit{b.FractionDigits}.Or(1<<63)
}

func boundsWithin(a, b datatype.Facets) bool {
	for _, pair := range [][2]Edge{{LowerBound(a), LowerBound(b)}, {UpperBound(a), UpperBound(b)}} {
		from, to := pair[0], pair[1]
		if to.Value == nil {
			continue
		}
		if from.Value == nil || from.Looser(to) < 0 || from.Value.Compare(*to.Value) == datatype.Incomparable {
			return false
		}
	}
	return true
}

// namesWithin is about xs:language, xs:Name and their like, whose built-in
// types differ in what they spell: a must come from b's built-in type.
func namesWithin(a, b *datatype.Type) bool {
	b = builtinOf(b)
	switch b.Name() {
	case "ID", "IDREF", "ENTITY": // spelled as their base is
		b = b.Base()
	}
	return acceptsAll(b) || a.DerivesFrom(b) || b.Base() == nil || b.Primitive() == b || b.Numeric()
}

// patternsWithin tests the patterns of b one step after the other.
func patternsWithin(a, b *datatype.Type, from [][]*datatype.Pattern) (Verdict, string) {
	out := Holds
	for _, step := range b.Facets().Patterns {
		if slices.ContainsFunc(from, func(s []*datatype.Pattern) bool { return samePatterns(s, step) }) {
			continue
		}
		f := a.Facets()
		low, high := Lengths(f)
		text, outcome := datatype.TextSearch{Match: from, Avoid: step, MinLength: low.N, MaxLength: high.N}.Find()
		switch {
		case outcome == datatype.NoText:
		case outcome == datatype.Found && a.Validate([]byte(text), nil) == nil && b.Validate([]byte(text), nil) != nil:
			return Fails, text
		default:
			out = Unknown
		}
	}
	return out, ""
}

func samePatterns(a, b []*datatype.Pattern) bool {
	sources := func(list []*datatype.Pattern) []string {
		var all []string
		for _, p := range list {
			all = append(all, p.String())
		}
		slices.Sort(all)
		return slices.Compact(all)
	}
	return slices.Equal(sources(a), sources(b))
}

// byPattern tests types of different primitive types by their spelling.
func byPattern(a, b *datatype.Type) (Verdict, string) {
	spelled, known := spelling[a.Primitive().Name()]
	target, exact := spelling[b.Primitive().Name()]
	if b.Primitive().Name() == "string" {
		target, exact = nil, true
	}
	if !known || !exact || hasValueFacets(b) {
		return Unknown, ""
	}
	from := slices.Concat(a.Facets().Patterns, [][]*datatype.Pattern{{spelled}})
	out := Holds
	if target != nil {
		text, outcome := datatype.TextSearch{Match: from, Avoid: []*datatype.Pattern{target}}.Find()
		switch {
		case outcome == datatype.NoText:
		case outcome == datatype.Found && a.Validate([]byte(text), nil) == nil && b.Validate([]byte(text), nil) != nil:
			return Fails, text
		default:
			out = Unknown
		}
	}
	v, text := patternsWithin(a, b, from)
	return out.And(v), text
}

// hasValueFacets reports whether facets limit values rather than spelling.
func hasValueFacets(t *datatype.Type) bool {
	f := t.Facets()
	return LowerBound(f).Value != nil || UpperBound(f).Value != nil || f.TotalDigits != nil || f.FractionDigits != nil ||
		f.Length != nil || f.MinLength != nil || f.MaxLength != nil || len(f.Enum) > 0 || !acceptsAll(builtinOf(t)) && t.Primitive().Name() == "string"
}

func builtinOf(t *datatype.Type) *datatype.Type {
	for t.Name() == "" {
		t = t.Base()
	}
	return t
}
