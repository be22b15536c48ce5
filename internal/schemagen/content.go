package schemagen

import (
	"fmt"
	"maps"
	"strings"
)

// occurrences are what particles have: most are plain.
var occurrences = []string{
	"", "", "", ` minOccurs="0"`, ` minOccurs="0"`, ` maxOccurs="unbounded"`, ` minOccurs="0" maxOccurs="unbounded"`,
	` minOccurs="2" maxOccurs="3"`, ` minOccurs="0" maxOccurs="2"`,
}

// model is the content of a complex type.
func (g *generator) model(d *document, names used, depth int) string {
	if g.wider(5) && len(names) == 0 {
		return g.allGroup(d, names)
	}
	switch n := g.r.IntN(20); {
	case n < 2:
		return ""
	case n < 3 && len(names) == 0:
		return g.all(d, names, depth)
	case n < 4:
		if x := g.freeGroup(names); x != nil {
			return "<xs:group" + attr("ref", x.doc.ref(x.name)) + pick(g, occurrences) + "/>"
		}
	}
	return g.compositor(d, names, depth)
}

func (g *generator) compositor(d *document, names used, depth int) string {
	c := pick(g, []string{"sequence", "sequence", "choice"})
	return "<xs:" + c + pick(g, occurrences) + ">" + g.particles(d, names, depth, 1+g.r.IntN(3)) + "</xs:" + c + ">"
}

func (g *generator) all(d *document, names used, depth int) string {
	var b strings.Builder
	b.WriteString("<xs:all>")
	for range 1 + g.r.IntN(3) {
		b.WriteString(g.local(d, names, depth, pick(g, []string{"", ` minOccurs="0"`})))
	}
	return b.String() + "</xs:all>"
}

// particles are some particles with names that differ.
func (g *generator) particles(d *document, names used, depth, n int) string {
	var b strings.Builder
	for range n {
		switch n := g.r.IntN(20); {
		case n < 9:
			b.WriteString(g.local(d, names, depth, pick(g, occurrences)))
		case n < 12:
			b.WriteString(g.reference(names, pick(g, occurrences)))
		case n < 13:
			b.WriteString(g.wildcard())
		case n < 15:
			if x := g.freeGroup(names); x != nil {
				b.WriteString("<xs:group" + attr("ref", x.doc.ref(x.name)) + pick(g, occurrences) + "/>")
			}
		case depth > 0:
			b.WriteString(g.compositor(d, names, depth-1))
		}
	}
	return b.String()
}

// wildcard allows a namespace of its own, so that nothing else takes its elements.
func (g *generator) wildcard() string {
	if g.wider(70) {
		return g.wideWildcard()
	}
	g.wildcards++
	return fmt.Sprintf(`<xs:any namespace="urn:any%d" processContents="lax"%s/>`, g.wildcards, pick(g, occurrences))
}

// freeGroup returns a group that is written already and fits in.
func (g *generator) freeGroup(names used) *group {
	for _, x := range g.groups {
		if x.made && disjoint(names, x.names) && g.chance(60) {
			maps.Copy(names, x.names)
			return x
		}
	}
	return nil
}

// local is a local element.
func (g *generator) local(d *document, names used, depth int, occurs string) string {
	name := pick(g, nasty)
	key := "{}" + name
	if d.qualified {
		key = "{" + d.uri + "}" + name
	}
	if names[key] {
		return ""
	}
	names[key] = true
	attrs, child := "", ""
	switch n := g.r.IntN(20); {
	case n < 6:
		t := pick(g, g.complexes)
		attrs = attr("type", t.doc.ref(t.name))
		if !strings.Contains(occurs, `minOccurs="0"`) && g.chance(80) {
			occurs = ` minOccurs="0"`
		}
		attrs += t.preset(g)
	case n < 15:
		s := g.anySimple(1)
		attrs, child = s.within("type")
		if len(s.texts) > 0 && !s.id && g.chance(20) {
			attrs += attr(pick(g, []string{"default", "fixed"}), pick(g, s.texts))
		}
	case n < 18 && depth > 0:
		child = g.anonymous(d, depth)
	case n < 19:
		attrs = ` type="xs:anyType"`
	}
	if g.chance(20) {
		attrs += ` nillable="true"`
	}
	if g.wider(6) {
		attrs += pick(g, []string{` block="extension"`, ` block="restriction"`, ` block="#all"`})
	}
	text := "<xs:element" + attr("name", name) + attrs + occurs + ">" + child + "</xs:element>"
	if child == "" && occurs == "" && g.chance(5) {
		text += g.local(d, names, 0, "") + text // once more, with something between
	}
	return text
}

// reference is a global element, with all that can stand for it.
func (g *generator) reference(names used, occurs string) string {
	e := pick(g, g.elements)
	for _, x := range append([]*element{e}, e.members...) {
		if names["{"+x.doc.uri+"}"+x.name] {
			return ""
		}
	}
	for _, x := range append([]*element{e}, e.members...) {
		names["{"+x.doc.uri+"}"+x.name] = true
	}
	if g.chance(70) && !strings.Contains(occurs, `minOccurs="0"`) {
		occurs = ` minOccurs="0"`
	}
	return "<xs:element" + attr("ref", e.doc.ref(e.name)) + occurs + "/>"
}
