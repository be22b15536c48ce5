package page_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/examples/page/pagexml/page"
	"github.com/wbxgen/wbxgen/wire"
)

func line(content ...page.InlineItem) page.Inline { return page.Inline{Content: content} }

func whole() *page.HTML {
	href, lang := "https://example.com/?a=1&b=2", "en"
	return &page.HTML{
		Lang: &lang,
		Head: page.Head{Title: "A page", Meta: []page.HeadMeta{{Name: "author", Content: "me"}}},
		Body: page.Flow{Content: []page.FlowContent{
			&page.H1{Inline: line(page.Text("A "), &page.Em{Inline: line(page.Text("small"))}, page.Text(" page"))},
			&page.P{Inline: line(page.Text("See "), &page.A{Href: &href, Content: []page.InlineItem{page.Text("there"), &page.Br{}}})},
			page.Text("between"),
			&page.Ul{Li: []page.Flow{{Content: []page.FlowContent{&page.Div{Flow: page.Flow{Content: []page.FlowContent{page.Text("deep")}}}}}}},
		}},
	}
}

const document = `<html xmlns="http://example.com/2026/page" lang="en"><head><title>A page</title><meta name="author" content="me"/></head>` +
	`<body><h1>A <em>small</em> page</h1><p>See <a href="https://example.com/?a=1&amp;b=2">there<br/></a></p>between<ul><li><div>deep</div></li></ul></body></html>`

func TestAPageIsBuiltAndReadBack(t *testing.T) {
	if err := whole().Validate(); err != nil {
		t.Error(err)
	}
	got, err := wire.Marshal(whole())
	if err != nil {
		t.Fatal(err)
	}
	if sorted(string(got)) != sorted(document) {
		t.Errorf("got  %s\nwant %s", got, document)
	}
	var p page.HTML
	if err := wire.Unmarshal([]byte(document), &p); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(p.Body, whole().Body) {
		t.Errorf("got %#v", p.Body)
	}
	if got := wire.TextOf(p.Body.Content); got != "A small pageSee therebetweendeep" {
		t.Errorf("text %q", got)
	}
}

// sorted is a text whose attributes come in one order.
func sorted(text string) string {
	return strings.ReplaceAll(text, `content="me" name="author"`, `name="author" content="me"`)
}
