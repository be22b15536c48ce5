package compile_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// mutation is an edit that makes a schema set wrong in one way: old, which
// stands in the file, becomes text. The mark ▸ in text is taken out; its line
// is where the error with the code must be found.
type mutation struct {
	name, code string
	file       string
	old, text  string
}

const (
	common  = "common/common.xsd"
	service = "service/service.xsd"
	meeting = "service/meeting/meeting.xsd"
	end     = "</xsd:schema>"

	zipCode   = `<xsd:element name="zipCode" type="xsd:string" minOccurs="0"/>`
	company   = `<xsd:element name="company" type="xsd:string" minOccurs="0"/>`
	address   = `<xsd:complexType name="addressType">`
	body      = `<xsd:complexType name="bodyContentType">`
	tracking  = `<xsd:maxLength value="128"/>`
	validate  = `<xsd:element name="validateFormat" type="xsd:boolean" minOccurs="0"/>`
	listed    = `<xsd:element name="meeting" type="meet:meetingInstanceType" minOccurs="0" maxOccurs="unbounded"/>`
	message   = `<xsd:element name="message" type="serv:messageType">`
	importing = `<xsd:import namespace="http://www.webex.com/schemas/2002/06/common" schemaLocation="../../common/common.xsd"/>`
)

// narrowed is a restriction of a type to the content given.
func narrowed(base, content string) string {
	return "<xsd:complexType name=\"narrowed\"><xsd:complexContent><xsd:restriction base=\"" + base + "\">\n" + content +
		"\n</xsd:restriction></xsd:complexContent></xsd:complexType>\n" + end
}

// typed adds a simple type with the derivation given.
func typed(derivation string) string {
	return "<xsd:simpleType name=\"added\">\n" + derivation + "\n</xsd:simpleType>\n" + end
}

var mutations = []mutation{
	{"an end tag is lost", "xml-well-formed", meeting, end + "\n", "▸"},
	{"an element is misspelt", "cvc-complex-type.2.4", common, zipCode, `▸<xsd:elment name="zipCode" type="xsd:string"/>`},
	{"an attribute is misspelt", "cvc-complex-type.3.2.2", common, zipCode, `▸<xsd:element name="zipCode" type="xsd:string" minOccur="0"/>`},
	{"an attribute value is misspelt", "cvc-attribute.3", common, zipCode, `▸<xsd:element name="zipCode" type="xsd:string" nillable="no"/>`},
	{"a name is missing", "cvc-complex-type.4", service, message, `▸<xsd:element type="serv:messageType">`},
	{"text stands among elements", "cvc-complex-type.2.3", common, address, `▸` + address + `an address`},
	{"an id is used twice", "cvc-id.2", common, zipCode, `<xsd:element name="zip1" id="zip"/>▸<xsd:element name="zip2" id="zip"/>`},
	{"a type is misspelt", "src-resolve", common, zipCode, `▸<xsd:element name="zipCode" type="xsd:strin"/>`},
	{"a type is in a namespace that is not imported", "src-resolve.4.2", common, zipCode, `▸<xsd:element name="zipCode" type="p:zip" xmlns:p="urn:post"/>`},
	{"a prefix is not declared", "src-resolve", common, zipCode, `▸<xsd:element name="zipCode" type="post:zip"/>`},
	{"an element refers to nothing", "src-resolve", common, zipCode, `▸<xsd:element ref="com:zipCode"/>`},
	{"a group refers to nothing", "src-resolve", common, zipCode, `▸<xsd:group ref="com:zipCode"/>`},
	{"an import leads nowhere", "src-import", meeting, importing, `▸` + strings.ReplaceAll(importing, "common", "comon")},
	{"an import names another namespace", "src-import.3.1", meeting, importing, `▸` + strings.Replace(importing, "06/common", "06/commons", 1)},
	{"an import names its own namespace", "src-import.1.1", meeting, importing, `▸` + strings.Replace(importing, "06/common", "06/service/meeting", 1) + importing},
	{"what is redefined is missing", "src-redefine", common, "<xsd:annotation>", `▸<xsd:redefine schemaLocation="more.xsd"><xsd:simpleType name="more"><xsd:restriction base="com:more"/></xsd:simpleType></xsd:redefine><xsd:annotation>`},
	{"an include has another namespace", "src-include.2.1", meeting, importing, importing + `▸<xsd:include schemaLocation="../../common/common.xsd"/>`},
	{"a redefinition redefines nothing", "src-redefine", meeting, importing, importing + `<xsd:redefine schemaLocation="meeting.xsd">▸<xsd:simpleType name="none"><xsd:restriction base="meet:none"/></xsd:simpleType></xsd:redefine>`},
	{"a type is declared twice", "sch-props-correct.2", common, end, `▸<xsd:complexType name="addressType"/>` + end},
	{"a declaration has a name and refers", "src-element.2.1", common, zipCode, `▸<xsd:element name="zipCode" ref="com:zipCode"/>`},
	{"a declaration has two types", "src-element.3", common, zipCode, `▸<xsd:element name="zipCode" type="xsd:string"><xsd:simpleType><xsd:restriction base="xsd:string"/></xsd:simpleType></xsd:element>`},
	{"a declaration has default and fixed", "src-element.1", common, zipCode, `▸<xsd:element name="zipCode" default="1" fixed="1"/>`},
	{"a default does not fit", "e-props-correct.2", common, `type="com:personTypeType" minOccurs="0" default="VISITOR"`, `type="com:personTypeType" minOccurs="0" ▸default="VISITER"`},
	{"an element of type ID has a default", "e-props-correct.5", common, zipCode, `▸<xsd:element name="zipCode" type="xsd:ID" default="a"/>`},
	{"a default stands for elements", "cos-valid-default.2.1", common, zipCode, `▸<xsd:element name="zipCode" type="com:phonesType" default="1"/>`},
	{"substitution groups go round", "e-props-correct.6", service, message, `▸` + strings.Replace(message, " type", ` substitutionGroup="serv:message" type`, 1)},
	{"a substitution has another type", "e-props-correct.4", service, end, `▸<xsd:element name="other" type="xsd:int" substitutionGroup="serv:message"/>` + end},
	{"occurrence is crossed", "p-props-correct.2.1", meeting, listed, `▸` + strings.Replace(listed, `minOccurs="0" maxOccurs="unbounded"`, `minOccurs="3" maxOccurs="2"`, 1)},
	{"one name has two types", "cos-element-consistent", common, zipCode, zipCode + `▸<xsd:element name="city" type="xsd:int"/>`},
	{"content is ambiguous", "cos-nonambig", common, company, `<xsd:element name="company" minOccurs="0"/>▸<xsd:element name="company" minOccurs="0"/>`},
	{"a wildcard makes content ambiguous", "cos-nonambig", common, company, `<xsd:any minOccurs="0"/>▸` + company},
	{"an extension is ambiguous with its base", "cos-nonambig", meeting, listed, listed + `<xsd:any namespace="##targetNamespace" minOccurs="0"/>▸` + strings.Replace(listed, `"meeting"`, `"other"`, 1)},
	{"an all group stands within a sequence", "cvc-complex-type.2.4", common, zipCode, `▸<xsd:all><xsd:element name="zipCode"/></xsd:all>`},
	{"a type extends itself", "ct-props-correct.3", meeting, `<xsd:extension base="meet:meetingType">`, `▸<xsd:extension base="meet:createMeeting">`},
	{"a type extends a final one", "cos-ct-extends.1.1", common, end, `<xsd:complexType name="last" final="extension"/>▸<xsd:complexType name="later"><xsd:complexContent><xsd:extension base="com:last"/></xsd:complexContent></xsd:complexType>` + end},
	{"a complex type extends a simple one", "src-ct.1", meeting, `<xsd:extension base="meet:meetingType">`, `▸<xsd:extension base="xsd:string">`},
	{"simple content extends elements", "src-ct.2", common, end, `▸<xsd:complexType name="added"><xsd:simpleContent><xsd:extension base="com:addressType"/></xsd:simpleContent></xsd:complexType>` + end},
	{"an extension is mixed, its base is not", "cos-ct-extends.1.4.3.2.2.1", common, end, `▸<xsd:complexType name="added" mixed="true"><xsd:complexContent><xsd:extension base="com:addressType"><xsd:sequence><xsd:element name="x"/></xsd:sequence></xsd:extension></xsd:complexContent></xsd:complexType>` + end},
	{"an attribute is declared twice", "ct-props-correct.4", service, end, `<xsd:complexType name="added"><xsd:attribute name="a"/>▸<xsd:attribute name="a"/></xsd:complexType>` + end},
	{"a type has two identifiers", "ct-props-correct.5", service, end, `<xsd:complexType name="added"><xsd:attribute name="a" type="xsd:ID"/>▸<xsd:attribute name="b" type="xsd:ID"/></xsd:complexType>` + end},
	{"an attribute default does not fit", "au-props-correct.1", service, end, `<xsd:complexType name="added">▸<xsd:attribute name="a" type="xsd:int" default="one"/></xsd:complexType>` + end},
	{"a required attribute has a default", "src-attribute.2", service, end, `<xsd:complexType name="added">▸<xsd:attribute name="a" use="required" default="1"/></xsd:complexType>` + end},
	{"an attribute is named xmlns", "no-xmlns", service, end, `▸<xsd:attribute name="xmlns"/>` + end},
	{"a restriction leaves out what is required", "rcase-Recurse.2.2", common, end, narrowed("com:personType", `<xsd:sequence>▸<xsd:element name="name" type="xsd:string" minOccurs="0"/></xsd:sequence>`)},
	{"a restriction adds an element", "rcase-Recurse.2", common, end, narrowed("com:phonesType", `<xsd:sequence>▸<xsd:element name="pager" type="xsd:string" minOccurs="0"/></xsd:sequence>`)},
	{"a restriction repeats an element", "rcase-NameAndTypeOK.3", common, end, narrowed("com:phonesType", `<xsd:sequence>▸<xsd:element name="phone" type="xsd:string" minOccurs="0" maxOccurs="2" form="qualified"/></xsd:sequence>`)},
	{"a restriction changes a type", "rcase-NameAndTypeOK.7", common, end, narrowed("com:phonesType", `<xsd:sequence>▸<xsd:element name="phone" type="xsd:int" minOccurs="0" form="qualified"/></xsd:sequence>`)},
	{"a restriction makes an element nillable", "rcase-NameAndTypeOK.2", common, end, narrowed("com:phonesType", `<xsd:sequence>▸<xsd:element name="phone" type="xsd:string" nillable="true" minOccurs="0" form="qualified"/></xsd:sequence>`)},
	{"a restriction is a choice of a sequence", "cos-particle-restrict.2", common, end, narrowed("com:phonesType", `▸<xsd:choice><xsd:element name="phone" type="xsd:string"/><xsd:element name="fax" type="xsd:string"/></xsd:choice>`)},
	{"a restriction adds an attribute", "derivation-ok-restriction.2.2", common, end, narrowed("com:phonesType", `▸<xsd:attribute name="a"/>`)},
	{"a restriction adds a wildcard", "derivation-ok-restriction.4.1", common, end, narrowed("com:phonesType", `▸<xsd:anyAttribute/>`)},
	{"a facet does not apply", "cos-applicable-facets", common, tracking, `▸<xsd:totalDigits value="3"/>`},
	{"a facet is stated twice", "src-single-facet-value", common, tracking, tracking + `▸` + tracking},
	{"a facet has no number", "cvc-datatype-valid.1.2.1", common, tracking, `▸<xsd:maxLength value="many"/>`},
	{"lengths are crossed", "minLength-less-than-equal-to-maxLength", common, tracking, `<xsd:minLength value="129"/>▸` + tracking},
	{"a bound is widened", "maxInclusive-valid-restriction", common, end, typed(`<xsd:restriction base="xsd:short">▸<xsd:maxInclusive value="40000"/></xsd:restriction>`)},
	{"bounds are crossed", "minInclusive-less-than-equal-to-maxInclusive", common, end, typed(`<xsd:restriction base="xsd:short"><xsd:minInclusive value="2"/>▸<xsd:maxInclusive value="1"/></xsd:restriction>`)},
	{"a pattern is wrong", "src-pattern-value", common, tracking, `▸<xsd:pattern value="[0-9"/>`},
	{"an enumeration leaves the base", "enumeration-valid-restriction", common, end, typed(`<xsd:restriction base="com:personTypeType">▸<xsd:enumeration value="GHOST"/></xsd:restriction>`)},
	{"a simple type restricts itself", "st-props-correct.2", common, end, typed(`▸<xsd:restriction base="com:added"/>`)},
	{"a simple type has no base", "src-simple-type.2", common, end, typed(`▸<xsd:restriction/>`)},
	{"a list has lists", "cos-list-of-atomic", common, end, typed(`▸<xsd:list itemType="xsd:NMTOKENS"/>`)},
	{"a union has no member", "src-union-memberTypes-or-simpleTypes", common, end, typed(`▸<xsd:union/>`)},
	{"a selector is outside the subset", "c-selector-xpath", service, "</xsd:element>\n\n  <xsd:complexType name=\"messageType\">", `<xsd:key name="k">▸<xsd:selector xpath="body[1]"/><xsd:field xpath="@id"/></xsd:key></xsd:element><xsd:complexType name="messageType">`},
	{"a keyref has no key", "src-resolve", service, "</xsd:element>\n\n  <xsd:complexType name=\"messageType\">", `▸<xsd:keyref name="k" refer="serv:key"><xsd:selector xpath="body"/><xsd:field xpath="@id"/></xsd:keyref></xsd:element><xsd:complexType name="messageType">`},
	{"a notation has no identifier", "n-props-correct", service, end, `▸<xsd:notation name="gif"/>` + end},
	{"a type is xs:NOTATION", "enumeration-required-notation", common, zipCode, `▸<xsd:element name="zipCode" type="xsd:NOTATION"/>`},
}

// TestEveryMutationOfTheWebexSetsIsCaught breaks the schema sets of all
// versions, in one way at a time: the newest in all ways, the others in every
// fifth, or with WBXGEN_LONG in all ways too.
func TestEveryMutationOfTheWebexSetsIsCaught(t *testing.T) {
	if len(mutations) < 40 {
		t.Fatal("fewer than 40 mutations:", len(mutations))
	}
	versions, err := filepath.Glob(filepath.Join(judge.Root(t), "schemas", "[0-9]*"))
	if err != nil || len(versions) < 6 {
		t.Fatal(versions, err)
	}
	for at, version := range versions {
		all := at == len(versions)-1 || os.Getenv("WBXGEN_LONG") != ""
		t.Run(filepath.Base(version), func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			if err := os.CopyFS(dir, os.DirFS(version)); err != nil {
				t.Fatal(err)
			}
			if d := compileFolder(t, dir); d.Len() > 0 {
				t.Fatal("the set itself has problems:", d)
			}
			for i, m := range mutations {
				if all || i%(len(versions)-1) == at {
					checkMutation(t, dir, m)
				}
			}
		})
	}
}

func compileFolder(t *testing.T, dir string) *diag.List {
	t.Helper()
	set, err := source.Open(dir, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	_, diags := compile.Compile(set, compile.Options{})
	return diags
}

// checkMutation edits a document, compiles the set and puts the document back.
func checkMutation(t *testing.T, dir string, m mutation) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(m.file))
	original, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, after, found := strings.Cut(string(original), m.old)
	text, rest, marked := strings.Cut(m.text, "▸")
	if !found || !marked {
		t.Errorf("%s: %q is not in %s, or the place of the error is not marked", m.name, m.old, m.file)
		return
	}
	if err := os.WriteFile(file, []byte(before+text+rest+after), 0o644); err != nil {
		t.Fatal(err)
	}
	line := 1 + strings.Count(before+text, "\n")
	diags := compileFolder(t, dir)
	if !caught(diags, m, line) {
		t.Errorf("%s: expected %s in line %d of %s, got:\n%s", m.name, m.code, line, m.file, strings.ReplaceAll(diags.String(), dir, ""))
	}
	if err := os.WriteFile(file, original, 0o644); err != nil {
		t.Fatal(err)
	}
}

func caught(diags *diag.List, m mutation, line int) bool {
	for _, d := range diags.Sorted() {
		if d.Severity == diag.Error && d.Code == m.code && d.Pos.Line == line && strings.HasSuffix(d.Pos.File, m.file) {
			return true
		}
	}
	return false
}
