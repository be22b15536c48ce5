package xmltext

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"
)

// stricter lists what this package refuses and encoding/xml lets pass, each with the reason why we are right.
var stricter = []struct{ message, reason string }{
	{`second root element|has no root element|text (before|after) the root|outside the root|end of document`, "XML 1.0 production 1: one root element, and only Misc around it"},
	{`is not declared$|must not be used for names`, "Namespaces §5: prefixes must be declared; encoding/xml takes an undeclared prefix for the namespace"},
	{`is there twice|declared twice`, "XML 1.0 §3.1, Namespaces §6.3: attributes are unique"},
	{`must not be declared|is bound to|has the prefix xml`, "Namespaces §2.2 and §3: reserved and empty names"},
	{`document type declaration is not accepted|begins neither`, "declarations are refused; encoding/xml skips whatever begins with <!"},
	{`a name with two colons|expected a name in .*found`, "Namespaces §4: names are QNames; encoding/xml lets a colon stand anywhere, and digits begin a name"},
	{`not at the very beginning|XML declaration|XML 1.1`, "XML 1.0 §2.8: the declaration has a form and a place"},
	{`expected white space`, "XML 1.0 productions 16 and 40: white space separates"},
	{`expected ";" after a reference|digits and ";"|the character reference`, "XML 1.0 productions 66 and 68, §4.1: references are to characters that XML has, and entity names have no colon"},
	{`is not allowed$|invalid UTF-8`, "XML 1.0 production 2 holds in comments, instructions and names too"},
	{`UTF-16|UTF-32|encoding`, "encodings are ours to judge"},
	{`longer than|larger than|deeper than|more than`, "limits"},
}

// laxer lists what encoding/xml refuses and this package lets pass.
var laxer = []struct{ message, reason string }{
	{`invalid XML name`, "encoding/xml has the names of the fourth edition"},
	{`expected element name after <|expected attribute name in element|expected target name after <\?|invalid character entity`, "the same, where a name begins"},
	{`unsupported version`, "XML 1.0 §2.8 fifth edition: any 1.x is read as 1.0"},
	{`CharsetReader is nil`, "ISO-8859-1, US-ASCII and UTF-16 are built in"},
}

func argued(list []struct{ message, reason string }, err error) bool {
	for _, d := range list {
		if regexp.MustCompile(d.message).MatchString(err.Error()) {
			return true
		}
	}
	return false
}

// ours writes the tokens of a document in a form that both readers can produce.
func ours(doc []byte) (string, error) {
	var b strings.Builder
	s := NewBytesScanner(doc, Options{})
	for k := s.Next(); k != EOF; k = s.Next() {
		switch k {
		case StartElement:
			fmt.Fprintf(&b, "<%s %s", spaced([]byte(s.Space())), s.Local())
			for _, a := range s.Attrs() {
				fmt.Fprintf(&b, " %s %s=%q", spaced([]byte(a.Space)), a.Local, spaced(a.Value))
			}
			b.WriteString(">")
		case EndElement:
			b.WriteString("</>")
		case CharData, CData:
			fmt.Fprintf(&b, "%s", s.Text())
		case Comment:
			fmt.Fprintf(&b, "<!--%s-->", s.Text())
		case ProcInst:
			fmt.Fprintf(&b, "<?%s %s?>", s.Local(), s.Text())
		}
	}
	return b.String(), s.Err()
}

// spaced blurs the difference that encoding/xml does not normalise attribute values (XML 1.0 §3.3.3).
func spaced(b []byte) string {
	return string(bytes.Map(func(r rune) rune {
		if r == '\t' || r == '\n' || r == '\r' {
			return ' '
		}
		return r
	}, b))
}

// theirs is ours by encoding/xml. Text outside the root, which this package does not deliver, is left out, and so are declarations.
func theirs(doc []byte) (string, error) {
	var b strings.Builder
	d := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(doc, []byte("\uFEFF"))))
	depth := 0
	for {
		token, err := d.Token()
		if err == io.EOF {
			return b.String(), nil
		}
		if err != nil {
			return b.String(), err
		}
		switch token := token.(type) {
		case xml.StartElement:
			depth++
			fmt.Fprintf(&b, "<%s %s", spaced([]byte(token.Name.Space)), token.Name.Local)
			for _, a := range token.Attr {
				if a.Name.Space != "xmlns" && (a.Name.Space != "" || a.Name.Local != "xmlns") {
					fmt.Fprintf(&b, " %s %s=%q", spaced([]byte(a.Name.Space)), a.Name.Local, spaced([]byte(a.Value)))
				}
			}
			b.WriteString(">")
		case xml.EndElement:
			depth--
			b.WriteString("</>")
		case xml.CharData:
			if depth > 0 {
				fmt.Fprintf(&b, "%s", token)
			}
		case xml.Comment:
			fmt.Fprintf(&b, "<!--%s-->", normalEnds(token))
		case xml.ProcInst:
			if token.Target != "xml" {
				fmt.Fprintf(&b, "<?%s %s?>", token.Target, normalEnds(token.Inst))
			}
		}
	}
}

// normalEnds does to comments and instructions what encoding/xml does to text only (XML 1.0 §2.11).
func normalEnds(b []byte) string {
	return strings.ReplaceAll(strings.ReplaceAll(string(b), "\r\n", "\n"), "\r", "\n")
}

// disagreement returns what is not argued away between this package and encoding/xml.
func disagreement(doc []byte) string {
	if e, _ := detect(doc); e != utf8Encoding {
		return "" // encoding/xml reads nothing else by itself
	}
	mine, myErr := ours(doc)
	other, otherErr := theirs(doc)
	switch {
	case myErr != nil && otherErr == nil && !argued(stricter, myErr):
		return fmt.Sprintf("only we refuse: %v", myErr)
	case myErr == nil && otherErr != nil && !argued(laxer, otherErr):
		return fmt.Sprintf("only encoding/xml refuses: %v", otherErr)
	case myErr == nil && otherErr == nil && mine != other:
		return fmt.Sprintf("we read\n%s\nencoding/xml reads\n%s", mine, other)
	}
	return ""
}

// documents are inputs for all comparisons: seeds of the fuzz targets.
var documents = []string{
	`<a/>`, `<a></a>`, `<a>text</a>`, "\uFEFF<a/>", declaration + "<a/>", `<?xml version='1.0'?><!-- c --><?p i?><a b="c" d='e'/><!-- end -->`,
	`<p:a xmlns:p="u" p:b="1" b="2"><p:c xmlns:p="v" xmlns=""/><d xmlns="w" e=""/></p:a>`, "<a>1\r\n2\r3&#13;4</a>", `<a b="&lt;&#9;&#x41;&quot;"> &amp; &gt; &apos;</a>`,
	`<a><![CDATA[<x>]] ]>]]>t]]&gt;<!---->]]</a>`, "<a b=\" \t\r\n\"/>", "<élan>中文\U0001F600</élan>", "<a>\uFFFE</a>", "<a>]]></a>", "<a b='1' b='2'/>", "<a/><b/>", " <a/>\n", "<a><b></a></b>",
	"<a xmlns:p=''/>", "<p:a/>", "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>", "<a>&e;</a>", "<?xml version='1.1'?><a/>", "<?xml version='1.0' encoding='latin1'?><a>\xE9</a>", "<a\n>\n</a\n>", "<a>&#xD800;</a>", "<a><?p?><?q x ?></a>",
	"<a xml:space='preserve' xmlns:xml='http://www.w3.org/XML/1998/namespace'/>", "<:a/>", "<a:b:c/>", "<a b='<'/>", "<a b=c/>", "<a b='1'c='2'/>", "<!-- -- --><a/>", "<a", "<a><![CDATA[", "</a>", "\xFF\xFE<\x00a\x00/\x00>\x00",
}

func TestScannerAgreesWithEncodingXML(t *testing.T) {
	for _, doc := range documents {
		if d := disagreement([]byte(doc)); d != "" {
			t.Errorf("%q: %s", doc, d)
		}
	}
}

func FuzzScannerAgreesWithEncodingXML(f *testing.F) {
	for _, doc := range documents {
		f.Add([]byte(doc))
	}
	f.Fuzz(func(t *testing.T, doc []byte) {
		if d := disagreement(doc); d != "" {
			t.Errorf("%q: %s", doc, d)
		}
	})
}

func FuzzDeliveriesAreEqual(f *testing.F) {
	for _, doc := range documents {
		f.Add(doc)
	}
	entities := func(name string) (string, bool) { return "<" + name + "/>&lt;\r\n", len(name) < 3 }
	f.Fuzz(func(t *testing.T, doc string) {
		for _, o := range []Options{{}, {AllowDoctype: true, Entities: entities}, {Undeclared: true, Limits: Limits{Depth: 4, Attrs: 2, Name: 5, Value: 9, Token: 40, Size: 300}}} {
			if _, difference := same(doc, o); difference != "" {
				t.Errorf("%q: %s", doc, difference)
			}
		}
	})
}
