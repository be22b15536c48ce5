package diff

import (
	"slices"
	"sync"

	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Side is one of the two versions, made by [NewSide].
type Side struct {
	// Label names the version in reports, such as 40.6.0.
	Label string
	// Aliases are other names of the same version, as a release has on another
	// train.
	Aliases []string
	Schema  *xsd.Schema
	// Profile says how the API uses the schema. That of a plain schema has no
	// envelope: its global elements then are what documents start with, in
	// both directions.
	Profile profile.Profile
	// Operations are those of the profile.
	Operations []profile.Operation
	// Roots are the global elements that documents start with where there is
	// no profile; nil for all of them.
	Roots []xsd.QName

	// stated holds the facts of the schema once a comparison needs them:
	// each version of a chain is compared twice.
	stated func() facts
}

// startsDocuments reports whether documents start with a global element.
func (s *Side) startsDocuments(e *xsd.ElementDecl) bool {
	if s.enveloped() {
		return e.Name == s.Profile.Envelope().Root
	}
	return s.Roots == nil || slices.Contains(s.Roots, e.Name)
}

// enveloped reports whether all documents are messages of one kind, which
// operations fill.
func (s *Side) enveloped() bool { return !s.Profile.Envelope().IsZero() }

// NewSide returns the side of a compiled schema with the operations that the
// profile finds in it. A nil profile is [profile.None].
func NewSide(label string, s *xsd.Schema, p profile.Profile) *Side {
	p = profile.Or(p)
	return &Side{
		Label: label, Schema: s, Profile: p, Operations: p.Operations(s),
		stated: sync.OnceValue(func() facts { return factsOf(s, nil) }),
	}
}

// facts returns what the schema states.
func (s *Side) facts() facts {
	if s.stated == nil {
		return factsOf(s.Schema, nil)
	}
	return s.stated()
}
