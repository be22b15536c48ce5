package diff

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

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
