package xmltext

import (
	"iter"
	"strings"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// binding is a namespace declaration in scope.
type binding struct {
	prefix, uri string
	outer       int // the binding of the same prefix that the index held before, -1 for none
}

// nsDecl is a namespace declaration of the current start tag.
type nsDecl struct {
	prefix, uri []byte
	at          int // distance from the start of the tag
}

const (
	fewBindings  = 16   // beyond, bindings are indexed by prefix
	maxInterned  = 1024 // prefixes and namespace names that a scanner remembers
	longInterned = 256  // bytes of the longest one it remembers
)

// declare brings the namespace declarations of the current start tag into scope.
func (s *scanner) declare() bool {
	first := len(s.bindings)
	for i := range s.decls {
		d := &s.decls[i]
		if msg := d.fault(); msg != "" {
			s.fail(s.Tok+d.at, "%s", msg)
			return false
		}
		if s.declaredTwice(d.prefix, first) {
			s.fail(s.Tok+d.at, "the prefix %q is declared twice", d.prefix)
			return false
		}
		s.bind(s.Intern(d.prefix), s.Intern(d.uri))
	}
	return true
}

// fault says which constraint of Namespaces in XML (§2.2, §3) the declaration breaks.
func (d *nsDecl) fault() string {
	switch prefix, uri := string(d.prefix), string(d.uri); {
	case prefix == "xmlns":
		return "the prefix xmlns must not be declared"
	case prefix == "xml" && uri != chars.XMLURI:
		return "the prefix xml is bound to " + chars.XMLURI + " and to nothing else"
	case prefix != "xml" && uri == chars.XMLURI:
		return "the namespace " + chars.XMLURI + " has the prefix xml and no other"
	case uri == chars.XMLNSURI:
		return "the namespace " + chars.XMLNSURI + " must not be declared"
	case prefix != "" && uri == "":
		return "the prefix " + prefix + " is bound to an empty namespace name"
	}
	return ""
}

// declaredTwice looks for the prefix among the bindings from first on.
func (s *scanner) declaredTwice(prefix []byte, first int) bool {
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
func (s *scanner) bind(prefix, uri string) {
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
func (s *scanner) unbind(n int) {
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

// resolve returns the namespace that the prefix stands for. An undeclared prefix is no namespace in lenient reading.
func (s *scanner) resolve(prefix []byte) (uri string, ok bool) {
	if b := s.binding(prefix); b != nil {
		return b.uri, true
	}
	switch {
	case string(prefix) == "xml":
		return chars.XMLURI, true
	case s.parent != nil:
		return s.parent.resolve(prefix)
	}
	return "", len(prefix) == 0 || s.Undeclared && string(prefix) != "xmlns"
}

// binding returns this scanner's innermost binding of the prefix, or nil.
func (s *scanner) binding(prefix []byte) *binding {
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
func (s *scanner) lookup(prefix string) (uri string, ok bool) {
	for at := s; at != nil; at = at.parent {
		if b := at.binding([]byte(prefix)); b != nil {
			return b.uri, true
		}
	}
	if prefix == "xml" {
		return chars.XMLURI, true
	}
	return "", prefix == ""
}
func (s *scanner) inScope() iter.Seq2[string, string] {
	return func(yield func(prefix, uri string) bool) {
		seen := make(map[string]bool)
		for at := s; at != nil; at = at.parent {
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
func (s *scanner) declarations() iter.Seq2[string, string] {
	return func(yield func(prefix, uri string) bool) {
		if s.kind != StartElement {
			return
		}
		for _, b := range s.bindings[s.Elems[len(s.Elems)-1].binds:] {
			if !yield(b.prefix, b.uri) {
				return
			}
		}
	}
}

// Intern returns b as a string, the same one for the same text.
func (s *scanner) Intern(b []byte) string {
	if v, ok := s.interned[string(b)]; ok {
		return v
	}
	v := string(b)
	if len(b) > longInterned {
		return v
	}
	if s.interned == nil {
		s.interned = make(map[string]string)
	}
	if len(s.interned) < maxInterned {
		s.interned[v] = v
	}
	return v
}

func (s *scanner) undeclared(at int, prefix []byte) Kind {
	if strings.EqualFold(string(prefix), "xmlns") {
		return s.fail(at, "the prefix %s must not be used for names", prefix)
	}
	return s.fail(at, "the prefix %s is not declared", prefix)
}
