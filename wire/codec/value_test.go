package codec

import (
	"encoding"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/datatype"
)

func TestIntegersOfUnions(t *testing.T) {
	for text, want := range map[string]bool{"0": true, " 65535 ": true, "+7": true, "-0": true, "007": true, "-1": false, "65536": false, "": false, "+": false, "+-1": false, "1_0": false, "0x1": false} {
		if n, ok := ParseUint[uint16](text); ok != want {
			t.Errorf("%q: %d, %v", text, n, ok)
		}
	}
	for text, want := range map[string]bool{"-128": true, "+127": true, "-0": true, "128": false, "--1": false, " ": false, "1 2": false} {
		if n, ok := ParseInt[int8](text); ok != want {
			t.Errorf("%q: %d, %v", text, n, ok)
		}
	}
}

// upper is a value type of a caller, whose methods can fail.
type upper string

func (u upper) AppendText(b []byte) ([]byte, error) {
	if u == "BAD" {
		return nil, errors.New("bad value")
	}
	return append(b, u...), nil
}

func (u *upper) UnmarshalText(b []byte) error {
	if strings.ToUpper(string(b)) != string(b) || len(b) == 0 {
		return errors.New("capital letters wanted")
	}
	*u = upper(b)
	return nil
}

var (
	_ Value                    = (*upper)(nil)
	_ Value                    = (*datatype.DateTime)(nil)
	_ encoding.TextUnmarshaler = (*wire.Text)(nil)
)

// values has fields of the remaining kinds.
type values struct {
	Attr     datatype.DateTime
	OptAttr  *datatype.Date
	When     *datatype.DateTime
	Days     []datatype.Date
	Spans    []datatype.Duration
	Price    datatype.Decimal
	Hex      []byte
	Hexes    [][]byte
	HexList  [][]byte
	Kinds    []wire.QName
	KindList []wire.QName
	Upper    *upper
	Norm     string
	Rows     [][]int16
	Flags    []bool
	FlagList []bool
	Floats   []float32
	Gones    []wire.Nillable[string]
	Places   []wire.Nillable[place]
	Any      *wire.AnyElement
	XMLExtra wire.Extra
}

var valuesTable = func() Table {
	t := Table{Space: &svc, AttrNames: "attr optattr"}
	for _, n := range []string{"when", "day", "spans", "price", "hex", "hexes", "hexlist", "kinds", "kindlist", "upper", "norm", "row", "flag", "flags", "floats", "gone", "place", "any"} {
		t.Names += n + "* "
	}
	return t
}()

func (v *values) DecodeXML(d *Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Attr(&valuesTable); i != End; i = d.Attr(&valuesTable) {
		switch i {
		case 0:
			ReadValue(d, &v.Attr)
		case 1:
			ReadOptValue(d, &v.OptAttr)
		}
	}
	reads := []func(){
		func() { ReadOptValue(d, &v.When) }, func() { ReadValues(d, &v.Days) }, func() { ReadValueList(d, &v.Spans) }, func() { ReadValue(d, &v.Price) },
		func() { ReadHex(d, &v.Hex) }, func() { ReadHexs(d, &v.Hexes) }, func() { ReadHexList(d, &v.HexList) },
		func() { ReadQNames(d, &v.Kinds) }, func() { ReadQNameList(d, &v.KindList) }, func() { ReadOptValue(d, &v.Upper) }, func() { ReadNormalized(d, &v.Norm) },
		func() { ReadEach(d, &v.Rows, ReadIntList) }, func() { ReadBools(d, &v.Flags) }, func() { ReadBoolList(d, &v.FlagList) }, func() { ReadFloatList(d, &v.Floats) },
		func() { ReadNillables(d, &v.Gones, ReadString) }, func() { readField(d, &v.Places, 'o', '%') },
		func() { v.Any = new(wire.AnyElement); d.Object((*RawElement)(v.Any)) },
	}
	for i := d.Next(&valuesTable); i != End; i = d.Next(&valuesTable) {
		reads[i]()
	}
	return d.Err()
}

func (v *values) AppendXML(e *Encoder) {
	t := &valuesTable
	e.Begin(&v.XMLExtra)
	WriteValueAttr(e, valuesTable.Attr(0), v.Attr)
	WriteOptValueAttr(e, valuesTable.Attr(1), v.OptAttr)
	WriteOptValue(e, t.Element(0), v.When)
	WriteValues(e, t.Element(1), v.Days)
	WriteValueList(e, t.Element(2), v.Spans)
	WriteValue(e, t.Element(3), v.Price)
	WriteHex(e, t.Element(4), v.Hex)
	WriteHexs(e, t.Element(5), v.Hexes)
	WriteHexList(e, t.Element(6), v.HexList)
	WriteQNames(e, t.Element(7), v.Kinds)
	WriteQNameList(e, t.Element(8), v.KindList)
	WriteOptValue(e, t.Element(9), v.Upper)
	WriteNormalized(e, t.Element(10), v.Norm)
	WriteEach(e, t.Element(11), v.Rows, WriteIntList)
	WriteBools(e, t.Element(12), v.Flags)
	WriteBoolList(e, t.Element(13), v.FlagList)
	WriteFloatList(e, t.Element(14), v.Floats)
	WriteNillables(e, t.Element(15), v.Gones, WriteString)
	writeField(e, t.Element(16), &v.Places, 'o', '%')
	if v.Any != nil {
		e.Object(t.Element(17), (*RawElement)(v.Any))
	}
}

var valuesName = Name{Space: &svc, Local: "values"}

func TestValueFieldsInBothForms(t *testing.T) {
	when, _ := datatype.ParseDateTime("2026-06-30T10:00:00Z")
	day, _ := datatype.ParseDate("2026-06-30")
	span, _ := datatype.ParseDuration("P1DT1S")
	price, _ := datatype.ParseDecimal("12.50")
	v := &values{
		Attr: when, OptAttr: &day, When: &when, Days: []datatype.Date{day, day}, Spans: []datatype.Duration{span, {}}, Price: price,
		Hex: []byte{0xAB}, Hexes: [][]byte{{1}, {}}, HexList: [][]byte{{2}, {3, 4}},
		Kinds: []wire.QName{{Space: "urn:k", Local: "a", Prefix: "k"}, {Space: "", Local: "b", Prefix: ""}}, KindList: []wire.QName{{Space: "urn:l", Local: "a", Prefix: "k"}, {Space: "urn:k", Local: "c", Prefix: "k"}}, Upper: new(upper("ABC")), Norm: "a b",
		Rows: [][]int16{{1, -2}, {}}, Flags: []bool{true, false}, FlagList: []bool{false}, Floats: []float32{0.1, 2}, Gones: []wire.Nillable[string]{{Nil: true}, {Value: new("x")}},
		Places: []wire.Nillable[place]{{Value: &place{Value: "p"}}, {Nil: true}},
		Any:    &wire.AnyElement{Attrs: []wire.Attr{{Name: wire.QName{Local: "a"}, Value: "k:v"}}, Children: []wire.Node{wire.TextNode("t"), {Name: wire.QName{Local: "e"}}}, Bindings: []wire.Binding{{Prefix: "k", URI: "urn:k"}}},
	}
	for name, opts := range map[string][]wire.Option{"qualified": nil, "unqualified": {wire.Unqualified()}} {
		doc, err := Marshal(valuesName, v, opts...)
		if err != nil {
			t.Fatal(err)
		}
		var back values
		if err := Unmarshal(doc, valuesName, &back, opts...); err != nil {
			t.Fatalf("%s: %v in\n%s", name, err, doc)
		}
		again, err := Marshal(valuesName, &back, opts...)
		if err != nil || string(again) != string(doc) {
			t.Errorf("%s: got\n%s\nwant\n%s\nerror %v", name, again, doc, err)
		}
		back.KindList[0].Prefix = "k"
		if !reflect.DeepEqual(&back, v) {
			t.Errorf("%s: got %+v\nfrom %s", name, back, doc)
		}
	}
}

func TestEmptyValuesAreKeptInLenientReading(t *testing.T) {
	doc := `<svc:values xmlns:svc="http://example.com/service" attr="" optattr=""><svc:when/><svc:day/><svc:price/><svc:kinds/><svc:upper/><svc:norm/></svc:values>`
	var v values
	if err := Unmarshal([]byte(doc), valuesName, &v, wire.Lenient()); err != nil {
		t.Fatal(err)
	}
	if v.When != nil || v.Days != nil || v.Upper != nil || v.OptAttr != nil || v.Kinds != nil {
		t.Errorf("got %+v", v)
	}
	got, err := Marshal(valuesName, &v)
	if err != nil || string(got) != doc {
		t.Errorf("got\n%s\nwant\n%s\nerror %v", got, doc, err)
	}
	if err := Unmarshal([]byte(doc), valuesName, &v); err == nil || !strings.Contains(err.Error(), `/values@attr: "" is not of the form 2006-01-02T15:04:05`) {
		t.Error(err)
	}
}

func TestAnEmptyValueGivesWayToAnother(t *testing.T) {
	doc := `<svc:values xmlns:svc="http://example.com/service" attr=""><svc:price/></svc:values>`
	var v values
	if err := Unmarshal([]byte(doc), valuesName, &v, wire.Lenient()); err != nil {
		t.Fatal(err)
	}
	v.Attr, _ = datatype.ParseDateTime("2026-06-30T10:00:00Z")
	v.Price, _ = datatype.ParseDecimal("2.5")
	want := `<svc:values xmlns:svc="http://example.com/service" attr="2026-06-30T10:00:00Z"><svc:price>2.5</svc:price><svc:norm/></svc:values>`
	if got, err := Marshal(valuesName, &v); err != nil || string(got) != want {
		t.Errorf("got\n%s\nwant\n%s\nerror %v", got, want, err)
	}
}

// gones has nillable elements of which one is empty where a number belongs.
type gones struct {
	One      wire.Nillable[int64]
	Many     []wire.Nillable[int64]
	Text     string
	XMLExtra wire.Extra
}

var gonesTable = Table{Space: &svc, Names: "one many* text"}

func (v *gones) DecodeXML(d *Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&gonesTable); i != End; i = d.Next(&gonesTable) {
		switch i {
		case 0:
			d.Default("7")
			ReadNillable(d, &v.One, ReadInt)
		case 1:
			ReadNillables(d, &v.Many, ReadInt)
		case 2:
			ReadString(d, &v.Text)
		}
	}
	return d.Err()
}

func (v *gones) AppendXML(e *Encoder) {
	e.Begin(&v.XMLExtra)
	WriteNillable(e, gonesTable.Element(0), v.One, WriteInt)
	WriteNillables(e, gonesTable.Element(1), v.Many, WriteInt)
	WriteString(e, gonesTable.Element(2), v.Text)
}

func TestNillableNumbers(t *testing.T) {
	const head = `<svc:gones xmlns:svc="http://example.com/service" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`
	tests := []struct {
		content string
		want    gones
		opts    []wire.Option
	}{
		{`<svc:one>1</svc:one><svc:many xsi:nil="true"/><svc:many>2</svc:many><svc:text>t</svc:text>`,
			gones{One: wire.Nillable[int64]{Value: new(int64(1))}, Many: []wire.Nillable[int64]{{Nil: true}, {Value: new(int64(2))}}, Text: "t"}, nil},
		// The default of an element that is nil is not that of the next one.
		{`<svc:one xsi:nil="true"/><svc:text/>`, gones{One: wire.Nillable[int64]{Nil: true}}, nil},
		{`<svc:many xsi:nil="1"/><svc:many> </svc:many><svc:text/>`, gones{Many: []wire.Nillable[int64]{{Nil: true}}}, []wire.Option{wire.Lenient()}},
	}
	for _, tt := range tests {
		var v gones
		err := Unmarshal([]byte(head+tt.content+"</svc:gones>"), Name{Space: &svc, Local: "gones"}, &v, tt.opts...)
		if empty := len(v.XMLExtra.Empty()); empty != len(tt.opts) {
			t.Errorf("%s: %d empty elements", tt.content, empty)
		}
		v.XMLExtra = wire.Extra{}
		if err != nil || !reflect.DeepEqual(v, tt.want) {
			t.Errorf("%s: got %+v, error %v", tt.content, v, err)
		}
	}
}

func TestEmptyNillableNumbersAreWrittenAgain(t *testing.T) {
	const doc = `<svc:gones xmlns:svc="http://example.com/service"><svc:many/><svc:text>t</svc:text></svc:gones>`
	var v gones
	if err := Unmarshal([]byte(doc), Name{Space: &svc, Local: "gones"}, &v, wire.Lenient()); err != nil || v.Many != nil {
		t.Errorf("got %+v, error %v", v, err)
	}
	if got, err := Marshal(Name{Space: &svc, Local: "gones"}, &v); err != nil || string(got) != doc {
		t.Errorf("got %s, error %v", got, err)
	}
}

func TestErrorsOfValueMethods(t *testing.T) {
	_, err := Marshal(valuesName, &values{Upper: new(upper("BAD"))})
	if err == nil || err.Error() != "/values/upper: bad value" {
		t.Error(err)
	}
	doc := `<svc:values xmlns:svc="http://example.com/service"><svc:upper>low</svc:upper></svc:values>`
	if err := Unmarshal([]byte(doc), valuesName, new(values)); err == nil || err.Error() != `1:52: /values/upper: "low" is not valid: capital letters wanted` {
		t.Error(err)
	}
}
