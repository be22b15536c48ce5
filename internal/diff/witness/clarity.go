package witness

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// How plainly a document is refused for what has changed: something is wrong,
// and it is at the place of the change, and first of all, and it names what has
// changed.
const (
	refused = 1 + iota
	atPlace
	firstAtPlace
	plain
)

// clarity returns the problem that is about the site, and how plainly it tells of
// what a rule says.
func (s site) clarity(rule change.ID, problems []validate.Problem, place string) (at, clear int) {
	at = slices.IndexFunc(problems, func(p validate.Problem) bool { return s.explains(p, place) })
	switch {
	case at < 0:
		return 0, refused
	case at > 0:
		return at, atPlace
	case s.tellsOfWildcard(rule, problems[0]) && s.names(problems[0]):
		return 0, plain
	}
	return 0, firstAtPlace
}

// names reports whether a problem tells of the very thing that has changed: the
// element, the value, the facet.
func (s site) names(p validate.Problem) bool {
	for _, part := range []any{s.part.here.At, s.part.there.At} {
		switch part := part.(type) {
		case *xsd.Particle:
			e, ok := part.Term.(*xsd.ElementDecl)
			return !ok || strings.Contains(p.Message, e.Name.Local+`"`)
		case *xsd.Facet:
			if part.Name == datatype.EnumerationFacet {
				return strings.Contains(p.Message, strconv.Quote(part.Value))
			}
		}
	}
	if f, ok := s.part.there.At.(*xsd.Facet); ok {
		return p.Code == "cvc-"+f.Name.String()+"-valid"
	}
	return true
}

// tellsOfWildcard reports whether a problem is the one that a rule about wildcards
// is of, for other rules always: that an element or attribute may not be there tells
// of namespaces, and what else is wrong with it of how it is looked at.
func (s site) tellsOfWildcard(rule change.ID, p validate.Problem) bool {
	shut := p.Code == "cvc-complex-type.2.4" || p.Code == "cvc-complex-type.3.2.2"
	switch rule {
	case change.WildcardNamespaceNarrowed, change.WildcardNamespaceWidened, change.WildcardNamespaceChanged:
		return shut
	case change.ProcessContentsTightened, change.ProcessContentsLoosened:
		return !shut && !s.ofDeclaredAttribute(p)
	}
	return true
}

// ofDeclaredAttribute reports whether a problem is one of an attribute that the type
// declares, where it should be one that the type's wildcard lets in.
func (s site) ofDeclaredAttribute(p validate.Problem) bool {
	_, ofAttributes := s.part.there.At.(*xsd.Wildcard)
	t, ok := s.otherHolder.(*xsd.ComplexType)
	return ofAttributes && ok && slices.ContainsFunc(t.AttributeUses, func(u *xsd.AttributeUse) bool { return tellsOf(p, u.Decl.Name.Local) })
}

// explains reports whether a problem is about the place of a change, as the
// version calls it that judges: what is at it or within, or that the content of the element around it is wrong. What
// is wrong farther out has another reason.
func (s site) explains(p validate.Problem, place string) bool {
	if s.place.use != nil {
		return p.Path == place && tellsOf(p, s.place.use.Decl.Name.Local)
	}
	if u, ok := s.part.there.At.(*xsd.AttributeUse); ok && s.part.here.At == nil {
		return p.Path == place && strings.Contains(p.Message, u.Decl.Name.Local+`"`)
	}
	if c, ok := s.part.there.At.(*xsd.IdentityConstraint); ok && !tellsOfConstraint(p, c) {
		return false
	}
	if strings.HasPrefix(p.Path+"/", place+"/") {
		return true
	}
	return p.Path == path.Dir(place) && !strings.Contains(p.Message, `attribute "`) && s.mayBeOfPart(p)
}

// tellsOfConstraint reports whether a problem is that a constraint does not hold: a
// reference that leads nowhere names the key too.
func tellsOfConstraint(p validate.Problem, c *xsd.IdentityConstraint) bool {
	dangling := p.Code == "cvc-identity-constraint.4.3"
	return dangling == (c.Category == xsd.KeyRef) && strings.Contains(p.Message, c.Name.Local+`"`)
}

// mayBeOfPart reports whether a problem with the content of an element can be that of
// a child which the other version does not have: where another child is refused, it
// is not.
func (s site) mayBeOfPart(p validate.Problem) bool {
	part, ok := s.part.here.At.(*xsd.Particle)
	if !ok || s.part.there.At != nil || s.place.last() == nil {
		return true
	}
	if _, ok := part.Term.(*xsd.ElementDecl); !ok {
		return true
	}
	_, after, named := strings.Cut(p.Message, `element "`)
	name, _, _ := strings.Cut(after, `"`)
	return !named || !strings.HasPrefix(p.Message, `element "`) || name[strings.LastIndexAny(name, ":}")+1:] == s.place.last().decl.Name.Local
}

// tellsOf reports whether a problem of an element is one of an attribute of it:
// it names that first, or it is about an identifier, which has no name.
func tellsOf(p validate.Problem, attribute string) bool {
	_, after, named := strings.Cut(p.Message, `attribute "`)
	name, _, _ := strings.Cut(after, `"`)
	return named && name[strings.LastIndexAny(name, ":}")+1:] == attribute || strings.HasPrefix(p.Code, "cvc-id")
}
