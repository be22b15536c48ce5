package codec

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"unsafe"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/chars"
	"github.com/wbxgen/wbxgen/wire/internal/door"
)

// Encoder writes generated structs as a document, appending to a buffer that the caller may give and reuse. Each namespace
// is declared once, on the root element. The first error is kept, later calls do nothing useful, and the document is withheld.
type Encoder struct {
	conf door.Config
	buf  []byte
	from int // where the document starts in buf
	gap  int // where the namespace declarations of the root element go
	room int // bytes that are left free there, from experience with the document before
	err  error

	nested bool        // the root element's name is written
	pretty bool        // elements are indented, or more is done at each than to write it
	typing bool        // some leaf of the innermost object has an xsi:type, or was empty and has a default
	slow   bool        // pretty or typing
	kept   *wire.Extra // empty elements of the innermost object, nil where it has none
	frames []encFrame

	docs     int            // documents begun
	doc      int            // the same, or shadowed
	bare     prefix         // of names without prefix
	def      *prefix        // of elements in the default namespace that the root element declares, or nil
	defs     []*prefix      // all of these made, which a reused encoder need not make again
	hint     *Namespace     // of the root element, with the prefix that is preferred for it
	leaning  bool           // something has come to rely on that declaration
	defTold  bool           // bindings of raw nodes say what the default namespace is here
	used     []*prefix      // what the root element declares
	numbers  map[string]int // of these, the highest of a prefix that has many
	prefixes []*prefix      // all prefixes made
	shadows  []shadow       // namespace declarations that raw nodes made for themselves
	notes    noteWriter
	after    []wire.Node // comments behind the root element
	tags     *tags
	tagForm  bool     // tags are of the unqualified form
	elements int      // elements written without a prepared tag
	outline  *outline // set where only the names of children are wanted
	walk     *walk    // set where what is missing is wanted
	redact   bool     // secrets are not written
	words    []byte   // text under construction
	scratch  []byte   // buffer of an encoder of the pool
	kinds    itemKinds
	texts    unsafe.Pointer // the methods of texts in the lists that are written, nil where that is not known
}

// encFrame is an open element.
type encFrame struct {
	at, n    int         // where its raw name is in buf, and how long
	body     int         // where its start tag ends
	extra    *wire.Extra // what its struct has no field for
	leaves   nameCounts  // those written, where something is kept of some leaf
	index    leafIndex   // of what is kept
	typed    bool        // xsi:type is written
	void     bool        // xsi:nil is written, so that there is no content
	children bool        // a child element is written
	mixed    bool        // text is written, so that indenting would change it
}

// NewEncoder returns an encoder. Call [Encoder.Reset] to give it a buffer.
func NewEncoder(opts ...wire.Option) *Encoder {
	return &Encoder{conf: door.Configure(opts), tags: &noTags}
}

// Reset makes the encoder append to buf from now on, and forget errors. It uses all of buf's capacity.
func (e *Encoder) Reset(buf []byte) {
	e.buf, e.err = buf, nil
}

// Bytes returns the buffer: what it held before, and the documents written since. After an error it ends before the document at fault.
func (e *Encoder) Bytes() []byte { return e.buf }

// Err returns the first error since Reset: nil or an [*wire.EncodeError].
func (e *Encoder) Err() error { return e.err }

func (e *Encoder) appendTo(dst []byte, root Name, v Appender) ([]byte, error) {
	e.Reset(dst)
	err := e.Document(root, v)
	return e.buf, err
}

// retire puts the encoder into the pool.
func (e *Encoder) retire() {
	e.Reset(nil)
	e.conf = door.Config{}
	shed(&e.words)
	clear(e.frames[:cap(e.frames)])
	clear(e.notes.open[:cap(e.notes.open)])
	encoders.Put(e)
}

// Document writes v as a document whose root element is root.
func (e *Encoder) Document(root Name, v Appender) error {
	if e.err != nil {
		return e.err
	}
	e.begin(root)
	if e.outline == nil && e.walk == nil {
		if fault := documentFault(&root, e.conf.Indent); fault != "" {
			e.failAt("", fault)
			e.buf = e.buf[:e.from]
			return e.err
		}
	}
	v.AppendXML(e)
	e.end()
	for i := range e.after {
		e.buf = append(e.buf, '\n')
		e.note(&e.after[i])
	}
	e.after = nil
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

// documentFault says why there can be no document with this root element and indentation.
func documentFault(root *Name, indent string) string {
	switch {
	case !chars.IsNCName(root.Local):
		return fmt.Sprintf("the name of the root element is %q: {namespace}local is wanted, or local", root.String())
	case chars.SkipSpace([]byte(indent), 0) < len(indent):
		return fmt.Sprintf("%q is no white space to indent by", indent)
	}
	return ""
}

// begin starts a document.
func (e *Encoder) begin(root Name) {
	e.from = len(e.buf)
	e.nested, e.kept = false, nil
	e.frames, e.used, e.numbers, e.shadows = e.frames[:0], e.used[:0], nil, e.shadows[:0]
	e.pretty = e.conf.Indent != "" || e.outline != nil || e.walk != nil
	e.slow, e.typing = e.pretty, false
	e.docs++
	e.doc, e.bare.doc = e.docs, e.docs
	e.def, e.leaning, e.defTold = nil, false, false
	e.notes.open, e.after = e.notes.open[:0], nil
	if e.tags == nil || e.tagForm != e.conf.Unqualified {
		e.tags, e.tagForm = &noTags, e.conf.Unqualified
	}
	if e.conf.Declaration {
		e.buf = append(e.buf, `<?xml version="1.0" encoding="UTF-8"?>`+"\n"...)
	}
	e.hint = root.Space
	if root.Space != nil && (root.Space.Qualified || len(e.conf.Chosen) > 0) {
		e.chooseDefault(root.Space)
	}
	e.openTag(e.elementPrefix(root.Space).text, root.Local)
	e.gap = len(e.buf) - len(">")
	e.buf = append(slack(e.buf[:e.gap], e.room), '>')
	e.top().body = len(e.buf)
	e.nested = true
}

// Object writes an element with v as its attributes and content.
func (e *Encoder) Object(n *Name, v Appender) {
	if e.kept != nil && e.staysAbsent(n, v) {
		return
	}
	switch raw := v.(type) {
	case *RawElement:
		e.rawObject(n, v, &wire.Node{Attrs: raw.Attrs, Children: raw.Children, Bindings: raw.Bindings})
		return
	case *rawTyped:
		e.rawObject(n, v, &wire.Node{Attrs: raw.Attrs, Children: raw.Children, Bindings: raw.Bindings})
		return
	}
	e.start(n)
	if e.outline == nil {
		v.AppendXML(e)
	}
	e.end()
}

// staysAbsent reports whether a child that was absent is still as empty as it was read.
func (e *Encoder) staysAbsent(n *Name, v Appender) bool {
	return lacksAny(e.kept) && isUntouched(v) && e.isAbsent(n)
}

// isUntouched reports whether nobody has set anything in a struct.
func isUntouched(v Appender) bool {
	r := reflect.ValueOf(v)
	return r.Kind() == reflect.Pointer && r.Elem().IsZero()
}

// rawObject is Object where the content keeps prefixes.
func (e *Encoder) rawObject(n *Name, v Appender, raw *wire.Node) {
	shadows, told := len(e.shadows), e.defTold
	e.cast(e.rawScope(raw), e.isBare(n.Space))
	own := e.shadows[shadows:] // start declares its own
	e.start(n)
	e.declareShadows(own)
	v.AppendXML(e)
	e.end()
	e.defTold = told
}

// Start opens an element of a hand-written envelope; [Encoder.End] closes it.
func (e *Encoder) Start(n *Name) { e.start(n) }

// End closes the element that [Encoder.Start] opened.
func (e *Encoder) End() {
	if len(e.frames) < 2 {
		e.Failf("an element is closed that is not open")
		return
	}
	e.end()
}

// Typed writes an element of a polymorphic slot, with xsi:type.
func (e *Encoder) Typed(n *Name, v wire.Typed) {
	if v == nil {
		if e.dropped() || e.outline != nil {
			return
		}
		if e.walk != nil {
			e.walk.missItem(n.Local)
			return
		}
		e.Failf("%s has no value", n.Local)
		return
	}
	if raw, ok := v.(holder); ok {
		e.Object(n, (*rawTyped)(raw.Raw()))
		return
	}
	e.start(n)
	if e.outline == nil {
		e.writeType(v)
		e.top().typed = true
		AppenderOf(v).AppendXML(e)
	}
	e.end()
}

// Nil writes an element with xsi:nil="true". v may be nil, or write the attributes of the element.
func (e *Encoder) Nil(n *Name, v Appender) {
	var typ wire.QName
	if e.typing && v == nil && hasLeafTypes(e.kept) {
		typ, _ = e.leafType(n)
	}
	shadows := len(e.shadows)
	if raw, ok := v.(*RawElement); ok {
		e.cast(e.attrScope(raw.Bindings, raw.Attrs), e.isBare(n.Space))
	}
	own := e.shadows[shadows:]
	e.start(n)
	e.declareShadows(own)
	if !typ.IsZero() {
		e.writeTypeQName(typ)
	}
	e.writeNil()
	if v != nil {
		v.AppendXML(e)
	}
	e.end()
}

// writeNil writes xsi:nil="true". Content that comes later is dropped when the element ends.
func (e *Encoder) writeNil() {
	e.openAttr(&xsiNil)
	e.buf = append(e.buf, "true"...)
	e.closeAttr()
	e.top().void = true
}

// Begin is the first thing that an AppendXML method calls: it writes what x keeps for the start tag,
// and sees to it that unknown elements are written when the element ends.
func (e *Encoder) Begin(x *wire.Extra) {
	if x.Codec().P != nil && len(e.frames) > 0 {
		e.beginExtra(x)
	}
}

// beginExtra is Begin where there is something to write.
func (e *Encoder) beginExtra(x *wire.Extra) {
	f := e.top()
	f.extra = x
	f.leaves, f.index = f.leaves[:0], leafIndex{}
	p := x.Codec().P
	if len(p.Before) > 0 {
		e.notesBefore(p.Before)
	}
	if len(e.frames) == 1 {
		e.after = p.After
	}
	e.notes.begin(len(e.frames), x, e.redact)
	e.keep(x)
	if !f.typed && !p.Typ.IsZero() {
		e.writeTypeQName(p.Typ)
	}
	if p.Null && !f.void {
		e.writeNil()
	}
	e.declareHere(e.attrScope(p.Bindings, p.Attrs))
	e.Attrs(p.Attrs)
}

// note writes a comment or processing instruction.
func (e *Encoder) note(n *wire.Node) {
	var fault string
	if e.buf, fault = appendNote(e.buf, n); fault != "" {
		e.Failf("%s", fault)
	}
}

// notesBefore writes nodes in front of the innermost element, whose start tag ends the buffer.
func (e *Encoder) notesBefore(nodes []wire.Node) {
	f := e.top()
	at := f.at - len("<")
	tag := bytes.Clone(e.buf[at:])
	e.buf = e.buf[:at]
	for i := range nodes {
		e.note(&nodes[i])
		switch n := len(e.frames); {
		case n == 1:
			e.buf = append(e.buf, '\n')
		case !e.frames[n-2].mixed:
			e.line(n - 1)
		}
	}
	moved := len(e.buf) - at
	e.buf = append(e.buf, tag...)
	f.at += moved
	f.body += moved
	if len(e.frames) == 1 {
		e.gap += moved
	}
}

// countChild is called before a child of the name is written: notes may be before it.
func (e *Encoder) countChild(space, local string) {
	for _, n := range e.notes.child(len(e.frames), space, local) {
		e.child()
		e.note(n)
	}
}

// keep makes x what the innermost object has no field for.
func (e *Encoder) keep(x *wire.Extra) {
	e.kept = x
	e.typing = x != nil && (x.Codec().P.Leaves != nil || x.Codec().P.Filled != nil)
	e.slow = e.pretty || e.typing
	if n := e.notes.of(len(e.frames)); n != nil {
		e.slow, e.typing = true, e.typing || n.texts
	}
}

func (e *Encoder) top() *encFrame { return &e.frames[len(e.frames)-1] }

// start opens an element.
func (e *Encoder) start(n *Name) {
	t := &e.set(n)[0]
	if !e.calm(0) || !t.fits(n, e.doc) {
		if t = e.leaf(n, 0); t != nil && e.walk != nil {
			e.walk.enter(n.Local)
		}
	}
	if t == nil {
		e.longOpen(n)
		return
	}
	t.open(e)
}

// open writes the start tag of an element, for which there is room.
func (t *tag) open(e *Encoder) {
	at := len(e.buf)
	b := room(e.buf[at : at+leafRoom])
	*(*[tagSize]byte)(b[:]) = t.start
	e.buf = e.buf[:at+len("<>")+t.size]
	e.push(at+len("<"), t.size)
}

// longOpen is start for an element without a prepared tag.
func (e *Encoder) longOpen(n *Name) {
	p, shadows := e.elementPrefix(n.Space), len(e.shadows)
	e.cast(nil, p == &e.bare)
	e.openTag(p.text, n.Local)
	e.declareShadows(e.shadows[shadows:])
}

// openTag writes a start tag.
func (e *Encoder) openTag(prefix, local string) {
	if e.walk != nil {
		e.walk.enter(local)
	}
	at := len(e.buf) + len("<")
	e.buf = append(append(append(e.buf, '<'), prefix...), local...)
	n := len(e.buf) - at
	e.buf = append(e.buf, '>')
	e.push(at, n)
}

// push makes the element whose raw name is at buf[at:at+n] and whose start tag ends the buffer the innermost one.
func (e *Encoder) push(at, n int) {
	if len(e.frames) < cap(e.frames) {
		e.frames = e.frames[:len(e.frames)+1]
	} else {
		e.frames = append(e.frames, encFrame{})
	}
	f := e.top()
	f.at, f.n, f.body, f.extra = at, n, len(e.buf), nil
	f.typed, f.void, f.children, f.mixed = false, false, false, false
	e.kept, e.typing, e.slow = nil, false, e.pretty
}

// localOf returns the local part of a raw name.
func localOf(raw []byte) string {
	if i := bytes.IndexByte(raw, ':'); i >= 0 {
		raw = raw[i+1:]
	}
	return string(raw)
}

// child puts a child on a line of its own.
func (e *Encoder) child() {
	if e.pretty && len(e.frames) > 0 {
		if f := e.top(); !f.mixed {
			f.children = true
			e.line(len(e.frames))
		}
	}
}

// end closes the innermost element.
func (e *Encoder) end() {
	f := e.top()
	if len(e.buf) == f.body || e.pretty || f.void || f.extra != nil || len(e.shadows) > 0 || f.n > tagSize || cap(e.buf)-len(e.buf) < leafRoom {
		e.endSlow(f)
		return
	}
	e.endTag(f)
	e.pop()
}

// endTag writes the end tag of an element whose name is short, where there is room.
func (e *Encoder) endTag(f *encFrame) {
	at := len(e.buf)
	b := room(e.buf[at : at+leafRoom])
	*(*[tagSize]byte)(b[2:]) = *(*[tagSize]byte)(e.buf[f.at : f.at+tagSize : cap(e.buf)])
	b[0], b[1] = '<', '/'
	e.buf = append(e.buf[:at+len("</")+f.n], '>')
}

// endSlow is end in full.
func (e *Encoder) endSlow(f *encFrame) {
	if e.walk != nil {
		defer e.walk.leave()
	}
	if f.extra != nil {
		e.Nodes(f.extra.Codec().P.Elements)
		f = e.top()
		for _, n := range e.notes.rest(len(e.frames)) {
			e.child()
			e.note(n)
		}
		var fault string
		if e.buf, fault = e.notes.end(len(e.frames), e.buf, f.body); fault != "" {
			e.Failf("%s", fault)
		}
	}
	e.dropShadows(len(e.frames))
	if f.void {
		e.buf = e.buf[:f.body]
	}
	if len(e.buf) == f.body {
		e.buf = append(e.buf[:f.body-len(">")], "/>"...)
	} else {
		if f.children && !f.mixed {
			e.line(len(e.frames) - 1)
		}
		name := e.buf[f.at : f.at+f.n]
		e.buf = append(append(append(e.buf, "</"...), name...), '>')
	}
	e.pop()
}

// pop makes the parent the innermost element.
func (e *Encoder) pop() {
	n := len(e.frames) - 1
	e.frames = e.frames[:n]
	var kept *wire.Extra
	if n > 0 {
		kept = e.frames[n-1].extra
	}
	if e.kept = kept; kept != nil || e.typing {
		e.keep(kept) // a child with leaves to type may be in a parent with none
	}
}

// line begins a line at the depth.
func (e *Encoder) line(depth int) {
	if !e.pretty {
		return
	}
	e.buf = append(e.buf, '\n')
	for range depth {
		e.buf = append(e.buf, e.conf.Indent...)
	}
}

// text writes the text of an element with simple content.
func (e *Encoder) text(s string) {
	if s == "" && wasBlank(e.kept, &contentName) {
		s = " "
	}
	if s == "" || e.kept != nil && e.isFilled(&contentName, s) {
		return
	}
	e.openText()
	if at := len(e.buf); len(s) <= shortText && cap(e.buf)-at >= len(s) && copyPlain(e.buf[at:at+len(s)], s) {
		e.buf = e.buf[:at+len(s)]
		return
	}
	var fault string
	if e.buf, fault = escape(e.buf, s); fault != "" {
		e.failAt("", fault)
	}
}

// openText notes that the innermost element has text.
func (e *Encoder) openText() {
	if len(e.frames) > 0 {
		e.top().mixed = true
	}
}

// openAttr writes an attribute up to its opening quote. closeAttr writes the rest.
func (e *Encoder) openAttr(n *Name) {
	e.openRawAttr(e.attrPrefix(n), n.Local)
}

func (e *Encoder) openRawAttr(prefix, local string) {
	b := e.buf
	if len(e.frames) == 0 || len(b) != e.top().body {
		e.Failf("the attribute %s comes after content", local)
	} else {
		b = b[:len(b)-len(">")]
	}
	b = append(append(append(b, ' '), prefix...), local...)
	e.buf = append(b, `="`...)
}

// closeAttr ends an attribute, and with it the start tag.
func (e *Encoder) closeAttr() {
	e.buf = append(e.buf, `">`...)
	if len(e.frames) > 0 {
		e.top().body = len(e.buf)
	}
}

// attrPrefix returns the prefix, with its colon, that an attribute gets.
func (e *Encoder) attrPrefix(n *Name) string {
	if n.Space == nil || e.conf.Unqualified && n == &xsiNil {
		return ""
	}
	return e.prefix(n.Space).text
}

func (e *Encoder) stringAttr(n *Name, s string) { e.rawAttr(e.attrPrefix(n), n.Local, s) }

// rawAttr writes an attribute whose prefix comes with its colon.
func (e *Encoder) rawAttr(prefix, local, value string) {
	if e.shortAttr(prefix, local, value) {
		return
	}
	e.openRawAttr(prefix, local)
	var fault string
	if e.buf, fault = escapeAttr(e.buf, value); fault != "" {
		e.failAt("@"+local, fault)
	}
	e.closeAttr()
}

// shortAttr is rawAttr where there is room and nothing of the value needs escaping. Else it changes nothing and reports false.
func (e *Encoder) shortAttr(prefix, local, value string) bool {
	n := len(e.buf)
	if cap(e.buf)-n < len(prefix)+len(local)+len(value)+len(` =""`) || len(e.frames) == 0 || n != e.top().body {
		return false
	}
	if chars.SkipQuoted(chars.BytesOf(value), 0) < len(value) {
		return false
	}
	b := append(append(append(e.buf[:n-1], ' '), prefix...), local...)
	b = append(append(append(b, '=', '"'), value...), '"', '>')
	e.buf, e.top().body = b, len(b)
	return true
}

func listLeaf(e *Encoder, n *Name, words []byte) { e.stringLeaf(n, chars.View(words)) }
func listAttr(e *Encoder, n *Name, words []byte) { e.stringAttr(n, chars.View(words)) }
func listText(e *Encoder, words []byte)          { e.text(chars.View(words)) }

// missing is called for an element without value: it may have been there, and empty.
func (e *Encoder) missing(n *Name) {
	if e.kept != nil {
		e.writeEmpty(n)
	}
}

// missingEach is missing for an element that may repeat: it may have been there and empty more than once.
func (e *Encoder) missingEach(n *Name) {
	if e.kept == nil {
		return
	}
	for range empties(e.kept, n) {
		e.emptyLeaf(n)
	}
}

func (e *Encoder) missingAttr(n *Name) {
	if e.kept != nil {
		e.writeEmptyAttr(n)
	}
}

// writeEmpty writes the element if the document had it empty, and reports whether it is done with: the document may have
// had none at all.
func (e *Encoder) writeEmpty(n *Name) bool {
	if e.isAbsent(n) {
		return true
	}
	if empties(e.kept, n) == 0 {
		return false
	}
	e.emptyLeaf(n)
	return true
}

func (e *Encoder) writeEmptyAttr(n *Name) bool {
	if e.isAbsentAttr(n) {
		return true
	}
	if empties(e.kept, n) == 0 {
		return false
	}
	e.stringAttr(n, "")
	return true
}

// Fail makes err the error of the document, at the current element.
func (e *Encoder) Fail(err error) {
	if err != nil && e.err == nil {
		e.err = &wire.EncodeError{Path: e.Path(), Msg: err.Error(), Err: err}
	}
}

// Failf is [Encoder.Fail] with a text.
func (e *Encoder) Failf(format string, args ...any) {
	if e.err == nil {
		e.err = &wire.EncodeError{Path: e.Path(), Msg: fmt.Sprintf(format, args...)}
	}
}

// failAt is Failf at a leaf or attribute below the current element.
func (e *Encoder) failAt(below, msg string) {
	if e.err == nil {
		e.err = &wire.EncodeError{Path: e.Path() + below, Msg: msg}
	}
}

// Path returns the local names of the open elements, as in /message/body.
func (e *Encoder) Path() string {
	var b strings.Builder
	for _, f := range e.frames {
		b.WriteByte('/')
		b.WriteString(localOf(e.buf[f.at : f.at+f.n]))
	}
	if b.Len() == 0 {
		return "/"
	}
	return b.String()
}
