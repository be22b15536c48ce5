package wire_test

import (
	"fmt"
	"strings"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
	"github.com/wbxgen/wbxgen/wire/datatype"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// Point is written as wbxgen generates structs.
type Point struct {
	X        int64
	Y        *int64
	XMLExtra wire.Extra
}

var shapes = codec.Namespace{URI: "http://example.com/shapes", Prefix: "sh"}

var pointTable = codec.Table{Space: &shapes, RootNames: "point", Names: "x y"}

func (p *Point) XMLType() wire.Name { return "{http://example.com/shapes}pointType" }

func (p *Point) XMLTable() *codec.Table { return &pointTable }

func (p *Point) DecodeXML(d *codec.Decoder) error {
	d.Begin(&p.XMLExtra)
	for i := d.Next(&pointTable); i != codec.End; i = d.Next(&pointTable) {
		switch i {
		case 0:
			codec.ReadInt(d, &p.X)
		case 1:
			codec.ReadOptInt(d, &p.Y)
		}
	}
	return d.Err()
}

func (p *Point) AppendXML(e *codec.Encoder) {
	e.Begin(&p.XMLExtra)
	codec.WriteInt(e, pointTable.Element(0), p.X)
	codec.WriteOptInt(e, pointTable.Element(1), p.Y)
}

func ExampleUnmarshal() {
	var p Point
	err := wire.Unmarshal([]byte(`<point xmlns="http://example.com/shapes"><x>3</x><y>-4</y></point>`), &p)
	fmt.Println(p.X, *p.Y, err)

	err = wire.Unmarshal([]byte(`<point xmlns="http://example.com/shapes">`+"\n  <x>three</x></point>"), &p)
	fmt.Println(err)
	// Output:
	// 3 -4 <nil>
	// 2:3: /point/x: "three" is not an integer
}

func ExampleMarshal() {
	doc, err := wire.Marshal(&Point{X: 3, Y: new(int64(-4))})
	fmt.Println(string(doc), err)
	doc, err = wire.Marshal(&Point{X: 3}, wire.Unqualified(), wire.Indent("  "), wire.Declaration())
	fmt.Print(string(doc), err)
	// Output:
	// <sh:point xmlns:sh="http://example.com/shapes"><sh:x>3</sh:x><sh:y>-4</sh:y></sh:point> <nil>
	// <?xml version="1.0" encoding="UTF-8"?>
	// <sh:point xmlns:sh="http://example.com/shapes">
	//   <x>3</x>
	// </sh:point>
	// <nil>
}

// What a document has beyond the fields can be kept, and is written again.
func ExampleUnknown() {
	doc := `<sh:point xmlns:sh="http://example.com/shapes"><sh:x>1</sh:x><sh:colour>red</sh:colour></sh:point>`
	var p Point
	if err := wire.Unmarshal([]byte(doc), &p, wire.Unknown(wire.KeepUnknown)); err != nil {
		fmt.Println(err)
	}
	fmt.Println(p.XMLExtra.Elements()[0].Name.Local)
	again, _ := wire.Marshal(&p)
	fmt.Println(string(again) == doc)
	// Output:
	// colour
	// true
}

// Drawing reads its points one by one, so that a document of any length needs no more memory than one of them.
type Drawing struct{ each func(*Point) }

var drawingTable = codec.Table{Space: &shapes, RootNames: "drawing", Names: "point*"}

func (v *Drawing) DecodeXML(d *codec.Decoder) error {
	var x wire.Extra
	d.Begin(&x)
	for i := d.Next(&drawingTable); i != codec.End; i = d.Next(&drawingTable) {
		p := new(Point)
		if d.Object(p); d.Err() == nil {
			v.each(p)
		}
	}
	return d.Err()
}

func (v *Drawing) AppendXML(*codec.Encoder) {}

func (v *Drawing) XMLType() wire.Name { return "" }

func (v *Drawing) XMLTable() *codec.Table { return &drawingTable }

func ExampleDecode() {
	doc := strings.NewReader(`<d:drawing xmlns:d="http://example.com/shapes"><d:point><d:x>1</d:x></d:point><d:point><d:x>2</d:x></d:point></d:drawing>`)
	err := wire.Decode(doc, &Drawing{each: func(p *Point) { fmt.Println(p.X) }})
	fmt.Println(err)
	// Output:
	// 1
	// 2
	// <nil>
}

func ExampleRegistry() {
	types := wire.NewRegistry()
	types.Add(new(Point).XMLType(), func() wire.Typed { return new(Point) })
	types.Alias("java:com.example.Point", new(Point).XMLType())

	v, ok := types.New("{http://example.com/shapes}pointType")
	fmt.Printf("%T %v\n", v, ok)
	v, ok = types.NewByText("java:com.example.Point")
	fmt.Printf("%T %v\n", v, ok)
	// Output:
	// *wire_test.Point true
	// *wire_test.Point true
}

func ExampleScanner() {
	s := xmltext.NewScanner(strings.NewReader("<a>\n  <b c='1'>x &amp; y</b>\n</a>"), xmltext.Options{})
	for k := s.Next(); k != xmltext.EOF; k = s.Next() {
		switch k {
		case xmltext.StartElement:
			fmt.Printf("%d:%d <%s>", s.Pos().Line, s.Pos().Col, s.Local())
			for _, a := range s.Attrs() {
				fmt.Printf(" %s=%s", a.Local, a.Value)
			}
			fmt.Println()
		case xmltext.CharData:
			fmt.Printf("%q\n", s.Text())
		}
	}
	fmt.Println(s.Err())
	// Output:
	// 1:1 <a>
	// "\n  "
	// 2:3 <b> c=1
	// "x & y"
	// "\n"
	// <nil>
}

func ExampleDuration_Compare() {
	month, _ := datatype.ParseDuration("P1M")
	for _, text := range []string{"P27D", "P30D", "P32D"} {
		d, _ := datatype.ParseDuration(text)
		fmt.Println(month.Compare(d))
	}
	// Output:
	// 1 true
	// 0 false
	// -1 true
}

func ExampleComments() {
	const doc = `<!-- the corner --><point xmlns="http://example.com/shapes"><!-- to the right --><x>3</x></point>`
	var p Point
	if err := wire.Unmarshal([]byte(doc), &p, wire.Comments()); err != nil {
		fmt.Println(err)
	}
	p.X++
	p.XMLExtra.SetComments(append(p.XMLExtra.Comments(), wire.CommentNode(" moved ")))
	out, err := wire.Marshal(&p, wire.Prefix(shapes.URI, ""), wire.Indent("  "))
	fmt.Print(string(out), err)
	// Output:
	// <!-- the corner -->
	// <!-- moved -->
	// <point xmlns="http://example.com/shapes">
	//   <!-- to the right -->
	//   <x>4</x>
	// </point>
	// <nil>
}

func ExampleValue() {
	p := Point{X: 3}
	fmt.Println(wire.Value(p.Y))
	// Output: 0
}

func ExampleNode_Decode() {
	known := wire.NewRegistry()
	known.AddObjects(new(Point))

	// What a wildcard let in.
	extensions := []wire.Node{{Name: wire.QName{Space: "urn:other", Local: "unknown"}}}
	added, err := wire.NodeOf(&Point{X: 3})
	if err != nil {
		fmt.Println(err)
	}
	extensions = append(extensions, added)

	for _, n := range extensions {
		v, ok := known.NewFor(n)
		if !ok {
			fmt.Println("not known:", n.Name)
			continue
		}
		if err := n.Decode(v); err != nil {
			fmt.Println(err)
		}
		switch v := v.(type) {
		case *Point:
			fmt.Println("a point at", v.X)
		}
	}
	// Output:
	// not known: {urn:other}unknown
	// a point at 3
}
