package compile

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// SOAPEncoding is the namespace of the encoding of SOAP 1.1.
const SOAPEncoding = "http://schemas.xmlsoap.org/soap/encoding/"

// written are the documents that this program can write, by namespace.
var written = map[string]func() string{
	xsd.Namespace:    schemaForSchemas,
	xsd.XMLNamespace: xmlDocument,
	SOAPEncoding:     soapEncoding,
}

// Published returns the namespaces for which [PublishedDocument] has one, in
// order.
func Published() []string { return slices.Sorted(maps.Keys(written)) }

// PublishedDocument returns a schema document of a namespace that many schemas
// import by a URL, which is never opened: to be put beside them. It says what
// the published one says in words of its own. It is "" where there is none.
func PublishedDocument(namespace string) string {
	if write := written[namespace]; write != nil {
		return write()
	}
	return ""
}

const documentTop = `<?xml version="1.0" encoding="UTF-8"?>
<!-- %s, as far as schemas refer to it. Written by wbxgen. -->
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"%s targetNamespace=%q%s>
`

// xmlDocument is the document of the xml namespace: what is built in here and
// in other processors is not.
func xmlDocument() string {
	return fmt.Sprintf(documentTop, "The attributes whose prefix is xml", "", xsd.XMLNamespace, "") + `  <xs:attribute name="lang">
    <xs:simpleType>
      <xs:union memberTypes="xs:language">
        <xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value=""/></xs:restriction></xs:simpleType>
      </xs:union>
    </xs:simpleType>
  </xs:attribute>
  <xs:attribute name="space">
    <xs:simpleType>
      <xs:restriction base="xs:NCName"><xs:enumeration value="default"/><xs:enumeration value="preserve"/></xs:restriction>
    </xs:simpleType>
  </xs:attribute>
  <xs:attribute name="base" type="xs:anyURI"/>
  <xs:attribute name="id" type="xs:ID"/>
  <xs:attributeGroup name="specialAttrs">
    <xs:attribute ref="xml:base"/>
    <xs:attribute ref="xml:lang"/>
    <xs:attribute ref="xml:space"/>
    <xs:attribute ref="xml:id"/>
  </xs:attributeGroup>
</xs:schema>
`
}

// soapTypes are the built-in types that have an element and a type of their
// name in the SOAP encoding: the value with an id or a reference beside it.
var soapTypes = strings.Fields(`duration dateTime time date gYearMonth gYear gMonthDay gDay gMonth boolean base64Binary hexBinary float double anyURI
	QName string normalizedString token language Name NMTOKEN NCName NMTOKENS ID IDREF ENTITY IDREFS ENTITIES decimal integer nonPositiveInteger
	negativeInteger long int short byte nonNegativeInteger unsignedLong unsignedInt unsignedShort unsignedByte positiveInteger`)

// soapEncoding is the document of section 5 of SOAP 1.1.
func soapEncoding() string {
	var b strings.Builder
	fmt.Fprintf(&b, documentTop, "The encoding of SOAP 1.1", ` xmlns:tns="`+SOAPEncoding+`"`, SOAPEncoding, "")
	b.WriteString(`  <xs:attribute name="root">
    <xs:simpleType><xs:restriction base="xs:boolean"><xs:pattern value="0|1"/></xs:restriction></xs:simpleType>
  </xs:attribute>
  <xs:attributeGroup name="commonAttributes">
    <xs:attribute name="id" type="xs:ID"/>
    <xs:attribute name="href" type="xs:anyURI"/>
    <xs:anyAttribute namespace="##other" processContents="lax"/>
  </xs:attributeGroup>
  <xs:simpleType name="arrayCoordinate"><xs:restriction base="xs:string"/></xs:simpleType>
  <xs:attribute name="arrayType" type="xs:string"/>
  <xs:attribute name="offset" type="tns:arrayCoordinate"/>
  <xs:attributeGroup name="arrayAttributes">
    <xs:attribute ref="tns:arrayType"/>
    <xs:attribute ref="tns:offset"/>
  </xs:attributeGroup>
  <xs:attribute name="position" type="tns:arrayCoordinate"/>
  <xs:attributeGroup name="arrayMemberAttributes"><xs:attribute ref="tns:position"/></xs:attributeGroup>
  <xs:simpleType name="base64"><xs:restriction base="xs:base64Binary"/></xs:simpleType>
  <xs:element name="anyType"/>
  <xs:element name="NOTATION" type="xs:QName"/>
`)
	for _, name := range []string{"Array", "Struct"} {
		own := ""
		if name == "Array" {
			own = `<xs:attributeGroup ref="tns:arrayAttributes"/>`
		}
		fmt.Fprintf(&b, `  <xs:group name=%q><xs:sequence><xs:any minOccurs="0" maxOccurs="unbounded" processContents="lax"/></xs:sequence></xs:group>
  <xs:element name=%q type="tns:%s"/>
  <xs:complexType name=%q>
    <xs:group ref="tns:%s" minOccurs="0"/>
    %s<xs:attributeGroup ref="tns:commonAttributes"/>
  </xs:complexType>
`, name, name, name, name, name, own)
	}
	for _, name := range soapTypes {
		fmt.Fprintf(&b, `  <xs:element name=%q type="tns:%s"/>
  <xs:complexType name=%q>
    <xs:simpleContent><xs:extension base="xs:%s"><xs:attributeGroup ref="tns:commonAttributes"/></xs:extension></xs:simpleContent>
  </xs:complexType>
`, name, name, name, name)
	}
	b.WriteString("</xs:schema>\n")
	return b.String()
}

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
