package diff_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/pairs"
	"github.com/wbxgen/wbxgen/internal/project"
)

// compared compares the contents of two schema elements, and asks what holds of
// every result.
func compared(t *testing.T, old, now string) *change.Result {
	t.Helper()
	before, after := diff.NewSide("old", schemaOf(t, old), nil), diff.NewSide("new", schemaOf(t, now), nil)
	r := project.Compare(before, after, diff.Options{})
	seen := map[string]bool{}
	for _, c := range r.Changes {
		if seen[c.Fingerprint] {
			t.Errorf("two changes have the fingerprint %s", c.Fingerprint)
		}
		seen[c.Fingerprint] = true
	}
	checkWitnesses(t, r, before, after)
	checkComplete(t, r, before, after)
	return r
}

// rooted is a schema whose one root has that content, with other components.
func rooted(content, others string) string {
	return `<xs:element name="r"><xs:complexType>` + content + `</xs:complexType></xs:element>` + others
}

// find returns the changes of a rule.
func find(r *change.Result, id change.ID) []change.Change {
	return slices.DeleteFunc(slices.Clone(r.Changes), func(c change.Change) bool { return c.ID != id })
}

// branches writes a choice of sequences of elements, a comma between them.
func branches(list []string) string {
	var b strings.Builder
	b.WriteString("<xs:choice>")
	for _, branch := range list {
		b.WriteString("<xs:sequence>")
		for name := range strings.SplitSeq(branch, ",") {
			b.WriteString(`<xs:element name="` + name + `" type="xs:string"/>`)
		}
		b.WriteString("</xs:sequence>")
	}
	return b.String() + "</xs:choice>"
}

// TestBranchesThatStayAreNotTold exchanges branches of a choice for others: each
// that went and came is told once, whatever share of them stays.
func TestBranchesThatStayAreNotTold(t *testing.T) {
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 11))
		var old, now []string
		gone, come := 0, 0
		for i := range 2 + r.IntN(5) {
			branch := fmt.Sprintf("a%d", i)
			if r.IntN(2) == 0 {
				branch += fmt.Sprintf(",b%d", i)
			}
			switch r.IntN(3) {
			case 0:
				old, now = append(old, branch), append(now, branch)
			case 1:
				old, gone = append(old, branch), gone+1
			default:
				now, come = append(now, "other"+branch), come+1
			}
		}
		if len(old) < 2 || len(now) < 2 || gone == 0 || come == 0 || len(old) == gone {
			continue
		}
		r.Shuffle(len(now), func(i, j int) { now[i], now[j] = now[j], now[i] })
		after := `<xs:element name="z" type="xs:string" minOccurs="0"/></xs:sequence>`
		result := compared(t, rooted("<xs:sequence>"+branches(old)+after, ""), rooted("<xs:sequence>"+branches(now)+after, ""))
		if g, c := len(find(result, change.ChoiceBranchRemoved)), len(find(result, change.ChoiceBranchAdded)); g != gone || c != come || len(result.Changes) != g+c {
			t.Errorf("seed %d: %v -> %v\n%s", seed, old, now, pairs.Describe(result))
		}
	}
}

// TestABranchInAnotherPlaceIsNoBreak puts some branches into a sequence with an
// optional element: they are accepted as before, and only the one that is not
// accepted alone breaks.
func TestABranchInAnotherPlaceIsNoBreak(t *testing.T) {
	element := func(name, more string) string {
		return `<xs:element name="` + name + `" type="xs:string"` + more + `/>`
	}
	for n := 1; n <= 4; n++ {
		var moved strings.Builder
		for i := range n {
			moved.WriteString(element(fmt.Sprintf("m%d", i), ""))
		}
		old := "<xs:choice>" + moved.String() + element("last", "") + element("code", "") + "</xs:choice>"
		now := "<xs:choice><xs:sequence><xs:choice>" + moved.String() + "</xs:choice>" + element("last", ` minOccurs="0"`) + "</xs:sequence>" + element("code", "") + "</xs:choice>"
		r := compared(t, rooted(old, ""), rooted(now, ""))
		removed := find(r, change.ChoiceBranchRemoved)
		if len(removed) != 1 || removed[0].Component.Path != "last" || removed[0].Severity.Request != change.Break {
			t.Errorf("%d moved:\n%s", n, pairs.Describe(r))
		}
	}
}

// edits are changes of the inside of a complex type: before and after.
var edits = map[string][2]string{
	"optional attribute": {`<xs:sequence><xs:element name="a" type="xs:string"/></xs:sequence>`, `<xs:sequence><xs:element name="a" type="xs:string"/></xs:sequence><xs:attribute name="n"/>`},
	"required attribute": {`<xs:sequence><xs:element name="a" type="xs:string"/></xs:sequence>`, `<xs:sequence><xs:element name="a" type="xs:string"/></xs:sequence><xs:attribute name="n" use="required"/>`},
	"optional element":   {`<xs:sequence><xs:element name="a" type="xs:string"/></xs:sequence>`, `<xs:sequence><xs:element name="a" type="xs:string"/><xs:element name="b" type="xs:string" minOccurs="0"/></xs:sequence>`},
	"becomes optional":   {`<xs:sequence><xs:element name="a" type="xs:string"/><xs:element name="b" type="xs:string"/></xs:sequence>`, `<xs:sequence><xs:element name="a" type="xs:string"/><xs:element name="b" type="xs:string" minOccurs="0"/></xs:sequence>`},
	"becomes repeated":   {`<xs:sequence><xs:element name="a" type="xs:string"/></xs:sequence>`, `<xs:sequence><xs:element name="a" type="xs:string" maxOccurs="9"/></xs:sequence>`},
	"text gains":         {`<xs:simpleContent><xs:extension base="xs:string"/></xs:simpleContent>`, `<xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="n" type="xs:ID"/></xs:extension></xs:simpleContent>`},
}

// TestAnEditHasOneLevelHoweverItIsWritten makes each edit in place, and by way of
// another type, in both directions.
func TestAnEditHasOneLevelHoweverItIsWritten(t *testing.T) {
	use := func(name string) string {
		return `<xs:sequence><xs:element name="x" type="` + name + `"/><xs:element name="y" type="p" minOccurs="0"/></xs:sequence>`
	}
	typed := func(name, body string) string {
		return `<xs:complexType name="` + name + `">` + body + `</xs:complexType>`
	}
	one := `<xs:sequence><xs:element name="x" type="p"/></xs:sequence>`
	for name, edit := range edits {
		for i := range 2 {
			before, after := edit[i], edit[1-i]
			inPlace := worst(compared(t, rooted(one, typed("p", before)), rooted(one, typed("p", after))))
			exchanged := worst(compared(t, rooted(use("p"), typed("p", before)), rooted(use("q"), typed("p", before)+typed("q", after))))
			if inPlace != exchanged {
				t.Errorf("%s, way %d: in place %v, by another type %v", name, i, inPlace, exchanged)
			}
		}
	}
}

// worst is the worst of each direction; what it means for Go differs.
func worst(r *change.Result) change.Severity {
	var s change.Severity
	for _, c := range r.Changes {
		s = s.Merge(c.Severity)
	}
	s.Go = change.GoNone
	return s
}

// TestATypeThatBecomesAnythingIsWidened exchanges types of many kinds for
// xs:anyType.
func TestATypeThatBecomesAnythingIsWidened(t *testing.T) {
	for name, edit := range edits {
		for _, body := range edit {
			p := `<xs:complexType name="p">` + body + `</xs:complexType>`
			r := compared(t, rooted(`<xs:sequence><xs:element name="x" type="p"/></xs:sequence>`, p), rooted(`<xs:sequence><xs:element name="x"/></xs:sequence>`, p))
			if len(find(r, change.TypeWidened)) != 1 || worst(r).Request > change.Info || worst(r).Response > change.Risk {
				t.Errorf("%s:\n%s", name, pairs.Describe(r))
			}
		}
	}
}

// TestAnAttributeThatAWildcardTakesIsNotRefused replaces an attribute by
// anyAttribute, with each way to process it.
func TestAnAttributeThatAWildcardTakesIsNotRefused(t *testing.T) {
	for _, process := range []string{"skip", "lax", "strict"} {
		for _, use := range []string{"optional", "required"} {
			r := compared(t, rooted(`<xs:attribute name="x" use="`+use+`"/>`, ""), rooted(`<xs:anyAttribute processContents="`+process+`"/>`, ""))
			removed := find(r, change.AttributeRemoved)
			if len(removed) != 1 || (removed[0].Severity.Request <= change.Info) != (process != "strict") {
				t.Errorf("%s, %s:\n%s", process, use, pairs.Describe(r))
			}
		}
	}
}

// TestEachWitnessShowsItsValue takes values from an enumeration and adds others:
// the witness of each contains it.
func TestEachWitnessShowsItsValue(t *testing.T) {
	for n := 1; n <= 6; n++ {
		old := append(namesOf("gone", n), "kept")
		now := append(namesOf("come", n), "kept")
		r := compared(t, enumerating(old), enumerating(now))
		for _, c := range r.Changes {
			value := c.Old
			if value == nil {
				value = c.New
			}
			one := value.Text
			if len(value.List) > 0 {
				one = value.List[0]
			}
			for _, w := range c.Witnesses {
				if !strings.Contains(w.XML, ">"+one+"<") || !strings.Contains(w.Error, `"`+one+`"`) {
					t.Errorf("%s %s is shown by %s: %s", c.ID, value.Text, w.XML, w.Error)
				}
			}
		}
	}
}

// TestDeprecatedValuesAreNamed deprecates all values of a type but the last.
func TestDeprecatedValuesAreNamed(t *testing.T) {
	note := `<xs:annotation><xs:documentation>Deprecated</xs:documentation></xs:annotation>`
	for n := 2; n <= 5; n++ {
		old := enumerating(namesOf("v", n))
		r := compared(t, old, strings.ReplaceAll(old, `"/><xs:enum`, `">`+note+`</xs:enumeration><xs:enum`))
		if got := find(r, change.DeprecationAdded); len(got) != n-1 {
			t.Fatalf("%d of %d:\n%s", len(got), n-1, pairs.Describe(r))
		}
		for _, c := range r.Changes {
			if !strings.HasPrefix(c.New.Text, "v") {
				t.Errorf("the value is not named: %s", c.New.Text)
			}
		}
	}
}

// TestALabelNamesTheGroupThatWasEdited nests groups, whose names sort in any
// way, and adds an element or attribute to the innermost.
func TestALabelNamesTheGroupThatWasEdited(t *testing.T) {
	for _, names := range [][]string{{"a", "b", "c"}, {"c", "b", "a"}, {"b", "a", "c"}, {"m", "z", "a"}} {
		nested := func(inner, attribute string) string {
			s := `<xs:group name="` + names[0] + `"><xs:sequence><xs:element name="k" type="xs:string"/>` + inner + `</xs:sequence></xs:group>` +
				`<xs:attributeGroup name="` + names[0] + `"><xs:attribute name="i"/>` + attribute + `</xs:attributeGroup>`
			for i := 1; i < len(names); i++ {
				s += `<xs:group name="` + names[i] + `"><xs:sequence><xs:group ref="` + names[i-1] + `"/></xs:sequence></xs:group>` +
					`<xs:attributeGroup name="` + names[i] + `"><xs:attribute name="j` + names[i] + `"/><xs:attributeGroup ref="` + names[i-1] + `"/></xs:attributeGroup>`
			}
			return s
		}
		last := names[len(names)-1]
		root := `<xs:group ref="` + last + `"/><xs:attributeGroup ref="` + last + `"/>`
		r := compared(t, rooted(root, nested("", "")), rooted(root, nested(`<xs:element name="h" type="xs:string" minOccurs="0"/>`, `<xs:attribute name="n"/>`)))
		for _, c := range r.Changes {
			if c.Component.Name.Local != names[0] {
				t.Errorf("%v: %s is said of %s", names, c.ID, c.Component.Display())
			}
		}
		if len(r.Changes) != 2 {
			t.Errorf("%v:\n%s", names, pairs.Describe(r))
		}
	}
}

// TestNamespacesThatCarryAVersionArePaired gives a schema's namespace another
// version, in several spellings, and most of its types other names.
func TestNamespacesThatCarryAVersionArePaired(t *testing.T) {
	schema := func(space, version, more string) string {
		return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="` + space + `" targetNamespace="` + space + `" elementFormDefault="qualified">
<xs:element name="Document" type="Document"/>
<xs:complexType name="Document"><xs:sequence><xs:element name="Head" type="Head` + version + `"/><xs:element name="Line" type="Line` + version + `" maxOccurs="unbounded"/>` + more + `</xs:sequence></xs:complexType>
<xs:complexType name="Head` + version + `"><xs:sequence><xs:element name="Id" type="Max` + version + `Text"/><xs:element name="Made" type="xs:dateTime"/></xs:sequence></xs:complexType>
<xs:complexType name="Line` + version + `"><xs:sequence><xs:element name="Sum" type="xs:decimal"/></xs:sequence></xs:complexType>
<xs:simpleType name="Max` + version + `Text"><xs:restriction base="xs:string"><xs:maxLength value="35"/></xs:restriction></xs:simpleType>
</xs:schema>`
	}
	for _, pair := range [][2]string{
		{"urn:t:pay.001.001.03", "urn:t:pay.001.001.09"}, {"http://example.com/orders/1.0", "http://example.com/orders/2.1"},
		{"http://example.com/2019/orders", "http://example.com/2024/orders"}, {"urn:orders:v1", "urn:orders:v2"},
	} {
		r := compared(t, schema(pair[0], "3", ""), schema(pair[1], "9", `<xs:element name="More" type="xs:string" minOccurs="0"/>`))
		if len(find(r, change.NamespaceChanged)) != 1 || len(find(r, change.ElementAddedOptional)) != 1 || len(find(r, change.RootElementRemoved)) > 0 {
			t.Errorf("%v:\n%s", pair, pairs.Describe(r))
		}
		for _, w := range find(r, change.ElementAddedOptional)[0].Witnesses {
			if !strings.Contains(w.Error, "More") {
				t.Errorf("%v: the witness of the element is about something else: %s", pair, w.Error)
			}
		}
	}
}

func namesOf(prefix string, n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = fmt.Sprintf("%s%d", prefix, i)
	}
	return list
}

func enumerating(values []string) string {
	var b strings.Builder
	b.WriteString(`<xs:element name="r" type="e"/><xs:simpleType name="e"><xs:restriction base="xs:string">`)
	for _, v := range values {
		b.WriteString(`<xs:enumeration value="` + v + `"/>`)
	}
	return b.String() + `</xs:restriction></xs:simpleType>`
}

// TestADerivedTypeShowsWhereItsBaseStands: a type that comes or goes below the type of
// an element shows where that stands, and there only if documents have to name their
// types; not where an element is declared with it, which has come or gone itself.
func TestADerivedTypeShowsWhereItsBaseStands(t *testing.T) {
	for _, abstract := range []bool{false, true} {
		for _, declared := range []bool{false, true} {
			for _, between := range []bool{false, true} {
				base := fmt.Sprintf(`<xs:complexType name="b" abstract="%v"><xs:sequence/></xs:complexType><xs:complexType name="other"><xs:complexContent><xs:extension base="b"/></xs:complexContent></xs:complexType>`, abstract)
				of, with := "b", ""
				if between {
					of = "other"
				}
				if declared {
					with = `<xs:element name="x" form="unqualified" type="d" minOccurs="0"/>`
				}
				schema := func(with, types string) string {
					return rooted(`<xs:sequence><xs:element name="slot" form="unqualified" type="b" minOccurs="0"/>`+with+`</xs:sequence>`, base+types)
				}
				r := compared(t, schema("", ""), schema(with, `<xs:complexType name="d"><xs:complexContent><xs:extension base="`+of+`"/></xs:complexContent></xs:complexType>`))
				found := find(r, change.DerivedTypeAdded)
				what := fmt.Sprintf("abstract %v, declared %v, below another %v:\n%s", abstract, declared, between, pairs.Describe(r))
				if len(found) == 0 && declared {
					continue // the element tells of its type
				}
				if len(found) != 1 {
					t.Error(what)
					continue
				}
				want := change.None
				if abstract {
					want = change.Break
				}
				c := found[0]
				if c.Severity.Strict != want || len(c.Operations) == 0 || c.Path(c.Operations[0]) != "slot" || c.Operations[0].ViaType == abstract {
					t.Error(what)
				}
			}
		}
	}
}

// TestValuesThatDifferInNamespacesAreToldApart: two content models whose names are the
// same but for their namespaces are shown with prefixes.
func TestValuesThatDifferInNamespacesAreToldApart(t *testing.T) {
	side := func(ref string) *diff.Side {
		return diff.NewSide(ref, files(t, map[string]string{
			"t.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" xmlns:t="urn:t" xmlns:o="urn:o"><xs:import namespace="urn:o" schemaLocation="o.xsd"/>` +
				`<xs:element name="n" type="xs:string" substitutionGroup="o:n"/><xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="` + ref + `" maxOccurs="3"/></xs:sequence></xs:complexType></xs:element></xs:schema>`,
			"o.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:o"><xs:element name="n" type="xs:string"/></xs:schema>`,
		}), nil)
	}
	r := project.Compare(side("t:n"), side("o:n"), diff.Options{})
	if len(r.Changes) != 1 || r.Changes[0].Old.Text == r.Changes[0].New.Text || !strings.Contains(r.Changes[0].Old.Text, "t:n{1,3}") || !strings.Contains(r.Changes[0].New.Text, "o:n{1,3}") {
		t.Error(pairs.Describe(r))
	}
}

// TestWhatATypeLosesShowsWhereItStillStands: an element that has another type now shows
// what that has, and not what its old type has lost.
func TestWhatATypeLosesShowsWhereItStillStands(t *testing.T) {
	side := func(label, x, y, base, derived string) *diff.Side {
		return diff.NewSide(label, schemaOf(t, rooted(`<xs:sequence><xs:element name="x" form="unqualified" type="`+x+`" minOccurs="0"/>`+y+`</xs:sequence>`, "")+
			`<xs:complexType name="b"><xs:sequence/>`+base+`</xs:complexType><xs:complexType name="d"><xs:complexContent><xs:extension base="b">`+derived+`</xs:extension></xs:complexContent></xs:complexType>`), nil)
	}
	const attribute = `<xs:attribute name="a"/>`
	for _, c := range []struct {
		name, beside string
		least, most  change.Level
	}{
		{"its old type stands nowhere", "", change.None, change.Info},
		{"its old type stands elsewhere", `<xs:element name="y" form="unqualified" type="b" minOccurs="0"/>`, change.Risk, change.Break},
	} {
		r := project.Compare(side("old", "b", c.beside, attribute, ""), side("new", "d", c.beside, "", attribute), diff.Options{})
		found := find(r, change.AttributeRemoved)
		if len(found) != 1 || found[0].Severity.Request < c.least || found[0].Severity.Request > c.most {
			t.Errorf("%s:\n%s", c.name, pairs.Describe(r))
		}
	}
}
