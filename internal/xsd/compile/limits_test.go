package compile_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// document wraps declarations into a schema document.
func document(parts ...string) string {
	return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">` + strings.Join(parts, "") + `</xs:schema>`
}

// repeat formats n declarations; %[1]d is a number from 0, %[2]d the next one.
func repeat(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i, i+1)
	}
	return b.String()
}

// tookTooLong is how long any of the documents below may keep the compiler.
// They take a tenth of that on a machine that does nothing else.
const tookTooLong = 20 * time.Second

// compileWithin compiles a document and returns the first diagnostic.
func compileWithin(t *testing.T, o compile.Options, doc string) string {
	t.Helper()
	first := make(chan string, 1)
	go func() {
		_, diags := compileFiles(t, o, txtar.File{Name: "a.xsd", Data: []byte(doc)})
		line, _, _ := strings.Cut(diags.String(), "\n")
		first <- line
	}()
	select {
	case line := <-first:
		return line
	case <-time.After(tookTooLong):
		t.Fatalf("no end after %v", tookTooLong)
		return ""
	}
}

// restricting is a type "t" with the content given and a type "u" that
// restricts it to another.
func restricting(base, restricted string) string {
	return `<xs:complexType name="t">` + base + `</xs:complexType><xs:complexType name="u"><xs:complexContent><xs:restriction base="t">` +
		restricted + `</xs:restriction></xs:complexContent></xs:complexType>`
}

const (
	sequences = `<xs:group name="g%[1]d"><xs:sequence><xs:group ref="g%[2]d"/><xs:group ref="g%[2]d"/></xs:sequence></xs:group>`
	choices   = `<xs:group name="g%[1]d"><xs:choice><xs:group ref="g%[2]d" minOccurs="0"/><xs:group ref="g%[2]d" minOccurs="0"/></xs:choice></xs:group>`
	leaf60    = `<xs:group name="g60"><xs:sequence><xs:element name="a"/></xs:sequence></xs:group>`
	nothing60 = `<xs:group name="g60"><xs:sequence/></xs:group>`
	wide      = `<xs:element name="e%[1]d" minOccurs="0"/>`
	chained   = "components are defined by way of one another over more than 1000 steps [wbxgen-limit]"
	tooLarge  = "[wbxgen-limit]"
)

// hostile are documents made to cost more than their size; want is part of the
// first diagnostic, or "" where there is none.
var hostile = []struct{ name, doc, want string }{
	{"huge numbers", document(`<xs:complexType name="t"><xs:sequence maxOccurs="999999999999999"><xs:element name="a" maxOccurs="99999999999999999999999"/></xs:sequence></xs:complexType>`), ""},
	{"elements within elements", document(strings.Repeat("<xs:sequence>", 10_000)), "nested deeper than 1000 [wbxgen-limit]"},
	{"groups of one in one another", document(`<xs:complexType name="t">` + strings.Repeat("<xs:sequence>", 900) + strings.Repeat("</xs:sequence>", 900) + `</xs:complexType>`), ""},
	{"groups that double", document(repeat(60, sequences), leaf60, `<xs:complexType name="t"><xs:group ref="g0"/></xs:complexType>`), "too large to be checked for ambiguity"},
	{"choices that double", document(repeat(60, choices), nothing60, `<xs:complexType name="t"><xs:group ref="g0"/></xs:complexType>`), "too large to be checked for ambiguity"},
	{"empty groups that double", document(repeat(60, sequences), nothing60, restricting(`<xs:group ref="g0"/>`, ``)), "too large to be checked for ambiguity"},
	{"groups that double, restricted", document(repeat(60, sequences), leaf60, restricting(`<xs:group ref="g0"/>`, `<xs:group ref="g0"/>`)), tooLarge},
	{"attribute groups that double", document(repeat(60, `<xs:attributeGroup name="g%[1]d"><xs:attributeGroup ref="g%[2]d"/><xs:attributeGroup ref="g%[2]d"/></xs:attributeGroup>`),
		`<xs:attributeGroup name="g60"><xs:attribute name="a"/></xs:attributeGroup>`), ""},
	{"unions that double", document(repeat(60, `<xs:simpleType name="t%[1]d"><xs:union memberTypes="t%[2]d t%[2]d"/></xs:simpleType>`),
		`<xs:simpleType name="t60"><xs:restriction base="xs:int"/></xs:simpleType><xs:element name="a" type="t0" default="1"/>`), ""},
	{"a chain of groups", document(repeat(10_000, `<xs:group name="g%[1]d"><xs:sequence><xs:group ref="g%[2]d"/></xs:sequence></xs:group>`),
		`<xs:group name="g10000"><xs:sequence/></xs:group>`), chained},
	{"a chain of extensions", document(repeat(100_000, `<xs:complexType name="t%[1]d"><xs:complexContent><xs:extension base="t%[2]d"/></xs:complexContent></xs:complexType>`),
		`<xs:complexType name="t100000"/>`), chained},
	{"a chain of extensions, the base first", document(`<xs:complexType name="t0"/>`,
		repeat(10_000, `<xs:complexType name="t%[2]d"><xs:complexContent><xs:extension base="t%[1]d"/></xs:complexContent></xs:complexType>`)), chained},
	{"a chain of extensions that add", document(`<xs:complexType name="t0"/>`,
		repeat(900, `<xs:complexType name="t%[2]d"><xs:complexContent><xs:extension base="t%[1]d"><xs:sequence><xs:element name="e%[1]d"/></xs:sequence><xs:attribute name="a%[1]d"/></xs:extension></xs:complexContent></xs:complexType>`)), ""},
	{"a chain of simple types", document(repeat(10_000, `<xs:simpleType name="t%[1]d"><xs:restriction base="t%[2]d"><xs:pattern value="[a-z]*"/></xs:restriction></xs:simpleType>`),
		`<xs:simpleType name="t10000"><xs:restriction base="xs:string"/></xs:simpleType>`), chained},
	{"a chain of substitutions", document(repeat(10_000, `<xs:element name="e%[1]d" substitutionGroup="e%[2]d"/>`), `<xs:element name="e10000"/>`), chained},
	{"a wide substitution group, referred to often", document(`<xs:element name="h"/>`, repeat(3_000, `<xs:element name="e%[1]d" substitutionGroup="h"/>`),
		`<xs:complexType name="t"><xs:sequence>`, repeat(3_000, `<xs:element ref="h"/><xs:element name="x%[1]d"/>`), `</xs:sequence></xs:complexType>`), "too large to be checked"},
	{"a wide choice", document(restricting(`<xs:choice>`+repeat(10_000, wide)+`</xs:choice>`, `<xs:choice>`+repeat(10_000, wide)+`</xs:choice>`)), ""},
	{"a wide sequence", document(restricting(`<xs:sequence>`+repeat(10_000, wide)+`</xs:sequence>`, `<xs:sequence>`+repeat(5_000, wide)+`</xs:sequence>`)), ""},
	{"a wide all group", document(restricting(`<xs:all>`+repeat(10_000, wide)+`</xs:all>`, `<xs:sequence>`+repeat(5_000, wide)+`</xs:sequence>`)), ""},
	{"a wide choice of one name", document(`<xs:complexType name="t"><xs:choice>` + strings.Repeat(`<xs:element name="a"/>`, 10_000) + `</xs:choice></xs:complexType>`), "ambiguous [cos-nonambig]"},
	{"many wildcards", document(`<xs:complexType name="t"><xs:choice>` + repeat(3_000, `<xs:any namespace="urn:%[1]d urn:x%[2]d"/>`) + `</xs:choice></xs:complexType>`), "too large to be checked for ambiguity"},
	{"many attributes", document(restricting(repeat(10_000, `<xs:attribute name="a%[1]d"/>`), repeat(10_000, `<xs:attribute name="a%[1]d"/>`))), ""},
	{"many values", document(`<xs:simpleType name="t"><xs:restriction base="xs:token">` + repeat(30_000, `<xs:enumeration value="v%[1]d"/>`) + `</xs:restriction></xs:simpleType>` +
		`<xs:simpleType name="u"><xs:restriction base="t">` + repeat(30_000, `<xs:enumeration value="v%[1]d"/>`) + `</xs:restriction></xs:simpleType>`), ""},
	{"many names that do not exist", document(repeat(5_000, `<xs:element name="e%[1]d" type="tpye%[1]d"/><xs:complexType name="type%[1]d"/>`)), `did you mean "type`},
}

func TestHostileDocumentsAreBounded(t *testing.T) {
	for _, c := range hostile {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			got := compileWithin(t, compile.Options{}, c.doc)
			if c.want == "" && got != "" || !strings.Contains(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
			t.Logf("%v for %d KB", time.Since(start).Round(time.Millisecond), len(c.doc)>>10)
		})
	}
}

func TestChecksTogetherAreBounded(t *testing.T) {
	types := repeat(40, `<xs:complexType name="t%[1]d"><xs:group ref="g0"/></xs:complexType>`)
	doc := document(repeat(60, sequences), leaf60, types)
	_, diags := compileFiles(t, compile.Options{Limits: compile.Limits{Steps: 10_000}}, txtar.File{Name: "a.xsd", Data: []byte(doc)})
	const last = "the content models from here on are not checked: those before took 100000 steps [wbxgen-limit]"
	if n := strings.Count(diags.String(), "within 10000 steps"); n != 9 || strings.Count(diags.String(), last) != 1 {
		t.Errorf("%d checks were given up one by one: %s", n, diags)
	}
	if diags.Err() != nil {
		t.Error("a check that was given up is no error:", diags.Err())
	}
}

func TestEachLimitHasAnErrorOfItsOwn(t *testing.T) {
	three := document(`<xs:element name="a"/><xs:element name="b"/><xs:element name="c"/>`)
	chain := document(repeat(5, `<xs:element name="e%[1]d" substitutionGroup="e%[2]d"/>`), `<xs:element name="e5"/>`)
	for _, c := range []struct {
		limits compile.Limits
		doc    string
		want   string
	}{
		{compile.Limits{Components: 2}, three, "a.xsd:1:100: error: more than 2 components [wbxgen-limit]"},
		{compile.Limits{Components: 3}, three, ""},
		{compile.Limits{Depth: 10}, strings.Repeat("<a>", 11), "a.xsd:1:31: error: elements are nested deeper than 10 [wbxgen-limit]"},
		{compile.Limits{Chain: 3}, chain, "a.xsd:1:194: error: components are defined by way of one another over more than 3 steps [wbxgen-limit]"},
		{compile.Limits{Chain: 6}, chain, ""},
	} {
		if got := withoutDir(compileWithin(t, compile.Options{Limits: c.limits}, c.doc)); got != c.want {
			t.Errorf("%+v: got %q, want %q", c.limits, got, c.want)
		}
	}
	other := strings.Replace(three, "<xs:schema ", `<xs:schema targetNamespace="urn:b" `, 1)
	_, diags := compileFiles(t, compile.Options{Limits: compile.Limits{Documents: 1}},
		txtar.File{Name: "a.xsd", Data: []byte(three)}, txtar.File{Name: "b.xsd", Data: []byte(other)})
	if got := withoutDir(diags.String()); got != "b.xsd:1:1: error: more than 1 schema documents [wbxgen-limit]" {
		t.Errorf("got %q", got)
	}
}

func TestALimitStopsWhatFollowsFromIt(t *testing.T) {
	doc := document(repeat(20, `<xs:simpleType name="t%[1]d"><xs:restriction base="t%[2]d"><xs:pattern value="[a-z]*"/></xs:restriction></xs:simpleType>`),
		`<xs:simpleType name="t20"><xs:restriction base="xs:string"/></xs:simpleType>`)
	_, diags := compileFiles(t, compile.Options{Limits: compile.Limits{Chain: 3}}, txtar.File{Name: "a.xsd", Data: []byte(doc)})
	if diags.Len() != 1 {
		t.Errorf("one error was to be expected:\n%s", diags)
	}
}
