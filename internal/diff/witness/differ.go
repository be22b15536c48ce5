package witness

import (
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// maxDepth bounds how far below a place differences are looked for.
const maxDepth = 8

// maxTexts bounds the texts that are tried for one value.
const maxTexts = 6

// differ walks two types side by side, one of each version, and yields what may
// tell them apart.
type differ struct {
	here, there *version
	words       *words
	seen        map[pair[xsd.Type]]bool
}

// types calls yield with fillers until it returns false, which types passes
// on.
func (d differ) types(a, b xsd.Type, depth int, yield func(filler) bool) bool {
	if d.seen[pair[xsd.Type]{a, b}] || depth > maxDepth {
		return true
	}
	d.seen[pair[xsd.Type]{a, b}] = true
	if !yield(minimal) || !d.text(a, b, yield) {
		return false
	}
	ac, ok := a.(*xsd.ComplexType)
	if !ok {
		return true
	}
	bc, ok := b.(*xsd.ComplexType)
	if !ok {
		bc = &xsd.ComplexType{}
	}
	return d.attributes(ac, bc, yield) && d.word(ac, bc, yield) && d.children(ac, bc, depth, yield)
}

func (d differ) text(a, b xsd.Type, yield func(filler) bool) bool {
	if ct, ok := a.(*xsd.ComplexType); ok && ct.Content.Kind == xsd.MixedContent {
		return yield(texting("text"))
	}
	at, bt := textOfType(a), textOfType(b)
	if at == nil || bt == nil {
		return true
	}
	list := inclusion.TellingTexts(at.Datatype, bt.Datatype)
	for _, text := range list[:min(len(list), maxTexts)] {
		if !yield(texting(text)) {
			return false
		}
	}
	return true
}

func (d differ) attributes(a, b *xsd.ComplexType, yield func(filler) bool) bool {
	for _, u := range inclusion.SortedUses(a.AttributeUses) {
		other := b.AttributeUse(d.here.names.across(u.Decl.Name))
		if other == nil {
			if text, ok := d.here.builder().AttributeText(u); ok && !yield(having(u.Decl.Name, text)) {
				return false
			}
			continue
		}
		list := inclusion.TellingTexts(u.Decl.Type.Datatype, other.Decl.Type.Datatype)
		for _, text := range list[:min(len(list), 2)] {
			if !yield(having(u.Decl.Name, text)) {
				return false
			}
		}
	}
	return d.anyAttributes(a.AttributeWildcard, b.AttributeWildcard, yield)
}

// children puts in each child, and what differs within.
func (d differ) children(a, b *xsd.ComplexType, depth int, yield func(filler) bool) bool {
	others := map[xsd.QName]*xsd.ElementDecl{}
	for _, p := range inclusion.Leaves(b.Content.Particle) {
		if e, ok := p.Term.(*xsd.ElementDecl); ok && others[e.Name] == nil {
			others[e.Name] = e
		}
	}
	wildcards := wildcardsOf(b.Content.Particle)
	for _, p := range inclusion.Leaves(a.Content.Particle) {
		if w, ok := p.Term.(*xsd.Wildcard); ok {
			if !d.anyChildren(p, w, wildcards, yield) {
				return false
			}
			continue
		}
		e := p.Term.(*xsd.ElementDecl)
		other := others[d.here.names.across(e.Name)]
		if other == nil {
			if !yield(occurring(p, nil)) {
				return false
			}
			continue
		}
		if !d.child(p, e, other, depth, yield) {
			return false
		}
	}
	return true
}

func (d differ) child(p *xsd.Particle, e, other *xsd.ElementDecl, depth int, yield func(filler) bool) bool {
	within := func(f filler) bool { return yield(inChild(p, e, f)) }
	if e.Nillable && !other.Nillable && !within(nothing) {
		return false
	}
	return d.types(e.Type, other.Type, depth+1, within)
}

// textOfType returns the simple type of what stands in elements of t as text,
// nil where none does.
func textOfType(t xsd.Type) *xsd.SimpleType {
	text, _ := inclusion.TextContent(t)
	return text
}
