package binding_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/profile"
	webexprofile "github.com/wbxgen/wbxgen/internal/profile/webex"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// bind plans documents that are given by the inside of their schema element,
// with the prefix t for the namespace urn:test.
func bind(t *testing.T, lock *binding.Lock, o binding.Options, documents ...string) (*plan.Plan, *diag.List) {
	t.Helper()
	dir := t.TempDir()
	for i, inside := range documents {
		text := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:test" targetNamespace="urn:test">` + inside + `</xs:schema>`
		if err := os.WriteFile(filepath.Join(dir, string(rune('a'+i))+".xsd"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	set, err := source.Open(dir, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	schema, diags := compile.Compile(set, compile.Options{})
	if err := diags.Err(); err != nil {
		t.Fatal(err)
	}
	o.Lock, o.ImportPath, o.RootName = lock, "example.com/api", "api"
	return binding.New(schema, o)
}

// names lists the Go types of a plan by the schema type they are made from.
func names(p *plan.Plan) map[string]string {
	found := map[string]string{}
	for _, pkg := range p.Packages {
		for _, d := range pkg.Types {
			switch d := d.(type) {
			case *plan.Struct:
				found[d.XMLName.Local] = d.Name
			case *plan.Simple:
				found[d.XMLName.Local] = d.Name
			}
		}
	}
	delete(found, "")
	return found
}

const (
	oldTypes = `<xs:complexType name="itemType"/>`
	newTypes = oldTypes + `<xs:complexType name="item"/>`
)

func TestANameOnceGivenStays(t *testing.T) {
	lock := binding.NewLock()
	before, _ := bind(t, lock, binding.Options{}, oldTypes)
	if got := names(before)["itemType"]; got != "Item" {
		t.Fatalf("itemType became %s", got)
	}
	kept, err := binding.ReadLock(lock.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	after, _ := bind(t, kept, binding.Options{}, newTypes)
	if d := cmp.Diff(map[string]string{"itemType": "Item", "item": "ItemType"}, names(after)); d != "" {
		t.Error(d)
	}
	fresh, _ := bind(t, binding.NewLock(), binding.Options{}, newTypes)
	if d := cmp.Diff(map[string]string{"itemType": "ItemType", "item": "Item"}, names(fresh)); d != "" {
		t.Errorf("without a lock the exact name has the better right: %s", d)
	}
}

func TestTheNameOfAHelperStays(t *testing.T) {
	const status = `<xs:simpleType name="Status"><xs:restriction base="xs:string"><xs:enumeration value="on"/></xs:restriction></xs:simpleType>`
	lock := binding.NewLock()
	bind(t, lock, binding.Options{}, status)
	both, _ := bind(t, lock, binding.Options{}, status+`<xs:complexType name="StatusValues"/>`)
	if got := names(both)["StatusValues"]; got != "StatusValuesType" {
		t.Errorf("the new type took the name %s from a function", got)
	}
	for _, d := range both.Packages[0].Types {
		if s, ok := d.(*plan.Simple); ok && s.ValuesFunc != "StatusValues" {
			t.Errorf("the function is called %s now", s.ValuesFunc)
		}
	}
}

// What is not in the schema any more keeps its name from nobody, but has it
// again when it comes back.
func TestWhatIsGoneGivesWay(t *testing.T) {
	lock := binding.NewLock()
	bind(t, lock, binding.Options{}, oldTypes)
	const anonymous = `<xs:element name="item"><xs:complexType/></xs:element>`
	without, _ := bind(t, lock, binding.Options{}, anonymous)
	if got := without.Packages[0].Types[0].TypeName(); got != "Item" {
		t.Errorf("the anonymous type of item is called %s", got)
	}
	again, _ := bind(t, lock, binding.Options{}, oldTypes+anonymous)
	var got []string
	for _, d := range again.Packages[0].Types {
		got = append(got, d.TypeName())
	}
	if d := cmp.Diff([]string{"Item", "ItemElement"}, got); d != "" {
		t.Error(d)
	}
}

func TestNamesDoNotDependOnTheOrderOfDocuments(t *testing.T) {
	a, b := `<xs:complexType name="repeatType"/><xs:simpleType name="repeatTypeType"><xs:restriction base="xs:string"/></xs:simpleType>`,
		`<xs:complexType name="repeat"/>`
	one, _ := bind(t, binding.NewLock(), binding.Options{}, a, b)
	two, _ := bind(t, binding.NewLock(), binding.Options{}, b, a)
	if d := cmp.Diff(names(one), names(two)); d != "" {
		t.Error(d)
	}
}

func TestTheLockIsReadBack(t *testing.T) {
	lock := binding.NewLock()
	bind(t, lock, binding.Options{}, `<xs:simpleType name="odd"><xs:restriction base="xs:string"><xs:enumeration value="#a&#9;b\"/><xs:enumeration value="&#10;"/></xs:restriction></xs:simpleType>`)
	again, err := binding.ReadLock(lock.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(lock.Bytes()), string(again.Bytes())); d != "" {
		t.Error(d)
	}
	if _, err := binding.ReadLock([]byte("scope\n\tthing without a name\n")); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("got %v", err)
	}
}

func TestWhatCannotBeMappedIsReported(t *testing.T) {
	_, notes := bind(t, binding.NewLock(), binding.Options{}, `<xs:complexType name="a">
		<xs:attribute name="x" type="xs:hexBinary" default="0A"/>
		<xs:attribute name="y"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="(a{2000}b)?"/></xs:restriction></xs:simpleType></xs:attribute>
	</xs:complexType>`)
	for _, code := range []string{"[wbxgen-unsupported-default]", "is beyond what generated code can check"} {
		if !strings.Contains(notes.String(), code) {
			t.Errorf("%s is not reported: %s", code, notes)
		}
	}
}

func TestIntegersAreExactUnlessTheProfileSaysOtherwise(t *testing.T) {
	document := `<xs:complexType name="a"><xs:sequence>
		<xs:element name="any" type="xs:integer"/>
		<xs:element name="small"><xs:simpleType><xs:restriction base="xs:nonNegativeInteger"><xs:maxInclusive value="9"/></xs:restriction></xs:simpleType></xs:element>
		<xs:element name="large"><xs:simpleType><xs:restriction base="xs:positiveInteger"><xs:maxInclusive value="18446744073709551615"/></xs:restriction></xs:simpleType></xs:element>
	</xs:sequence></xs:complexType>`
	for _, c := range []struct {
		profile profile.Profile
		want    string
	}{
		{nil, "Integer int64 uint64"},
		{webexprofile.Profile, "int64 int64 int64"},
	} {
		p, _ := bind(t, binding.NewLock(), binding.Options{Profile: c.profile}, document)
		var types []string
		for _, d := range p.Packages[0].Types {
			if s, ok := d.(*plan.Struct); ok {
				for _, f := range s.Fields {
					types = append(types, f.Type.Name)
				}
			}
		}
		if got := strings.Join(types, " "); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

// TestAnOwnTypeIsThatOfRestrictionsToo: not that of enumerations and lists of it,
// and a type of the user's for a built-in one is not that of all built-in ones.
func TestAnOwnTypeIsThatOfRestrictionsToo(t *testing.T) {
	dir := t.TempDir()
	const text = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:test" targetNamespace="urn:test">` +
		`<xs:simpleType name="amount"><xs:restriction base="xs:decimal"/></xs:simpleType>` +
		`<xs:simpleType name="small"><xs:restriction base="t:amount"><xs:maxInclusive value="9"/></xs:restriction></xs:simpleType>` +
		`<xs:simpleType name="smaller"><xs:restriction base="t:small"/></xs:simpleType>` +
		`<xs:simpleType name="some"><xs:restriction base="t:amount"><xs:enumeration value="1"/></xs:restriction></xs:simpleType>` +
		`<xs:simpleType name="many"><xs:list itemType="t:amount"/></xs:simpleType>` +
		`<xs:complexType name="c"><xs:attribute name="amount" type="t:amount"/><xs:attribute name="small" type="t:small"/><xs:attribute name="smaller" type="t:smaller"/>` +
		`<xs:attribute name="some" type="t:some"/><xs:attribute name="many" type="t:many"/><xs:attribute name="other" type="xs:decimal"/><xs:attribute name="long" type="xs:long"/></xs:complexType></xs:schema>`
	if err := os.WriteFile(filepath.Join(dir, "a.xsd"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	set, err := source.Open(dir, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, diags := compile.Compile(set, compile.Options{})
	if err := diags.Err(); err != nil {
		t.Fatal(err)
	}
	money := &plan.Own{Type: plan.Type{Import: "example.com/money", Name: "Amount"}, Package: "money"}
	types := map[xsd.Component]*plan.Own{s.Type(xsd.QName{Space: "urn:test", Local: "amount"}): money}
	p, diags := binding.New(s, binding.Options{Types: types, Lock: binding.NewLock(), ImportPath: "example.com/api", RootName: "api"})
	if err := diags.Err(); err != nil {
		t.Fatal(err)
	}
	want := map[string]bool{"amount": true, "small": true, "smaller": true, "some": false, "many": false, "other": false, "long": false}
	for _, pkg := range p.Packages {
		for _, d := range pkg.Types {
			if c, ok := d.(*plan.Struct); ok {
				for _, f := range c.Attrs {
					if got := f.Own == money; got != want[strings.ToLower(f.Name)] {
						t.Errorf("%s is of the user's type: %v", strings.ToLower(f.Name), got)
					}
					delete(want, strings.ToLower(f.Name))
				}
			}
		}
	}
	if len(want) > 0 {
		t.Errorf("no fields for %v", want)
	}
}

// TestATextOfVeryManySentences is not searched in others from each of them on, which
// took 15 seconds and four times that for twice the text.
func TestATextOfVeryManySentences(t *testing.T) {
	text := strings.Repeat("A. ", 400_000)
	done := make(chan *plan.Plan, 1)
	go func() {
		p, _ := bind(t, nil, binding.Options{}, `<xs:element name="a"><xs:complexType><xs:sequence>
			<xs:element name="b" type="xs:int"><xs:annotation><xs:documentation>`+text+`</xs:documentation></xs:annotation></xs:element>
			<xs:element name="c" type="xs:int"><xs:annotation><xs:documentation>`+text+`</xs:documentation></xs:annotation></xs:element>
		</xs:sequence></xs:complexType></xs:element>`)
		done <- p
	}()
	select {
	case p := <-done:
		fields := p.Packages[0].Types[0].(*plan.Struct).Fields
		if got := fields[0].Doc; len(got) != 1 || got[0] != strings.TrimSpace(text) {
			t.Errorf("the first text has %d paragraphs", len(got))
		}
		if got, want := fields[1].Doc, "A. More at B."; len(got) != 1 || got[0] != want {
			t.Errorf("the second text is %.100q, want %q", got, want)
		}
	case <-time.After(8 * time.Second):
		t.Error("no plan in 8 seconds")
	}
}
