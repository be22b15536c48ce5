package datatype

import (
	"strings"
)

// Parse reads a text as a value of t: white space is treated first, then the
// text must be in the lexical space and the value satisfy all facets (Part 2
// §4.1.4, cvc-datatype-valid). The error is an [*Error]. ns resolves the
// prefixes of names; nil stands for no declarations.
func (t *Type) Parse(lexical string, ns Namespaces) (Value, error) {
	v, err := t.parse(lexical, ns)
	if err != nil {
		return Value{}, err
	}
	return v, nil
}

// Validate gives the verdict of [Type.Parse] without a value, and keeps no
// part of lexical. It allocates nothing, unless white space within the text
// changes, the type is a list or binary type with an enumeration or a union
// with facets, a member type before the right one refuses the text, or all do.
func (t *Type) Validate(lexical []byte, ns Namespaces) error {
	if t.accepts(view(lexical), ns) {
		return nil
	}
	_, err := t.Parse(string(lexical), ns)
	return err
}

// Normalize treats the white space of s as t asks.
func (t *Type) Normalize(s string) string { return t.space.Normalize(s) }

func (t *Type) parse(lexical string, ns Namespaces) (Value, *Error) {
	switch t.variety {
	case ListVariety:
		return t.parseList(lexical, ns)
	case UnionVariety:
		return t.parseUnion(lexical, ns)
	}
	v := Value{typ: t, text: t.Normalize(lexical), atom: new(atom)}
	if err := t.scan(v.text, ns, v.atom); err != nil {
		return Value{}, err.of(t.nearest())
	}
	v.atom.settle()
	if err := t.check(v.text, v.atom); err != nil {
		return Value{}, err
	}
	return v, nil
}

func (t *Type) parseList(lexical string, ns Namespaces) (Value, *Error) {
	v := Value{typ: t, text: t.Normalize(lexical), atom: &atom{kind: listKind}}
	if t.enum != nil && longer(v.text, t.mostItems) {
		return Value{}, enumError(v.text, t.facets.Enum)
	}
	for item, rest := nextItem(v.text); item != ""; item, rest = nextItem(rest) {
		i, err := t.item.parse(item, ns)
		if err != nil {
			return Value{}, listError(item, err)
		}
		v.atom.items = append(v.atom.items, i)
	}
	v.atom.size = len(v.atom.items)
	if err := t.check(v.text, v.atom); err != nil {
		return Value{}, err
	}
	return v, nil
}

// longer reports whether a list has more than n items: then it is none of an
// enumeration, and need not be read.
func longer(list string, n int) bool {
	for item, rest := nextItem(list); item != ""; item, rest = nextItem(rest) {
		if n--; n < 0 {
			return true
		}
	}
	return false
}

func listError(item string, err *Error) *Error {
	return fail(codeListItem, "list item %s is wrong: %s", quote(item), clip(err.Msg))
}

// parseUnion takes the first member type that accepts the text (§2.5.1.3).
func (t *Type) parseUnion(lexical string, ns Namespaces) (Value, *Error) {
	var problems []*Error
	for _, m := range t.members {
		v, err := m.parse(lexical, ns)
		if err != nil {
			problems = append(problems, err)
			continue
		}
		if err := t.check(v.text, v.atom); err != nil {
			return Value{}, err
		}
		return v, nil
	}
	return Value{}, t.unionError(lexical, problems)
}

// unionError gives the reasons of the first few member types.
func (t *Type) unionError(lexical string, problems []*Error) *Error {
	const limit = 3
	var reasons strings.Builder
	for i, p := range problems[:min(len(problems), limit)] {
		if i > 0 {
			reasons.WriteString("; ")
		}
		reasons.WriteString(clip(p.Msg))
	}
	if len(problems) > limit {
		reasons.WriteString("; …")
	}
	return fail(codeUnion, "%s is not a value of any member type of the union: %s", quote(lexical), &reasons)
}
