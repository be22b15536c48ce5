package xmltext

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
)

// endless delivers the same text for ever.
type endless struct {
	text string
	at   int
}

func (r *endless) Read(p []byte) (int, error) {
	n := copy(p, r.text[r.at:])
	r.at = (r.at + n) % len(r.text)
	return n, nil
}

func after(head, body string) io.Reader {
	return io.MultiReader(strings.NewReader(head), &endless{text: strings.Repeat(body, 1000)})
}

func scanAll(s *Scanner) error {
	for s.Next() != EOF {
	}
	return s.Err()
}

func TestLimits(t *testing.T) {
	small := Options{Limits: Limits{Depth: 5, Attrs: 3, Name: 10, Value: 20, Token: 200, Size: 100_000}}
	tests := []struct{ name, doc, want string }{
		{"depth", strings.Repeat("<a>", 6), "elements are nested deeper than 5"},
		{"attributes", "<a b='' c='' d='' e=''/>", "an element has more than 3 attributes"},
		{"declarations", "<a xmlns='u' xmlns:b='u' xmlns:c='u' xmlns:d='u'/>", "an element has more than 3 attributes"},
		{"element name", "<aaaaaaaaaaa/>", "a name is longer than 10 bytes"},
		{"attribute name", "<a bbbbbbbbbbb=''/>", "a name is longer than 10 bytes"},
		{"entity name", "<a>&bbbbbbbbbbb;</a>", "a name is longer than 10 bytes"},
		{"character reference", "<a>&#00000000000000065;</a>", "a reference is longer than 10 bytes"},
		{"target", "<?bbbbbbbbbbb ?><a/>", "a name is longer than 10 bytes"},
		{"value", "<a b='" + strings.Repeat("x", 21) + "'/>", "an attribute value is longer than 20 bytes"},
		{"value of references", "<a b='" + strings.Repeat("&amp;", 21) + "'/>", "an attribute value is longer than 20 bytes"},
		{"start tag", "<a" + strings.Repeat(" ", 200) + "/>", "a start tag is longer than 200 bytes"},
		{"comment", "<a><!--" + strings.Repeat("x", 200) + "--></a>", "a comment is longer than 200 bytes"},
		{"instruction", "<a><?p " + strings.Repeat("x", 200) + "?></a>", "a processing instruction is longer than 200 bytes"},
		{"size", "<a>" + strings.Repeat("<b/>", 30_000) + "</a>", "the document is larger than 100000 bytes"},
		{"size of text", "<a>" + strings.Repeat("x", 120_000) + "</a>", "the document is larger than 100000 bytes"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := scanAll(NewBytesScanner([]byte(tt.doc), small))
			if !errors.Is(err, ErrLimit) || !strings.Contains(err.Error(), tt.want) {
				t.Fatalf("got %v", err)
			}
			for way, deliver := range deliveries {
				if again := scanAll(NewScanner(deliver(strings.NewReader(tt.doc)), small)); again == nil || again.Error() != err.Error() {
					t.Errorf("%s delivery: %v, want %v", way, again, err)
				}
			}
		})
	}
}

func TestDocumentAtTheLimitIsAccepted(t *testing.T) {
	doc := "<a b='12345678901234567890'><b><c><d><e>" + "</e></d></c></b></a>"
	limits := Options{Limits: Limits{Depth: 5, Attrs: 1, Name: 1, Value: 20, Token: len("<a b='12345678901234567890'>"), Size: int64(len(doc))}}
	if _, difference := same(doc, limits); difference != "" {
		t.Error(difference)
	}
	if err := scanAll(NewBytesScanner([]byte(doc), limits)); err != nil {
		t.Error(err)
	}
	if err := scanAll(NewBytesScanner([]byte(strings.Repeat("<a>", 1500)+strings.Repeat("</a>", 1500)), Options{Limits: Limits{Depth: -1}})); err != nil {
		t.Error(err)
	}
}

func TestHostileStreamsAreRefusedInBoundedMemory(t *testing.T) {
	tests := map[string]io.Reader{
		"2 million open tags":    io.LimitReader(&endless{text: "<a>"}, 6_000_000),
		"endless body":           after("<a>", "<b>text</b>"),
		"endless comment":        after("<a><!--", "comment "),
		"endless section":        after("<a><![CDATA[", "section "),
		"endless instruction":    after("<a><?p ", "instruction "),
		"endless attribute":      after("<a b='", "value "),
		"endless attributes":     after("<a", " b='1'"),
		"endless name":           after("<", "a"),
		"endless end tag":        after("<a></a", " "),
		"endless text":           after("<a>", "text "),
		"endless white space":    after("", " "),
		"endless white space 2":  after("<a/>", "\n"),
		"endless comments":       after("<a/>", "<!-- -->"),
		"endless entity":         after("<a>&", "b"),
		"endless number":         after("<a>&#", "1"),
		"endless declaration":    after("<?xml ", "version='1.0' "),
		"endless DOCTYPE":        after("<!DOCTYPE a [", "<!ENTITY b 'c'>"),
		"endless quotes":         after("<!DOCTYPE a [<!ENTITY b '", "\""),
		"endless section of ]":   after("<a><![CDATA[", "]"),
		"endless comment of -":   after("<a><!-", "-"),
		"endless nothing at all": after("", "\x00"),
	}
	for name, r := range tests {
		t.Run(name, func(t *testing.T) {
			var before, now runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			s := NewScanner(r, Options{AllowDoctype: true, Limits: Limits{Size: 16 << 20, Token: 1 << 20}})
			err := scanAll(s)
			runtime.ReadMemStats(&now)
			if err == nil {
				t.Fatal("accepted")
			}
			if got := now.TotalAlloc - before.TotalAlloc; got > 16<<20 {
				t.Errorf("%d bytes allocated until %v", got, err)
			}
		})
	}
}

func TestManyAttributesAndBindings(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("<a")
	for i := range 900 {
		fmt.Fprintf(&b, " xmlns:p%d='u'", i)
	}
	b.WriteString(">")
	for range 900 {
		b.WriteString("<b xmlns:p7='v' xmlns:q='w'><p7:c/><p800:d/></b>")
	}
	b.WriteString("</a>")
	if _, difference := same(b.String(), Options{}); difference != "" {
		t.Error(difference)
	}
	s := NewBytesScanner(b.Bytes(), Options{})
	for k := s.Next(); k != EOF; k = s.Next() {
		if k != StartElement {
			continue
		}
		if string(s.Local()) == "c" && s.Space() != "v" || string(s.Local()) == "d" && s.Space() != "u" {
			t.Fatalf("%s is in %q", s.Local(), s.Space())
		}
		if uri, ok := s.Lookup("p7"); !ok || s.Depth() > 1 && uri != "v" || s.Depth() == 1 && uri != "u" {
			t.Fatalf("p7 is %q", uri)
		}
	}
	if s.Err() != nil {
		t.Error(s.Err())
	}
	many := "<a b='1'"
	for i := range 500 {
		many += fmt.Sprintf(" c%d='1'", i)
	}
	if err := scanAll(NewBytesScanner([]byte(many+"/>"), Options{})); err != nil {
		t.Error(err)
	}
	if err := scanAll(NewBytesScanner([]byte(many+" b='2'/>"), Options{})); err == nil || !strings.Contains(err.Error(), "the attribute b is there twice") {
		t.Error(err)
	}
}
