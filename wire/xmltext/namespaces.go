package xmltext

import (
	"iter"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// namespaces are the bindings in scope, inside those of the document for the text of an entity.
type namespaces struct {
	bindings []binding
	index    map[string]int // innermost binding of a prefix among those beyond the first few
	outer    *namespaces

	Gen int // counts, from 1, changes of the bindings in scope
}

// binding is a namespace declaration in scope.
type binding struct {
	prefix, uri string
	outer       int // the binding of the same prefix that the index held before, -1 for none
}

const fewBindings = 16 // beyond, bindings are indexed by prefix

// declaredTwice looks for the prefix among the bindings from first on.
func (s *namespaces) declaredTwice(prefix []byte, first int) bool {
	if i, ok := s.index[string(prefix)]; ok {
		return i >= first
	}
	for i := first; i < min(len(s.bindings), fewBindings); i++ {
		if s.bindings[i].prefix == string(prefix) {
			return true
		}
	}
	return false
}

// bind adds the innermost binding.
func (s *namespaces) bind(prefix, uri string) {
	b := binding{prefix: prefix, uri: uri, outer: -1}
	if n := len(s.bindings); n >= fewBindings {
		if s.index == nil {
			s.index = make(map[string]int)
		}
		if i, ok := s.index[prefix]; ok {
			b.outer = i
		}
		s.index[prefix] = n
	}
	s.bindings = append(s.bindings, b)
	s.Gen++
}

// unbind removes all bindings but the first n.
func (s *namespaces) unbind(n int) {
	for i := len(s.bindings) - 1; i >= max(n, fewBindings); i-- {
		if b := &s.bindings[i]; b.outer >= 0 {
			s.index[b.prefix] = b.outer
		} else {
			delete(s.index, b.prefix)
		}
	}
	s.bindings = s.bindings[:n]
	s.Gen++
}

// Resolve returns the namespace that the prefix stands for. An undeclared prefix is no namespace in lenient reading.
func (s *namespaces) Resolve(prefix []byte, lenient bool) (uri string, ok bool) {
	if b := s.binding(prefix); b != nil {
		return b.uri, true
	}
	switch {
	case string(prefix) == "xml":
		return chars.XMLURI, true
	case s.outer != nil:
		return s.outer.Resolve(prefix, lenient)
	}
	return "", len(prefix) == 0 || lenient && string(prefix) != "xmlns"
}

// binding returns the innermost binding here of the prefix, or nil.
func (s *namespaces) binding(prefix []byte) *binding {
	if i, ok := s.index[string(prefix)]; ok {
		return &s.bindings[i]
	}
	for i := min(len(s.bindings), fewBindings) - 1; i >= 0; i-- {
		if b := &s.bindings[i]; b.prefix == string(prefix) {
			return b
		}
	}
	return nil
}
func (s *namespaces) lookup(prefix string) (uri string, ok bool) {
	for at := s; at != nil; at = at.outer {
		if b := at.binding([]byte(prefix)); b != nil {
			return b.uri, true
		}
	}
	if prefix == "xml" {
		return chars.XMLURI, true
	}
	return "", prefix == ""
}
func (s *namespaces) inScope() iter.Seq2[string, string] {
	return func(yield func(prefix, uri string) bool) {
		seen := make(map[string]bool)
		for at := s; at != nil; at = at.outer {
			for i := len(at.bindings) - 1; i >= 0; i-- {
				b := &at.bindings[i]
				if seen[b.prefix] {
					continue
				}
				seen[b.prefix] = true
				if b.uri != "" && b.prefix != "xml" && !yield(b.prefix, b.uri) {
					return
				}
			}
		}
	}
}
