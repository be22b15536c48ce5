package compile

import (
	"sync"

	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// publishedAt says where the documents of namespaces are to be had that many
// schemas import by a URL, which is never opened.
var publishedAt = map[string]string{
	"http://schemas.xmlsoap.org/soap/envelope/": "http://schemas.xmlsoap.org/soap/envelope/",
	"http://schemas.xmlsoap.org/wsdl/":          "http://schemas.xmlsoap.org/wsdl/",
	"http://www.w3.org/2003/05/soap-encoding":   "http://www.w3.org/2003/05/soap-encoding/",
	"http://www.w3.org/2003/05/soap-envelope":   "http://www.w3.org/2003/05/soap-envelope/",
	"http://www.w3.org/1999/xlink":              "http://www.w3.org/1999/xlink.xsd",
	"http://www.w3.org/2000/09/xmldsig#":        "http://www.w3.org/TR/xmldsig-core/xmldsig-core-schema.xsd",
	"http://www.w3.org/2001/04/xmlenc#":         "http://www.w3.org/TR/xmlenc-core/xenc-schema.xsd",
	"http://www.w3.org/2005/08/addressing":      "http://www.w3.org/2006/03/addressing/ws-addr.xsd",
	"http://www.w3.org/1998/Math/MathML":        "http://www.w3.org/Math/XMLSchema/mathml3/mathml3.xsd",
	"http://www.w3.org/1999/xhtml":              "http://www.w3.org/2002/08/xhtml/xhtml1-strict.xsd",
	"http://www.opengis.net/gml":                "http://schemas.opengis.net/gml/",
	"http://www.opengis.net/gml/3.2":            "http://schemas.opengis.net/gml/3.2.1/gml.xsd",
	"urn:oasis:names:tc:SAML:2.0:assertion":     "http://docs.oasis-open.org/security/saml/v2.0/saml-schema-assertion-2.0.xsd",
}

// published is a hint at where the document of a namespace is to be had.
func published(namespace string) string {
	if written[namespace] != nil {
		return "; wbxgen document " + namespace + " writes a document of it: put that beside the schema, and its place into schemaLocation"
	}
	if url := publishedAt[namespace]; url != "" {
		return "; it is published at " + url + ": put a copy beside the schema, and its place into schemaLocation"
	}
	return ""
}

// xmlAttributes are the attributes of the namespace that the prefix xml is
// bound to. Schema documents import it from a place that is seldom at hand.
var xmlAttributes = sync.OnceValue(newXMLAttributes)

func newXMLAttributes() map[string]*xsd.AttributeDecl {
	simple := func(name string) *xsd.SimpleType { return xsd.Builtin(name).(*xsd.SimpleType) }
	space, _ := simple("NCName").Datatype.Restrict([]datatype.Facet{
		{Kind: datatype.EnumerationFacet, Value: "default"}, {Kind: datatype.EnumerationFacet, Value: "preserve"},
	})
	empty, _ := simple("string").Datatype.Restrict([]datatype.Facet{{Kind: datatype.EnumerationFacet, Value: ""}})
	emptyType := &xsd.SimpleType{Base: simple("string"), Method: xsd.Restriction, Variety: datatype.AtomicVariety, Datatype: empty}
	types := map[string]*xsd.SimpleType{
		"lang": {Base: xsd.AnySimpleType, Method: xsd.UnionDerivation, Variety: datatype.UnionVariety,
			Members:  []*xsd.SimpleType{simple("language"), emptyType},
			Datatype: datatype.Union(simple("language").Datatype, empty)},
		"space": {Base: simple("NCName"), Method: xsd.Restriction, Variety: datatype.AtomicVariety, Datatype: space},
		"base":  simple("anyURI"),
		"id":    simple("ID"),
	}
	all := map[string]*xsd.AttributeDecl{}
	for name, t := range types {
		all[name] = &xsd.AttributeDecl{Name: xsd.QName{Space: xsd.XMLNamespace, Local: name}, Type: t, Global: true}
	}
	return all
}
