package datatype

import "slices"

// derived describes a built-in type that is not primitive.
type derived struct {
	name, base string
	rule       rule
	// pattern is what the rule says as a regular expression.
	pattern  string
	space    WhiteSpace
	min, max string // inclusive bounds
	item     string // of a list, which has one item at least
}

// derivedTypes are in the order of Part 2 §3.3.
var derivedTypes = [...]derived{
	{name: "normalizedString", base: "string", space: Replace},
	{name: "token", base: "normalizedString", space: Collapse},
	{name: "language", base: "token", rule: languageRule, pattern: `[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*`},
	{name: "NMTOKEN", base: "token", rule: nmtokenRule, pattern: `\c+`},
	{name: "NMTOKENS", item: "NMTOKEN"},
	{name: "Name", base: "token", rule: nameRule, pattern: `\i\c*`},
	{name: "NCName", base: "Name", rule: ncNameRule, pattern: `[\i-[:]][\c-[:]]*`},
	{name: "ID", base: "NCName"},
	{name: "IDREF", base: "NCName"},
	{name: "IDREFS", item: "IDREF"},
	{name: "ENTITY", base: "NCName"},
	{name: "ENTITIES", item: "ENTITY"},
	{name: "integer", base: "decimal", rule: integerRule, pattern: `[\-+]?[0-9]+`},
	{name: "nonPositiveInteger", base: "integer", max: "0"},
	{name: "negativeInteger", base: "nonPositiveInteger", max: "-1"},
	{name: "long", base: "integer", min: "-9223372036854775808", max: "9223372036854775807"},
	{name: "int", base: "long", min: "-2147483648", max: "2147483647"},
	{name: "short", base: "int", min: "-32768", max: "32767"},
	{name: "byte", base: "short", min: "-128", max: "127"},
	{name: "nonNegativeInteger", base: "integer", min: "0"},
	{name: "unsignedLong", base: "nonNegativeInteger", max: "18446744073709551615"},
	{name: "unsignedInt", base: "unsignedLong", max: "4294967295"},
	{name: "unsignedShort", base: "unsignedInt", max: "65535"},
	{name: "unsignedByte", base: "unsignedShort", max: "255"},
	{name: "positiveInteger", base: "nonNegativeInteger", min: "1"},
}

var anySimpleType = &Type{name: anyKind.String()}

var builtins, builtinNames = makeBuiltins()

// Builtin returns the built-in simple type with that local name, such as
// "token" or "anySimpleType", and nil if there is none.
func Builtin(local string) *Type { return builtins[local] }

// Builtins returns the names of the built-in simple types: anySimpleType,
// then the 19 primitive and the 25 derived types in the recommendation's
// order, in which a type comes after its base and item.
func Builtins() []string { return slices.Clone(builtinNames) }

func makeBuiltins() (map[string]*Type, []string) {
	all := map[string]*Type{anySimpleType.name: anySimpleType}
	names := []string{anySimpleType.name}
	for k := stringKind; k <= notationKind; k++ {
		all[k.String()] = newPrimitive(k)
		names = append(names, k.String())
	}
	for _, d := range derivedTypes {
		if d.item != "" {
			all[d.name] = newListType(d.name, all[d.item])
		} else {
			all[d.name] = newDerived(d, all[d.base])
		}
		names = append(names, d.name)
	}
	return all, names
}

func newPrimitive(k kind) *Type {
	t := &Type{name: k.String(), base: anySimpleType, variety: AtomicVariety, kind: k}
	t.primitive = t
	if k != stringKind {
		t.space = Collapse
		t.facets.Fixed.add(WhiteSpaceFacet)
	}
	t.shorten()
	return t
}

// newListType makes one of the three lists, which have at least one item.
func newListType(name string, item *Type) *Type {
	t := List(item)
	t.name = name
	t.facets.MinLength = new(uint64(1))
	return t
}

func newDerived(d derived, base *Type) *Type {
	t := *base
	t.name, t.base = d.name, base
	t.space = max(d.space, base.space)
	if d.rule != noRule {
		t.rule = d.rule
		t.facets.Patterns = append(slices.Clone(t.facets.Patterns), []*Pattern{mustPattern(d.pattern)})
		t.ruled = len(t.facets.Patterns)
	}
	if d.rule == integerRule {
		t.facets.FractionDigits = new(uint64(0))
		t.facets.Fixed.add(FractionDigitsFacet)
	}
	t.setBuiltinBound(MinInclusiveFacet, d.min)
	t.setBuiltinBound(MaxInclusiveFacet, d.max)
	t.shorten()
	return &t
}

func (t *Type) setBuiltinBound(k FacetKind, text string) {
	if text == "" {
		return
	}
	v, _ := t.base.unbounded().parse(text, nil)
	t.facets.setBound(k, &v)
}
