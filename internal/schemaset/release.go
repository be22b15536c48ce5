package schemaset

import (
	"fmt"
	"slices"
)

// releases are the releases with a schema of their own, oldest first.
var releases = []string{"40.1.0", "40.1.2", "40.2.0", "40.4.3", "40.4.8", "40.6.0"}

// Releases returns the releases that have a schema set, oldest first.
func Releases() []string { return slices.Clone(releases) }

// rank returns the place of release among releases.
func rank(release string) (int, error) {
	if i := slices.Index(releases, release); i >= 0 {
		return i, nil
	}
	return 0, fmt.Errorf("release %q has no schema set", release)
}

// bases are the values of rel:in/@basis that doc.go explains.
var bases = []string{"confirmed", "assumed", "inferred", "arrangement"}

// A lifetime is what a rel:in element says about its component: it exists in
// the releases with from <= rank < before.
type lifetime struct{ from, before int }

func (l lifetime) has(rank int) bool { return l.from <= rank && rank < l.before }

// lifetimeOf reads the rel:in element of e's annotation. A component without
// one exists in every release.
func lifetimeOf(e *element) (lifetime, error) {
	l := lifetime{from: 0, before: len(releases)}
	in := releaseNote(e)
	if in == nil {
		return l, nil
	}
	for _, a := range in.attrs {
		var err error
		switch a.name {
		case "since":
			l.from, err = rank(a.value)
		case "until":
			l.before, err = rank(a.value)
		case "basis":
			if !slices.Contains(bases, a.value) {
				err = fmt.Errorf("basis %q is none of %v", a.value, bases)
			}
		case "note":
		default:
			err = fmt.Errorf("rel:in has no attribute %q", a.name)
		}
		if err != nil {
			return l, err
		}
	}
	if in.get("basis") == "" {
		return l, fmt.Errorf("rel:in has no basis")
	}
	return l, nil
}

// releaseNote returns the rel:in element in e's own annotation, or nil.
func releaseNote(e *element) *element {
	for _, annotation := range e.kids {
		if annotation.name != "xsd:annotation" {
			continue
		}
		for _, info := range annotation.kids {
			for _, in := range info.kids {
				if in.name == "rel:in" {
					return in
				}
			}
		}
	}
	return nil
}
