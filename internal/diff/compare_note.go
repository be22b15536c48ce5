package diff

import (
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// noteComparer compares the annotations of what both sides have. Unless all
// documentation is asked for, just what advises against a component counts.
type noteComparer struct {
	names  *inclusion.Names
	found  *findings
	places pair[func() *places]
	docs   bool
}

func (c *noteComparer) compare() {
	old, now := c.places.old(), c.places.new()
	before, after := old.annotated(c.docs), now.annotated(c.docs)
	if len(before) == 0 && len(after) == 0 {
		return
	}
	wanted := map[partKey]bool{}
	for _, o := range before {
		wanted[old.key(o, c.names)] = true
	}
	for _, n := range after {
		wanted[now.key(n, nil)] = true
	}
	byKey := map[partKey]any{}
	for _, n := range now.parts {
		if key := now.key(n, nil); wanted[key] && byKey[key] == nil {
			byKey[key] = n
		}
	}
	for _, o := range old.parts {
		if n := byKey[old.key(o, c.names)]; n != nil {
			c.notes(c.found.in(holder(old.of[o], now.of[n])), o, n)
		}
	}
}

// annotated returns the parts whose annotations are of interest.
func (p *places) annotated(docs bool) []any {
	var list []any
	for _, part := range p.parts {
		if notes := notesOf(part); len(notes) > 0 && (docs || deprecated(notes)) {
			list = append(list, part)
		}
	}
	return list
}

// notes compares the remarks on one component in both versions.
func (c *noteComparer) notes(in scope, o, n any) {
	old, now := notesOf(o), notesOf(n)
	if len(old) == 0 && len(now) == 0 {
		return
	}
	was, is := deprecated(old), deprecated(now)
	switch {
	case is && !was:
		in.report(change.DeprecationAdded, partAnchor(o), partAnchor(n), noted(o, "in use"), noted(n, "deprecated"))
	case was && !is:
		in.report(change.DeprecationRemoved, partAnchor(o), partAnchor(n), noted(o, "deprecated"), noted(n, "in use"))
	}
	if a, b := noteText(old), noteText(now); c.docs && a != b && was == is {
		in.report(change.DocumentationChanged, partAnchor(o), partAnchor(n), noted(o, a), noted(n, b))
	}
}

// noted is what annotations say of a part. A facet, which has no name, is told
// by its value.
func noted(part any, words string) *text {
	f, ok := part.(*xsd.Facet)
	if !ok {
		return plain(words)
	}
	if f.Name == datatype.EnumerationFacet {
		return plain(f.Value + ": " + words)
	}
	return plain(f.Name.String() + " " + f.Value + ": " + words)
}

// partAnchor points at an annotated part.
func partAnchor(part any) change.Anchor {
	if c, ok := part.(xsd.Component); ok {
		return at(c)
	}
	return change.Anchor{}
}
