package witness

import (
	"iter"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/sample"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// maxDepth bounds how far below a place differences are looked for.
const maxDepth = 8

// differing yields documents that may show any difference between what two
// types accept at the end of a way.
func (w *witnesser) differing(to way, other xsd.Type, side int) iter.Seq[attempt] {
	return func(yield func(attempt) bool) {
		if to.end == nil || other == nil || to.use != nil {
			return
		}
		d := differ{witnesser: w, side: side, seen: map[typePair]bool{}}
		d.types(to.end, other, 0, func(f filler) bool { return yield(attempt{to, f}) })
	}
}

// typePair is a type of one version beside one of the other.
type typePair struct{ here, there xsd.Type }

// differ walks two types side by side.
type differ struct {
	*witnesser
	side int
	seen map[typePair]bool
}

// types calls yield with fillers until it returns false, which types passes
// on.
func (d differ) types(a, b xsd.Type, depth int, yield func(filler) bool) bool {
	if d.seen[typePair{a, b}] || depth > maxDepth {
		return true
	}
	d.seen[typePair{a, b}] = true
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
		other := b.AttributeUse(d.across(u.Decl.Name, d.side))
		if other == nil {
			if text, ok := d.builder(d.side).AttributeText(u); ok && !yield(having(u.Decl.Name, text)) {
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
	return d.anyAttributes(a.AttributeWildcard, yield)
}

// anyAttributes puts in attributes that a wildcard takes: declared ones, and
// unknown ones of all namespaces.
func (d differ) anyAttributes(w *xsd.Wildcard, yield func(filler) bool) bool {
	if w == nil {
		return true
	}
	for i := range 2 {
		s := d.witnesser.side([...]int{d.side, 1 - d.side}[i]).Schema
		for _, g := range s.Attributes() {
			if w.Namespaces.Allows(g.Name.Space) && (!yield(having(g.Name, d.attributeOf(g))) || !yield(having(g.Name, "!"))) {
				return false
			}
		}
	}
	for _, space := range d.builder(d.side).Spaces(w) {
		if w.Namespaces.Allows(space) && !yield(having(xsd.QName{Space: space, Local: "any"}, "!")) {
			return false
		}
	}
	return true
}

func (d differ) attributeOf(g *xsd.AttributeDecl) string {
	text, _ := d.builder(d.side).Text(g.Type)
	return text
}

// word puts in a shortest sequence of children that the other type refuses.
func (d differ) word(a, b *xsd.ComplexType, yield func(filler) bool) bool {
	if a.Content.Kind == xsd.SimpleContent || b.Content.Kind == xsd.SimpleContent {
		return true
	}
	l, r := content.Tree(a.Content.Particle), content.Tree(b.Content.Particle)
	letters, differ := d.telling(a, b, l, r)
	if !differ {
		return true
	}
	return yield(func(b *sample.Builder, e *sample.Draft, t xsd.Type) bool {
		ids := b.IDs
		if !b.Fill(e, t, nil) {
			return false
		}
		e.Kids, b.IDs = nil, ids
		for i, letter := range letters {
			b.Turn = i
			k := d.spell(letter, l)
			if k == nil {
				return false
			}
			e.Kids = append(e.Kids, k)
		}
		b.Turn = 0
		return true
	})
}

// words are what content models have been found to differ in.
type words map[typePair][]content.Letter

// telling returns a shortest sequence of children that a accepts and b does not;
// it is looked for once.
func (d differ) telling(a, b *xsd.ComplexType, l, r *content.Node) (letters []content.Letter, differ bool) {
	key := typePair{a, b}
	letters, known := d.words[key]
	if !known {
		v, word := d.c.Prover(d.side == 1).Models(a.Content.Particle, b.Content.Particle)
		if v == inclusion.Fails {
			letters = append([]content.Letter{}, word...)
		}
		d.words[key] = letters
	}
	return letters, letters != nil
}

// spell returns an element for a letter of a content model.
func (d differ) spell(letter content.Letter, n *content.Node) *sample.Draft {
	b := d.builder(d.side)
	if letter.Other {
		space := letter.Name.Space
		if space == "\x00" {
			space = "urn:any"
		}
		return &sample.Draft{Name: xsd.QName{Space: space, Local: "any"}}
	}
	var found *xsd.ElementDecl
	l := d.witnesser.side(d.side).Language([...]*inclusion.Names{d.c.Names, nil}[d.side])
	n.Elements(func(k *content.Node) {
		for _, e := range l.Schema.Substitutes(k.Elem) {
			if l.Names.Name(e.Name) == letter.Name && found == nil {
				found = e
			}
		}
	})
	for _, e := range l.Schema.Elements() {
		if found == nil && l.Names.Name(e.Name) == letter.Name {
			found = e
		}
	}
	if found == nil {
		return &sample.Draft{Name: letter.Name}
	}
	return b.Exactly(found)
}

// children puts in each child, and what differs within.
func (d differ) children(a, b *xsd.ComplexType, depth int, yield func(filler) bool) bool {
	others := map[xsd.QName]*xsd.ElementDecl{}
	for _, p := range inclusion.Leaves(b.Content.Particle) {
		if e, ok := p.Term.(*xsd.ElementDecl); ok && others[e.Name] == nil {
			others[e.Name] = e
		}
	}
	for _, p := range inclusion.Leaves(a.Content.Particle) {
		if wild, ok := p.Term.(*xsd.Wildcard); ok {
			if !d.wild(p, wild, yield) {
				return false
			}
			continue
		}
		e := p.Term.(*xsd.ElementDecl)
		other := others[d.across(e.Name, d.side)]
		if other == nil {
			if !yield(wanting(sample.Want{Particle: p, Count: max(p.Min, 1)})) {
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

// inChild is the filler that fills a child.
func inChild(p *xsd.Particle, e *xsd.ElementDecl, f filler) filler {
	return func(b *sample.Builder, d *sample.Draft, t xsd.Type) bool {
		return b.Fill(d, t, &sample.Want{Particle: p, Count: max(p.Min, 1), Child: func() *sample.Draft {
			k := &sample.Draft{Name: e.Name}
			if !b.Within(e, func() bool { return f(b, k, e.Type) }) {
				return nil
			}
			return k
		}})
	}
}

func (d differ) wild(p *xsd.Particle, w *xsd.Wildcard, yield func(filler) bool) bool {
	for _, e := range d.anyElements(w, d.side) {
		if !yield(wanting(sample.Want{Particle: p, Count: max(p.Min, 1), Child: func() *sample.Draft { return e }})) {
			return false
		}
	}
	return true
}

// anyElements returns elements that a wildcard may take: unknown ones of all
// namespaces, and those declared in either version, valid and not.
func (w *witnesser) anyElements(wild *xsd.Wildcard, side int) []*sample.Draft {
	b := w.builder(side)
	var list []*sample.Draft
	for _, space := range b.Spaces(wild) {
		if wild.Namespaces.Allows(space) {
			list = append(list, &sample.Draft{Name: xsd.QName{Space: space, Local: "any"}})
		}
	}
	for _, s := range []*diff.Side{w.side(side), w.side(1 - side)} {
		for _, e := range s.Schema.Elements() {
			if !wild.Namespaces.Allows(e.Name.Space) || len(list) > maxAttempts {
				continue
			}
			if s == w.side(side) {
				if k := b.Exactly(e); k != nil {
					list = append(list, k)
				}
			}
			list = append(list, &sample.Draft{Name: e.Name, Kids: []*sample.Draft{{Name: xsd.QName{Space: "urn:any", Local: "any"}}}})
		}
	}
	return list
}
