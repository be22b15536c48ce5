package codec

import (
	"bytes"
	"encoding/xml"
	"errors"
	"strconv"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/chars"
	"github.com/wbxgen/wbxgen/wire/internal/door"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// UnmarshalXML decodes the element that start begins, for the method of the same name by which a generated type takes part in
// a document that package encoding/xml reads. That package does not tell which prefixes are declared outside the element, so
// QNames in its content, xsi:type among them, are resolved by the declarations inside it. Errors have the position of the element.
func UnmarshalXML(d *xml.Decoder, start xml.StartElement, v Object, opts ...wire.Option) error {
	line, col := d.InputPos()
	p := xmltext.Pos{Line: line, Col: col, Offset: d.InputOffset()}
	t := transcript{limit: door.Configure(opts).Limits.WithDefaults().Size}
	if err := t.copy(d, start); err != nil {
		return err
	}
	root := Name{Space: &Namespace{URI: start.Name.Space}, Local: start.Name.Local}
	return moved(p, Unmarshal(t.buf, root, v, opts...))
}

// moved gives the error the position p.
func moved(p xmltext.Pos, err error) error {
	if e := (*wire.DecodeError)(nil); errors.As(err, &e) {
		e.Line, e.Col, e.Offset = p.Line, p.Col, p.Offset
	}
	if e := (*xmltext.SyntaxError)(nil); errors.As(err, &e) {
		e.Line, e.Col, e.Offset = p.Line, p.Col, p.Offset
	}
	return err
}

// transcript writes tokens of encoding/xml as a document again. Each element declares its namespace under a prefix
// that real documents do not use, beside the declarations that it had.
type transcript struct {
	buf   []byte
	limit int64
}

const bridgePrefix = "wire-bridge-"

// copy writes the element that start begins.
func (t *transcript) copy(d *xml.Decoder, start xml.StartElement) error {
	t.start(start)
	for depth := 1; depth > 0; {
		token, err := d.Token()
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			t.start(token)
			depth++
		case xml.EndElement:
			t.buf = append(t.buf, "</"...)
			t.name(token.Name)
			t.buf = append(t.buf, '>')
			depth--
		case xml.CharData:
			t.buf, _ = escape(t.buf, chars.View(token))
		}
		if int64(len(t.buf)) > t.limit {
			return &xmltext.SyntaxError{Line: 1, Col: 1, Msg: "the element is larger than " + strconv.FormatInt(t.limit, 10) + " bytes", Err: xmltext.ErrLimit}
		}
	}
	return nil
}

func (t *transcript) name(n xml.Name) {
	if n.Space != "" {
		t.buf = append(t.buf, bridgePrefix+":"...)
	}
	t.buf = append(t.buf, n.Local...)
}

// start writes a start tag.
func (t *transcript) start(e xml.StartElement) {
	t.buf = append(t.buf, '<')
	t.name(e.Name)
	if e.Name.Space != "" {
		t.attr("xmlns:"+bridgePrefix, e.Name.Space)
	}
	for i, a := range e.Attr {
		switch a.Name.Space {
		case "":
			t.attr(a.Name.Local, a.Value)
		case "xml", "xmlns", "xsi":
			if a.Name.Local != bridgePrefix {
				t.attr(a.Name.Space+":"+a.Name.Local, a.Value)
			}
		case chars.XMLURI:
			t.attr("xml:"+a.Name.Local, a.Value)
		default:
			prefix := bridgePrefix + strconv.Itoa(i)
			t.attr("xmlns:"+prefix, a.Name.Space)
			t.attr(prefix+":"+a.Name.Local, a.Value)
		}
	}
	t.buf = append(t.buf, '>')
}

func (t *transcript) attr(name, value string) {
	t.buf = append(append(t.buf, ' '), name...)
	t.buf = append(t.buf, `="`...)
	t.buf, _ = escapeAttr(t.buf, value)
	t.buf = append(t.buf, '"')
}

// MarshalXML writes v as the element that start begins, for the method of the same name by which a generated type takes part in
// a document that package encoding/xml writes. The element declares all namespaces it uses.
func MarshalXML(e *xml.Encoder, start xml.StartElement, v Appender, opts ...wire.Option) error {
	root := Name{Local: start.Name.Local}
	if start.Name.Space != "" {
		root.Space = &Namespace{URI: start.Name.Space}
	}
	doc, err := Marshal(root, v, opts...)
	if err != nil {
		return err
	}
	tag, inner, err := splitRoot(doc)
	if err != nil {
		return err
	}
	tag.Attr = append(tag.Attr, start.Attr...)
	return e.EncodeElement(struct {
		Inner []byte `xml:",innerxml"`
	}{inner}, tag)
}

// splitRoot returns the start tag of a document's root element, with prefixed names for encoding/xml to write as they are,
// and the element's content.
func splitRoot(doc []byte) (tag xml.StartElement, inner []byte, err error) {
	s := xmltext.NewBytesScanner(doc, xmltext.Options{})
	for s.Next() != xmltext.StartElement {
		if s.Err() != nil {
			return tag, nil, s.Err()
		}
	}
	tag.Name.Local = chars.RawName(s.Prefix(), s.Local())
	for prefix, uri := range s.Declarations() {
		tag.Attr = append(tag.Attr, xml.Attr{Name: xml.Name{Local: "xmlns:" + prefix}, Value: uri})
	}
	for _, a := range s.Attrs() {
		tag.Attr = append(tag.Attr, xml.Attr{Name: xml.Name{Local: chars.RawName(a.Prefix, a.Local)}, Value: string(a.Value)})
	}
	if !s.Codec().SelfEnd {
		inner = doc[s.Codec().Pos:bytes.LastIndex(doc, []byte("</"))]
	}
	bare := len(s.Prefix()) == 0
	for k := s.Next(); k != xmltext.EOF; k = s.Next() {
		bare = bare || k == xmltext.StartElement && len(s.Prefix()) == 0
	}
	if bare {
		tag.Attr = append(tag.Attr, xml.Attr{Name: xml.Name{Local: "xmlns"}})
	}
	return tag, inner, s.Err()
}
