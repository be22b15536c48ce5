package codec

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// readAny decodes a document into raw content, from bytes and byte by byte, and writes it again.
func readAny(doc string, opts ...wire.Option) (string, error) {
	root := Name{Local: "a"}
	var v, slow RawElement
	if err := Unmarshal([]byte(doc), root, &v, opts...); err != nil {
		return "", err
	}
	if err := Decode(iotest.OneByteReader(strings.NewReader(doc)), root, &slow, opts...); err != nil {
		return "", err
	}
	out, err := Marshal(root, &v)
	if again, other := Marshal(root, &slow); err == nil && (other != nil || !bytes.Equal(out, again)) {
		return "", errors.New("read by bytes it is different: " + string(again))
	}
	return string(out), err
}

func TestDecoderReadsTheInternalSubset(t *testing.T) {
	for _, c := range []struct{ name, subset, doc, want string }{
		{"no subset", "", "<a>x</a>", "<a>x</a>"},
		{"text", `<!ENTITY e "one">`, "<a>&e; &e;</a>", "<a>one one</a>"},
		{"nested", `<!ENTITY f "2"><!ENTITY e "1&f;3">`, "<a>&e;</a>", "<a>123</a>"},
		{"elements", `<!ENTITY e "<b c='1'>x</b><b/>">`, "<a>-&e;-</a>", `<a>-<b c="1">x</b><b/>-</a>`},
		{"attribute", `<!ENTITY e "&quot;'&#60;">`, "<a b='&e;'/>", ""},
		{"quotes", `<!ENTITY e "&#34;'">`, "<a b='&e;'/>", `<a b="&quot;'"/>`},
		{"markup as text", `<!ENTITY e "&#38;lt;b>">`, "<a>&e;</a>", "<a>&lt;b&gt;</a>"},
		{"defaults", `<!ATTLIST b c CDATA "d" e CDATA #IMPLIED f (x|y) 'y'>`, "<a><b/><b c='1'>x</b></a>", `<a><b c="d" f="y"/><b c="1" f="y">x</b></a>`},
		{"default with quotes", `<!ATTLIST b c CDATA 'x"y'>`, "<a><b/></a>", `<a><b c="x&quot;y"/></a>`},
		{"default namespace", `<!ATTLIST b xmlns CDATA "urn:b">`, "<a><b/></a>", `<a xmlns:ns="urn:b"><ns:b/></a>`},
		{"empty elements", `<!ENTITY e "x">`, "<a><b/><c></c>&e;<d/></a>", "<a><b/><c/>x<d/></a>"},
		{"sections", `<!ENTITY e "x">`, "<a><![CDATA[&e;]]><!-- &e; -->&e;</a>", "<a>&amp;e;x</a>"},
	} {
		got, err := readAny("<!DOCTYPE a ["+c.subset+"]>"+c.doc, wire.AllowDoctype())
		if c.want == "" && err == nil || c.want != "" && (err != nil || got != c.want) {
			t.Errorf("%s: got %s, %v; want %s", c.name, got, err, c.want)
		}
	}
}

func TestTheInternalSubsetIsBounded(t *testing.T) {
	for _, c := range []struct{ name, subset, doc, want string }{
		{"itself", `<!ENTITY e "&f;"><!ENTITY f "&e;">`, "<a>&e;</a>", "refers to itself"},
		{"undeclared", `<!ENTITY e "">`, "<a>&f;</a>", "the entity &f; is not declared"},
		{"half an element", `<!ENTITY e "<b>">`, "<a>&e;</b></a>", "the end tag </b> is missing"},
		{"laughs", `<!ENTITY e "0123456789"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;"><!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;">`, "<a>&g;</a>", "expand to more than 500 bytes"},
		{"no end", `<!ENTITY e "x" `, "<a/>", "ends inside a document type declaration"},
		{"nonsense", `<!ENTITY e %>`, "<a/>", "neither a value nor an external identifier"},
	} {
		_, err := readAny("<!DOCTYPE a ["+c.subset+"]>"+c.doc, wire.AllowDoctype(), wire.WithLimits(xmltext.Limits{Expansion: 500}))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	_, err := readAny("<!DOCTYPE a><a/>")
	if err == nil || !strings.Contains(err.Error(), "wire.AllowDoctype()") {
		t.Errorf("the refusal does not name the option: %v", err)
	}
}

func TestPositionsBehindAnInternalSubset(t *testing.T) {
	_, err := readAny("<!DOCTYPE a [\n<!ENTITY e 'x'>\n]>\n\n<!-- \n -->\n<a>\n<b></c></a>", wire.AllowDoctype())
	if err == nil || !strings.HasPrefix(err.Error(), "8:") {
		t.Errorf("got %v, want line 8", err)
	}
}
