package schemagen

import (
	"fmt"
	"slices"
	"strings"
)

// simple is a simple type, named or not.
type simple struct {
	doc   *document // nil for a built-in or anonymous one
	name  string
	inner string // what stands in the simpleType element of an anonymous one
	texts []string
	kind  facetKind
	list  bool
	union bool
	id    bool // values are unique in a document
	flag  bool // it comes from xs:boolean
	span  bool // values have an order, other than those of orderFacets
}

func (s *simple) ref() string {
	if s.doc == nil {
		return "xs:" + s.name
	}
	return s.doc.ref(s.name)
}

// simpleTypes declares simple types, each made of those before it.
func (g *generator) simpleTypes() {
	for range 3 + g.r.IntN(5) {
		d := pick(g, g.docs)
		s := g.makeSimple(2)
		s.doc, s.name = d, g.name(d, "type")
		fmt.Fprintf(d, "<xs:simpleType name=%q>%s</xs:simpleType>\n", s.name, s.inner)
		s.inner = ""
		g.simples = append(g.simples, s)
	}
}

// anySimple returns a simple type: a built-in, one that has a name, or an
// anonymous one.
func (g *generator) anySimple(depth int) *simple {
	switch n := g.r.IntN(10); {
	case n < 3 || depth <= 0 && len(g.simples) == 0:
		return g.builtin()
	case n < 7 && len(g.simples) > 0 || depth <= 0:
		return pick(g, g.simples)
	}
	return g.makeSimple(depth - 1)
}

func (g *generator) builtin() *simple {
	if g.wider(10) {
		return g.rare()
	}
	b := pick(g, builtins)
	return &simple{name: b.name, texts: b.texts, kind: b.kind, list: b.kind == listFacets, id: strings.HasPrefix(b.name, "ID"), flag: b.name == "boolean", span: spans[b.name]}
}

// makeSimple makes a simple type of some variety.
func (g *generator) makeSimple(depth int) *simple {
	switch n := g.r.IntN(10); {
	case n < 2:
		return g.listOf(depth)
	case n < 4:
		return g.unionOf(depth)
	}
	return g.restricted(g.anySimple(depth))
}

// within writes a type as an attribute that refers to it, or as a child element.
func (s *simple) within(attribute string) (attrs, child string) {
	if s.inner != "" {
		return "", "<xs:simpleType>" + s.inner + "</xs:simpleType>"
	}
	return attr(attribute, s.ref()), ""
}

func (g *generator) listOf(depth int) *simple {
	item := g.anySimple(depth)
	for item.list || item.id {
		item = g.restricted(g.builtin())
	}
	attrs, child := item.within("itemType")
	s := &simple{inner: "<xs:list" + attrs + ">" + child + "</xs:list>", kind: listFacets, list: true}
	words := slices.DeleteFunc(slices.Clone(item.texts), func(t string) bool { return t == "" || strings.Contains(t, " ") })
	for range 3 {
		var parts []string
		for range g.r.IntN(4) {
			if len(words) > 0 {
				parts = append(parts, pick(g, words))
			}
		}
		s.texts = append(s.texts, strings.Join(parts, " "))
	}
	return s
}

func (g *generator) unionOf(depth int) *simple {
	var refs []string
	var children string
	s := &simple{kind: plainFacets, union: true}
	for range 1 + g.r.IntN(3) {
		m := g.anySimple(depth)
		for m.id {
			m = g.builtin()
		}
		s.list = s.list || m.list
		s.texts = append(s.texts, m.texts...)
		if _, child := m.within(""); child != "" {
			children += child
		} else {
			refs = append(refs, m.ref())
		}
	}
	s.inner = "<xs:union" + attr("memberTypes", strings.Join(refs, " ")) + ">" + children + "</xs:union>"
	return s
}

// restricted restricts a type with facets that leave some of its texts.
func (g *generator) restricted(base *simple) *simple {
	for base.name == "anySimpleType" && base.doc == nil {
		base = g.builtin()
	}
	attrs, child := base.within("base")
	s := &simple{texts: base.texts, kind: base.kind, list: base.list, union: base.union, id: base.id, flag: base.flag, span: base.span}
	s.inner = "<xs:restriction" + attrs + ">" + child + g.facets(s) + "</xs:restriction>"
	return s
}

func facet(name, value string) string { return fmt.Sprintf(`<xs:%s value="%s"/>`, name, value) }

func (g *generator) facets(s *simple) string {
	if g.wider(40) {
		return g.wideFacets(s)
	}
	switch n := g.r.IntN(10); {
	case n < 5 && len(s.texts) > 0 && !s.id && s.enumerable():
		return g.enumeration(s)
	case n < 6:
		return facet("pattern", pick(g, []string{".*", `[\s\S]*`, "[0-9a-zA-Z+:. -]*"}))
	case n < 8 && s.kind == textFacets && !s.union:
		return facet("maxLength", "30")
	case n < 8 && s.kind == listFacets && !s.union:
		return facet("maxLength", "6")
	case n < 8 && s.kind == orderFacets && !s.union:
		return facet("totalDigits", "22")
	}
	return ""
}

func (g *generator) enumeration(s *simple) string {
	text := ""
	var left []string
	for _, v := range s.texts {
		if len(left) == 0 || g.chance(60) {
			left = append(left, v)
			text += facet("enumeration", v)
		}
	}
	s.texts = left
	return text
}

// enumerable reports whether a type can list values: xs:boolean cannot.
func (s *simple) enumerable() bool { return s.union || s.list || !s.flag }
