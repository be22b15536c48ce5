package cli

import (
	"fmt"
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

func (s *shower) typeDef(t xsd.Type) {
	how := s.derivation(t)
	switch t := t.(type) {
	case *xsd.SimpleType:
		s.line(0, "simple type "+s.schema.Reading(t.Name), how, xsd.Documentation(t.Annotations))
		s.simple(t, 1)
	case *xsd.ComplexType:
		s.line(0, "complex type "+s.schema.Reading(t.Name), how, xsd.Documentation(t.Annotations))
		s.content(t, 1)
	}
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

func (s *shower) simple(t *xsd.SimpleType, depth int) {
	if t.Variety == datatype.ListVariety {
		s.line(depth, "list of "+s.typeWord(t.Item), "")
	}
	for _, m := range t.Members {
		s.line(depth, "or "+s.typeWord(m), "")
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
		s.particle(t.Content.Particle, depth)
	}
}

func (s *shower) particle(p *xsd.Particle, depth int) {
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		s.line(depth, t.Name.Local, s.typeWord(t.Type), p.Occurs(), constraint(t.Value), xsd.Documentation(t.Annotations))
		if c, ok := t.Type.(*xsd.ComplexType); ok && c.Name.IsZero() {
			s.content(c, depth+1)
		}
		if c, ok := t.Type.(*xsd.SimpleType); ok && c.Name.IsZero() {
			s.simple(c, depth+1)
		}
	case *xsd.Wildcard:
		s.line(depth, "any", t.Namespaces.String(), t.Process.String(), p.Occurs(), "")
	case *xsd.ModelGroup:
		if t.Compositor != xsd.Sequence || p.Min != 1 || p.Max != 1 {
			s.line(depth, t.Compositor.String(), p.Occurs(), "")
			depth++
		}
		for _, q := range t.Particles {
			s.particle(q, depth)
		}
	}
}

func (s *shower) typeWord(t xsd.Type) string {
	if t.TypeName().IsZero() {
		if st, ok := t.(*xsd.SimpleType); ok && st.Base != nil && st.Method == xsd.Restriction {
			return s.typeWord(st.Base)
		}
		return "{}"
	}
	return s.schema.Reading(t.TypeName())
}

func constraint(v *xsd.ValueConstraint) string {
	switch {
	case v == nil:
		return ""
	case v.Fixed:
		return fmt.Sprintf("fixed=%q", v.Lexical)
	}
	return fmt.Sprintf("default=%q", v.Lexical)
}
