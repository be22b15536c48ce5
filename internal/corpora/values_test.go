package corpora_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/validate"
)

// schemaOf wraps declarations in a schema with a target namespace.
func schemaOf(declarations string) string {
	return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:c" xmlns="urn:c" elementFormDefault="qualified">` +
		declarations + `</xs:schema>`
}

const xsiDeclared = `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`

// primitives are built-in types with two values of each, both in a spelling that
// Go values do not have, where there is one, and its usual spelling.
var primitives = []struct {
	name          string
	odd, odd2     string
	usual, usual2 string
	pattern       string // that the odd spellings match, and the usual ones do not
	facet         string // another one, which all values have
}{
	{"decimal", "007.50", "100.00", "7.5", "100", `[0-9]{3}\.[0-9]{2}`, `<xs:maxInclusive value="500"/>`},
	{"integer", "0012", "+200", "12", "200", `0[0-9]{3}|\+[0-9]+`, `<xs:minInclusive value="5"/>`},
	{"int", "007", "042", "7", "42", `[0-9]{3}`, `<xs:minExclusive value="5"/>`},
	{"unsignedByte", "007", "042", "7", "42", `[0-9]{3}`, `<xs:totalDigits value="2"/>`},
	{"float", "1.50", "2E1", "1.5", "20", `[0-9]\.[0-9]{2}|[0-9]E[0-9]`, `<xs:maxExclusive value="30"/>`},
	{"double", "01.5", "1e3", "1.5", "1000", `0.*|.*e.*`, `<xs:minInclusive value="0.5"/>`},
	{"boolean", "1", "0", "true", "false", `[01]`, ``},
	{"dateTime", "2024-01-02T03:04:05.600Z", "2024-01-02T03:04:05+00:00", "2024-01-02T03:04:05.6Z", "2024-01-02T03:04:05Z", `.*0(Z|0)`, `<xs:minInclusive value="2000-01-01T00:00:00Z"/>`},
	{"date", "2024-01-02+00:00", "2024-02-02-00:00", "2024-01-02Z", "2024-02-02Z", `.*0:00`, `<xs:maxInclusive value="2100-01-01Z"/>`},
	{"time", "10:00:00.500", "24:00:00", "10:00:00.5", "00:00:00", `.*00|24.*`, ``},
	{"gYear", "2024+00:00", "2025-00:00", "2024Z", "2025Z", `.*:00`, `<xs:minInclusive value="1990Z"/>`},
	{"gYearMonth", "2024-01+00:00", "2025-02-00:00", "2024-01Z", "2025-02Z", `.*:00`, ``},
	{"gMonth", "--01+00:00", "--02-00:00", "--01Z", "--02Z", `.*:00`, ``},
	{"gMonthDay", "--01-02+00:00", "--02-03-00:00", "--01-02Z", "--02-03Z", `.*:00`, ``},
	{"gDay", "---01+00:00", "---02-00:00", "---01Z", "---02Z", `.*:00`, ``},
	{"duration", "PT3600S", "P12M", "PT1H", "P1Y", `PT[0-9]+S|P[0-9]+M`, ``},
	{"hexBinary", "0a1b", "ff00", "0A1B", "FF00", `[0-9a-f]*`, `<xs:length value="2"/>`},
	{"base64Binary", "YQ = =", "Y Q==", "YQ==", "YQ==", `.* .*`, `<xs:length value="1"/>`},
	{"string", "a", "b", "a", "b", `[ab]`, `<xs:maxLength value="1"/>`},
	{"token", " a ", "b", "a", "b", `[ab]`, `<xs:maxLength value="1"/>`},
	{"NMTOKEN", " 1a ", "b", "1a", "b", `[1ab]*`, `<xs:maxLength value="2"/>`},
	{"anyURI", " urn:a ", "urn:b", "urn:a", "urn:b", `urn:.`, `<xs:length value="5"/>`},
	{"language", " en ", "de", "en", "de", `..`, `<xs:maxLength value="2"/>`},
}

// places are contexts that a value of simple type can stand in: a declaration
// that refers to type T or has its facets inside, and a document for two values.
var places = []struct{ name, declaration, doc string }{
	{"element", `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="e" type="T" maxOccurs="2"/></xs:sequence></xs:complexType></xs:element>`,
		`<r xmlns="urn:c"><e>$1</e><e>$2</e></r>`},
	{"optional", `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="e" type="T" minOccurs="0"/><xs:element name="f" type="T"/></xs:sequence></xs:complexType></xs:element>`,
		`<r xmlns="urn:c"><e>$1</e><f>$2</f></r>`},
	{"attribute", `<xs:element name="r"><xs:complexType><xs:attribute name="a" type="T"/><xs:attribute name="b" type="T" use="required"/></xs:complexType></xs:element>`,
		`<r xmlns="urn:c" a="$1" b="$2"/>`},
	{"content", `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="e" maxOccurs="2"><xs:complexType><xs:simpleContent><xs:extension base="T"><xs:attribute name="x"/></xs:extension></xs:simpleContent></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>`,
		`<r xmlns="urn:c"><e x="1">$1</e><e>$2</e></r>`},
	{"nillable", `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="e" type="T" nillable="true" maxOccurs="3"/></xs:sequence></xs:complexType></xs:element>`,
		`<r xmlns="urn:c" ` + xsiDeclared + `><e>$1</e><e xsi:nil="true"/><e>$2</e></r>`},
	{"choice", `<xs:element name="r"><xs:complexType><xs:choice maxOccurs="unbounded"><xs:element name="e" type="T"/><xs:element name="f" type="T"/></xs:choice></xs:complexType></xs:element>`,
		`<r xmlns="urn:c"><f>$1</f><e>$2</e><f>$2</f></r>`},
	{"list", `<xs:simpleType name="L"><xs:list itemType="T"/></xs:simpleType><xs:element name="r"><xs:complexType><xs:sequence><xs:element name="e" type="L"/></xs:sequence><xs:attribute name="a" type="L"/></xs:complexType></xs:element>`,
		`<r xmlns="urn:c" a="$2 $1"><e>$1 $2</e></r>`},
	{"union", `<xs:simpleType name="U"><xs:union memberTypes="T xs:Name"/></xs:simpleType><xs:element name="r"><xs:complexType><xs:sequence><xs:element name="e" type="U" maxOccurs="3"/></xs:sequence></xs:complexType></xs:element>`,
		`<r xmlns="urn:c"><e>$1</e><e>name</e><e>$2</e></r>`},
}

// inPlaces makes a sample for each place: type T is given, and pairs of values.
func inPlaces(name, simpleType string, spaced bool, pairs ...[2]string) []sample {
	var list []sample
	for _, p := range places {
		if p.name == "list" && spaced {
			continue
		}
		s := sample{name: name + p.name, schema: schemaOf(simpleType + p.declaration)}
		for _, pair := range pairs {
			s.docs = append(s.docs, strings.NewReplacer("$1", pair[0], "$2", pair[1]).Replace(p.doc))
		}
		list = append(list, s)
	}
	return list
}

// inTurn keeps every so many of the samples in a short run.
func inTurn(list []sample, every int) []sample {
	if long() {
		return list
	}
	var few []sample
	for i := 0; i < len(list); i += every {
		few = append(few, list[i])
	}
	return few
}

// TestSpellingsSurvive takes values through types whose pattern asks for a
// spelling, alone and with another facet beside it.
func TestSpellingsSurvive(t *testing.T) {
	var list []sample
	for _, p := range primitives {
		for i, facet := range []string{"", p.facet} {
			if i == 1 && facet == "" {
				continue
			}
			typ := fmt.Sprintf(`<xs:simpleType name="T"><xs:restriction base="xs:%s"><xs:pattern value="%s"/>%s</xs:restriction></xs:simpleType>`, p.name, p.pattern, facet)
			list = append(list, inPlaces(fmt.Sprintf("spell%s%d", p.name, i), typ, strings.Contains(p.odd+p.odd2, " "), [2]string{p.odd, p.odd2})...)
		}
	}
	travelSamples(t, inTurn(list, 7))
}

// TestEnumerationsSurvive takes values of enumerations of every built-in type
// through, in the spelling of the schema and in another: the value counts.
func TestEnumerationsSurvive(t *testing.T) {
	var list []sample
	for _, p := range primitives {
		if p.name == "boolean" {
			continue // which has no such facet
		}
		typ := fmt.Sprintf(`<xs:simpleType name="T"><xs:restriction base="xs:%s"><xs:enumeration value="%s"/><xs:enumeration value="%s"/></xs:restriction></xs:simpleType>`, p.name, p.usual, p.usual2)
		list = append(list, inPlaces("enum"+p.name, typ, strings.Contains(p.odd+p.odd2, " "),
			[2]string{p.usual, p.usual2}, [2]string{p.odd, p.odd2}, [2]string{" " + p.usual + "\n", p.odd2})...)
	}
	for i := range list {
		if strings.HasPrefix(list[i].name, "enumstring") {
			list[i].docs = list[i].docs[:2] // white space is kept there
		}
	}
	travelSamples(t, inTurn(list, 5))
}

// TestNilOfEverySimpleKindSurvives has nil elements of each built-in type, with
// attributes and without.
func TestNilOfEverySimpleKindSurvives(t *testing.T) {
	var list []sample
	names := []string{"QName", "NMTOKENS", "anySimpleType"}
	for _, p := range primitives {
		names = append(names, p.name)
	}
	for _, name := range names {
		list = append(list, sample{
			name: "nil" + strings.ToLower(name),
			schema: schemaOf(fmt.Sprintf(`<xs:complexType name="C"><xs:simpleContent><xs:extension base="xs:%s"><xs:attribute name="a" type="xs:int"/></xs:extension></xs:simpleContent></xs:complexType>
				<xs:element name="q" type="C" nillable="true"/><xs:element name="p"><xs:complexType><xs:sequence><xs:element name="s" type="xs:%[1]s" nillable="true"/><xs:element ref="q" minOccurs="0" maxOccurs="2"/></xs:sequence></xs:complexType></xs:element>`, name)),
			docs: []string{
				`<q xmlns="urn:c" ` + xsiDeclared + ` xsi:nil="true"/>`, `<q xmlns="urn:c" ` + xsiDeclared + ` xsi:nil="1" a="1"/>`,
				`<p xmlns="urn:c" ` + xsiDeclared + `><s xsi:nil="true"/><q xsi:nil="true" a="1"/><q xsi:nil="true"/></p>`,
			},
		})
	}
	travelSamples(t, inTurn(list, 4))
}

// TestQNamesSurvive has qualified names in every place that text can be, with
// prefixes declared in every way.
func TestQNamesSurvive(t *testing.T) {
	schema := schemaOf(`
		<xs:simpleType name="L"><xs:list itemType="xs:QName"/></xs:simpleType>
		<xs:simpleType name="U"><xs:union memberTypes="xs:int xs:QName"/></xs:simpleType>
		<xs:simpleType name="UL"><xs:list itemType="U"/></xs:simpleType>
		<xs:simpleType name="P"><xs:restriction base="xs:QName"><xs:pattern value="(\i\c*:)?\i\c*"/></xs:restriction></xs:simpleType>
		<xs:attribute name="g" type="xs:QName"/>
		<xs:element name="any" type="xs:anyType"/>
		<xs:element name="name" type="xs:QName"/>
		<xs:complexType name="Base"/>
		<xs:complexType name="Leaf"><xs:complexContent><xs:extension base="Base"><xs:sequence><xs:element name="v" type="xs:anyType" minOccurs="0"/></xs:sequence><xs:attribute name="t" type="xs:QName"/></xs:extension></xs:complexContent></xs:complexType>
		<xs:element name="r"><xs:complexType><xs:sequence>
			<xs:element name="q" type="xs:QName" minOccurs="0" maxOccurs="9"/><xs:element name="l" type="L" minOccurs="0"/><xs:element name="u" type="U" minOccurs="0" maxOccurs="9"/>
			<xs:element name="ul" type="UL" minOccurs="0"/><xs:element name="p" type="P" minOccurs="0"/><xs:element name="b" type="Base" minOccurs="0" maxOccurs="9"/>
			<xs:element name="n" type="xs:QName" nillable="true" minOccurs="0"/>
			<xs:element name="m" minOccurs="0"><xs:complexType mixed="true"><xs:sequence><xs:any processContents="lax" minOccurs="0" maxOccurs="9"/></xs:sequence></xs:complexType></xs:element>
			<xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="9"/>
			<xs:element ref="any" minOccurs="0" maxOccurs="9"/><xs:element ref="name" minOccurs="0" maxOccurs="9"/>
		</xs:sequence><xs:attribute name="a" type="xs:QName"/><xs:attribute name="au" type="U"/><xs:attribute name="aul" type="UL"/><xs:anyAttribute processContents="lax"/></xs:complexType></xs:element>`)
	// Each has a body, in which $e is the prefix of the schema's own elements, and $p a name.
	bodies := []string{
		`<$er $d a="$p"/>`, `<$er $d au="$p"/>`, `<$er $d aul="1 $p"/>`, `<$er $d $Eg="$p"/>`,
		`<$er $d><$eq>$p</$eq><$eq xmlns:p="urn:other">p:x</$eq><$eq>$p</$eq></$er>`,
		`<$er $d><$el>$p $p</$el></$er>`, `<$er $d><$el xmlns:p="urn:other">p:y</$el></$er>`,
		`<$er $d><$eu>$p</$eu><$eu>12</$eu><$eu xmlns:p="urn:other">p:z</$eu><$eu xmlns:p="urn:third">p:z</$eu></$er>`,
		`<$er $d><$eul>$p 1 $p</$eul></$er>`, `<$er $d><$ep>$p</$ep></$er>`,
		`<$er $d><$en>$p</$en></$er>`, `<$er $d><$en xsi:nil="true"/></$er>`,
		`<$er $d><$eb xsi:type="$Leaf" t="$p"><$ev xsi:type="xs:QName">$p</$ev></$eb><$eb/></$er>`,
		`<$er $d><$em>text <$ename>$p</$ename> more <o:x xmlns:o="urn:o"><$ename>$p</$ename></o:x></$em></$er>`,
		`<$er $d><o:x xmlns:o="urn:o" xsi:type="xs:QName">$p</o:x><o:y xmlns:o="urn:o" $Eg="$p"><$ename>$p</$ename><$ename xmlns:p="urn:other">p:w</$ename></o:y></$er>`,
		`<$er $d><$eany xsi:type="xs:QName">$p</$eany><$eany><$ename>$p</$ename></$eany><$eany xsi:type="$Leaf" t="$p"/></$er>`,
		`<$er $d><$eany xsi:type="$Leaf" t="$p"><$ev><o:k xmlns:o="urn:o" xsi:type="$Leaf"/></$ev></$eany><$ename>$p</$ename></$er>`,
	}
	// Declarations, the prefix of elements, that of attributes, and names that resolve under them.
	scopes := []struct {
		declarations, element, attr string
		names                       []string
	}{
		{`xmlns:e="urn:c" xmlns:p="urn:p"`, "e:", "e:", []string{"p:n", "e:n", "bare", "xml:lang", "xs:int"}},
		{`xmlns="urn:c" xmlns:e="urn:c" xmlns:p="urn:p"`, "", "e:", []string{"p:n", "bare"}},
		{`xmlns="urn:default" xmlns:e="urn:c" xmlns:p="urn:p"`, "e:", "e:", []string{"p:n", "bare", "e:n"}},
		{`xmlns="urn:c" xmlns:c="urn:mine" xmlns:e="urn:c" xmlns:ns="urn:p"`, "", "e:", []string{"c:n", "ns:n"}},
	}
	s := sample{name: "qnames", schema: schema}
	for i, body := range bodies {
		for j, scope := range scopes {
			for k, name := range scope.names {
				if !long() && (i+j+k)%3 > 0 {
					continue
				}
				leaf := scope.element + "Leaf"
				s.docs = append(s.docs, strings.NewReplacer("$d", scope.declarations+` xmlns:xs="http://www.w3.org/2001/XMLSchema" `+xsiDeclared,
					"$Leaf", leaf, "$e", scope.element, "$E", scope.attr, "$p", name).Replace(body))
			}
		}
	}
	travelSamples(t, []sample{s})
}

// TestFixedAndDefaultSurvive has fixed and default values of elements and
// attributes of each built-in type, present, absent and empty.
func TestFixedAndDefaultSurvive(t *testing.T) {
	var list []sample
	for _, p := range primitives {
		listed := fmt.Sprintf(`<xs:enumeration value="%s"/>`, p.usual)
		if p.name == "boolean" {
			listed = "" // it has no enumeration
		}
		for i, value := range []string{p.usual, p.usual, p.odd} {
			kind := []string{"fixed", "default", "default"}[i]
			s := sample{name: fmt.Sprint(kind, i, strings.ToLower(p.name)), schema: schemaOf(fmt.Sprintf(`
				<xs:complexType name="C"><xs:simpleContent><xs:extension base="xs:%[1]s"><xs:attribute name="x"/></xs:extension></xs:simpleContent></xs:complexType>
				<xs:element name="r"><xs:complexType><xs:sequence>
					<xs:element name="e" type="xs:%[1]s" %[2]s="%[3]s"/><xs:element name="o" type="xs:%[1]s" %[2]s="%[3]s" minOccurs="0" maxOccurs="2"/>
					<xs:element name="c" type="C" %[2]s="%[3]s" minOccurs="0"/>
				</xs:sequence><xs:attribute name="a" type="xs:%[1]s" %[2]s="%[3]s"/></xs:complexType></xs:element>
				<xs:complexType name="E"><xs:simpleContent><xs:restriction base="C">%[4]s</xs:restriction></xs:simpleContent></xs:complexType>
				<xs:element name="root" type="C" %[2]s="%[3]s"/><xs:element name="listed" type="E" %[2]s="%[3]s"/>
				<xs:simpleType name="L"><xs:list itemType="xs:%[1]s"/></xs:simpleType>
				<xs:element name="list"><xs:complexType><xs:sequence><xs:element name="l" type="L" %[2]s="%[3]s" maxOccurs="2"/></xs:sequence></xs:complexType></xs:element>`, p.name, kind, value, listed)),
				docs: []string{
					`<root xmlns="urn:c"/>`, `<root xmlns="urn:c" x="1"></root>`, `<listed xmlns="urn:c"/>`, fmt.Sprintf(`<listed xmlns="urn:c">%s</listed>`, p.usual),
					`<list xmlns="urn:c"><l/></list>`,
					`<r xmlns="urn:c"><e/></r>`, `<r xmlns="urn:c"><e></e><o/><o/><c x="1"/></r>`,
					fmt.Sprintf(`<r xmlns="urn:c" a="%s"><e>%[1]s</e><o>%[1]s</o><c>%[1]s</c></r>`, p.usual),
					fmt.Sprintf(`<r xmlns="urn:c" a="%s"><e>%[1]s</e><o>%[1]s</o><o/><c x="2">%[1]s</c></r>`, p.odd),
				}}
			if kind == "fixed" && p.odd != p.usual && (p.name == "float" || p.name == "string") {
				s.docs = s.docs[:8]
			}
			if strings.Contains(value, " ") {
				s.schema = strings.Replace(s.schema, `<xs:list itemType=`, `<xs:restriction base=`, 1) // an item has no blanks
			}
			list = append(list, s)
		}
	}
	travelSamples(t, inTurn(list, 7))
}

// TestFixedValuesAreWritten makes new values, which nobody has given what the
// schema fixes, and changed ones.
func TestFixedValuesAreWritten(t *testing.T) {
	m, b := programOf(t, schemaOf(`<xs:element name="r"><xs:complexType><xs:sequence>
			<xs:element name="e" type="xs:int" fixed="5"/><xs:element name="f" type="xs:date" fixed="2024-01-01"/>
		</xs:sequence><xs:attribute name="version" type="xs:string" fixed="1.1" use="required"/>
		<xs:attribute name="q" type="xs:QName" fixed="xs:int" use="required"/><xs:attribute name="b" type="xs:boolean" fixed="1" use="required"/>
		<xs:attribute name="l" use="required" fixed="1 2"><xs:simpleType><xs:list itemType="xs:int"/></xs:simpleType></xs:attribute>
		<xs:attribute name="o" type="xs:token" fixed="x"/></xs:complexType></xs:element>`))
	const run = `package main
import ("fmt"; "time"; c "PACKAGE"; "github.com/wbxgen/wbxgen/wire"; "github.com/wbxgen/wbxgen/wire/datatype")
func main() {
	v := new(c.R)
	doc, err := wire.Marshal(v)
	fmt.Println(string(doc), err, v.Validate())
	_ = time.Now
	text := "y"
	for _, change := range []func(*c.R){
		func(v *c.R) { v.Version = "1.2" }, func(v *c.R) { v.E = 6 }, func(v *c.R) { v.F = datatype.Date{}; v.F.UnmarshalText([]byte("2024-01-02")) },
		func(v *c.R) { v.Q = wire.QName{Local: "int"} }, func(v *c.R) { v.L = []int32{1, 3} }, func(v *c.R) { v.O = &text },
	} {
		v := new(c.R)
		change(v)
		fmt.Println(v.Validate())
	}
}
`
	out := strings.Split(strings.TrimSpace(m.run(t, strings.Replace(run, "PACKAGE", b.plan.Packages[0].ImportPath, 1))), "\n")
	if want := ` <nil> <nil>`; !strings.HasSuffix(out[0], want) {
		t.Errorf("a new value: %s", out[0])
	}
	if r := validate.New(b.schema, validate.Options{}).ValidateBytes([]byte(strings.TrimSuffix(out[0], " <nil> <nil>")), "new"); !r.Valid() {
		t.Errorf("a new value is not valid: %v\n%s", r.Diagnostics().Err(), out[0])
	}
	for i, line := range out[1:] {
		if !strings.Contains(line, "can only be") {
			t.Errorf("change %d: %s", i, line)
		}
	}
	if len(out) != 7 {
		t.Errorf("got %d lines", len(out))
	}
}

// TestKnownComparesValues reads values of enumerations in another spelling and
// with white space around them.
func TestKnownComparesValues(t *testing.T) {
	m, b := programOf(t, schemaOf(`<xs:simpleType name="S"><xs:restriction base="xs:NMTOKEN"><xs:enumeration value="on"/><xs:enumeration value="off"/></xs:restriction></xs:simpleType>
		<xs:simpleType name="N"><xs:restriction base="xs:int"><xs:enumeration value="1"/><xs:enumeration value="2"/></xs:restriction></xs:simpleType>
		<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="s" type="S"/><xs:element name="n" type="N"/></xs:sequence><xs:attribute name="a" type="S"/></xs:complexType></xs:element>`))
	const run = `package main
import ("fmt"; c "PACKAGE"; "github.com/wbxgen/wbxgen/wire")
func main() {
	var v c.R
	err := wire.Unmarshal([]byte("<r xmlns='urn:c' a=' off '><s>\n on\t</s><n> 02 </n></r>"), &v)
	fmt.Println(err, v.S == c.SOn, *v.A == c.SOff, v.N.Known(), c.N("3").Known(), v.Validate())
	v.S, v.N = "none", "3"
	fmt.Println(v.Validate() != nil, wire.Validate(&v, wire.OpenEnums()))
}
`
	if got, want := m.run(t, strings.Replace(run, "PACKAGE", b.plan.Packages[0].ImportPath, 1)), "<nil> true true true false <nil>\ntrue <nil>\n"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestWhatValidateLetsPass has valid documents that a careless Validate refuses.
func TestWhatValidateLetsPass(t *testing.T) {
	travelSamples(t, []sample{
		{name: "nilwithattributes", schema: schemaOf(`
			<xs:simpleType name="Code"><xs:restriction base="xs:token"><xs:enumeration value="x"/></xs:restriction></xs:simpleType>
			<xs:complexType name="Note"><xs:sequence><xs:element name="text" type="Code"/></xs:sequence><xs:attribute name="id" type="xs:NCName" use="required"/></xs:complexType>
			<xs:complexType name="NoteProperty"><xs:sequence><xs:element name="Note" type="Note"/></xs:sequence><xs:attribute name="why" type="Code"/></xs:complexType>
			<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="p" type="NoteProperty" nillable="true" maxOccurs="3"/><xs:element name="q" type="NoteProperty" nillable="true" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`),
			docs: []string{
				`<r xmlns="urn:c" ` + xsiDeclared + `><p xsi:nil="true" why="x"/><p><Note id="a"><text>x</text></Note></p><p xsi:nil="true"/><q xsi:nil="true" why=" x "/></r>`,
				`<r xmlns="urn:c" ` + xsiDeclared + `><p why="x"><Note id="a"><text>x</text></Note></p><q why="x"><Note id="b"><text> x </text></Note></q></r>`,
			}},
		{name: "unionspace", schema: schemaOf(`
			<xs:simpleType name="Uri"><xs:restriction base="xs:anyURI"><xs:pattern value="([a-z]+:)[^ ]*"/></xs:restriction></xs:simpleType>
			<xs:simpleType name="Kept"><xs:restriction base="xs:string"><xs:pattern value="[^: \t\r\n]+"/></xs:restriction></xs:simpleType>
			<xs:simpleType name="Unit"><xs:union memberTypes="Kept Uri"/></xs:simpleType>
			<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="u" type="Unit" maxOccurs="3"/></xs:sequence><xs:attribute name="uom" type="Unit"/></xs:complexType></xs:element>`),
			docs: []string{`<r xmlns="urn:c" uom=" http://example.com/ "><u>m</u><u> urn:x </u></r>`}},
		{name: "emptymeansdefault", schema: schemaOf(`
			<xs:simpleType name="Code"><xs:restriction base="xs:token"><xs:enumeration value="x"/></xs:restriction></xs:simpleType>
			<xs:complexType name="C"><xs:simpleContent><xs:extension base="Code"><xs:attribute name="a"/></xs:extension></xs:simpleContent></xs:complexType>
			<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="e" type="Code" default="x" maxOccurs="2"/><xs:element name="c" type="C" default="x"/></xs:sequence></xs:complexType></xs:element>`),
			docs: []string{`<r xmlns="urn:c"><e/><e>x</e><c/></r>`, `<r xmlns="urn:c"><e/><c a="1"></c></r>`}},
		{name: "lists", schema: schemaOf(`
			<xs:simpleType name="L"><xs:list itemType="xs:decimal"/></xs:simpleType>
			<xs:simpleType name="P"><xs:restriction base="L"><xs:pattern value="[0-9]\.[0-9]{2}( [0-9]\.[0-9]{2})*"/><xs:maxLength value="3"/></xs:restriction></xs:simpleType>
			<xs:simpleType name="E"><xs:restriction base="L"><xs:enumeration value="1.0 2"/><xs:enumeration value=""/></xs:restriction></xs:simpleType>
			<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="p" type="P"/><xs:element name="e" type="E" maxOccurs="3"/></xs:sequence><xs:attribute name="a" type="P"/></xs:complexType></xs:element>`),
			docs: []string{`<r xmlns="urn:c" a="1.50"><p>1.50 2.00  3.25</p><e>1 2.00</e><e/><e> 01 2 </e></r>`}},
	})
}
