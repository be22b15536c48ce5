package codec

import (
	"testing"

	"github.com/wbxgen/wbxgen/wire"
)

// words is an element whose list has a default.
type words struct {
	List  []string
	Extra wire.Extra
}

var wordsTable = Table{Names: "list"}

func (w *words) DecodeXML(d *Decoder) error {
	d.Begin(&w.Extra)
	for i := d.Next(&wordsTable); i != End; i = d.Next(&wordsTable) {
		d.Default("a b")
		ReadTokenList(d, &w.List)
	}
	return d.Err()
}

func (w *words) AppendXML(e *Encoder) {
	e.Begin(&w.Extra)
	WriteTokenList(e, wordsTable.Element(0), w.List)
}

// TestABlankListIsNotItsDefault reads a list of no items, and one that is empty, where the element has a default.
func TestABlankListIsNotItsDefault(t *testing.T) {
	for doc, want := range map[string]string{
		"<r><list> \n</list></r>": "<r><list> </list></r>",
		"<r><list/></r>":          "<r><list/></r>",
	} {
		var w words
		if err := Unmarshal([]byte(doc), Name{Local: "r"}, &w); err != nil {
			t.Fatal(err)
		}
		if got, err := Marshal(Name{Local: "r"}, &w); err != nil || string(got) != want {
			t.Errorf("%s: got %s, %v; want %s", doc, got, err, want)
		}
	}
}

// TestLeavesAfterAnEmptyDefault writes leaves and a nil element after a child that had a default, in a parent that kept nothing.
func TestLeavesAfterAnEmptyDefault(t *testing.T) {
	var child words
	if err := Unmarshal([]byte("<r><list/></r>"), Name{Local: "r"}, &child); err != nil {
		t.Fatal(err)
	}
	doc, err := Marshal(Name{Local: "p"}, AppenderFunc(func(e *Encoder) {
		e.Object(&Name{Local: "c"}, &child)
		e.Nil(&Name{Local: "n"}, nil)
		WriteString(e, &Name{Local: "s"}, "x")
	}))
	want := `<p xmlns:xsi="` + xsi.URI + `"><c><list/></c><n xsi:nil="true"/><s>x</s></p>`
	if err != nil || string(doc) != want {
		t.Errorf("got %s, %v", doc, err)
	}
}

// TestNamesOfNamespacesWithBraces reads the text form of names back.
func TestNamesOfNamespacesWithBraces(t *testing.T) {
	for _, want := range []wire.QName{{Local: "l"}, {Space: "{0}", Local: "l"}, {Space: "urn:{a}/{b}", Local: "l"}} {
		text, err := want.MarshalText()
		if err != nil {
			t.Fatal(err)
		}
		var got wire.QName
		if err := got.UnmarshalText(text); err != nil || got != want {
			t.Errorf("%s: got %#v, %v", text, got, err)
		}
		if got := clarkNames([]string{string(text)}); got[0] != want {
			t.Errorf("%s: got %#v as a fixed value", text, got)
		}
	}
}

// TestAnEmptyRootHasItsDefault reads a root element whose declaration has a default with a name.
func TestAnEmptyRootHasItsDefault(t *testing.T) {
	root := Name{Local: "r", Default: &Default{Text: "p:x", Bindings: []NameBinding{{Prefix: "p", URI: "urn:p"}}}}
	for doc, want := range map[string]string{"<r/>": "urn:p", `<r xmlns:q="urn:q">q:y</r>`: "urn:q"} {
		var q wire.QName
		err := Unmarshal([]byte(doc), root, objectFunc(func(d *Decoder) error {
			d.Begin(new(wire.Extra))
			ReadQName(d, &q)
			return d.Err()
		}))
		if err != nil || q.Space != want {
			t.Errorf("%s: got %v, %v", doc, q, err)
		}
	}
}

// TestUnionsReadWhiteSpaceAsTheirMember holds a pattern and an enumeration to texts that a member of the union collapses.
func TestUnionsReadWhiteSpaceAsTheirMember(t *testing.T) {
	number := &Facets{Of: "integer"}
	f := Facets{Members: []*Facets{{Item: number}, {}}, Patterns: []Pattern{{Text: ".*", Any: []string{`^(?:[^\n\r]*)$`}}}}
	for text, right := range map[string]bool{"1 \n 2": true, "a b": true, "a \n b": false} {
		if p := f.textProblem(text, look{}); (p == "") != right {
			t.Errorf("%q: %s", text, p)
		}
	}
	names := Facets{Members: []*Facets{{Of: "QName"}, {Item: &Facets{Of: "boolean"}}}, Enum: []string{"{urn:a}a", "0", "true 0"}}
	for text, right := range map[string]bool{"p:a": true, "false": false, "0": true, "1 false": true, "p:b": false, "1 1": false} {
		v := wire.ScopedText{Text: text, Bindings: []wire.Binding{{Prefix: "p", URI: "urn:a"}}}
		if p := names.valueProblem(v, false); (p == "") != right {
			t.Errorf("%q: %s", text, p)
		}
	}
}
