package diff

import (
	"sync"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/fact"
	"github.com/wbxgen/wbxgen/internal/inclusion"
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
	// Errors counts those of the schema. What they leave out of it counts as not there.
	Errors int

	rootsOnce sync.Once
	isRoot    map[xsd.QName]bool // of Roots, as there can be thousands

	// digest is that of the schema, made once: each version of a chain is
	// compared twice.
	digest change.Digest
}

// NewSide returns the side of a compiled schema with the operations that the
// profile finds in it. A nil profile is [profile.None], and so is one whose
// envelope the schema does not have: it is about another API.
func NewSide(label string, s *xsd.Schema, p profile.Profile) *Side {
	p = profile.Or(p)
	if root := p.Envelope().Root; !root.IsZero() && s.Element(root) == nil {
		p = profile.None
	}
	return &Side{
		Label: label, Schema: s, Profile: p, Operations: p.Operations(s),
		digest: digestOf(s),
	}
}

// digestOf makes the digest of a schema once, when it is asked for.
func digestOf(s *xsd.Schema) change.Digest {
	return sync.OnceValue(func() string { return fact.Digest(s) })
}

// Version returns what a result says of the side.
func (s *Side) Version() change.Version {
	digest := s.digest
	if digest == nil {
		digest = digestOf(s.Schema)
	}
	return change.Version{Label: s.Label, Aliases: s.Aliases, Digest: digest, Errors: s.Errors}
}

// Starts returns what a side's documents are told apart by: its operations or,
// without a profile, the elements that start them.
func (s *Side) Starts() []change.Reach {
	var list []change.Reach
	for _, o := range s.Operations {
		list = append(list, change.Reach{Operation: o.Name, Service: o.Service})
	}
	if !s.Enveloped() && len(s.Operations) == 0 {
		for _, e := range s.Schema.Elements() {
			if s.StartsDocuments(e) {
				list = append(list, change.Reach{Operation: s.RootName(e)})
			}
		}
	}
	return list
}

// StartsDocuments reports whether documents start with a global element. With an
// abstract one none does.
func (s *Side) StartsDocuments(e *xsd.ElementDecl) bool {
	switch {
	case s.Enveloped():
		return e.Name == s.Profile.Envelope().Root
	case e.Abstract:
		return false
	}
	if s.Roots == nil {
		return true
	}
	s.rootsOnce.Do(func() {
		s.isRoot = make(map[xsd.QName]bool, len(s.Roots))
		for _, name := range s.Roots {
			s.isRoot[name] = true
		}
	})
	return s.isRoot[e.Name]
}

// Enveloped reports whether all documents are messages of one kind, which
// operations fill.
func (s *Side) Enveloped() bool { return !s.Profile.Envelope().IsZero() }

// RootName returns the name under which an element that starts documents is
// listed as an operation.
func (s *Side) RootName(e *xsd.ElementDecl) string {
	if s.Enveloped() {
		return change.AllOperations
	}
	return e.Name.Local
}

// Language returns the side as a language of elements, with names as the other
// version has them.
func (s *Side) Language(names *inclusion.Names) inclusion.Language {
	return inclusion.Language{Schema: s.Schema, Names: names, Body: s.Profile.Envelope().Body}
}

// Components returns the components of the schema and their named parts, those
// that a change can be about, each once.
func (s *Side) Components() []change.Component {
	p := newPlaces(s.Schema)
	seen := map[change.Component]bool{}
	var list []change.Component
	for _, part := range p.parts {
		if c := p.of[part].component(); !seen[c] {
			seen[c] = true
			list = append(list, c)
		}
	}
	return list
}

// StartNames returns the names of the operations or, in a document format, of
// the elements that documents start with.
func (s *Side) StartNames() []string {
	var names []string
	for _, r := range s.Starts() {
		names = append(names, r.Operation)
	}
	return names
}
