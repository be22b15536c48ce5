package wire

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
)

// state says what a read would read.
type state uint8

const (
	idle      state = iota // before the document, and after it
	inContent              // between the children of the top frame's element
	inSlow                 // the same, where the quick way is not open
	onElement              // at a child whose start tag is read
	onLeaf                 // the same, where the scanner does not know of the child yet
	inTail                 // behind the end tag of a child that the scanner still holds open, for its namespaces
	onAttr                 // at an attribute
	atEnd                  // behind the end tag of the top frame's element
	failed                 // after an error
)

// Decoder reads a document into generated structs. After an error, [Decoder.Next] and [Decoder.Attr]
// return End and reads do nothing, so that generated code asks for the error once.
type Decoder struct {
	s     Scanner
	err   error
	state state

	nameAt, nameEnd int       // the raw name of the child in the window, in state onLeaf
	attr            int       // attributes that Attr has passed
	cur             *Name     // the child or attribute at hand, as the table names it
	item            *ItemType // what the child at hand is among the items of its entry, nil where that has none
	def             string    // default of the next read
	defNames        []Binding // what the prefixes in def stand for
	names           []Binding // the same while the value that is read is the default
	void            bool      // the latest read took an empty element for an absent one
	repeated        bool      // the child at hand has come before, and others since
	late            bool      // the leaf's position is that of the scanner's pin, because the scanner has gone on

	top    *frame
	frames []frame
	hot    *hotName // the one that fitted last
	hots   [hotNames]hotName
	turn   int // the one that was replaced last
	arena  arena
	heap   []Item // items of the lists that are being read, the innermost last
	pieces []byte // text that the document has in pieces
}

// frame is an object being decoded.
type frame struct {
	last, prev int    // the child matched last, and the one before it
	run        int    // how many children of the entry matched last came right before it
	many       bool   // the child matched last may follow itself
	typed      bool   // the slot is polymorphic: xsi:type is the object's own affair
	void       bool   // xsi:nil says that there is no content
	derived    bool   // xsi:type names a type that the object may know only in part
	restDue    bool   // attributes are left that Attr was not asked for
	high       bool   // more is in use
	depth      int    // open elements, with the object's own
	seen       uint64 // a bit for each entry that has come, below 64
	attrs      uint64 // the same for attributes
	extra      *Extra
	more       []uint64 // seen, for indexes from 64
}

// NewDecoder returns a decoder that reads the document from r, about 16 KiB at a time.
func NewDecoder(r io.Reader, opts ...Option) *Decoder {
	d := new(Decoder)
	d.s.config = configure(opts)
	d.ResetReader(r)
	return d
}

// NewBytesDecoder returns a decoder over a whole document. It neither changes data nor keeps any of it in decoded values.
func NewBytesDecoder(data []byte, opts ...Option) *Decoder {
	d := new(Decoder)
	d.s.config = configure(opts)
	d.ResetBytes(data)
	return d
}

// ResetReader makes the decoder begin again, with the document that r delivers and the same options.
func (d *Decoder) ResetReader(r io.Reader) {
	d.reset()
	d.s.ResetReader(r)
}

// ResetBytes makes the decoder begin again, with data as the document and the same options.
func (d *Decoder) ResetBytes(data []byte) {
	d.reset()
	d.s.ResetBytes(data)
}

func (d *Decoder) reset() {
	d.err, d.state, d.def, d.late = nil, idle, "", false
	clear(d.frames[:cap(d.frames)])
	d.top, d.frames, d.cur = nil, d.frames[:0], nil
	d.hots = [hotNames]hotName{}
	d.hot = &d.hots[0]
}

// decoders are those that Unmarshal and Decode have done with. What they keep is memory, not state.
var decoders = sync.Pool{New: func() any { return new(Decoder) }}

// Unmarshal decodes a whole document whose root element is root into v. It keeps no part of data.
func Unmarshal(data []byte, root Name, v Object, opts ...Option) error {
	return decode(root, v, opts, func(d *Decoder) { d.ResetBytes(data) })
}

// Decode decodes the document that r delivers, whose root element is root, into v.
func Decode(r io.Reader, root Name, v Object, opts ...Option) error {
	return decode(root, v, opts, func(d *Decoder) { d.ResetReader(r) })
}

func decode(root Name, v Object, opts []Option, begin func(*Decoder)) error {
	d := decoders.Get().(*Decoder)
	d.s.config = configure(opts)
	begin(d)
	err := d.Document(root, v)
	d.s.config = config{}
	d.ResetBytes(nil)
	for _, b := range []*[]byte{&d.pieces, &d.s.scratch, &d.s.values, &d.s.names} {
		shed(b)
	}
	decoders.Put(d)
	return err
}

// largeScratch is the most that a reader or writer of a pool keeps in one buffer of its own.
const largeScratch = 64 << 10

// shed drops a buffer that has become large.
func shed(b *[]byte) {
	if cap(*b) > largeScratch {
		*b = nil
	}
}

// Document decodes the document, whose root element must be root, into v. In lenient reading the local name is enough.
// After the root element only comments, processing instructions and white space may follow.
func (d *Decoder) Document(root Name, v Object) error {
	if d.state != idle {
		return d.Err()
	}
	if !d.root(root) {
		return d.err
	}
	if def := root.Default; def != nil {
		d.DefaultNames(def.Text, def.Bindings...)
	}
	d.object(v, false)
	for d.err == nil {
		if d.s.next() == EOF {
			d.err = d.s.err
			break
		}
	}
	d.state = failed
	d.s.release()
	return d.err
}

// root reads up to the root element and checks its name.
func (d *Decoder) root(root Name) bool {
	for {
		switch d.s.Next() {
		case EOF:
			d.stop(d.s.err)
			return false
		case Doctype:
			if !d.readDoctype() {
				return false
			}
		case StartElement:
			d.state = onElement
			local := d.s.topLocal()
			if string(local) != root.Local || d.topSpace() != root.URI() && !d.s.lenient {
				d.Failf("the root element is %s, not %s", d.Name(), root)
				return false
			}
			return true
		}
	}
}

func (d *Decoder) topSpace() string { return d.s.elems[len(d.s.elems)-1].space }

// Err returns the first error: nil, a [*SyntaxError], a [*DecodeError], or what a DecodeXML method returned.
func (d *Decoder) Err() error { return d.err }

// Fail ends the decoding with the error of hand-written code, at the current element.
func (d *Decoder) Fail(err error) {
	if err != nil {
		d.raise(d.place(), err.Error(), err)
	}
}

// Failf is [Decoder.Fail] with a text.
func (d *Decoder) Failf(format string, args ...any) {
	d.raise(d.place(), fmt.Sprintf(format, args...), nil)
}

// raise ends the decoding with a [*DecodeError].
func (d *Decoder) raise(p Pos, msg string, cause error) {
	d.stop(&DecodeError{Line: p.Line, Col: p.Col, Offset: p.Offset, Path: d.Path(), Msg: msg, err: cause})
}

// stop ends the decoding with the error, unless there was one before.
func (d *Decoder) stop(err error) {
	if d.err == nil {
		d.err = err
		if err == nil {
			d.err = errors.New("the document is over")
		}
	}
	d.state = failed
}

// place returns where the current element or attribute starts.
func (d *Decoder) place() Pos {
	if d.state == onAttr {
		return d.s.AttrPos(d.attr - 1)
	}
	return d.s.Pos()
}

// Pos returns where the current child, or else the current element's latest token, starts.
func (d *Decoder) Pos() Pos { return d.place() }

// Path returns the local names of the open elements, as in /message/body. A child that has been read whole is not open.
func (d *Decoder) Path() string {
	var b strings.Builder
	s := &d.s
	for i, e := range s.elems {
		end := len(s.names)
		if i+1 < len(s.elems) {
			end = s.elems[i+1].at
		}
		raw := s.names[e.at:end]
		if e.colon > 0 {
			raw = raw[e.colon+1:]
		}
		b.WriteByte('/')
		b.Write(raw)
	}
	switch {
	case d.state == onLeaf:
		b.WriteString("/" + d.cur.Local)
	case d.state == onAttr:
		b.WriteByte('@')
		b.Write(s.attrs[d.attr-1].Local)
	}
	return b.String()
}

// Name returns the name of the child that [Decoder.Next] stopped at, or else of the element being decoded.
func (d *Decoder) Name() QName {
	d.settle()
	if len(d.s.elems) == 0 {
		return QName{}
	}
	return QName{Space: d.topSpace(), Local: d.s.intern(d.s.topLocal()), Prefix: d.s.intern(d.s.topPrefix())}
}

// Object decodes the current child into v.
func (d *Decoder) Object(v Object) { d.object(v, false) }

func (d *Decoder) object(v Object, typed bool) {
	if d.state == onLeaf {
		d.settle()
	}
	if d.state != onElement {
		return
	}
	d.push(typed)
	if err := v.DecodeXML(d); err != nil && d.err == nil {
		d.Fail(err)
	}
	d.leave()
}

// settle tells the scanner of the child that Next matched by its raw bytes.
func (d *Decoder) settle() {
	if d.state != onLeaf {
		return
	}
	s := &d.s
	e := elem{at: len(s.names), colon: max(0, d.hot.size-1), binds: len(s.bindings)}
	if d.hot.space != nil {
		e.space = d.hot.space.URI
	}
	s.names = append(s.names, s.buf[d.nameAt:d.nameEnd]...)
	s.elems = append(s.elems, e)
	s.attrs = s.attrs[:0]
	d.state = onElement
}

// push makes the current child the element being decoded.
func (d *Decoder) push(typed bool) {
	if n := len(d.frames); n < cap(d.frames) {
		d.frames = d.frames[:n+1]
	} else {
		d.frames = append(d.frames, frame{})
	}
	d.top = &d.frames[len(d.frames)-1]
	f := d.top
	f.last, f.prev, f.depth, f.seen, f.attrs, f.extra = End, End, len(d.s.elems), 0, 0, nil
	f.run, f.many, f.typed, f.void, f.derived, f.restDue, f.high = 0, false, typed, false, false, false, false
	d.attr, d.late = 0, false
	d.state = inContent
	if d.s.selfEnd || len(d.s.attrs) > 0 {
		f.restDue = len(d.s.attrs) > 0
		d.state = inSlow
	}
}

// leave ends the element being decoded, whatever is left of it.
func (d *Decoder) leave() {
	if d.state != atEnd && d.state != failed {
		d.finish()
	}
	if d.state == failed {
		return
	}
	d.s.pop()
	d.frames = d.frames[:len(d.frames)-1]
	d.top, d.late, d.def = nil, false, ""
	d.state = idle
	if n := len(d.frames); n > 0 {
		d.top = &d.frames[n-1]
		d.state = inContent
	}
}

// finish passes over what the element's DecodeXML left unread.
func (d *Decoder) finish() {
	d.settle()
	for d.state != atEnd && d.state != failed {
		switch d.s.next() {
		case EndElement:
			if len(d.s.elems) == d.top.depth {
				d.state = atEnd
			}
		case EOF:
			d.stop(d.s.err)
		}
	}
}

// Skip passes over the current child.
func (d *Decoder) Skip() {
	d.def = "" // it was for this child
	d.settle()
	if d.state != onElement {
		return
	}
	if d.pass() {
		d.state = inContent
	}
}

// pass reads to the end of the innermost element and closes it.
func (d *Decoder) pass() bool {
	for depth := len(d.s.elems); ; {
		switch d.s.next() {
		case EndElement:
			if len(d.s.elems) == depth {
				d.s.pop()
				return true
			}
		case EOF:
			d.stop(d.s.err)
			return false
		}
	}
}
