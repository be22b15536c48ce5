package witness_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/pairs"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// in is a schema with a root r of that content.
func in(space, content, more string) string {
	return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="` + space + `" xmlns:t="` + space + `" targetNamespace="` + space + `" elementFormDefault="qualified">` +
		`<xs:element name="r">` + content + `</xs:element>` + more + `</xs:schema>`
}

func sequence(content string) string { return `<xs:sequence>` + content + `</xs:sequence>` }

func complexType(content string) string { return `<xs:complexType>` + content + `</xs:complexType>` }

// element is one of a complex type.
func element(name, attributes, content string) string {
	return fmt.Sprintf(`<xs:element name=%q %s>%s</xs:element>`, name, attributes, complexType(content))
}

// text is an element of a simple type.
func text(name, typ, attributes string) string {
	return fmt.Sprintf(`<xs:element name=%q type=%q %s/>`, name, typ, attributes)
}

// types are an abstract type and one derived from it, which has the content.
func types(content string) string {
	return `<xs:complexType name="A" abstract="true"/><xs:complexType name="B"><xs:complexContent><xs:extension base="A">` + sequence(content) + `</xs:extension></xs:complexContent></xs:complexType>`
}

// two are children of two anonymous types, in the first of which they can be wrapped.
func two(open, end, typ string) string {
	b := element("b", `minOccurs="0"`, sequence(text("x", typ, `minOccurs="0"`)))
	return complexType(sequence(element("a", "", sequence(open+b+text("d", "xs:string", `minOccurs="0"`)+end)) + element("c", "", sequence(b))))
}

// stepped is a root with children that fields select by several steps.
func stepped(constraint string) string {
	return complexType(sequence(element("k", `maxOccurs="unbounded"`, sequence(element("n", "", sequence(text("m", "xs:int", "")))+text("o", "xs:int", `minOccurs="0"`))+`<xs:attribute name="id" type="xs:int"/>`))) + constraint
}

func derived(name string) string {
	return `<xs:complexType name="` + name + `"><xs:complexContent><xs:extension base="A"/></xs:complexContent></xs:complexType>`
}

// roots are elements of a type, each some levels farther from it than the one before.
func roots(typ string) string {
	list := `<xs:complexType name="A">` + sequence(text("x", typ, `minOccurs="0"`)) + `</xs:complexType>`
	inner := `<xs:element name="a" type="A"/>`
	for i := range 6 {
		list += element(fmt.Sprintf("r%d", i), "", sequence(inner))
		inner = element("a", "", sequence(inner))
	}
	return list
}

// round is a type whose elements are of it.
func round(name, typ string) string {
	return `<xs:complexType name="` + name + `">` + sequence(text("again", name, `minOccurs="0"`)+text("x", typ, `minOccurs="0"`)) + `</xs:complexType>`
}

func listOf(typ string) string {
	return `<xs:simpleType name="L"><xs:list itemType="` + typ + `"/></xs:simpleType>`
}

// api is a schema with an operation Get, whose request has that content.
func api(content, more string) string {
	return pairs.Document(element("message", "", sequence(element("body", "", sequence(`<xs:element name="content" type="body"/>`)))) +
		`<xs:complexType name="body" abstract="true"/>` + operation("get", content) + operation("getResponse", "") + more)
}

func operation(name, content string) string {
	return `<xs:complexType name="` + name + `"><xs:complexContent><xs:extension base="body">` + content + `</xs:extension></xs:complexContent></xs:complexType>`
}

// TestProofs makes one edit after the other, and back, and holds the documents that
// prove it against those kept, to the column of the error: a way to look for one
// that no longer finds it takes another or none.
func TestProofs(t *testing.T) {
	var b strings.Builder
	for _, c := range edits() {
		b.WriteString("# " + c[0] + "\n" + proofs(t, c[1], c[2]) + "# " + c[0] + ", back\n" + proofs(t, c[2], c[1]))
	}
	const kept = "testdata/proofs.txt"
	if os.Getenv("WBXGEN_GOLDEN") != "" {
		if err := os.WriteFile(kept, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(kept)
	if err != nil {
		t.Fatal(err)
	}
	got, wanted := strings.Split(b.String(), "\n"), strings.Split(string(want), "\n")
	name := ""
	for i, line := range got {
		if strings.HasPrefix(line, "# ") {
			name = line
		}
		if i >= len(wanted) || line != wanted[i] {
			t.Fatalf("%s, line %d: got\n%s\nkept is\n%s", name, i+1, line, strings.Join(wanted[min(i, len(wanted)):min(i+1, len(wanted))], ""))
		}
	}
	if len(got) != len(wanted) {
		t.Errorf("%d lines, %d are kept", len(got), len(wanted))
	}
}

// proofs writes the changes between two schemas with their documents, which both
// versions are asked about.
func proofs(t *testing.T, old, now string) string {
	t.Helper()
	var b strings.Builder
	was, is := pairs.Side(t, "old", old), pairs.Side(t, "new", now)
	r := proven(was, is, diff.Options{})
	holdWitnesses(t, r, was, is)
	for _, c := range r.Changes {
		fmt.Fprintf(&b, "%s %s%s\n", c.ID, c.Component.Display(), strings.TrimRight(" "+string(c.Reason), " "))
		for _, w := range c.Witnesses {
			fmt.Fprintf(&b, "  %s %s\n  %s %s\n", w.Direction, strings.TrimSpace(w.XML), w.Path, w.Error)
		}
	}
	return b.String()
}

// edits are pairs of schemas by what is edited.
func edits() [][3]string {
	const v1, v2 = "urn:v1", "urn:v2"
	r := func(content string) string { return complexType(sequence(content)) }
	x := func(typ string) string { return text("x", typ, `minOccurs="0"`) }
	bd := func(typ string) string {
		return element("b", `minOccurs="0"`, sequence(x(typ))) + text("d", "xs:string", `minOccurs="0" maxOccurs="2"`)
	}
	keyed := func(constraint string) string {
		return r(element("k", `maxOccurs="unbounded"`, sequence(text("n", "xs:int", ""))+`<xs:attribute name="id" type="xs:int"/>`)+
			element("f", `minOccurs="0" maxOccurs="unbounded"`, `<xs:attribute name="to" type="xs:int" use="required"/>`)) + constraint
	}
	key := `<xs:key name="key"><xs:selector xpath="t:k"/><xs:field xpath="t:n"/></xs:key>`
	unique := func(of string) string {
		return `<xs:unique name="one"><xs:selector xpath="` + of + `"/><xs:field xpath="@id"/></xs:unique>`
	}
	ref := `<xs:keyref name="ref" refer="t:key"><xs:selector xpath="t:f"/><xs:field xpath="@to"/></xs:keyref>`
	any := func(process string) string {
		return `<xs:any namespace="##any" processContents="` + process + `" minOccurs="0"/>`
	}
	return [][3]string{
		{"wrapped", in(v1, r(element("a", "", sequence(bd("xs:long")))), ""), in(v1, r(element("a", "", sequence(element("w", "", sequence(bd("xs:int")))))), "")},
		{"wrapped and renamed space", in(v1, r(element("a", "", sequence(bd("xs:long")))), ""), in(v2, r(element("a", "", sequence(element("w", "", sequence(bd("xs:int")))))), "")},
		{"renamed", in(v1, r(element("account", "", sequence(x("xs:long")))), ""), in(v1, r(element("accounts", "", sequence(x("xs:int")))), "")},
		{"key added", in(v1, keyed(key), ""), in(v1, keyed(key+ref), "")},
		{"unique added", in(v1, keyed(""), ""), in(v1, keyed(unique("t:k")), "")},
		{"unique by descendants", in(v1, keyed(""), ""), in(v1, keyed(unique(".//t:k")), "")},
		{"unique of all", in(v1, keyed(""), ""), in(v1, keyed(unique("*")), "")},
		{"wildcard of elements", in(v1, r(any("lax")), text("g", "xs:int", "")), in(v1, r(any("strict")), text("g", "xs:int", ""))},
		{"wildcard of attributes", in(v1, complexType(`<xs:anyAttribute namespace="##any" processContents="lax"/>`), `<xs:attribute name="g" type="xs:int"/>`),
			in(v1, complexType(`<xs:anyAttribute namespace="##targetNamespace" processContents="strict"/>`), `<xs:attribute name="g" type="xs:int"/>`)},
		{"order", in(v1, r(text("p", "xs:int", `minOccurs="0"`)+text("q", "xs:int", `minOccurs="0"`)), ""), in(v1, r(text("q", "xs:int", `minOccurs="0"`)+text("p", "xs:int", `minOccurs="0"`)), "")},
		{"let in", in(v1, r(element("in", `minOccurs="0"`, sequence(any("strict")))), text("g", "xs:long", "")), in(v1, r(element("in", `minOccurs="0"`, sequence(any("strict")))), text("g", "xs:int", ""))},
		{"attribute let in", in(v1, complexType(`<xs:anyAttribute namespace="##any"/>`), `<xs:attribute name="g" type="xs:long"/>`), in(v1, complexType(`<xs:anyAttribute namespace="##any"/>`), `<xs:attribute name="g" type="xs:int"/>`)},
		{"models", in(v1, r(`<xs:choice minOccurs="0" maxOccurs="2">`+text("p", "xs:int", "")+text("q", "xs:int", "")+`</xs:choice>`), ""), in(v1, r(`<xs:choice minOccurs="0" maxOccurs="2">`+text("p", "xs:int", "")+sequence(text("q", "xs:int", "")+text("p", "xs:int", ""))+`</xs:choice>`), "")},
		{"nillable", in(v1, r(element("a", `nillable="true"`, "")), ""), in(v1, r(element("a", ``, "")), "")},
		{"type replaced", in(v1, r(`<xs:element name="a" type="A"/>`), `<xs:complexType name="A"><xs:sequence>`+text("n", "xs:long", `nillable="true" minOccurs="0"`)+text("m", "xs:long", "")+`</xs:sequence><xs:attribute name="z" type="xs:string"/><xs:attribute name="y" type="xs:int"/></xs:complexType>`),
			in(v1, r(`<xs:element name="a" type="B"/>`), `<xs:complexType name="B"><xs:sequence>`+text("n", "xs:int", "")+`</xs:sequence><xs:attribute name="y" type="xs:string"/></xs:complexType>`)},
		{"wrapped in a derived type", in(v1, r(`<xs:element name="a" type="A"/>`), types(bd("xs:long"))), in(v1, r(`<xs:element name="a" type="A"/>`), types(element("w", "", sequence(bd("xs:int")))))},
		{"two in a wrapper", in(v1, r(element("a", "", sequence(text("p", "xs:int", "")+text("q", "xs:int", "")+x("xs:long")))), ""), in(v1, r(element("a", "", sequence(element("w", "", sequence(text("p", "xs:int", "")+text("q", "xs:int", "")+x("xs:int")))))), "")},
		{"an operation", api(`<xs:sequence>`+x("xs:long")+`</xs:sequence>`, ""), api(`<xs:sequence>`+x("xs:int")+`</xs:sequence>`, "")},
		{"wrapped in an operation", api(sequence(bd("xs:long")), ""), api(sequence(element("w", "", sequence(bd("xs:int")))), "")},
		{"let in by an operation", api(`<xs:sequence>`+any("lax")+`</xs:sequence>`, text("g", "xs:long", "")), api(`<xs:sequence>`+any("lax")+`</xs:sequence>`, text("g", "xs:int", ""))},
		{"attribute let in by an operation", api(`<xs:anyAttribute namespace="##any" processContents="lax"/>`, `<xs:attribute name="g" type="xs:long"/>`), api(`<xs:anyAttribute namespace="##any" processContents="lax"/>`, `<xs:attribute name="g" type="xs:int"/>`)},
		{"a type that both have", in(v1, r(`<xs:element name="a" type="A"/>`+text("x", "xs:long", "")), types("")+derived("C")), in(v1, r(`<xs:element name="a" type="A"/>`+text("x", "xs:int", "")), `<xs:complexType name="A" abstract="true"/>`+derived("C"))},
		{"wrapped in one of two types", in(v1, two("", "", "xs:long"), ""), in(v1, two(`<xs:element name="w"><xs:complexType><xs:sequence>`, `</xs:sequence></xs:complexType></xs:element>`, "xs:int"), "")},
		{"fields some steps away", in(v1, stepped(""), ""), in(v1, stepped(`<xs:unique name="one"><xs:selector xpath="t:k"/><xs:field xpath="t:n/t:m"/></xs:unique>`), "")},
		{"fields by two paths", in(v1, stepped(""), ""), in(v1, stepped(`<xs:unique name="one"><xs:selector xpath="t:k"/><xs:field xpath="t:o|@id"/></xs:unique>`), "")},
		{"many roots", in(v1, r(`<xs:element name="a" type="A"/>`), roots("xs:long")), in(v1, r(`<xs:element name="a" type="A"/>`), roots("xs:int"))},
		{"a round of types", in(v1, complexType(sequence(`<xs:element name="a" type="A"/>`)), round("A", "xs:long")), in(v1, complexType(sequence(`<xs:element name="a" type="B"/>`)), round("B", "xs:int"))},
		{"a key of two", in(v1, keyed(""), ""), in(v1, keyed(`<xs:key name="two"><xs:selector xpath="t:k"/><xs:field xpath="t:n"/><xs:field xpath="@id"/></xs:key>`), "")},
		{"unique once only", in(v1, r(element("k", `maxOccurs="1"`, `<xs:attribute name="id" type="xs:int"/>`)), ""), in(v1, r(element("k", `maxOccurs="1"`, `<xs:attribute name="id" type="xs:int"/>`))+unique("t:k"), "")},
		{"mixed", in(v1, `<xs:complexType mixed="true"><xs:sequence/></xs:complexType>`, ""), in(v1, complexType(""), "")},
		{"facets of a list", in(v1, r(`<xs:element name="l" type="L"/>`), listOf("xs:long")), in(v1, r(`<xs:element name="l" type="L"/>`), listOf("xs:int"))},
	}
}

// unqualified is an API whose requests name their types by a text and have no
// namespaces.
type unqualified struct{ profile.Base }

func (unqualified) Envelope() profile.Envelope {
	return profile.Envelope{Root: xsd.QName{Space: "urn:t", Local: "message"}, Path: []string{"body", "content"}, Body: xsd.QName{Space: "urn:t", Local: "body"}, Unqualified: true}
}

func (unqualified) Operations(s *xsd.Schema) []profile.Operation {
	var list []profile.Operation
	for _, p := range profile.TypePairs(s, xsd.QName{Space: "urn:t", Local: "body"}, "Response") {
		list = append(list, profile.Operation{Name: "Get", WireType: "java:Get", Request: p.Request, Response: p.Response})
	}
	return list
}

// TestAWitnessIsShownAsItIsSent: a request, but no response, has the form that goes
// over the wire beside the one that validates.
func TestAWitnessIsShownAsItIsSent(t *testing.T) {
	schema := func(typ string) string {
		return pairs.Document(element("message", "", sequence(element("body", "", sequence(`<xs:element name="content" type="body"/>`)))) +
			`<xs:complexType name="body" abstract="true"/>` + operation("get", sequence(text("x", typ, ""))) + operation("getResponse", sequence(text("y", typ, ""))))
	}
	side := func(label, typ string) *diff.Side {
		return diff.NewSide(label, pairs.Side(t, label, schema(typ)).Schema, unqualified{})
	}
	r := proven(side("old", "xs:long"), side("new", "xs:int"), diff.Options{})
	sent := map[change.Direction]string{}
	for _, c := range append(r.Changes, proven(side("old", "xs:int"), side("new", "xs:long"), diff.Options{}).Changes...) {
		for _, w := range c.Witnesses {
			sent[w.Direction] += w.Sent
		}
	}
	const want = `<ns1:message xmlns:ns1="urn:t" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><body><content xsi:type="java:Get"><x>3000000000</x></content></body></ns1:message>`
	if text, ok := sent[change.Response]; sent[change.Request] != want || text != "" || !ok {
		t.Errorf("sent is\n%q", sent)
	}
}
