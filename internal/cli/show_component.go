package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

func (s *shower) typeDef(t xsd.Type) {
	how := s.derivation(t)
	switch t := t.(type) {
	case *xsd.SimpleType:
		s.line(0, "simple type "+s.schema.Reading(t.Name), how, xsd.Documentation(t.Annotations))
	case *xsd.ComplexType:
		s.line(0, "complex type "+s.schema.Reading(t.Name), how, only(t.Abstract, "abstract"), xsd.Documentation(t.Annotations))
	}
	s.holds(t, 1)
}

func (s *shower) derivation(t xsd.Type) string {
	base := t.BaseType()
	if base == xsd.AnyType && t.DerivedBy() == xsd.Restriction || t.DerivedBy() == xsd.ListDerivation || t.DerivedBy() == xsd.UnionDerivation {
		return ""
	}
	word := "restricts "
	if t.DerivedBy() == xsd.Extension {
		word = "extends "
	}
	return word + s.schema.Reading(base.TypeName())
}

// element prints a declaration, and the elements that can stand in its place.
func (s *shower) element(e *xsd.ElementDecl, name, occurs string, depth int) {
	s.line(depth, name, s.typeWord(e.Type), occurs, only(e.Abstract, "abstract"), only(e.Nillable, "nillable"), constraint(e.Value), xsd.Documentation(e.Annotations))
	for _, other := range s.schema.Substitutes(e) {
		if other != e {
			s.line(depth+1, "or "+s.schema.Reading(other.Name), s.typeWord(other.Type), "")
		}
	}
}

// only is a word where it is true.
func only(is bool, word string) string {
	if is {
		return word
	}
	return ""
}

// holds prints what an element of a type may hold.
func (s *shower) holds(t xsd.Type, depth int) {
	switch t := t.(type) {
	case *xsd.SimpleType:
		s.simple(t, depth)
	case *xsd.ComplexType:
		s.content(t, depth)
	}
}

func (s *shower) simple(t *xsd.SimpleType, depth int) {
	if t.Variety == datatype.ListVariety && !s.told(t) {
		s.line(depth, "list of "+s.typeWord(t.Item), "")
	}
	for _, m := range t.Members {
		if !s.told(t) {
			s.line(depth, "or "+s.typeWord(m), "")
		}
	}
	for _, f := range t.Facets {
		s.line(depth, fmt.Sprintf("%s %q", f.Name, f.Value), xsd.Documentation(f.Annotations))
	}
}

func (s *shower) content(t *xsd.ComplexType, depth int) {
	if slices.Contains(s.within, t) {
		s.line(depth, "(the same again)", "")
		return
	}
	s.within = append(s.within, t)
	defer func() { s.within = s.within[:len(s.within)-1] }()
	for _, u := range t.AttributeUses {
		need := "optional"
		if u.Required {
			need = "required"
		}
		s.line(depth, "@"+u.Decl.Name.Local, s.typeWord(u.Decl.Type), need, constraint(u.Effective()), xsd.Documentation(u.Decl.Annotations))
	}
	switch t.Content.Kind {
	case xsd.SimpleContent:
		s.line(depth, "text "+s.typeWord(t.Content.Simple), "")
	case xsd.MixedContent:
		s.line(depth, "mixed", "")
	}
	if t.Content.Particle != nil {
		s.particle(t.Content.Particle, xsd.Sequence, depth)
	}
}

// particle prints what stands in a group of that kind. A sequence that says nothing
// about what is in it has no line of its own.
func (s *shower) particle(p *xsd.Particle, in xsd.Compositor, depth int) {
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		s.element(t, t.Name.Local, p.Occurs(), depth)
		if t.Type.TypeName().IsZero() {
			s.holds(t.Type, depth+1)
		}
	case *xsd.Wildcard:
		s.line(depth, "any", t.Namespaces.String(), t.Process.String(), p.Occurs(), "")
	case *xsd.ModelGroup:
		if t.Compositor != xsd.Sequence || p.Min != 1 || p.Max != 1 || in != xsd.Sequence && len(t.Particles) > 1 {
			s.line(depth, t.Compositor.String(), p.Occurs(), "")
			in, depth = t.Compositor, depth+1
		}
		for _, q := range t.Particles {
			s.particle(q, in, depth)
		}
	}
}

// typeWord names a type. One without a name is called as what it is made of, if
// that is simple.
func (s *shower) typeWord(t xsd.Type) string {
	if !t.TypeName().IsZero() {
		return s.schema.Reading(t.TypeName())
	}
	st, ok := t.(*xsd.SimpleType)
	switch {
	case !ok:
		return "{}"
	case st.Method == xsd.Restriction && st.Base != nil:
		return s.typeWord(st.Base)
	}
	return s.madeOf(st)
}

// madeOf is what a list or a union is made of.
func (s *shower) madeOf(t *xsd.SimpleType) string {
	if t.Variety == datatype.ListVariety {
		return "list of " + s.typeWord(t.Item)
	}
	var words []string
	for _, m := range t.Members {
		if word := s.typeWord(m); !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	return strings.Join(words, "|")
}

// told reports whether the word for a type says already what it is made of.
func (s *shower) told(t *xsd.SimpleType) bool { return s.typeWord(t) == s.madeOf(t) }

func constraint(v *xsd.ValueConstraint) string {
	switch {
	case v == nil:
		return ""
	case v.Fixed:
		return fmt.Sprintf("fixed=%q", v.Lexical)
	}
	return fmt.Sprintf("default=%q", v.Lexical)
}
