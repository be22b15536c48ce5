package compile_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// newerBase is a schema of XSD 1.0; the marks are places for what 1.1 has.
const newerBase = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:vc="http://www.w3.org/2007/XMLSchema-versioning"@schema@>@top@
  <xs:element name="a" type="T"@element@>@inElement@</xs:element>
  <xs:complexType name="T"@type@>@inType@<xs:sequence><xs:element name="b" type="@simple@"@local@/><xs:any namespace="##other" minOccurs="0"@any@/></xs:sequence>
    <xs:attribute name="c" type="xs:string"@attribute@/>@behind@</xs:complexType>
  <xs:complexType name="U"><xs:all><xs:element name="d" type="xs:int"@inAll@/>@all@</xs:all></xs:complexType>
  <xs:simpleType name="S"><xs:restriction base="xs:int"><xs:minInclusive value="1"/>@facet@</xs:restriction></xs:simpleType>
  <xs:group name="G"><xs:sequence><xs:element name="g" type="xs:int"/></xs:sequence></xs:group>
</xs:schema>`

// newerFeatures are places and what XSD 1.1 allows there; said is what the
// message names.
var newerFeatures = []struct{ place, text, said string }{
	{"behind", `<xs:assert test="true()"/>`, "xs:assert"},
	{"facet", `<xs:assertion test="$value gt 1"/>`, "xs:assertion"},
	{"facet", `<xs:explicitTimezone value="required"/>`, "xs:explicitTimezone"},
	{"inElement", `<xs:alternative test="@c" type="U"/>`, "xs:alternative"},
	{"top", `<xs:override schemaLocation="other.xsd"/>`, "xs:override"},
	{"top", `<xs:defaultOpenContent><xs:any/></xs:defaultOpenContent>`, "xs:defaultOpenContent"},
	{"inType", `<xs:openContent><xs:any/></xs:openContent>`, "xs:openContent"},
	{"schema", ` defaultAttributes="A"`, "defaultAttributes"},
	{"schema", ` xpathDefaultNamespace="##local"`, "xpathDefaultNamespace"},
	{"type", ` defaultAttributesApply="false"`, "defaultAttributesApply"},
	{"attribute", ` inheritable="true"`, "inheritable"},
	{"local", ` targetNamespace="urn:x"`, "targetNamespace"},
	{"any", ` notQName="a"`, "notQName"},
	{"simple", `xs:dateTimeStamp`, "xs:dateTimeStamp"},
	{"simple", `xs:dayTimeDuration`, "xs:dayTimeDuration"},
	{"simple", `xs:yearMonthDuration`, "xs:yearMonthDuration"},
	{"simple", `xs:anyAtomicType`, "xs:anyAtomicType"},
	{"inElement", `<xs:key ref="k"/>`, "ref"},
}

// newerSlips are what 1.1 allows and somebody may as well have meant to be 1.0.
var newerSlips = []struct{ place, text string }{
	{"inAll", ` maxOccurs="unbounded"`}, {"inAll", ` minOccurs="2" maxOccurs="3"`}, {"all", `<xs:any namespace="##other"/>`}, {"all", `<xs:group ref="G"/>`},
	{"element", ` substitutionGroup="x y"`},
}

// newerDocument fills places of newerBase.
func newerDocument(at map[string]string) string {
	text := newerBase
	for _, place := range []string{"schema", "top", "element", "inElement", "type", "inType", "local", "any", "attribute", "behind", "inAll", "all", "facet", "simple"} {
		filling := at[place]
		if place == "simple" && filling == "" {
			filling = "S"
		}
		text = strings.ReplaceAll(text, "@"+place+"@", filling)
	}
	return text
}

func compileOne(t *testing.T, text string) *diag.List {
	t.Helper()
	_, diags := compileFiles(t, compile.Options{}, txtar.File{Name: "s.xsd", Data: []byte(text)})
	return diags
}

// TestXSD11IsSaidOnce puts what XSD 1.1 has into a schema of 1.0: one thing,
// two things, and with something in it that is wrong by 1.0.
func TestXSD11IsSaidOnce(t *testing.T) {
	if diags := compileOne(t, newerDocument(nil)); diags.Len() > 0 {
		t.Fatal(diags)
	}
	for i, f := range newerFeatures {
		checkNewer(t, map[string]string{f.place: f.text}, f.said)
		checkNewer(t, map[string]string{f.place: f.text, "inAll": ` maxOccurs="unbounded" type2="x"`}, f.said)
		for _, g := range newerFeatures[i+1:] {
			if g.place != f.place {
				checkNewer(t, map[string]string{f.place: f.text, g.place: g.text}, f.said, g.said)
			}
		}
	}
}

func checkNewer(t *testing.T, at map[string]string, said ...string) {
	t.Helper()
	list := compileOne(t, newerDocument(at)).Sorted()
	if len(list) != 1 || list[0].Code != "wbxgen-unsupported-xsd11" || !strings.HasSuffix(list[0].Message, "), which wbxgen does not read yet") {
		t.Errorf("%v: %v", at, list)
		return
	}
	for _, what := range said {
		if !strings.Contains(list[0].Message, what) {
			t.Errorf("%v: %q does not name %s", at, list[0].Message, what)
		}
	}
}

func TestWhatXSD11AllowsIsSaidToBe(t *testing.T) {
	for _, s := range newerSlips {
		if diags := compileOne(t, newerDocument(map[string]string{s.place: s.text})); !strings.Contains(diags.String(), "; XSD 1.1 allows it, which wbxgen does not read yet") {
			t.Errorf("%s: %v", s.text, diags)
		}
		checkNewer(t, map[string]string{s.place: s.text, "schema": ` vc:minVersion="1.1"`}, "vc:minVersion")
	}
	if diags := compileOne(t, newerDocument(map[string]string{"schema": ` vc:minVersion="1.1"`})); diags.Len() > 0 {
		t.Errorf("a schema that has nothing of 1.1 but says so: %v", diags)
	}
}

// TestXercesKnowsNoXSD11Either holds the features to be none of 1.0.
func TestXercesKnowsNoXSD11Either(t *testing.T) {
	xerces := judge.Xerces(t)
	for _, f := range newerFeatures {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "s.xsd"), []byte(newerDocument(map[string]string{f.place: f.text})), 0o666); err != nil {
			t.Fatal(err)
		}
		if _, err := xerces.Compile(dir, "s.xsd"); err == nil {
			t.Errorf("Xerces accepts %s", f.text)
		}
	}
}
