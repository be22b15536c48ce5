package xmltext

import (
	"iter"
	"strings"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// nsDecl is a namespace declaration of the current start tag.
type nsDecl struct {
	prefix, uri []byte
	at          int // distance from the start of the tag
}

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

func (s *scanner) undeclared(at int, prefix []byte) Kind {
	if strings.EqualFold(string(prefix), "xmlns") {
		return s.fail(at, "the prefix %s must not be used for names", prefix)
	}
	return s.fail(at, "the prefix %s is not declared", prefix)
}
