package codec_test

import (
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
	"github.com/wbxgen/wbxgen/wire/datatype"
)

// filled has attributes with defaults and a fixed one, and structs in a row, all described by its table.
type filled struct {
	S        *string
	E        *grade `xml:"e,attr"`
	B        *bool
	I        *int16
	U        *uint8
	F        *float64
	D        *datatype.Decimal
	Fixed    *string
	Kid      *graded  `xml:"kid"`
	Kids     []graded `xml:"kids"`
	XMLExtra wire.Extra
}

type grade string

func (g grade) CheckXML(c *codec.Checker) { codec.CheckListed(c, g, grades) }

func grades() []grade { return []grade{"good", "bad"} }

type graded struct {
	E        grade `xml:"e,attr"`
	XMLExtra wire.Extra
}

var (
	filledTable = codec.Table{
		Names:      "kid kids*",
		AttrNames:  "s e b i u f d fixed",
		Fields:     "8O? 9O*",
		AttrFields: "0s= 1E= 2b= 3i= 4u= 5f= 6v= 7t!",
		Defaults:   []string{"text", "good", "1", "-3", "7", "INF", "1.50", "always"},
	}
	gradedTable = codec.Table{AttrNames: "e", AttrFields: "0E.", NeedAttrs: 1}
)

func (v *filled) DecodeXML(d *codec.Decoder) error { return d.Read(v) }
func (v *graded) DecodeXML(d *codec.Decoder) error { return d.Read(v) }

func (*filled) XMLTable() *codec.Table { return &filledTable }
func (*graded) XMLTable() *codec.Table { return &gradedTable }

func (v *filled) AppendXML(e *codec.Encoder) { e.Write(v) }
func (v *graded) AppendXML(e *codec.Encoder) { e.Write(v) }

func (v *filled) CheckXML(c *codec.Checker) { c.Struct(&filledTable, v) }
func (v *graded) CheckXML(c *codec.Checker) { c.Struct(&gradedTable, v) }
func (v *filled) Validate() error           { return wire.Validate(v) }

// TestDefaultsOfATable: absent attributes have their defaults, and stay absent until somebody sets them.
func TestDefaultsOfATable(t *testing.T) {
	root := codec.Name{Local: "r"}
	for _, doc := range []string{
		`<r/>`,
		`<r s="text" e="bad" b="false"/>`,
		`<r f="1" d="1.50" fixed="always"><kid e="good"/><kids e="bad"/><kids e="good"/></r>`,
		`<r i="-3" u="8"><kids e="good"/></r>`,
	} {
		var v filled
		if err := codec.Unmarshal([]byte(doc), root, &v); err != nil {
			t.Fatal(err)
		}
		if v.S == nil || v.E == nil || v.B == nil || v.I == nil || *v.I != -3 || v.U == nil || v.F == nil || v.D == nil || v.D.String() != "1.50" || v.Fixed == nil || *v.Fixed != "always" {
			t.Errorf("%s: %+v", doc, v)
		}
		if got, err := codec.Marshal(root, &v); err != nil || withoutHead(got) != doc {
			t.Errorf("%s became %s, %v", doc, got, err)
		}
	}
	var v filled
	if err := codec.Unmarshal([]byte(`<r/>`), root, &v); err != nil {
		t.Fatal(err)
	}
	*v.S, *v.B, *v.U = "set", false, 0
	if got, err := codec.Marshal(root, &v); err != nil || withoutHead(got) != `<r s="set" b="false" u="0"/>` {
		t.Errorf("%s, %v", got, err)
	}
	if got, err := codec.Marshal(root, new(filled)); err != nil || withoutHead(got) != `<r fixed="always"/>` {
		t.Errorf("a new value became %s, %v", got, err)
	}
	var other filled
	if _ = codec.Unmarshal([]byte(`<r/>`), root, &other); *other.S != "text" || *other.U != 7 {
		t.Errorf("a value changed the default of others: %+v", other)
	}
}

// withoutHead is a document without its XML declaration.
func withoutHead(doc []byte) string {
	_, root, found := strings.Cut(string(doc), "?>")
	if !found {
		return string(doc)
	}
	return strings.TrimSpace(root)
}

// TestChecksOfATable: what checks itself is checked where it stands.
func TestChecksOfATable(t *testing.T) {
	var bad grade = "ugly"
	v := filled{E: &bad, Kid: &graded{E: "good"}, Kids: []graded{{E: "bad"}, {E: "worse"}}}
	err := wire.Validate(&v)
	if err == nil {
		t.Fatal("nothing is wrong")
	}
	for _, want := range []string{`e: "ugly" is not "good" or "bad"`, `kids[2]/e: "worse" is not "good" or "bad"`} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q is not in %v", want, err)
		}
	}
	if n := strings.Count(err.Error(), "is not"); n != 2 {
		t.Errorf("%d errors: %v", n, err)
	}
}
