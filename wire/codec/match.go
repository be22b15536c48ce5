package codec

import (
	"strings"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/chars"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

const miss = -2

// Begin is the first thing that a DecodeXML method calls: it binds the element to the Extra of its struct.
func (d *Decoder) Begin(x *wire.Extra) {
	if d.state == failed {
		return
	}
	x.Codec().P = nil
	d.top.extra = x
	if d.conf.Comments {
		d.noteStart(x)
	}
	if d.met != nil && len(d.frames) == 1 {
		x.Codec().Hold().Root = d.met
	}
	if !d.top.restDue {
		return
	}
	if !d.top.typed {
		d.keepType(x)
	}
	if d.top.void = d.Nil(); d.top.void && (d.top.typed || len(d.frames) == 1) {
		x.Codec().Hold().Null = true // no field says it
	}
}

// Next goes on to the next child of the element and returns its index in tab, a wildcard's index, or End after the
// element's end tag. A child that was not read is passed over. White space, comments and processing instructions
// between children are nothing; other text is an error, or nothing in lenient reading.
//
// A name matches the nearest entry from the last match forward, then from the start; one that has forks the first that
// can follow the last match. See [wire.Lenient] for what else matches, and [wire.Unknown] for what becomes of the rest.
func (d *Decoder) Next(tab *Table) int {
	if d.state == inContent {
		if i := d.quick(tab); i != miss {
			return i
		}
	}
	return d.nextSlow(tab)
}

// quick is Next where the window holds what is needed, and that is an end tag or the usual kind of start tag,
// whose raw name is that of a later entry of the table. Otherwise it changes nothing and returns miss.
func (d *Decoder) quick(tab *Table) int { return d.quickIn(tab, tab.entries()) }

// quickIn is quick where the entries of the table are at hand.
func (d *Decoder) quickIn(tab *Table, x *entries) int {
	s := d.s.Codec()
	b, p := s.Buf, s.Pos
	if p < len(b) && b[p] != '<' {
		p = chars.SkipSpace(b, p)
	}
	if p+8 > len(b) {
		return miss
	}
	w := chars.WordAt(b, p)
	if uint16(w) == '<'|'/'<<8 {
		return d.quickEnd(p, tab)
	}
	h := d.hot
	if !h.starts(b, p, w, s.Gen) {
		if h = d.otherHot(b, p, w); h == nil {
			return miss
		}
	}
	at := p + 1 + h.size
	if at+8 > len(b) || len(s.Elems) >= s.Limits.Depth {
		return miss
	}
	start, f := chars.WordAt(b, at), d.top
	keys, i := x.keys, f.last
	if i < 0 || !f.many {
		i++
	}
	for ; i < len(keys); i++ {
		k := &keys[i]
		if (start^k.start)&k.mask != 0 {
			continue
		}
		end := at + k.size
		if k.odd || end >= len(b) || b[end] != '>' {
			break
		}
		if k.space != h.space && !h.fits(k.space) || !k.ends(b, at, end) {
			continue
		}
		e := &x.elements[i]
		if k.again {
			f.count(i, e)
		} else if f.seen>>i&1 != 0 {
			return miss
		}
		f.seen |= 1 << i
		f.prev, f.last, f.many = f.last, i, e.Many
		d.nameAt, d.nameEnd = p+1, end
		s.Tok, s.Pos = p, end+1
		d.state, d.cur, d.late = onLeaf, &e.Name, false
		return i
	}
	return d.quickOther(tab, p, h)
}

// quickOther is quick for the start tag at buf[p] where that has attributes, or where it is that of an item.
func (d *Decoder) quickOther(tab *Table, p int, h *hotName) int {
	s := d.s.Codec()
	i := d.quickEntry(tab, s.Buf[p+1+h.size:], h)
	if i < 0 || i >= 64 || tab.Forks != nil && tab.isFork(i) || len(s.Elems) >= s.Limits.Depth {
		return miss
	}
	e, f := &tab.entries().elements[i], d.top
	if f.seen>>i&1 != 0 && !e.Many && !e.Again {
		return miss
	}
	name := d.nameOf(e)
	if !d.enter(p, len(name.Local), h) {
		return miss
	}
	f.seen |= 1 << i
	f.follow(i, e)
	d.cur, d.late = name, false
	return i
}

// quickEntry returns the index of a later entry of the table that has the name rest begins with, -1 for none.
func (d *Decoder) quickEntry(tab *Table, rest []byte, h *hotName) int {
	x, start, i := tab.entries(), endOfName(chars.Word(rest, 0)), d.top.from()
	keys, elements := x.keys, x.elements
	for ; i < len(keys) && i < len(elements); i++ {
		if (start^keys[i].start)&keys[i].mask != 0 {
			continue
		}
		switch e := &elements[i]; {
		case e.Items != nil:
			if d.item = e.Items.quick(rest, 0, h); d.item >= 0 {
				return i
			}
		case keys[i].space != h.space && !h.fits(keys[i].space):
		case keys[i].size < len(rest) && (rest[keys[i].size] == '>' || rest[keys[i].size] == ' ') && keys[i].ends(rest, 0, keys[i].size):
			return i
		}
	}
	return -1
}

// enter makes the child at buf[p] the one at hand, whose local name has so many bytes. It reports false where the start tag
// is not one of the usual.
func (d *Decoder) enter(p, local int, h *hotName) bool {
	s := d.s.Codec()
	at, end := p+1, p+1+h.size+local
	if s.Buf[end] == '>' {
		d.nameAt, d.nameEnd = at, end
		s.Tok, s.Pos = p, end+1
		d.state = onLeaf
		return true
	}
	if !s.QuickTag(at, end, max(0, h.size-1), h.uri) {
		return false
	}
	d.state = onElement
	return true
}

// quickEnd is quick at "</".
func (d *Decoder) quickEnd(p int, tab *Table) int {
	s := d.s.Codec()
	b := s.Buf
	name := s.Names[s.Elems[len(s.Elems)-1].At:]
	end := p + 2 + len(name)
	if end >= len(b) || b[end] != '>' || string(b[p+2:end]) != string(name) {
		return miss
	}
	s.Tok, s.Pos = p, end+1
	d.state = atEnd
	if tab.Need&^d.top.seen != 0 || tab.Needs != nil {
		d.lack(tab)
	}
	return End
}

// follow notes that entry i is the one that matched last.
func (f *frame) follow(i int, e *Element) {
	if e.Many || e.Again {
		f.count(i, e)
	}
	f.prev, f.last, f.many = f.last, i, e.Many
}

// count counts a child whose name may come more than once, by its name: in a, b, a it goes on where a was left.
func (f *frame) count(i int, e *Element) {
	switch {
	case i == f.counting:
		f.run++
	case f.extra != nil && e.Items == nil:
		f.uncount()
		f.counting, f.counted = i, &e.Name
		f.run = f.counts.next(f.counted)
	}
}

// uncount remembers how many have come of what is being counted.
func (f *frame) uncount() {
	if f.counted != nil {
		f.counts.put(f.counted, f.run)
	}
	f.counted = nil
}

// before returns how many children of its name came before the child matched last.
func (f *frame) before() int {
	if f.counting == f.last {
		return f.run
	}
	return 0
}

// mark notes that entry i occurs, which other entries may share the name of; it reports false, and notes nothing, where it
// may not occur again.
func (f *frame) mark(i int, e *Element, fork bool) bool {
	word, bit := &f.seen, uint64(1)<<(i&63)
	if i >= 64 {
		word = f.moreSeen(i>>6 - 1)
	}
	if *word&bit != 0 && !e.Many && !e.Again {
		return false
	}
	*word |= bit
	if f.follow(i, e); fork && !e.Many && !e.Again {
		f.count(i, e)
	}
	return true
}

// has reports whether entry i has occurred.
func (f *frame) has(i int) bool {
	if i >= 64 {
		return *f.moreSeen(i>>6 - 1)>>(i&63)&1 != 0
	}
	return f.seen>>i&1 != 0
}

// moreSeen returns the k-th word of more.
func (f *frame) moreSeen(k int) *uint64 {
	if !f.high {
		f.more, f.high = f.more[:0], true
	}
	for len(f.more) <= k {
		f.more = append(f.more, 0)
	}
	return &f.more[k]
}

// nextSlow is Next without shortcuts.
func (d *Decoder) nextSlow(tab *Table) int {
	for {
		switch d.state {
		case onElement, onLeaf:
			d.Skip()
			continue
		case inTail:
			d.s.Codec().Pop()
			d.state = inContent
			return d.Next(tab)
		case inContent, inSlow, onAttr:
		default:
			return End
		}
		d.state = inSlow
		if d.top.restDue {
			d.restAttrs()
		}
		if d.state == failed {
			return End
		}
		switch k := d.s.Codec().Next(); k {
		case xmltext.StartElement:
			d.state = onElement
			if i := d.match(tab); i != miss {
				return i
			}
		case xmltext.EndElement:
			d.noteEnd()
			d.state = atEnd
			if tab.Need&^d.top.seen != 0 || tab.Needs != nil {
				d.lack(tab)
			}
			return End
		case xmltext.CharData, xmltext.CData:
			d.stray()
		case xmltext.Comment, xmltext.ProcInst:
			d.noteAhead(k)
		case xmltext.EntityRef:
			d.Failf("the entity &%s; is used in content", d.s.Codec().Target)
		case xmltext.EOF:
			d.stop(d.s.Codec().Err)
		}
	}
}

// stray is reached with text among child elements.
func (d *Decoder) stray() {
	if d.conf.Lenient || chars.SkipSpace(d.s.Codec().Val, 0) == len(d.s.Codec().Val) {
		return
	}
	d.Failf("text %s between child elements", chars.Quoted(d.s.Codec().Val))
}

// match finds what the child at hand is. It returns miss where the child has been dealt with.
func (d *Decoder) match(tab *Table) int {
	space, local := d.topSpace(), d.s.Codec().TopLocal()
	i, elements := d.exact(tab, space, local), tab.entries().elements
	if i >= 0 {
		d.settleItem(&elements[i], space, local)
		d.heat(d.nameOf(&elements[i]))
	} else if d.conf.Lenient {
		if i = d.loose(tab, space, local); i >= 0 {
			d.settleItem(&elements[i], space, local)
		}
	}
	wild := End
	if len(tab.Wildcards) > 0 {
		wild = tab.elementWildcard(space, d.top.last)
	}
	if i >= 0 && (wild == End || !d.passed(i, &elements[i])) {
		e := &elements[i]
		if d.top.mark(i, e, tab.Forks != nil && tab.isFork(i)) {
			d.cur, d.late = d.nameOf(e), false
			if d.conf.Comments {
				d.noteChild(d.cur.URI(), d.cur.Local)
			}
			return i
		}
		if wild == End {
			return d.surplus(local)
		}
	}
	if wild != End {
		d.cur, d.item, d.late = nil, -1, false
		if d.conf.Comments {
			d.noteChild(space, string(local))
		}
		return wild
	}
	d.unknown(tab)
	return miss
}

// passed reports whether entry i is over and done with where what came last has matched. Then a wildcard that admits the
// name takes the element. In lenient reading the order does not tell.
func (d *Decoder) passed(i int, e *Element) bool {
	return i < d.top.from() && !e.Again && !d.conf.Lenient
}

// from returns the entry at which the search for the next match begins.
func (f *frame) from() int {
	if f.last < 0 || !f.many {
		return f.last + 1
	}
	return f.last
}

// exact finds the entry with the expanded name, or in unqualified form with the local name of an element in no namespace.
func (d *Decoder) exact(tab *Table, space string, local []byte) int {
	bare := d.conf.Unqualified
	if bare && space != "" {
		return End
	}
	elements := tab.entries().elements
	for k := range tab.Forks {
		f := &tab.Forks[k]
		if e := &elements[f.Index]; e.is(space, local, bare) && f.follows(d.top.last) {
			return f.Index
		}
	}
	n, from := len(elements), d.top.from()
	for k := range n {
		i := from + k
		if i >= n {
			i -= n
		}
		if e := &elements[i]; e.is(space, local, bare) {
			return i
		}
	}
	return End
}

// loose finds the entry by its local name or an alias. Where several entries have the name, an element without prefix is
// the nearest of them, and one with an undeclared prefix that whose namespace prefers this prefix.
func (d *Decoder) loose(tab *Table, space string, local []byte) int {
	elements := tab.entries().elements
	n, from, prefix := len(elements), d.top.from(), d.s.Codec().TopPrefix()
	found, count := End, 0
	for k := range n {
		i := from + k
		if i >= n {
			i -= n
		}
		e := &elements[i].Name
		if g := elements[i].Items; g != nil {
			list := g.loose(local)
			if len(list) == 0 {
				continue
			}
			e, count = &g.types()[list[0]].Name, count+len(list)-1
		} else if e.Local != string(local) {
			continue
		}
		if space == "" && (len(prefix) == 0 || e.Space != nil && e.Space.Prefix == string(prefix)) {
			return i
		}
		found = i
		count++
	}
	switch {
	case count > 1:
		return End
	case count == 0:
		found = tab.aliasOf(local)
	}
	if found >= n {
		return End
	}
	return found
}

// surplus is reached with a child that may not occur again. It returns miss.
func (d *Decoder) surplus(local []byte) int {
	if d.conf.Lenient || d.top.derived {
		d.keep()
		return miss
	}
	d.Failf("the element %s occurs twice", local)
	return End
}

// unknown deals with a child that the table does not know. What belongs to the type that xsi:type names is kept, as
// that name is: written again, the one would not be true without the other.
func (d *Decoder) unknown(tab *Table) {
	switch {
	case d.conf.Unknown == uint8(wire.KeepUnknown), d.top.derived:
		d.keep()
	case d.conf.Unknown == uint8(wire.RefuseUnknown):
		d.Failf("the element %s is unknown here%s", d.Name(), d.expected(tab))
	default:
		d.Skip()
	}
}

// keep puts the current child among the unknown elements of its struct.
func (d *Decoder) keep() {
	if d.top.extra == nil {
		d.Skip()
		return
	}
	before := d.notes.takeAhead(len(d.frames))
	if n := d.Node(); d.err == nil {
		x := d.top.extra.Codec().Hold()
		x.Elements = append(append(x.Elements, before...), n)
	}
}

// expected names the entries of the table that could have come.
func (d *Decoder) expected(tab *Table) string {
	const most = 6
	var names []string
	elements := tab.entries().elements
	for i := d.top.from(); i < len(elements) && len(names) < most; i++ {
		if g := elements[i].Items; g != nil {
			for _, t := range g.types()[:min(len(g.types()), most-len(names))] {
				names = append(names, t.Name.Local)
			}
			continue
		}
		names = append(names, elements[i].Name.Local)
	}
	if len(names) == 0 {
		return ""
	}
	return "; expected " + strings.Join(names, ", ")
}

// Choose is called where the current child selects a branch of a choice, and taken says that another branch is set already.
// It reports whether the branch may be filled. A second branch is an error, or in lenient reading kept among the unknown elements.
func (d *Decoder) Choose(taken bool) bool {
	switch {
	case d.state == failed:
		return false
	case !taken:
		return true
	case d.conf.Lenient:
		d.settle()
		d.keep()
		return false
	}
	d.settle()
	d.Failf("a second branch of a choice")
	return false
}

// Restart reports whether the current child starts a new instance of the repeated group whose entries have the
// indexes first to last: the child before it was outside the group, or does not come before it in the group.
func (d *Decoder) Restart(first, last int) bool {
	if d.top == nil {
		return false
	}
	f := d.top
	return f.prev < first || f.prev > last || f.last < f.prev || f.last == f.prev && !f.many
}
