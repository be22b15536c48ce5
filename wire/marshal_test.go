package wire_test

import (
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
	"github.com/wbxgen/wbxgen/wire/internal/door"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

const (
	pointHead = `<sh:point xmlns:sh="http://example.com/shapes">`
	pointTail = `</sh:point>`
)

// Scene has children of types that only xsi:type tells.
type Scene struct {
	Shapes   []wire.Typed
	XMLExtra wire.Extra
}

var sceneTable = codec.Table{Space: &shapes, RootNames: "scene view", Names: "shape*"}

var sceneSlot = codec.Slot[wire.Typed]{Unknown: func() wire.Typed { return new(wire.RawTyped) }}

func (v *Scene) XMLType() wire.Name     { return "" }
func (v *Scene) XMLTable() *codec.Table { return &sceneTable }

func (v *Scene) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for d.Next(&sceneTable) != codec.End {
		codec.ReadSlots(d, &v.Shapes, &sceneSlot)
	}
	return d.Err()
}

func (v *Scene) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	for _, s := range v.Shapes {
		e.Typed(sceneTable.Element(0), s)
	}
}

// TestReadingOptions reads a point with options of each kind. What is wanted is x, or a part of the error.
func TestReadingOptions(t *testing.T) {
	unknown := pointHead + `<sh:x>1</sh:x><sh:z>2</sh:z>` + pointTail
	upper := wire.Charset(func(label string, r io.Reader) (io.Reader, error) {
		b, err := io.ReadAll(r)
		return strings.NewReader(strings.ReplaceAll(string(b), "?", "1")), err
	})
	entity := wire.Entities(func(name string) (string, bool) { return "http://example.com/shapes", name == "uri" })
	for _, c := range []struct {
		name, doc string
		opts      []wire.Option
		want      string
	}{
		{"nothing", pointHead + `<sh:x>1</sh:x>` + pointTail, nil, "1"},
		{"nil option", pointHead + `<sh:x>1</sh:x>` + pointTail, []wire.Option{nil}, "1"},
		{"limits", pointHead + `<sh:x>1</sh:x>` + pointTail, []wire.Option{wire.WithLimits(xmltext.Limits{Depth: 1})}, "deeper"},
		{"lenient", `<point><X:x>1</X:x></point>`, []wire.Option{wire.Lenient()}, "1"},
		{"not lenient", `<point><X:x>1</X:x></point>`, nil, "1:1: "},
		{"unqualified", pointHead + `<x>1</x>` + pointTail, []wire.Option{wire.Unqualified()}, "1"},
		{"qualified", pointHead + `<x>1</x>` + pointTail, nil, "0"},
		{"charset", `<?xml version="1.0" encoding="x"?>` + pointHead + `<sh:x>?</sh:x>` + pointTail, []wire.Option{upper}, "1"},
		{"no charset", `<?xml version="1.0" encoding="x"?>` + pointHead + `<sh:x>?</sh:x>` + pointTail, nil, "the encoding x is not supported"},
		{"doctype", `<!DOCTYPE point [<!ENTITY e "1">]>` + pointHead + `<sh:x>&e;</sh:x>` + pointTail, []wire.Option{wire.AllowDoctype()}, "1"},
		{"no doctype", `<!DOCTYPE point>` + pointHead + pointTail, nil, "wire.AllowDoctype()"},
		{"entities", `<point xmlns="&uri;"><x>1</x></point>`, []wire.Option{entity}, "1"},
		{"no entities", `<point xmlns="&uri;"><x>1</x></point>`, nil, "the entity &uri; is not declared"},
		{"unknown", unknown, nil, "1"},
		{"unknown refused", unknown, []wire.Option{wire.Unknown(wire.RefuseUnknown)}, "/point/z: the element {http://example.com/shapes}z is unknown here; expected y"},
		{"the last counts", unknown, []wire.Option{wire.Unknown(wire.RefuseUnknown), wire.Unknown(wire.SkipUnknown)}, "1"},
		{"another root", `<other><sh:x xmlns:sh="http://example.com/shapes">1</sh:x></other>`, []wire.Option{wire.Root("other")}, "1"},
		{"wrong root", `<other/>`, nil, "1:1: /other"},
	} {
		var p, q Point
		err := wire.Unmarshal([]byte(c.doc), &p, c.opts...)
		got := fmt.Sprint(p.X)
		if err != nil {
			got = "error " + err.Error()
		}
		if got != c.want && (err == nil || !strings.Contains(got, c.want)) {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
		if other := wire.Decode(strings.NewReader(c.doc), &q, c.opts...); p.X != q.X || fmt.Sprint(err) != fmt.Sprint(other) {
			t.Errorf("%s: Decode gives %d, %v; Unmarshal %d, %v", c.name, q.X, other, p.X, err)
		}
	}
}

// TestErrorsHaveTheirPlace in the document and in the tree.
func TestErrorsHaveTheirPlace(t *testing.T) {
	err := wire.Unmarshal([]byte(pointHead+"\n  <?é?><sh:x>one</sh:x>"+pointTail), new(Point))
	var e *wire.DecodeError
	if !errors.As(err, &e) || e.Line != 2 || e.Col != 8 || e.Offset != int64(len(pointHead)+9) || e.Path != "/point/x" {
		t.Errorf("got %+v", err)
	}
	err = wire.Unmarshal([]byte(pointHead+"</sh:pint>"), new(Point))
	var s *xmltext.SyntaxError
	if !errors.As(err, &s) || s.Line != 1 {
		t.Errorf("got %+v", err)
	}
	cause := errors.New("cause")
	if e := (&wire.DecodeError{Path: "/a", Msg: "m", Err: cause}); e.Error() != "/a: m" || !errors.Is(e, cause) {
		t.Error(e)
	}
	if e := (&wire.EncodeError{Path: "/a", Msg: "m", Err: cause}); e.Error() != "/a: m" || !errors.Is(e, cause) {
		t.Error(e)
	}
	if e := (&wire.InvalidError{Msg: "m"}); e.Error() != "m" {
		t.Error(e)
	}
}

// TestWritingOptions writes a point that has an unknown child.
func TestWritingOptions(t *testing.T) {
	p := &Point{X: 1}
	p.XMLExtra.SetElements([]wire.Node{{Name: wire.QName{Space: "urn:o", Local: "o", Prefix: "o"}}})
	const uri = "http://example.com/shapes"
	for _, c := range []struct {
		name string
		opts []wire.Option
		want string
	}{
		{"none", nil, `<sh:point xmlns:sh="U" xmlns:o="urn:o"><sh:x>1</sh:x><o:o/></sh:point>`},
		{"unqualified", []wire.Option{wire.Unqualified()}, `<sh:point xmlns:sh="U" xmlns:o="urn:o"><x>1</x><o:o/></sh:point>`},
		{"default namespace", []wire.Option{wire.Prefix(uri, "")}, `<point xmlns="U" xmlns:o="urn:o"><x>1</x><o:o/></point>`},
		{"prefixes", []wire.Option{wire.Prefix(uri, "p"), wire.Prefix("urn:o", "q")}, `<p:point xmlns:p="U" xmlns:q="urn:o"><p:x>1</p:x><q:o/></p:point>`},
		{"the last counts", []wire.Option{wire.Prefix(uri, "p"), wire.Prefix(uri, "q")}, `<q:point xmlns:q="U" xmlns:o="urn:o"><q:x>1</q:x><o:o/></q:point>`},
		{"one default", []wire.Option{wire.Prefix(uri, ""), wire.Prefix("urn:o", "")}, `<sh:point xmlns="urn:o" xmlns:sh="U"><sh:x>1</sh:x><o/></sh:point>`},
		{"all with prefixes", []wire.Option{wire.Prefix("urn:o", "q"), wire.Prefix(uri, ""), wire.Prefixed()}, `<sh:point xmlns:sh="U" xmlns:q="urn:o"><sh:x>1</sh:x><q:o/></sh:point>`},
		{"no prefix", []wire.Option{wire.Prefix(uri, "1 2")}, `<ns:point xmlns:ns="U" xmlns:o="urn:o"><ns:x>1</ns:x><o:o/></ns:point>`},
		{"declaration", []wire.Option{wire.Declaration(), wire.Indent("\t")}, `<?xml version="1.0" encoding="UTF-8"?>
<sh:point xmlns:sh="U" xmlns:o="urn:o">
	<sh:x>1</sh:x>
	<o:o/>
</sh:point>
`},
		{"root", []wire.Option{wire.Root("{urn:o}r")}, `error`},
	} {
		want := strings.ReplaceAll(c.want, "U", uri)
		want = strings.ReplaceAll(want, uri+"TF", "UTF")
		got, err := wire.Marshal(p, c.opts...)
		if c.want == "error" {
			var v Point
			if back := wire.Unmarshal(got, &v, c.opts...); err != nil || back != nil || v.X != 1 || !strings.Contains(string(got), "r xmlns") {
				t.Errorf("%s: %s, %v, %v", c.name, got, err, back)
			}
			continue
		}
		if err != nil || string(got) != want {
			t.Errorf("%s:\n%s, %v, want\n%s", c.name, got, err, want)
		}
		if more, err := wire.Append([]byte("before"), p, c.opts...); err != nil || string(more) != "before"+want {
			t.Errorf("%s: appended %s, %v", c.name, more, err)
		}
		var b strings.Builder
		if err := wire.Encode(&b, p, c.opts...); err != nil || b.String() != want {
			t.Errorf("%s: encoded %s, %v", c.name, b.String(), err)
		}
	}
}

func TestNothingIsWrittenAfterAnError(t *testing.T) {
	p := new(Point)
	p.XMLExtra.SetElements([]wire.Node{{Name: wire.QName{Local: "a b"}}})
	var e *wire.EncodeError
	if doc, err := wire.Marshal(p); len(doc) > 0 || !errors.As(err, &e) || e.Path != "/point" {
		t.Errorf("%s, %v", doc, err)
	}
	if doc, err := wire.Append([]byte("before"), p); string(doc) != "before" || err == nil {
		t.Errorf("%s, %v", doc, err)
	}
	var b strings.Builder
	if err := wire.Encode(&b, p); err == nil || b.Len() > 0 {
		t.Errorf("%s, %v", b.String(), err)
	}
}

// TestTypesOfSlots: which type a registry has for xsi:type, and which one a lenient reader guesses.
func TestTypesOfSlots(t *testing.T) {
	known := wire.NewRegistry()
	codec.RegisterType(known, func() wire.Typed { return new(Point) })
	known.Add("{urn:a}twice", func() wire.Typed { return new(Point) })
	known.Add("{urn:b}twice", func() wire.Typed { return new(Point) })
	known.Add("{urn:a}once", func() wire.Typed { return new(Point) })
	known.Alias("java:Point", "{urn:a}once")
	if known.Alias("java:Point", "{urn:b}twice") {
		t.Error("an alias is taken twice")
	}
	for typ, want := range map[string][2]bool{ // is it known to an exact reader, and to a lenient one
		"sh:pointType": {true, true}, " sh:pointType ": {true, true}, "java:Point": {true, true},
		"sh:other": {}, "once": {false, true}, "twice": {}, "x:once": {false, true}, "x:twice": {}, "sh:once": {},
		"y:pointType": {false, true},
	} {
		doc := `<sh:scene xmlns:sh="http://example.com/shapes" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><sh:shape xsi:type="` + typ + `"/></sh:scene>`
		for i, opts := range [][]wire.Option{{wire.Types(known)}, {wire.Types(known), wire.Lenient()}} {
			var s Scene
			err := wire.Unmarshal([]byte(doc), &s, opts...)
			_, is := wire.Typed(nil).(*Point)
			if err == nil {
				_, is = s.Shapes[0].(*Point)
			}
			if is != want[i] {
				t.Errorf("%q, lenient %v: known %v, %v", typ, i == 1, is, err)
			}
		}
		for _, none := range [][]wire.Option{nil, {wire.Types(nil)}, {wire.Types(known), wire.Types(nil)}} {
			var s Scene
			if err := wire.Unmarshal([]byte(doc), &s, none...); err == nil {
				if _, raw := s.Shapes[0].(*wire.RawTyped); !raw {
					t.Errorf("%q is known without a registry", typ)
				}
			}
		}
	}
	s := &Scene{Shapes: []wire.Typed{&Point{}}}
	text := wire.TypeText(func(q wire.QName) (string, bool) {
		return "java:" + q.Local, q.Is("{http://example.com/shapes}pointType")
	})
	if doc, err := wire.Marshal(s, wire.Root("{http://example.com/shapes}view"), text); err != nil || !strings.Contains(string(doc), `xsi:type="java:pointType"`) {
		t.Errorf("%s, %v", doc, err)
	}
	if doc, err := wire.Marshal(s); err == nil {
		t.Errorf("two elements have the type, none is said: %s", doc)
	}
}

// TestRootThatWasMet is written again.
func TestRootThatWasMet(t *testing.T) {
	for _, root := range []string{"scene", "view"} {
		doc := `<sh:` + root + ` xmlns:sh="http://example.com/shapes"/>`
		var s Scene
		err := wire.Unmarshal([]byte(doc), &s)
		name, ok := s.XMLExtra.Root()
		again, other := wire.Marshal(&s)
		if err != nil || other != nil || !ok || name != wire.NameOf("http://example.com/shapes", root) || string(again) != doc {
			t.Errorf("%s: %s, %v, %v", name, again, err, other)
		}
	}
}

func TestRegistriesFindTypes(t *testing.T) {
	r := wire.NewRegistry()
	r.AddObjects(new(Point), new(Scene), Simple{})
	point := wire.Node{Name: wire.QName{Space: "http://example.com/shapes", Local: "point"}}
	typed := func(typ string) wire.Node {
		return wire.Node{Name: wire.QName{Local: "any"}, Bindings: []wire.Binding{{Prefix: "s", URI: "http://example.com/shapes"}},
			Attrs: []wire.Attr{{Name: wire.QName{Local: "type"}, Value: "s:pointType"}, {Name: wire.QName{Space: "http://www.w3.org/2001/XMLSchema-instance", Local: "type"}, Value: typ}}}
	}
	for _, c := range []struct {
		n    wire.Node
		want reflect.Type
	}{
		{point, reflect.TypeFor[*Point]()},
		{typed(" s:pointType\n"), reflect.TypeFor[*Point]()},
		{typed("pointType"), nil}, {typed("t:pointType"), nil}, {typed(""), nil},
		{wire.Node{Name: wire.QName{Space: "http://example.com/shapes", Local: "view"}}, reflect.TypeFor[*Scene]()},
		{wire.Node{Name: wire.QName{Local: "point"}}, nil},
		{wire.TextNode("point"), nil},
	} {
		v, ok := r.NewFor(c.n)
		if reflect.TypeOf(v) != c.want || ok != (c.want != nil) {
			t.Errorf("%v: %T, %v", c.n, v, ok)
		}
	}
	if _, ok := (*wire.Registry)(nil).NewFor(point); ok {
		t.Error("a registry that is nil knows something")
	}
	if _, ok := (*wire.Registry)(nil).NewByText("x"); ok {
		t.Error("a registry that is nil knows something")
	}
	if names := r.Names(); !reflect.DeepEqual(names, []wire.Name{"{http://example.com/shapes}pointType"}) {
		t.Errorf("names are %v", names)
	}
}

// Simple is an object that is no pointer.
type Simple struct{}

func (Simple) XMLType() wire.Name { return "{urn:s}simple" }

func TestNodesAreRead(t *testing.T) {
	node, err := wire.NodeOf(&Point{X: 3}, wire.Indent(" "))
	if err != nil || len(node.Children) != 1 || !node.Name.Is("{http://example.com/shapes}point") {
		t.Fatalf("%+v, %v", node, err)
	}
	var p Point
	if err := node.Decode(&p); err != nil || p.X != 3 {
		t.Errorf("%d, %v", p.X, err)
	}
	typed := node
	typed.Name = wire.QName{Local: "any"}
	if err := typed.Decode(&p); err == nil {
		t.Error("another element is read without xsi:type")
	}
	typed.Attrs = []wire.Attr{{Name: wire.QName{Space: "http://www.w3.org/2001/XMLSchema-instance", Local: "type"}, Value: "s:pointType"}}
	typed.Bindings = []wire.Binding{{Prefix: "s", URI: "http://example.com/shapes"}}
	p = Point{}
	if err := typed.Decode(&p); err != nil || p.X != 3 {
		t.Errorf("by xsi:type: %d, %v", p.X, err)
	}
	node.Children[0].Children[0].Text = "x"
	if err = node.Decode(&p); err == nil || err.Error() != `/point/x: "x" is not an integer` {
		t.Errorf("a node has no line: %v", err)
	}
	if place := (*wire.DecodeError)(nil); !errors.As(err, &place) || place.Line != 0 || place.Col != 0 || place.Offset != 0 {
		t.Errorf("a node has no place: %+v", place)
	}
	node.Children[0].Name.Local = "1"
	if err := node.Decode(&p); err == nil {
		t.Error("a node that is no XML is read")
	}
	other := wire.Node{Name: wire.QName{Local: "other"}}
	if err := other.Decode(new(Scene)); err == nil {
		t.Error("another element is read into a type without a name")
	}
	text := wire.TextNode("x")
	if err := text.Decode(&p); err == nil || err.Error() != "the node is no element" {
		t.Error(err)
	}
	if n, err := wire.NodeOf(new(Scene)); err == nil {
		t.Errorf("no root element is said: %v", n)
	}
	raw := &wire.RawTyped{Type: wire.QName{Space: "urn:t", Local: "t"}}
	if raw.XMLType() != "{urn:t}t" || raw.Raw() != raw {
		t.Error("the type of raw content")
	}
}

func TestSimpleRoots(t *testing.T) {
	for _, c := range []struct {
		v         any
		doc, want string
	}{
		{new(string), "<a> x </a>", " x "}, {new(bool), "<a>1</a>", "true"}, {new(int8), "<a>-128</a>", "-128"}, {new(uint16), "<a>65535</a>", "65535"},
		{new(float64), "<a>INF</a>", "+Inf"}, {new([]int), "<a>1 2 </a>", "[1 2]"}, {new(wire.QName), "<a xmlns:p='urn:p'>p:q</a>", "{urn:p}q"},
		{new(wire.Text), "<a>t</a>", "t"}, {new(int8), "<a>128</a>", "error"}, {new(bool), "<a>yes</a>", "error"}, {new([]int), "<a>1 x</a>", "error"}, {1, "<a>1</a>", "error"},
		{new(string), "<b/>", "error"},
	} {
		err := wire.Unmarshal([]byte(c.doc), wire.Simple("a", c.v))
		got := "error"
		if err == nil {
			got = fmt.Sprint(reflect.ValueOf(c.v).Elem())
		}
		if got != c.want {
			t.Errorf("%T of %s: %s, %v, want %s", c.v, c.doc, got, err, c.want)
		}
		if err != nil {
			continue
		}
		again := reflect.New(reflect.TypeOf(c.v).Elem())
		doc, err := wire.Marshal(wire.Simple("a", c.v))
		if other := wire.Unmarshal(doc, wire.Simple("a", again.Interface())); err != nil || other != nil || fmt.Sprint(again.Elem()) != got {
			t.Errorf("%T: %s, %v, %v", c.v, doc, err, other)
		}
	}
	hidden := "hidden"
	if s := fmt.Sprint(wire.Simple("{urn:t}a", &hidden)); s != "{urn:t}a of a *string" {
		t.Error(s)
	}
	if v := wire.Simple("{urn:t}a", &hidden); v.XMLType() != "" {
		t.Error(v.XMLType())
	}
	doc, err := wire.Marshal(wire.Simple("{urn:t}a", &hidden))
	if err != nil || string(doc) != `<a xmlns="urn:t">hidden</a>` {
		t.Errorf("%s, %v", doc, err)
	}
}

func TestTextOfMixedContent(t *testing.T) {
	nodes := []wire.Node{wire.TextNode("a "), wire.CommentNode("no"), {Name: wire.QName{Local: "b"}, Children: []wire.Node{wire.TextNode("b"), wire.InstructionNode("p", "no")}}, wire.TextNode(" c")}
	if got := wire.TextOf(nodes); got != "a b c" {
		t.Errorf("%q", got)
	}
	if got := wire.TextOf([]wire.Node(nil)); got != "" {
		t.Errorf("%q", got)
	}
}

func TestEachReadsItemByItem(t *testing.T) {
	item := func(x string) string {
		return `<sh:point xmlns:sh="http://example.com/shapes"><sh:x>` + x + `</sh:x></sh:point>`
	}
	for _, c := range []struct {
		doc, path string
		opts      []wire.Option
		want      string
	}{
		{"<r>" + item("1") + "<skip>" + item("9") + "</skip>" + item("2") + "</r>", "r/point", nil, "1 2"},
		{"<r><s>" + item("1") + "</s><s>" + item("2") + item("3") + "</s></r>", "r/s/point", nil, "1 2 3"},
		{item("1"), "point", nil, "1"},
		{"<r/>", "r/point", nil, ""},
		{"<q>" + item("1") + "</q>", "r/point", nil, "error 1:1: /q: the root element is q, not r"},
		{"<r>" + item("1") + item("x") + item("3") + "</r>", "r/point", nil, `1 error 1:123: /r/point/x: "x" is not an integer`},
		{"<r>" + item("1") + "</s>", "r/point", nil, "1 error 1:76: the end tag </s> does not match the start tag <r>"},
		{"<r>" + item("1") + item("2") + "</r>", "r/point", []wire.Option{wire.WithLimits(xmltext.Limits{Size: 100})}, "1 error 1:101: the document is larger than 100 bytes"},
		{"<r/>", "", nil, "error wire.Each needs a path"},
	} {
		var got []string
		var path []string
		if c.path != "" {
			path = strings.Split(c.path, "/")
		}
		for p, err := range wire.EachWith[Point](strings.NewReader(c.doc), path, c.opts...) {
			if err != nil {
				got = append(got, "error "+err.Error())
				if p != nil {
					t.Error("an error with an item")
				}
				continue
			}
			got = append(got, fmt.Sprint(p.X))
		}
		if s := strings.Join(got, " "); s != c.want && (!strings.HasPrefix(c.want, "error wire") || !strings.HasPrefix(s, c.want)) {
			t.Errorf("%s of %s: %s, want %s", c.path, c.doc, s, c.want)
		}
	}
	n := 0
	for range wire.Each[Point](strings.NewReader("<r>"+strings.Repeat(item("1"), 3)+"broken"), "r", "point") {
		if n++; n == 2 {
			break
		}
	}
	if n != 2 {
		t.Errorf("%d items after a break", n)
	}
}

// Limited is a point in a square, or a colour of a list.
type Limited struct {
	X      int64
	Colour string
}

func (l *Limited) Validate() error { return wire.Validate(l) }

func (l *Limited) CheckXML(c *codec.Checker) {
	c.Int("x", -1, l.X, &codec.Facets{Min: "0", Max: "9"})
	c.Object("colour", -1, knownColour(l.Colour))
}

type knownColour string

func (k knownColour) CheckXML(c *codec.Checker) {
	codec.CheckListed(c, k, func() []knownColour { return []knownColour{"red"} })
}

func TestValidation(t *testing.T) {
	for _, c := range []struct {
		v    Limited
		opts []wire.CheckOption
		want []string
	}{
		{Limited{1, "red"}, nil, nil},
		{Limited{10, "red"}, nil, []string{"x: is 10, but must be at most 9"}},
		{Limited{-1, "blue"}, nil, []string{"x: is -1, but must be at least 0", "colour: "}},
		{Limited{-1, "blue"}, []wire.CheckOption{wire.OpenEnums()}, []string{"x: is -1, but must be at least 0"}},
		{Limited{1, "blue"}, []wire.CheckOption{wire.OpenEnums()}, nil},
	} {
		err := wire.Validate(&c.v, c.opts...)
		var got []string
		if err != nil {
			got = strings.Split(err.Error(), "\n")
		}
		var invalid *wire.InvalidError
		if len(got) != len(c.want) || err != nil && !errors.As(err, &invalid) {
			t.Errorf("%+v: %v", c.v, err)
			continue
		}
		for i := range got {
			if !strings.HasPrefix(got[i], c.want[i]) {
				t.Errorf("%+v: %s, want %s", c.v, got[i], c.want[i])
			}
		}
	}
}

// TestProgramsWithoutGeneratedCode have no codec: each function says so.
func TestProgramsWithoutGeneratedCode(t *testing.T) {
	decode, marshal, add, encode, validate, each, roots, write, text := door.Decode, door.Marshal, door.Append, door.Encode, door.Validate, door.Each, door.Roots, door.WriteNode, door.TextOf
	defer func() {
		door.Decode, door.Marshal, door.Append, door.Encode, door.Validate, door.Each, door.Roots, door.WriteNode, door.TextOf = decode, marshal, add, encode, validate, each, roots, write, text
	}()
	door.Decode, door.Marshal, door.Append, door.Encode, door.Validate, door.Each, door.Roots, door.WriteNode, door.TextOf = nil, nil, nil, nil, nil, nil, nil, nil, nil
	var errs []error
	keep := func(err error) { errs = append(errs, err) }
	p := new(Point)
	keep(wire.Unmarshal(nil, p))
	keep(wire.Decode(strings.NewReader(""), p))
	doc, err := wire.Marshal(p)
	keep(err)
	dst, err := wire.Append([]byte("x"), p)
	keep(err)
	keep(wire.Encode(io.Discard, p))
	keep(wire.Validate(new(Limited)))
	keep((&wire.Node{Name: wire.QName{Local: "a"}}).Decode(p))
	for _, err := range wire.Each[Point](strings.NewReader(""), "a") {
		keep(err)
	}
	if len(errs) != 8 || doc != nil || string(dst) != "x" || wire.TextOf([]wire.Node{wire.TextNode("x")}) != "" {
		t.Errorf("%d errors, %s, %s", len(errs), doc, dst)
	}
	for i, err := range errs {
		if err == nil || err.Error() != "the program has no type that wbxgen generates" {
			t.Errorf("%d: %v", i, err)
		}
	}
	r := wire.NewRegistry()
	r.AddObjects(p)
	if _, ok := r.New(p.XMLType()); !ok {
		t.Error("a type without root elements is not registered")
	}
}
