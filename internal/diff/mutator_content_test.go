package diff_test

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// innerType fits named complex types that are no requests or responses.
func innerType(e, parent *xmlElement) bool {
	return e.local() == "complexType" && parent.local() == "schema" && e.child("sequence") != nil && e.get("abstract") == "" && e.child("anyAttribute") == nil
}

// closedType fits complex types that are not extended: those without a name.
func unnamedSequence(e, parent *xmlElement) bool {
	return e.local() == "sequence" && parent.local() == "complexType" && parent.get("name") == "" && required(e) && single(e)
}

// several fits sequences of two elements or more that occur once each.
func several(e, parent *xmlElement) bool {
	return typeSequence(e, parent) && required(e) && single(e) && len(e.kids) > 1 &&
		!slices.ContainsFunc(e.kids, func(k *xmlElement) bool { return !always(k, e) })
}

// grouping puts a group into a sequence of both versions before it edits it.
func grouping(id change.ID, group func() *xmlElement, change func(r *mutation, group *xmlElement)) mutator {
	return editing(id, typeSequence, func(r *mutation, e, _ *xmlElement) {
		g := group()
		r.insert(e, g)
		r.agree()
		change(r, g)
	})
}

func elementNamed(name string, occurs ...string) *xmlElement {
	return tag("element", append([]string{"name", name, "type", "xsd:string"}, occurs...)...)
}

func choiceOfThree() *xmlElement {
	return tag("choice").of(elementNamed("zyxA"), elementNamed("zyxB"), elementNamed("zyxC"))
}

// wildcarding puts a wildcard into both versions before it edits it.
func wildcarding(id change.ID, change func(w *xmlElement)) mutator {
	return editing(id, innerType, func(r *mutation, e, _ *xmlElement) {
		w := tag("anyAttribute", "namespace", "urn:zyx urn:zy", "processContents", "lax")
		if r.IntN(2) == 0 {
			e.add(w)
		} else {
			w.name = "xsd:any"
			e.child("sequence").add(w)
		}
		r.agree()
		change(w)
	})
}

var contentMutators = []mutator{
	grouping("compositor-occurs-widened", func() *xmlElement { return tag("sequence").of(elementNamed("zyxA"), elementNamed("zyxB")) },
		func(r *mutation, g *xmlElement) {
			if r.IntN(2) == 0 {
				g.set("minOccurs", "0")
			} else {
				g.set("maxOccurs", "unbounded")
			}
		}),
	editing("compositor-occurs-narrowed", several, func(r *mutation, e, _ *xmlElement) {
		e.set("maxOccurs", "9")
		r.agree()
		e.set("maxOccurs", "8")
	}),
	editing("sequence-to-choice", several, func(_ *mutation, e, _ *xmlElement) { e.name = "xsd:choice" }),
	editing("sequence-to-all", func(e, p *xmlElement) bool {
		return unnamedSequence(e, p) && len(e.kids) > 1 && !slices.ContainsFunc(e.kids, func(k *xmlElement) bool { return k.local() != "element" || !single(k) })
	}, func(_ *mutation, e, _ *xmlElement) { e.name = "xsd:all" }),
	grouping("choice-branch-added", choiceOfThree, func(_ *mutation, g *xmlElement) { g.add(elementNamed("zyxD")) }),
	grouping("content-model-widened", func() *xmlElement {
		return tag("sequence").of(elementNamed("zyxA", "minOccurs", "2", "maxOccurs", "2"))
	},
		func(_ *mutation, g *xmlElement) {
			g.name = "xsd:choice"
			g.kids = []*xmlElement{tag("sequence").of(elementNamed("zyxA"), elementNamed("zyxA")), tag("sequence").of(elementNamed("zyxB"), elementNamed("zyxB"))}
		}),
	editing("content-model-incomparable", unnamedSequence, func(r *mutation, e, p *xmlElement) {
		p.kids[p.index(e)] = choiceOfThree()
		r.agree()
		p.child("choice").name = "xsd:all"
	}),
	grouping("content-model-equivalent", func() *xmlElement {
		return tag("sequence").of(elementNamed("zyxA"), elementNamed("zyxA", "minOccurs", "0"), elementNamed("zyxB"))
	},
		func(_ *mutation, g *xmlElement) {
			g.kids = []*xmlElement{elementNamed("zyxA", "maxOccurs", "2"), elementNamed("zyxB")}
		}),
	editing("content-kind-changed", func(e, p *xmlElement) bool {
		return inSequence(e, p) && e.child("complexType") != nil && e.child("complexType").child("sequence") != nil
	}, func(_ *mutation, e, _ *xmlElement) {
		e.remove(e.child("complexType"))
		e.set("type", "xsd:string")
	}),
	editing("mixed-added", innerType, setting("mixed", "true")),
	editing("wildcard-added", innerType, func(_ *mutation, e, _ *xmlElement) {
		e.add(tag("anyAttribute", "namespace", "##other", "processContents", "lax"))
	}),
	wildcarding("wildcard-namespace-widened", func(w *xmlElement) { w.set("namespace", "urn:zyx urn:zy urn:z") }),
	wildcarding("wildcard-namespace-changed", func(w *xmlElement) { w.set("namespace", "urn:zyx urn:z") }),
	wildcarding("process-contents-loosened", func(w *xmlElement) { w.set("processContents", "skip") }),
	wildcarding("process-contents-tightened", func(w *xmlElement) { w.set("processContents", "strict") }),
}

// attributing puts an attribute into both versions before it edits it.
func attributing(id change.ID, change func(a *xmlElement)) mutator {
	return editing(id, innerType, func(r *mutation, e, _ *xmlElement) {
		a := tag("attribute", "name", "zyx", "type", "xsd:NCName")
		e.add(a)
		r.agree()
		change(a)
	})
}

// newAttribute puts a new attribute into a type.
func newAttribute(id, use string) mutator {
	return editing(change.ID(id), innerType, func(_ *mutation, e, _ *xmlElement) {
		e.add(tag("attribute", "name", "zyx", "type", "xsd:string", "use", use))
	})
}

var attributeMutators = []mutator{
	newAttribute("attribute-added-optional", "optional"),
	newAttribute("attribute-added-required", "required"),
	attributing("attribute-became-required", func(a *xmlElement) { a.set("use", "required") }),
	attributing("attribute-form-changed", func(a *xmlElement) { a.set("form", "qualified") }),
	attributing("id-semantics-changed", func(a *xmlElement) { a.set("type", "xsd:ID") }),
	whole("global-attribute-added", func(_ *mutation, doc *xmlElement) { doc.add(tag("attribute", "name", "zyx", "type", "xsd:string")) }),
}
