package xmltree_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/xmltree"
)

func TestAttributeListsGiveTypesAndDefaults(t *testing.T) {
	d := parse(t, `<!DOCTYPE a [
		<!ATTLIST a id ID #IMPLIED kind (x|y) "y" note CDATA #FIXED "n&#65;" list NMTOKENS #REQUIRED n NOTATION (g|h) "g">
		<!ATTLIST a kind CDATA "not this one" more CDATA "m">
	]><a list="  one   two "/>`)
	for name, want := range map[string]string{"kind": "y", "note": "nA", "list": "one two", "n": "g", "more": "m"} {
		if a, ok := d.Root.Attr("", name); !ok || a.Value != want {
			t.Errorf("%s is %q, want %q", name, a.Value, want)
		}
	}
	if !d.DTD.IsID("a", "id") || d.DTD.IsID("a", "kind") || d.DTD.IsID("b", "id") {
		t.Error("which attribute is an ID is wrong")
	}
	var names []string
	for def := range d.DTD.AttrDefs("a") {
		names = append(names, def.Name+":"+def.Type)
	}
	if got := strings.Join(names, " "); got != "id:ID kind:NMTOKEN note:CDATA list:NMTOKENS n:NMTOKEN more:CDATA" {
		t.Errorf("definitions: %s", got)
	}
	if !d.DTD.DefinesAttrs() || xmltree.NewDTD().DefinesAttrs() {
		t.Error("DefinesAttrs is wrong")
	}
}

func TestDefaultsMayDeclareNamespaces(t *testing.T) {
	d := parse(t, `<!DOCTYPE a [<!ATTLIST a xmlns CDATA "urn:d" xmlns:p CDATA "urn:p" p:x CDATA "1">]><a><b/></a>`)
	if d.Root.Space != "urn:d" {
		t.Errorf("the root is in %q", d.Root.Space)
	}
	if a, ok := d.Root.Attr("urn:p", "x"); !ok || a.Value != "1" {
		t.Errorf("attribute p:x: %v %v", a, ok)
	}
}

func TestEntitiesAreReplaced(t *testing.T) {
	d := parse(t, `<!DOCTYPE a [
		<!ENTITY one "1"> <!ENTITY one "not this one"> <!ENTITY two "&one;+&#38;one;"> <!ENTITY el "<b>&one;</b>">
		<!ENTITY pic SYSTEM "p.gif" NDATA gif> <!NOTATION gif PUBLIC "image/gif">
		<!-- a comment with > and ]> in it --> <?pi with ]> ?>
	]><a x="&two;">&two;&el;</a>`)
	if got := d.Root.Text(); got != "1+11" {
		t.Errorf("text %q", got)
	}
	if a, _ := d.Root.Attr("", "x"); a.Value != "1+1" {
		t.Errorf("attribute %q", a.Value)
	}
	if !d.DTD.Unparsed["pic"] || !d.DTD.Notations["gif"] {
		t.Error("the unparsed entity or its notation is missing")
	}
	if got := d.DTD.Entities(); !slices.Equal(got, []string{"el", "one", "two"}) {
		t.Errorf("entities %q", got)
	}
}

func TestParameterEntitiesHoldDeclarations(t *testing.T) {
	d := parse(t, `<!DOCTYPE a [<!ENTITY % p '<!ENTITY e "from p">'> %p;]><a>&e;</a>`)
	if got := d.Root.Text(); got != "from p" {
		t.Errorf("text %q", got)
	}
}

func TestWhatIsExternalIsNotRead(t *testing.T) {
	for _, doc := range []string{
		`<!DOCTYPE a SYSTEM "a.dtd"><a>&unknown;</a>`,
		`<!DOCTYPE a PUBLIC "-//A" "http://example.com/a.dtd" []><a>&unknown;</a>`,
		`<!DOCTYPE a [<!ENTITY % ext SYSTEM "more.ent"> %ext;]><a>&unknown;</a>`,
		`<!DOCTYPE a [<!ENTITY file SYSTEM "secrets.txt">]><a>&file;</a>`,
	} {
		if got := parse(t, doc).Root.Text(); got != "" {
			t.Errorf("%s: text %q", doc, got)
		}
	}
}

func TestBrokenSubsetsAreReported(t *testing.T) {
	for _, subset := range []string{
		`<!ENTITY e>`, `<!ENTITY e "x"`, `<!ATTLIST a x CDATA>`, `<!ATTLIST a x CDATA oops "1">`, `<!WHAT a>`, `%p`, `% p;`, `text`,
		`<!-- no end`, `<?pi`, `<!ENTITY e "&#xZZ;">`, `<!ENTITY % p "%p;"> %p;`, `<!ELEMENT a ANY`,
	} {
		if _, err := xmltree.Parse("a.xml", []byte("<!DOCTYPE a ["+subset+"]><a/>"), xmltree.Options{}); err == nil {
			t.Errorf("%s: no error", subset)
		}
	}
}

func TestExpansionIsBounded(t *testing.T) {
	bomb := func(kind, use string) string {
		var b strings.Builder
		b.WriteString(`<!DOCTYPE a [<!ENTITY ` + kind + `x0 "` + strings.Repeat("<!-- -->", 10) + `">`)
		for i := range 20 {
			from, to := string(rune('a'+i)), string(rune('b'+i))
			if i == 0 {
				from = "x0"
			} else {
				from = "x" + from
			}
			mark := "&"
			if kind != "" {
				mark = "&#37;"
			}
			b.WriteString(`<!ENTITY ` + kind + "x" + to + ` "` + strings.Repeat(mark+from+";", 10) + `">`)
		}
		return b.String() + use
	}
	for name, doc := range map[string]string{
		"general entities":   bomb("", `]><a>&xu;</a>`),
		"in attributes":      strings.ReplaceAll(bomb("", `]><a x="&xu;"/>`), "<!-- -->", "12345678"),
		"parameter entities": bomb("% ", `%xu; ]><a/>`),
		"itself":             `<!DOCTYPE a [<!ENTITY e "&e;">]><a>&e;</a>`,
	} {
		if _, err := xmltree.Parse("a.xml", []byte(doc), xmltree.Options{}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
