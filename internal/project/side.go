package project

import (
	"fmt"
	"slices"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/policy"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Side returns the schema as a side of a comparison.
func (s *Schema) Side() *diff.Side {
	side := diff.NewSide(s.Documents.Name, s.Components, s.Profile)
	side.Roots, side.Errors = entryRoots(s.Documents, s.Components), s.Notes.Errors()
	return side
}

// entryRoots returns the global elements of the document that was named to be
// read: what documents of its format start with. It is nil where a whole folder
// was named, or the document has none and only draws others together.
func entryRoots(set *source.Set, s *xsd.Schema) []xsd.QName {
	documents := set.Roots()
	if len(documents) != 1 {
		return nil
	}
	var roots []xsd.QName
	for _, e := range s.Elements() {
		if e.Position().File == set.Path(documents[0]) {
			roots = append(roots, e.Name)
		}
	}
	return roots
}

// Sides are the versions that are compared, with what they were made of.
type Sides struct {
	List    []*diff.Side
	Schemas []*Schema
}

// NewSides returns schemas as sides.
func NewSides(schemas ...*Schema) *Sides {
	s := Sides{Schemas: schemas}
	for _, schema := range schemas {
		s.List = append(s.List, schema.Side())
	}
	return &s
}

// Read returns a document as positions name it.
func (s *Sides) Read(file string) ([]byte, error) {
	for _, schema := range s.Schemas {
		set := schema.Documents
		names := set.Names()
		if i := slices.IndexFunc(names, func(name string) bool { return set.Path(name) == file }); i >= 0 {
			return set.Read(names[i])
		}
	}
	return nil, fmt.Errorf("%s is no document of these schemas", file)
}

// Names returns what a filter can name in some versions: their operations or
// roots, and their namespaces.
func Names(sides []*diff.Side) (operations []change.Reach, namespaces []string) {
	for _, s := range sides {
		operations = append(operations, s.Starts()...)
		namespaces = append(namespaces, s.Schema.Namespaces()...)
	}
	return operations, namespaces
}

// Policy returns the policy that the configuration has for some versions. An
// entry that is about nothing in them is an error.
func Policy(cfg *config.Config, sides []*diff.Side) (policy.List, error) {
	var list policy.List
	for _, p := range cfg.Diff.Policy {
		level, _ := change.ParseLevel(p.Level)
		list = append(list, policy.Entry{
			Rule: p.Rule, Path: p.Path, Namespace: p.Namespace, Root: p.Root,
			Level: level, Ignore: p.Ignore, Reason: p.Reason, Pos: p.Pos,
		})
	}
	return list, list.Check(sides...)
}
