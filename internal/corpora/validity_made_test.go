package corpora_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// ordered are the types with bounds, with texts of which each but the last is less than the one behind it.
var ordered = map[string][3]string{
	"decimal": {"-1.5", "1.50", "2"}, "integer": {"-100000000000000000000", "0", "7"}, "long": {"-1", "0", "7"}, "unsignedByte": {"0", "1", "7"},
	"float": {"-INF", "0", "1E3"}, "double": {"-1", "0.5", "INF"},
	"dateTime": {"2026-01-01T00:00:00Z", "2026-01-01T00:00:00-05:00", "2026-01-01T24:00:00-05:00"}, "date": {"2026-02-28", "2026-03-01", "2026-03-02"},
	"time": {"04:00:00Z", "23:00:00-05:00", "23:30:00-05:00"}, "duration": {"-P1M", "PT3600S", "P2D"},
	"gYear": {"-0004", "2026", "2027"}, "gYearMonth": {"2025-12", "2026-02", "2026-03"}, "gMonth": {"--01", "--02", "--03"},
	"gMonthDay": {"--02-28", "--02-29", "--03-01"}, "gDay": {"---01", "---30", "---31"},
}

// boundedKind bounds each type that has an order: under a name, where it has no name, and as
// a type without a name that restricts one with a name.
func boundedKind() judgedKind {
	k := judgedKind{name: "bounds of every type that has an order"}
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(ordered)) {
		texts := ordered[name]
		low := `<xs:minInclusive value="` + texts[1] + `"/>`
		fmt.Fprintf(&b, `<xs:simpleType name="named-%s"><xs:restriction base="xs:%[1]s">%s</xs:restriction></xs:simpleType>
			<xs:simpleType name="wide-%[1]s"><xs:restriction base="xs:%[1]s"/></xs:simpleType>
			<xs:element name="r-%[1]s"><xs:complexType><xs:attribute name="a" type="named-%[1]s"/>
			<xs:attribute name="b"><xs:simpleType><xs:restriction base="xs:%[1]s">%[2]s</xs:restriction></xs:simpleType></xs:attribute>
			<xs:attribute name="c"><xs:simpleType><xs:restriction base="wide-%[1]s">%[2]s</xs:restriction></xs:simpleType></xs:attribute>
			<xs:attribute name="d"><xs:simpleType><xs:restriction base="wide-%[1]s"><xs:maxExclusive value="%[3]s"/></xs:restriction></xs:simpleType></xs:attribute></xs:complexType></xs:element>`,
			name, low, texts[2])
		for _, a := range "abcd" {
			document := func(text string) string { return fmt.Sprintf(`<r-%s xmlns="urn:c" %c="%s"/>`, name, a, text) }
			k.right = append(k.right, document(texts[1]))
			if a == 'd' {
				k.right, k.wrong = append(k.right, document(texts[0])), append(k.wrong, document(texts[2]))
			} else {
				k.right, k.wrong = append(k.right, document(texts[2])), append(k.wrong, document(texts[0]))
			}
		}
	}
	k.schema = b.String()
	return k
}

// binaryKind has what restricts bytes, in each place where they can be.
func binaryKind() judgedKind {
	k := judgedKind{name: "patterns and lengths of bytes"}
	var b strings.Builder
	for _, f := range []struct{ name, facets, right, wrong string }{
		{"pattern", `<xs:pattern value="(00|FF)*"/>`, "00FF", "00AB"},
		{"both", `<xs:length value="2"/><xs:pattern value="[0-9A-F]*0"/>`, "ABC0", "ABCD"},
		{"length", `<xs:length value="2"/>`, "ABC0", "AB"},
	} {
		restriction := `<xs:simpleType><xs:restriction base="xs:hexBinary">` + f.facets + `</xs:restriction></xs:simpleType>`
		fmt.Fprintf(&b, `<xs:simpleType name="%s"><xs:restriction base="xs:hexBinary">%s</xs:restriction></xs:simpleType>
			<xs:complexType name="c-%[1]s"><xs:simpleContent><xs:extension base="%[1]s"><xs:attribute name="x"/></xs:extension></xs:simpleContent></xs:complexType>
			<xs:element name="r-%[1]s"><xs:complexType><xs:sequence><xs:element name="e" minOccurs="0" maxOccurs="2">%[3]s</xs:element><xs:element name="n" type="c-%[1]s" nillable="true" minOccurs="0"/><xs:element name="l" minOccurs="0"><xs:simpleType><xs:list>%[3]s</xs:list></xs:simpleType></xs:element></xs:sequence>
			<xs:attribute name="a" type="%[1]s"/><xs:attribute name="b">%[3]s</xs:attribute><xs:attribute name="l"><xs:simpleType><xs:list itemType="%[1]s"/></xs:simpleType></xs:attribute></xs:complexType></xs:element>`,
			f.name, f.facets, restriction)
		for _, place := range []string{` a="%s"/>`, ` b="%s"/>`, ` l="%s"/>`, `><e>%s</e></r>`, `><n>%s</n></r>`, `><l>%s</l></r>`} {
			document := func(text string) string {
				return "<r-" + f.name + ` xmlns="urn:c"` + strings.ReplaceAll(fmt.Sprintf(place, text), "</r>", "</r-"+f.name+">")
			}
			k.right, k.wrong = append(k.right, document(f.right)), append(k.wrong, document(f.wrong))
		}
	}
	k.schema = b.String()
	return k
}

// uriKind has URIs in each place.
func uriKind() judgedKind {
	k := judgedKind{name: "texts that are URIs", schema: `<xs:simpleType name="U"><xs:restriction base="xs:anyURI"/></xs:simpleType>
		<xs:simpleType name="S"><xs:restriction base="U"><xs:maxLength value="9"/></xs:restriction></xs:simpleType>
		<xs:simpleType name="L"><xs:list itemType="xs:anyURI"/></xs:simpleType>
		<xs:complexType name="C"><xs:simpleContent><xs:extension base="xs:anyURI"><xs:attribute name="x"/></xs:extension></xs:simpleContent></xs:complexType>
		<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="e" type="xs:anyURI" minOccurs="0" maxOccurs="2"/><xs:element name="n" type="U" nillable="true" minOccurs="0"/>
			<xs:element name="l" type="L" minOccurs="0"/><xs:element name="c" type="C" minOccurs="0"/><xs:element name="d" type="xs:anyURI" default="urn:d" minOccurs="0"/></xs:sequence>
			<xs:attribute name="a" type="xs:anyURI"/><xs:attribute name="b" type="U"/><xs:attribute name="s" type="S"/><xs:attribute name="l"><xs:simpleType><xs:list itemType="U"/></xs:simpleType></xs:attribute>
			<xs:attribute name="f" type="xs:anyURI" fixed="urn:f"/></xs:complexType></xs:element>
		<xs:element name="q"><xs:complexType><xs:attribute name="a" type="xs:anyURI" use="required"/></xs:complexType></xs:element><xs:element name="c" type="C"/>`}
	for _, place := range []string{
		`<r xmlns="urn:c" a="%s"/>`, `<r xmlns="urn:c" b="%s"/>`, `<r xmlns="urn:c" s="%s"/>`, `<r xmlns="urn:c" l="%s"/>`, `<r xmlns="urn:c"><e>%s</e></r>`, `<r xmlns="urn:c"><e/><e>%s</e></r>`,
		`<r xmlns="urn:c"><n>%s</n></r>`, `<r xmlns="urn:c"><l>%s</l></r>`, `<r xmlns="urn:c"><c>%s</c></r>`, `<r xmlns="urn:c"><d>%s</d></r>`, `<q xmlns="urn:c" a="%s"/>`, `<c xmlns="urn:c">%s</c>`,
	} {
		for _, text := range []string{"urn:x:y", "", "../a b#c", "\u00e9"} {
			k.right = append(k.right, fmt.Sprintf(place, text))
		}
		for _, text := range []string{"urn:", "a#b#c", "%%zz", "1:b"} {
			k.wrong = append(k.wrong, fmt.Sprintf(place, text))
		}
	}
	return k
}
