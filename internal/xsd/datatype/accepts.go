package datatype

import "strings"

// accepts gives the verdict of parse without keeping a part of s.
func (t *Type) accepts(s string, ns Namespaces) bool {
	if t.quick.takes(s) {
		return true
	}
	switch t.variety {
	case ListVariety:
		return t.acceptsList(s, ns)
	case UnionVariety:
		return t.acceptsUnion(s, ns)
	}
	s = t.Normalize(s)
	var a atom
	if t.scan(s, ns, &a) != nil {
		return false
	}
	if t.enum != nil {
		a.settle()
	}
	_, refused := t.refuses(s, &a)
	return !refused
}

func (t *Type) acceptsList(s string, ns Namespaces) bool {
	if t.enum != nil {
		_, err := t.parseList(strings.Clone(s), ns)
		return err == nil
	}
	a := atom{kind: listKind}
	for item, rest := nextItem(s); item != ""; item, rest = nextItem(rest) {
		if !t.item.accepts(item, ns) {
			return false
		}
		a.size++
	}
	if t.facets.Patterns != nil {
		s = t.Normalize(s)
	}
	_, refused := t.refuses(s, &a)
	return !refused
}

func (t *Type) acceptsUnion(s string, ns Namespaces) bool {
	if t.enum != nil || t.facets.Patterns != nil {
		_, err := t.parseUnion(strings.Clone(s), ns)
		return err == nil
	}
	for _, m := range t.members {
		if m.accepts(s, ns) {
			return true
		}
	}
	return false
}
