package codec

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/chars"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// The types of a text: a run has attributes of each kind of text, of two groups, one in the other, and of another namespace; a mark
// has a number and a list beside them, so that the quick ways are closed to some of its tags; a loud run is a run by another name; a note and
// a key are texts.
type (
	textGroup struct {
		textInner
		Lang *string
	}
	textInner struct{ Class *string }
	textRun   struct {
		textGroup
		ID      string
		Kind    *string
		Label   *string
		Href    *string
		Other   *string
		Content []Item
		extra   wire.Extra
	}
	loudRun  struct{ textRun }
	textMark struct {
		Name    *string
		Size    *int64
		Tokens  []string
		Content []Item
		extra   wire.Extra
	}
	textNote struct{ Value string }
	textKey  struct{ Value string }
)

var (
	proseSpace = Namespace{URI: "urn:prose", Prefix: "p", Qualified: true}
	linkSpace  = Namespace{URI: "urn:link", Prefix: "l"}
	proseName  = Name{Space: &proseSpace, Local: "run"}
	proseItems = Items{
		Known:    []Item{(*textRun)(nil), (*loudRun)(nil), (*textMark)(nil), (*textNote)(nil), (*textKey)(nil)},
		TextItem: word(""), RawItem: (*scrap)(nil),
	}
	loudRunTable   = Table{Space: &proseSpace, Item: (*loudRun)(nil), ItemName: "loud-and-long-run"}
	textInnerTable = Table{AttrNames: "class", AttrFields: "0n?"}
	textGroupTable = Table{AttrNames: "lang", AttrFields: "1s?", Groups: "0"}
	textRunTable   = Table{
		Space: &proseSpace, Spaces: []*Namespace{&linkSpace},
		Item: (*textRun)(nil), ItemName: "run",
		Names:      "#*",
		Items:      []*Items{&proseItems},
		AttrNames:  "id kind label 1:href 1:label",
		Fields:     "6m*",
		AttrFields: "1s. 2e? 3t? 4t? 5s?",
		Groups:     "0",
		NeedAttrs:  1,
	}
	textMarkTable = Table{
		Space: &proseSpace, Item: (*textMark)(nil), ItemName: "mark", Spellings: []string{"Mark"},
		Names:      "#*",
		Items:      []*Items{&proseItems},
		AttrNames:  "name size tokens",
		Fields:     "3m*",
		AttrFields: "0t? 1i? 2x?",
	}
	textNoteTable = Table{Space: &proseSpace, Names: "note", Item: (*textNote)(nil), Whole: true, Text: 's'}
	textKeyTable  = Table{Space: &proseSpace, Names: "key", Item: (*textKey)(nil), Whole: true, Text: 't'}
)

func (*textInner) XMLAttrs() *Table { return &textInnerTable }
func (*textGroup) XMLAttrs() *Table { return &textGroupTable }

func (v *textInner) AppendXMLAttrs(e *Encoder) {
	WriteOptNormalizedAttr(e, textInnerTable.Attr(0), v.Class)
}
func (v *textGroup) AppendXMLAttrs(e *Encoder) {
	v.textInner.AppendXMLAttrs(e)
	WriteOptStringAttr(e, textGroupTable.Attr(0), v.Lang)
}

func (*textRun) XMLTable() *Table             { return &textRunTable }
func (v *textRun) DecodeXML(d *Decoder) error { return d.Read(v) }
func (v *textRun) AppendXML(e *Encoder) {
	e.Begin(&v.extra)
	v.textGroup.AppendXMLAttrs(e)
	WriteStringAttr(e, textRunTable.Attr(0), v.ID)
	e.AttrFields(&textRunTable, v, 1, 4)
	WriteMixed(e, v.Content)
}

func (*loudRun) XMLTable() *Table { return &loudRunTable }

func (*textMark) XMLTable() *Table { return &textMarkTable }
func (v *textMark) DecodeXML(d *Decoder) error {
	d.Begin(&v.extra)
	for i := d.AttrField(&textMarkTable, v); i != End; i = d.AttrField(&textMarkTable, v) {
		ReadTokenList(d, &v.Tokens)
	}
	ReadMixed(d, &textMarkTable, &v.Content)
	return d.Err()
}
func (v *textMark) AppendXML(e *Encoder) {
	e.Begin(&v.extra)
	e.AttrFields(&textMarkTable, v, 0, 1)
	WriteTokenListAttr(e, textMarkTable.Attr(2), v.Tokens)
	WriteMixed(e, v.Content)
}

func (*textNote) XMLTable() *Table                         { return &textNoteTable }
func (v *textNote) DecodeXMLElement(d *Decoder, i, at int) { ReadString(d, &v.Value) }
func (v *textNote) AppendXML(e *Encoder)                   { WriteString(e, textNoteTable.Element(0), v.Value) }

func (*textKey) XMLTable() *Table                         { return &textKeyTable }
func (v *textKey) DecodeXMLElement(d *Decoder, i, at int) { ReadToken(d, &v.Value) }
func (v *textKey) AppendXML(e *Encoder)                   { WriteToken(e, textKeyTable.Element(0), v.Value) }

// proseMaker makes documents of those types by chance, some of which are wrong.
type proseMaker struct {
	*rand.Rand
	b strings.Builder
}

func (m *proseMaker) pick(list ...string) string { return list[m.IntN(len(list))] }

// odd returns one of the likely, and now and then one of the others.
func (m *proseMaker) odd(likely []string, others ...string) string {
	if m.IntN(12) == 0 {
		return m.pick(others...)
	}
	return m.pick(likely...)
}

func (m *proseMaker) element(depth int) {
	name := m.odd([]string{"run", "run", "loud-and-long-run", "mark", "note", "key"}, "Mark", "other", "runs", "l:run", "z:run")
	if prefix := m.odd([]string{"", "", "p:", "a-long-prefix:"}, "q:", "l:"); !strings.Contains(name, ":") {
		name = prefix + name
	}
	m.b.WriteString("<" + name)
	for range m.IntN(4) * (1 + m.IntN(20)/19) {
		m.attribute()
	}
	if strings.HasSuffix(name, "run") && m.IntN(10) > 0 {
		m.b.WriteString(m.odd([]string{` id="1"`, ` id="a b"`, ` id=""`}, ` id='1'`, ` id="&lt;"`, `  id="1"`))
	}
	m.b.WriteString(m.odd([]string{""}, " ", "\n"))
	if m.IntN(8) == 0 {
		m.b.WriteString("/>")
		return
	}
	m.b.WriteString(">")
	if strings.HasSuffix(name, "note") || strings.HasSuffix(name, "key") {
		m.text()
	} else {
		m.content(depth - 1)
	}
	m.b.WriteString("</" + name + m.odd([]string{">"}, " >", "\n>"))
	if m.IntN(200) == 0 {
		m.b.WriteString("</wrong>")
	}
}

func (m *proseMaker) attribute() {
	name := m.odd([]string{"kind", "label", "lang", "class", "l:href", "l:label", "name", "size", "tokens"},
		"other", "q:kind", "l:id", "href", "xsi:type", "xsi:nil", "xml:lang", "xmlns", "xmlns:l", "xmlns:n", "z:href", "id", ":kind", ":href")
	value := m.odd([]string{"a", "", "strong", " a  b ", "7", "a long value of an attribute with many words"}, "é", "&amp;", "a>b", "it's", "a\tb", "urn:x", "true", "<")
	m.b.WriteString(m.odd([]string{" "}, "  ", "\n", "") + name + m.odd([]string{`="`}, ` = "`) + value + `"`)
}

func (m *proseMaker) content(depth int) {
	for range m.IntN(4) {
		if depth <= 0 || m.IntN(2) == 0 {
			m.text()
		} else {
			m.element(depth)
		}
	}
}

func (m *proseMaker) text() {
	m.b.WriteString(m.odd([]string{"text", "a longer text of some words, ", " ", "x", strings.Repeat("long ", 40)},
		"é", "a\nb", "&lt;", "&#65;", "<!--c-->", "<?p i?>", "<![CDATA[<]]>", "]]", "]]>", ">", "a & b", "\x01", "\r\n", "\t\t", "&no;"))
}

// prose returns a document.
func (m *proseMaker) prose() string {
	m.b.Reset()
	root, space := "run", m.odd([]string{` xmlns="urn:prose"`}, "", ` xmlns="urn:else"`)
	if m.IntN(8) == 0 {
		root, space = "p:run", ` xmlns="urn:link"`
	}
	m.b.WriteString("<" + root + ` id="root"` + space + ` xmlns:p="urn:prose" xmlns:a-long-prefix="urn:prose" xmlns:l="urn:link" xmlns:xsi="` + chars.XSIURI + `">`)
	for range 1 + m.IntN(12) {
		m.element(4)
	}
	m.b.WriteString("</" + root + ">")
	return m.b.String()
}

// proseOptions are those that have to do with what an element may hold. With limits, the quick ways must keep them too.
var proseOptions = map[string][]wire.Option{
	"plain":       nil,
	"lenient":     {wire.Lenient()},
	"unqualified": {wire.Unqualified()},
	"refusing":    {wire.Unknown(wire.RefuseUnknown)},
	"comments":    {wire.Comments()},
	"limits":      {wire.WithLimits(xmltext.Limits{Depth: 4, Attrs: 5, Name: 24, Value: 43, Token: 199})},
}

// TestProseReadQuicklyIsReadAsAnyOther reads documents that are there whole, where elements of mixed types are read where they
// stand, and byte by byte, where they never are: values, what is kept beside them, and errors with their places must be the same.
func TestProseReadQuicklyIsReadAsAnyOther(t *testing.T) {
	read := 0
	for seed := range uint64(2000) {
		m := &proseMaker{Rand: rand.New(rand.NewPCG(seed, 1))}
		doc := m.prose()
		for name, opts := range proseOptions {
			var quick, slow textRun
			quickErr := NewBytesDecoder([]byte(doc), opts...).Document(proseName, &quick)
			slowErr := NewDecoder(iotest.OneByteReader(strings.NewReader(doc)), opts...).Document(proseName, &slow)
			if fmt.Sprint(quickErr) != fmt.Sprint(slowErr) {
				t.Fatalf("seed %d, %s: %v, byte by byte %v\n%s", seed, name, quickErr, slowErr, doc)
			}
			if quickErr == nil && !reflect.DeepEqual(quick, slow) {
				t.Fatalf("seed %d, %s: what is read differs\n%s\n%s\n%s", seed, name, doc, prosePrinted(&quick), prosePrinted(&slow))
			}
			if quickErr == nil {
				read++
			}
		}
	}
	if read < 1000 {
		t.Errorf("only %d documents could be read", read)
	}
}

// TestAttributesDoNotBeginWithColons reads documents with a default namespace, which is that of no attribute.
func TestAttributesDoNotBeginWithColons(t *testing.T) {
	for _, tag := range []string{`<p:run :href="a" id="1">`, `<p:run id="1" :href="a">`, `<p:mark :href="a">`, `<p:mark size="1" :name="a">`} {
		name, _, _ := strings.Cut(tag[1:], " ")
		doc := `<p:run id="1" xmlns="urn:link" xmlns:p="urn:prose"><p:run id="1"/><p:mark/>` + tag + `a text that is long enough</` + name + `></p:run>`
		err := NewBytesDecoder([]byte(doc)).Document(proseName, new(textRun))
		if err == nil || !strings.Contains(err.Error(), "found ':'") {
			t.Errorf("%s: %v", doc, err)
		}
	}
}

func prosePrinted(v *textRun) string {
	e := NewEncoder()
	if err := e.Document(proseName, v); err != nil {
		return err.Error()
	}
	return string(e.Bytes())
}

// TestProseWrittenQuicklyIsWrittenAsAnyOther writes what was read with an encoder that has prepared its tags, and with one of
// which the methods of the structs write all, because it has prepared none.
func TestProseWrittenQuicklyIsWrittenAsAnyOther(t *testing.T) {
	written, warm := 0, NewEncoder()
	for seed := range uint64(3000) {
		m := &proseMaker{Rand: rand.New(rand.NewPCG(seed, 2))}
		var v textRun
		if NewBytesDecoder([]byte(m.prose())).Document(proseName, &v) != nil {
			continue
		}
		spoil(m, v.Content)
		for range 3 { // the first time, most tags are not prepared
			warm.Reset(nil)
			quickErr := warm.Document(proseName, &v)
			slow := NewEncoder()
			slow.elements = math.MinInt32 // so many that it never prepares a tag
			slowErr := slow.Document(proseName, &v)
			if fmt.Sprint(quickErr) != fmt.Sprint(slowErr) || !bytes.Equal(warm.Bytes(), slow.Bytes()) {
				t.Fatalf("seed %d: %s (%v)\nstep by step %s (%v)", seed, warm.Bytes(), quickErr, slow.Bytes(), slowErr)
			}
			if quickErr == nil {
				written++
			}
		}
	}
	if written < 1000 {
		t.Errorf("only %d documents could be written", written)
	}
}

// Types of a user's that embed generated ones: their methods are those of the generated type, their memory begins with a number.
type (
	ownRun struct {
		Number int
		textRun
	}
	ownNote struct {
		Number int
		textNote
	}
)

// TestItemsThatEmbedOthersAreWrittenByTheirMethods writes items whose types nobody generated.
func TestItemsThatEmbedOthersAreWrittenByTheirMethods(t *testing.T) {
	run := textRun{ID: "1", Content: []Item{word("text")}}
	v := textRun{ID: "root", Content: []Item{&ownRun{7, run}, &ownNote{7, textNote{"note"}}, &run}}
	want := `<run xmlns="urn:prose" id="root"><run id="1">text</run><note>note</note><run id="1">text</run></run>`
	e := NewEncoder()
	e.elements = tagsAfter // so that it prepares tags at once
	for range 3 {
		e.Reset(nil)
		if err := e.Document(proseName, &v); err != nil || string(e.Bytes()) != want {
			t.Errorf("%s (%v)", e.Bytes(), err)
		}
	}
}

// spoil puts values where documents have none: texts that need escaping, empty ones, attributes with quotes, items that are nil.
func spoil(m *proseMaker, list []Item) {
	for i, x := range list {
		switch v := x.(type) {
		case word:
			list[i] = word(m.odd([]string{string(v)}, "", "a<b", "]]>", strings.Repeat("x", shortText), strings.Repeat("x", shortText+1), "\x01"))
		case *textRun:
			v.ID = m.odd([]string{v.ID}, `"`, "&", "a\nb", "é")
			spoil(m, v.Content)
		case *loudRun:
			spoil(m, v.Content)
		case *textMark:
			spoil(m, v.Content)
		case *textNote:
			v.Value = m.odd([]string{v.Value}, "", "<", " ")
		}
		if m.IntN(300) == 0 {
			list[i] = nil
		}
	}
}
