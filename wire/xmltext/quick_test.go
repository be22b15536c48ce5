package xmltext

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// tagOf says what a scanner has of a start tag, and what the document has behind it.
func tagOf(s *scanner) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %v %d", s.Names[s.Elems[len(s.Elems)-1].At:], s.SelfEnd, s.depth())
	for _, a := range s.Attrs {
		fmt.Fprintf(&b, " {%s}%s:%s=%q", a.Space, a.Prefix, a.Local, a.Value)
	}
	return b.String() + " then " + string(s.Buf[s.Pos:])
}

// TestQuickTagsAreTags: what QuickTag takes, Next takes for the same, and what it does not take, it leaves as it was.
func TestQuickTagsAreTags(t *testing.T) {
	long := strings.Repeat("x", 20)
	many := ""
	for i := range manyAttrs {
		many += fmt.Sprintf(` a%d=""`, i)
	}
	for tag, quick := range map[string]bool{
		`<b c="1">`:                   true,
		`<b c="1"/>`:                  true,
		`<b c="" d="x y">`:            true,
		`<b p:c="1" c="2">`:           true,
		`<b p:c="1" q:d="2">`:         true,
		`<b c="a;b">`:                 true,
		`<b` + many + `>`:             true,
		`<b` + many + ` b="">`:        false, // a map finds what is there twice
		`<b c="1" c="2">`:             false,
		`<b p:c="1" q:c="2">`:         false, // one namespace
		`<b xmlns="u">`:               false,
		`<b xmlns:r="u">`:             false,
		`<b xmlns="">`:                false,
		`<b r:c="1">`:                 false, // undeclared
		`<b c='1'>`:                   false,
		`<b c = "1">`:                 false,
		`<b  c="1">`:                  false,
		`<b c="1" >`:                  false,
		`<b c="1"d="2">`:              false,
		`<b c="&lt;">`:                false,
		`<b c="a` + "\n" + `b">`:      false,
		`<b c="<">`:                   false,
		`<b 1c="1">`:                  false,
		`<b c>`:                       false,
		`<b p:="1">`:                  false,
		`<b c="1"/ >`:                 false,
		`<b ` + long + `="1">`:        false, // beyond the limit of names
		`<b c="` + long + long + `">`: false, // and of values
		`<b c="` + strings.Repeat("x", 17) + `">`: true,
	} {
		doc := `<a xmlns:p="urn:p" xmlns:q="urn:p">` + tag + `</b></a>`
		o := Options{Limits: Limits{Name: 19, Value: 38}}
		open := func() *scanner {
			s := NewBytesScanner([]byte(doc), o)
			s.Next()
			return &s.in
		}
		s, slow := open(), open()
		before := tagOf(s)
		at := s.Pos + 1
		if got := s.QuickTag(at, at+1, 0, ""); got != quick {
			t.Errorf("%s is taken: %v", tag, got)
		}
		switch {
		case !quick && tagOf(s) != before:
			t.Errorf("%s: not taken, but %s was %s", tag, tagOf(s), before)
		case quick && slow.step() != StartElement:
			t.Errorf("%s is taken, but %v", tag, slow.Err)
		case quick && tagOf(s) != tagOf(slow):
			t.Errorf("%s: quick %s, else %s", tag, tagOf(s), tagOf(slow))
		}
	}
}

func TestQuickTagsAreWithinLimits(t *testing.T) {
	const doc = `<a><b c="1" d="2">x</b></a>`
	for _, c := range []struct {
		l     Limits
		quick bool
	}{{Limits{}, true}, {Limits{Depth: 1}, false}, {Limits{Depth: 2}, true}, {Limits{Attrs: 1}, false}, {Limits{Attrs: 2}, true}, {Limits{Token: 14}, false}, {Limits{Token: 15}, true}} {
		s := NewBytesScanner([]byte(doc), Options{Limits: c.l})
		s.Next()
		if got := s.in.QuickTag(4, 5, 0, ""); got != c.quick {
			t.Errorf("%+v: taken %v", c.l, got)
		}
	}
	lenient := NewBytesScanner([]byte(`<a><b r:c="1"/></a>`), Options{Undeclared: true})
	if lenient.Next(); lenient.in.QuickTag(4, 5, 0, "") {
		t.Error("a prefix that is not declared needs thought")
	}
	for cut := range len(doc) - 4 {
		s := NewBytesScanner([]byte(doc)[:4+cut], Options{})
		s.Next()
		if whole := 4+cut > len(`<a><b c="1" d="2">`); cut > 1 && s.in.QuickTag(4, 5, 0, "") && !whole {
			t.Errorf("half of a tag is taken: %s", doc[:4+cut])
		}
	}
}

// TestQuickTextsAreTexts: what QuickText takes is the text that Next delivers up to the end tag.
func TestQuickTextsAreTexts(t *testing.T) {
	for content, quick := range map[string]bool{
		"x":            true,
		"":             true,
		"a b\tc é":     false, // beyond ASCII
		"a b\tc\nd":    true,
		"]] >":         true,
		"a\rb":         false,
		"&lt;":         false,
		"a]]>":         false,
		"<!-- -->":     false,
		"<b/>":         false,
		"<![CDATA[]]>": false,
		"x\x01":        false,
	} {
		s := NewBytesScanner([]byte("<a>"+content+"</a><!--behind-->"), Options{})
		s.Next()
		text := s.in.QuickText()
		switch {
		case content == "a b\tc é":
			if text != nil && string(text) != content {
				t.Errorf("got %q", text)
			}
		case (text != nil) != quick || quick && string(text) != content:
			t.Errorf("%q: got %q, taken %v", content, text, text != nil)
		case quick && (s.Next() != Comment || s.Depth() != 0 || s.Pos().Offset != int64(len(content)+len("<a></a>"))):
			t.Errorf("%q: then %v at %v, depth %d, %v", content, s.in.kind, s.Pos(), s.Depth(), s.Err())
		case !quick:
			if k := s.Next(); k == EndElement || k == EOF && !slices.Contains([]string{"a]]>", "x\x01"}, content) {
				t.Errorf("%q: then %v", content, k)
			}
		}
	}
	for _, doc := range []string{"<a>x</b>", "<a>x</ab>", "<a>x</a >", "<a>x</a", "<a>x", "<a>", "<a/>"} {
		s := NewBytesScanner([]byte(doc), Options{})
		s.Next()
		if text := s.in.QuickText(); text != nil {
			t.Errorf("%s: got %q", doc, text)
		}
	}
	s := NewBytesScanner([]byte("<a>12345</a>"), Options{Limits: Limits{Token: 4}})
	s.Next()
	if text := s.in.QuickText(); text != nil {
		t.Errorf("beyond the limit: %q", text)
	}
}

// TestPinnedPlaces: the place of a token is known after later ones, however the document arrives.
func TestPinnedPlaces(t *testing.T) {
	doc := "<?xml version='1.0'?>\n<a>\r\n é<b c='\n'/>" + strings.Repeat("<!-- long \r\n é -->\r", 5000) + "</a>"
	for name, deliver := range deliveries {
		s := NewScanner(deliver(strings.NewReader(doc)), Options{})
		var want Pos
		for k := s.Next(); k != EOF; k = s.Next() {
			if k == StartElement {
				s.Pin()
				want = s.Pos()
			}
			if got := s.Pinned(); got != want {
				t.Fatalf("%s: pinned %v, want %v", name, got, want)
			}
		}
		if (want != Pos{3, 3, 30}) || s.Err() != nil {
			t.Errorf("%s: %v, %v", name, want, s.Err())
		}
		if d := s.Declaration(); d.Version != "1.0" || d.Encoding != "" {
			t.Errorf("the declaration is %v", d)
		}
	}
	s := NewBytesScanner([]byte("<a>\n&e;</a>"), Options{Entities: func(string) (string, bool) { return "", true }})
	for s.Next() != EntityRef {
	}
	sub := s.Sub("x\n\n<b/>")
	for k := sub.Next(); k != EOF; k = sub.Next() {
		sub.Pin()
		if p := sub.Pinned(); p.Line != 2 || p.Col != 1 {
			t.Errorf("inside an entity the place is %v", p)
		}
	}
}
