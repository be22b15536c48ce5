package codec_test

import (
	"testing"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
)

// counted is a struct whose methods count how often they are called.
type counted struct {
	Name     string
	XMLExtra wire.Extra

	read, written int
}

var countedTable = codec.Table{Names: "name", Fields: "0s."}

func (*counted) XMLTable() *codec.Table { return &countedTable }
func (v *counted) DecodeXML(d *codec.Decoder) error {
	v.read++
	return d.Read(v)
}
func (v *counted) AppendXML(e *codec.Encoder) {
	v.written++
	e.Write(v)
}

// coded is the same with a table that does not say all.
type coded counted

var codedTable = codec.Table{Names: "name", Fields: "0s.", Code: true}

func (*coded) XMLTable() *codec.Table { return &codedTable }
func (v *coded) DecodeXML(d *codec.Decoder) error {
	v.read++
	return d.Read(v)
}
func (v *coded) AppendXML(e *codec.Encoder) {
	v.written++
	e.Write(v)
}

// holder has some of them in each way.
type holder struct {
	One      counted
	Opt      *counted
	Many     []counted
	Coded    *coded
	XMLExtra wire.Extra
}

var holderTable = codec.Table{Names: "one opt many* coded", Fields: "0o. 1o? 2o* 3o?"}

func (*holder) XMLTable() *codec.Table             { return &holderTable }
func (v *holder) DecodeXML(d *codec.Decoder) error { return d.Read(v) }
func (v *holder) AppendXML(e *codec.Encoder)       { e.Write(v) }

// TestStructsAreReadByTheirTables holds fields whose table says all to being read and written without their methods, and others to
// being so by them, often enough for an encoder to prepare tags.
func TestStructsAreReadByTheirTables(t *testing.T) {
	const doc = `<r><one><name>a</name></one><opt><name>b</name></opt><many><name>&lt;</name></many><many><name>d</name></many><coded><name>e</name></coded></r>`
	root := codec.Name{Local: "r"}
	for range 40 {
		var v holder
		if err := codec.Unmarshal([]byte(doc), root, &v); err != nil {
			t.Fatal(err)
		}
		out, err := codec.Marshal(root, &v)
		if err != nil || string(out) != doc {
			t.Fatalf("%v: %s", err, out)
		}
		for _, c := range []*counted{&v.One, v.Opt, &v.Many[0], &v.Many[1]} {
			if c.read+c.written > 0 {
				t.Fatalf("methods were called: %+v", c)
			}
		}
		if v.Coded.read != 1 || v.Coded.written != 1 {
			t.Fatalf("%+v", v.Coded)
		}
	}
}
