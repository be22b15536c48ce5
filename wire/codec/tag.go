package codec

import (
	"encoding/binary"
	"unsafe"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

const (
	tagSize   = 32 // bytes of a prepared end tag
	tagBits   = 8
	tagSets   = 1 << tagBits // pairs of prepared tags of an encoder
	tagsAfter = 64           // elements that an encoder writes before it prepares tags
	longInt   = 20           // characters of the longest 64-bit number
)

// tag is the start and end tag of an element, ready to be copied as a block of fixed size. It is found by where the
// local name is in memory, and that memory is not reused while local holds it.
type tag struct {
	local      string
	space      *Namespace
	prefix     *prefix // nil in an empty slot
	size       int     // bytes of the name with its prefix
	start, end [tagSize]byte
}

// tags are the prepared tags of an encoder.
type tags struct {
	byName  [tagSets][2]tag // two for each of the places that names have
	byTable [][]tag         // copies of them, by the id of a fieldSet and the number of a field of its content
}

// noTags is what an encoder has before it prepares tags. It is never written to, and fits no name.
var noTags tags

// fits reports whether the tag is that of the name, under a prefix that the document has declared.
func (t *tag) fits(n *Name, doc int) bool {
	return t.prefix != nil && t.prefix.doc == doc && t.space == n.Space &&
		unsafe.StringData(t.local) == unsafe.StringData(n.Local) && len(t.local) == len(n.Local)
}

// set returns where the tag of the name belongs, by where that is in memory.
func (e *Encoder) set(n *Name) *[2]tag { return &e.tags.byName[tagHash(n)] }

func tagHash(n *Name) uint32 {
	const spread = 0x9E3779B1 // 2^32 over the golden ratio: names of one table are neighbours, and come one after the other
	return uint32(uintptr(unsafe.Pointer(n))>>3) * spread >> (32 - tagBits)
}

// other returns the tag of the name where the first of its set does not fit, or nil where the name is too long, the
// encoder has written too little for preparing tags to pay, or prefixes are shadowed. A third and fourth name that belong to
// one set have their tags in the one beside it, where there is room.
func (e *Encoder) other(n *Name) *tag {
	set, beside := e.set(n), &e.tags.byName[tagHash(n)^1]
	for _, t := range [...]*tag{&set[1], &beside[1], &beside[0]} {
		if t.fits(n, e.doc) {
			return t
		}
	}
	if e.elements++; e.elements < tagsAfter || e.doc == shadowed {
		return nil
	}
	p := e.elementPrefix(n.Space)
	if len(p.text)+len(n.Local) > tagSize-len("</>") || n.Local == "" || p.doc != e.doc {
		return nil
	}
	if e.tags == &noTags {
		e.tags = new(tags)
	}
	set, beside = e.set(n), &e.tags.byName[tagHash(n)^1]
	t := &set[0]
	switch {
	case !set[1].inUse(e.doc):
		set[1] = set[0]
	case !beside[1].inUse(e.doc):
		t = &beside[1]
	default:
		set[1] = set[0]
	}
	t.prepare(n, p)
	return t
}

// inUse reports whether the tag is that of some name in the document.
func (t *tag) inUse(doc int) bool { return t.prefix != nil && t.prefix.doc == doc }

// prepare makes t the tag of the name under the prefix.
func (t *tag) prepare(n *Name, p *prefix) {
	size := len(p.text) + len(n.Local)
	*t = tag{local: n.Local, space: n.Space, prefix: p, size: size}
	t.start[0], t.end[0], t.end[1] = '<', '<', '/'
	t.start[1+size], t.end[2+size] = '>', '>'
	copy(t.start[1+copy(t.start[1:], p.text):], n.Local)
	copy(t.end[2:2+size], t.start[1:])
}

// longTag writes a tag of which there is no prepared form, without its '>'.
func (e *Encoder) longTag(open string, n *Name) {
	p := e.elementPrefix(n.Space)
	e.buf = append(append(append(e.buf, open...), p.text...), n.Local...)
}

// longStart writes the start tag of a leaf of which there is no prepared form.
func (e *Encoder) longStart(n *Name) {
	var typ wire.QName
	if e.typing && hasLeafTypes(e.kept) {
		var bindings []wire.Binding
		typ, bindings = e.leafType(n)
		e.cast(bindings, e.isBare(n.Space))
	}
	if !typ.IsZero() && typ.Space == "" {
		e.cast(e.noSpace(), false)
	}
	if len(e.shadows) > 0 || e.def != nil {
		e.cast(nil, e.isBare(n.Space))
	}
	e.longTag("<", n)
	if len(e.shadows) > 0 {
		e.leafShadows()
	}
	if !typ.IsZero() {
		prefix, text := e.typeOf(typ)
		e.buf = append(append(append(e.buf, ' '), e.attrPrefix(&xsiType)...), xsiType.Local+`="`...)
		e.typeValue(prefix, text)
		e.buf = append(e.buf, '"')
	}
	e.buf = append(e.buf, '>')
	e.notes.leafStarts(len(e.frames), len(e.buf))
}

// hasLeafTypes reports whether leaves must be counted: some have an xsi:type, or were empty and have a default.
func hasLeafTypes(x *wire.Extra) bool {
	return x != nil && (x.Codec().P.Leaves != nil || x.Codec().P.Filled != nil)
}

// leafType returns the xsi:type that the document had at the leaf that comes next, or the zero QName, and the bindings that its
// text needs.
func (e *Encoder) leafType(n *Name) (wire.QName, []wire.Binding) {
	f := e.top()
	run := f.leaves.next(n)
	f.leaves.put(n, run)
	if i, ok := e.keptLeaves().types[leafKeyOf(n, run, "")]; ok {
		l := &e.kept.Codec().P.Leaves[i]
		return l.Typ, l.Bindings
	}
	return wire.QName{}, nil
}

// slack makes b n bytes longer. What they hold is left open.
func slack(b []byte, n int) []byte {
	if cap(b)-len(b) < n {
		b = append(b, make([]byte, n)...)
		return b
	}
	return b[:len(b)+n]
}

// copyPlain copies s to the front of b, which is no shorter. It reports whether character data takes over all of s as it is.
func copyPlain(b []byte, s string) bool {
	in := chars.BytesOf(s)
	last := len(in) - 8
	switch {
	case len(b) < len(in):
		return false
	case last < 0:
		return copyShort(b, in)
	}
	for p := 0; p < last; p += 8 {
		w := chars.WordAt(in, p)
		if chars.Special(w) != 0 {
			return false
		}
		chars.PutWordAt(b, p, w)
	}
	w := chars.WordAt(in, last)
	chars.PutWordAt(b, last, w)
	return chars.Special(w) == 0
}

// copyQuoted copies s to the front of b. It reports whether a value in double quotes takes over all of s as it is.
func copyQuoted(b []byte, s string) bool {
	in := chars.BytesOf(s)
	if len(b) < len(in) {
		return false
	}
	p := 0
	for ; p+8 <= len(in); p += 8 {
		w := chars.WordAt(in, p)
		if chars.Special(w)|firstOf(w, '"') != 0 {
			return false
		}
		chars.PutWordAt(b, p, w)
	}
	for ; p < len(in); p++ {
		if chars.Classes[in[p]]&chars.PlainValue == 0 && in[p] != '\'' {
			return false
		}
		b[p] = in[p]
	}
	return true
}

// copyShort is copyPlain for less than eight bytes: from four on those are two half words, which may overlap.
func copyShort(b, in []byte) bool {
	if last := len(in) - 4; last >= 0 {
		first, rest := binary.LittleEndian.Uint32(in), binary.LittleEndian.Uint32(in[last:])
		binary.LittleEndian.PutUint32(b, first)
		binary.LittleEndian.PutUint32(b[last:], rest)
		return chars.Special(uint64(first)|uint64(rest)<<32) == 0
	}
	for p, c := range in {
		if chars.Classes[c]&chars.PlainText == 0 {
			return false
		}
		b[p] = c
	}
	return true
}
