package wire

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
)

// Encoder writes generated structs as a document, appending to a buffer that the caller may give and reuse. Each namespace
// is declared once, on the root element. The first error is kept, later calls do nothing useful, and the document is withheld.
type Encoder struct {
	config
	buf  []byte
	from int // where the document starts in buf
	gap  int // where the namespace declarations of the root element go
	room int // bytes that are left free there, from experience with the document before
	err  error

	open   bool   // the innermost start tag has no '>' yet
	nested bool   // the root element's name is written
	pretty bool   // elements are indented
	kept   *extra // empty elements of the innermost object, nil where it has none
	frames []encFrame

	docs     int       // documents begun
	doc      int       // the same, or shadowed
	bare     prefix    // of names without prefix
	used     []*prefix // what the root element declares
	prefixes []*prefix // all prefixes made
	shadows  []Binding // namespace declarations that raw nodes made for themselves
	tags     *[tagSlots]tag
	tagForm  bool   // tags are of the unqualified form
	elements int    // elements written without a prepared tag
	words    []byte // text under construction
	scratch  []byte // buffer of an encoder of the pool
}

// encFrame is an open element.
type encFrame struct {
	at, n    int    // where its raw name is in buf, and how long
	shadows  int    // shadows that were in force before it
	extra    *extra // what its struct has no field for
	typed    bool   // xsi:type is written
	children bool   // a child element is written
	mixed    bool   // text is written, so that indenting would change it
}

// NewEncoder returns an encoder. Call [Encoder.Reset] to give it a buffer.
func NewEncoder(opts ...Option) *Encoder {
	return &Encoder{config: configure(opts), tags: &noTags}
}

// Reset makes the encoder append to buf from now on, and forget errors.
func (e *Encoder) Reset(buf []byte) {
	e.buf, e.err = buf, nil
}

// Bytes returns the buffer: what it held before, and the documents written since. After an error it ends before the document at fault.
func (e *Encoder) Bytes() []byte { return e.buf }

// Err returns the first error since Reset: nil or an [*EncodeError].
func (e *Encoder) Err() error { return e.err }

// encoders are those that Marshal and Append have done with. What they keep is memory, not state.
var encoders = sync.Pool{New: func() any { return NewEncoder() }}

// largeScratch is the most that an encoder of the pool keeps as a buffer of its own.
const largeScratch = 64 << 10

// Marshal returns v as a document whose root element is root.
func Marshal(root Name, v Appender, opts ...Option) ([]byte, error) {
	e := encoders.Get().(*Encoder)
	e.config = configure(opts)
	scratch := e.scratch[:0]
	if e.sizeHint > cap(scratch) {
		scratch = make([]byte, 0, e.sizeHint)
	}
	doc, err := e.appendTo(scratch, root, v)
	if cap(doc) <= largeScratch {
		e.scratch = doc[:0]
		doc = bytes.Clone(doc)
	}
	e.retire()
	return doc, err
}

// Append appends v to dst, as a document whose root element is root. After an error it returns dst as it was.
func Append(dst []byte, root Name, v Appender, opts ...Option) ([]byte, error) {
	e := encoders.Get().(*Encoder)
	e.config = configure(opts)
	dst, err := e.appendTo(dst, root, v)
	e.retire()
	return dst, err
}

func (e *Encoder) appendTo(dst []byte, root Name, v Appender) ([]byte, error) {
	e.Reset(dst)
	err := e.Document(root, v)
	return e.buf, err
}

// retire puts the encoder into the pool.
func (e *Encoder) retire() {
	e.Reset(nil)
	e.config = config{}
	clear(e.frames[:cap(e.frames)])
	encoders.Put(e)
}

// Document writes v as a document whose root element is root.
func (e *Encoder) Document(root Name, v Appender) error {
	if e.err != nil {
		return e.err
	}
	e.begin(root)
	v.AppendXML(e)
	e.end()
	if e.pretty {
		e.buf = append(e.buf, '\n')
	}
	if e.err == nil {
		e.declareSpaces()
	}
	if e.err != nil {
		e.buf = e.buf[:e.from]
	}
	return e.err
}

// begin starts a document.
func (e *Encoder) begin(root Name) {
	e.from = len(e.buf)
	e.open, e.nested, e.kept = false, false, nil
	e.frames, e.used, e.shadows = e.frames[:0], e.used[:0], e.shadows[:0]
	e.pretty = e.indent != ""
	e.docs++
	e.doc, e.bare.doc = e.docs, e.docs
	if e.tags == nil || e.tagForm != e.unqualified {
		e.tags, e.tagForm = &noTags, e.unqualified
	}
	if e.declaration {
		e.buf = append(e.buf, `<?xml version="1.0" encoding="UTF-8"?>`+"\n"...)
	}
	p := e.prefix(root.Space)
	e.openTag(p.text, root.Local, 0)
	e.gap = len(e.buf)
	e.buf = slack(e.buf, e.room)
	e.nested = true
}

// Object writes an element with v as its attributes and content.
func (e *Encoder) Object(n *Name, v Appender) {
	if e.err != nil {
		return
	}
	shadows := len(e.shadows)
	switch raw := v.(type) {
	case *AnyElement:
		e.cast(raw.Bindings)
	case *RawTyped:
		e.cast(raw.Bindings)
	}
	e.start(n, shadows)
	e.declareShadows(shadows)
	v.AppendXML(e)
	e.end()
}

// Start opens an element of a hand-written envelope; [Encoder.End] closes it.
func (e *Encoder) Start(n *Name) { e.start(n, len(e.shadows)) }

// End closes the element that [Encoder.Start] opened.
func (e *Encoder) End() {
	if len(e.frames) < 2 {
		e.Failf("an element is closed that is not open")
		return
	}
	e.end()
}

// Typed writes an element of a polymorphic slot, with xsi:type.
func (e *Encoder) Typed(n *Name, v Typed) {
	if v == nil {
		e.Failf("%s has no value", n.Local)
		return
	}
	if e.err != nil {
		return
	}
	if raw, ok := v.(*RawTyped); ok {
		e.Object(n, raw)
		return
	}
	e.start(n, len(e.shadows))
	e.writeType(v.XMLType())
	e.top().typed = true
	v.AppendXML(e)
	e.end()
}

// Nil writes an element with xsi:nil="true". v may be nil, or write the attributes of the element.
func (e *Encoder) Nil(n *Name, v Appender) {
	if e.err != nil {
		return
	}
	e.start(n, len(e.shadows))
	e.openAttr(&xsiNil)
	e.buf = append(e.buf, `true"`...)
	if v != nil {
		v.AppendXML(e)
	}
	e.end()
}

// Begin is the first thing that an AppendXML method calls: it writes what x keeps for the start tag,
// and sees to it that unknown elements are written when the element ends.
func (e *Encoder) Begin(x *Extra) {
	if x.p == nil || len(e.frames) == 0 {
		return
	}
	f := e.top()
	f.extra = x.p
	e.kept = x.p
	if !f.typed && !x.p.typ.IsZero() {
		e.writeTypeQName(x.p.typ)
	}
	e.Attrs(x.p.attrs)
}

func (e *Encoder) top() *encFrame { return &e.frames[len(e.frames)-1] }

// start opens an element. shadows is what was in force before it.
func (e *Encoder) start(n *Name, shadows int) {
	if e.err != nil {
		return
	}
	if e.open || e.pretty {
		e.child()
	}
	t := e.slot(n)
	if !t.fits(n, e.doc) {
		if t = e.prepare(n); t == nil {
			e.openTag(e.elementPrefix(n.Space).text, n.Local, shadows)
			return
		}
	}
	at := len(e.buf)
	e.buf = slack(e.buf, tagSize)
	*(*[tagSize]byte)(e.buf[at:]) = t.start
	e.buf = e.buf[:at+t.size+1]
	e.push(encFrame{at: at + 1, n: t.size, shadows: shadows})
}

// openTag writes the first part of a start tag.
func (e *Encoder) openTag(prefix, local string, shadows int) {
	at := len(e.buf) + 1
	e.buf = append(append(append(e.buf, '<'), prefix...), local...)
	e.push(encFrame{at: at, n: len(e.buf) - at, shadows: shadows})
}

func (e *Encoder) push(f encFrame) {
	e.frames = append(e.frames, f)
	e.open, e.kept = true, nil
}

// child makes the start tag of the parent complete and puts the child on a line of its own.
func (e *Encoder) child() {
	if e.open {
		e.buf = append(e.buf, '>')
		e.open = false
	}
	if e.pretty {
		e.newline()
	}
}

// newline begins a line for a child of the innermost element.
func (e *Encoder) newline() {
	if len(e.frames) == 0 {
		return
	}
	f := e.top()
	if f.children = true; f.mixed {
		return
	}
	e.buf = append(e.buf, '\n')
	for range e.frames {
		e.buf = append(e.buf, e.indent...)
	}
}

// end closes the innermost element.
func (e *Encoder) end() {
	if e.err != nil {
		return
	}
	f := e.top()
	if f.extra != nil {
		e.Nodes(f.extra.elements)
		f = e.top()
	}
	if len(e.shadows) > f.shadows {
		e.dropShadows(f.shadows)
	}
	if e.open {
		e.buf = append(e.buf, "/>"...)
		e.open = false
	} else {
		e.endTag(f)
	}
	e.frames = e.frames[:len(e.frames)-1]
	e.kept = nil
	if n := len(e.frames); n > 0 {
		e.kept = e.frames[n-1].extra
	}
}

// endTag writes the end tag of the element, whose start tag is complete.
func (e *Encoder) endTag(f *encFrame) {
	if f.children && !f.mixed {
		e.buf = append(e.buf, '\n')
		for range len(e.frames) - 1 {
			e.buf = append(e.buf, e.indent...)
		}
	}
	at := len(e.buf)
	if f.n > tagSize {
		e.buf = append(e.buf, "</"...)
		e.buf = append(append(e.buf, e.buf[f.at:f.at+f.n]...), '>')
		return
	}
	e.buf = slack(e.buf, tagRoom)
	b := e.buf[at:]
	*(*[tagSize]byte)(b[2:]) = *(*[tagSize]byte)(e.buf[f.at:])
	b[0], b[1], b[2+f.n] = '<', '/', '>'
	e.buf = e.buf[:at+f.n+3]
}

// text writes the text of an element with simple content.
func (e *Encoder) text(s string) {
	if s != "" {
		e.openText()
		if fault := e.escape(s); fault != "" {
			e.failAt("", fault)
		}
	}
}

// openText makes the start tag complete before text.
func (e *Encoder) openText() {
	if e.open {
		e.buf = append(e.buf, '>')
		e.open = false
	}
	if len(e.frames) > 0 {
		e.top().mixed = true
	}
}

// openAttr writes an attribute up to its opening quote.
func (e *Encoder) openAttr(n *Name) {
	e.openRawAttr(e.attrPrefix(n), n.Local)
}

func (e *Encoder) openRawAttr(prefix, local string) {
	if !e.open {
		e.Failf("the attribute %s comes after content", local)
	}
	b := append(e.buf, ' ')
	b = append(append(b, prefix...), local...)
	e.buf = append(b, `="`...)
}

// attrPrefix returns the prefix, with its colon, that an attribute gets.
func (e *Encoder) attrPrefix(n *Name) string {
	if n.Space == nil || e.unqualified && n == &xsiNil {
		return ""
	}
	return e.prefix(n.Space).text
}

func (e *Encoder) stringAttr(n *Name, s string) { e.rawAttr(e.attrPrefix(n), n.Local, s) }

// rawAttr writes an attribute whose prefix comes with its colon.
func (e *Encoder) rawAttr(prefix, local, value string) {
	e.openRawAttr(prefix, local)
	if fault := e.escapeAttr(value); fault != "" {
		e.failAt("@"+local, fault)
	}
	e.buf = append(e.buf, '"')
}

func (e *Encoder) listLeaf(n *Name, words []byte) { e.stringLeaf(n, view(words)) }
func (e *Encoder) listAttr(n *Name, words []byte) { e.stringAttr(n, view(words)) }
func (e *Encoder) listText(words []byte)          { e.text(view(words)) }

// missing is called for an element without value: it may have been there, and empty.
func (e *Encoder) missing(n *Name) {
	if e.kept != nil {
		e.writeEmpty(n)
	}
}

func (e *Encoder) missingAttr(n *Name) {
	if e.kept != nil {
		e.writeEmptyAttr(n)
	}
}

// writeEmpty writes the element as often as the document had it empty, and reports whether it did.
func (e *Encoder) writeEmpty(n *Name) bool {
	count := e.kept.empties(n)
	for range count {
		e.emptyLeaf(n)
	}
	return count > 0
}

func (e *Encoder) writeEmptyAttr(n *Name) bool {
	if e.kept.empties(n) == 0 {
		return false
	}
	e.stringAttr(n, "")
	return true
}

// Fail makes err the error of the document, at the current element.
func (e *Encoder) Fail(err error) {
	if err != nil && e.err == nil {
		e.err = &EncodeError{Path: e.Path(), Msg: err.Error(), err: err}
	}
}

// Failf is [Encoder.Fail] with a text.
func (e *Encoder) Failf(format string, args ...any) {
	if e.err == nil {
		e.err = &EncodeError{Path: e.Path(), Msg: fmt.Sprintf(format, args...)}
	}
}

// failAt is Failf at a leaf or attribute below the current element.
func (e *Encoder) failAt(below, msg string) {
	if e.err == nil {
		e.err = &EncodeError{Path: e.Path() + below, Msg: msg}
	}
}

// Path returns the local names of the open elements, as in /message/body.
func (e *Encoder) Path() string {
	var b strings.Builder
	for _, f := range e.frames {
		raw := e.buf[f.at : f.at+f.n]
		for i, c := range raw {
			if c == ':' {
				raw = raw[i+1:]
				break
			}
		}
		b.WriteByte('/')
		b.Write(raw)
	}
	if b.Len() == 0 {
		return "/"
	}
	return b.String()
}
