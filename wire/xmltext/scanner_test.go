package xmltext

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

const declaration = `<?xml version="1.0" encoding="UTF-8"?>`

func TestScannerReadsWellFormedDocuments(t *testing.T) {
	tests := []struct{ name, doc, want string }{
		{"empty-element tag", `<a/>`, "start |a {} depth 1 @1:1+0\nend |a {} depth 1\n"},
		{"byte order mark", "\uFEFF<a/>", "start |a {} depth 1 @1:1+3\nend |a {} depth 1\n"},
		{"declaration", declaration + "\n<a/>", "start |a {} depth 1 @2:1+39\nend |a {} depth 1\n"},
		{"text", "<a>x &lt;&#65;&#x42; y</a>", "start |a {} depth 1 @1:1+0\ntext \"x <AB y\" @1:4\nend |a {} depth 1\n"},
		{"line ends", "<a>1\r\n2\r3\n4\r</a>", "start |a {} depth 1 @1:1+0\ntext \"1\\n2\\n3\\n4\\n\" @1:4\nend |a {} depth 1\n"},
		{"text split by comment, instruction and CDATA", "<a>1<!--c-->2<?p i?>3<![CDATA[<4>]]>5</a>",
			"start |a {} depth 1 @1:1+0\ntext \"1\" @1:4\ncomment \"c\" @1:5\ntext \"2\" @1:13\npi p \"i\" @1:14\ntext \"3<4>5\" @1:21\nend |a {} depth 1\n"},
		{"namespaces", `<p:a xmlns:p="u" xmlns="d"><b p:c="1" c="2"/></p:a>`,
			"start p|a {u} depth 1 @1:1+0 xmlns:p=\"u\" xmlns:=\"d\"\nstart |b {d} depth 2 @1:28+27 p|c{u}=\"1\"@1:31 |c{}=\"2\"@1:39\nend |b {d} depth 2\nend p|a {u} depth 1\n"},
		{"undeclared default", `<a xmlns="u"><b xmlns=""/></a>`,
			"start |a {u} depth 1 @1:1+0 xmlns:=\"u\"\nstart |b {} depth 2 @1:14+13 xmlns:=\"\"\nend |b {} depth 2\nend |a {u} depth 1\n"},
		{"attribute normalisation", "<a b='&#10;x\ty\r\nz &quot;&amp;\">'/>",
			"start |a {} depth 1 @1:1+0 |b{}=\"\\nx y z \\\"&\\\">\"@1:4\nend |a {} depth 1\n"},
		{"white space in tags", "<a\n b = '1'\t></a\r\n>", "start |a {} depth 1 @1:1+0 |b{}=\"1\"@2:2\nend |a {} depth 1\n"},
		{"xml prefix", `<a xml:lang="de"/>`, "start |a {} depth 1 @1:1+0 xml|lang{http://www.w3.org/XML/1998/namespace}=\"de\"@1:4\nend |a {} depth 1\n"},
		{"names beyond ASCII", "<élan ñ='ü'/>", "start |élan {} depth 1 @1:1+0 |ñ{}=\"ü\"@1:7\nend |élan {} depth 1\n"},
		{"columns count characters", "<a>日本<b/></a>", "start |a {} depth 1 @1:1+0\ntext \"日本\" @1:4\nstart |b {} depth 2 @1:6+9\nend |b {} depth 2\nend |a {} depth 1\n"},
		{"after CR LF", "<a>\r\n\r\n<b/>\r<c/></a>", "start |a {} depth 1 @1:1+0\ntext \"\\n\\n\" @1:4\nstart |b {} depth 2 @3:1+7\nend |b {} depth 2\ntext \"\\n\" @3:5\nstart |c {} depth 2 @4:1+12\nend |c {} depth 2\nend |a {} depth 1\n"},
		{"around the root", "<!--a--><?b?>\n<r/>\n<!--c--> ", "comment \"a\" @1:1\npi b \"\" @1:9\nstart |r {} depth 1 @2:1+14\nend |r {} depth 1\ncomment \"c\" @3:1\n"},
		{"version 1.7 is read as 1.0", `<?xml version="1.7"?><a/>`, "start |a {} depth 1 @1:22+21\nend |a {} depth 1\n"},
		{"brackets", "<a>]] > ]>]&gt; ]]</a>", "start |a {} depth 1 @1:1+0\ntext \"]] > ]>]> ]]\" @1:4\nend |a {} depth 1\n"},
		{"end of section by reference", "<a>]]&gt;]&#93;></a>", "start |a {} depth 1 @1:1+0\ntext \"]]>]]>\" @1:4\nend |a {} depth 1\n"},
		{"empty section", "<a><![CDATA[]]></a>", "start |a {} depth 1 @1:1+0\nend |a {} depth 1\n"},
		{"replacement character", "<a>\uFFFD</a>", "start |a {} depth 1 @1:1+0\ntext \"\uFFFD\" @1:4\nend |a {} depth 1\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, difference := same(tt.doc, Options{})
			if got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
			if difference != "" {
				t.Error(difference)
			}
		})
	}
}

func TestScannerRefusesMalformedDocuments(t *testing.T) {
	tests := []struct{ name, doc, want string }{
		{"nothing", "", "1:1: the document has no root element"},
		{"no root", "<!-- only a comment -->", "1:24: the document has no root element"},
		{"two roots", "<a/><b/>", "1:5: a second root element"},
		{"text before the root", "x<a/>", "1:1: text before the root element"},
		{"text after the root", "<a/>x", "1:5: text after the root element"},
		{"reference after the root", "<a/>&#32;", "1:5: text after the root element"},
		{"CDATA after the root", "<a/><![CDATA[ ]]>", "1:5: a CDATA section outside the root element"},
		{"white space before the declaration", " " + declaration + "<a/>", "1:2: an XML declaration that is not at the very beginning of the document"},
		{"declaration inside", "<a><?xml version='1.0'?></a>", "1:4: an XML declaration that is not at the very beginning of the document"},
		{"target XML", "<a><?XmL ?></a>", "1:4: an XML declaration that is not"},
		{"version 2.0", `<?xml version="2.0"?><a/>`, "1:1: the XML declaration is not of the form"},
		{"no version", `<?xml encoding="UTF-8"?><a/>`, "1:1: the XML declaration is not of the form"},
		{"order of the declaration", `<?xml version="1.0" standalone="yes" encoding="UTF-8"?><a/>`, "1:1: the XML declaration is not of the form"},
		{"no space in the declaration", `<?xml version="1.0"encoding="UTF-8"?><a/>`, "1:1: the XML declaration is not of the form"},
		{"standalone", `<?xml version="1.0" standalone="maybe"?><a/>`, "1:1: standalone in the XML declaration"},
		{"encoding name", `<?xml version="1.0" encoding="8bit"?><a/>`, "1:1: the XML declaration names no encoding"},
		{"empty namespace for a prefix", `<a xmlns:p=""/>`, "1:4: the prefix p is bound to an empty namespace name"},
		{"xmlns declared", `<a xmlns:xmlns="u"/>`, "1:4: the prefix xmlns must not be declared"},
		{"xml bound elsewhere", `<a xmlns:xml="u"/>`, "1:4: the prefix xml is bound to"},
		{"other prefix for xml", `<a xmlns:x="http://www.w3.org/XML/1998/namespace"/>`, "1:4: the namespace http://www.w3.org/XML/1998/namespace has the prefix xml"},
		{"default xml namespace", `<a xmlns="http://www.w3.org/XML/1998/namespace"/>`, "1:4: the namespace"},
		{"xmlns namespace", `<a xmlns:x="http://www.w3.org/2000/xmlns/"/>`, "1:4: the namespace http://www.w3.org/2000/xmlns/ must not be declared"},
		{"prefix declared twice", `<a xmlns:p="u" xmlns:p="v"/>`, "1:16: the prefix \"p\" is declared twice"},
		{"undeclared element prefix", `<a><p:b/></a>`, "1:5: the prefix p is not declared"},
		{"undeclared attribute prefix", `<a p:b=""/>`, "1:4: the prefix p is not declared"},
		{"prefix out of scope", `<a><b xmlns:p="u"/><p:c/></a>`, "1:21: the prefix p is not declared"},
		{"xmlns as a prefix of an element", `<xmlns:a/>`, "1:2: the prefix xmlns must not be used"},
		{"duplicate attribute", `<a b="1" c="" b="2"/>`, "1:15: the attribute b is there twice"},
		{"duplicate expanded name", `<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>`, "1:36: the attribute {u}b is there twice"},
		{"U+FFFE", "<a>\uFFFE</a>", "1:4: the character U+FFFE is not allowed"},
		{"U+FFFF in an attribute", "<a b='\uFFFF'/>", "1:7: the character U+FFFF is not allowed"},
		{"NUL", "<a>x\x00</a>", "1:5: the character U+0000 is not allowed"},
		{"control in a comment", "<a><!--\x01--></a>", "1:8: the character U+0001 is not allowed"},
		{"control in an instruction", "<a><?p \x0B?></a>", "1:8: the character U+000B is not allowed"},
		{"control in CDATA", "<a><![CDATA[\x1F]]></a>", "1:13: the character U+001F is not allowed"},
		{"control by reference", "<a>&#1;</a>", "1:4: the character reference &#1; is not allowed"},
		{"surrogate by reference", "<a>&#xD800;</a>", "1:4: the character reference &#xD800; is not allowed"},
		{"huge reference", "<a>&#99999999999999999999;</a>", "1:4: the character reference"},
		{"invalid UTF-8", "<a>\xFF</a>", "1:4: invalid UTF-8"},
		{"overlong UTF-8", "<a>\xC0\x80</a>", "1:4: invalid UTF-8"},
		{"surrogate in UTF-8", "<a>\xED\xA0\x80</a>", "1:4: invalid UTF-8"},
		{"cut UTF-8", "<a>\xE2\x82", "1:4: invalid UTF-8"},
		{"invalid UTF-8 in a name", "<a\xFF/>", "1:3: invalid UTF-8"},
		{"end of CDATA in text", "<a>x]]>y</a>", "1:7: \"]]>\" in text"},
		{"only end of CDATA", "<a>]]></a>", "1:6: \"]]>\" in text"},
		{"three brackets", "<a>]]]></a>", "1:7: \"]]>\" in text"},
		{"double hyphen", "<!-- a -- b --><a/>", "1:8: \"--\" inside a comment"},
		{"three hyphens", "<!-- a ---><a/>", "1:8: \"--\" inside a comment"},
		{"short comment", "<!--><a/>", "1:10: the document ends inside a comment"},
		{"lower-case CDATA", "<a><![cdata[]]></a>", "1:4: \"<!\" begins neither"},
		{"declaration in content", "<a><!ELEMENT a ANY></a>", "1:4: \"<!\" begins neither"},
		{"less-than in an attribute", "<a b='<'/>", "1:7: \"<\" in an attribute value"},
		{"unquoted attribute", "<a b=1/>", "1:6: expected a quote before an attribute value, found '1'"},
		{"attribute without value", "<a b/>", "1:5: expected \"=\" after an attribute name"},
		{"attributes without space", "<a b='1'c='2'/>", "1:9: expected white space or \">\" in a start tag"},
		{"slash alone", "<a / >", "1:4: \"/\" in a start tag"},
		{"space before a name", "< a/>", "1:2: expected a name in a start tag, found ' '"},
		{"name with a digit first", "<1/>", "1:2: expected a name in a start tag, found '1'"},
		{"name of a colon", "<:/>", "1:2: expected a name in a start tag, found ':'"},
		{"colon last", "<a:/>", "1:4: expected a name in a start tag"},
		{"two colons", "<a:b:c/>", "1:5: a name with two colons"},
		{"digit after the colon", "<a:1/>", "1:4: expected a name in a start tag"},
		{"colon in a target", "<a><?p:q?></a>", "1:7: expected white space"},
		{"colon in an entity", "<a>&p:q;</a>", "1:6: expected \";\""},
		{"wrong end tag", "<a><b></a></b>", "1:7: the end tag </a> does not match the start tag <b>"},
		{"longer end tag", "<a></ab>", "1:4: the end tag </ab> does not match the start tag <a>"},
		{"attribute in an end tag", "<a></a b=''>", "1:8: expected \">\" in an end tag"},
		{"end tag alone", "</a>", "1:1: an end tag without a start tag"},
		{"end tag missing", "<a><b></b>", "1:11: the end tag </a> is missing"},
		{"unknown entity", "<a>x&nbsp;</a>", "1:5: the entity &nbsp; is not declared"},
		{"unknown entity in an attribute", "<a b='&nbsp;'/>", "the entity &nbsp; is not declared"},
		{"ampersand", "<a>x & y</a>", "1:7: expected a name in a reference, found ' '"},
		{"reference without semicolon", "<a>&amp</a>", "1:8: expected \";\" after a reference"},
		{"empty reference", "<a>&#;</a>", "1:6: expected digits"},
		{"hexadecimal without x", "<a>&#A;</a>", "1:6: expected digits"},
		{"cut tag", "<a b", "1:5: the document ends inside a start tag"},
		{"cut value", "<a b='", "1:7: the document ends inside an attribute value"},
		{"cut end tag", "<a></a", "1:7: the document ends inside an end tag"},
		{"cut reference", "<a>&am", "1:7: the document ends inside a reference"},
		{"cut CDATA", "<a><![CDATA[x]]", "1:16: the document ends inside a CDATA section"},
		{"cut instruction", "<?a b", "1:6: the document ends inside a processing instruction"},
		{"cut markup", "<", "1:2: the document ends inside markup"},
		{"document type", "<!DOCTYPE a><a/>", "1:1: a document type declaration is not accepted"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, difference := same(tt.doc, Options{})
			_, got, found := strings.Cut("\n"+got, "\nerror ")
			if !found || !strings.Contains(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if difference != "" {
				t.Error(difference)
			}
		})
	}
}

func TestScannerErrorIsSyntaxError(t *testing.T) {
	s := NewBytesScanner([]byte("<a>\n  <b></c></a>"), Options{})
	for s.Next() != EOF {
	}
	var e *SyntaxError
	if !errors.As(s.Err(), &e) || e.Line != 2 || e.Col != 6 || e.Offset != 9 || errors.Is(e, ErrLimit) {
		t.Errorf("got %+v", s.Err())
	}
	if s.Next() != EOF || s.Err() != e {
		t.Error("the error does not last")
	}
}

// Lenient reading admits undeclared prefixes, but none that would leave the
// name of a declaration.
func TestLenientScannerRefusesTheNamesOfDeclarations(t *testing.T) {
	for doc, want := range map[string]string{
		"<a><xmlns:b/></a>":  "1:5: the prefix xmlns must not be used for names",
		"<a><b q:xmlns=''/>": "1:7: the prefix q is not declared",
	} {
		s := NewBytesScanner([]byte(doc), Options{Undeclared: true})
		for s.Next() != EOF {
		}
		if s.Err() == nil || !strings.Contains(s.Err().Error(), want) {
			t.Errorf("%s: got %v", doc, s.Err())
		}
	}
}

func TestScannerReportsReadErrors(t *testing.T) {
	broken := errors.New("connection lost")
	for _, doc := range []string{"", "<a>", "<a/>", "<a b='", "<a>text"} {
		s := NewScanner(io.MultiReader(strings.NewReader(doc), iotest.ErrReader(broken)), Options{})
		for s.Next() != EOF {
		}
		if !errors.Is(s.Err(), broken) {
			t.Errorf("%q: got %v", doc, s.Err())
		}
	}
	s := NewScanner(iotest.ErrReader(nil), Options{})
	if s.Next() != EOF || !errors.Is(s.Err(), io.ErrNoProgress) {
		t.Errorf("a reader that never delivers: got %v", s.Err())
	}
}

func TestScannerCutsLongTextAtFixedPlaces(t *testing.T) {
	long := strings.Repeat("0123456789abcde\n", 5000)
	docs := map[string]string{
		"text":              "<a>" + long + "</a>",
		"text in Chinese":   "<a>x" + strings.Repeat("中文", 30_000) + "</a>",
		"text with CR LF":   "<a>" + strings.Repeat("\r\n", 40_000) + "</a>",
		"text with refs":    "<a>" + strings.Repeat("&#x4E2D;&amp;", 10_000) + "</a>",
		"text of brackets":  "<a>" + strings.Repeat("]", 100_000) + "</a>",
		"end of a section":  "<a>" + strings.Repeat("]", textChunk) + "></a>",
		"bracket, tag, >":   "<a>" + strings.Repeat("]", textChunk) + "<b/>></a>",
		"section":           "<a><![CDATA[" + long + "]]></a>",
		"section brackets":  "<a><![CDATA[" + strings.Repeat("]", 100_000) + "]]></a>",
		"section in UTF-8":  "<a><![CDATA[x" + strings.Repeat("中文", 30_000) + "]]></a>",
		"section of CR LF":  "<a><![CDATA[x" + strings.Repeat("\r\n", 40_000) + "]]></a>",
		"long comment":      "<a><!--" + long + "--></a>",
		"long attribute":    "<a b='" + long + "'/>",
		"long entity":       "<a>" + strings.Repeat("x", textChunk-3) + "&amp;</a>",
		"undeclared entity": "<a>" + strings.Repeat("x", textChunk-3) + "&foo;</a>",
	}
	for name, doc := range docs {
		t.Run(name, func(t *testing.T) {
			want := pieces(NewBytesScanner([]byte(doc), Options{}))
			for way, deliver := range deliveries {
				if got := pieces(NewScanner(deliver(strings.NewReader(doc)), Options{})); got != want {
					t.Errorf("%s delivery: %s, want %s", way, got, want)
				}
			}
		})
	}
}

// pieces lists the tokens with their lengths.
func pieces(s *Scanner) string {
	var b strings.Builder
	for k := s.Next(); k != EOF; k = s.Next() {
		fmt.Fprintf(&b, "%v %d, ", k, len(s.Text()))
	}
	fmt.Fprint(&b, s.Err())
	return b.String()
}
