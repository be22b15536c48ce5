package codec_test

import (
	"math"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
)

// The structs of this file have tables that describe their fields, as those of generated code do.

type word string

// ones has a required element and attribute of each kind.
type ones struct {
	S   string
	N   word
	T   string
	E   word
	B   bool
	I8  int8
	I16 int16
	I32 int32
	I64 int64
	U8  uint8
	U16 uint16
	U32 uint32
	U64 uint64
	F32 float32
	F64 float64

	XMLExtra wire.Extra
}

// opts has them optional, and lists repeated.
type (
	opts struct {
		S   *string
		N   *word
		T   *string
		E   *word
		B   *bool
		I8  *int8
		I16 *int16
		I32 *int32
		I64 *int64
		U8  *uint8
		U16 *uint16
		U32 *uint32
		U64 *uint64
		F32 *float32
		F64 *float64

		XMLExtra wire.Extra
	}
	lists struct {
		S   []string
		N   []word
		T   []string
		E   []word
		B   []bool
		I8  []int8
		I16 []int16
		I32 []int32
		I64 []int64
		U8  []uint8
		U16 []uint16
		U32 []uint32
		U64 []uint64
		F32 []float32
		F64 []float64

		XMLExtra wire.Extra
	}
)

var kindNames = []string{"S", "N", "T", "E", "B", "I8", "I16", "I32", "I64", "U8", "U16", "U32", "U64", "F32", "F64"}

// tableOf describes a struct of all kinds in a shape.
func tableOf(shape string) *codec.Table {
	t := &codec.Table{RootNames: "r"}
	var words []string
	for i, kind := range "snteb" + "iiii" + "uuuu" + "ff" {
		t.Names += " " + kindNames[i] + strings.Trim(shape, ".?")
		words = append(words, strconv.Itoa(i)+string(kind)+shape)
	}
	t.Fields = strings.Join(words, " ")
	if shape != "*" {
		t.AttrFields, t.AttrNames = t.Fields, strings.Join(kindNames, " ")
	}
	return t
}

var onesTable, optsTable, listsTable = tableOf("."), tableOf("?"), tableOf("*")

func (v *ones) DecodeXML(d *codec.Decoder) error  { return d.Read(v) }
func (v *opts) DecodeXML(d *codec.Decoder) error  { return d.Read(v) }
func (v *lists) DecodeXML(d *codec.Decoder) error { return d.Read(v) }

func (*ones) XMLTable() *codec.Table  { return onesTable }
func (*opts) XMLTable() *codec.Table  { return optsTable }
func (*lists) XMLTable() *codec.Table { return listsTable }

func (v *lists) AppendXML(*codec.Encoder) {} // is read only, as leaf and nest are

func (v *ones) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	e.AttrFields(onesTable, v, 0, len(kindNames)-1)
}

func (v *opts) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	e.AttrFields(optsTable, v, 0, len(kindNames)-1)
}

// texts are what a field of each kind may have, and want what it holds then.
var (
	texts    = []string{" s ", " n\tn ", " t\t t ", "e", "true", "-128", "-32768", "-2147483648", "-9223372036854775808", "255", "65535", "4294967295", "18446744073709551615", "1.5", "-INF"}
	wantOnes = ones{" s ", " n n ", "t t", "e", true, math.MinInt8, math.MinInt16, math.MinInt32, math.MinInt64, math.MaxUint8, math.MaxUint16, math.MaxUint32, math.MaxUint64, 1.5, math.Inf(-1), wire.Extra{}}
	wrong    = []string{"", "", "", "", "yes", "-129", "-32769", "-2147483649", "-9223372036854775809", "256", "65536", "4294967296", "18446744073709551616", "1.5x", "1e400x"}
)

// TestFieldsOfAllKinds reads each kind in each shape, as elements and as attributes, and writes attributes again.
func TestFieldsOfAllKinds(t *testing.T) {
	var elements, attrs strings.Builder
	for i, n := range kindNames {
		elements.WriteString("<" + n + ">" + texts[i] + "</" + n + ">")
		attrs.WriteString(" " + n + `="` + texts[i] + `"`)
	}
	root := codec.Name{Local: "r"}
	want := wantOnes
	var e, a ones
	if err := codec.Unmarshal([]byte("<r>"+elements.String()+"</r>"), root, &e); err != nil || !reflect.DeepEqual(e, want) {
		t.Errorf("elements: %+v, %v", e, err)
	}
	if err := codec.Unmarshal([]byte("<r"+attrs.String()+"/>"), root, &a); err != nil || !reflect.DeepEqual(a, want) {
		t.Errorf("attributes: %+v, %v", a, err)
	}
	doc, err := codec.Marshal(root, &a)
	var back ones
	if other := codec.Unmarshal(doc, root, &back); err != nil || other != nil || !reflect.DeepEqual(back, want) {
		t.Errorf("written: %s, %v, %v", doc, err, other)
	}

	fields := func(v any) []reflect.Value {
		var list []reflect.Value
		for _, n := range kindNames {
			list = append(list, reflect.ValueOf(v).Elem().FieldByName(n))
		}
		return list
	}
	var oe, oa, none opts
	if err := codec.Unmarshal([]byte("<r>"+elements.String()+"</r>"), root, &oe); err != nil {
		t.Error(err)
	}
	if err := codec.Unmarshal([]byte("<r"+attrs.String()+"/>"), root, &oa); err != nil {
		t.Error(err)
	}
	if err := codec.Unmarshal([]byte("<r/>"), root, &none); err != nil {
		t.Error(err)
	}
	var l lists
	if err := codec.Unmarshal([]byte("<r>"+strings.ReplaceAll(elements.String(), "><", ">\n<")+"</r>"), root, &l); err != nil {
		t.Error(err)
	}
	var two lists
	doubled := ""
	for i, n := range kindNames {
		doubled += strings.Repeat("<"+n+">"+texts[i]+"</"+n+">", 2)
	}
	if err := codec.Unmarshal([]byte("<r>"+doubled+"</r>"), root, &two); err != nil {
		t.Error(err)
	}
	for i, f := range fields(&e) {
		want := f.Interface()
		for what, got := range map[string]any{"optional element": &oe, "optional attribute": &oa} {
			if p := fields(got)[i]; p.IsNil() || p.Elem().Interface() != want {
				t.Errorf("%s %s: %v, want %v", what, kindNames[i], p, want)
			}
		}
		if p := fields(&none)[i]; !p.IsNil() {
			t.Errorf("%s is absent and holds %v", kindNames[i], p)
		}
		if s := fields(&l)[i]; s.Len() != 1 || s.Index(0).Interface() != want {
			t.Errorf("list %s: %v, want %v", kindNames[i], s, want)
		}
		if s := fields(&two)[i]; s.Len() != 2 || s.Index(0).Interface() != want || s.Index(1).Interface() != want {
			t.Errorf("list %s: %v, want %v twice", kindNames[i], s, want)
		}
	}
	doc, err = codec.Marshal(root, &oa)
	var again opts
	if other := codec.Unmarshal(doc, root, &again); err != nil || other != nil || !reflect.DeepEqual(again, oa) {
		t.Errorf("written: %s, %v, %v", doc, err, other)
	}
	if doc, err := codec.Marshal(root, &none); err != nil || string(doc) != "<r/>" {
		t.Errorf("nothing is written as %s, %v", doc, err)
	}
}

// TestFieldsOfAllKindsThatAreWrong: each says where and what.
func TestFieldsOfAllKindsThatAreWrong(t *testing.T) {
	root := codec.Name{Local: "r"}
	for i, n := range kindNames {
		if wrong[i] == "" {
			continue
		}
		element, attr := "<r><"+n+">"+wrong[i]+"</"+n+"></r>", "<r "+n+`="`+wrong[i]+`"/>`
		for _, v := range []codec.Object{new(ones), new(opts), new(lists)} {
			if err := codec.Unmarshal([]byte(element), root, v); err == nil || !strings.Contains(err.Error(), "1:4: /r/"+n+": \""+wrong[i]+"\" is ") {
				t.Errorf("%T, %s: %v", v, element, err)
			}
		}
		for _, v := range []codec.Object{new(ones), new(opts)} {
			if err := codec.Unmarshal([]byte(attr), root, v); err == nil || !strings.Contains(err.Error(), "/r@"+n+": \""+wrong[i]+"\" is ") {
				t.Errorf("%T, %s: %v", v, attr, err)
			}
		}
		for _, v := range []codec.Object{new(ones), new(opts)} { // a lenient reader takes an empty one for absent
			for _, doc := range []string{"<r><" + n + "/></r>", "<r " + n + `=""/>`} {
				if err := codec.Unmarshal([]byte(doc), root, v, wire.Lenient()); err != nil {
					t.Errorf("%T, %s: %v", v, doc, err)
				}
			}
		}
		if x := new(ones); codec.Unmarshal([]byte("<r "+n+`=""/>`), root, x, wire.Lenient()) != nil || len(x.XMLExtra.Empty()) != 1 {
			t.Errorf("%s: the empty attribute is forgotten", n)
		} else if doc, err := codec.Marshal(root, x); err != nil || !strings.Contains(string(doc), " "+n+`=""`) {
			t.Errorf("%s: the empty attribute is not written again: %s, %v", n, doc, err)
		}
	}
}

// Structs in structs, in each shape.
type nest struct {
	One      leaf
	Opt      *leaf
	Many     []leaf
	XMLExtra wire.Extra
}

type leaf struct {
	common
	Name     string
	XMLExtra wire.Extra
}

// common is an attribute group in which is another one.
type common struct {
	inner
	ID   string
	Rank *int32
}

type inner struct{ Lang word }

var (
	innerAttrs  = codec.Table{AttrNames: "lang", AttrFields: "0t.", NeedAttrs: 1}
	commonAttrs = codec.Table{AttrNames: "id rank", AttrFields: "1s. -", NeedAttrs: 1, Groups: "0"}
	leafTable   = codec.Table{AttrNames: "name", AttrFields: "1s.", NeedAttrs: 1, Groups: "0"}
	nestTable   = codec.Table{Names: "one opt many*", Fields: "0o. 1o? 2o*", Need: 1}
)

func (*inner) XMLAttrs() *codec.Table  { return &innerAttrs }
func (*common) XMLAttrs() *codec.Table { return &commonAttrs }

func (*inner) AppendXMLAttrs(*codec.Encoder)  {} // are read only
func (*common) AppendXMLAttrs(*codec.Encoder) {}

func (g *common) DecodeXMLAttr(d *codec.Decoder, i int) {
	if i == 1 {
		codec.ReadOptInt(d, &g.Rank)
	}
}

func (v *leaf) DecodeXML(d *codec.Decoder) error { return d.Read(v) }
func (v *nest) DecodeXML(d *codec.Decoder) error { return d.Read(v) }

func (*leaf) XMLTable() *codec.Table { return &leafTable }
func (*nest) XMLTable() *codec.Table { return &nestTable }

func (v *leaf) AppendXML(*codec.Encoder) {}
func (v *nest) AppendXML(*codec.Encoder) {}

func TestStructsAndGroupsOfFields(t *testing.T) {
	const doc = `<r><one name="n" id="i" rank="7" lang=" de "/><opt name="o"/><many id="1"/><many id="2"/><many id="3" rank="-1"/></r>`
	var v nest
	if err := codec.Unmarshal([]byte(doc), codec.Name{Local: "r"}, &v); err != nil {
		t.Fatal(err)
	}
	one := v.One
	if one.Name != "n" || one.ID != "i" || one.Rank == nil || *one.Rank != 7 || one.Lang != "de" || one.XMLExtra.Absent() != nil {
		t.Errorf("got %+v, without %v", one, one.XMLExtra.Absent())
	}
	if v.Opt == nil || v.Opt.Name != "o" || v.Opt.ID != "" {
		t.Errorf("got %+v", v.Opt)
	}
	var lacks []string
	for _, q := range v.Opt.XMLExtra.Absent() {
		lacks = append(lacks, q.Local)
	}
	if strings.Join(lacks, " ") != "id lang" {
		t.Errorf("absent are %v", lacks)
	}
	if len(v.Many) != 3 || v.Many[0].ID != "1" || v.Many[1].ID != "2" || v.Many[2].ID != "3" || *v.Many[2].Rank != -1 || v.Many[0].Rank != nil {
		t.Errorf("got %+v", v.Many)
	}
	var empty nest
	if err := codec.Unmarshal([]byte(`<r/>`), codec.Name{Local: "r"}, &empty); err != nil || len(empty.XMLExtra.Absent()) != 1 || empty.Opt != nil || empty.Many != nil {
		t.Errorf("%+v, %v", empty, err)
	}
	err := codec.Unmarshal([]byte(`<r><one rank="x"/></r>`), codec.Name{Local: "r"}, &v)
	if err == nil || err.Error() != `1:9: /r/one@rank: "x" is not an integer` {
		t.Error(err)
	}
}

// TestTablesThatAreWrong: what generated code cannot have is found at once.
func TestTablesThatAreWrong(t *testing.T) {
	for fields, want := range map[string]string{"xs.": "codec: a table of generated code is wrong: xs.", "0b.": "codec: a table of generated code has the kind b for the type string", "4s.": "codec: a table of generated code has the kind s for the type bool", "0i.": "codec: a table of generated code has the kind i for the type string"} {
		mistoldTable = codec.Table{Names: "a", Fields: fields}
		func() {
			defer func() {
				if got := recover(); got != want {
					t.Errorf("%s: %v", fields, got)
				}
			}()
			var v mistold
			_ = codec.Unmarshal([]byte("<r/>"), codec.Name{Local: "r"}, codec.DecoderFunc(func(d *codec.Decoder) { _ = d.Read(&v) }))
		}()
	}
}

// mistold is a struct like ones whose table describes another one.
type mistold ones

var mistoldTable codec.Table

func (*mistold) XMLTable() *codec.Table { return &mistoldTable }

// base and derived have the same attributes; the table of base tells of both.
type base struct {
	ID       string
	Check    *string
	Rank     *int64
	XMLExtra wire.Extra
}

type derived struct {
	ID       string
	Check    *string
	Rank     *int64
	Name     string
	XMLExtra wire.Extra
}

var (
	baseTable    = codec.Table{AttrNames: "id check rank", AttrFields: "0s. 1s= 2i?", Defaults: []string{"all"}, NeedAttrs: 1}
	derivedTable = codec.Table{RootNames: "d", Names: "name", Fields: "3s.", AttrsOf: (*base)(nil), Need: 1}
)

func (*base) XMLTable() *codec.Table                { return &baseTable }
func (*derived) XMLTable() *codec.Table             { return &derivedTable }
func (*derived) XMLType() wire.Name                 { return "" }
func (v *derived) DecodeXML(d *codec.Decoder) error { return d.Read(v) }
func (v *derived) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	e.AttrFields(&derivedTable, v, 0, 2)
	codec.WriteString(e, derivedTable.Element(0), v.Name)
}

func TestAttributesOfAnotherTable(t *testing.T) {
	for doc, want := range map[string]derived{
		`<d id="i" rank="7"><name>n</name></d>`:     {ID: "i", Rank: new(int64(7)), Name: "n"},
		`<d id="i" check="none"><name>n</name></d>`: {ID: "i", Check: new("none"), Name: "n"},
		`<d><name>n</name></d>`:                     {Name: "n"},
	} {
		var v derived
		if err := wire.Unmarshal([]byte(doc), &v); err != nil {
			t.Fatal(err)
		}
		if want.Check == nil {
			want.Check = new("all")
		}
		var lacks []string
		for _, q := range v.XMLExtra.Absent() {
			lacks = append(lacks, q.Local)
		}
		if v.ID != want.ID || *v.Check != *want.Check || (v.Rank == nil) != (want.Rank == nil) || v.Name != want.Name || (len(lacks) == 1) != (want.ID == "") {
			t.Errorf("%s: %+v without %v", doc, v, lacks)
		}
		if out, err := wire.Marshal(&v); err != nil || string(out) != doc {
			t.Errorf("%s became %s, %v", doc, out, err)
		}
	}
}
