package codec

import (
	"bytes"
	"io"
	"reflect"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/datatype"
)

// letter is the type of as many root elements as it is told.
type letter struct {
	Text     string
	table    Table
	XMLExtra wire.Extra
}

func (l *letter) XMLType() wire.Name { return "" }
func (l *letter) XMLTable() *Table   { return &l.table }
func (l *letter) DecodeXML(d *Decoder) error {
	d.Begin(&l.XMLExtra)
	ReadString(d, &l.Text)
	return d.Err()
}
func (l *letter) AppendXML(e *Encoder) {
	e.Begin(&l.XMLExtra)
	WriteStringText(e, l.Text)
}

func TestRootElements(t *testing.T) {
	draft, final := Name{Space: &com, Local: "draft"}, Name{Space: &com, Local: "final"}
	const namespaces = ` xmlns:com="http://example.com/common"`
	for _, c := range []struct {
		roots   string
		doc     string
		reading []wire.Option
		met     string // what Extra says
		want    string // the document again, or part of the error
	}{
		{"draft", `<com:draft` + namespaces + `>a</com:draft>`, nil, "", ""},
		{"draft final", `<com:final` + namespaces + `>a</com:final>`, nil, "{http://example.com/common}final", ""},
		{"draft final", `<com:draft` + namespaces + `>a</com:draft>`, nil, "{http://example.com/common}draft", ""},
		{"draft", `<com:final` + namespaces + `/>`, nil, "", "the root element is {http://example.com/common}final, not {http://example.com/common}draft"},
		{"draft final", `<x/>`, nil, "", "the root element is x, not {http://example.com/common}draft or {http://example.com/common}final"},
		{"", `<other>a</other>`, nil, "", "*codec.letter is the type of no root element; the option wire.Root"},
		{"", `<other>a</other>`, []wire.Option{wire.Root("other")}, "other", ""},
		{"draft", `<other>a</other>`, []wire.Option{wire.Root("other")}, "other", ""},
		{"draft", `<com:draft` + namespaces + `>a</com:draft>`, []wire.Option{wire.Root(wire.Name(draft.String()))}, "", ""},
		{"draft final", `<final>a</final>`, []wire.Option{wire.Lenient()}, "{http://example.com/common}final", `<com:final` + namespaces + `>a</com:final>`},
	} {
		v := &letter{table: Table{Space: &com, RootNames: c.roots}}
		if err := wire.Unmarshal([]byte(c.doc), v, c.reading...); err != nil {
			if c.want == "" || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s: %v", c.doc, err)
			}
			continue
		}
		if met, ok := v.XMLExtra.Root(); ok != (c.met != "") || string(met) != c.met {
			t.Errorf("%s: met %v", c.doc, met)
		}
		want := c.doc
		if c.want != "" {
			want = c.want
		}
		got, err := wire.Marshal(v)
		if err != nil || string(got) != want {
			t.Errorf("%s became %s, %v", c.doc, got, err)
		}
		var b bytes.Buffer
		if err := wire.Encode(&b, v); err != nil || b.String() != want {
			t.Errorf("%s is encoded as %s, %v", c.doc, b.String(), err)
		}
	}
	made := &letter{Text: "a", table: Table{Space: &com, RootNames: "draft final"}}
	if _, err := wire.Marshal(made); err == nil || !strings.Contains(err.Error(), "several root elements; the option wire.Root says which to write") {
		t.Error(err)
	}
	if got, err := wire.Append([]byte("> "), made, wire.Root(wire.Name(final.String()))); err != nil || string(got) != "> <com:final"+namespaces+">a</com:final>" {
		t.Errorf("%s, %v", got, err)
	}
}

func TestDocumentsThatCannotBe(t *testing.T) {
	for _, o := range []wire.Option{
		wire.Root("a b"), wire.Root("{}"), wire.Root("{"), wire.Root("{urn:a"), wire.Root("{urn:a}a:b"), wire.Root("{urn:a}<"),
		wire.Indent("x"), wire.Indent("<"), wire.Indent(" \u00a0"), wire.Prefix("http://www.w3.org/2000/xmlns/", ""),
	} {
		dst := []byte("before")
		if out, err := wire.Append(dst, new(session), wire.Root(wire.Name(sessionName.String())), o); err == nil || string(out) != "before" {
			t.Errorf("%s, %v", out, err)
		}
	}
}

// TestBindingsThatCannotBe writes raw nodes with bindings that no document can have.
func TestBindingsThatCannotBe(t *testing.T) {
	for _, b := range []wire.Binding{
		{Prefix: "xml", URI: "urn:q"}, {Prefix: "xmlns", URI: "urn:q"}, {Prefix: "p", URI: "http://www.w3.org/XML/1998/namespace"},
		{URI: "http://www.w3.org/XML/1998/namespace"}, {Prefix: "p", URI: "http://www.w3.org/2000/xmlns/"}, {Prefix: "p"}, {Prefix: "a b", URI: "u"},
	} {
		for _, n := range []wire.Node{{Name: wire.QName{Local: "x"}}, {Name: wire.QName{Space: "urn:c", Local: "x"}}, wire.TextNode("p:x")} {
			n.Bindings = []wire.Binding{b}
			v := wire.AnyElement{Children: []wire.Node{n}, Bindings: []wire.Binding{b}}
			out, err := Marshal(Name{Local: "r"}, (*RawElement)(&v))
			if err != nil {
				continue
			}
			if err := Unmarshal(out, Name{Local: "r"}, new(RawElement)); err != nil {
				t.Errorf("%v: %s: %v", b, out, err)
			}
		}
	}
}

func TestNothingToReadOrWrite(t *testing.T) {
	var none *session
	for name, err := range map[string]error{
		"read":   wire.Unmarshal([]byte("<session/>"), none),
		"write":  func() error { _, err := wire.Marshal(none); return err }(),
		"append": func() error { _, err := wire.Append(nil, none); return err }(),
		"encode": wire.Encode(io.Discard, none),
		"node":   func() error { _, err := wire.NodeOf(none); return err }(),
	} {
		if err == nil || !strings.HasSuffix(err.Error(), "the *codec.session is nil") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, ok := wire.NewRegistry().NewFor(wire.Node{}); ok {
		t.Error("a node that is no element has a type")
	}
	wire.NewRegistry().AddObjects(nil)
}

func TestRootsOfSimpleType(t *testing.T) {
	type colour string
	const name wire.Name = "r"
	for _, c := range []struct {
		text  string
		value any
		again string
	}{
		{"some text", "some text", ""}, {"red", colour("red"), ""}, {" true ", true, "true"}, {"-5", int32(-5), ""}, {"200", uint8(200), ""},
		{"1.5", 1.5, ""}, {"19.90", datatype.MustDecimal("19.90"), ""}, {"2026-01-31", datatype.MustDate("2026-01-31"), ""},
		{" 1  2 3 ", []int64{1, 2, 3}, "1 2 3"}, {"a b", []colour{"a", "b"}, ""}, {"", []colour{}, ""},
	} {
		v := reflect.New(reflect.TypeOf(c.value))
		if err := wire.Unmarshal([]byte("<r>"+c.text+"</r>"), wire.Simple(name, v.Interface())); err != nil || !reflect.DeepEqual(v.Elem().Interface(), c.value) {
			t.Errorf("%q is %v, %v", c.text, v.Elem().Interface(), err)
		}
		want := c.text
		if c.again != "" {
			want = c.again
		}
		got, err := wire.Marshal(wire.Simple(name, v.Interface()))
		if err != nil || string(got) != "<r>"+want+"</r>" && want != "" {
			t.Errorf("%q is written as %s, %v, want %s", c.text, got, err, want)
		}
	}
	var q wire.QName
	if err := wire.Unmarshal([]byte(`<r xmlns:p="urn:p">p:x</r>`), wire.Simple(name, &q)); err != nil || q.Space != "urn:p" {
		t.Error(q, err)
	}
	if got, err := wire.Marshal(wire.Simple(name, &q)); err != nil || string(got) != `<r xmlns:p="urn:p">p:x</r>` {
		t.Errorf("%s, %v", got, err)
	}
	var n int8
	for doc, want := range map[string]string{`<r>300</r>`: "1:1: /r: \"300\" is not an integer of the type's size", `<r><x/></r>`: "inside simple content", `<s/>`: "the root element is s, not r"} {
		if err := wire.Unmarshal([]byte(doc), wire.Simple(name, &n)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", doc, err)
		}
	}
	if err := wire.Unmarshal([]byte(`<r>1</r>`), wire.Simple(name, n)); err == nil || !strings.Contains(err.Error(), "takes a pointer") {
		t.Error(err)
	}
	for _, v := range []any{new(struct{}), new([]byte)} {
		_, err := wire.Marshal(wire.Simple(name, v))
		for _, err := range []error{err, wire.Unmarshal([]byte(`<r/>`), wire.Simple(name, v))} {
			if err == nil || !strings.Contains(err.Error(), "has no text") {
				t.Error(err)
			}
		}
	}
}

func TestAppendAllocatesNothing(t *testing.T) {
	v := &letter{Text: "some text", table: Table{RootNames: "r"}}
	buf := make([]byte, 0, 1<<12)
	if n := testing.AllocsPerRun(100, func() { buf, _ = wire.Append(buf[:0], v) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
