package codec

import (
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/wire"
)

// TestRootElementMakesWayForBindings writes values whose text needs a prefix
// that the root element declares for another namespace: an element cannot declare
// one prefix twice, so its own gives way.
func TestRootElementMakesWayForBindings(t *testing.T) {
	other := Name{Space: &Namespace{URI: "urn:other", Prefix: "o"}, Local: "at"}
	at := Name{Local: "value"}
	value := wire.ScopedText{Text: "p:name and  o:more", Bindings: []wire.Binding{{Prefix: "p", URI: "urn:theirs"}, {Prefix: "o", URI: "urn:theirs"}}}
	var root Namespace
	write := AppenderFunc(func(e *Encoder) {
		WriteStringAttr(e, &other, `a "quoted" p`)
		WriteValueAttr(e, &at, value)
		WriteString(e, &Name{Space: &root, Local: "leaf"}, "text")
	})
	for _, prefix := range []string{"p", "longer", ""} {
		root = Namespace{URI: "urn:root", Prefix: prefix}
		for _, v := range []string{"once", "again"} { // the encoder keeps prefixes
			doc, err := Marshal(Name{Space: &root, Local: "r"}, write)
			if err != nil {
				t.Fatal(v, err)
			}
			var node RawElement
			if err := Unmarshal(doc, Name{Space: &root, Local: "r"}, &node); err != nil {
				t.Fatalf("%v\n%s", err, doc)
			}
			for _, want := range []string{`value="p:name and  o:more"`, `xmlns:p="urn:theirs"`, `xmlns:o="urn:theirs"`, "urn:root", ":leaf>text</"} {
				if !strings.Contains(string(doc), want) {
					t.Errorf("%s: %s is missing: %s", v, want, doc)
				}
			}
			if len(node.Attrs) != 2 || node.Attrs[0].Name.Space != "urn:other" || node.Children[0].Name.Space != "urn:root" {
				t.Errorf("%s became %+v", doc, node)
			}
		}
	}
}

// A prefix that is in the value of an attribute already cannot be given another
// meaning: that is an error, not a wrong document.
func TestPrefixThatIsInUseIsNotTaken(t *testing.T) {
	q, at := Name{Local: "q"}, Name{Local: "value"}
	_, err := Marshal(Name{Local: "r"}, AppenderFunc(func(e *Encoder) {
		WriteQNameAttr(e, &q, wire.QName{Space: "urn:mine", Local: "x", Prefix: "p"})
		WriteValueAttr(e, &at, wire.ScopedText{Text: "p:name", Bindings: []wire.Binding{{Prefix: "p", URI: "urn:theirs"}}})
	}))
	if err == nil || !strings.Contains(err.Error(), `the prefix "p" stands for two namespaces here`) {
		t.Errorf("got %v", err)
	}
}

// TestTypeKeepsItsMeaning writes an element whose xsi:type has a prefix that a
// value of the same element needs for another namespace.
func TestTypeKeepsItsMeaning(t *testing.T) {
	ns := Namespace{URI: "urn:t", Prefix: "p"}
	at, el := Name{Local: "at"}, Name{Local: "e"}
	typed := AppenderFunc(func(e *Encoder) {
		WriteValueAttr(e, &at, wire.ScopedText{Text: "p:name", Bindings: []wire.Binding{{Prefix: "p", URI: "urn:theirs"}}})
	})
	inner, err := Marshal(Name{Space: &ns, Local: "r"}, AppenderFunc(func(e *Encoder) { e.Typed(&el, testTyped{typed, Name{Space: &ns, Local: "type"}}) }))
	if err != nil {
		t.Fatal(err)
	}
	if want := `xsi:type="ns:type" xmlns:p="urn:theirs" at="p:name"`; !strings.Contains(string(inner), want) || !strings.Contains(string(inner), `xmlns:ns="urn:t"`) {
		t.Errorf("got %s, want %s", inner, want)
	}
}

// testTyped is a value with a type.
type testTyped struct {
	Appender
	name Name
}

func (v testTyped) XMLType() wire.Name       { return wire.Name(v.name.String()) }
func (v testTyped) DecodeXML(*Decoder) error { return nil }

// TestDefaultNamesHavePrefixesOfTheirOwn reads empty elements whose default is a
// qualified name, and the next one, which is the document's again.
func TestDefaultNamesHavePrefixesOfTheirOwn(t *testing.T) {
	names := Table{Names: "q* s"}
	var list []wire.QName
	var scoped struct{ wire.ScopedText } // as generated types are
	root := &object{read: func(d *Decoder) {
		for i := d.Next(&names); i != End; i = d.Next(&names) {
			d.DefaultNames("p:x", wire.Binding{Prefix: "p", URI: "urn:schema"})
			if i == 0 {
				ReadQNames(d, &list)
			} else {
				ReadValue(d, &scoped)
			}
		}
	}}
	doc := `<r xmlns:p="urn:doc"><q></q><q>p:y</q><q/><q>p:z</q><s/></r>`
	if err := Unmarshal([]byte(doc), Name{Local: "r"}, root); err != nil {
		t.Fatal(err)
	}
	want := []wire.QName{{Space: "urn:schema", Local: "x", Prefix: "p"}, {Space: "urn:doc", Local: "y", Prefix: "p"}, {Space: "urn:schema", Local: "x", Prefix: "p"}, {Space: "urn:doc", Local: "z", Prefix: "p"}}
	if !slices.Equal(list, want) || scoped.Bindings[0].URI != "urn:schema" {
		t.Errorf("got %v, %v", list, scoped)
	}
}

// object is an object whose content a function reads.
type object struct{ read func(*Decoder) }

func (o *object) AppendXML(*Encoder) {}
func (o *object) DecodeXML(d *Decoder) error {
	o.read(d)
	return d.Err()
}
