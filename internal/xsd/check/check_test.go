package check_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// problems compiles the content of a schema element, in the namespace urn:t,
// and returns what is wrong with it.
func problems(t *testing.T, inner string) (*xsd.Schema, *diag.List) {
	t.Helper()
	return compiled(t, inner, compile.Limits{})
}

func compiled(t *testing.T, inner string, limits compile.Limits) (*xsd.Schema, *diag.List) {
	t.Helper()
	document := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:t" targetNamespace="urn:t" elementFormDefault="qualified">` + inner + `</xs:schema>`
	set, err := source.FromFS(fstest.MapFS{"t.xsd": {Data: []byte(document)}}, nil, source.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return compile.Compile(set, compile.Options{Limits: limits})
}

// codes lists what is wrong, a code each.
func codes(list *diag.List) string {
	var b strings.Builder
	for _, d := range list.Sorted() {
		b.WriteString(" " + d.Code)
	}
	return strings.TrimSpace(b.String())
}

// ruleCase is a schema that breaks one rule, and one that just does not.
type ruleCase struct {
	name, code string
	wrong      string
	right      string
}

func holdRules(t *testing.T, cases []ruleCase) {
	t.Helper()
	for _, c := range cases {
		if _, list := problems(t, c.wrong); codes(list) != c.code {
			t.Errorf("%s: got %q, want %q\n%s", c.name, codes(list), c.code, list)
		}
		if _, list := problems(t, c.right); list.Len() > 0 {
			t.Errorf("%s: what is right: %s", c.name, list)
		}
	}
}

func restricting(base, derived string) string {
	return `<xs:complexType name="B">` + base + `</xs:complexType>` +
		`<xs:complexType name="D"><xs:complexContent><xs:restriction base="B">` + derived + `</xs:restriction></xs:complexContent></xs:complexType>`
}

func extending(base, derived string) string {
	return `<xs:complexType name="B">` + base + `</xs:complexType>` +
		`<xs:complexType name="D"><xs:complexContent><xs:extension base="B">` + derived + `</xs:extension></xs:complexContent></xs:complexType>`
}

// mixedAll extends a mixed all group by an attribute.
func mixedAll(more string) string {
	return `<xs:complexType name="B" mixed="true">` + group("all", elementA) + `</xs:complexType>` +
		`<xs:complexType name="D"` + more + `><xs:complexContent><xs:extension base="B"><xs:attribute name="x"/></xs:extension></xs:complexContent></xs:complexType>`
}

func element(name, more string) string { return `<xs:element name="` + name + `" ` + more + `/>` }

func group(compositor, inner string) string {
	tag, _, _ := strings.Cut(compositor, " ")
	return "<xs:" + compositor + ">" + inner + "</xs:" + tag + ">"
}

const (
	elementA = `<xs:element name="a" type="xs:int"/>`
	elementB = `<xs:element name="b" type="xs:int"/>`
	optional = `minOccurs="0" type="xs:int"`
)

// TestRestrictedParticles has a pair for each clause of Particle Valid
// (Restriction), Part 1 §3.9.6.
func TestRestrictedParticles(t *testing.T) {
	seq := func(inner string) string { return group("sequence", inner) }
	cho := func(inner string) string { return group("choice", inner) }
	all := func(inner string) string { return group("all", inner) }
	any := func(more string) string { return `<xs:any ` + more + `/>` }
	head := element("h", `type="xs:int"`) + element("m", `type="xs:int" substitutionGroup="h"`)
	many := ""
	for _, n := range strings.Split("c d e f g h i j k l m n o p q r", " ") {
		many += element(n, optional)
	}
	unique := func(name string) string {
		return seq(`<xs:element name="a" type="xs:int"><xs:unique name="` + name + `"><xs:selector xpath="."/><xs:field xpath="."/></xs:unique></xs:element>`)
	}
	holdRules(t, []ruleCase{
		{"name", "rcase-NameAndTypeOK.1", restricting(seq(elementA), seq(elementB)), restricting(seq(elementA), seq(elementA))},
		{"namespace", "rcase-NameAndTypeOK.1", restricting(seq(elementA), seq(element("a", `type="xs:int" form="unqualified"`))), restricting(seq(elementA), seq(element("a", `type="xs:int" form="qualified"`)))},
		{"nillable", "rcase-NameAndTypeOK.2", restricting(seq(elementA), seq(element("a", `type="xs:int" nillable="true"`))), restricting(seq(element("a", `type="xs:int" nillable="true"`)), seq(elementA))},
		{"occurrence of an element", "rcase-NameAndTypeOK.3", restricting(seq(elementA), seq(element("a", `type="xs:int" maxOccurs="2"`))), restricting(seq(element("a", `type="xs:int" maxOccurs="2"`)), seq(elementA))},
		{"fixed value", "rcase-NameAndTypeOK.4", restricting(seq(element("a", `type="xs:int" fixed="1"`)), seq(element("a", `type="xs:int" fixed="2"`))), restricting(seq(element("a", `type="xs:int" fixed="1"`)), seq(element("a", `type="xs:int" fixed="01"`)))},
		{"fixed value goes", "rcase-NameAndTypeOK.4", restricting(seq(element("a", `type="xs:int" fixed="1"`)), seq(element("a", `type="xs:int" default="1"`))), restricting(seq(element("a", `type="xs:int" default="1"`)), seq(elementA))},
		{"identity", "rcase-NameAndTypeOK.5", restricting(seq(elementA), unique("u")), restricting(unique("u"), seq(elementA))},
		{"block", "rcase-NameAndTypeOK.6", restricting(seq(element("a", `type="xs:int" block="extension"`)), seq(elementA)), restricting(seq(elementA), seq(element("a", `type="xs:int" block="extension"`)))},
		{"type", "rcase-NameAndTypeOK.7", restricting(seq(elementA), seq(element("a", `type="xs:long"`))), restricting(seq(elementA), seq(element("a", `type="xs:short"`)))},
		{"a wildcard's namespace", "rcase-NSCompat.1", restricting(seq(any(`namespace="##other"`)), seq(elementA)), restricting(seq(any(`namespace="##targetNamespace"`)), seq(elementA))},
		{"a wildcard's occurrence", "rcase-NSCompat.2", restricting(seq(any("")), seq(element("a", optional))), restricting(seq(any(`minOccurs="0"`)), seq(elementA))},
		{"a wildcard of more", "rcase-NSSubset.2", restricting(seq(any(`namespace="urn:a"`)), seq(any(`namespace="urn:a urn:b"`))), restricting(seq(any(`namespace="urn:a urn:b"`)), seq(any(`namespace="urn:a"`)))},
		{"a wildcard more often", "rcase-NSSubset.1", restricting(seq(any("")), seq(any(`maxOccurs="2"`))), restricting(seq(any(`maxOccurs="2"`)), seq(any("")))},
		{"a weaker wildcard", "rcase-NSSubset.3", restricting(seq(any("")), seq(any(`processContents="lax"`))), restricting(seq(any(`processContents="lax"`)), seq(any("")))},
		{"a wildcard for an element", "cos-particle-restrict.2", restricting(seq(elementA), seq(any(""))), restricting(seq(any("")), seq(elementA))},
		{"a group for a wildcard: count", "rcase-NSRecurseCheckCardinality.2", restricting(seq(any("")), seq(elementA+elementB)), restricting(seq(any(`maxOccurs="2"`)), seq(elementA+elementB))},
		{"a group for a wildcard: names", "rcase-NSRecurseCheckCardinality.1", restricting(seq(any(`namespace="##other" maxOccurs="2"`)), seq(elementA+elementB)), restricting(seq(any(`namespace="##any" maxOccurs="2"`)), seq(elementA+elementB))},
		{"a group for an element", "cos-particle-restrict.2", restricting(seq(elementA), seq(elementA+elementB)), restricting(seq(elementA+element("b", optional)), seq(elementA))},
		{"a sequence's occurrence", "rcase-Recurse.1", restricting(seq(elementA+elementB), group(`sequence maxOccurs="2"`, elementA+elementB)), restricting(group(`sequence maxOccurs="2"`, elementA+elementB), seq(elementA+elementB))},
		{"order", "rcase-NameAndTypeOK.1", restricting(seq(elementA+elementB), seq(elementB+elementA)), restricting(seq(elementA+elementB), seq(elementA+elementB))},
		{"more than the base", "rcase-Recurse.2", restricting(seq(elementA+element("b", optional)), seq(elementA+element("c", optional))), restricting(seq(elementA+element("b", optional)), seq(elementA))},
		{"what is required at the end", "rcase-Recurse.2.2", restricting(seq(element("x", optional)+elementA+elementB), seq(element("x", optional)+elementA)), restricting(seq(element("x", optional)+elementA+element("b", optional)), seq(element("x", optional)+elementA))},
		{"branches in order", "rcase-RecurseLax.2", restricting(cho(elementA+elementB+element("c", "")), cho(elementB+elementA)), restricting(cho(elementA+elementB+element("c", "")), cho(elementA+element("c", "")))},
		{"a choice's occurrence", "rcase-RecurseLax.1", restricting(cho(elementA+elementB), group(`choice maxOccurs="2"`, elementA+elementB)), restricting(group(`choice maxOccurs="2"`, elementA+elementB), cho(elementA+elementB))},
		{"a choice for a sequence", "cos-particle-restrict.2", restricting(seq(elementA+elementB), cho(elementA+elementB)), restricting(cho(elementA+elementB), seq(elementA))},
		{"an all group in another order", "rcase-RecurseUnordered.2", restricting(all(elementA+elementB), seq(elementB+elementA+element("c", ""))), restricting(all(elementA+elementB), seq(elementB+elementA))},
		{"an all group without what it requires", "rcase-RecurseUnordered.2.3", restricting(all(elementA+elementB+element("c", optional)), seq(elementB+element("c", optional))), restricting(all(elementA+elementB+element("c", optional)), seq(elementB+elementA))},
		{"an all group twice", "rcase-RecurseUnordered.1", restricting(all(elementA+elementB), group(`sequence maxOccurs="2"`, elementA+elementB)), restricting(all(elementA+elementB), seq(elementA+elementB))},
		{"one element of an all group twice", "rcase-RecurseUnordered.2", restricting(all(elementA+element("b", optional)), seq(elementA+elementA)), restricting(all(elementA+element("b", optional)), seq(elementA))},
		{"a sequence for a choice", "rcase-MapAndSum.2", restricting(cho(elementA+elementB), seq(elementA+elementB)), restricting(group(`choice maxOccurs="2"`, elementA+elementB), seq(elementA+elementB))},
		{"a sequence of others for a choice", "rcase-MapAndSum.1", restricting(group(`choice maxOccurs="2"`, elementA+elementB), seq(elementA+element("c", ""))), restricting(group(`choice maxOccurs="2"`, elementA+elementB), seq(elementB+elementA))},
		{"a sequence for a large choice", "rcase-MapAndSum.1", restricting(group(`choice minOccurs="0" maxOccurs="9"`, many+elementA), seq(elementA+elementB)), restricting(group(`choice minOccurs="0" maxOccurs="9"`, many+elementA), seq(elementA+element("c", `type="xs:int"`)))},
		{"content where there is none", "cos-particle-restrict.b", restricting(group("sequence", group("choice", "")), seq(elementA)), restricting(seq(element("a", optional)), "")},
		{"a member for its head", "cos-particle-restrict.2", head + restricting(seq(`<xs:element ref="m"/>`), seq(`<xs:element ref="h"/>`)), head + restricting(seq(`<xs:element ref="h"/>`), seq(`<xs:element ref="m"/>`))},
	})
}

// TestRestrictedTypes has a pair for each clause of Derivation Valid
// (Restriction, Complex), Part 1 §3.4.6, beside the content model.
func TestRestrictedTypes(t *testing.T) {
	attribute := func(more string) string { return `<xs:attribute name="x" ` + more + `/>` }
	open := func(more string) string { return `<xs:anyAttribute ` + more + `/>` }
	textBase := `<xs:simpleContent><xs:extension base="xs:int"/></xs:simpleContent>`
	final := func(what string) string {
		return `<xs:complexType name="B" final="` + what + `"/><xs:complexType name="D"><xs:complexContent><xs:restriction base="B"/></xs:complexContent></xs:complexType>`
	}
	ids := func(second string) string {
		return `<xs:complexType name="T"><xs:attribute name="i" type="xs:ID"/><xs:attribute name="j" type="` + second + `"/></xs:complexType>`
	}
	idGroup := func(second string) string {
		return `<xs:attributeGroup name="G"><xs:attribute name="i" type="xs:ID"/><xs:attribute name="j" type="` + second + `"/></xs:attributeGroup>`
	}
	holdRules(t, []ruleCase{
		{"final", "derivation-ok-restriction.1", final("restriction"), final("extension")},
		{"an attribute that is optional again", "derivation-ok-restriction.2.1.1", restricting(attribute(`type="xs:int" use="required"`), attribute(`type="xs:int"`)), restricting(attribute(`type="xs:int"`), attribute(`type="xs:int" use="required"`))},
		{"an attribute's type", "derivation-ok-restriction.2.1.2", restricting(attribute(`type="xs:int"`), attribute(`type="xs:string"`)), restricting(attribute(`type="xs:int"`), attribute(`type="xs:byte"`))},
		{"a fixed value of an attribute without a type", "derivation-ok-restriction.2.1.3", restricting(attribute(`fixed="1"`), attribute(`type="xs:int" fixed="2"`)), restricting(attribute(`fixed="1"`), attribute(`type="xs:int" fixed="01"`))},
		{"an attribute's fixed value", "derivation-ok-restriction.2.1.3", restricting(attribute(`type="xs:int" fixed="1"`), attribute(`type="xs:int" fixed="2"`)), restricting(attribute(`type="xs:int" fixed="1"`), attribute(`type="xs:int" fixed="+1"`))},
		{"an attribute of its own", "derivation-ok-restriction.2.2", restricting("", attribute(`type="xs:int"`)), restricting(open(""), attribute(`type="xs:int"`))},
		{"a required attribute goes", "derivation-ok-restriction.3", restricting(attribute(`type="xs:int" use="required"`), attribute(`type="xs:int" use="prohibited"`)), restricting(attribute(`type="xs:int"`), attribute(`type="xs:int" use="prohibited"`))},
		{"a wildcard of its own", "derivation-ok-restriction.4.1", restricting("", open("")), restricting(open(""), "")},
		{"a wildcard of more", "derivation-ok-restriction.4.2", restricting(open(`namespace="urn:a"`), open(`namespace="##any"`)), restricting(open(`namespace="##any"`), open(`namespace="urn:a"`))},
		{"a weaker wildcard", "derivation-ok-restriction.4.3", restricting(open(""), open(`processContents="skip"`)), restricting(open(`processContents="skip"`), open(""))},
		{"nothing for required children", "derivation-ok-restriction.5.3.2", restricting(group("sequence", elementA), ""), restricting(group("sequence", element("a", optional)), "")},
		{"children for text", "derivation-ok-restriction.5.4.1.2", restricting(textBase, group("sequence", elementA)), restricting(group("sequence", elementA), group("sequence", elementA))},
		{"two identifiers", "ct-props-correct.5", ids("xs:ID"), ids("xs:IDREF")},
		{"two identifiers of a group", "ag-props-correct.3", idGroup("xs:ID"), idGroup("xs:string")},
	})
}

// TestExtendedTypes has a pair for each clause of Derivation Valid (Extension).
func TestExtendedTypes(t *testing.T) {
	final := func(what string) string {
		return `<xs:complexType name="B" final="` + what + `"/><xs:complexType name="D"><xs:complexContent><xs:extension base="B"/></xs:complexContent></xs:complexType>`
	}
	simple := func(what string) string {
		return `<xs:simpleType name="S" final="` + what + `"><xs:restriction base="xs:int"/></xs:simpleType><xs:complexType name="D"><xs:simpleContent><xs:extension base="S"/></xs:simpleContent></xs:complexType>`
	}
	mixed := func(base, derived string) string {
		return `<xs:complexType name="B" mixed="` + base + `">` + group("sequence", elementA) + `</xs:complexType>` +
			`<xs:complexType name="D" mixed="` + derived + `"><xs:complexContent><xs:extension base="B">` + group("sequence", elementB) + `</xs:extension></xs:complexContent></xs:complexType>`
	}
	text := `<xs:simpleContent><xs:extension base="xs:int"/></xs:simpleContent>`
	holdRules(t, []ruleCase{
		{"final", "cos-ct-extends.1.1", final("extension"), final("restriction")},
		{"a final simple type", "cos-ct-extends.2.2", simple("#all"), simple("list")},
		{"text and children", "cos-ct-extends.1.4", extending(text, group("sequence", elementA)), extending("", group("sequence", elementA))},
		{"mixed", "cos-ct-extends.1.4.3.2.2.1", mixed("false", "true"), mixed("true", "true")},
		{"not mixed", "cos-ct-extends.1.4.3.2.2.1", mixed("true", "false"), mixed("false", "false")},
		{"a mixed extension of a mixed all group", "cos-all-limited.1.2", mixedAll(` mixed="true"`), mixedAll("")},
		{"an all group goes on", "cos-all-limited.1.2", extending(group("all", elementA), group("sequence", elementB)), extending(group("all", elementA), "")},
	})
}

// TestAmbiguousContent has a pair for Unique Particle Attribution and Element
// Declarations Consistent, Part 1 §3.8.6.
func TestAmbiguousContent(t *testing.T) {
	typed := func(inner string) string { return `<xs:complexType name="T">` + inner + `</xs:complexType>` }
	seq := func(inner string) string { return typed(group("sequence", inner)) }
	cho := func(inner string) string { return typed(group("choice", inner)) }
	a, maybe, many := elementA, element("a", optional), element("a", `type="xs:int" minOccurs="0" maxOccurs="unbounded"`)
	any := func(more string) string { return `<xs:any ` + more + `/>` }
	head := element("h", `type="xs:int"`) + element("m", `type="xs:int" substitutionGroup="h"`)
	holdRules(t, []ruleCase{
		{"two branches", "cos-nonambig", cho(a + a), seq(a + a)},
		{"an optional element", "cos-nonambig", seq(maybe + a), seq(maybe + elementB + a)},
		{"behind what may be nothing", "cos-nonambig", seq(maybe + element("b", optional) + a), seq(maybe + elementB + a)},
		{"a range", "cos-nonambig", seq(element("a", `type="xs:int" maxOccurs="2"`) + a), seq(element("a", `type="xs:int" minOccurs="2" maxOccurs="2"`) + a)},
		{"rounds of a group", "cos-nonambig", typed(group(`sequence maxOccurs="2"`, a+many)), typed(group(`sequence maxOccurs="2"`, elementB+many))},
		{"exact rounds", "cos-nonambig", seq(group(`sequence minOccurs="2" maxOccurs="2"`, elementB+many) + a), seq(group(`sequence minOccurs="2" maxOccurs="2"`, elementB+a) + a)},
		{"rounds of nothing", "cos-nonambig", seq(group(`choice minOccurs="2" maxOccurs="2"`, maybe+elementB) + a), seq(group(`choice minOccurs="2" maxOccurs="2"`, a+elementB) + a)},
		{"a wildcard", "cos-nonambig", seq(maybe + any("")), seq(maybe + any(`namespace="##other"`))},
		{"two wildcards", "cos-nonambig", seq(any(`minOccurs="0" namespace="urn:x urn:y"`) + any(`namespace="urn:y"`)), seq(any(`minOccurs="0" namespace="urn:x"`) + any(`namespace="urn:y"`))},
		{"a member and its head", "cos-nonambig", head + cho(`<xs:element ref="h"/><xs:element ref="m"/>`), head + seq(`<xs:element ref="h"/><xs:element ref="m"/>`)},
		{"a member and a wildcard", "cos-nonambig", head + cho(`<xs:element ref="h"/>`+any(`namespace="##targetNamespace"`)), head + cho(`<xs:element ref="h"/>`+any(`namespace="##local"`))},
		{"an all group", "cos-nonambig", typed(group("all", a+a)), typed(group("all", a+elementB))},
		{"two types of one name", "cos-element-consistent", seq(a + element("a", `type="xs:string"`)), seq(a + a)},
		{"two types of a member", "cos-element-consistent", head + seq(`<xs:element ref="h"/>`+elementB+element("m", `type="xs:string"`)), head + seq(`<xs:element ref="h"/>`+elementB+element("m", `type="xs:int"`))},
	})
}

// TestDefaultsAndFixedValues is about value constraints, Part 1 §3.2.6, §3.3.6,
// §3.5.6.
func TestDefaultsAndFixedValues(t *testing.T) {
	root := func(more, inner string) string {
		return `<xs:element name="r" ` + more + `>` + inner + `</xs:element>`
	}
	mixed := func(inner string) string {
		return root(`default="x"`, `<xs:complexType mixed="true">`+group("sequence", inner)+`</xs:complexType>`)
	}
	spelled := func(pattern string) string {
		return `<xs:simpleType name="S"><xs:restriction base="xs:decimal"><xs:pattern value="` + pattern + `"/></xs:restriction></xs:simpleType>` + element("r", `type="S" default="1"`)
	}
	use := func(decl, own string) string {
		return `<xs:attribute name="g" type="xs:int" ` + decl + `/><xs:complexType name="T"><xs:attribute ref="g" ` + own + `/></xs:complexType>`
	}
	headed := func(head, member string) string {
		return element("h", `type="`+head+`"`) + element("m", `substitutionGroup="h" type="`+member+`"`)
	}
	holdRules(t, []ruleCase{
		{"an element's value", "e-props-correct.2", root(`type="xs:int" default="x"`, ""), root(`type="xs:int" default="1"`, "")},
		{"a value that cannot be written out", "e-props-correct.2", spelled("1"), spelled("1(.0)?")},
		{"an element that identifies", "e-props-correct.5", root(`type="xs:ID" default="x"`, ""), root(`type="xs:IDREF" default="x"`, "")},
		{"a default for children", "cos-valid-default.2.1", root(`default="x"`, `<xs:complexType>`+group("sequence", elementA)+`</xs:complexType>`), mixed(element("a", optional))},
		{"a default for mixed content", "cos-valid-default.2.2.2", mixed(elementA), mixed(element("a", optional))},
		{"an attribute's value", "a-props-correct.2", `<xs:attribute name="g" type="xs:int" default="x"/>`, `<xs:attribute name="g" type="xs:int" default="1"/>`},
		{"an attribute that identifies", "a-props-correct.3", `<xs:attribute name="g" type="xs:ID" default="x"/>`, `<xs:attribute name="g" type="xs:IDREF" default="x"/>`},
		{"a use's value", "au-props-correct.1", use("", `default="x"`), use("", `default="1"`)},
		{"a use of a fixed attribute", "au-props-correct.2", use(`fixed="1"`, `fixed="2"`), use(`fixed="1"`, `fixed="01"`)},
		{"a member's type", "e-props-correct.4", headed("xs:int", "xs:string"), headed("xs:int", "xs:short")},
		{"a notation", "enumeration-required-notation", element("r", `type="xs:NOTATION"`), element("r", `type="xs:QName"`)},
	})
}

// TestDefaultsAreRead: what a default means is settled by the checks, since
// types are complete only then.
func TestDefaultsAreRead(t *testing.T) {
	s, list := problems(t, element("r", `type="xs:int" default=" 007 "`))
	if list.Len() > 0 {
		t.Fatal(list)
	}
	v := s.Element(xsd.QName{Space: "urn:t", Local: "r"}).Value
	if v.Lexical != "007" || v.Value.Canonical() != "7" {
		t.Errorf("got %q, %q", v.Lexical, v.Value.Canonical())
	}
}

// TestStepsBoundTheChecks: a content model that takes too many steps is given
// up with a warning, and once all of them have taken too many, the rest is too,
// with one warning for all.
func TestStepsBoundTheChecks(t *testing.T) {
	count := func(types, length, steps int) map[string]int {
		inner := ""
		for i := range types {
			inner += fmt.Sprintf(`<xs:complexType name="T%d"><xs:sequence>`, i) + strings.Repeat(element("a", optional)+elementB, length) + `</xs:sequence></xs:complexType>`
		}
		_, list := compiled(t, inner, compile.Limits{Steps: steps})
		seen := map[string]int{}
		for _, d := range list.Sorted() {
			seen[d.Message]++
		}
		return seen
	}
	if got := count(3, 4, 1000); len(got) > 0 {
		t.Errorf("what takes few steps: %v", got)
	}
	if got := count(1, 60, 30); got["the content model is too large to be checked for ambiguity within 30 steps"] != 1 {
		t.Errorf("what takes many steps: %v", got)
	}
	if got := count(60, 3, 300); got["the content models from here on are not checked: those before took 3000 steps"] != 1 {
		t.Errorf("many that take few steps: %v", got)
	}
}
