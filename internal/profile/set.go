package profile

import "github.com/wbxgen/wbxgen/internal/xsd"

// Auto is the name that stands for the profile that fits.
const Auto = "auto"

// Set is the profiles that a program knows, without [None] and [Auto].
type Set []Profile

// Names returns what [Set.Find] takes.
func (set Set) Names() []string {
	var names []string
	for _, p := range set {
		names = append(names, p.Name())
	}
	return append(names, None.Name(), Auto)
}

// Find returns the profile with that name, for [Auto] the one that fits the
// schema. The empty name is that of [None].
func (set Set) Find(name string, s *xsd.Schema) (p Profile, ok bool) {
	switch name {
	case Auto:
		return set.For(s), true
	case "", None.Name():
		return None, true
	}
	for _, p := range set {
		if p.Name() == name {
			return p, true
		}
	}
	return nil, false
}

// For returns the first profile that fits the schema, or [None].
func (set Set) For(s *xsd.Schema) Profile {
	for _, p := range set {
		if p.Fits(s) {
			return p
		}
	}
	return None
}
