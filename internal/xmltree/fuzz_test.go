package xmltree_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/wbxgen/wbxgen/internal/xmltree"
)

// FuzzParse reads any bytes. What is read must survive being written, and
// what encoding/xml refuses for its syntax must be refused too.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		`<a/>`, `<a x="1">t<b/>&amp;</a>`, `<p:a xmlns:p="urn:p" p:x="&lt;"/>`, "\xfe\xff\x00<\x00a\x00/\x00>",
		`<!DOCTYPE a [<!ENTITY e "<b>&#38;amp;</b>"><!ATTLIST a x ID #IMPLIED y (a|b) "a">]><a>&e;</a>`,
		`<!DOCTYPE a SYSTEM "x" [<!ENTITY % p "<!NOTATION n PUBLIC 'n'>"> %p; <!-- > --> <?pi ]> ?>]><a><![CDATA[]]></a>`,
		`<?xml version="1.0" encoding="ISO-8859-1"?><a>ä</a>`, `<a>`, `<!DOCTYPE a [<!ENTITY e "&e;">]><a>&e;</a>`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := xmltree.Parse("a.xml", data, xmltree.Options{Depth: 100})
		if err != nil {
			return
		}
		for e := range d.Root.Elements() {
			if e.Parent != d.Root || e.Pos.Line < 1 || e.Pos.Col < 1 {
				t.Fatalf("element %s has the parent %v and the place %s", e.Local, e.Parent, e.Pos)
			}
		}
		if text := string(data); !strings.Contains(text, "<!DOCTYPE") && !strings.Contains(text, "<?xml") && !bytes.ContainsFunc(data, func(r rune) bool { return r == 0 || r == utf8.RuneError }) {
			wellFormed(t, text)
		}
	})
}

// strictNames are what encoding/xml says of names that came with the fifth
// edition of XML 1.0.
var strictNames = regexp.MustCompile(`invalid XML name|expected (element|attribute|target) name|invalid character entity`)

// wellFormed asks encoding/xml. It is lenient, so only its refusals count.
func wellFormed(t *testing.T, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(strings.TrimPrefix(text, "\ufeff")))
	for {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil && strictNames.MatchString(err.Error()) {
			return
		}
		if err != nil {
			t.Fatalf("%q is read, but encoding/xml says %v", text, err)
		}
	}
}
