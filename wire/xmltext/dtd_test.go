package xmltext

import (
	"fmt"
	"strings"
	"testing"
)

// TestDTD reads internal subsets and says what they declare.
func TestDTD(t *testing.T) {
	for subset, want := range map[string]string{
		``:                               "",
		`<!ENTITY e "one">`:              "e=one",
		`<!ENTITY e 'it"s'>`:             `e=it"s`,
		`<!ENTITY e "1"><!ENTITY e "2">`: "e=1", // the first counts
		`<!ENTITY e "&#65;&#x42;&f;&#38;lt;&#x10FFFF;">`:                                   "e=AB&f;&lt;\U0010FFFF",
		`<!ENTITY e "a>b" ><!ENTITY f "]">`:                                                "e=a>b f=]",
		"\t<!-- <!ENTITY e '1'> -->\r\n<?p <!ENTITY e '2'>?>":                              "",
		`<!ELEMENT a (b, (c | d)*)><!ENTITY e "1">`:                                        "e=1",
		`<!ENTITY % p "<!ENTITY e 'in p'>"> %p;`:                                           "e=in p",
		`<!ENTITY % p "<!ENTITY e '1'>"><!ENTITY % p ""> %p;`:                              "e=1",
		`<!ENTITY e SYSTEM "e.xml">`:                                                       "external",
		`<!ENTITY e PUBLIC "-//e" 'e.xml'>`:                                                "external",
		`%other;`:                                                                          "external",
		`<!ENTITY pic SYSTEM "p.gif" NDATA gif>`:                                           "unparsed pic",
		`<!ENTITY pic PUBLIC "NDATA" "p>gif"   NDATA gif >`:                                "unparsed pic",
		`<!NOTATION gif SYSTEM "viewer">`:                                                  "notation gif",
		`<!ATTLIST a b CDATA #IMPLIED c ID #REQUIRED>`:                                     "a/b:CDATA a/c:ID!",
		`<!ATTLIST a b (x|y) 'x' c NOTATION (gif | png) #IMPLIED d NMTOKENS #FIXED "1 2">`: "a/b:NMTOKEN=x a/c:NMTOKEN a/d:NMTOKENS=1 2",
		`<!ATTLIST a b(x|y)"y">`:                                                           "a/b:NMTOKEN=y",
		`<!ATTLIST a b CDATA "1"><!ATTLIST a b CDATA "2" c CDATA "&#x33;">`:                "a/b:CDATA=1 a/c:CDATA=3",
		`<!ATTLIST a b CDATA "">`:                                                          "a/b:CDATA=",
		`<!ATTLIST a>`:                                                                     "",
	} {
		d := NewDTD()
		if err := d.Read(" a [" + subset + "]"); err != nil {
			t.Errorf("%s: %v", subset, err)
		}
		if got := declared(d); got != want {
			t.Errorf("%s: got %q, want %q", subset, got, want)
		}
	}
}

// declared lists what a DTD says.
func declared(d *DTD) string {
	var all []string
	for _, name := range d.Entities() {
		text, _ := d.Replacement(name)
		all = append(all, name+"="+text)
	}
	for name := range d.Unparsed {
		all = append(all, "unparsed "+name)
	}
	for name := range d.Notations {
		all = append(all, "notation "+name)
	}
	for def := range d.AttrDefs("a") {
		s := "a/" + def.Name + ":" + def.Type
		if def.Defaults {
			s += "=" + def.Default
		}
		if d.IsID("a", def.Name) {
			s += "!"
		}
		all = append(all, s)
	}
	if (d.DefinesAttrs()) != strings.Contains(strings.Join(all, " "), "a/") {
		all = append(all, "DefinesAttrs is wrong")
	}
	if text, ok := d.Replacement("unknown"); ok && text == "" {
		all = append(all, "external") // what is not known counts as empty, as a file that is not read may declare it
	}
	return strings.Join(all, " ")
}

func TestDTDWithoutSubset(t *testing.T) {
	for text, external := range map[string]bool{" a": false, " a ": false, ` a SYSTEM "x"`: true, ` a PUBLIC "x" "y"`: true, " a []": false, ` a SYSTEM "x" []`: true} {
		d := NewDTD()
		if err := d.Read(text); err != nil {
			t.Error(text, err)
		}
		if _, ok := d.Replacement("e"); ok != external {
			t.Errorf("%s: an entity that is not declared counts as empty: %v", text, ok)
		}
	}
}

func TestWrongDTDs(t *testing.T) {
	deep := `<!ENTITY % p0 "<!ENTITY e '1'>">`
	for i := range 40 {
		deep += fmt.Sprintf(`<!ENTITY %% p%d "&#37;p%d;">`, i+1, i)
	}
	for subset, want := range map[string]string{
		`nonsense and more of it`:      `unexpected "nonsense and…" in the document type declaration`,
		`<!ELEMENT a`:                  "a declaration in the document type declaration has no end",
		`<!OTHER a>`:                   "unexpected <!OTHER in the document type declaration",
		`<!-- a`:                       "a comment in the document type declaration has no end",
		`<?a >`:                        "a processing instruction in the document type declaration has no end",
		`%p`:                           "a parameter entity reference in the document type declaration has no name or no end",
		`% p;`:                         "a parameter entity reference in the document type declaration has no name or no end",
		`<!ENTITY "x">`:                "an entity declaration has no name",
		`<!ENTITY 1 "x">`:              "an entity declaration has no name",
		`<!ENTITY e x>`:                "entity e has neither a value nor an external identifier",
		`<!ENTITY e "x>`:               "entity e has neither a value nor an external identifier",
		`<!ENTITY e "&#x;">`:           `entity e: "&#x;" is no character reference`,
		`<!ENTITY e "&#65">`:           `entity e: "&#65" is no character reference`,
		`<!ENTITY e "&#-1;">`:          `entity e: "&#-1;" is no character reference`,
		`<!ENTITY e "&#0;">`:           "entity e: the character U+0000 is not allowed",
		`<!ENTITY e "&#xD800;">`:       "entity e: the character U+D800 is not allowed",
		`<!ENTITY e "&#xFFFE;">`:       "entity e: the character U+FFFE is not allowed",
		`<!ENTITY e "&#x110000;">`:     "entity e: the character U+110000 is not allowed",
		`<!ATTLIST a b CDATA>`:         "attribute b of a: expected a default value",
		`<!ATTLIST a b CDATA #FIXED>`:  "attribute b of a: expected a default value",
		`<!ATTLIST a b CDATA #OTHER>`:  "attribute b of a: expected #REQUIRED, #IMPLIED, #FIXED or a value",
		`<!ATTLIST a b CDATA "&#xx;">`: `"&#xx;" is no character reference`,
		`<!ENTITY % p "%p;"> %p;`:      "parameter entities are nested more than 32 deep",
		deep + "%p40;":                 "parameter entities are nested more than 32 deep",
		`<!ENTITY % p "` + strings.Repeat(" ", 1<<15) + `">` + strings.Repeat("%p;", 33): "parameter entities add more than 1048576 bytes",
	} {
		if err := NewDTD().Read(" a [" + subset + "]"); err == nil || err.Error() != want {
			t.Errorf("%.60s: got %v, want %s", subset, err, want)
		}
	}
	if err := NewDTD().Read(" a [ <!ENTITY e '1'>"); err == nil || err.Error() != "the internal subset of the document type declaration has no end" {
		t.Error(err)
	}
	if err := NewDTD().Read(" a [" + deep + "%p31;]"); err != nil {
		t.Error(err)
	}
	if err := NewDTD().Read(` a [<!ENTITY % p "` + strings.Repeat(" ", 1<<15) + `">` + strings.Repeat("%p;", 32) + "]"); err != nil {
		t.Error(err)
	}
}

// flat dumps a document that is read as its internal subset says.
func flat(doc string, o Options) string {
	o.AllowDoctype = true
	s := NewBytesScanner([]byte(doc), o)
	for k := s.Next(); k != EOF; k = s.Next() {
		if k == Doctype && s.in.Flatten() {
			break
		}
	}
	return dump(s)
}

func TestInternalSubset(t *testing.T) {
	for _, c := range []struct{ name, subset, doc, want string }{
		{"text", `<!ENTITY e "one">`, "<a>&e;</a>", "<a>one</a>"},
		{"nested", `<!ENTITY f "2"><!ENTITY e "1&f;3">`, "<a>&e;&f;</a>", "<a>1232</a>"},
		{"elements", `<!ENTITY e "<b c='1'>x</b><b/>">`, "<a>-&e;-</a>", "<a>-<b c='1'>x</b><b/>-</a>"},
		{"in an attribute", `<!ENTITY e "&#34;'">`, "<a b='&e;'/>", `<a b="&quot;'"/>`},
		{"predefined", "", "<a>&lt;&amp;</a>", "<a>&lt;&amp;</a>"},
		{"all else stays", "", "<a><![CDATA[&e;]]><!--&e;--><?p &e;?><b></b></a>", "<a><![CDATA[&e;]]><!--&e;--><?p &e;?><b/></a>"},
		{"defaults", `<!ATTLIST b c CDATA "d" e CDATA #IMPLIED f (x|y) 'y'>`, "<a><b/><b\nc='1' >x</b></a>", "<a><b c='d' f='y'/><b c='1' f='y'>x</b></a>"},
		{"of another element", `<!ATTLIST bb c CDATA "d">`, "<a><b/></a>", "<a><b/></a>"},
		{"quotes", `<!ATTLIST b c CDATA 'x"y' d CDATA '&#34;&#39;' e CDATA '&#60;'>`, "<a><b/></a>", `<a><b c='x"y' d='&#34;&#39;' e='&lt;'/></a>`},
		{"namespaces", `<!ATTLIST b xmlns CDATA "urn:b" xmlns:p CDATA "urn:p">`, "<a><b p:c=''/><b xmlns='' xmlns:p='urn:q'/></a>", "<a><b xmlns='urn:b' xmlns:p='urn:p' p:c=''/><b xmlns='' xmlns:p='urn:q'/></a>"},
		{"its own prefix", `<!ATTLIST p:b xmlns:p CDATA #FIXED "urn:p">`, "<a><p:b/></a>", "<a><p:b xmlns:p='urn:p'/></a>"},
		{"prefixed", `<!ATTLIST p:b p:c CDATA "1" c CDATA "2">`, "<a xmlns:p='u'><p:b p:c='3'/></a>", "<a xmlns:p='u'><p:b p:c='3' c='2'/></a>"},
	} {
		got := withoutPlaces(flat("<!DOCTYPE a ["+c.subset+"]>"+c.doc, Options{}))
		want := withoutPlaces(dump(NewBytesScanner([]byte(c.want), Options{})))
		// The order in which a start tag declares is that of the text.
		if got != want {
			t.Errorf("%s: got\n%swant\n%s", c.name, got, want)
		}
	}
	own := Options{Entities: func(name string) (string, bool) { return "mine", name == "e" }}
	if got := flat(`<!DOCTYPE a [<!ENTITY e "its"><!ENTITY f "2">]><a>&e;&f;</a>`, own); !strings.Contains(got, `"mine2"`) {
		t.Errorf("the caller's entities come first: %s", got)
	}
	if got := flat(`<!DOCTYPE a SYSTEM "x.dtd"><a>1&e;2</a>`, Options{}); !strings.Contains(got, `"12"`) {
		t.Errorf("an entity that an external subset may declare is empty: %s", got)
	}
}

func TestWhatAnInternalSubsetMakesWrong(t *testing.T) {
	for _, c := range []struct{ subset, doc, want string }{
		{`<!ENTITY e "&f;"><!ENTITY f "&e;">`, "<a>&e;</a>", "refers to itself"},
		{``, "\n<a>&f;</a>", "error 2:4: the entity &f; is not declared\n"},
		{``, "<a><p:b/></a>", "the prefix p is not declared"},
		{`<!ATTLIST b xmlns:q CDATA "u">`, "<a xmlns:p='u'><b p:c='' q:c=''/></a>", "the attribute {u}c is there twice"},
		{`<!ENTITY e "<b>">`, "<a>&e;</b></a>", "the end tag </b> is missing"},
		{`<!ENTITY e "0123456789">`, "<a>" + strings.Repeat("&e;", 10) + "</a>", "expand to more than 100 bytes"},
		{`nonsense`, "<a/>", `1:1: unexpected "nonsense" in the document type declaration`},
		{``, "\n<a>\n<b></c></a>", "3:4: the end tag </c> does not match the start tag <b>"},
		{``, "\n<a\n>\n\n<b\n></c></a>", "6:2: the end tag </c> does not match the start tag <b>"},
		{``, "<a/><!DOCTYPE a>", "a document type declaration after the start of the root element"},
		{``, "<!DOCTYPE a><a/>", "a second document type declaration"},
	} {
		got := flat("<!DOCTYPE a ["+c.subset+"]>"+c.doc, Options{Limits: Limits{Expansion: 100}})
		if !strings.Contains(got, "error ") || !strings.Contains(got, c.want) {
			t.Errorf("%s %s: got %s, want %s", c.subset, c.doc, got, c.want)
		}
	}
}
