package compile

import (
	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// followAll loads the documents that d refers to.
func (ld *loader) followAll(d *document) {
	for e := range d.root.Elements() {
		if e.Space != xsd.Namespace {
			continue
		}
		switch e.Local {
		case "include":
			ld.include(d, e)
		case "import":
			ld.importDocument(d, e)
		case "redefine":
			ld.redefine(d, e)
		}
	}
}

// include follows an include or redefine element (Part 1 §4.2.1, §4.2.2) and
// returns the document, or nil.
func (ld *loader) include(d *document, e *xmltree.Element) *document {
	code := "src-" + e.Local
	name, tree, sum := ld.locate(d, e, code)
	if tree == nil {
		return nil
	}
	if !ld.rootElement(name, tree) {
		return nil
	}
	tns, _ := tree.Root.Attr("", "targetNamespace")
	if ns := collapse(tns.Value); ns != "" && ns != d.namespace {
		ld.log.diags.Error(posOf(e, "schemaLocation"), code+".2.1",
			"%s has the target namespace %q, but only a document with %s may be included here", ld.set.Path(name), ns, namespaceWords(d.namespace)).
			See(tns.Pos, "its target namespace")
		return nil
	}
	included := ld.loadTree(name, tree, sum, d.namespace)
	if included != nil {
		d.includes, d.refers = append(d.includes, included), append(d.refers, included)
	}
	return included
}

func namespaceWords(ns string) string {
	if ns == "" {
		return "no target namespace"
	}
	return "the target namespace \"" + ns + "\" or none"
}

// locate finds and parses the document that a schemaLocation names.
func (ld *loader) locate(d *document, e *xmltree.Element, code string) (string, *xmltree.Document, [32]byte) {
	location, ok := e.Attr("", "schemaLocation")
	if !ok {
		return "", nil, [32]byte{}
	}
	reference := collapse(location.Value)
	name, inside := ld.set.Resolve(d.file, reference)
	switch {
	case !inside:
		ld.leadsNowhere(d, e, code, ld.outside(d, reference))
		return "", nil, [32]byte{}
	case !ld.set.Has(name):
		ld.leadsNowhere(d, e, code, ld.absent(d, name))
		return "", nil, [32]byte{}
	}
	tree, sum := ld.parse(name, location.Pos)
	return name, tree, sum
}

// leadsNowhere reports an include or redefine whose location leads to no
// document. That of an include is no error (Part 1 §4.2.1): what is undefined
// in the end speaks for itself. A redefine that defines something has nothing
// to redefine (§4.2.2).
func (ld *loader) leadsNowhere(d *document, e *xmltree.Element, code string, l lost) {
	pos := posOf(e, "schemaLocation")
	if e.Local == "redefine" && child(e, "simpleType", "complexType", "group", "attributeGroup") != nil {
		ld.log.missing(pos, code, "%s", l.why).Remedy = l.remedy
		return
	}
	ld.log.diags.Warning(pos, code, "nothing is included: %s", l.why).Remedy = l.remedy
	if _, known := ld.sy.lost[d.namespace]; !known {
		ld.sy.lost[d.namespace] = pos
	}
}

// redefine follows a redefine element and keeps its definitions for later:
// they replace others once all documents are in (Part 1 §4.2.2).
func (ld *loader) redefine(d *document, e *xmltree.Element) {
	target := ld.include(d, e)
	for child := range e.Elements() {
		kind, ok := globalKinds[child.Local]
		if child.Space != xsd.Namespace || !ok {
			continue
		}
		if target == nil {
			if !ld.log.lax {
				continue
			}
			target = d
		}
		ld.sy.redefined = append(ld.sy.redefined, redefinition{kind: kind, e: child, doc: d, target: target})
	}
}
