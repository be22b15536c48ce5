package schemagen

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// Random returns the schema of a seed.
func Random(seed uint64) Set {
	g := &generator{r: rand.New(rand.NewPCG(seed, 7))}
	return Set{Name: fmt.Sprintf("random %d", seed), Files: g.schema()}
}

// Wide returns the schema of a seed that has as well what wide.go lists. The
// seeds of [Random] stay what they are.
func Wide(seed uint64) Set {
	g := &generator{r: rand.New(rand.NewPCG(seed, 8)), wide: true}
	return Set{Name: fmt.Sprintf("wide %d", seed), Files: g.schema()}
}

func (g *generator) schema() []File {
	g.startDocuments()
	g.simpleTypes()
	g.outlines()
	g.globals()
	g.globalAttributes()
	for _, x := range g.groups {
		x.body(g)
	}
	for _, x := range g.attrGroups {
		x.body(g)
	}
	for _, t := range g.complexes {
		t.body(g)
	}
	for _, e := range g.elements {
		e.body(g)
	}
	return g.files()
}

// generator is a schema on its way. What can be referred to has its name before
// anything has a body.
type generator struct {
	r          *rand.Rand
	wide       bool
	docs       []*document
	simples    []*simple
	complexes  []*complexType
	elements   []*element
	groups     []*group
	attrGroups []*attrGroup
	attributed []*globalAttribute
	wildcards  int
}

// document is a namespace.
type document struct {
	prefix, uri string
	qualified   bool
	attributes  bool // those of its local attributes are, too
	taken       map[string]bool
	strings.Builder
}

func (g *generator) chance(percent int) bool { return g.r.IntN(100) < percent }

func pick[T any](g *generator, list []T) T { return list[g.r.IntN(len(list))] }

func (g *generator) startDocuments() {
	uris := slices.Clone(spaces)
	g.r.Shuffle(len(uris), func(i, j int) { uris[i], uris[j] = uris[j], uris[i] })
	for i := range 1 + g.r.IntN(4) {
		d := &document{prefix: fmt.Sprintf("n%d", i), uri: uris[i], qualified: g.chance(60), taken: map[string]bool{}}
		d.attributes = g.wider(15)
		if i > 0 && g.chance(10) && g.docs[i-1].uri != "" {
			d.uri, d.prefix = "", ""
		}
		g.docs = append(g.docs, d)
		if d.uri == "" {
			break
		}
	}
}

// name returns a name for a global component of a kind.
func (g *generator) name(d *document, kind string) string {
	for {
		n := pick(g, nasty)
		if key := kind + " " + n; !d.taken[key] {
			d.taken[key] = true
			return n
		}
	}
}

// ref is a name as a document of the schema refers to it.
func (d *document) ref(local string) string {
	if d.uri == "" {
		return local
	}
	return d.prefix + ":" + local
}

// files are the documents: each imports all others.
func (g *generator) files() []File {
	var list []File
	for i, d := range g.docs {
		var b strings.Builder
		b.WriteString(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"`)
		for _, other := range g.docs {
			if other.uri != "" {
				fmt.Fprintf(&b, " xmlns:%s=%q", other.prefix, other.uri)
			}
		}
		if d.uri != "" {
			fmt.Fprintf(&b, " targetNamespace=%q", d.uri)
		}
		if d.qualified {
			b.WriteString(` elementFormDefault="qualified"`)
		}
		if d.attributes {
			b.WriteString(` attributeFormDefault="qualified"`)
		}
		b.WriteString(">\n")
		for j, other := range g.docs {
			if j != i {
				b.WriteString("<xs:import" + attr("namespace", other.uri) + fmt.Sprintf(" schemaLocation=\"s%d.xsd\"/>\n", j))
			}
		}
		if g.wide {
			b.WriteString(`<xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="xml.xsd"/>` + "\n")
		}
		list = append(list, File{fmt.Sprintf("s%d.xsd", i), b.String() + d.String() + "</xs:schema>\n"})
	}
	if g.wide {
		list = append(list, File{"xml.xsd", xmlSpace})
	}
	return list
}

// attr is an attribute, unless it is empty.
func attr(name, value string) string {
	if value == "" {
		return ""
	}
	return " " + name + `="` + value + `"`
}
