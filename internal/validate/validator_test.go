package validate_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"testing/iotest"
	"time"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

const lines = `<xs:element name="r"><xs:complexType mixed="true"><xs:sequence>
	<xs:element name="a" type="xs:int" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>`

func TestErrorsEndWithANote(t *testing.T) {
	schema := compiled(t, lines)
	document := []byte(`<r xmlns="urn:t">` + strings.Repeat("<a>x</a>\n", 200) + `</r>`)
	for limit, want := range map[int]int{0: 100, 7: 7} {
		r := validate.New(schema, validate.Options{MaxErrors: limit}).ValidateBytes(document, "d")
		if len(r.Problems) != want+1 {
			t.Fatalf("%d problems, want %d and a note", len(r.Problems), want)
		}
		if last := r.Problems[want]; last.Severity != diag.Note || !strings.Contains(last.Message, "more errors") {
			t.Errorf("the last one is %v", last)
		}
		if r.Outcome() != validate.Invalid {
			t.Errorf("the document is %v", r.Outcome())
		}
	}
}

func TestLimitsLeaveTheVerdictOpen(t *testing.T) {
	long := `<r xmlns="urn:t"><a>` + strings.Repeat("1", 3000) + `</a></r>`
	nested := `<!DOCTYPE r [<!ENTITY a "` + strings.Repeat("x", 1000) + `"><!ENTITY b "` + strings.Repeat("&a;", 1000) + `"><!ENTITY c "` + strings.Repeat("&b;", 1000) + `">]><r xmlns="urn:t">&c;</r>`
	for name, test := range map[string]struct {
		limits   xmltext.Limits
		document string
		want     string
	}{
		"text":       {xmltext.Limits{Token: 2000}, strings.Replace(long, "1", "1<!-- -->", 1), `d:1:18: error: the text of "a" is longer than 2000 bytes, at /r/a [wbxgen-limit]`},
		"size":       {xmltext.Limits{Size: 100}, long, "d:1:101: error: the document is larger than 100 bytes, at /r/a [wbxgen-limit]"},
		"depth":      {xmltext.Limits{Depth: 1}, long, "d:1:18: error: elements are nested deeper than 1, at /r [wbxgen-limit]"},
		"attributes": {xmltext.Limits{Attrs: 1}, `<r xmlns="urn:t" a="" b=""/>`, "d:1:1: error: an element has more than 1 attributes [wbxgen-limit]"},
		"entities":   {xmltext.Limits{}, nested, "d:1:7075: error: entity references expand to more than 8388608 bytes, at /r [wbxgen-limit]"},
	} {
		r := validate.New(compiled(t, lines), validate.Options{Limits: test.limits}).ValidateBytes([]byte(test.document), "d")
		if got := r.Diagnostics().String(); got != test.want || r.Outcome() != validate.Undecided {
			t.Errorf("%s: %v\n got %s\nwant %s", name, r.Outcome(), got, test.want)
		}
	}
}

func TestAnErrorBeforeALimitDecides(t *testing.T) {
	v := validate.New(compiled(t, lines), validate.Options{Limits: xmltext.Limits{Size: 40}})
	if r := v.ValidateBytes([]byte(`<r xmlns="urn:t"><a>x</a><a>1</a><a>1</a></r>`), "d"); r.Outcome() != validate.Invalid || len(r.Problems) != 2 {
		t.Error(r.Outcome(), r.Diagnostics())
	}
}

func TestReadErrorsLeaveTheVerdictOpen(t *testing.T) {
	v := validate.New(compiled(t, lines), validate.Options{})
	r := v.Validate(io.MultiReader(strings.NewReader(`<r xmlns="urn:t">`), iotest.ErrReader(errors.New("the line is dead"))), "d")
	if got, want := r.Diagnostics().String(), "d:1:18: error: reading the document: the line is dead, at /r [wbxgen-unreadable]"; got != want || r.Outcome() != validate.Undecided {
		t.Errorf("%v\n got %s\nwant %s", r.Outcome(), got, want)
	}
}

func TestManyAttributesAreAllowed(t *testing.T) {
	schema := compiled(t, `<xs:element name="r"><xs:complexType><xs:anyAttribute processContents="skip"/></xs:complexType></xs:element>`)
	var b strings.Builder
	b.WriteString(`<t:r xmlns:t="urn:t"`)
	for i := range 5000 {
		fmt.Fprintf(&b, ` a%d=""`, i)
	}
	b.WriteString("/>")
	if got := judged(validate.New(schema, validate.Options{}), b.String()); got != "" {
		t.Error(got)
	}
}

const keyed = `<xs:element name="r"><xs:complexType><xs:sequence>
	<xs:element name="s" maxOccurs="unbounded"><xs:complexType><xs:sequence><xs:element name="k" maxOccurs="unbounded"><xs:complexType>
		<xs:attribute name="id" type="xs:ID"/><xs:attribute name="ref" type="xs:IDREF"/><xs:attribute name="n" type="xs:int"/></xs:complexType></xs:element></xs:sequence></xs:complexType>
		<xs:unique name="u"><xs:selector xpath="t:k"/><xs:field xpath="@n"/></xs:unique></xs:element></xs:sequence></xs:complexType></xs:element>`

// What has to be remembered of a document is bounded, and forgotten where its
// scope ends.
func TestTablesAreBounded(t *testing.T) {
	v := validate.New(compiled(t, keyed), validate.Options{Tables: 100_000})
	document := func(scopes, attribute string, n int) []byte {
		var b strings.Builder
		b.WriteString(`<r xmlns="urn:t"><s>`)
		for i := range n {
			if i > 0 && i%100 == 0 {
				b.WriteString(scopes)
			}
			fmt.Fprintf(&b, `<k %s/>`, fmt.Sprintf(attribute, i))
		}
		return []byte(b.String() + "</s></r>")
	}
	for name, test := range map[string]struct {
		document []byte
		want     string
	}{
		"keys of many scopes": {document("</s><s>", `n="%d"`, 2000), ""},
		"keys of one scope":   {document("", `n="%d"`, 2000), "take more than 100000 bytes"},
		"few IDs":             {document("", `id="a%d"`, 500), ""},
		"IDs":                 {document("</s><s>", `id="a%d"`, 2000), "take more than 100000 bytes"},
		"references":          {document("</s><s>", `ref="a%d"`, 2000), "take more than 100000 bytes"},
	} {
		r := v.ValidateBytes(test.document, "d")
		if got := r.Diagnostics().String(); !strings.Contains(got, test.want) || (test.want == "") != r.Valid() || r.Outcome() == validate.Invalid {
			t.Errorf("%s: %v %s", name, r.Outcome(), got)
		}
	}
}

// A few lines of schema that ask for 2^30 places.
func TestHugeContentModelsAreRefused(t *testing.T) {
	var b strings.Builder
	for i := range 30 {
		fmt.Fprintf(&b, `<xs:group name="g%d"><xs:sequence><xs:group ref="t:g%d"/><xs:group ref="t:g%d"/></xs:sequence></xs:group>`, i, i+1, i+1)
	}
	b.WriteString(`<xs:group name="g30"><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence></xs:group>
		<xs:element name="r"><xs:complexType><xs:group ref="t:g0"/></xs:complexType></xs:element>`)
	r := validate.New(compiled(t, b.String()), validate.Options{}).ValidateBytes([]byte(`<r xmlns="urn:t"><a>x</a></r>`), "d")
	want := `d:1:1: error: the content of "r" cannot be checked: the content model has more than 131072 particles once its groups are written out, at /r [wbxgen-limit]`
	if got := r.Diagnostics().String(); got != want || r.Outcome() != validate.Undecided {
		t.Errorf("%v\n got %s\nwant %s", r.Outcome(), got, want)
	}
}

func TestTooManyWaysToCountLeaveTheVerdictOpen(t *testing.T) {
	schema := compiled(t, `<xs:element name="r"><xs:complexType><xs:sequence minOccurs="38" maxOccurs="47">
		<xs:sequence minOccurs="22" maxOccurs="32"><xs:element name="a" minOccurs="2" maxOccurs="6"/><xs:element name="b" minOccurs="0"/></xs:sequence>
		<xs:element name="c" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`)
	r := validate.New(schema, validate.Options{}).ValidateBytes([]byte(`<r xmlns="urn:t">`+strings.Repeat("<a/>", 3000)+`</r>`), "d")
	if got := r.Diagnostics().String(); !strings.Contains(got, "counted in more than 64 ways") || r.Outcome() != validate.Undecided {
		t.Error(r.Outcome(), got)
	}
}

// Which round an a belongs to is never settled: the counts are known as ranges
// only.
func TestLargeCountsThatInteractAreFollowed(t *testing.T) {
	schema := compiled(t, `<xs:element name="r"><xs:complexType><xs:sequence minOccurs="50" maxOccurs="90">
		<xs:element name="a" minOccurs="300" maxOccurs="900"/><xs:element name="b" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`)
	v := validate.New(schema, validate.Options{})
	for count, want := range map[int]bool{14_999: false, 15_000: true, 81_000: true, 81_001: false} {
		if r := v.ValidateBytes([]byte(`<r xmlns="urn:t">`+strings.Repeat("<a/>", count)+`</r>`), "d"); r.Valid() != want {
			t.Errorf("%d: %v", count, r.Diagnostics())
		}
	}
}

func TestRootsOtherThanGlobalElements(t *testing.T) {
	schema := compiled(t, lines+`<xs:complexType name="c"><xs:attribute name="n" type="xs:int"/></xs:complexType>`)
	v := validate.New(schema, validate.Options{})
	r := schema.Element(xsd.QName{Space: "urn:t", Local: "r"}).Type.(*xsd.ComplexType)
	local := r.Content.Particle.Term.(*xsd.ModelGroup).Particles[0].Term.(*xsd.ElementDecl)
	for document, want := range map[string]string{
		`<a xmlns="urn:t">1</a>`: "",
		`<a xmlns="urn:t">x</a>`: `d:1:1: error: element "a": "x" is not of type xs:int: write digits only, with a sign or without, at /a [cvc-datatype-valid.1.2.1]`,
		`<b xmlns="urn:t">1</b>`: `d:1:1: error: the root element is "t:b"; expected "t:a" [cvc-elt.1]`,
	} {
		want = strings.ReplaceAll(want, "t:", labelPrefix(schema))
		if got := v.ValidateElement([]byte(document), "d", local).Diagnostics().String(); got != want {
			t.Errorf("%s\n got %s\nwant %s", document, got, want)
		}
	}
	c := schema.Type(xsd.QName{Space: "urn:t", Local: "c"})
	for document, valid := range map[string]bool{`<any n="1"/>`: true, `<any n="x"/>`: false} {
		if got := v.ValidateType([]byte(document), "d", c).Valid(); got != valid {
			t.Errorf("%s: %v", document, got)
		}
	}
}

func labelPrefix(s *xsd.Schema) string { return s.Prefix("urn:t") + ":" }

func TestOneValidatorServesManyAtOnce(t *testing.T) {
	v := validate.New(release(t, "40.6.0"), validate.Options{})
	list := sessionList(50_000)
	wrong := []byte(strings.Replace(string(list), "<ep:duration>1<", "<ep:duration>one<", 1))
	want := v.ValidateBytes(wrong, "d").Diagnostics().String()
	if want == "" {
		t.Fatal("the document is valid")
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 5 {
				if r := v.ValidateBytes(list, "d"); !r.Valid() {
					t.Error(r.Diagnostics())
				}
				if got := v.ValidateBytes(wrong, "d").Diagnostics().String(); got != want {
					t.Errorf("got %s\nwant %s", got, want)
				}
			}
		})
	}
	wg.Wait()
}

// Two that start at once compile the same content models.
func TestTwoMayBeFirst(t *testing.T) {
	list := sessionList(10_000)
	for range 20 {
		v := validate.New(release(t, "40.6.0"), validate.Options{})
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				if r := v.ValidateBytes(list, "d"); !r.Valid() {
					t.Error(r.Diagnostics())
				}
			})
		}
		wg.Wait()
	}
}

func TestMemoryDoesNotGrowWithTheDocument(t *testing.T) {
	v := validate.New(release(t, "40.6.0"), validate.Options{})
	if r := v.Validate(&endless{items: 100}, "d"); !r.Valid() {
		t.Fatal(r.Diagnostics())
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if r := v.Validate(&endless{items: 5000}, "d"); !r.Valid() {
		t.Fatal(r.Diagnostics())
	}
	runtime.ReadMemStats(&after)
	if grown := after.TotalAlloc - before.TotalAlloc; grown > 1<<18 {
		t.Errorf("%d bytes were allocated for a document of %d", grown, 5000*len(anItem))
	}
}

// endless delivers a session list without having it in memory.
type endless struct {
	items, next int
	rest        string
}

var anItem = listItem(1)

func (e *endless) Read(b []byte) (int, error) {
	if e.rest == "" {
		switch {
		case e.next == 0:
			e.rest = listHead
		case e.next <= e.items:
			e.rest = anItem
		case e.next == e.items+1:
			e.rest = listTail
		default:
			return 0, io.EOF
		}
		e.next++
	}
	n := copy(b, e.rest)
	e.rest = e.rest[n:]
	return n, nil
}

func TestHintsSayWhatADocumentAsksFor(t *testing.T) {
	document := `<r xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:noNamespaceSchemaLocation=" r.xsd ">
<a i:schemaLocation="urn:a a.xsd
 urn:b b.xsd odd"/><a i:schemaLocation="urn:a a.xsd urn:a more.xsd" i:other="x y"/></b>`
	want := "d:1:56  r.xsd\nd:2:4 urn:a a.xsd\nd:2:4 urn:b b.xsd\nd:3:23 urn:a more.xsd\n"
	got := ""
	for _, h := range validate.Hints(strings.NewReader(document), "d", xmltext.Limits{}) {
		got += fmt.Sprintln(h.Pos, h.Namespace, h.Location)
	}
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestHintsAfterTheFirstNameOfTheirNamespaceAreLate(t *testing.T) {
	schema := compiled(t, `<xs:element name="r"/>`)
	document := `<r xmlns="urn:t" xmlns:x="urn:x" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:schemaLocation="urn:t a urn:x b">
<x:a i:schemaLocation="urn:y c" y:b="" xmlns:y="urn:y"/>
<x:a i:schemaLocation="urn:y c urn:x b"/>
</r>`
	if got := judged(validate.New(schema, validate.Options{}), document); got != "" {
		t.Error(got)
	}
	got := judged(validate.New(schema, validate.Options{OwnHints: true}), document)
	want := `d:3:6: error: xsi:schemaLocation for namespace "urn:x" comes too late: there have been names of it before, at /r [xsi-schemaLocation]
d:3:6: error: xsi:schemaLocation for namespace "urn:y" comes too late: there have been names of it before, at /r [xsi-schemaLocation]`
	if got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestOwnResponsesAreValidForTheirRelease(t *testing.T) {
	for _, s := range samples(t) {
		if s.direction != "response" {
			continue
		}
		data, err := os.ReadFile(filepath.Join("../../testdata/samples", s.file))
		if err != nil {
			t.Fatal(err)
		}
		r := validate.New(release(t, s.release), validate.Options{}).ValidateBytes(data, s.file)
		if r.Valid() != (s.kind != "loose") {
			t.Errorf("%s (%s) is %v: %s", s.file, s.kind, r.Outcome(), r.Diagnostics())
		}
	}
}

// sample is a line of testdata/samples/samples.tsv.
type sample struct{ file, release, direction, kind string }

func samples(t testing.TB) []sample {
	t.Helper()
	data, err := os.ReadFile("../../testdata/samples/samples.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var list []sample
	for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		if c := strings.Split(line, "\t"); i > 0 {
			list = append(list, sample{c[0], c[1], c[3], c[4]})
		}
	}
	return list
}

// Elements that each have keys of all below them are not looked at again by all
// that are around them.
func TestNestedKeysAreNearLinear(t *testing.T) {
	const deep = 900
	schema := compiled(t, `<xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="t:e"/></xs:sequence></xs:complexType></xs:element>
		<xs:element name="e"><xs:complexType><xs:sequence><xs:element ref="t:e" minOccurs="0"/></xs:sequence><xs:attribute name="id"/></xs:complexType>
		<xs:key name="k"><xs:selector xpath=".//t:e"/><xs:field xpath="@id"/></xs:key></xs:element>`)
	var doc strings.Builder
	doc.WriteString(`<r xmlns="urn:t">`)
	for i := range deep {
		fmt.Fprintf(&doc, `<e id="%d">`, i)
	}
	doc.WriteString(strings.Repeat("</e>", deep) + "</r>")
	v := validate.New(schema, validate.Options{})
	done := make(chan *validate.Result, 1)
	go func() { done <- v.ValidateBytes([]byte(doc.String()), "t.xml") }()
	select {
	case r := <-done:
		if !r.Valid() {
			t.Error(r.Diagnostics())
		}
	case <-time.After(20 * time.Second): // it takes one; without rest it took minutes
		t.Error("no verdict in 20 seconds")
	}
}

// What keys and their references remember of an element that is in many tables is
// there once.
func TestNestedKeyReferencesShareTheirPaths(t *testing.T) {
	const deep = 600
	schema := compiled(t, `<xs:element name="elements"><xs:complexType><xs:sequence><xs:element ref="t:elements" minOccurs="0"/></xs:sequence><xs:attribute name="id"/></xs:complexType>
		<xs:key name="k"><xs:selector xpath=".|.//t:elements"/><xs:field xpath="@id"/></xs:key>
		<xs:keyref name="f" refer="t:k"><xs:selector xpath=".|.//t:elements"/><xs:field xpath="@id"/></xs:keyref></xs:element>`)
	var doc strings.Builder
	for i := range deep {
		fmt.Fprintf(&doc, `<elements xmlns="urn:t" id="%d">`, i)
	}
	doc.WriteString(strings.Repeat("</elements>", deep))
	// Each path beside each entry would take some 600 * 600 / 2 * 2700 bytes.
	v := validate.New(schema, validate.Options{Tables: 128 << 20})
	if r := v.ValidateBytes([]byte(doc.String()), "t.xml"); !r.Valid() {
		t.Errorf("%.300s", r.Diagnostics())
	}
}

// A path that tables of several elements keep is claimed until the last of them is
// gone, whichever was first to have it.
func TestPathsAreClaimedAsLongAsTheyAreKept(t *testing.T) {
	const deep, scopes, each = 20, 50, 20
	long := strings.Repeat("x", 4000)
	refs := func(name, key, selector, field string) string {
		return `<xs:key name="` + key + `"><xs:selector xpath="` + selector + `t:k"/><xs:field xpath="@id"/></xs:key>
			<xs:keyref name="` + name + `" refer="t:` + key + `"><xs:selector xpath="` + selector + `t:e|` + selector + `t:f"/><xs:field xpath="@` + field + `"/></xs:keyref>`
	}
	ofRoot := refs("f", "k", ".//", "ref")
	for _, c := range []struct {
		name, ofRoot, inner string
		fits                bool
	}{
		{"both tables", ofRoot, refs("g", "l", "", "ref"), false},
		{"one for each element", ofRoot, refs("g", "l", "", "own"), false},
		{"the outer one", ofRoot, "", false},
		{"the inner ones, one by one", "", refs("g", "l", "", "ref"), true},
	} {
		schema := compiled(t, `<xs:element name="root"><xs:complexType><xs:sequence><xs:element ref="t:`+long+`"/></xs:sequence></xs:complexType>`+c.ofRoot+`</xs:element>
			<xs:element name="`+long+`"><xs:complexType><xs:choice><xs:element ref="t:in" maxOccurs="unbounded"/><xs:element ref="t:`+long+`"/></xs:choice></xs:complexType></xs:element>
			<xs:element name="in"><xs:complexType><xs:choice maxOccurs="unbounded"><xs:element ref="t:k"/><xs:element ref="t:e"/><xs:element ref="t:f"/></xs:choice></xs:complexType>`+c.inner+`</xs:element>
			<xs:element name="k"><xs:complexType><xs:attribute name="id"/></xs:complexType></xs:element>
			<xs:element name="e" type="t:e"/><xs:element name="f" type="t:e"/>
			<xs:complexType name="e"><xs:attribute name="ref"/><xs:attribute name="own"/></xs:complexType>`)
		var doc strings.Builder
		doc.WriteString(`<root xmlns="urn:t">` + strings.Repeat("<"+long+">", deep))
		for i := range scopes {
			doc.WriteString("<in>")
			for k := range each {
				fmt.Fprintf(&doc, `<k id="%[1]d"/><%[2]s own="%[1]d"/><%[2]s ref="%[1]d"/>`, i*each+k, []string{"e", "f"}[k%2])
			}
			doc.WriteString("</in>")
		}
		doc.WriteString(strings.Repeat("</"+long+">", deep) + "</root>")
		// The paths are 80 kB each, those of one scope 2 MB at the most, and all 80 MB.
		r := validate.New(schema, validate.Options{Tables: 8 << 20}).ValidateBytes([]byte(doc.String()), "t.xml")
		if r.Valid() != c.fits {
			t.Errorf("%s: valid is %v", c.name, r.Valid())
		}
		for _, d := range r.Diagnostics().Sorted() {
			if d.Code != "wbxgen-limit" {
				t.Errorf("%s: %.300q", c.name, d.Message)
			}
		}
	}
}

// Lists that are kept as values are bounded as tables are, and one that is longer
// than any of an enumeration is not even read.
func TestLongListsAreBounded(t *testing.T) {
	schema := compiled(t, `<xs:element name="refs" type="xs:IDREFS"/>
		<xs:element name="union"><xs:complexType><xs:sequence><xs:element name="a"><xs:simpleType><xs:union><xs:simpleType><xs:list itemType="xs:string"/></xs:simpleType></xs:union></xs:simpleType></xs:element></xs:sequence></xs:complexType>
			<xs:unique name="u"><xs:selector xpath="t:a"/><xs:field xpath="."/></xs:unique></xs:element>
		<xs:element name="enum"><xs:simpleType><xs:restriction><xs:simpleType><xs:list itemType="xs:int"/></xs:simpleType><xs:enumeration value="1 2"/></xs:restriction></xs:simpleType></xs:element>`)
	v := validate.New(schema, validate.Options{Tables: 1 << 20})
	long := strings.Repeat("a ", 100_000)
	for _, doc := range []string{`<refs xmlns="urn:t">` + long + `</refs>`, `<union xmlns="urn:t"><a>` + long + `</a></union>`} {
		if r := v.ValidateBytes([]byte(doc), "t.xml"); r.Outcome() != validate.Undecided {
			t.Errorf("%v: %s", r.Outcome(), r.Diagnostics())
		}
	}
	if r := v.ValidateBytes([]byte(`<enum xmlns="urn:t">`+long+`</enum>`), "t.xml"); r.Outcome() != validate.Invalid {
		t.Errorf("%v: %s", r.Outcome(), r.Diagnostics())
	}
}

// A document type declaration makes no document much longer than it is.
func TestDoctypesAreBounded(t *testing.T) {
	v := validate.New(compiled(t, `<xs:element name="r"><xs:complexType><xs:sequence><xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>`), validate.Options{})
	var defaults, nested, many strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&defaults, ` a%d CDATA "value"`, i)
	}
	for i := range 200 {
		fmt.Fprintf(&nested, `<!ENTITY e%d "&e%d;">`, i, i+1)
	}
	for i := range 100_000 {
		fmt.Fprintf(&many, `<!ENTITY e%d "x"><!ATTLIST e a%d (b|c) "c">`, i, i)
	}
	for name, c := range map[string]struct {
		subset, content string
		want            validate.Outcome
	}{
		"few defaults":        {`<!ATTLIST e a CDATA "b">`, strings.Repeat("<e/>", 10_000), validate.Valid},
		"defaults":            {`<!ATTLIST e` + defaults.String() + `>`, strings.Repeat("<e/>", 10_000), validate.Undecided},
		"nested entities":     {nested.String() + `<!ENTITY e200 "">`, "&e0;", validate.Undecided},
		"less nested":         {nested.String() + `<!ENTITY e200 "">`, "&e150;", validate.Valid},
		"nested in a value":   {nested.String() + `<!ENTITY e200 "">`, `<e a="&e0;"/>`, validate.Undecided},
		"many declarations":   {many.String(), "<e/>", validate.Valid},
		"many that go unused": {many.String(), "<f/>", validate.Valid},
	} {
		begin := time.Now()
		r := v.ValidateBytes([]byte(`<!DOCTYPE r [`+c.subset+`]><r xmlns="urn:t">`+c.content+`</r>`), "t.xml")
		if took := time.Since(begin); r.Outcome() != c.want || took > 20*time.Second {
			t.Errorf("%s: %v after %v: %.300s", name, r.Outcome(), took, r.Diagnostics())
		}
	}
}
