package codec

import (
	"bytes"
	"reflect"
	"unsafe"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/chars"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// Item is what may stand in a list of elements that keeps their order: an element, a text of mixed content, or a raw
// node. Which ones a list can hold, its own interface says.
//
// A type of items has a method XMLTable, which returns its [Table], for text [TextTable] and for raw nodes
// [RawTable]. It may be called on a nil pointer.
type Item interface {
	Appender
	Tabled
}

// typeOfItem returns what is known of an item's element, nil where x is no item.
func typeOfItem(x Item) *itemType { return x.XMLTable().entries().item }

// itemType is an element that can be an item.
type itemType struct {
	Name Name // its Default is that of the element
	// New makes a value of the element's type, an [Object]; nil for an element that becomes a raw node.
	New func() Item
	// Whole says that the value writes its element itself, and reads it by a method DecodeXMLElement.
	Whole bool
	// Text is the letter of a kind, as in [Table.Fields], where a whole value is a struct of one field, which is a text.
	Text byte
	// Spellings are other local names, for lenient reading.
	Spellings []string

	layout unsafe.Pointer // a *layout, loaded and stored atomically
}

// The item types of what is no element that the schema names.
var (
	textItem = itemType{Whole: true}
	rawItem  = itemType{Whole: true}
)

// The tables of what is no element that the schema names.
var textTable, rawTable Table

// TextTable returns the table of items that are text.
func TextTable() *Table { return &textTable }

// RawTable returns the table of items that are raw nodes.
func RawTable() *Table { return &rawTable }

// Items are the items that one interface allows, static data of generated code. All tables that refer to a group share
// one value.
type Items struct {
	// Known has a nil pointer to each struct of an element.
	Known []Item
	// Names, where it is set, are the elements, as words like those of a [Table]: "#" for the next of Known, or the name of one
	// whose struct is not known here. "|" before a further local name says that it is another spelling, for lenient reading.
	Names  string
	Space  *Namespace
	Spaces []*Namespace
	// TextItem, where it is set, is an item that is text: some content is mixed. RawItem is one that is a raw node: there are
	// elements beside those that have a struct.
	TextItem, RawItem Item

	index unsafe.Pointer // an *itemIndex, loaded and stored atomically
	set   unsafe.Pointer // an *itemSet, in the same way
}

// loose returns the indexes of the types of the local name, or else of the one that has it as another spelling.
func (g *Items) loose(local []byte) (found []int) {
	for i, t := range g.types() {
		if t.Name.Local == string(local) {
			found = append(found, i)
		}
	}
	if len(found) > 0 {
		return found
	}
	for i, t := range g.types() {
		for _, s := range t.Spellings {
			if s == string(local) {
				return []int{i}
			}
		}
	}
	return nil
}

// is reports whether the entry is for the expanded name, or in unqualified form for the local name.
func (e *Element) is(space string, local []byte, bare bool) bool {
	if e.Items != nil {
		return e.Items.find(space, local, bare) >= 0
	}
	return e.Name.Local == string(local) && (bare || e.Name.URI() == space)
}

// settleItem notes which item type of the entry the child at hand is of.
func (d *Decoder) settleItem(e *Element, space string, local []byte) {
	if d.item = -1; e.Items == nil {
		return
	}
	if d.item = e.Items.find(space, local, d.conf.Unqualified); d.item < 0 {
		if list := e.Items.loose(local); len(list) > 0 {
			d.item = list[0]
		}
	}
}

// nameOf returns the name of the child at hand, which is of the entry.
func (d *Decoder) nameOf(e *Element) *Name {
	if e.Items != nil && d.item >= 0 {
		return &e.Items.types()[d.item].Name
	}
	return &e.Name
}

// readItem reads the current child as the item that Next has found it to be.
func (d *Decoder) readItem(g *Items, s *itemSet) itemWords { return d.itemOf(g, s, d.item) }

// itemOf reads the current child as an item of the type with that index, or -1.
func (d *Decoder) itemOf(g *Items, s *itemSet, i int) itemWords {
	if i < 0 {
		return d.newRaw(g, s)
	}
	if s.slots[i].methods != nil {
		return d.newValue(g, s, i)
	}
	if t := d.registered(s, g.types()[i]); t != nil {
		return s.as(d.newItem(t))
	}
	return d.newRaw(g, s)
}

// registered returns what the registry has for the element of a type that the list's package does not know, nil for nothing
// that the list can hold.
func (d *Decoder) registered(s *itemSet, t *itemType) *itemType {
	if d.conf.Types == nil {
		return nil
	}
	if known, ok := d.conf.Types.Element(t.Name.URI(), t.Name.Local).(*itemType); ok && reflect.TypeOf(known.New()).Implements(s.list) {
		return known
	}
	return nil
}

// RegisterType adds the type of the values that a function makes to a registry.
func RegisterType(r *wire.Registry, make func() wire.Typed) {
	v := make()
	name := NameFor(v, v.XMLType())
	r.Codec().AddType(&name, make)
}

// Register adds the elements of items to a registry. They may be nil pointers.
func Register(r *wire.Registry, list ...Item) {
	for _, x := range list {
		t := typeOfItem(x)
		r.Codec().AddElement(&t.Name, t)
	}
}

// countItem notes how many items of the type came before, by which what is kept of one is found again.
func (d *Decoder) countItem(t *itemType) {
	f := d.top
	f.uncount()
	f.run, f.counting = f.counts.next(&t.Name), f.last
	f.counts.put(&t.Name, f.run)
}

// ReadMixed reads the rest of the element being decoded, whose content is mixed, as items in document order. The table
// has the items of the schema as its only element; others become raw nodes, unless they are to be refused.
func ReadMixed[T Item](d *Decoder, tab *Table, list *[]T) {
	g := tab.entries().elements[0].Items
	if words := d.mixedContent(tab, g, setOf[T](g)); len(words) > 0 {
		*list = unsafe.Slice((*T)(unsafe.Pointer(&words[0])), len(words))
	}
}

// mixedContent is ReadMixed for items of g.
func (d *Decoder) mixedContent(tab *Table, g *Items, set *itemSet) []itemWords {
	if !d.openMixed() {
		return nil
	}
	if words := d.loneText(tab, set); words != nil {
		return words
	}
	return d.mixed(tab, g, set, len(d.heap))
}

// mixed reads the items of mixed content. Those that have been read already are d.heap[from:].
func (d *Decoder) mixed(tab *Table, g *Items, set *itemSet, from int) (list []itemWords) {
	for {
		if d.state == inTail {
			d.s.Codec().Pop()
			d.state = inContent
		}
		if d.state == inContent && d.quickItems(tab, g, set) {
			break
		}
		if d.state == inTail {
			continue
		}
		x := d.nextMixed(tab, g, set)
		if x.methods == nil {
			break
		}
		d.heap = append(d.heap, x)
	}
	if n := len(d.heap) - from; n > 0 {
		list = d.arena.list(n)
		for i := range list { // few, for which copy takes longer
			list[i] = d.heap[from+i]
		}
		if n > fewInList {
			clear(d.heap[from:])
		}
		d.heap = d.heap[:from] // the few behind go with the document
	}
	return list
}

// loneText reads the rest of the element where that is one text and the window holds it, as of most elements within a line.
// Otherwise it changes nothing and returns nothing.
func (d *Decoder) loneText(tab *Table, set *itemSet) []itemWords {
	s := d.s.Codec()
	b, p := s.Buf, s.Pos
	if p+8 > len(b) || b[p] == '<' || s.Brackets != 0 || d.state != inContent {
		return nil
	}
	q, held := d.arena.copyRun(b, p)
	if q+1 >= len(b) || b[q] != '<' || b[q+1] != '/' || q-p > s.Limits.Token || d.quickEnd(q, tab) == miss {
		return nil
	}
	list := d.arena.list(1)
	list[0] = d.arena.item(set, d.arena.take(b[p:q], held))
	return list
}

// add appends an item to a list, which grows in the memory that short lists share.
func (a *arena) add(list *[]itemWords, x itemWords) {
	if n := len(*list); n == cap(*list) && n <= fewInList/2 {
		*list = append(a.list(max(2*n, fewInList/4))[:0], *list...)
	}
	*list = append(*list, x)
}

// list returns room for n items, short lists out of memory that they share.
func (a *arena) list(n int) []itemWords {
	if n > fewInList {
		return make([]itemWords, n)
	}
	if cap(a.items)-len(a.items) < n {
		a.items = make([]itemWords, 0, min(max(2*cap(a.items), fewInList), fullList))
	}
	at := len(a.items)
	a.items = a.items[:at+n]
	return a.items[at : at+n : at+n]
}

// fewInList is the length of the longest list that shares memory.
const fewInList = 16

// openMixed gets ready to read content.
func (d *Decoder) openMixed() bool {
	if d.state == onAttr {
		d.state = inSlow
	}
	if d.state == inSlow && d.top.restDue {
		d.restAttrs()
	}
	if d.state == inSlow && !d.s.Codec().SelfEnd {
		d.state = inContent
	}
	return d.state == inContent || d.state == inSlow
}

// nextMixed returns the next item of mixed content, or nothing at its end. Text that is only cut by comments or CDATA
// sections is one item.
func (d *Decoder) nextMixed(tab *Table, g *Items, set *itemSet) itemWords {
	switch d.state {
	case onElement:
		return d.mixedElement(tab, g, set)
	case onNote:
		d.state = inContent
		return g.rawItem(set, *d.notes.held)
	case inContent, inSlow:
	default:
		return itemWords{}
	}
	d.pieces = d.pieces[:0]
	for {
		switch k := d.s.Codec().Next(); k {
		case xmltext.Comment, xmltext.ProcInst:
			if d.conf.Comments && set.raw != nil {
				if len(d.pieces) > 0 {
					n := d.note(k)
					d.state, d.notes.held = onNote, &n
					return d.mixedText(set)
				}
				return g.rawItem(set, d.note(k))
			}
		case xmltext.StartElement:
			d.state = onElement
			if len(d.pieces) > 0 {
				return d.mixedText(set)
			}
			return d.mixedElement(tab, g, set)
		case xmltext.EndElement:
			d.state = atEnd
			if len(d.pieces) > 0 {
				return d.mixedText(set)
			}
			return itemWords{}
		case xmltext.CharData, xmltext.CData:
			if !d.addPiece() {
				return itemWords{}
			}
		case xmltext.EntityRef:
			d.Failf("the entity &%s; is used in content", d.s.Codec().Target)
			return itemWords{}
		case xmltext.EOF:
			d.stop(d.s.Codec().Err)
			return itemWords{}
		}
	}
}

// mixedText returns the text since the last child.
func (d *Decoder) mixedText(set *itemSet) itemWords {
	x := d.arena.item(set, d.arena.text(d.pieces))
	d.pieces = d.pieces[:0]
	return x
}

// mixedElement reads the child at hand.
func (d *Decoder) mixedElement(tab *Table, g *Items, set *itemSet) itemWords {
	space, local := d.topSpace(), d.s.Codec().TopLocal()
	i := g.find(space, local, d.conf.Unqualified)
	if i >= 0 {
		d.heat(&g.types()[i].Name)
	} else if d.conf.Lenient {
		if list := g.loose(local); len(list) == 1 {
			i = list[0]
		}
	}
	switch {
	case i >= 0:
		d.cur, d.late = &g.types()[i].Name, false
		if d.conf.Comments && set.slots[i].methods != nil {
			d.noteChild(d.cur.URI(), d.cur.Local)
		}
	case d.conf.Unknown == uint8(wire.RefuseUnknown) && !d.top.derived && tab.elementWildcard(space, End) == End:
		d.Failf("the element %s is unknown here", d.Name())
		return itemWords{}
	}
	return d.itemOf(g, set, i)
}

// WriteItems writes items in their order.
func WriteItems[T Item](e *Encoder, list []T) { e.kinds.write(e, itemsOf(list), (*T)(nil)) }

// itemsOf is a list as the words of its items.
func itemsOf[T Item](list []T) []itemWords {
	return unsafe.Slice((*itemWords)(unsafe.Pointer(unsafe.SliceData(list))), len(list))
}

// gapInList is reached with an item that is nil: it has been left out by mistake.
func gapInList(e *Encoder) {
	switch {
	case e.walk != nil:
		e.walk.gap = true
	case e.outline == nil:
		e.Failf("an item is nil")
	}
}

// WriteItem writes an item, unless there is none.
func WriteItem[T Item](e *Encoder, x T) {
	if any(x) != nil {
		WriteItems(e, []T{x})
	}
}

// WriteMixed writes mixed content. Where some of it is text, nothing is indented.
func WriteMixed[T Item](e *Encoder, list []T) { e.kinds.writeMixed(e, itemsOf(list), (*T)(nil)) }

// isText reports whether an item is text that is more than white space.
func isText(x Item) bool {
	return pointerOf(x) != nil && typeOfItem(x) == &textItem && len(bytes.TrimSpace(chars.BytesOf(reflect.ValueOf(x).String()))) > 0
}

// items checks n items one by one. What the schema does not name must be what a wildcard of the table admits. Text is for mixed
// content alone.
func (c *Checker) items(g *Items, tab *Table, n int, item func(int) Item, mixed bool) {
	named := map[string]int{} // how many of a name have come
	for i := range n {
		x := item(i)
		if pointerOf(x) == nil {
			c.report("", i, "is nil, where an item is to be")
			c.gap = true
			continue
		}
		switch t := typeOfItem(x); {
		case t == &textItem:
			if !mixed && isText(x) {
				c.report("", i, "is text, but the content is not mixed")
			}
		case t == &rawItem:
			c.rawItem(g, tab, named, x)
		default:
			if isChecked(x) {
				c.inItem(t, named[t.Name.Local], x)
			}
			named[t.Name.Local]++
		}
	}
}

// inItem checks the value of an element. One that is whole names its element itself.
func (c *Checker) inItem(t *itemType, i int, v Item) {
	if t.Whole {
		c.check(v)
		return
	}
	c.Object(t.Name.Local, i, v)
}

// rawItem checks whether the schema allows a raw node. What a derived type has beyond the struct's own is raw too.
func (c *Checker) rawItem(g *Items, tab *Table, named map[string]int, x Item) {
	if c.derived {
		return
	}
	for _, n := range childrenOf(x) {
		i := named[n.local]
		named[n.local]++
		if g.find(n.space, []byte(n.local), false) < 0 && tab.elementWildcard(n.space, End) == End {
			c.report(n.local, i, "is not an element that the schema allows here")
		}
	}
}

// itemsText returns the text of items, that within their elements included.
func itemsText(items func(yield func(any) bool)) string {
	doc, err := Append(nil, Name{Local: "text"}, AppenderFunc(func(e *Encoder) {
		for x := range items {
			switch x := x.(type) {
			case Item:
				if typeOfItem(x) != nil {
					WriteItem(e, x)
				}
			case wire.Node: // of the content of xs:anyType
				e.Node(x)
			}
		}
	}))
	if err != nil {
		return ""
	}
	var text []byte
	for s := xmltext.NewBytesScanner(doc, xmltext.Options{}); ; {
		switch s.Next() {
		case xmltext.CharData, xmltext.CData:
			text = append(text, s.Text()...)
		case xmltext.EOF:
			return string(text)
		}
	}
}
