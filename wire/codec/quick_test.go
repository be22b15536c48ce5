package codec

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/wire"
)

// part has mixed content of parts, whose names are short, of eight letters and long, in one namespace and in two; box has
// one part of each name, and a text.
type (
	part struct {
		Kind    *string
		content []Item
		extra   wire.Extra
	}
	part2 struct{ part }
	part3 struct{ part }
	part4 struct{ part }
	part5 struct{ part }
	box   struct {
		text  string
		parts []*part
		extra wire.Extra
	}
)

var (
	quickSpace  = Namespace{URI: "urn:quick", Prefix: "q"}
	besideSpace = Namespace{URI: "urn:other", Prefix: "o"}
	partName    = Name{Space: &quickSpace, Local: "p"}
	partItems   = Items{
		Known:    []Item{(*part)(nil), (*part2)(nil), (*part3)(nil), (*part4)(nil), (*part5)(nil)},
		TextItem: word(""), RawItem: (*scrap)(nil),
	}
	partTable  = Table{Space: &quickSpace, Item: (*part)(nil), ItemName: "p", Names: "#*", Items: []*Items{&partItems}, AttrNames: "kind"}
	part2Table = Table{Space: &quickSpace, Item: (*part2)(nil), ItemName: "portions"}
	part3Table = Table{Space: &quickSpace, Item: (*part3)(nil), ItemName: "part-of-the-whole-x"}
	part4Table = Table{Space: &quickSpace, Item: (*part4)(nil), ItemName: "part-of-the-whole-y"}
	part5Table = Table{Space: &besideSpace, Item: (*part5)(nil), ItemName: "p"}
	boxTable   = Table{
		Space: &quickSpace, Spaces: []*Namespace{&besideSpace},
		Names: "text p* portions* part-of-the-whole-x* part-of-the-whole-y* o:p*",
	}
)

func (*part) XMLTable() *Table  { return &partTable }
func (*part2) XMLTable() *Table { return &part2Table }
func (*part3) XMLTable() *Table { return &part3Table }
func (*part4) XMLTable() *Table { return &part4Table }
func (*part5) XMLTable() *Table { return &part5Table }

func (p *part) DecodeXML(d *Decoder) error {
	d.Begin(&p.extra)
	for i := d.Attr(&partTable); i != End; i = d.Attr(&partTable) {
		ReadOptToken(d, &p.Kind)
	}
	ReadMixed(d, &partTable, &p.content)
	return d.Err()
}

func (p *part) AppendXML(e *Encoder) {
	e.Begin(&p.extra)
	WriteOptTokenAttr(e, partTable.Attr(0), p.Kind)
	WriteMixed(e, p.content)
}

func (b *box) DecodeXML(d *Decoder) error {
	d.Begin(&b.extra)
	for i := d.Next(&boxTable); i != End; i = d.Next(&boxTable) {
		if i == 0 {
			ReadString(d, &b.text)
			continue
		}
		p := new(part)
		d.Object(p)
		b.parts = append(b.parts, p)
	}
	return d.Err()
}

func (b *box) AppendXML(e *Encoder) {
	e.Begin(&b.extra)
	WriteString(e, boxTable.Element(0), b.text)
	for _, p := range b.parts {
		e.Object(boxTable.Element(1), p)
	}
}

// TestTagsReadQuicklyAreReadAsAnyOther compares documents that are there whole, where most tags are read in one go, with the
// same ones byte by byte, where that is hardly ever possible: what they hold, and what is said against them.
func TestTagsReadQuicklyAreReadAsAnyOther(t *testing.T) {
	tags := []string{
		"", ` kind="a"`, ` kind='a'`, "\n\tkind = \"a\"", ` kind="a" `, ` kind=" a  b "`, ` kind="a&amp;b"`, ` kind="a>b"`, ` kind="a'b"`, ` kind="ä"`,
		` kind="a`, ` kind="a<b"`, ` kind`, ` kind=a`, ` kind="a" kind="b"`, ` kind="a"other="b"`, ` other="b" kind="a"`, ` xmlns="urn:other"`,
		` kind="a" xmlns:z="urn:z" z:a="1"`, ` q:kind="a"`, ` xml:lang="de"`, ` z:kind="a"`, ` xmlns:q="urn:other"`, ` x="1" q:x="2" x="3"`,
		` xsi:type="t"`, ` xsi:nil="true"`, ` a:b:c="1"`, ` =""`, ` 1="2"`, ` kind="a"/`, "/", " /", ` kind=""`, ` kind="` + strings.Repeat("x", 300) + `"`,
	}
	for _, prefix := range []string{"", "q:", "article:", "a-very-long-prefix:", "article2:", "o:"} {
		for _, local := range []string{"p", "portions", "part-of-the-whole-x", "part-of-the-whole-y", "part-of-the-whole-z", "text", "pp"} {
			for _, tag := range tags {
				name := prefix + local
				element := "<" + name + tag + ">"
				if !strings.HasSuffix(tag, "/") {
					element += "in " + name + "</" + name + ">"
				}
				element = "<" + prefix + "p>first</" + prefix + "p>" + element // the first one of a prefix is read slowly
				compareReading(t, element+element+"]]&gt;"+element)
			}
		}
	}
}

func compareReading(t *testing.T, content string) {
	for _, object := range []func() Object{func() Object { return new(part) }, func() Object { return new(box) }} {
		doc := `<p xmlns="urn:quick" xmlns:q="urn:quick" xmlns:article="urn:quick" xmlns:a-very-long-prefix="urn:quick" xmlns:article2="urn:other" ` +
			`xmlns:o="urn:other" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` + content + `</p>`
		if _, isBox := object().(*box); isBox {
			doc = strings.ReplaceAll(doc, "]]&gt;", "")
		}
		want := readAndWritten(object(), strings.NewReader(doc), arrivals["one byte"])
		for name, arrive := range arrivals {
			if got := readAndWritten(object(), strings.NewReader(doc), arrive); got != want {
				t.Fatalf("%T of %s\narrives %s: %s\nwant:    %s", object(), content, name, got, want)
			}
		}
		d := NewBytesDecoder([]byte(doc))
		v := object()
		if got := written(v, d.Document(partName, v)); got != want {
			t.Fatalf("%T of %s\nin memory: %s\nwant:      %s", object(), content, got, want)
		}
	}
}

func readAndWritten(v Object, r io.Reader, arrive func(io.Reader) io.Reader) string {
	return written(v, NewDecoder(arrive(r)).Document(partName, v))
}

func written(v Object, err error) string {
	if err != nil {
		return err.Error()
	}
	e := NewEncoder()
	e.Reset(nil)
	if err := e.Document(partName, v); err != nil {
		return err.Error()
	}
	return string(bytes.TrimSpace(e.Bytes()))
}
