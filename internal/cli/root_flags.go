package cli

import (
	"errors"
	"fmt"
	"slices"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// chooseRoots makes the elements with those names the roots of all sides. A name
// is a local one, prefix:local or {namespace}local, and one side has it at least.
func chooseRoots(sides []*diff.Side, names []string) error {
	if len(names) == 0 {
		return nil
	}
	found := map[string]bool{}
	var known []string
	for _, s := range sides {
		if s.Enveloped() {
			return errors.New("--root is for formats of documents; this schema has operations, so use --operation")
		}
		s.Roots = []xsd.QName{}
		for _, e := range s.Schema.Elements() {
			known = append(known, e.Name.Local)
			if name, ok := named(s.Schema, e.Name, names); ok {
				found[name] = true
				s.Roots = append(s.Roots, e.Name)
			}
		}
	}
	var errs []error
	for _, name := range names {
		if !found[name] {
			errs = append(errs, fmt.Errorf("--root %q is no global element%s", name, diag.DidYouMean(name, known)))
		}
	}
	return errors.Join(errs...)
}

// named returns the one of the names that is a way to write an element's name.
func named(s *xsd.Schema, q xsd.QName, names []string) (string, bool) {
	for _, way := range []string{q.Local, s.Label(q), q.String()} {
		if slices.Contains(names, way) {
			return way, true
		}
	}
	return "", false
}
