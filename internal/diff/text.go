package diff

import (
	"strings"
	"unicode"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// text is what one version says, for people and as a key without prefixes. Of
// an element or attribute it also has the parts.
type text struct {
	show, key  string
	occurs, of string // bounds or use, and type
	list       []string
}

func plain(s string) *text { return &text{show: s, key: s} }

// use returns the text of something that occurs in those numbers and is of
// that type.
func use(occurs string, of *text) *text {
	t := joinText(" ", plain(occurs), of)
	t.occurs, t.of = occurs, of.show
	return t
}

func typeText(s *xsd.Schema, t xsd.Type) *text {
	if t == nil {
		return nil
	}
	if s.IsGlobal(t) {
		return nameText(s, t.TypeName())
	}
	if st, ok := t.(*xsd.SimpleType); ok {
		base := typeText(s, st.Builtin())
		return &text{show: base.show + " (anonymous)", key: base.key + " (anonymous)"}
	}
	return plain("(anonymous)")
}

func nameText(s *xsd.Schema, q xsd.QName) *text { return &text{show: s.Reading(q), key: q.String()} }

func joinText(sep string, parts ...*text) *text {
	out := &text{}
	for i, p := range parts {
		if i > 0 {
			out.show += sep
			out.key += sep
		}
		out.show += p.show
		out.key += p.key
	}
	return out
}

func keyOf(t *text) string {
	if t == nil {
		return "-"
	}
	return "=" + t.key
}

func (t *text) value(a change.Anchor) *change.Value {
	if t == nil {
		return nil
	}
	return &change.Value{Text: t.show, Occurs: t.occurs, Type: t.of, Pos: a.Pos, Key: t.key, List: t.list}
}

// nodeText writes a content model as a DTD would: (a, b?)*, (a | b), (a & b).
func nodeText(n *content.Node) *text {
	var show, key string
	switch {
	case n.Elem != nil:
		show, key = n.Elem.Name.Local, n.Elem.Name.String()
	case n.Any != nil:
		show = "any(" + n.Any.Namespaces.String() + ")"
		key = show
	default:
		var parts []*text
		for _, k := range n.Kids {
			parts = append(parts, nodeText(k))
		}
		all := joinText([...]string{", ", " | ", " & "}[n.Compositor], parts...)
		show, key = "("+all.show+")", "("+all.key+")"
	}
	mark := occursMark(n)
	return &text{show: show + mark, key: key + mark}
}

func occursMark(n *content.Node) string {
	switch n.Occurs() {
	case "1..1":
		return ""
	case "0..1":
		return "?"
	case "0..*":
		return "*"
	case "1..*":
		return "+"
	}
	return "{" + strings.Replace(n.Occurs(), "..", ",", 1) + "}"
}

// tellValuesApart writes the names in both values of a change with prefixes, where
// nothing but their namespaces tells the values apart.
func tellValuesApart(c *change.Change, v *versions) {
	if c.Old == nil || c.New == nil || c.Old.Text != c.New.Text || c.Old.Key == c.New.Key {
		return
	}
	old, now := spaced(c.Old.Key), spaced(c.New.Key)
	c.Old.Text, c.New.Text = prefixed(old, v.old.Schema), prefixed(now, v.new.Schema)
	if c.Old.Text == c.New.Text { // one prefix for two namespaces
		c.Old.Text, c.New.Text = old, now
	}
}

// spaced puts spaces between the parts of a key, as those of an identity constraint.
func spaced(key string) string {
	return strings.Join(strings.FieldsFunc(key, unicode.IsControl), " ")
}

// prefixed puts prefixes in the place of the namespaces of a key.
func prefixed(key string, s *xsd.Schema) string {
	var b strings.Builder
	for key != "" {
		before, rest, found := strings.Cut(key, "{")
		b.WriteString(before)
		space, after, closed := strings.Cut(rest, "}")
		end := strings.IndexAny(after, " /,|&()?*+{")
		if end < 0 {
			end = len(after)
		}
		switch {
		case !found:
			return b.String()
		case !closed || end == 0: // bounds, as of a{2,3}
			b.WriteString("{")
			key = rest
		default:
			b.WriteString(s.Reading(xsd.QName{Space: space, Local: after[:end]}))
			key = after[end:]
		}
	}
	return b.String()
}

// formText says whether a name has a namespace.
func formText(name xsd.QName) *text {
	if name.Space == "" {
		return plain("unqualified")
	}
	return &text{show: "qualified", key: "qualified " + name.Space}
}

func wildcardText(w *xsd.Wildcard) *text {
	return plain(w.Namespaces.String() + " " + w.Process.String())
}
