package xmltree_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xmltree"
)

// parse reads a document that is right.
func parse(t *testing.T, doc string) *xmltree.Document {
	t.Helper()
	d, err := xmltree.Parse("a.xml", []byte(doc), xmltree.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// find returns the first element with that local name, in document order.
func find(e *xmltree.Element, local string) *xmltree.Element {
	if e.Local == local {
		return e
	}
	for c := range e.Elements() {
		if f := find(c, local); f != nil {
			return f
		}
	}
	return nil
}

func TestNamesAreExpanded(t *testing.T) {
	d := parse(t, `<a xmlns="urn:d" xmlns:p="urn:p" x="1" p:x="2"><p:b><c xmlns=""/></p:b></a>`)
	for local, space := range map[string]string{"a": "urn:d", "b": "urn:p", "c": ""} {
		if e := find(d.Root, local); e.Space != space {
			t.Errorf("%s is in %q, want %q", local, e.Space, space)
		}
	}
	plain, _ := d.Root.Attr("", "x")
	prefixed, _ := d.Root.Attr("urn:p", "x")
	if plain.Value != "1" || prefixed.Value != "2" || len(d.Root.Attrs) != 2 {
		t.Errorf("attributes: %v", d.Root.Attrs)
	}
	if _, ok := d.Root.Attr("urn:d", "x"); ok {
		t.Error("the default namespace is not that of attributes")
	}
}

func TestPrefixesAreScoped(t *testing.T) {
	d := parse(t, `<a xmlns:p="urn:1" xmlns:q="urn:q"><b xmlns:p="urn:2" xmlns:r="urn:1"/></a>`)
	b := find(d.Root, "b")
	for _, c := range []struct {
		at     *xmltree.Element
		prefix string
		uri    string
		ok     bool
	}{
		{d.Root, "p", "urn:1", true},
		{b, "p", "urn:2", true},
		{b, "q", "urn:q", true},
		{d.Root, "r", "", false},
		{b, "", "", true},
		{b, "xml", "http://www.w3.org/XML/1998/namespace", true},
	} {
		if uri, ok := c.at.Lookup(c.prefix); uri != c.uri || ok != c.ok {
			t.Errorf("%s at %s: %q, %v", c.prefix, c.at.Local, uri, ok)
		}
	}
	// The outer p is hidden, so r is what writes urn:1.
	if p, ok := b.PrefixOf("urn:1"); p != "r" || !ok {
		t.Errorf("prefix of urn:1: %q, %v", p, ok)
	}
	if got := b.Prefixes(); !slices.Contains(got, "q") || slices.Contains(got, "") {
		t.Errorf("prefixes %q", got)
	}
}

func TestPositionsAreThoseOfTheDocument(t *testing.T) {
	d := parse(t, "<?xml version=\"1.0\"?>\n<a\n   x='1'\n\ty='2'>\n  <b/><!-- c -->é<c z=\"\"/>\n</a>")
	got := map[string]string{}
	for _, local := range []string{"a", "b", "c"} {
		e := find(d.Root, local)
		got[local] = e.Pos.String()
		for _, a := range e.Attrs {
			got["@"+a.Local] = a.Pos.String()
		}
	}
	want := map[string]string{"a": "a.xml:2:1", "@x": "a.xml:3:4", "@y": "a.xml:4:2", "b": "a.xml:5:3", "c": "a.xml:5:18", "@z": "a.xml:5:21"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestTextIsJoined(t *testing.T) {
	d := parse(t, `<!DOCTYPE a [<!ENTITY e "&#60;x/>"><!ENTITY f "<i>in</i>">]><a>one<!-- c -->&amp;<![CDATA[<two>]]>&#51;<b>b</b><?pi?> end &e;&f;</a>`)
	if got, want := d.Root.Text(), "one&<two>3b end in"; got != want {
		t.Errorf("text %q, want %q", got, want)
	}
	if n := len(d.Root.Nodes); n != 5 {
		t.Errorf("%d nodes, want text, b, text, x, i: %v", n, d.Root.Nodes)
	}
	if got := d.Root.Nodes[0].Text; got != "one&<two>3" {
		t.Errorf("the first text is %q", got)
	}
}

func TestInnerXMLReadsBackTheSame(t *testing.T) {
	doc := `<a xmlns:p="urn:p"><p:b q="&quot;&#10;&lt;&amp;">x &lt; y &amp; z<c/></p:b>]]&gt; tail</a>`
	d := parse(t, doc)
	inner := d.Root.InnerXML()
	again := parse(t, `<a xmlns:p="urn:p">`+inner+`</a>`)
	if got := again.Root.InnerXML(); got != inner {
		t.Errorf("%q became %q", inner, got)
	}
	if got, want := again.Root.Text(), d.Root.Text(); got != want {
		t.Errorf("text %q became %q", want, got)
	}
	before, _ := find(d.Root, "b").Attr("", "q")
	after, _ := find(again.Root, "b").Attr("", "q")
	if before.Value != after.Value || before.Value != "\"\n<&" {
		t.Errorf("attribute %q became %q", before.Value, after.Value)
	}
}

func TestManyPiecesOfTextAreJoinedInLinearTime(t *testing.T) {
	doc := `<!DOCTYPE a [<!ENTITY e "x">]><a>` + strings.Repeat("&e;<![CDATA[y]]>", 200_000) + `</a>`
	d := parse(t, doc)
	if n := len(d.Root.Text()); n != 400_000 || len(d.Root.Nodes) != 1 {
		t.Errorf("%d bytes of text in %d nodes", n, len(d.Root.Nodes))
	}
}

func TestAnEncodingThatNobodyKnowsIsNoFaultOfTheDocument(t *testing.T) {
	_, err := xmltree.Parse("a.xml", []byte("<?xml version='1.0' encoding='x-nowhere'?><a/>"), xmltree.Options{})
	if err == nil || !strings.HasSuffix(err.Error(), "[wbxgen-unreadable]") {
		t.Error(err)
	}
}

func TestWhatIsNotWellFormedIsReportedWhereItIs(t *testing.T) {
	for _, c := range []struct{ doc, want string }{
		{"<a>\n<b></a>", "a.xml:2:4: error:"},
		{"<a x='1' x='2'/>", "a.xml:1:10: error:"},
		{"<p:a/>", "a.xml:1:2: error:"},
		{"<a>&nothing;</a>", "a.xml:1:4: error: the entity &nothing; is not declared"},
		{"", "a.xml:1:1: error:"},
		{"<a/><b/>", "a.xml:1:5: error:"},
		{"<a>\x00</a>", "a.xml:1:4: error:"},
	} {
		_, err := xmltree.Parse("a.xml", []byte(c.doc), xmltree.Options{})
		list, ok := diag.FromError(err)
		if !ok {
			t.Errorf("%q: no diagnostics: %v", c.doc, err)
			continue
		}
		if got := list.String(); !strings.HasPrefix(got, c.want) || !strings.HasSuffix(got, "[xml-well-formed]") {
			t.Errorf("%q: got %s, want %s", c.doc, got, c.want)
		}
	}
}

func TestDepthIsLimited(t *testing.T) {
	deep := func(n int) string { return strings.Repeat("<a>", n) + strings.Repeat("</a>", n) }
	if _, err := xmltree.Parse("a.xml", []byte(deep(10)), xmltree.Options{Depth: 10}); err != nil {
		t.Error(err)
	}
	_, err := xmltree.Parse("a.xml", []byte(deep(11)), xmltree.Options{Depth: 10})
	if err == nil || !strings.Contains(err.Error(), "nested deeper than 10 [wbxgen-limit]") {
		t.Error("got", err)
	}
	// Elements of an entity count with those around it.
	inside := `<!DOCTYPE a [<!ENTITY e "` + deep(6) + `">]>` + strings.Repeat("<a>", 6) + "&e;" + strings.Repeat("</a>", 6)
	if _, err := xmltree.Parse("a.xml", []byte(inside), xmltree.Options{Depth: 10}); err == nil {
		t.Error("the elements of an entity are not counted")
	}
}

func TestEncodingsAreRead(t *testing.T) {
	for name, doc := range map[string]string{
		"UTF-8":        "<a>ä</a>",
		"a mark":       "\ufeff<a>ä</a>",
		"ISO-8859-1":   "<?xml version='1.0' encoding='ISO-8859-1'?><a>\xe4</a>",
		"windows-1252": "<?xml version='1.0' encoding='windows-1252'?><a>\xe4</a>",
		"UTF-16":       "\xfe\xff\x00<\x00a\x00>\x00\xe4\x00<\x00/\x00a\x00>",
	} {
		if got := parse(t, doc).Root.Text(); got != "ä" {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

func TestLayoutIsLeftOutWhereNobodyReadsIt(t *testing.T) {
	doc := "<a> <b> <i>x</i> <i> </i> </b> y <c>\n</c><c> z<!-- --> </c> </a>"
	prose := func(e *xmltree.Element) bool { return e.Local == "b" }
	for _, c := range []struct {
		space func(*xmltree.Element) bool
		want  string
	}{
		{nil, "<a> <b> <i>x</i> <i> </i> </b> y <c>\n</c><c> z </c> </a>"},
		{prose, "<a><b> <i>x</i> <i> </i> </b> y <c/><c> z </c></a>"},
	} {
		d, err := xmltree.Parse("a.xml", []byte("<r>"+doc+"</r>"), xmltree.Options{Space: c.space})
		if err != nil {
			t.Fatal(err)
		}
		if got := d.Root.InnerXML(); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
