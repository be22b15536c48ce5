package article_test

import (
	"bytes"
	"encoding/xml"
	"os"
	"testing"
	"time"

	"github.com/wbxgen/wbxgen/examples/article/articlexml/article"
	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
)

// The mirror for encoding/xml keeps the order of text and elements too, which
// takes methods written by hand there.
type (
	plain struct {
		XMLName xml.Name `xml:"http://example.com/ns/article article"`
		plainParts
		Section []plainParts `xml:"section"`
	}
	plainParts struct {
		Title plainLine   `xml:"title"`
		Para  []plainLine `xml:"para"`
		Code  []plainCode `xml:"code"`
	}
	plainLine struct {
		name       string
		role, href *string
		content    []any // string, *plainLine, plainProduct
	}
	plainCode struct {
		Language *string `xml:"language,attr"`
		Text     string  `xml:",chardata"`
	}
	plainProduct struct {
		Text string `xml:",chardata"`
	}
)

func (l *plainLine) UnmarshalXML(d *xml.Decoder, start xml.StartElement) error {
	l.name = start.Name.Local
	for _, a := range start.Attr {
		switch a.Name.Local {
		case "role":
			l.role = &a.Value
		case "href":
			l.href = &a.Value
		}
	}
	for {
		token, err := d.Token()
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.CharData:
			l.content = append(l.content, string(token))
		case xml.EndElement:
			return nil
		case xml.StartElement:
			if token.Name.Local == "product" {
				p := new(plainProduct)
				err = d.DecodeElement(p, &token)
				l.content = append(l.content, p)
			} else {
				line := new(plainLine)
				err = d.DecodeElement(line, &token)
				l.content = append(l.content, line)
			}
			if err != nil {
				return err
			}
		}
	}
}

func (l plainLine) MarshalXML(e *xml.Encoder, start xml.StartElement) error {
	if l.name != "" {
		start.Name.Local = l.name
	}
	if l.role != nil {
		start.Attr = append(start.Attr, xml.Attr{Name: xml.Name{Local: "role"}, Value: *l.role})
	}
	if l.href != nil {
		start.Attr = append(start.Attr, xml.Attr{Name: xml.Name{Space: "http://example.com/ns/link", Local: "href"}, Value: *l.href})
	}
	err := e.EncodeToken(start)
	for _, c := range l.content {
		if err != nil {
			return err
		}
		switch c := c.(type) {
		case string:
			err = e.EncodeToken(xml.CharData(c))
		case *plainLine:
			err = e.EncodeElement(c, xml.StartElement{Name: xml.Name{Local: c.name}})
		case *plainProduct:
			err = e.EncodeElement(c, xml.StartElement{Name: xml.Name{Local: "product"}})
		}
	}
	if err != nil {
		return err
	}
	return e.EncodeToken(start.End())
}

// long is an article of many paragraphs.
func long() *article.Article {
	a := whole()
	for range 200 {
		s := article.Section{Title: article.Title{Content: []article.Inline{article.Text("On "), strong("typed"), article.Text(" content")}}}
		for range 5 {
			s.Block = append(s.Block, para(
				article.Text("Mixed content is text with "), strong("elements"), article.Text(" between, such as "),
				&article.Phrase{Content: []article.Inline{article.Text("a phrase with "), &article.Product{Value: "a product"}}},
				article.Text(" or a "), &article.Link{Href: "https://example.com/page", Content: []article.Inline{article.Text("link to somewhere")}}, article.Text(" else, in any order.")))
		}
		a.Section = append(a.Section, s)
	}
	return a
}

func document200(t testing.TB) []byte {
	doc, err := wire.Marshal(long())
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// works are the same work done by both packages.
func works(t testing.TB) map[string]func() {
	doc := document200(t)
	value, mirror := long(), new(plain)
	if err := xml.Unmarshal(doc, mirror); err != nil {
		t.Fatal(err)
	}
	e, root := codec.NewEncoder(), codec.NameFor(value, article.ElementArticle)
	var buf []byte
	return map[string]func(){
		"decode/wire": func() { _ = wire.Unmarshal(doc, new(article.Article)) },
		"decode/xml":  func() { _ = xml.Unmarshal(doc, new(plain)) },
		"encode/wire": func() {
			e.Reset(buf[:0])
			_ = e.Document(root, value)
			buf = e.Bytes()
		},
		"encode/xml": func() { _ = xml.NewEncoder(new(bytes.Buffer)).Encode(mirror) },
	}
}

func BenchmarkMixedContent(b *testing.B) {
	for name, work := range works(b) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(document200(b))))
			b.ReportAllocs()
			for b.Loop() {
				work()
			}
		})
	}
}

// TestMixedContentIsFast holds typed mixed content to ten times the speed of
// encoding/xml, by the fastest of rounds that take turns.
func TestMixedContentIsFast(t *testing.T) {
	if os.Getenv("WIRE_RATIOS") == "" {
		t.Skip("WIRE_RATIOS is not set")
	}
	list := works(t)
	spent := map[string]time.Duration{}
	for range 60 {
		for name, work := range list {
			began := time.Now()
			work()
			if took := time.Since(began); spent[name] == 0 || took < spent[name] {
				spent[name] = took
			}
		}
	}
	for _, verb := range []string{"decode", "encode"} {
		ratio := float64(spent[verb+"/xml"]) / float64(spent[verb+"/wire"])
		t.Logf("%s: %.1f times encoding/xml", verb, ratio)
		if ratio < 10 {
			t.Errorf("%s: less than 10 times encoding/xml", verb)
		}
	}
}
