package validate

import (
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// names are the names of a schema, with the global declarations that they have.
type names struct {
	*content.Alphabet
	elements   map[content.Symbol]*xsd.ElementDecl
	attributes map[content.Symbol]*xsd.AttributeDecl
}

func newNames(s *xsd.Schema) *names {
	n := &names{content.NewAlphabet(), map[content.Symbol]*xsd.ElementDecl{}, map[content.Symbol]*xsd.AttributeDecl{}}
	c := collector{names: n, types: map[*xsd.ComplexType]bool{}, groups: map[*xsd.ModelGroup]bool{}}
	c.schema(s)
	return n
}

// collector walks a schema and enters all names that an instance could use.
type collector struct {
	names  *names
	types  map[*xsd.ComplexType]bool
	groups map[*xsd.ModelGroup]bool
}

func (c *collector) schema(s *xsd.Schema) {
	for _, e := range s.Elements() {
		c.names.elements[c.names.Add(e.Name)] = e
		c.element(e)
	}
	for _, a := range s.Attributes() {
		c.names.attributes[c.names.Add(a.Name)] = a
	}
	for _, t := range s.Types() {
		c.typ(t)
	}
	for _, g := range s.ModelGroups() {
		c.group(g.Group)
	}
	for _, ic := range s.IdentityConstraints() {
		c.constraint(ic)
	}
}

func (c *collector) element(e *xsd.ElementDecl) {
	c.names.Add(e.Name)
	c.typ(e.Type)
	for _, ic := range e.IdentityConstraints {
		c.constraint(ic)
	}
}

func (c *collector) typ(t xsd.Type) {
	ct, ok := t.(*xsd.ComplexType)
	if !ok || c.types[ct] {
		return
	}
	c.types[ct] = true
	for _, u := range ct.AttributeUses {
		c.names.Add(u.Decl.Name)
	}
	if p := ct.Content.Particle; p != nil {
		c.term(p.Term)
	}
}

func (c *collector) term(t xsd.Term) {
	switch t := t.(type) {
	case *xsd.ElementDecl:
		if !t.Global {
			c.element(t)
		}
	case *xsd.ModelGroup:
		c.group(t)
	}
}

func (c *collector) group(g *xsd.ModelGroup) {
	if g == nil || c.groups[g] {
		return
	}
	c.groups[g] = true
	for _, p := range g.Particles {
		c.term(p.Term)
	}
}

// constraint enters the names of the paths: a wildcard may let an element in
// that nothing else declares.
func (c *collector) constraint(ic *xsd.IdentityConstraint) {
	c.xpath(ic.Selector)
	for _, f := range ic.Fields {
		c.xpath(f)
	}
}

func (c *collector) xpath(x xsd.XPath) {
	for _, p := range x.Paths {
		for _, s := range p.Steps {
			if !s.AnyName && !s.AnyLocal {
				c.names.Add(s.Name)
			}
		}
	}
}

// speller finds the symbols of the names of one document.
type speller struct {
	names  *names
	spaces [4]knownSpace
	next   int // the one to replace next
}

// knownSpace is a namespace that a document has used.
type knownSpace struct {
	name  string
	id    content.SpaceID
	known bool
}

// symbol returns the symbol of a name of the document. A scanner gives all
// names of a namespace the same string, so that the few of a document are
// found again without comparing long texts.
func (p *speller) symbol(space string, local []byte) content.Symbol {
	for i := range p.spaces {
		if c := &p.spaces[i]; c.name == space && c.known {
			return p.names.Find(c.id, local)
		}
	}
	id := p.names.Space(space)
	p.spaces[p.next] = knownSpace{space, id, true}
	p.next = (p.next + 1) % len(p.spaces)
	return p.names.Find(id, local)
}
