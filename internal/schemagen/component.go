package schemagen

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// contentKind is what a complex type has between its tags.
type contentKind uint8

const (
	elements contentKind = iota
	mixed
	text
)

// used are the names of the elements of a content model, by expanded name.
type used map[string]bool

// attributes are those of a type by their names as its document has them: the
// declaration, where a restriction can have it once more.
type attributes map[string]string

// complexType is a named complex type.
type complexType struct {
	doc      *document
	name     string
	abstract bool
	kind     contentKind
	base     *complexType
	names    used
	attrs    attributes
	content  string  // the particle, where it can be repeated in a restriction
	simple   *simple // of simple content, once it is written
	made     bool
	order    int
}

// element is a global element.
type element struct {
	doc     *document
	name    string
	head    *element
	members []*element
	complex *complexType
	simple  *simple
	nested  bool // its type is an anonymous complex one
	flags   string
}

// group is a named model group.
type group struct {
	doc   *document
	name  string
	names used
	made  bool
}

// attrGroup is a named attribute group.
type attrGroup struct {
	doc   *document
	name  string
	attrs attributes
	made  bool
}

// outlines gives complex types and groups their names and bases.
func (g *generator) outlines() {
	for i := range 2 + g.r.IntN(5) {
		d := pick(g, g.docs)
		t := &complexType{doc: d, name: g.name(d, "type"), abstract: g.chance(25), kind: pick(g, []contentKind{elements, elements, elements, mixed, text}), order: i, names: used{}, attrs: attributes{}}
		if len(g.complexes) > 0 && g.chance(55) {
			t.base = pick(g, g.complexes)
			t.kind = t.base.kind
		}
		g.complexes = append(g.complexes, t)
	}
	for range g.r.IntN(3) {
		d := pick(g, g.docs)
		g.groups = append(g.groups, &group{doc: d, name: g.name(d, "group"), names: used{}})
	}
	for range g.r.IntN(3) {
		d := pick(g, g.docs)
		g.attrGroups = append(g.attrGroups, &attrGroup{doc: d, name: g.name(d, "attributeGroup"), attrs: attributes{}})
	}
}

// globals gives global elements their names, types and heads.
func (g *generator) globals() {
	for range 2 + g.r.IntN(5) {
		d := pick(g, g.docs)
		e := &element{doc: d, name: g.name(d, "element")}
		switch n := g.r.IntN(10); {
		case n < 5:
			e.complex = pick(g, g.complexes)
		case n < 7:
			e.simple = g.anySimple(1)
		case n < 9:
			e.nested = true
		}
		if g.chance(20) {
			e.flags += ` nillable="true"`
		}
		if len(g.elements) > 0 && g.chance(40) {
			g.substitute(e, pick(g, g.elements))
		}
		g.elements = append(g.elements, e)
	}
	for _, e := range g.elements {
		if len(e.members) > 0 && g.chance(40) {
			e.flags += ` abstract="true"`
		}
	}
}

// substitute makes an element a member of a substitution group, with the head's
// type or one that is derived from it.
func (g *generator) substitute(e, head *element) {
	if head.nested {
		return
	}
	e.complex, e.simple, e.nested = head.complex, head.simple, false
	if head.simple != nil && head.simple.inner != "" {
		return // another anonymous type would be another type
	}
	e.head = head
	for h := head; h != nil; h = h.head {
		h.members = append(h.members, e)
	}
	for _, t := range g.complexes {
		if t.base != nil && t.base == e.complex && g.chance(60) {
			e.complex = t
		}
	}
}

// body writes a global element.
func (e *element) body(g *generator) {
	attrs, child := e.flags, ""
	switch {
	case e.complex != nil:
		attrs += attr("type", e.complex.doc.ref(e.complex.name))
	case e.simple != nil:
		a, c := e.simple.within("type")
		attrs, child = attrs+a, c
	case e.nested:
		child = g.anonymous(e.doc, 2)
	}
	attrs += g.presetOf(e)
	if e.head != nil {
		attrs += attr("substitutionGroup", e.head.doc.ref(e.head.name))
	}
	fmt.Fprintf(e.doc, "<xs:element name=%q%s>%s</xs:element>\n", e.name, attrs, child)
}

func (x *group) body(g *generator) {
	c := pick(g, []string{"sequence", "choice"})
	fmt.Fprintf(x.doc, "<xs:group name=%q><xs:%s>%s</xs:%s></xs:group>\n", x.name, c, g.particles(x.doc, x.names, 2, 1+g.r.IntN(3)), c)
	x.made = true
}

func (x *attrGroup) body(g *generator) {
	fmt.Fprintf(x.doc, "<xs:attributeGroup name=%q>%s</xs:attributeGroup>\n", x.name, g.attributes(x.doc, x.attrs, false))
	x.made = true
}

// body writes a complex type.
func (t *complexType) body(g *generator) {
	var b strings.Builder
	fmt.Fprintf(&b, "<xs:complexType name=%q", t.name)
	if t.abstract {
		b.WriteString(` abstract="true"`)
	}
	if t.kind == mixed {
		b.WriteString(` mixed="true"`)
	}
	b.WriteString(">")
	switch {
	case t.kind == text:
		b.WriteString(g.simpleContent(t))
	case t.base != nil && t.base.content != "" && t.base.doc == t.doc && g.chance(30):
		b.WriteString(g.restriction(t))
	case t.base != nil:
		t.names, t.attrs = maps.Clone(t.base.names), maps.Clone(t.base.attrs)
		fmt.Fprintf(&b, "<xs:complexContent><xs:extension base=%q>%s%s</xs:extension></xs:complexContent>",
			t.base.doc.ref(t.base.name), g.model(t.doc, t.names, 2), g.attributes(t.doc, t.attrs, true))
	default:
		m := g.model(t.doc, t.names, 2)
		if !strings.Contains(m, "Type>") {
			t.content = m
		}
		b.WriteString(m + g.attributes(t.doc, t.attrs, true))
	}
	t.made = true
	b.WriteString("</xs:complexType>\n")
	t.doc.WriteString(b.String())
}

// restriction repeats the content of the base.
func (g *generator) restriction(t *complexType) string {
	t.names, t.attrs = maps.Clone(t.base.names), maps.Clone(t.base.attrs)
	content, again := t.base.content, ""
	if g.wide {
		content, again = narrowed(g, content), restrictedAttributes(g, t)
	}
	return fmt.Sprintf("<xs:complexContent><xs:restriction base=%q>%s%s</xs:restriction></xs:complexContent>", t.base.doc.ref(t.base.name), content, again)
}

func (g *generator) simpleContent(t *complexType) string {
	base := ""
	if t.base != nil {
		base, t.attrs, t.simple = t.base.doc.ref(t.base.name), maps.Clone(t.base.attrs), t.base.simple
	} else {
		t.simple = g.anySimple(0)
		base = t.simple.ref()
	}
	if t.base != nil && t.simple != nil && g.wider(50) {
		return g.restrictedText(t)
	}
	return fmt.Sprintf("<xs:simpleContent><xs:extension base=%q>%s</xs:extension></xs:simpleContent>", base, g.attributes(t.doc, t.attrs, true))
}

// anonymous is a complex type without a name.
func (g *generator) anonymous(d *document, depth int) string {
	if g.chance(20) {
		s := g.anySimple(0)
		return fmt.Sprintf("<xs:complexType><xs:simpleContent><xs:extension base=%q>%s</xs:extension></xs:simpleContent></xs:complexType>", s.ref(), g.attributes(d, attributes{}, true))
	}
	return "<xs:complexType" + pick(g, []string{"", "", "", ` mixed="true"`}) + ">" + g.model(d, used{}, depth-1) + g.attributes(d, attributes{}, true) + "</xs:complexType>"
}

// attributes are attributes and references to attribute groups.
func (g *generator) attributes(d *document, names attributes, wildcard bool) string {
	var b strings.Builder
	for range g.r.IntN(4) {
		n := pick(g, nasty)
		if _, taken := names[n]; taken {
			continue
		}
		s := g.anySimple(1)
		attrs, child := s.within("type")
		flags := g.attributeFlags(s)
		names[n] = ""
		if flags == "" && child == "" {
			names[n] = "<xs:attribute" + attr("name", n) + attrs
		}
		b.WriteString("<xs:attribute" + attr("name", n) + attrs + flags + ">" + child + "</xs:attribute>")
	}
	if g.wide {
		b.WriteString(g.attributeReferences(names))
	}
	for _, x := range g.attrGroups {
		if x.made && g.chance(20) && disjoint(names, x.attrs) {
			maps.Copy(names, x.attrs)
			b.WriteString("<xs:attributeGroup" + attr("ref", x.doc.ref(x.name)) + "/>")
		}
	}
	if wildcard && g.wider(15) {
		return b.String() + wideAnyAttribute(g)
	}
	if wildcard && g.chance(10) {
		b.WriteString(`<xs:anyAttribute namespace="##other" processContents="lax"/>`)
	}
	return b.String()
}

func (g *generator) attributeFlags(s *simple) string {
	switch n := g.r.IntN(10); {
	case n < 3:
		return ` use="required"`
	case n < 5 && len(s.texts) > 0 && !s.id:
		return attr(pick(g, []string{"default", "fixed"}), pick(g, s.texts))
	}
	return ""
}

func disjoint[V any](a, b map[string]V) bool {
	return !slices.ContainsFunc(slices.Collect(maps.Keys(b)), func(n string) bool { _, taken := a[n]; return taken })
}
