package witness

import (
	"iter"

	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// values yields documents with texts that tell the types of a value apart.
func (i ideas) values() iter.Seq[attempt] {
	return func(yield func(attempt) bool) {
		place := i.site.place
		try := func(texts []string) bool {
			for _, text := range texts {
				f := texting(text)
				if place.use != nil {
					f = having(place.use.Decl.Name, text)
				}
				if !yield(attempt{place, f}) {
					return false
				}
			}
			return true
		}
		if try(i.site.listed()) { // looking for other texts takes long
			try(texts(place.end, i.site.otherPlace, place.fixed()))
		}
	}
}

// listed returns the value that an enumeration has here and lacks there.
func (s site) listed() []string {
	if f, ok := s.part.here.At.(*xsd.Facet); ok && f.Name == datatype.EnumerationFacet {
		return []string{f.Value}
	}
	return nil
}

// fixed returns the value that the place at the end of a way must have, "" for
// any.
func (w way) fixed() string {
	var v *xsd.ValueConstraint
	switch {
	case w.use != nil:
		v = w.use.Effective()
	case w.last() != nil:
		v = w.last().decl.Value
	}
	if v == nil || !v.Fixed {
		return ""
	}
	return v.Lexical
}

// texts returns texts of a type that the other refuses, then other ones.
func texts(t, other xsd.Type, fixed string) []string {
	a := textOfType(t)
	if a == nil {
		return nil
	}
	var list []string
	if b := textOfType(other); b != nil {
		list = inclusion.TellingTexts(a.Datatype, b.Datatype)
	}
	list = list[:min(len(list), maxTexts)]
	if fixed != "" {
		list = append([]string{fixed}, list...)
	}
	valid := inclusion.ValidTexts(a.Datatype)
	list = append(list, valid[:min(len(valid), maxTexts)]...)
	return append(list, "!", "dangling")
}
