package diff

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// documentation compares the annotations of what both sides have. Unless all
// documentation is asked for, just what advises against a component counts.
func (c *comparer) documentation() {
	before, after := c.annotated(0), c.annotated(1)
	if len(before) == 0 && len(after) == 0 {
		return
	}
	wanted := map[partKey]bool{}
	for _, o := range before {
		wanted[c.place(0).key(o, c.names)] = true
	}
	for _, n := range after {
		wanted[c.place(1).key(n, nil)] = true
	}
	byKey := map[partKey]any{}
	for _, n := range c.place(1).parts {
		if key := c.place(1).key(n, nil); wanted[key] && byKey[key] == nil {
			byKey[key] = n
		}
	}
	for _, o := range c.place(0).parts {
		if n := byKey[c.place(0).key(o, c.names)]; n != nil {
			c.annotations(o, n)
		}
	}
}

// annotated returns the parts of a side whose annotations are of interest.
func (c *comparer) annotated(side int) []any {
	var list []any
	for _, part := range c.place(side).parts {
		if notes := notesOf(part); len(notes) > 0 && (c.options.Docs || deprecated(notes)) {
			list = append(list, part)
		}
	}
	return list
}

// annotations compares the remarks on one component in both versions.
func (c *comparer) annotations(o, n any) {
	old, now := notesOf(o), notesOf(n)
	if len(old) == 0 && len(now) == 0 {
		return
	}
	from, to := c.place(0).of[o], c.place(1).of[n]
	h := holder(from, to)
	was, is := deprecated(old), deprecated(now)
	switch {
	case is && !was:
		c.reportAt(h, change.DeprecationAdded, partAnchor(o), partAnchor(n), noted(o, "in use"), noted(n, "deprecated"))
	case was && !is:
		c.reportAt(h, change.DeprecationRemoved, partAnchor(o), partAnchor(n), noted(o, "deprecated"), noted(n, "in use"))
	}
	if a, b := noteText(old), noteText(now); c.options.Docs && a != b && was == is {
		c.reportAt(h, change.DocumentationChanged, partAnchor(o), partAnchor(n), noted(o, a), noted(n, b))
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

// noteText returns all that annotations say, with white space collapsed.
func noteText(notes []*xsd.Annotation) string {
	var parts []string
	for _, a := range notes {
		for _, item := range a.Items {
			parts = append(parts, strings.Join(strings.Fields(item.XML), " "))
		}
	}
	return strings.Join(parts, " ")
}

// deprecated reports whether annotations advise against a component: the
// documentation starts with the word, or has it as a tag, or appinfo names it.
func deprecated(notes []*xsd.Annotation) bool {
	for _, a := range notes {
		for _, item := range a.Items {
			if !strings.Contains(item.XML, "eprecated") && !strings.Contains(item.XML, "EPRECATED") {
				continue
			}
			text := strings.ToLower(strings.TrimSpace(item.Text))
			if item.AppInfo && strings.Contains(strings.ToLower(item.XML), "deprecated") ||
				strings.HasPrefix(text, "deprecated") || strings.Contains(text, "@deprecated") {
				return true
			}
		}
	}
	return false
}

// partAnchor points at an annotated part.
func partAnchor(part any) change.Anchor {
	if c, ok := part.(xsd.Component); ok {
		return at(c)
	}
	return change.Anchor{}
}

// notesOf returns the annotations of a part, nil where it cannot have any.
func notesOf(part any) []*xsd.Annotation {
	switch p := part.(type) {
	case xsd.Type:
		return p.Notes()
	case *xsd.ElementDecl:
		return p.Annotations
	case *xsd.AttributeDecl:
		return p.Annotations
	case *xsd.AttributeUse:
		return slices.Concat(p.Annotations, p.Decl.Annotations)
	case *xsd.Facet:
		return p.Annotations
	}
	return nil
}
