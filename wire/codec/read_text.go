package codec

import (
	"errors"
	"unsafe"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/datatype"
	"github.com/wbxgen/wbxgen/wire/internal/chars"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// contentName stands for the text of an element with simple content where the name of a child is wanted.
var contentName = Name{Local: "#text"}

// Default gives the next read the text that stands for an empty element (XSD 1.0 Part 1 §3.3.1). Attributes have no use
// for it: before [Decoder.Object] it is for the simple content of the object.
func (d *Decoder) Default(text string) { d.def = text }

// DefaultNames is [Decoder.Default] for a text with qualified names: their prefixes are not the document's.
func (d *Decoder) DefaultNames(text string, bindings ...wire.Binding) {
	d.def, d.defNames = text, bindings
}

// defaultOf gives the next read the default that a name has.
func (d *Decoder) defaultOf(def *Default) {
	var bindings []wire.Binding
	for _, b := range def.Bindings {
		bindings = append(bindings, wire.Binding(b))
	}
	d.DefaultNames(def.Text, bindings...)
}

// value reads the current attribute, the text of the current child, or the text of the element being decoded.
// It reports false after an error. The bytes are valid until the next call.
func (d *Decoder) value() ([]byte, bool) {
	if d.state == onLeaf && d.def == "" {
		s := d.s.Codec()
		b := s.Buf
		p := s.Pos
		q := chars.PlainRun(b, p, p)
		n := d.nameEnd - d.nameAt
		end := q + 2 + n
		if end < len(b) && b[q] == '<' && b[q+1] == '/' && b[end] == '>' && q-p <= s.Limits.Token &&
			chars.Same(b, q+2, d.nameAt, n) {
			s.Pos = end + 1
			d.state = inContent
			return b[p:q], true
		}
	}
	return d.valueSlow()
}

func (d *Decoder) valueSlow() ([]byte, bool) {
	if d.state == onAttr {
		return d.s.Codec().Attrs[d.attr-1].Value, true
	}
	def, names := d.def, d.defNames
	d.def, d.defNames, d.names = "", nil, nil
	var text []byte
	switch d.state {
	case onLeaf, onElement:
		text = d.childText()
	case inContent, inSlow:
		text = d.ownText()
	}
	if d.state == failed || text == nil {
		return nil, false
	}
	switch {
	case def == "":
	case len(text) == 0:
		text, d.names = append(text, def...), names
		if d.top != nil && d.top.extra != nil && d.cur != nil {
			x := d.top.extra.Codec().Hold()
			if x.AddFilled(d.cur, d.top.before(), def); names != nil { // names can be written with other prefixes
				x.AddFilled(d.cur, d.top.before(), expandedText(wire.ScopedText{Bindings: names}, def))
			}
		}
	case chars.SkipSpace(text, 0) == len(text) && d.top.extra != nil && d.cur != nil:
		x := d.top.extra.Codec().Hold()
		x.Blank = append(x.Blank, d.cur)
	}
	return text, true
}

// childText reads the current child, whose content is simple.
func (d *Decoder) childText() []byte {
	d.settle()
	d.noteLeaf()
	hasAttrs := len(d.s.Codec().Attrs) > 0
	if hasAttrs {
		d.leafAttrs()
	}
	if d.state == failed {
		return nil
	}
	d.s.Codec().SetPin()
	d.late = true
	text := d.collect(false)
	if text != nil {
		if hasAttrs {
			d.keepLeafNames(text)
		}
		d.state = inTail
	}
	return text
}

// ownText reads the rest of the element being decoded, whose content is simple.
func (d *Decoder) ownText() []byte {
	if d.top.restDue {
		d.restAttrs()
	}
	if d.state == failed {
		return nil
	}
	d.cur = &contentName
	d.s.Codec().SetPin()
	d.late = true
	text := d.collect(true)
	if text != nil {
		d.state = atEnd
		if d.top.void && len(text) == 0 {
			return nil // no value, and none that would be wrong
		}
	}
	return text
}

// collect reads the text up to the end tag of the innermost element, which is that of the struct itself where own is set. It
// returns nil after an error.
func (d *Decoder) collect(own bool) []byte {
	var place textPlace
	s := d.s.Codec()
	if text := s.QuickText(); text != nil {
		return text
	}
	d.pieces = append(d.pieces[:0], ""...)
	if d.pieces == nil {
		d.pieces = make([]byte, 0, 64)
	}
	for {
		switch k := s.Next(); k {
		case xmltext.EndElement:
			return d.pieces
		case xmltext.Comment, xmltext.ProcInst:
			d.noteInside(k, own, &place)
		case xmltext.CharData, xmltext.CData:
			if !d.addPiece() {
				return nil
			}
		case xmltext.StartElement:
			if !d.conf.Lenient {
				d.Failf("the element %s inside simple content", s.TopLocal())
				return nil
			}
			if !d.pass() {
				return nil
			}
		case xmltext.EntityRef:
			d.Failf("the entity &%s; is used in content", s.Target)
			return nil
		case xmltext.EOF:
			d.stop(s.Err)
			return nil
		}
	}
}

// addPiece adds the scanner's text to pieces. It reports false where they have become too long.
func (d *Decoder) addPiece() bool {
	d.pieces = append(d.pieces, d.s.Codec().Val...)
	if len(d.pieces) <= d.s.Codec().Limits.Token {
		return true
	}
	d.s.Codec().FailLimit(d.s.Codec().Tok, "a text is longer than %d bytes", d.s.Codec().Limits.Token)
	d.stop(d.s.Codec().Err)
	return false
}

// invalid ends the decoding because the text just read is not what the field holds.
func (d *Decoder) invalid(text []byte, what string, cause error) {
	msg := chars.Quoted(text) + " is not " + what
	if form := (*datatype.FormError)(nil); errors.As(cause, &form) {
		msg = form.Error()
	} else if cause != nil {
		msg += ": " + cause.Error()
	}
	p, path := d.place(), d.Path()
	if d.state != onAttr && d.late {
		p = d.s.Codec().PinPos()
	}
	if d.state == inContent && d.cur != nil {
		path += "/" + d.cur.Local
	}
	d.stop(&wire.DecodeError{Line: p.Line, Col: p.Col, Offset: p.Offset, Path: path, Msg: msg, Err: cause})
}

// absent reports whether the text just read is an empty element or attribute that lenient reading takes for an
// absent one, and if so remembers it.
func (d *Decoder) absent(text []byte) bool {
	if !d.conf.Lenient || chars.SkipSpace(text, 0) < len(text) {
		return false
	}
	if d.top != nil && d.top.extra != nil && d.cur != nil {
		x := d.top.extra.Codec().Hold()
		x.Empty = append(x.Empty, d.cur)
	}
	d.void = true
	return true
}

// kindOfText copies a text into a string as its kind has it.
func (d *Decoder) kindOfText(kind byte, text []byte) string {
	switch kind {
	case 'n':
		text = d.replace(text)
	case 't':
		text = d.collapse(text)
	case 'e':
		return d.enumText(text)
	}
	return d.arena.text(text)
}

// enumText interns the text of an enumeration value. Unknown values are values like others.
func (d *Decoder) enumText(b []byte) string {
	if d.conf.Lenient {
		b = chars.Trim(b)
	}
	return d.arena.intern(b)
}

// eachItem calls f with the white-space-separated items of a list.
func (d *Decoder) eachItem(f func(item []byte) bool) bool {
	text, ok := d.value()
	if !ok {
		return false
	}
	for {
		text = text[chars.SkipSpace(text, 0):]
		if len(text) == 0 {
			return true
		}
		n := 1
		for n < len(text) && !chars.IsSpace(text[n]) {
			n++
		}
		if !f(text[:n]) {
			return false
		}
		text = text[n:]
	}
}

func bitsOf[T any]() int {
	var v T
	return int(unsafe.Sizeof(v)) * 8
}
