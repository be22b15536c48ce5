package diff_test

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// usedType returns a named complex type of a document that an element of the
// document is of, with such an element.
func (r *mutation) usedType(doc *xmlElement) (t, use *xmlElement) {
	use, _ = r.pick(doc, func(e, p *xmlElement) bool {
		t := doc.typeOf(e)
		return inSequence(e, p) && t != nil && t.child("sequence") != nil && t.get("final") == "" && len(t.child("sequence").kids) > 1
	})
	if use == nil {
		return nil, nil
	}
	return doc.typeOf(use), use
}

// typeOf returns the named complex type of the document that an element is of.
func (e *xmlElement) typeOf(use *xmlElement) *xmlElement {
	for _, k := range e.kids {
		if k.local() == "complexType" && e.own(k.get("name")) == use.get("type") {
			return k
		}
	}
	return nil
}

// typing is a mutator for a type that an element is of.
func typing(id change.ID, change func(r *mutation, doc, t, use *xmlElement)) mutator {
	return mutator{id: id, change: func(r *mutation, doc *xmlElement) bool {
		t, use := r.usedType(doc)
		if t == nil {
			return false
		}
		change(r, doc, t, use)
		return true
	}}
}

// derive returns a type that extends another one of the document.
func derive(doc, t *xmlElement, name string) *xmlElement {
	return extend(name, doc.own(t.get("name")), elementNamed("zyx"))
}

// extend returns a type with elements in addition to those of its base.
func extend(name, base string, elements ...*xmlElement) *xmlElement {
	return tag("complexType", "name", name).of(tag("complexContent").of(tag("extension", "base", base).of(tag("sequence").of(elements...))))
}

// derived puts a type that extends another into both versions before it edits.
func derived(id change.ID, change func(t *xmlElement)) mutator {
	return typing(id, func(r *mutation, doc, t, _ *xmlElement) {
		doc.add(derive(doc, t, "zyxDerived"))
		r.agree()
		change(t)
	})
}

var typeMutators = []mutator{
	typing("type-equivalent", func(r *mutation, doc, t, use *xmlElement) {
		same := t.clone()
		same.set("name", "zyxSame")
		doc.add(same)
		r.agree()
		use.set("type", doc.own("zyxSame"))
	}),
	typing("type-replaced", func(r *mutation, doc, t, use *xmlElement) {
		other := t.clone()
		other.set("name", "zyxOther")
		other.child("sequence").add(tag("element", "name", "zyx", "type", "xsd:string", "minOccurs", "0"))
		doc.add(other)
		r.agree()
		use.set("type", doc.own("zyxOther"))
	}).with("element-added-optional"),
	typing("base-type-reparented", func(r *mutation, doc, t, _ *xmlElement) {
		sequence := t.child("sequence")
		doc.add(tag("complexType", "name", "zyxBase").of(tag("sequence").of(sequence.kids[0].clone())))
		r.agree()
		t.remove(sequence)
		sequence.kids = sequence.kids[1:]
		x := tag("extension", "base", doc.own("zyxBase")).of(sequence)
		x.add(slices.DeleteFunc(slices.Clone(t.kids), func(k *xmlElement) bool { return k.local() == "annotation" })...)
		t.kids = []*xmlElement{tag("complexContent").of(x)}
	}),
	typing("derived-type-added", func(_ *mutation, doc, t, _ *xmlElement) { doc.add(derive(doc, t, "zyxDerived")) }),
	derived("type-became-abstract", func(t *xmlElement) { t.set("abstract", "true") }),
	derived("block-changed", func(t *xmlElement) { t.set("block", "extension") }),
	editing("final-changed", innerType, setting("final", "restriction")),
	typing("type-renamed", func(_ *mutation, doc, t, _ *xmlElement) {
		was := doc.own(t.get("name"))
		t.set("name", t.get("name")+"Zyx")
		is := doc.own(t.get("name"))
		doc.all(func(e, _ *xmlElement) bool {
			for _, a := range []string{"type", "base"} {
				if e.get(a) == was {
					e.set(a, is)
				}
			}
			return false
		})
	}),
	{id: "type-extracted", change: func(r *mutation, doc *xmlElement) bool {
		t, e := r.pick(doc, func(t, e *xmlElement) bool {
			return t.local() == "complexType" && t.get("name") == "" && e.local() == "element"
		})
		if t == nil {
			return false
		}
		e.remove(t)
		e.set("type", doc.own("zyxExtracted"))
		t.set("name", "zyxExtracted")
		doc.add(t)
		return true
	}},
	whole("type-added", func(_ *mutation, doc *xmlElement) {
		doc.add(tag("complexType", "name", "zyxType").of(tag("sequence")))
	}),
	whole("root-element-added", func(_ *mutation, doc *xmlElement) { doc.add(tag("element", "name", "zyx", "type", "xsd:string")) }),
}

var documentationMutators = []mutator{
	editing("deprecation-added", inSequence, func(_ *mutation, e, _ *xmlElement) { e.document("Deprecated: use another.") }),
	{id: "documentation-changed", docs: true, change: func(r *mutation, doc *xmlElement) bool {
		e, _ := r.pick(doc, inSequence)
		if e == nil {
			return false
		}
		e.document("Something else.")
		return true
	}},
}

// document replaces the annotation of a component.
func (e *xmlElement) document(text string) {
	e.kids = slices.DeleteFunc(e.kids, func(k *xmlElement) bool { return k.local() == "annotation" })
	note := tag("documentation")
	note.text = text
	e.kids = append([]*xmlElement{tag("annotation").of(note)}, e.kids...)
}
