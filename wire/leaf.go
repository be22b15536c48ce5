package wire

import (
	"errors"
	"unsafe"
)

// contentName stands for the text of an element with simple content where the name of a child is wanted.
var contentName = Name{Local: "#text"}

// Default gives the next read the text that stands for an empty element (XSD 1.0 Part 1 §3.3.1). Attributes have no use
// for it: before [Decoder.Object] it is for the simple content of the object.
func (d *Decoder) Default(text string) { d.def = text }

// DefaultNames is [Decoder.Default] for a text with qualified names: their prefixes are not the document's.
func (d *Decoder) DefaultNames(text string, bindings ...Binding) { d.def, d.defNames = text, bindings }

// value reads the current attribute, the text of the current child, or the text of the element being decoded.
// It reports false after an error. The bytes are valid until the next call.
func (d *Decoder) value() ([]byte, bool) {
	if d.state == onLeaf && d.def == "" {
		s := &d.s
		b := s.buf
		p := s.pos
		q := plainRun(b, p, p)
		n := d.nameEnd - d.nameAt
		end := q + 2 + n
		if end < len(b) && b[q] == '<' && b[q+1] == '/' && b[end] == '>' && q-p <= s.limits.Token &&
			string(b[q+2:end]) == string(b[d.nameAt:d.nameEnd]) {
			s.pos = end + 1
			d.state = inContent
			return b[p:q], true
		}
	}
	return d.valueSlow()
}

func (d *Decoder) valueSlow() ([]byte, bool) {
	if d.state == onAttr {
		return d.s.attrs[d.attr-1].Value, true
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
	case skipSpace(text, 0) == len(text) && d.top.extra != nil && d.cur != nil:
		x := d.top.extra.hold()
		x.blank = append(x.blank, d.cur)
	}
	return text, true
}

// childText reads the current child, whose content is simple.
func (d *Decoder) childText() []byte {
	d.settle()
	if len(d.s.attrs) > 0 {
		d.leafAttrs()
	}
	if d.state == failed {
		return nil
	}
	d.s.setPin()
	d.late = true
	text := d.collect()
	if text != nil {
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
	d.s.setPin()
	d.late = true
	text := d.collect()
	if text != nil {
		d.state = atEnd
		if d.top.void && len(text) == 0 {
			return nil // no value, and none that would be wrong
		}
	}
	return text
}

// collect reads the text up to the end tag of the innermost element. It returns nil after an error.
func (d *Decoder) collect() []byte {
	s := &d.s
	d.pieces = append(d.pieces[:0], ""...)
	if d.pieces == nil {
		d.pieces = make([]byte, 0, 64)
	}
	for {
		switch s.next() {
		case EndElement:
			return d.pieces
		case CharData, CData:
			if !d.addPiece() {
				return nil
			}
		case StartElement:
			if !s.lenient {
				d.Failf("the element %s inside simple content", s.topLocal())
				return nil
			}
			if !d.pass() {
				return nil
			}
		case EntityRef:
			d.Failf("the entity &%s; is used in content", s.target)
			return nil
		case EOF:
			d.stop(s.err)
			return nil
		}
	}
}

// addPiece adds the scanner's text to pieces. It reports false where they have become too long.
func (d *Decoder) addPiece() bool {
	d.pieces = append(d.pieces, d.s.val...)
	if len(d.pieces) <= d.s.limits.Token {
		return true
	}
	d.s.failLimit(d.s.tok, "a text is longer than %d bytes", d.s.limits.Token)
	d.stop(d.s.err)
	return false
}

// invalid ends the decoding because the text just read is not what the field holds.
func (d *Decoder) invalid(text []byte, what string, cause error) {
	msg := quoted(text) + " is not " + what
	if form := (*formError)(nil); errors.As(cause, &form) {
		msg = form.Error()
	} else if cause != nil {
		msg += ": " + cause.Error()
	}
	p, path := d.place(), d.Path()
	if d.state != onAttr && d.late {
		p = d.s.pinPos()
	}
	if d.state == inContent && d.cur != nil {
		path += "/" + d.cur.Local
	}
	d.stop(&DecodeError{Line: p.Line, Col: p.Col, Offset: p.Offset, Path: path, Msg: msg, err: cause})
}

// absent reports whether the text just read is an empty element or attribute that lenient reading takes for an
// absent one, and if so remembers it.
func (d *Decoder) absent(text []byte) bool {
	if !d.s.lenient || skipSpace(text, 0) < len(text) {
		return false
	}
	if d.top != nil && d.top.extra != nil && d.cur != nil {
		x := d.top.extra.hold()
		x.empty = append(x.empty, d.cur)
	}
	d.void = true
	return true
}

// eachItem calls f with the white-space-separated items of a list.
func (d *Decoder) eachItem(f func(item []byte) bool) bool {
	text, ok := d.value()
	if !ok {
		return false
	}
	for {
		text = text[skipSpace(text, 0):]
		if len(text) == 0 {
			return true
		}
		n := 1
		for n < len(text) && !isSpace(text[n]) {
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
