package witness

import (
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/sample"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// anyAttributes puts in attributes that a wildcard takes: declared ones, and
// unknown ones of all namespaces. The other version may have no wildcard.
func (d differ) anyAttributes(w, other *xsd.Wildcard, yield func(filler) bool) bool {
	if w == nil {
		return true
	}
	for _, v := range []*version{d.here, d.there} {
		for _, g := range v.side.Schema.Attributes() {
			if !w.Namespaces.Allows(g.Name.Space) {
				continue
			}
			text, _ := d.here.builder().Text(g.Type)
			if !yield(having(g.Name, text)) || !yield(having(g.Name, "!")) {
				return false
			}
		}
	}
	var others []*xsd.Wildcard
	if other != nil {
		others = append(others, other)
	}
	for _, space := range d.here.builder().Spaces(w, others...) {
		if w.Namespaces.Allows(space) && !yield(having(xsd.QName{Space: space, Local: "any"}, "!")) {
			return false
		}
	}
	return true
}

// anyChildren puts in elements that a wildcard takes, and of what the other version's
// take.
func (d differ) anyChildren(p *xsd.Particle, w *xsd.Wildcard, others []*xsd.Wildcard, yield func(filler) bool) bool {
	for _, e := range anyElements(w, others, d.here, d.there) {
		if !yield(occurring(p, e)) {
			return false
		}
	}
	return true
}

// anyElements returns elements that a wildcard may take: unknown ones of all
// namespaces, those of others included, and those declared in either version, valid
// and not.
func anyElements(wild *xsd.Wildcard, others []*xsd.Wildcard, here, there *version) []*sample.Draft {
	b := here.builder()
	var list []*sample.Draft
	for _, space := range b.Spaces(wild, others...) {
		if wild.Namespaces.Allows(space) {
			list = append(list, &sample.Draft{Name: xsd.QName{Space: space, Local: "any"}})
		}
	}
	for _, v := range []*version{here, there} {
		for _, e := range v.side.Schema.Elements() {
			if !wild.Namespaces.Allows(e.Name.Space) || len(list) > maxAttempts {
				continue
			}
			if v == here {
				if k := b.Exactly(e); k != nil {
					list = append(list, k)
				}
			}
			list = append(list, &sample.Draft{Name: e.Name, Kids: []*sample.Draft{{Name: xsd.QName{Space: "urn:any", Local: "any"}}}})
		}
	}
	return list
}

// wildcardsOf returns the wildcards of a particle; nil has none.
func wildcardsOf(p *xsd.Particle) []*xsd.Wildcard {
	return inclusion.Wildcards(content.Tree(p))
}
