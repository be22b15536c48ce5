package codec

import (
	"unsafe"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// quickItems reads items of mixed content for as long as the window holds what is needed: a text without references, up to a
// tag; the usual kind of start tag of an item; or the end tag, for which it reports true.
func (d *Decoder) quickItems(tab *Table, g *Items, set *itemSet) (ended bool) {
	s := d.s.Codec()
	for d.state == inContent {
		b, p := s.Buf, s.Pos
		if p+8 > len(b) || s.Brackets != 0 {
			return false
		}
		if b[p] != '<' {
			q, held := d.arena.copyRun(b, p)
			if q+1 >= len(b) || b[q] != '<' || b[q+1] == '!' || b[q+1] == '?' || q-p > s.Limits.Token {
				return false
			}
			s.Tok, s.Pos = p, q
			d.heap = append(d.heap, d.arena.item(set, d.arena.take(b[p:q], held)))
			continue
		}
		w := chars.WordAt(b, p)
		if uint16(w) == '<'|'/'<<8 {
			return d.quickEnd(p, tab) != miss
		}
		h := d.hot
		if !h.starts(b, p, w, s.Gen) {
			if h = d.otherHot(b, p, w); h == nil {
				return false
			}
		}
		at := p + 1 + h.size
		if at+8 > len(b) || len(s.Elems) >= s.Limits.Depth {
			return false
		}
		i := g.quick(b, at, h)
		if i < 0 || set.slots[i].methods == nil || !d.quickItem(g, set, i, p, h) {
			return false
		}
	}
	return false
}

// quickItem reads the item of the type with that index whose start tag is at buf[p], with the prefix h, to the end of the heap. It
// changes nothing and reports false where the tag is not one of the usual.
func (d *Decoder) quickItem(g *Items, set *itemSet, i, p int, h *hotName) bool {
	t, slot := g.types()[i], &set.slots[i]
	end := p + 1 + h.size + len(t.Name.Local)
	switch {
	case slot.mixed != nil:
		if v := d.quickElement(slot, &t.Name, p, end, h); v != nil {
			d.heap = append(d.heap, itemWords{slot.methods, v})
			return true
		}
	case slot.text != 0:
		if v := d.quickLeaf(slot, t, p, end); v != nil {
			d.heap = append(d.heap, itemWords{slot.methods, v})
			return true
		}
	}
	if !d.enter(p, len(t.Name.Local), h) {
		return false
	}
	d.cur, d.late = &t.Name, false
	d.heap = append(d.heap, d.newValue(g, set, i))
	return true
}

// quickElement reads the element of mixed type at buf[p], whose name ends at buf[end], where its tag is one of the usual.
// Otherwise it changes nothing and returns nil.
func (d *Decoder) quickElement(slot *itemSlot, name *Name, p, end int, h *hotName) unsafe.Pointer {
	s, m := d.s.Codec(), slot.mixed
	if s.Buf[end] == '>' {
		if m.need != 0 {
			return nil
		}
	} else if len(m.others) > 0 || !m.all {
		if i, _ := m.attrAt(d, s.Buf, end+1); i < 0 {
			return nil // as often there, so that it should cost little
		}
	}
	v, q := d.room(slot.layout), end+1
	if s.Buf[end] != '>' {
		if q = m.readTag(d, v, p, end); q < 0 {
			d.giveBack(slot.layout, v)
			return nil
		}
	}
	s.Tok, s.Pos = p, q
	s.Attrs = s.Attrs[:0]
	d.cur, d.late = name, false
	if s.Buf[q-2] != '/' {
		d.quickContent(m, v, p+1, end, h)
	}
	return v
}

// quickContent reads the content of the element with the raw name buf[at:end], whose start tag the scanner has passed, into a
// struct. A text alone, as most elements within a line have it, takes neither a frame nor an entry of the scanner's.
func (d *Decoder) quickContent(m *mixedType, v unsafe.Pointer, at, end int, h *hotName) {
	s := d.s.Codec()
	b, p := s.Buf, s.Pos
	g := m.group
	set := g.setFor(m.list)
	content := (*[]itemWords)(unsafe.Add(v, m.content))
	q, held := p, false
	if p+8 <= len(b) && b[p] != '<' {
		if q, held = d.arena.copyRun(b, p); q-p > s.Limits.Token {
			q = p
		}
	}
	isText := q > p && q+1 < len(b) && b[q] == '<' && b[q+1] != '!' && b[q+1] != '?'
	if isText || q == p {
		if tail := q + len("</") + end - at; tail < len(b) && b[tail] == '>' && b[q] == '<' && b[q+1] == '/' && chars.Same(b, q+2, at, end-at) {
			if isText {
				*content = d.arena.list(1)
				(*content)[0] = d.arena.item(set, d.arena.take(b[p:q], held))
			}
			s.Tok, s.Pos = q, tail+1
			return
		}
	}
	s.Open(b[at:end], max(0, h.size-1), h.uri)
	d.push(false)
	d.top.extra = (*wire.Extra)(unsafe.Add(v, m.extra))
	from := len(d.heap)
	if isText {
		d.heap = append(d.heap, d.arena.item(set, d.arena.take(b[p:q], held)))
		s.Tok, s.Pos = p, q
	}
	if list := d.mixed(m.tab, g, set, from); len(list) > 0 {
		*content = list
	}
	d.leave()
}

// quickLeaf reads the element at buf[p] whose value is a text alone, where that is there whole and needs no thought. Otherwise
// it changes nothing and returns nil.
func (d *Decoder) quickLeaf(slot *itemSlot, t *itemType, p, end int) unsafe.Pointer {
	s := d.s.Codec()
	b, at := s.Buf, end+1
	if b[end] != '>' || at+8 > len(b) {
		return nil
	}
	q, held := d.arena.copyRun(b, at)
	tail := q + len("</") + end - (p + 1)
	if q == at || q-at > s.Limits.Token || tail >= len(b) || b[tail] != '>' || b[q] != '<' || b[q+1] != '/' || !chars.Same(b, q+2, p+1, end-p-1) {
		return nil
	}
	d.cur, d.late = &t.Name, false
	d.countItem(t)
	v := d.room(slot.layout)
	if slot.text == 's' {
		*(*string)(v) = d.arena.take(b[at:q], held)
	} else {
		*(*string)(v) = d.kindOfText(slot.text, b[at:q])
	}
	s.Tok, s.Pos = p, tail+1
	return v
}
