package codec

const (
	hotNames  = 4 // prefixes that a decoder remembers
	hotPrefix = 7 // bytes of a prefix, colon included, that a word holds
)

// hotName is a prefix that a child had, with the namespace that it stands for in one generation of bindings.
// It lets Next compare raw bytes with the names of a table. An empty prefix has size 0.
type hotName struct {
	start, mask uint64 // '<' and the prefix as the first bytes of a word, and which bits of it count
	size        int    // bytes of the prefix, colon included
	tail        string // those that the word does not hold
	gen         int    // 0 in an empty slot
	any         bool   // the namespace of a table entry does not count: unqualified form
	space       *Namespace
	uri         string // what the prefix stands for, which in unqualified form is not space
}

// fits reports whether the prefix is that of a namespace, which another package may have in a variable of its own.
func (h *hotName) fits(ns *Namespace) bool {
	return h.any || ns != nil && h.space != nil && ns.URI == h.space.URI
}

// starts reports whether the tag at b[p], of which w is the first word, has the prefix, in the generation gen of bindings.
func (h *hotName) starts(b []byte, p int, w uint64, gen int) bool {
	return (w^h.start)&h.mask == 0 && h.gen == gen && (h.tail == "" || h.hasTail(b[p:]))
}

func (h *hotName) hasTail(tag []byte) bool {
	return len(tag) > h.size && string(tag[1+hotPrefix:1+h.size]) == h.tail
}

// otherHot returns the remembered prefix that the tag at b[p] has, and makes it the one to be tried first.
func (d *Decoder) otherHot(b []byte, p int, w uint64) *hotName {
	for i := range d.hots {
		if h := &d.hots[i]; h.starts(b, p, w, d.s.Codec().Gen) {
			d.hot = h
			return h
		}
	}
	return nil
}

// heat remembers the prefix of the child at hand, which stands for the namespace of n.
func (d *Decoder) heat(n *Name) {
	s := d.s.Codec()
	e := &s.Elems[len(s.Elems)-1]
	prefix := s.Names[e.At : e.At+e.Colon]
	if e.Colon > 0 {
		prefix = s.Names[e.At : e.At+e.Colon+1]
	}
	if d.conf.Comments {
		return
	}
	short := min(len(prefix), hotPrefix)
	h := hotName{start: '<', mask: 1<<(8*short+8) - 1, size: len(prefix), gen: s.Gen, space: n.Space, uri: e.Space}
	if len(prefix) > short {
		h.tail = s.Intern(prefix[short:])
	}
	for i, c := range prefix[:short] {
		h.start |= uint64(c) << (8*i + 8)
	}
	if d.conf.Unqualified {
		h.space, h.any = nil, true
	}
	d.hots[d.coldest(h)] = h
}

// coldest returns the slot that h takes: its own of before, or else the one whose turn it is.
func (d *Decoder) coldest(h hotName) int {
	for i := range d.hots {
		if g := &d.hots[i]; g.gen == h.gen && g.start == h.start && g.mask == h.mask && g.tail == h.tail {
			d.hot = g
			return i
		}
	}
	d.turn = (d.turn + 1) % hotNames
	d.hot = &d.hots[d.turn]
	return d.turn
}
