package compile

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// newWildcard reads any and anyAttribute (Part 1 §3.10.2).
func newWildcard(log *ledger, d *document, e *xmltree.Element) *xsd.Wildcard {
	log.count(e.Pos)
	w := &xsd.Wildcard{Pos: e.Pos, Annotations: annotations(e), Namespaces: namespaceConstraint(d, e)}
	switch {
	case attrIs(e, "processContents", "lax"):
		w.Process = xsd.Lax
	case attrIs(e, "processContents", "skip"):
		w.Process = xsd.Skip
	}
	return w
}

func namespaceConstraint(d *document, e *xmltree.Element) xsd.NamespaceConstraint {
	a, ok := e.Attr("", "namespace")
	text := collapse(a.Value)
	switch {
	case !ok || text == "##any":
		return xsd.NamespaceConstraint{Any: true}
	case text == "##other":
		return xsd.NamespaceConstraint{Not: true, Names: []string{d.namespace}}
	}
	names := datatype.Words(text)
	for i, n := range names {
		switch n {
		case "##targetNamespace":
			names[i] = d.namespace
		case "##local":
			names[i] = ""
		}
	}
	slices.Sort(names)
	return xsd.NamespaceConstraint{Names: slices.Compact(names)}
}
