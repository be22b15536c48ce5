package codec

import (
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/wire"
)

// trace notes what [Decoder.Next] says of each child.
type trace struct {
	table    *Table
	indexes  []int
	XMLExtra wire.Extra
}

func (v *trace) DecodeXML(d *Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Attr(v.table); i != End; i = d.Attr(v.table) {
		d.RawAttr()
	}
	for i := d.Next(v.table); i != End; i = d.Next(v.table) {
		v.indexes = append(v.indexes, i)
	}
	return d.Err()
}

func (v *trace) AppendXML(e *Encoder) { e.Begin(&v.XMLExtra) }

// places returns the indexes that the children get.
func places(t *testing.T, table *Table, children string, opts ...wire.Option) []int {
	t.Helper()
	var doc strings.Builder
	doc.WriteString(`<r xmlns:o="urn:other">`)
	for name := range strings.FieldsSeq(children) {
		doc.WriteString("<" + name + "/>")
	}
	doc.WriteString("</r>")
	v := &trace{table: table}
	if err := Unmarshal([]byte(doc.String()), Name{Local: "r"}, v, opts...); err != nil {
		t.Fatalf("%s: %v", children, err)
	}
	return v.indexes
}

// TestABranchIsToldByWhatBeginsIt has the model (input output fault) | (output
// input): the second name of the first branch is no way into it.
func TestABranchIsToldByWhatBeginsIt(t *testing.T) {
	table := &Table{Names: "input output fault output input"}
	table.Forks = []Fork{{0, [][2]int{{-1, -1}}}, {1, [][2]int{{0, 0}}}, {3, [][2]int{{-1, -1}}}, {4, [][2]int{{3, 3}}}}
	for children, want := range map[string][]int{
		"input output fault": {0, 1, 2},
		"output input":       {3, 4},
		"input":              {0},
		"output":             {3},
	} {
		if got := places(t, table, children); !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", children, got, want)
		}
	}
}

// TestWildcardsAreToldByTheirPlace has the model any a b any, where the second
// wildcard takes elements of all names.
func TestWildcardsAreToldByTheirPlace(t *testing.T) {
	table := &Table{Names: "a b", Wildcards: []Wildcard{
		{Index: 2, Kind: WildcardOnly, Spaces: []string{"urn:other"}}, {Index: 3, At: 2},
	}}
	for children, want := range map[string][]int{
		"o:x o:y a b o:z": {2, 2, 0, 1, 3},
		"a b a b o:z":     {0, 1, 3, 3, 3},
	} {
		if got := places(t, table, children); !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", children, got, want)
		}
	}
	if got := places(t, table, "b a", wire.Lenient()); !slices.Equal(got, []int{1, 0}) {
		t.Errorf("lenient reading: got %v", got)
	}
}

// TestADerivedTypeIsKeptWhole: what xsi:type promises comes back with it, also
// where unknown elements are skipped.
func TestADerivedTypeIsKeptWhole(t *testing.T) {
	in := `<r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:t="urn:types" xmlns:v="urn:values" xsi:type="t:more" more="v:name"><more>x</more></r>`
	v := &trace{table: &Table{}}
	if err := Unmarshal([]byte(in), Name{Local: "r"}, v); err != nil {
		t.Fatal(err)
	}
	out, err := Marshal(Name{Local: "r"}, v)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{`xsi:type="t:more"`, `more="v:name"`, `xmlns:v="urn:values"`, `<more>x</more>`} {
		if !strings.Contains(string(out), part) {
			t.Errorf("%s is lost: %s", part, out)
		}
	}
}

// flag has simple content.
type flag struct {
	Value    bool
	XMLExtra wire.Extra
}

func (v *flag) DecodeXML(d *Decoder) error {
	d.Begin(&v.XMLExtra)
	ReadBool(d, &v.Value)
	return d.Err()
}

func (v *flag) AppendXML(e *Encoder) {
	e.Begin(&v.XMLExtra)
	WriteBoolText(e, v.Value)
}

// flags has a flag with a default and a flag without one.
type flags struct {
	First, Second flag
	XMLExtra      wire.Extra
}

var tableFlags = Table{Names: "first second"}

func (v *flags) DecodeXML(d *Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&tableFlags); i != End; i = d.Next(&tableFlags) {
		switch i {
		case 0:
			d.Default("true")
			d.Object(&v.First)
		case 1:
			d.Object(&v.Second)
		}
	}
	return d.Err()
}

func (v *flags) AppendXML(e *Encoder) { e.Begin(&v.XMLExtra) }

func TestADefaultIsForTheContentOfAnObject(t *testing.T) {
	var v flags
	if err := Unmarshal([]byte(`<r><first a="1"/><second>0</second></r>`), Name{Local: "r"}, &v); err != nil || !v.First.Value {
		t.Errorf("%v %v", v.First.Value, err)
	}
	if err := Unmarshal([]byte(`<r><first>0</first><second/></r>`), Name{Local: "r"}, &v); err == nil {
		t.Error("the default went on to the next element")
	}
}

// TestANilRootHasNoContent: no field holds xsi:nil of a root element.
func TestANilRootHasNoContent(t *testing.T) {
	in := `<r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>`
	var v flag
	if err := Unmarshal([]byte(in), Name{Local: "r"}, &v); err != nil || !v.XMLExtra.Nil() {
		t.Fatal(err)
	}
	if out, err := Marshal(Name{Local: "r"}, &v); err != nil || string(out) != in {
		t.Errorf("%v\n%s", err, out)
	}
	v.XMLExtra.SetNil(false)
	if out, err := Marshal(Name{Local: "r"}, &v); err != nil || string(out) != "<r>false</r>" {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestANilElementKeepsItsType(t *testing.T) {
	in := `<r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:t="urn:types"><x xsi:nil="true" xsi:type="t:more"/></r>`
	var v wire.Nillable[flag]
	d := NewBytesDecoder([]byte(in))
	err := d.Document(Name{Local: "r"}, &wrapped{&v})
	if q, ok := v.Value.XMLExtra.Type(); err != nil || !v.Nil || !ok || q.Local != "more" {
		t.Errorf("%v %v %v", v.Nil, q, err)
	}
}

// wrapped reads one nillable child.
type wrapped struct{ v *wire.Nillable[flag] }

func (w *wrapped) DecodeXML(d *Decoder) error {
	table := &Table{Names: "x"}
	for i := d.Next(table); i != End; i = d.Next(table) {
		readField(d, w.v, 'o', '~')
	}
	return d.Err()
}

func (w *wrapped) AppendXML(*Encoder) {}

func TestSchemaLocationsAreKept(t *testing.T) {
	in := `<r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:a a.xsd" xsi:noNamespaceSchemaLocation="b.xsd"/>`
	v := &trace{table: &Table{}}
	if err := Unmarshal([]byte(in), Name{Local: "r"}, v); err != nil {
		t.Fatal(err)
	}
	if out, err := Marshal(Name{Local: "r"}, v); err != nil || string(out) != in {
		t.Errorf("%v\n%s", err, out)
	}
}

// TestWildcardAttributesKeepTheirPrefixes: a name in the value of an attribute
// that a wildcard matched keeps its meaning.
func TestWildcardAttributesKeepTheirPrefixes(t *testing.T) {
	in := `<r xmlns:p="urn:values" kind="p:name[]"/>`
	v := &trace{table: &Table{AnyAttr: &Wildcard{}}}
	if err := Unmarshal([]byte(in), Name{Local: "r"}, v); err != nil {
		t.Fatal(err)
	}
	if out, err := Marshal(Name{Local: "r"}, v); err != nil || !strings.Contains(string(out), `xmlns:p="urn:values"`) {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestLeavesKeepTheirTypes(t *testing.T) {
	const doc = `<svc:session xmlns:svc="http://example.com/service" xmlns:t="urn:t" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:com="http://example.com/common">` +
		`<svc:key xsi:type="t:key">1</svc:key><svc:name xsi:type="t:name"/><svc:token>a</svc:token>` +
		`<com:colour>red</com:colour><com:colour xsi:type="t:blue">blue</com:colour><com:colour>red</com:colour>` +
		`<svc:open xsi:type="t:open">true</svc:open><svc:guest>g</svc:guest><svc:right xsi:type="t:right">9</svc:right><svc:gone xsi:type="t:gone" xsi:nil="true"/></svc:session>`
	var v session
	if err := Unmarshal([]byte(doc), sessionName, &v); err != nil {
		t.Fatal(err)
	}
	again := func() string {
		got, err := Marshal(sessionName, &v)
		if err != nil {
			t.Error(err)
		}
		return string(got)
	}
	if got := again(); got != doc {
		t.Errorf("written\n%s\nwant\n%s", got, doc)
	}
	if v.XMLExtra.ForgetChildTypes(); strings.Contains(again(), "type=") {
		t.Errorf("types are not forgotten: %s", again())
	}
}
