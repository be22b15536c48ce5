package xmltext

import "slices"

// nested returns a scanner over replacement text, at the current token of s.
func (s *scanner) nested(text []byte, chain []string) *scanner {
	return &scanner{lexer: s.within(text, chain), namespaces: namespaces{outer: &s.namespaces}, parent: s}
}
func (s *scanner) sub(replacement string) *scanner {
	name := string(s.Target)
	in := s.nested([]byte(replacement), append(slices.Clip(s.chain), name))
	*s.spent += int64(len(replacement)) + 1
	switch {
	case slices.Contains(s.chain, name):
		in.fail(0, "the entity &%s; refers to itself", name)
	case len(s.chain) >= maxNested:
		in.FailLimit(0, "entities refer to one another more than %d deep", maxNested)
	case *s.spent > s.Limits.Expansion:
		in.FailLimit(0, "entity references expand to more than %d bytes", s.Limits.Expansion)
	}
	return in
}
