package article_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/examples/article/articlexml/article"
	"github.com/wbxgen/wbxgen/wire"
)

// strong is made once and stands wherever something can stand in a line.
func strong(text string) *article.Emphasis {
	role := "strong"
	return &article.Emphasis{Role: &role, Content: []article.Inline{article.Text(text)}}
}

func para(content ...article.Inline) *article.Para { return &article.Para{Content: content} }

func whole() *article.Article {
	language := "go"
	return &article.Article{
		Title: article.Title{Content: []article.Inline{article.Text("About "), &article.Product{Value: "wbxgen"}}},
		Block: []article.Block{
			para(article.Text("It reads "), strong("schemas"), article.Text(" & writes "), &article.Link{
				Href: "https://go.dev", Content: []article.Inline{&article.Phrase{Content: []article.Inline{strong("Go")}}},
			}, article.Text(".")),
			&article.Code{Language: &language, Text: "if a < b {}\n"},
			&article.List{Item: []article.ListItem{{Block: []article.Block{para(article.Text("one"))}}, {Block: []article.Block{para(strong("two"))}}}},
		},
		Section: []article.Section{{Title: article.Title{Content: []article.Inline{article.Text("More")}}}},
	}
}

const document = `<article xmlns="http://example.com/ns/article" xmlns:link="http://example.com/ns/link">` +
	`<title>About <product>wbxgen</product></title>` +
	`<para>It reads <emphasis role="strong">schemas</emphasis> &amp; writes ` +
	`<link link:href="https://go.dev"><phrase><emphasis role="strong">Go</emphasis></phrase></link>.</para>` +
	`<code language="go">if a &lt; b {}` + "\n" + `</code>` +
	`<list><item><para>one</para></item><item><para><emphasis role="strong">two</emphasis></para></item></list>` +
	`<section><title>More</title></section></article>`

func TestAnArticleIsBuiltOutOfParts(t *testing.T) {
	got, err := wire.Marshal(whole())
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != document {
		t.Errorf("got  %s\nwant %s", got, document)
	}
	if err := whole().Validate(); err != nil {
		t.Error(err)
	}
}

func TestAnArticleIsReadInTypedParts(t *testing.T) {
	var a article.Article
	if err := wire.Unmarshal([]byte(document), &a); err != nil {
		t.Fatal(err)
	}
	if got := wire.TextOf(a.Title.Content); got != "About wbxgen" {
		t.Errorf("title %q", got)
	}
	var kinds []string
	for _, b := range a.Block {
		kinds = append(kinds, fmt.Sprintf("%T", b))
	}
	if got, want := strings.Join(kinds, " "), "*article.Para *article.Code *article.List"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	link, ok := a.Block[0].(*article.Para).Content[3].(*article.Link)
	if !ok || link.Href != "https://go.dev" || wire.TextOf(link.Content) != "Go" {
		t.Errorf("the link is %#v", link)
	}
	// What was read is what was built, part by part.
	if want := whole(); !reflect.DeepEqual(a.Section, want.Section) || !reflect.DeepEqual(a.Title, want.Title) {
		t.Errorf("got %#v", a)
	}
}

func TestTheOrderOfMixedContentStays(t *testing.T) {
	for _, content := range []string{
		"", "text", "<emphasis/>", "a<emphasis>b</emphasis>c", "<emphasis/><phrase/>text<emphasis/>", " <product>x</product> ",
		"<emphasis>one<phrase>two<emphasis>three</emphasis></phrase></emphasis>", "a<![CDATA[<b>]]>c",
	} {
		in := `<para xmlns="http://example.com/ns/article">` + content + `</para>`
		var p article.Para
		if err := wire.Unmarshal([]byte(in), &p); err != nil {
			t.Fatal(in, err)
		}
		out, err := wire.Marshal(&p)
		if err != nil {
			t.Fatal(in, err)
		}
		var again article.Para
		if err := wire.Unmarshal(out, &again); err != nil {
			t.Fatal(in, err)
		}
		if !reflect.DeepEqual(p, again) {
			t.Errorf("%s became %s", in, out)
		}
	}
}

func TestAnUnknownElementInTextStaysWhereItIs(t *testing.T) {
	in := `<para xmlns="http://example.com/ns/article">a<unknown>u</unknown>b</para>`
	var p article.Para
	if err := wire.Unmarshal([]byte(in), &p); err != nil {
		t.Fatal(err)
	}
	if raw, ok := p.Content[1].(*article.RawNode); !ok || raw.Name.Local != "unknown" {
		t.Errorf("got %#v", p.Content)
	}
	if err := p.Validate(); err == nil || !strings.Contains(err.Error(), "unknown") {
		t.Errorf("Validate says %v", err)
	}
	if err := wire.Unmarshal([]byte(in), new(article.Para), wire.Unknown(wire.RefuseUnknown)); err == nil {
		t.Error("it is not refused")
	}
}

func TestTextWhereNoTextMayStandIsNotValid(t *testing.T) {
	a := whole()
	a.Block = append(a.Block, nil)
	if err := a.Validate(); err == nil || !strings.Contains(err.Error(), "nil") {
		t.Errorf("Validate says %v", err)
	}
	if _, err := wire.Marshal(a); err == nil {
		t.Error("an item that is nil is written")
	}
}
