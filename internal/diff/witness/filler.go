package witness

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/sample"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// filler gives an element of a type what it needs, and something telling.
type filler func(b *sample.Builder, d *sample.Draft, t xsd.Type) bool

// minimal is the filler that adds nothing.
func minimal(b *sample.Builder, d *sample.Draft, t xsd.Type) bool { return b.Fill(d, t, nil) }

// wanting is the filler that wants a particle.
func wanting(w sample.Want) filler {
	return func(b *sample.Builder, d *sample.Draft, t xsd.Type) bool { return b.Fill(d, t, &w) }
}

// occurring is the filler that has a particle as often as documents must, or
// once.
func occurring(p *xsd.Particle, child *sample.Draft) filler {
	w := sample.Want{Particle: p, Count: max(p.Min, 1)}
	if child != nil {
		w.Child = func() *sample.Draft { return child }
	}
	return wanting(w)
}

// texting is the filler that sets the text.
func texting(text string) filler {
	return func(b *sample.Builder, d *sample.Draft, t xsd.Type) bool {
		ok := b.Fill(d, t, nil)
		d.Text = text
		return ok
	}
}

// having is the filler that sets an attribute.
func having(name xsd.QName, text string) filler {
	return func(b *sample.Builder, d *sample.Draft, t xsd.Type) bool {
		ok := b.Fill(d, t, nil)
		d.Set(name, text)
		return ok
	}
}

// typed is the filler that names a type by xsi:type.
func typed(as xsd.Type) filler {
	return func(b *sample.Builder, d *sample.Draft, _ xsd.Type) bool {
		d.As = as.TypeName()
		b.As(as)
		return b.Fill(d, as, nil)
	}
}

// nothing is the filler for xsi:nil: attributes and no content.
func nothing(b *sample.Builder, d *sample.Draft, t xsd.Type) bool {
	ok := b.Fill(d, t, nil)
	d.Nil, d.Text, d.Kids = true, "", nil
	return ok
}

// full is the filler that adds what may be left out, for as many levels.
func full(levels int, f filler) filler {
	return func(b *sample.Builder, d *sample.Draft, t xsd.Type) bool {
		b.Full = levels
		ok := f(b, d, t)
		b.Full = 0
		return ok
	}
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

// beside is the filler that puts an element into its place among those that
// another filler gives, in the order of the content model.
func beside(q *xsd.ElementDecl, orderOf func(xsd.Type) *order, f filler) filler {
	return func(b *sample.Builder, d *sample.Draft, t xsd.Type) bool {
		if !f(b, d, t) {
			return false
		}
		order := orderOf(t).of
		i := slices.IndexFunc(d.Kids, func(k *sample.Draft) bool { return order[k.Name] >= order[q.Name] })
		if i >= 0 && d.Kids[i].Name == q.Name {
			return true
		}
		k := b.Exactly(q)
		if k == nil {
			return false
		}
		if i < 0 {
			i = len(d.Kids)
		}
		d.Kids = slices.Insert(d.Kids, i, k)
		return true
	}
}
