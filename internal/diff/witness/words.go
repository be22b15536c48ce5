package witness

import (
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/sample"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// words are sequences of children by which content models are told apart. Each
// is looked for once.
type words struct {
	prover func(back bool) *inclusion.Prover
	back   bool
	found  map[pair[xsd.Type]][]content.Letter
}

func newWords(prover func(back bool) *inclusion.Prover, back bool) *words {
	return &words{prover, back, map[pair[xsd.Type]][]content.Letter{}}
}

// telling returns a shortest sequence of children that a accepts and b does not.
func (w *words) telling(a, b *xsd.ComplexType) (letters []content.Letter, differ bool) {
	key := pair[xsd.Type]{a, b}
	letters, known := w.found[key]
	if !known {
		v, word := w.prover(w.back).Models(a.Content.Particle, b.Content.Particle)
		if v == inclusion.Fails {
			letters = append([]content.Letter{}, word...)
		}
		w.found[key] = letters
	}
	return letters, letters != nil
}

// word puts in a shortest sequence of children that the other type refuses.
func (d differ) word(a, b *xsd.ComplexType, yield func(filler) bool) bool {
	if a.Content.Kind == xsd.SimpleContent || b.Content.Kind == xsd.SimpleContent {
		return true
	}
	letters, differ := d.words.telling(a, b)
	if !differ {
		return true
	}
	model := content.Tree(a.Content.Particle)
	return yield(func(b *sample.Builder, e *sample.Draft, t xsd.Type) bool {
		ids := b.IDs
		if !b.Fill(e, t, nil) {
			return false
		}
		e.Kids, b.IDs = nil, ids
		for i, letter := range letters {
			b.Turn = i
			k := spell(b, letter, model, d.here.language())
			if k == nil {
				return false
			}
			e.Kids = append(e.Kids, k)
		}
		b.Turn = 0
		return true
	})
}

// spell returns an element for a letter of a content model.
func spell(b *sample.Builder, letter content.Letter, model *content.Node, l inclusion.Language) *sample.Draft {
	if letter.Other {
		space := letter.Name.Space
		if space == "\x00" {
			space = "urn:any"
		}
		return &sample.Draft{Name: xsd.QName{Space: space, Local: "any"}}
	}
	if e := declared(letter, model, l); e != nil {
		return b.Exactly(e)
	}
	return &sample.Draft{Name: letter.Name}
}

// declared returns the element that a letter stands for: one of the model or,
// where a wildcard takes it, of the schema; nil for none.
func declared(letter content.Letter, model *content.Node, l inclusion.Language) *xsd.ElementDecl {
	var found *xsd.ElementDecl
	model.Elements(func(k *content.Node) {
		for _, e := range l.Schema.Substitutes(k.Elem) {
			if found == nil && l.Names.Name(e.Name) == letter.Name {
				found = e
			}
		}
	})
	for _, e := range l.Schema.Elements() {
		if found == nil && l.Names.Name(e.Name) == letter.Name {
			found = e
		}
	}
	return found
}
