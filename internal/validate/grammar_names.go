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

// newNames enters all names that a document could use: those that something
// declares, and those of the paths of identity constraints, as a wildcard may
// let an element in that nothing else declares.
func newNames(s *xsd.Schema) *names {
	n := &names{content.NewAlphabet(), map[content.Symbol]*xsd.ElementDecl{}, map[content.Symbol]*xsd.AttributeDecl{}}
	for _, e := range s.Elements() {
		n.elements[n.Add(e.Name)] = e
	}
	for _, a := range s.Attributes() {
		n.attributes[n.Add(a.Name)] = a
	}
	s.Walk(func(c xsd.Component) bool {
		switch c := c.(type) {
		case *xsd.ElementDecl:
			n.Add(c.Name)
		case *xsd.AttributeUse:
			n.Add(c.Decl.Name)
			return false
		case *xsd.IdentityConstraint:
			n.paths(c)
		case *xsd.SimpleType, *xsd.AttributeDecl, *xsd.AttributeGroupDef:
			return false
		}
		return true
	})
	return n
}

func (n *names) paths(c *xsd.IdentityConstraint) {
	for _, x := range append([]xsd.XPath{c.Selector}, c.Fields...) {
		for _, p := range x.Paths {
			for _, s := range p.Steps {
				if !s.AnyName && !s.AnyLocal {
					n.Add(s.Name)
				}
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
