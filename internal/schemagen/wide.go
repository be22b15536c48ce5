package schemagen

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A wide schema has, beside all that others have: notations and lists of
// references, bounds and other facets, simple content that is restricted,
// restrictions that narrow occurrences and attributes, global attributes and those
// of the xml namespace, defaults on global elements and on those with simple or
// mixed content, wildcards of every sort, all groups with a name, what blocks
// derivation, and occurrences that people seldom write.

// wider is a chance that only a wide schema has.
func (g *generator) wider(percent int) bool { return g.wide && g.chance(percent) }

// xmlSpace declares the attributes of the xml namespace that are referred to.
const xmlSpace = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
<xs:attribute name="lang" type="xs:language"/>
<xs:attribute name="base" type="xs:anyURI"/>
<xs:attribute name="space" default="preserve"><xs:simpleType><xs:restriction base="xs:NCName"><xs:enumeration value="default"/><xs:enumeration value="preserve"/></xs:restriction></xs:simpleType></xs:attribute>
</xs:schema>
`

// globalAttribute is an attribute that is declared at the top of a document.
type globalAttribute struct{ ref string }

// globalAttributes declares some.
func (g *generator) globalAttributes() {
	if !g.wide {
		return
	}
	for _, name := range []string{"lang", "base", "space"} {
		g.attributed = append(g.attributed, &globalAttribute{"xml:" + name})
	}
	for range g.r.IntN(4) {
		d, s := pick(g, g.docs), g.anySimple(1)
		name := g.name(d, "attribute")
		attrs, child := s.within("type")
		if len(s.texts) > 0 && !s.id && g.chance(30) {
			attrs += attr(pick(g, []string{"default", "fixed"}), pick(g, s.texts))
		}
		fmt.Fprintf(d, "<xs:attribute name=%q%s>%s</xs:attribute>\n", name, attrs, child)
		if d.uri != "" { // a local one may have the same name otherwise
			g.attributed = append(g.attributed, &globalAttribute{d.ref(name)})
		}
	}
}

// attributeReferences refers to global attributes that a type does not have yet.
func (g *generator) attributeReferences(names attributes) string {
	text := ""
	for _, a := range g.attributed {
		if _, taken := names[a.ref]; taken || !g.chance(8) {
			continue
		}
		names[a.ref] = ""
		text += "<xs:attribute" + attr("ref", a.ref) + pick(g, []string{"", "", ` use="required"`}) + "/>"
	}
	return text
}

// restrictedAttributes makes some optional attributes of the base required, and
// forbids some.
func restrictedAttributes(g *generator, t *complexType) string {
	text := ""
	for _, name := range slices.Sorted(maps.Keys(t.base.attrs)) {
		declaration := t.base.attrs[name]
		switch n := g.r.IntN(4); {
		case declaration == "" || n > 1:
		case n == 0:
			text += declaration + ` use="required"/>`
			t.attrs[name] = ""
		default:
			text += declaration + ` use="prohibited"/>`
			t.attrs[name] = ""
		}
	}
	return text
}

// narrowed makes some particles occur less often than in the base.
func narrowed(g *generator, content string) string {
	for _, change := range [][2]string{{` minOccurs="0"`, ""}, {` maxOccurs="unbounded"`, ` maxOccurs="3"`}, {` nillable="true"`, ""}} {
		parts := strings.Split(content, change[0])
		content = parts[0]
		for _, part := range parts[1:] {
			if g.chance(30) {
				content += change[1] + part
			} else {
				content += change[0] + part
			}
		}
	}
	return content
}

// restrictedText is simple content with fewer values than the base has.
func (g *generator) restrictedText(t *complexType) string {
	s := *t.simple
	t.simple = &s
	return fmt.Sprintf("<xs:simpleContent><xs:restriction base=%q>%s%s</xs:restriction></xs:simpleContent>", t.base.doc.ref(t.base.name), g.facets(&s), restrictedAttributes(g, t))
}

// preset is a default or fixed value of an element that has the type.
func (t *complexType) preset(g *generator) string {
	switch {
	case !g.wider(25):
	case t.simple != nil && len(t.simple.texts) > 0 && !t.simple.id:
		return attr(pick(g, []string{"default", "fixed"}), pick(g, t.simple.texts))
	case t.kind == mixed && t.made && t.content == "":
		return attr(pick(g, []string{"default", "fixed"}), "some  text")
	}
	return ""
}

// presetOf is a default or fixed value of a global element.
func (g *generator) presetOf(e *element) string {
	switch {
	case e.complex != nil:
		return e.complex.preset(g)
	case e.simple != nil && len(e.simple.texts) > 0 && !e.simple.id && g.wider(25):
		return attr(pick(g, []string{"default", "fixed"}), pick(g, e.simple.texts))
	}
	return ""
}

// allGroup is an all group that has a name, written where it is used first.
func (g *generator) allGroup(d *document, names used) string {
	name := g.name(d, "group")
	fmt.Fprintf(d, "<xs:group name=%q>%s</xs:group>\n", name, g.all(d, names, 0))
	return "<xs:group" + attr("ref", d.ref(name)) + pick(g, []string{"", ` minOccurs="0"`}) + "/>"
}

// wideWildcard is a wildcard of any sort. Some make a content model ambiguous.
func (g *generator) wideWildcard() string {
	g.wildcards++
	own := fmt.Sprintf("urn:any%d", g.wildcards)
	return "<xs:any" + attr("namespace", pick(g, []string{own, own + " urn:more" + fmt.Sprint(g.wildcards), "##other", "##local " + own, "##targetNamespace"})) +
		processing(g) + pick(g, occurrences) + "/>"
}

func wideAnyAttribute(g *generator) string {
	return "<xs:anyAttribute" + attr("namespace", pick(g, []string{"", "##other", "##local", "##targetNamespace", "##targetNamespace urn:at", "urn:at"})) + processing(g) + "/>"
}

func processing(g *generator) string {
	return pick(g, []string{"", ` processContents="lax"`, ` processContents="skip"`, ` processContents="lax"`})
}
