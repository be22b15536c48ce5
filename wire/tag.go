package wire

import "unsafe"

const (
	tagSize   = 32  // bytes of a prepared end tag
	tagSlots  = 128 // prepared tags of an encoder
	tagsAfter = 64  // elements that an encoder writes before it prepares tags
	longInt   = 20  // characters of the longest 64-bit number
	tagRoom   = tagSize + 8
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

// noTags is what an encoder has before it prepares tags. It is never written to, and fits no name.
var noTags [tagSlots]tag

// fits reports whether the tag is that of the name, under a prefix that the document has declared.
func (t *tag) fits(n *Name, doc int) bool {
	return t.prefix != nil && t.prefix.doc == doc && t.space == n.Space &&
		unsafe.StringData(t.local) == unsafe.StringData(n.Local) && len(t.local) == len(n.Local)
}

// slot returns where the tag of the name belongs. The names of one table are neighbours in memory, and so are their slots.
func (e *Encoder) slot(n *Name) *tag {
	return &e.tags[uintptr(unsafe.Pointer(n))/unsafe.Sizeof(Element{})%tagSlots]
}

// prepare returns the tag of the name after filling its slot, or nil where the name is too long, the encoder has
// written too little for it to pay, or prefixes are shadowed.
func (e *Encoder) prepare(n *Name) *tag {
	if e.elements++; e.elements < tagsAfter || e.doc == shadowed {
		return nil
	}
	p := e.elementPrefix(n.Space)
	size := len(p.text) + len(n.Local)
	if size > tagSize-3 || n.Local == "" || p.doc != e.doc {
		return nil
	}
	if e.tags == &noTags {
		e.tags = new([tagSlots]tag)
	}
	t := e.slot(n)
	*t = tag{local: n.Local, space: n.Space, prefix: p, size: size}
	t.start[0], t.end[0], t.end[1] = '<', '<', '/'
	t.start[1+size], t.end[2+size] = '>', '>'
	copy(t.start[1+copy(t.start[1:], p.text):], n.Local)
	copy(t.end[2:2+size], t.start[1:])
	return t
}

// longTag writes a tag of which there is no prepared form, without its '>'.
func (e *Encoder) longTag(open string, n *Name) {
	p := e.elementPrefix(n.Space)
	e.buf = append(append(append(e.buf, open...), p.text...), n.Local...)
}

// slack makes b n bytes longer. What they hold is left open.
func slack(b []byte, n int) []byte {
	if cap(b)-len(b) < n {
		b = append(b, make([]byte, n)...)
		return b
	}
	return b[:len(b)+n]
}

// copyPlain copies s to the front of b, which is no shorter. It returns how much it copied before it met something
// that character data does not take over as it is.
func copyPlain(b []byte, s string) int {
	in := bytesOf(s)
	p := 0
	for ; p+8 <= len(in); p += 8 {
		w := word(in, p)
		if special(w) != 0 {
			return p
		}
		putWord(b, p, w)
	}
	if p == len(in) {
		return p
	}
	if len(in) >= 8 {
		w := word(in, len(in)-8)
		if special(w) != 0 {
			return p
		}
		putWord(b, len(in)-8, w)
		return len(in)
	}
	for ; p < len(in) && classes[in[p]]&plainText != 0; p++ {
		b[p] = in[p]
	}
	return p
}
