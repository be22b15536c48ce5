package corpora_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// comparer holds what came back against the document, as canonical XML does:
// prefixes, the order of attributes, and comments do not count, and nothing may be
// lost or added, be it a default or what an empty element stands for. The spelling
// of values counts where that is asked for. The members of an all group are a
// set: a struct does not keep their order.
type comparer struct {
	spelling bool
	sets     map[string]bool // local names of elements with an all group
	// names are the names of the elements, and with @ of the attributes,
	// whose text may be a qualified name, whatever declaration it has: it
	// means what it resolves to.
	names map[string]bool
}

func newComparer(s *xsd.Schema) *comparer {
	c := &comparer{sets: map[string]bool{}, names: map[string]bool{}}
	seen := map[*xsd.ComplexType]bool{}
	for _, t := range s.Types() {
		c.collect(t, seen)
	}
	for _, e := range s.Elements() {
		c.element(e, seen)
	}
	return c
}

func (c *comparer) collect(t xsd.Type, seen map[*xsd.ComplexType]bool) {
	ct, ok := t.(*xsd.ComplexType)
	if !ok || seen[ct] {
		return
	}
	seen[ct] = true
	for _, u := range ct.AttributeUses {
		c.named("@"+u.Decl.Name.String(), u.Decl.Type)
	}
	c.particle(ct.Content.Particle, seen)
}

// named notes the type of the text of an element or attribute.
func (c *comparer) named(key string, t *xsd.SimpleType) {
	before, known := c.names[key]
	c.names[key] = hasQName(t) && (before || !known)
}

func (c *comparer) particle(p *xsd.Particle, seen map[*xsd.ComplexType]bool) {
	if p == nil {
		return
	}
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		c.element(t, seen)
	case *xsd.ModelGroup:
		for _, q := range t.Particles {
			c.particle(q, seen)
		}
	}
}

func (c *comparer) element(e *xsd.ElementDecl, seen map[*xsd.ComplexType]bool) {
	c.named(e.Name.String(), textType(e.Type))
	if t, ok := e.Type.(*xsd.ComplexType); ok && t.Content.Kind == xsd.ElementOnlyContent && isAll(t.Content.Particle) {
		c.sets[e.Name.Local] = true
	}
	c.collect(e.Type, seen)
}

// textType is the simple type of an element's text, nil where it has none.
func textType(t xsd.Type) *xsd.SimpleType {
	switch t := t.(type) {
	case *xsd.SimpleType:
		return t
	case *xsd.ComplexType:
		return t.Content.Simple
	}
	return nil
}

// hasQName reports whether a text of the type may be a qualified name.
func hasQName(t *xsd.SimpleType) bool {
	switch {
	case t == nil:
		return false
	case t.Variety == datatype.ListVariety:
		item := t
		for item.Item == nil && item.Base != nil {
			item = item.Base
		}
		return hasQName(item.Item)
	case t.Variety == datatype.UnionVariety:
		base := t
		for len(base.Members) == 0 && base.Base != nil {
			base = base.Base
		}
		return slices.ContainsFunc(base.Members, hasQName)
	}
	p := t.Datatype.Primitive()
	return p != nil && (p.Name() == "QName" || p.Name() == "NOTATION")
}

func isAll(p *xsd.Particle) bool {
	if p == nil {
		return false
	}
	g, ok := p.Term.(*xsd.ModelGroup)
	return ok && (g.Compositor == xsd.All || len(g.Particles) == 1 && isAll(g.Particles[0]))
}

// compare returns the first difference, or "".
func (c *comparer) compare(want, got []byte) string {
	a, err := xmltree.Parse("want", want, xmltree.Options{})
	if err != nil {
		return err.Error()
	}
	b, err := xmltree.Parse("got", got, xmltree.Options{})
	if err != nil {
		return err.Error()
	}
	return c.same(a.Root, b.Root, "/"+a.Root.Local)
}

func (c *comparer) same(a, b *xmltree.Element, path string) string {
	if !sameQName(a.Name, b.Name) {
		return fmt.Sprintf("%s became %v", path, b.Name)
	}
	if d := c.sameAttrs(a, b, path); d != "" {
		return d
	}
	x, y := parts(a), parts(b)
	if c.sets[a.Local] {
		slices.SortStableFunc(x, byName)
		slices.SortStableFunc(y, byName)
	}
	for i := range max(len(x), len(y)) {
		switch here := fmt.Sprintf("%s[%d]", path, i); {
		case i >= len(x):
			return here + " is new: " + show(y[i])
		case i >= len(y):
			return here + " is lost: " + show(x[i])
		case (x[i].Element == nil) != (y[i].Element == nil):
			return here + ": " + show(x[i]) + " became " + show(y[i])
		case x[i].Element == nil:
			if !c.sameText(a, b, x[i].Text, y[i].Text) || c.names[expanded(a.Name)] && !sameNames(a, b, x[i].Text, y[i].Text) {
				return here + ": " + show(x[i]) + " became " + show(y[i])
			}
		default:
			if d := c.same(x[i].Element, y[i].Element, here+"/"+x[i].Element.Local); d != "" {
				return d
			}
		}
	}
	return ""
}

func byName(a, b xmltree.Node) int {
	if a.Element == nil || b.Element == nil {
		return 0
	}
	return cmp.Or(strings.Compare(a.Element.Local, b.Element.Local), strings.Compare(a.Element.Space, b.Element.Space))
}

func sameQName(a, b xmltree.Name) bool { return a.Space == b.Space && a.Local == b.Local }

func show(n xmltree.Node) string {
	if n.Element != nil {
		return "<" + n.Element.Local + ">"
	}
	return fmt.Sprintf("%q", n.Text)
}

// parts are the children that count: texts in one piece, and none that is white
// space alone. Whether that is layout only the schema could tell.
func parts(e *xmltree.Element) []xmltree.Node {
	var list []xmltree.Node
	for _, n := range e.Nodes {
		if last := len(list) - 1; n.Element == nil && last >= 0 && list[last].Element == nil {
			list[last].Text += n.Text
			continue
		}
		list = append(list, xmltree.Node{Element: n.Element, Text: n.Text})
	}
	return slices.DeleteFunc(list, func(n xmltree.Node) bool {
		return n.Element == nil && strings.Trim(n.Text, " \t\r\n") == ""
	})
}

func (c *comparer) sameAttrs(a, b *xmltree.Element, path string) string {
	for _, x := range a.Attrs {
		y := attr(b, x.Name)
		if y == nil && !saysNothing(x) {
			return fmt.Sprintf("%s/@%s=%q is lost", path, x.Local, x.Value)
		}
		if y == nil {
			continue
		}
		named := c.names["@"+expanded(x.Name)] || x.Space == xsi && x.Local == "type"
		if !c.sameText(a, b, x.Value, y.Value) || named && !sameNames(a, b, x.Value, y.Value) {
			return fmt.Sprintf("%s/@%s: %q became %q", path, x.Local, x.Value, y.Value)
		}
	}
	for _, y := range b.Attrs {
		if attr(a, y.Name) == nil {
			return fmt.Sprintf("%s/@%s=%q is new", path, y.Local, y.Value)
		}
	}
	return ""
}

// saysNothing reports whether an attribute is xsi:nil="false".
func saysNothing(a xmltree.Attr) bool {
	value := strings.TrimSpace(a.Value)
	return a.Space == xsi && a.Local == "nil" && (value == "false" || value == "0")
}

func attr(e *xmltree.Element, n xmltree.Name) *xmltree.Attr {
	for i := range e.Attrs {
		if sameQName(e.Attrs[i].Name, n) {
			return &e.Attrs[i]
		}
	}
	return nil
}

// sameText compares texts as they stand, as lists of words, as names, and as
// values of the built-in types.
func (c *comparer) sameText(a, b *xmltree.Element, x, y string) bool {
	if x == y {
		return true
	}
	if c.spelling {
		return sameNames(a, b, x, y) && strings.Contains(x+y, ":") && sameName(a, b, strings.TrimSpace(x), strings.TrimSpace(y))
	}
	v, w := strings.Fields(x), strings.Fields(y)
	if len(v) != len(w) {
		return strings.Join(v, "") == strings.Join(w, "") && sameValue(a, b, strings.Join(v, ""), strings.Join(w, ""))
	}
	for i := range v {
		if v[i] != w[i] && !sameName(a, b, v[i], w[i]) && !sameValue(a, b, v[i], w[i]) {
			return false
		}
	}
	return true
}

func expanded(n xmltree.Name) string { return xsd.QName{Space: n.Space, Local: n.Local}.String() }

const xsi = "http://www.w3.org/2001/XMLSchema-instance"

// isName reports whether a word has the form of a qualified name.
func isName(word string) bool {
	anyPrefix := func(string) (string, bool) { return "urn:any", true }
	return datatype.Builtin("QName").Validate([]byte(word), anyPrefix) == nil
}

// sameNames reports whether the words of two texts resolve to the same names. A
// word that is no name, as a union may have it, is compared as it is.
func sameNames(a, b *xmltree.Element, x, y string) bool {
	v, w := strings.Fields(x), strings.Fields(y)
	if len(v) != len(w) {
		return false
	}
	for i := range v {
		if before, after := expand(a, v[i]), expand(b, w[i]); before != after && before != "" && isName(v[i]) && !isNumberWord(v[i]) {
			return false
		}
	}
	return true
}

// isNumberWord reports whether a word is a number that looks like a name. Raw
// content, of which no schema is known, does not take it for one beside others.
func isNumberWord(word string) bool { return word == "NaN" || word == "INF" }

func sameName(a, b *xmltree.Element, x, y string) bool {
	return expand(a, x) == expand(b, y) && expand(a, x) != ""
}

func expand(e *xmltree.Element, s string) string {
	prefix, local, found := strings.Cut(s, ":")
	if !found {
		prefix, local = "", s
	}
	if datatype.Builtin("NCName").Validate([]byte(local), nil) != nil {
		return "" // a number, or what else a union has
	}
	uri, ok := e.Lookup(prefix)
	if !ok {
		return ""
	}
	return "{" + uri + "}" + local
}

var valued = []string{
	"decimal", "boolean", "double", "float", "dateTime", "date", "time", "duration", "gYear", "gYearMonth", "gMonth", "gMonthDay", "gDay",
	"hexBinary", "base64Binary",
}

func sameValue(a, b *xmltree.Element, x, y string) bool {
	for _, name := range valued {
		t := datatype.Builtin(name)
		v, err := t.Parse(x, nil)
		if err != nil {
			continue
		}
		if w, err := t.Parse(y, nil); err == nil && v.Equal(w) {
			return true
		}
	}
	return false
}
