package witness

import (
	"iter"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// ideas are the documents that may tell two versions apart at a site.
type ideas struct {
	site        site
	here, there *version
	words       *words
}

// all yields the documents to try: first those about the very component that
// has changed, then whatever differs there.
func (i ideas) all() iter.Seq[attempt] {
	return func(yield func(attempt) bool) {
		for _, list := range []iter.Seq[attempt]{
			i.aboutPart(), i.values(), i.differing(i.site.place, i.site.otherPlace),
			i.differing(i.site.holder, i.site.otherHolder), i.plain(), i.repeated(),
		} {
			for a := range list {
				if a.fill != nil && !yield(a) {
					return
				}
			}
		}
	}
}

// plain yields the smallest documents.
func (i ideas) plain() iter.Seq[attempt] {
	return func(yield func(attempt) bool) {
		_ = yield(attempt{i.site.place, minimal}) && yield(attempt{i.site.holder, minimal})
	}
}

// aboutPart yields documents about the component that has changed.
func (i ideas) aboutPart() iter.Seq[attempt] {
	return func(yield func(attempt) bool) {
		if !i.constrained(yield) {
			return
		}
		switch a := i.site.part.here.At.(type) {
		case nil:
			if u, ok := i.site.part.there.At.(*xsd.AttributeUse); ok && !i.undeclared(u, yield) {
				return
			}
			yield(attempt{i.site.holder, minimal})
		case *xsd.Particle:
			i.particle(a, yield)
		case *xsd.ElementDecl:
			i.declared(a, yield)
		case *xsd.AttributeUse:
			i.attribute(a, yield)
		case xsd.Type:
			if a != i.site.place.end && !a.TypeName().IsZero() && !yield(attempt{i.site.place, typed(a)}) {
				return
			}
			i.standIns(i.site.place, yield)
		}
	}
}

// undeclared yields documents with an attribute that the other version alone declares,
// where it asks for other values than a wildcard does. It reports whether more is
// wanted.
func (i ideas) undeclared(u *xsd.AttributeUse, yield func(attempt) bool) bool {
	if t, ok := i.site.place.end.(*xsd.ComplexType); u.Required || !ok || t.AttributeWildcard == nil {
		return true
	}
	name := i.there.names.across(u.Decl.Name)
	for _, text := range []string{"!", "", "a"} {
		if !yield(attempt{i.site.place, having(name, text)}) {
			return false
		}
	}
	return true
}

// attribute yields documents with the attribute, unless it is its absence that
// tells.
func (i ideas) attribute(u *xsd.AttributeUse, yield func(attempt) bool) {
	other, ok := i.site.part.there.At.(*xsd.AttributeUse)
	if ok && other.Required && !u.Required && !yield(attempt{i.site.holder, minimal}) {
		return
	}
	if text, ok := i.here.builder().AttributeText(u); ok {
		yield(attempt{i.site.place, having(u.Decl.Name, text)})
	}
}

// differing yields documents that may show any difference between what two
// types accept at the end of a way.
func (i ideas) differing(to way, other xsd.Type) iter.Seq[attempt] {
	return func(yield func(attempt) bool) {
		if to.end == nil || other == nil || to.use != nil {
			return
		}
		d := differ{here: i.here, there: i.there, words: i.words, seen: map[pair[xsd.Type]]bool{}}
		d.types(to.end, other, 0, func(f filler) bool { return yield(attempt{to, f}) })
	}
}
