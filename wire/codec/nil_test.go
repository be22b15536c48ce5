package codec

import (
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/wire"
)

// TestNilCanBeAsked: a nil node is no node of any kind, and a nil registry answers as an empty one does.
func TestNilCanBeAsked(t *testing.T) {
	var n *wire.Node
	if n.IsElement() || n.IsText() {
		t.Error("a nil node is something")
	}
	if err := n.Decode(new(rate)); err == nil {
		t.Error("a nil node is decoded")
	}
	for name, r := range map[string]*wire.Registry{"nil": nil, "zero": new(wire.Registry), "new": wire.NewRegistry()} {
		_, byName := r.New(rateType)
		_, byText := r.NewByText("rate")
		_, byNode := r.NewFor(wire.Node{Name: rateQName})
		if byName || byText || byNode || len(r.Names()) > 0 {
			t.Errorf("the %s registry knows a type", name)
		}
		_, unmarshal := r.Unmarshal([]byte("<rate/>"), wire.Lenient())
		_, decode := r.Decode(strings.NewReader("<rate/>"))
		for _, err := range []error{unmarshal, decode} {
			if err == nil || !strings.Contains(err.Error(), "the root element is rate, which no type given to AddObjects has") {
				t.Errorf("the %s registry: %v", name, err)
			}
		}
		v := new(envelope)
		doc := `<e xmlns:q="urn:q"><body xmlns="http://example.com/service" xmlns:xsi="` + xsi.URI + `" xsi:type="q:a"/></e>`
		if err := Unmarshal([]byte(doc), Name{Local: "e"}, v, wire.Types(r), wire.Lenient()); err != nil || len(v.Body) != 1 {
			t.Errorf("the %s registry: %v, %v", name, v.Body, err)
		}
	}
}

// TestZeroRegistryIsReady adds to one in each way.
func TestZeroRegistryIsReady(t *testing.T) {
	var aliased, added, objects, items wire.Registry
	if !aliased.Alias("java:rate", rateType) || !aliased.Add(rateType, func() wire.Typed { return new(rate) }) {
		t.Error("nothing is added")
	}
	if _, ok := aliased.NewByText("java:rate"); !ok {
		t.Error("an alias is not known")
	}
	if !added.Codec().AddType(&Name{Space: &heartSpace, Local: "rateType"}, func() wire.Typed { return new(rate) }) || len(added.Names()) != 1 {
		t.Error("no type is added")
	}
	if !items.Codec().AddElement(&Name{Local: "a"}, "item") || items.Codec().AddElement(&Name{Local: "a"}, "other") || items.Codec().AddElement(&Name{Local: "b"}, nil) {
		t.Error("elements are not added once")
	}
	text := ""
	objects.AddObjects(nil, wire.Simple("note", &text), (*rate)(nil))
	if v, err := objects.Unmarshal([]byte(`<rate xmlns="urn:heart"><beats>1</beats></rate>`)); err != nil || v.(*rate).Beats != 1 {
		t.Error(v, err)
	}
	if v, err := objects.Unmarshal([]byte(`<note>text</note>`)); err == nil {
		t.Errorf("%v: the text is lost", v)
	}
}

// TestNoValueIsAnError reads into and writes what is nil, with a type and without.
func TestNoValueIsAnError(t *testing.T) {
	node := wire.Node{Name: rateQName, Attrs: []wire.Attr{{Name: wire.QName{Space: xsi.URI, Local: "type"}, Value: "rateType"}}}
	for name, v := range map[string]wire.Object{
		"the value is nil": nil, "the *codec.rate is nil": (*rate)(nil),
		"the value given to wire.Simple is nil": wire.Simple("a", nil), "the *string given to wire.Simple is nil": wire.Simple("a", (*string)(nil)),
	} {
		_, written := wire.Marshal(v)
		_, made := wire.NodeOf(v)
		_, named := wire.Append(nil, v, wire.Root("a"))
		for _, err := range []error{
			written, made, named, node.Decode(v, wire.Root(rateName)), wire.Unmarshal([]byte("<a/>"), v), wire.Unmarshal([]byte("<a/>"), v, wire.Root("a")),
		} {
			if err == nil || !strings.HasSuffix(err.Error(), name) {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	if err := wire.Validate(new(nothingWrong), nil); err != nil {
		t.Error(err)
	}
}

var rateQName = wire.QName{Space: rateName.Space(), Local: rateName.Local()}

type nothingWrong struct{}

func (*nothingWrong) Validate() error { return nil }
