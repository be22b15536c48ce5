package diff_test

import "github.com/wbxgen/wbxgen/internal/diff/change"

// inSequence fits local elements that stand in a sequence.
func inSequence(e, parent *xmlElement) bool {
	return e.local() == "element" && parent.local() == "sequence" && e.get("name") != "" && e.get("ref") == ""
}

func optional(e *xmlElement) bool { return e.get("minOccurs") == "0" }

func single(e *xmlElement) bool { return e.get("maxOccurs") == "" || e.get("maxOccurs") == "1" }

func required(e *xmlElement) bool { return e.get("minOccurs") == "" || e.get("minOccurs") == "1" }

// sequenceOf fits the sequences that are all that types themselves have.
func typeSequence(e, parent *xmlElement) bool {
	return e.local() == "sequence" && (parent.local() == "extension" || parent.local() == "complexType")
}

// always fits elements that occur once in each sequence that does.
func always(e, parent *xmlElement) bool {
	return inSequence(e, parent) && required(e) && single(e) && required(parent) && single(parent)
}

// insert puts a new element into a sequence.
func insert(id, occurs string) mutator {
	return editing(change.ID(id), typeSequence, func(r *mutation, e, _ *xmlElement) {
		r.insert(e, tag("element", "name", "zyxAddedZyx", "type", "xsd:string", "minOccurs", occurs))
	})
}

// insert puts an element somewhere into a sequence.
func (r *mutation) insert(sequence *xmlElement, e *xmlElement) {
	i := r.IntN(len(sequence.kids) + 1)
	sequence.kids = append(sequence.kids[:i:i], append([]*xmlElement{e}, sequence.kids[i:]...)...)
}

func setting(name, value string) func(*mutation, *xmlElement, *xmlElement) {
	return func(_ *mutation, e, _ *xmlElement) { e.set(name, value) }
}

// substituting puts a substitution group into both versions before it edits.
func substituting(id change.ID, change func(doc, head *xmlElement)) mutator {
	return mutator{id: id, change: func(r *mutation, doc *xmlElement) bool {
		sequence, _ := r.pick(doc, typeSequence)
		if sequence == nil {
			return false
		}
		head := tag("element", "name", "zyxHead", "type", "xsd:string")
		doc.add(head, member(doc, "zyxMember"))
		r.insert(sequence, tag("element", "ref", doc.own("zyxHead")))
		r.agree()
		change(doc, head)
		return true
	}}
}

func member(doc *xmlElement, name string) *xmlElement {
	return tag("element", "name", name, "type", "xsd:string", "substitutionGroup", doc.own("zyxHead"))
}

var elementMutators = []mutator{
	insert("element-added-optional", "0"),
	insert("element-added-required", "1"),
	editing("element-removed-optional", func(e, p *xmlElement) bool { return inSequence(e, p) && optional(e) && len(p.kids) > 2 }, removal),
	editing("element-removed-required", func(e, p *xmlElement) bool { return inSequence(e, p) && required(e) && required(p) && len(p.kids) > 2 }, removal),
	editing("element-renamed", inSequence, func(_ *mutation, e, _ *xmlElement) { e.set("name", e.get("name")+"Zyx") }),
	editing("element-case-changed", inSequence, func(_ *mutation, e, _ *xmlElement) { e.set("name", flipCase(e.get("name"))) }),
	editing("element-moved", func(e, p *xmlElement) bool {
		return inSequence(e, p) && len(p.kids) > 3 && p.index(e) == 0 && single(p)
	}, func(_ *mutation, e, p *xmlElement) {
		p.remove(e)
		p.add(e)
	}),
	editing("element-wrapped", always, func(_ *mutation, e, p *xmlElement) {
		p.kids[p.index(e)] = tag("element", "name", "zyxWrapper").of(tag("complexType").of(tag("sequence").of(e)))
	}),
	editing("element-became-optional", func(e, p *xmlElement) bool { return inSequence(e, p) && required(e) && required(p) }, setting("minOccurs", "0")),
	editing("element-became-required", func(e, p *xmlElement) bool { return inSequence(e, p) && optional(e) && required(p) }, setting("minOccurs", "1")),
	editing("element-became-repeated", func(e, p *xmlElement) bool { return inSequence(e, p) && single(e) && single(p) }, setting("maxOccurs", "unbounded")),
	editing("element-became-single", func(e, p *xmlElement) bool { return inSequence(e, p) && !single(e) && single(p) }, setting("maxOccurs", "1")),
	editing("min-occurs-increased", always, func(r *mutation, e, _ *xmlElement) {
		e.set("minOccurs", "2")
		e.set("maxOccurs", "9")
		r.agree()
		e.set("minOccurs", "3")
	}),
	editing("max-occurs-decreased", func(e, p *xmlElement) bool {
		return inSequence(e, p) && e.get("maxOccurs") == "unbounded" && single(p)
	}, setting("maxOccurs", "7")),
	editing("nillable-added", func(e, p *xmlElement) bool { return inSequence(e, p) && e.get("nillable") == "" }, setting("nillable", "true")),
	editing("element-form-changed", func(e, p *xmlElement) bool { return inSequence(e, p) && e.get("form") == "" }, setting("form", "unqualified")),
	substituting("element-became-abstract", func(_, head *xmlElement) { head.set("abstract", "true") }),
	substituting("substitution-member-added", func(doc, _ *xmlElement) { doc.add(member(doc, "zyxOther")) }),
	editing("identity-constraint-added", typeSequence, func(r *mutation, e, _ *xmlElement) {
		item := tag("element", "name", "zyxItem", "form", "unqualified", "minOccurs", "0", "maxOccurs", "unbounded").
			of(tag("complexType").of(tag("attribute", "name", "zyx", "type", "xsd:string")))
		list := tag("element", "name", "zyxList").of(tag("complexType").of(tag("sequence").of(item)))
		r.insert(e, list)
		r.agree()
		list.add(tag([]string{"unique", "key"}[r.IntN(2)], "name", "zyxUnique").of(tag("selector", "xpath", "zyxItem"), tag("field", "xpath", "@zyx")))
	}),
	editing("identity-constraint-changed", typeSequence, func(r *mutation, e, _ *xmlElement) {
		item := tag("element", "name", "zyxItem", "form", "unqualified", "minOccurs", "0", "maxOccurs", "unbounded").
			of(tag("complexType").of(tag("attribute", "name", "zyx", "type", "xsd:string"), tag("attribute", "name", "xyz", "type", "xsd:string")))
		list := tag("element", "name", "zyxList").of(tag("complexType").of(tag("sequence").of(item)))
		field := tag("field", "xpath", "@zyx")
		list.add(tag([]string{"unique", "key"}[r.IntN(2)], "name", "zyxUnique").of(tag("selector", "xpath", "zyxItem"), field))
		r.insert(e, list)
		r.agree()
		field.set("xpath", "@xyz")
	}),
	editing("identity-constraint-renamed", typeSequence, func(r *mutation, e, _ *xmlElement) {
		item := tag("element", "name", "zyxItem", "form", "unqualified", "minOccurs", "0", "maxOccurs", "unbounded").
			of(tag("complexType").of(tag("attribute", "name", "zyx", "type", "xsd:string")))
		list := tag("element", "name", "zyxList").of(tag("complexType").of(tag("sequence").of(item)))
		unique := tag("unique", "name", "zyxUnique").of(tag("selector", "xpath", "zyxItem"), tag("field", "xpath", "@zyx"))
		r.insert(e, list.of(unique))
		r.agree()
		unique.set("name", "xyzUnique")
	}),
	{id: "namespace-changed", change: renameCommon},
}

func removal(_ *mutation, e, p *xmlElement) { p.remove(e) }

// renameCommon gives the namespace that all documents share another name. That
// of a service is the name of the service, whose change is another rule's.
func renameCommon(r *mutation, _ *xmlElement) bool {
	if r.from["common/common.xsd"] == nil {
		return false
	}
	const from, to = "http://www.webex.com/schemas/2002/06/common", "http://www.webex.com/schemas/2003/06/common"
	for name := range r.from {
		doc := r.edit(name)
		for i, a := range doc.attrs {
			if a[1] == from {
				doc.attrs[i][1] = to
			}
		}
		for _, k := range doc.kids {
			if k.get("namespace") == from {
				k.set("namespace", to)
			}
		}
	}
	return true
}
