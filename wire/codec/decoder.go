package codec

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/door"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// state says what a read would read.
type state uint8

const (
	idle      state = iota // before the document, and after it
	inContent              // between the children of the top frame's element
	inSlow                 // the same, where the quick way is not open
	onElement              // at a child whose start tag is read
	onLeaf                 // the same, where the scanner does not know of the child yet
	onNote                 // at a comment in mixed content whose text has been read
	inTail                 // behind the end tag of a child that the scanner still holds open, for its namespaces
	onAttr                 // at an attribute
	atEnd                  // behind the end tag of the top frame's element
	failed                 // after an error
)

// Decoder reads a document into generated structs. After an error, [Decoder.Next] and [Decoder.Attr]
// return End and reads do nothing, so that generated code asks for the error once.
type Decoder struct {
	s     xmltext.Scanner
	conf  door.Config
	err   error
	state state

	nameAt, nameEnd int            // the raw name of the child in the window, in state onLeaf
	attr            int            // attributes that wire.Attr has passed
	cur             *Name          // the child or attribute at hand, as the table names it
	item            int            // the index of what the child at hand is among the items of its entry, -1 for none
	def             string         // default of the next read
	defNames        []wire.Binding // what the prefixes in def stand for
	names           []wire.Binding // the same while the value that is read is the default
	void            bool           // the latest read took an empty element for an absent one
	late            bool           // the leaf's position is that of the scanner's pin, because the scanner has gone on

	top     *frame
	frames  []frame
	hot     *hotName // the one that fitted last
	hots    [hotNames]hotName
	turn    int // the one that was replaced last
	attrHot attrPrefix
	met     *Name // the root element, where the struct is to keep it
	arena   arena
	heap    []itemWords // items of the lists that are being read, the innermost last
	slabs   []slab      // room for items, by the id of their layout
	pieces  []byte      // text that the document has in pieces
	notes   notes
}

// frame is an object being decoded.
type frame struct {
	last, prev int    // the child matched last, and the one before it
	run        int    // how many children came before the one that is being counted
	counting   int    // the entry that is
	many       bool   // the child matched last may follow itself
	typed      bool   // the slot is polymorphic: xsi:type is the object's own affair
	void       bool   // xsi:nil says that there is no content
	derived    bool   // xsi:type names a type that the object may know only in part
	restDue    bool   // attributes are left that wire.Attr was not asked for
	high       bool   // more is in use
	depth      int    // open elements, with the object's own
	seen       uint64 // a bit for each entry that has come, below 64
	attrs      uint64 // the same for attributes
	extra      *wire.Extra
	more       []uint64 // seen, for indexes from 64
	counts     nameCounts
	counted    *Name // the name of what is being counted, where counts is to have it
}

// NewDecoder returns a decoder that reads the document from r, about 16 KiB at a time.
func NewDecoder(r io.Reader, opts ...wire.Option) *Decoder {
	d := new(Decoder)
	d.configure(door.Configure(opts))
	d.ResetReader(r)
	return d
}

// NewBytesDecoder returns a decoder over a whole document. It neither changes data nor keeps any of it in decoded values.
func NewBytesDecoder(data []byte, opts ...wire.Option) *Decoder {
	d := new(Decoder)
	d.configure(door.Configure(opts))
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

// configure sets the options of the documents that come.
func (d *Decoder) configure(c door.Config) {
	d.conf = c
	d.s.SetOptions(c.Options)
}

func (d *Decoder) reset() {
	d.err, d.state, d.def, d.late = nil, idle, "", false
	clear(d.frames[:cap(d.frames)])
	d.top, d.frames, d.cur, d.met = nil, d.frames[:0], nil, nil
	d.hots, d.attrHot = [hotNames]hotName{}, attrPrefix{}
	clear(d.heap[:cap(d.heap)])
	d.heap = d.heap[:0]
	d.dropRoom()
	d.hot = &d.hots[0]
	d.notes = notes{}
}

// Document decodes the document, whose root element must be root, into v. In lenient reading the local name is enough.
// After the root element only comments, processing instructions and white space may follow.
func (d *Decoder) Document(root Name, v Object) error {
	if d.state != idle {
		return d.Err()
	}
	if d.root() {
		d.whole(d.matchRoot([]Name{root}), v)
	}
	return d.err
}

// root reads up to the start tag of the root element.
func (d *Decoder) root() bool {
	for {
		switch k := d.s.Next(); k {
		case xmltext.EOF:
			d.stop(d.s.Codec().Err)
			return false
		case xmltext.Doctype:
			if !d.s.Codec().Flatten() {
				d.stop(d.s.Err())
				return false
			}
		case xmltext.StartElement:
			d.state = onElement
			return true
		case xmltext.Comment, xmltext.ProcInst:
			d.noteAhead(k)
		}
	}
}

// matchRoot returns which of some names the root element has, nil after an error.
func (d *Decoder) matchRoot(names []Name) *Name {
	space, local := d.topSpace(), d.s.Codec().TopLocal()
	var found *Name
	for i := range names {
		if n := &names[i]; string(local) == n.Local && (space == n.URI() || d.conf.Lenient && found == nil) {
			found = n
			if space == n.URI() {
				break
			}
		}
	}
	if found == nil {
		d.otherRoot(names)
	}
	return found
}

// otherRoot is the error of a root element that is none of those with the names.
func (d *Decoder) otherRoot(names []Name) {
	for i := range names {
		if n := &names[i]; string(d.s.Codec().TopLocal()) == n.Local {
			d.Failf("the root element %s is in %s, not in %s", n.Local, spaceWords(d.topSpace()), spaceWords(n.URI()))
			return
		}
	}
	d.Failf("the root element is %s, not %s", d.Name(), eitherOf(names))
}

// spaceWords names a namespace in a message.
func spaceWords(uri string) string {
	if uri == "" {
		return "no namespace"
	}
	return "the namespace " + uri
}

// eitherOf lists names for a message.
func eitherOf(names []Name) string {
	var list []string
	for _, n := range names {
		list = append(list, n.String())
	}
	if n := len(list); n > 1 {
		return strings.Join(list[:n-1], ", ") + " or " + list[n-1]
	}
	return strings.Join(list, "")
}

// whole decodes the document from its root element on, which has the name, into v.
func (d *Decoder) whole(root *Name, v Object) {
	if root == nil {
		return
	}
	if def := root.Default; def != nil {
		d.defaultOf(def)
	}
	d.object(v, false)
	d.met = nil
	for d.err == nil {
		k := d.s.Codec().Next()
		if k == xmltext.EOF {
			d.err = d.s.Codec().Err
			break
		}
		d.noteAfter(k)
	}
	d.state = failed
	d.s.Codec().Release()
}

func (d *Decoder) topSpace() string { return d.s.Codec().Elems[len(d.s.Codec().Elems)-1].Space }

// Err returns the first error: nil, a [*xmltext.SyntaxError], a [*wire.DecodeError], or what a DecodeXML method returned.
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

// raise ends the decoding with a [*wire.DecodeError].
func (d *Decoder) raise(p xmltext.Pos, msg string, cause error) {
	d.stop(&wire.DecodeError{Line: p.Line, Col: p.Col, Offset: p.Offset, Path: d.Path(), Msg: msg, Err: cause})
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
func (d *Decoder) place() xmltext.Pos {
	if d.state == onAttr {
		return d.s.AttrPos(d.attr - 1)
	}
	return d.s.Pos()
}

// Pos returns where the current child, or else the current element's latest token, starts.
func (d *Decoder) Pos() xmltext.Pos { return d.place() }

// Path returns the local names of the open elements, as in /message/body. A child that has been read whole is not open.
func (d *Decoder) Path() string {
	var b strings.Builder
	s := d.s.Codec()
	for i, e := range s.Elems {
		end := len(s.Names)
		if i+1 < len(s.Elems) {
			end = s.Elems[i+1].At
		}
		raw := s.Names[e.At:end]
		if e.Colon > 0 {
			raw = raw[e.Colon+1:]
		}
		b.WriteByte('/')
		b.Write(raw)
	}
	switch {
	case d.state == onLeaf:
		b.WriteString("/" + d.cur.Local)
	case d.state == onAttr:
		b.WriteByte('@')
		b.Write(s.Attrs[d.attr-1].Local)
	}
	return b.String()
}

// Name returns the name of the child that [Decoder.Next] stopped at, or else of the element being decoded.
func (d *Decoder) Name() wire.QName {
	d.settle()
	if len(d.s.Codec().Elems) == 0 {
		return wire.QName{}
	}
	return wire.QName{Space: d.topSpace(), Local: d.s.Codec().Intern(d.s.Codec().TopLocal()), Prefix: d.s.Codec().Intern(d.s.Codec().TopPrefix())}
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
	s := d.s.Codec()
	s.Open(s.Buf[d.nameAt:d.nameEnd], max(0, d.hot.size-1), d.hot.uri)
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
	f.last, f.prev, f.depth, f.seen, f.attrs, f.extra = End, End, len(d.s.Codec().Elems), 0, 0, nil
	f.counts, f.counted, f.counting = f.counts[:0], nil, miss
	f.run, f.many, f.typed, f.void, f.derived, f.restDue, f.high = 0, false, typed, false, false, false, false
	d.attr, d.late = 0, false
	d.state = inContent
	if d.s.Codec().SelfEnd || len(d.s.Codec().Attrs) > 0 {
		f.restDue = len(d.s.Codec().Attrs) > 0
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
	d.s.Codec().Pop()
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
		switch k := d.s.Codec().Next(); k {
		case xmltext.EndElement:
			if len(d.s.Codec().Elems) == d.top.depth {
				d.noteEnd()
				d.state = atEnd
			}
		case xmltext.Comment, xmltext.ProcInst:
			if len(d.s.Codec().Elems) == d.top.depth {
				d.noteAhead(k)
			}
		case xmltext.EOF:
			d.stop(d.s.Codec().Err)
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
	for depth := len(d.s.Codec().Elems); ; {
		switch d.s.Codec().Next() {
		case xmltext.EndElement:
			if len(d.s.Codec().Elems) == depth {
				d.s.Codec().Pop()
				return true
			}
		case xmltext.EOF:
			d.stop(d.s.Codec().Err)
			return false
		}
	}
}
