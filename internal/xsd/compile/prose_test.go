package compile_test

import (
	"testing"
	"testing/fstest"

	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// TestDocumentationInElementsIsProse: what stands in elements of a documentation is
// read as a person would: paragraphs apart, of a record first what it says in words.
func TestDocumentationInElementsIsProse(t *testing.T) {
	for content, want := range map[string]string{
		"A text\n of lines.\n\n  And more.":            "A text of lines.\n\nAnd more.",
		"<p>One.</p><p>Two\n words.</p>":               "One.\n\nTwo words.",
		"<div>\n<h3>Head</h3> <p>Text.</p>\n</div>":    "Head\n\nText.",
		"<p>See <a>this</a>.</p>":                      "See this.",
		"<div><div><p>Deep.</p></div></div>":           "Deep.",
		"<i>Words</i> beside <b>tags</b>.":             "Words beside tags.",
		"<id>SC8</id><cat>SC</cat><def>It is.</def>":   "It is.\n\nid: SC8; cat: SC",
		"<def>It\nis\n\nso.</def><id/><cat> SC </cat>": "It is\n\nso.\n\ncat: SC",
		"<l>One</l><l>Two</l>":                         "One\n\nTwo",
		"<c>Long name of it</c><d>So.</d><e>S.</e>":    "So.\n\nc: Long name of it; e: S.",
		"<a/><b/>":         "",
		"<a>x</a><b>x</b>": "x\n\nb: x",
	} {
		document := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="e"><xs:annotation><xs:documentation>` + content + `</xs:documentation></xs:annotation></xs:element></xs:schema>`
		set, err := source.FromFS(fstest.MapFS{"t.xsd": {Data: []byte(document)}}, nil, source.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		schema, list := compile.Compile(set, compile.Options{})
		if list.Err() != nil {
			t.Fatal(list.Err())
		}
		if got := xsd.Documentation(schema.Elements()[0].Annotations); got != want {
			t.Errorf("%s:\n%q, want\n%q", content, got, want)
		}
	}
}
