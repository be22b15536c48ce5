package codec

import (
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/wire"
)

// TestADocumentOfOneOfSeveralKinds is read as what its root element says.
func TestADocumentOfOneOfSeveralKinds(t *testing.T) {
	known := wire.NewRegistry()
	known.AddObjects(new(rate), new(session))
	for doc, want := range map[string]string{
		`<h:rate xmlns:h="urn:heart"><h:beats>70</h:beats></h:rate>`: "*codec.rate",
		`<rate xmlns="urn:heart"><beats>x</beats></rate>`:            `1:25: /rate/beats: "x" is not an integer`,
		`<h:pulse xmlns:h="urn:heart"/>`:                             "1:1: /pulse: the root element is {urn:heart}pulse, which no type given to AddObjects has",
		`<rate/>`:                                                    "1:1: /rate: the root element is rate, which no type given to AddObjects has",
		``:                                                           "1:1: the document has no root element",
	} {
		v, err := known.Unmarshal([]byte(doc))
		got := kindOf(v, err)
		again, err := known.Decode(strings.NewReader(doc))
		if other := kindOf(again, err); !strings.HasPrefix(got, want) || other != got {
			t.Errorf("%s: got %s and %s, want %s", doc, got, other, want)
		}
	}
	v, err := known.Unmarshal([]byte(`<rate><beats>70</beats></rate>`), wire.Lenient())
	if r, ok := v.(*rate); !ok || r.Beats != 70 {
		t.Errorf("lenient: got %v, %v", v, err)
	}
	if _, err := wire.NewRegistry().Unmarshal([]byte("<a/>")); err == nil {
		t.Error("an empty registry knows a type")
	}
}

func kindOf(v wire.Object, err error) string {
	switch v.(type) {
	case nil:
		return err.Error()
	case *rate:
		return "*codec.rate"
	}
	return "another"
}

// TestARootOfAnyType is read and written with all that is in it.
func TestARootOfAnyType(t *testing.T) {
	const doc = `<p:ping xmlns:p="urn:p" p:at="1">a<b>c</b></p:ping>`
	var any wire.AnyElement
	if err := wire.Unmarshal([]byte(doc), wire.Simple("{urn:p}ping", &any)); err != nil {
		t.Fatal(err)
	}
	if wire.TextOf(any.Children) != "ac" || any.Attrs[0].Value != "1" {
		t.Errorf("got %+v", any)
	}
	out, err := wire.Marshal(wire.Simple("{urn:p}ping", &any))
	var again wire.AnyElement
	if err2 := wire.Unmarshal(out, wire.Simple("{urn:p}ping", &again)); err != nil || err2 != nil || wire.TextOf(again.Children) != "ac" || len(again.Attrs) != 1 {
		t.Errorf("written %s, %v, %v", out, err, err2)
	}
	if out, err := wire.Marshal(wire.Simple("ping", new(wire.AnyElement))); err != nil || string(out) != "<ping/>" {
		t.Errorf("an empty one: %s, %v", out, err)
	}
}

// TestNodesPrintAsXML: what a person sees of raw content.
func TestNodesPrintAsXML(t *testing.T) {
	for _, c := range []struct {
		n    wire.Node
		want string
	}{
		{wire.TextNode("a < b"), "a < b"},
		{wire.CommentNode(" c "), "<!-- c -->"},
		{wire.InstructionNode("go", "on"), "<?go on?>"},
		{wire.InstructionNode("go", ""), "<?go?>"},
		{wire.Node{Name: wire.QName{Space: "urn:p", Local: "a", Prefix: "p"}, Attrs: []wire.Attr{{Name: wire.QName{Local: "x"}, Value: "1"}},
			Children: []wire.Node{wire.TextNode("a & b"), {Name: wire.QName{Local: "c"}}}}, `<p:a xmlns:p="urn:p" x="1">a &amp; b<c/></p:a>`},
		{wire.Node{Name: wire.QName{Local: "no name"}}, "<no name>"},
		{wire.Node{}, ""},
	} {
		if got := c.n.String(); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}
