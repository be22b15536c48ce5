package xmltext

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// expand dumps a document whose entities are replaced wherever they are.
func expand(doc string, entities map[string]string, o Options) string {
	o.AllowDoctype = true
	o.Entities = func(name string) (string, bool) {
		text, ok := entities[name]
		return text, ok
	}
	var b strings.Builder
	var walk func(s *Scanner)
	walk = func(s *Scanner) {
		for k := s.Next(); k != EOF; k = s.Next() {
			switch k {
			case StartElement:
				fmt.Fprintf(&b, "<%s {%s} %d", s.Local(), s.Space(), s.Depth())
				for _, a := range s.Attrs() {
					fmt.Fprintf(&b, " %s=%q", a.Local, a.Value)
				}
				b.WriteString(">")
			case EndElement:
				fmt.Fprintf(&b, "</%s>", s.Local())
			case EntityRef:
				text, ok := entities[string(s.Local())]
				if !ok {
					fmt.Fprintf(&b, "unknown %s at %d", s.Local(), s.Pos().Col)
					return
				}
				walk(s.Sub(text))
			case Doctype:
				fmt.Fprintf(&b, "DOCTYPE%s|", s.Text())
			default:
				b.Write(s.Text())
			}
		}
		if err := s.Err(); err != nil {
			fmt.Fprintf(&b, " error %v", err)
		}
	}
	walk(NewBytesScanner([]byte(doc), o))
	return b.String()
}

func TestEntities(t *testing.T) {
	entities := map[string]string{
		"t": "text", "tt": "[&t;]", "e": "<p:e a='&t;'/>", "open": "<x>", "close": "</y>", "self": "&self;", "ping": "&pong;", "pong": "&ping;", "lt2": "&#60;", "raw": "<", "amp2": "&#38;",
		"cr": "a\rb", "tab": "a\tb\r\nc", "decl": "<!DOCTYPE a>", "scope": "<z xmlns:p='inner'/>", "bad": "\x01", "two": "<x/>t<x/>",
	}
	tests := []struct{ name, doc, want string }{
		{"in content", "<a>1&t;2&tt;3</a>", "<a {} 1>1text2[text]3</a>"},
		{"in an attribute", "<a b='&tt;&lt;'/>", `<a {} 1 b="[text]<"></a>`},
		{"with elements", "<a xmlns:p='u'>&e;&two;</a>", `<a {} 1><e {u} 2 a="text"></e><x {} 2></x>t<x {} 2></x></a>`},
		{"bindings stay inside", "<a xmlns:p='u'>&scope;<p:b/></a>", "<a {} 1><z {} 2></z><b {u} 2></b></a>"},
		{"unknown", "<a>&u;</a>", "<a {} 1>unknown u at 4"},
		{"unknown in an attribute", "<a b='&u;'/>", " error 1:7: the entity &u; is not declared"},
		{"unbalanced start", "<a>&open;</a>", "<a {} 1><x {} 2> error 1:4: the end tag </x> is missing</a>"},
		{"unbalanced end", "<a>&close;</a>", "<a {} 1> error 1:4: an end tag without a start tag</a>"},
		{"recursion", "<a>&self;</a>", "<a {} 1> error 1:4: the entity &self; refers to itself</a>"},
		{"mutual recursion", "<a>&ping;</a>", "<a {} 1> error 1:4: the entity &ping; refers to itself</a>"},
		{"recursion in an attribute", "<a b='&ping;'/>", " error 1:1: the entity &ping; refers to itself"},
		{"less-than in an attribute", "<a b='&raw;'/>", " error 1:1: \"<\" in an attribute value"},
		{"less-than by reference", "<a b='&lt2;'>&lt2;&amp2;</a>", `<a {} 1 b="<"><&</a>`},
		{"CR of replacement text", "<a b='&cr;'>&cr;</a>", "<a {} 1 b=\"a b\">a\rb</a>"},
		{"white space of replacement text", "<a b='&tab;'/>", "<a {} 1 b=\"a b  c\"></a>"},
		{"declaration", "<a>&decl;</a>", "<a {} 1> error 1:4: a document type declaration inside an entity</a>"},
		{"forbidden character", "<a b='&bad;'/>", " error 1:1: the character U+0001 is not allowed"},
		{"forbidden character in content", "<a>&bad;</a>", "<a {} 1> error 1:4: the character U+0001 is not allowed</a>"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := expand(tt.doc, entities, Options{}); got != tt.want {
				t.Errorf("got %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestBillionLaughs(t *testing.T) {
	entities := map[string]string{"l0": "lol"}
	for i := range 9 {
		entities[fmt.Sprintf("l%d", i+1)] = strings.Repeat(fmt.Sprintf("&l%d;", i), 10)
	}
	for _, doc := range []string{"<a>&l9;</a>", "<a b='&l9;'/>"} {
		got := expand(doc, entities, Options{Limits: Limits{Expansion: 100_000}})
		if len(got) > 200_000 || !strings.Contains(got, "entity references expand to more than 100000 bytes") {
			t.Errorf("got %d bytes: %.200s", len(got), got)
		}
	}
	doc := `<!DOCTYPE a [<!ENTITY l0 "lol"><!ENTITY l1 "&l0;&l0;">]><a>&l1;</a>`
	err := scanAll(NewBytesScanner([]byte(doc), Options{}))
	if err == nil || err.Error() != "1:1: a document type declaration is not accepted; the option wire.AllowDoctype() reads it" {
		t.Error(err)
	}
	for range 100 {
		doc = strings.Replace(doc, "<a>", "<a>&l1;", 1)
	}
	s := NewBytesScanner([]byte(doc), Options{AllowDoctype: true})
	if err := scanAll(s); err == nil || errors.Is(err, ErrLimit) {
		t.Error(err)
	}
}

func TestDoctypeIsDeliveredWhole(t *testing.T) {
	tests := map[string]string{
		"<!DOCTYPE a><a/>":                                                      " a",
		"<!DOCTYPE a SYSTEM \"x>y\"><a/>":                                       " a SYSTEM \"x>y\"",
		"<!DOCTYPE p:a PUBLIC '-//x' 'y]' []><a/>":                              " p:a PUBLIC '-//x' 'y]' []",
		"<!DOCTYPE a [<!ENTITY b \"]>'\"> ]><a/>":                               " a [<!ENTITY b \"]>'\"> ]",
		"<!DOCTYPE a [<!-- ]> ' \" --> ]\n><a/>":                                " a [<!-- ]> ' \" --> ]\n",
		"<!DOCTYPE a [<?p ]> ' ?> %pe; ]><a/>":                                  " a [<?p ]> ' ?> %pe; ]",
		"<!DOCTYPE a [<!ATTLIST a b (c|d) 'c'>\r\n<!ELEMENT a (#PCDATA)>]><a/>": " a [<!ATTLIST a b (c|d) 'c'>\n<!ELEMENT a (#PCDATA)>]",
	}
	for doc, want := range tests {
		s := NewBytesScanner([]byte(doc), Options{AllowDoctype: true})
		if k := s.Next(); k != Doctype || string(s.Text()) != want {
			t.Errorf("%s: %v %q, %v", doc, k, s.Text(), s.Err())
		}
		if err := scanAll(s); err != nil {
			t.Errorf("%s: %v", doc, err)
		}
		if _, difference := same(doc, Options{AllowDoctype: true}); difference != "" {
			t.Error(difference)
		}
	}
	for doc, want := range map[string]string{
		"<!DOCTYPE a><!DOCTYPE a><a/>": "1:13: a second document type declaration",
		"<a/><!DOCTYPE a>":             "1:5: a document type declaration after the start of the root element",
		"<!DOCTYPE><a/>":               "1:10: expected white space after \"<!DOCTYPE\", found '>'",
		"<!DOCTYPE 1><a/>":             "1:11: expected a name in a document type declaration, found '1'",
		"<!DOCTYPE a [ <!-- ]><a/>":    "the document ends inside a document type declaration",
		"<!DOCTYPE a \x01><a/>":        "1:13: the character U+0001 is not allowed",
	} {
		got, difference := same(doc, Options{AllowDoctype: true})
		if !strings.Contains(got, want) {
			t.Errorf("%s: %s", doc, got)
		}
		if difference != "" {
			t.Error(difference)
		}
	}
}

func TestBindingsInScope(t *testing.T) {
	s := NewBytesScanner([]byte(`<a xmlns="d" xmlns:p="1" xmlns:q="2"><b xmlns="" xmlns:p="3"/></a>`), Options{})
	s.Next()
	s.Next()
	var got []string
	for prefix, uri := range s.Bindings() {
		got = append(got, prefix+"="+uri)
	}
	if want := "p=3 q=2"; strings.Join(got, " ") != want {
		t.Errorf("got %v", got)
	}
}
