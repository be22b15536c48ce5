package codec

import (
	"encoding/xml"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// UnmarshalXML and MarshalXML are what a generated type has.
func (v *session) UnmarshalXML(d *xml.Decoder, start xml.StartElement) error {
	return UnmarshalXML(d, start, v)
}

func (v *session) MarshalXML(e *xml.Encoder, start xml.StartElement) error {
	return MarshalXML(e, start, v)
}

type foreign struct {
	XMLName xml.Name   `xml:"urn:foreign outer"`
	Title   string     `xml:"title"`
	Inner   []*session `xml:"http://example.com/service session"`
	Tail    string     `xml:"tail"`
}

func TestBridgesInsideAForeignDocument(t *testing.T) {
	v := foreign{XMLName: xml.Name{Space: "urn:foreign", Local: "outer"}, Title: "a", Inner: []*session{full(), {Key: 2}}, Tail: "z"}
	doc, err := xml.Marshal(&v)
	if err != nil {
		t.Fatal(err)
	}
	checkWellFormed(t, string(doc))
	var back foreign
	if err := xml.Unmarshal(doc, &back); err != nil {
		t.Fatalf("%v in\n%s", err, doc)
	}
	got, want := back.Inner[0], v.Inner[0]
	got.Any[0].Name.Prefix, got.Rest[0].Name.Prefix = want.Any[0].Name.Prefix, want.Rest[0].Name.Prefix // encoding/xml does not tell them
	if !reflect.DeepEqual(back, v) {
		t.Errorf("got %+v\nfrom %s", back, doc)
	}
}

func TestBridgeReadsForeignPrefixes(t *testing.T) {
	doc := `<outer xmlns="urn:foreign" xmlns:q="http://example.com/service"><q:session label="x" xmlns:k="urn:k"><q:key>7</q:key><!-- c --><q:kind>k:v</q:kind></q:session></outer>`
	var v foreign
	if err := xml.Unmarshal([]byte(doc), &v); err != nil {
		t.Fatal(err)
	}
	if s := v.Inner[0]; s.Key != 7 || *s.Label != "x" || *s.Kind != (wire.QName{Space: "urn:k", Local: "v", Prefix: "k"}) {
		t.Errorf("got %+v", s)
	}
}

func TestBridgeErrorsHaveThePlaceOfTheElement(t *testing.T) {
	doc := "<outer xmlns='urn:foreign' xmlns:q='http://example.com/service'>\n<q:session>\n<q:key>x</q:key></q:session></outer>"
	var e *wire.DecodeError
	if err := xml.Unmarshal([]byte(doc), new(foreign)); !errors.As(err, &e) || e.Line != 2 || e.Path != "/session/key" {
		t.Error(err)
	}
}

func TestBridgeKeepsNoNamespaceApart(t *testing.T) {
	v := struct {
		XMLName xml.Name `xml:"urn:foreign outer"`
		Inner   bare     `xml:"bare"`
	}{}
	doc, err := xml.Marshal(&v)
	if err != nil || !strings.Contains(string(doc), `<bare xmlns=""><x>1</x></bare>`) {
		t.Errorf("%s, %v", doc, err)
	}
}

// bare writes an element in no namespace.
type bare struct{}

func (bare) MarshalXML(e *xml.Encoder, start xml.StartElement) error {
	return MarshalXML(e, start, AppenderFunc(func(e *Encoder) { WriteInt(e, &Name{Local: "x"}, 1) }))
}

// checkWellFormed scans the document.
func checkWellFormed(t *testing.T, doc string) {
	t.Helper()
	s := xmltext.NewBytesScanner([]byte(doc), xmltext.Options{})
	for s.Next() != xmltext.EOF {
	}
	if s.Err() != nil {
		t.Errorf("%v in\n%s", s.Err(), doc)
	}
}
