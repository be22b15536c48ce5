package validate

import (
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// label writes a name as people do, in quotes.
func (r *reporter) label(n xsd.QName) string { return `"` + r.schema.Label(n) + `"` }

func (r *reporter) nameOf(space string, local []byte) string {
	return r.label(xsd.QName{Space: space, Local: string(local)})
}

// ownName is the name of the innermost open element, by its local name: where
// it is says the rest.
func (r *reporter) ownName() string { return `"` + r.open.last() + `"` }

// typeLabel names a type.
func (r *reporter) typeLabel(t xsd.Type) string {
	if n := t.TypeName(); !n.IsZero() {
		return r.label(n)
	}
	if s, ok := t.(*xsd.SimpleType); ok {
		return "(" + s.Datatype.String() + ")"
	}
	return "(without a name)"
}

// quoted shows a text of the document, cut where it is long.
func quoted(s string) string {
	const limit = 60
	short := []rune(s)
	if len(short) <= limit {
		return strconv.Quote(s)
	}
	return strconv.Quote(string(short[:limit])) + "…"
}

// clean returns text without the white space around it.
func clean(text []byte) string { return strings.TrimSpace(string(text)) }

// namespaces says what a wildcard allows.
func (r *reporter) namespaces(w *xsd.Wildcard) string {
	c := w.Namespaces
	switch {
	case c.Any:
		return "any namespace"
	case c.Not && (len(c.Names) == 0 || c.Names[0] == ""):
		return "any namespace, but not of none"
	case c.Not:
		return "any namespace but " + quoted(c.Names[0])
	case len(c.Names) == 0:
		return "no namespace at all"
	}
	words := make([]string, len(c.Names))
	for i, n := range c.Names {
		words[i] = r.namespaceLabel(n)
	}
	return oneOf(words)
}

func (r *reporter) namespaceLabel(n string) string {
	if n == "" {
		return "no namespace"
	}
	return "namespace " + quoted(n)
}

// oneOf lists alternatives, at most eight of them.
func oneOf(words []string) string {
	switch n := len(words); {
	case n == 0:
		return "nothing"
	case n == 1:
		return words[0]
	case n > shownWords:
		return strings.Join(words[:shownWords], ", ") + " or one of " + strconv.Itoa(n-shownWords) + " more"
	default:
		return strings.Join(words[:n-1], ", ") + " or " + words[n-1]
	}
}

// shownWords is how many of many words are shown.
const shownWords = 8

// oneOfMore is [oneOf] for some words of many more.
func oneOfMore(words []string) string {
	if len(words) <= shownWords {
		return strings.Join(words, ", ") + " or another one"
	}
	return strings.Join(words[:shownWords], ", ") + " or one of more than " + strconv.Itoa(len(words)-shownWords) + " more"
}

// standIns lists what may stand in for an abstract element.
func (r *reporter) standIns(head *xsd.ElementDecl) string {
	var words []string
	for _, m := range r.schema.Substitutes(head) {
		words = append(words, r.label(m.Name))
	}
	if words == nil {
		return ""
	}
	return ": " + oneOf(words)
}

// otherNamespace says of two names that differ by their namespaces alone what
// these are: the labels of both can look the same.
func (r *reporter) otherNamespace(here, there string) string {
	return "; this one is in " + r.namespaceLabel(here) + ", the one that is declared in " + r.namespaceLabel(there)
}

// rootHint suggests a root element.
func (r *reporter) rootHint(space string) string {
	local := r.open.last()
	var names []string
	for _, e := range r.schema.Elements() {
		if e.Name.Local == local {
			return r.otherNamespace(space, e.Name.Space)
		}
		names = append(names, e.Name.Local)
	}
	return diag.DidYouMean(local, names)
}

func (r *reporter) constraintLabel(c *xsd.IdentityConstraint) string {
	return c.Category.String() + " " + r.label(c.Name)
}
