package compile_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// long reports whether the long tests are asked for.
func long() bool { return os.Getenv("WBXGEN_LONG") != "" && !testing.Short() }

// sharedText is what two folders have a copy of.
const sharedText = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:c="urn:c" targetNamespace="urn:c" elementFormDefault="qualified">
  <xs:simpleType name="Code"><xs:restriction base="xs:string"><xs:pattern value="[A-Z]{2}"/><xs:maxLength value="2"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Codes"><xs:list itemType="c:Code"/></xs:simpleType>
  <xs:simpleType name="Any"><xs:union memberTypes="c:Code xs:int"/></xs:simpleType>
  <xs:attributeGroup name="More"><xs:attribute name="lang" type="xs:language" use="optional"/><xs:anyAttribute namespace="##other"/></xs:attributeGroup>
  <xs:group name="Pair"><xs:sequence><xs:element name="first" type="c:Code"/><xs:element name="second" minOccurs="0" type="xs:int"/></xs:sequence></xs:group>
  <xs:complexType name="Id" mixed="false"><xs:choice maxOccurs="unbounded"><xs:group ref="c:Pair"/><xs:element name="one" nillable="true" type="c:Codes"/>
    <xs:any namespace="##other" processContents="lax"/></xs:choice><xs:attribute name="v" type="xs:int"/><xs:attributeGroup ref="c:More"/></xs:complexType>
  <xs:complexType name="Wider"><xs:complexContent><xs:extension base="c:Id"><xs:sequence><xs:element name="third" type="xs:date"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
  <xs:element name="id" type="c:Id"><xs:key name="k"><xs:selector xpath="c:first"/><xs:field xpath="."/></xs:key></xs:element>
  <xs:element name="wider" type="c:Wider" substitutionGroup="c:id"/>
  <xs:attribute name="global" type="c:Any" default="AB"/>
  <xs:notation name="gif" public="image/gif"/>
</xs:schema>`

// harmless are ways to write a copy that change no component.
var harmless = []func(r *rand.Rand, s string) string{
	func(_ *rand.Rand, s string) string { return strings.Replace(s, "\n", "\n<!-- copyright -->\n", 1) },
	func(_ *rand.Rand, s string) string { return strings.ReplaceAll(s, "><", ">\n\t<") },
	func(_ *rand.Rand, s string) string {
		return regexp.MustCompile(`\bc:`).ReplaceAllString(strings.ReplaceAll(s, "xmlns:c=", "xmlns:other="), "other:")
	},
	func(_ *rand.Rand, s string) string {
		return regexp.MustCompile(`\bxs:`).ReplaceAllString(strings.ReplaceAll(s, "xmlns:xs=", "xmlns:xsd="), "xsd:")
	},
	func(r *rand.Rand, s string) string {
		return insertBehind(r, s, `<(xs|xsd):(simpleType|complexType|element|attributeGroup|group) name="[A-Z]\w*"[^/>]*>`, `<$1:annotation><$1:documentation>words</$1:documentation></$1:annotation>`)
	},
	func(_ *rand.Rand, s string) string { return strings.ReplaceAll(s, ` use="optional"`, "") },
	func(_ *rand.Rand, s string) string { return strings.ReplaceAll(s, ` mixed="false"`, "") },
	func(_ *rand.Rand, s string) string { return strings.ReplaceAll(s, `nillable="true"`, `nillable=" 1 "`) },
	func(_ *rand.Rand, s string) string {
		return strings.ReplaceAll(s, `name="first"`, `maxOccurs="1" minOccurs="1" name="first"`)
	},
	func(_ *rand.Rand, s string) string {
		return strings.ReplaceAll(s, `name="third"`, `foreign:x="1" xmlns:foreign="urn:f" name="third"`)
	},
	func(_ *rand.Rand, s string) string { return strings.ReplaceAll(s, `name="v"`, ` id="v1" name="v" `) },
	func(_ *rand.Rand, s string) string {
		s = regexp.MustCompile(` elementFormDefault=["']qualified["']`).ReplaceAllString(s, "")
		for _, name := range []string{"first", "second", "one", "third"} {
			s = regexp.MustCompile(`name=["']`+name).ReplaceAllString(s, `form="qualified" $0`)
		}
		return s
	},
	func(_ *rand.Rand, s string) string { return strings.ReplaceAll(s, `"`, `'`) },
	func(_ *rand.Rand, s string) string { return `<?xml version="1.0" encoding="UTF-8"?>` + "\n" + s },
}

// insertBehind puts a text behind some of the places that a pattern finds.
func insertBehind(r *rand.Rand, s, pattern, text string) string {
	re := regexp.MustCompile(pattern)
	return re.ReplaceAllStringFunc(s, func(found string) string {
		if strings.HasSuffix(found, "/>") || r.IntN(2) == 0 {
			return found
		}
		return found + re.ReplaceAllString(found, text)
	})
}

// harmful are ways to change a component.
var harmful = [][2]string{
	{`value="[A-Z]{2}"`, `value="[A-Z]{3}"`}, {`<xs:maxLength value="2"/>`, ""}, {`itemType="c:Code"`, `itemType="c:Any"`},
	{`memberTypes="c:Code xs:int"`, `memberTypes="xs:int c:Code"`}, {`use="optional"`, `use="required"`}, {`namespace="##other"/></xs:attr`, `namespace="##any"/></xs:attr`},
	{`minOccurs="0"`, ""}, {`mixed="false"`, `mixed="true"`}, {`nillable="true"`, ""}, {`processContents="lax"`, `processContents="skip"`},
	{`maxOccurs="unbounded"`, `maxOccurs="9"`}, {` elementFormDefault="qualified"`, ""}, {`elementFormDefault="qualified"`, `elementFormDefault="qualified" blockDefault="#all"`},
	{`elementFormDefault="qualified"`, `elementFormDefault="qualified" finalDefault="restriction"`}, {`name="v" type="xs:int"`, `name="v" type="xs:long"`},
	{`xs:extension base="c:Id"`, `xs:extension base="c:Other"`}, {` substitutionGroup="c:id"`, ""}, {`xpath="c:first"`, `xpath="c:one"`}, {`default="AB"`, `fixed="AB"`},
	{`default="AB"`, `default="AC"`}, {`image/gif`, `image/png`}, {`name="first" type="c:Code"`, `name="first" type="c:Codes"`},
	{`<xs:attributeGroup ref="c:More"/>`, ""}, {`<xs:element name="id" type="c:Id">`, `<xs:element name="id" type="c:Id" abstract="true">`},
}

func copyFiles(second string) []txtar.File {
	main := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:a="urn:a" xmlns:b="urn:b" targetNamespace="urn:m">
<xs:import namespace="urn:a" schemaLocation="a/a.xsd"/><xs:import namespace="urn:b" schemaLocation="b/b.xsd"/>
<xs:element name="m"><xs:complexType><xs:sequence><xs:element ref="a:a"/><xs:element ref="b:b"/></xs:sequence></xs:complexType></xs:element></xs:schema>`
	part := func(n string) string {
		return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:c="urn:c" targetNamespace="urn:` + n + `">
<xs:import namespace="urn:c" schemaLocation="shared.xsd"/><xs:element name="` + n + `" type="c:Wider"/></xs:schema>`
	}
	return []txtar.File{
		{Name: "main.xsd", Data: []byte(main)},
		{Name: "a/a.xsd", Data: []byte(part("a"))}, {Name: "b/b.xsd", Data: []byte(part("b"))},
		{Name: "a/shared.xsd", Data: []byte(sharedText)}, {Name: "b/shared.xsd", Data: []byte(second)},
	}
}

// TestCopiesAreOneDocument puts a copy of a document, written anew, beside it.
// Xerces must read the copy in place of the original as well.
func TestCopiesAreOneDocument(t *testing.T) {
	n := 30
	if long() {
		n = 2_000
	}
	xerces := judge.Xerces(t)
	for seed := range n {
		r := rand.New(rand.NewPCG(uint64(seed), 13))
		second := sharedText
		for _, i := range r.Perm(len(harmless)) {
			if seed < len(harmless) && i != seed || seed >= len(harmless) && r.IntN(3) == 0 {
				continue
			}
			second = harmless[i](r, second)
		}
		if seed%10 == 0 {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "s.xsd"), []byte(second), 0o666); err != nil {
				t.Fatal(err)
			}
			if _, err := xerces.Compile(dir, "s.xsd"); err != nil {
				t.Fatalf("seed %d: Xerces refuses the copy: %v\n%s", seed, err, second)
			}
		}
		if _, diags := compileFiles(t, compile.Options{}, copyFiles(second)...); diags.Len() > 0 {
			t.Errorf("seed %d: %v\n%s", seed, diags, second)
		}
	}
}

// TestChangedCopiesAreTwo changes a component of the copy.
func TestChangedCopiesAreTwo(t *testing.T) {
	for _, change := range harmful {
		second := strings.Replace(sharedText, change[0], change[1], 1)
		if second == sharedText {
			t.Fatalf("%q is not in the text", change[0])
		}
		second = harmless[3](nil, second)
		_, diags := compileFiles(t, compile.Options{}, copyFiles(second)...)
		if !strings.Contains(diags.String(), "sch-props-correct.2") {
			t.Errorf("%q instead of %q is not noticed: %v", change[1], change[0], diags)
		}
	}
}

// A copy of what is redefined is as good as the original.
func TestCopiesCanBeRedefined(t *testing.T) {
	files := copyFiles("<!-- two -->" + sharedText)
	files = append(files, txtar.File{Name: "r.xsd", Data: []byte(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:c="urn:c" targetNamespace="urn:c">
<xs:redefine schemaLocation="b/shared.xsd"><xs:simpleType name="Code"><xs:restriction base="c:Code"><xs:length value="2"/></xs:restriction></xs:simpleType></xs:redefine></xs:schema>`)})
	if _, diags := compileFiles(t, compile.Options{}, files...); diags.Len() > 0 {
		t.Error(diags)
	}
}
