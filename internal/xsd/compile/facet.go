package compile

import (
	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// facets reads the facet children of a restriction and applies them to the
// base's value space.
func (st *simples) facets(d *document, e *xmltree.Element, base *xsd.SimpleType) ([]xsd.Facet, *datatype.Type) {
	facets := make([]xsd.Facet, 0, len(e.Nodes))
	given := make([]datatype.Facet, 0, len(e.Nodes))
	for child := range e.Elements() {
		kind, ok := datatype.FacetKindOf(child.Local)
		if child.Space != xsd.Namespace || !ok {
			continue
		}
		value, ok := child.Attr("", "value")
		if !ok {
			continue
		}
		f := xsd.Facet{Name: kind, Value: value.Value, Fixed: boolAttr(child, "fixed"), Pos: value.Pos, Annotations: annotations(child)}
		facets = append(facets, f)
		given = append(given, datatype.Facet{Kind: kind, Value: value.Value, Fixed: f.Fixed, NS: valueContext(d, child)})
	}
	broken := base != xsd.AnySimpleType && base.Datatype == xsd.AnySimpleType.Datatype
	if len(given) == 0 || broken {
		return facets, base.Datatype
	}
	if isNotation(base) {
		st.wantNotations(d, e)
	}
	t, problems := base.Datatype.Restrict(given)
	for _, p := range problems {
		st.log.diags.Error(facets[p.Index].Pos, p.Code, "%s", p.Msg)
	}
	return facets, t
}
