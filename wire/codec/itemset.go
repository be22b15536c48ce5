package codec

import (
	"reflect"
	"sync/atomic"
	"unsafe"

	"github.com/wbxgen/wbxgen/wire"
)

// itemSet is how the items of one list are made. Generated code could say so item by item; that would be a function for each
// element of each group. A set is made when it is first needed, of the interface that the list's items have.
type itemSet struct {
	slots     []itemSlot     // as the types of the group
	text, raw unsafe.Pointer // the methods of a text and of a raw node, as the interface
	list      reflect.Type   // the interface
}

// itemSlot makes values of one type.
type itemSlot struct {
	methods unsafe.Pointer // as the list's interface; nil where nothing is known of the type
	reader  unsafe.Pointer // as an Object, or a wholeItem if the type is whole
	layout  *layout
	mixed   *mixedType // nil for types that are none
	text    byte       // itemType.Text, where the element has no default
}

// wholeItem is an item that reads its element itself.
type wholeItem interface {
	DecodeXMLElement(d *Decoder, i, at int)
}

// setOf returns the set of g, whose lists have items of type T.
func setOf[T Item](g *Items) *itemSet {
	if s := (*itemSet)(atomic.LoadPointer(&g.set)); s != nil {
		return s
	}
	return g.setFor(reflect.TypeFor[T]())
}

// setFor is setOf for the interface that the items have.
func (g *Items) setFor(list reflect.Type) *itemSet {
	if s := (*itemSet)(atomic.LoadPointer(&g.set)); s != nil {
		return s
	}
	types := g.types()
	s := &itemSet{slots: make([]itemSlot, len(types)), list: list}
	for i, t := range types {
		if t.New != nil {
			s.slots[i] = s.slotOf(t)
		}
	}
	if g.TextItem != nil {
		s.text = s.as(g.TextItem).methods
	}
	if g.RawItem != nil {
		s.raw = s.as(g.RawItem).methods
	}
	atomic.StorePointer(&g.set, unsafe.Pointer(s))
	return s
}

// as returns an item as a value of the list's interface.
func (s *itemSet) as(x Item) itemWords {
	v := reflect.New(s.list)
	v.Elem().Set(reflect.ValueOf(x))
	return *(*itemWords)(v.UnsafePointer())
}

// rawItem returns a node as an item, a struct that has it alone.
func (g *Items) rawItem(s *itemSet, n wire.Node) itemWords {
	return itemWords{s.raw, unsafe.Pointer(&n)}
}

func (s *itemSet) slotOf(t *itemType) itemSlot {
	x := t.New()
	slot := itemSlot{methods: s.as(x).methods, layout: t.layoutOf(x), mixed: mixedTypeOf(x)}
	if t.Name.Default == nil {
		slot.text = t.Text
	}
	if t.Whole {
		whole := x.(wholeItem)
		slot.reader = (*itemWords)(unsafe.Pointer(&whole)).methods
	} else {
		object := x.(Object)
		slot.reader = (*itemWords)(unsafe.Pointer(&object)).methods
	}
	return slot
}

// layout is the memory of a type of items.
type layout struct {
	id    int // where decoders have room for it
	list  reflect.Type
	size  uintptr
	proto func() Item // makes a value where values cannot lie side by side
}

var layouts atomic.Int32

// layoutOf returns the layout of the type, of which x is a new value.
func (t *itemType) layoutOf(x Item) *layout {
	if l := (*layout)(atomic.LoadPointer(&t.layout)); l != nil {
		return l
	}
	l := &layout{proto: t.New}
	if of := reflect.TypeOf(x); of.Kind() == reflect.Pointer && of.Elem().Size() > 0 && of.Elem().Size() <= largeItem && reflect.ValueOf(x).Elem().IsZero() {
		l = &layout{id: int(layouts.Add(1)) - 1, list: reflect.SliceOf(of.Elem()), size: of.Elem().Size()}
	}
	if !atomic.CompareAndSwapPointer(&t.layout, nil, unsafe.Pointer(l)) {
		return t.layoutOf(x)
	}
	return l
}

const (
	largeItem  = 256     // bytes of an item that lies alone
	roomOfItem = 8 << 10 // bytes of values that lie side by side at most: who keeps one keeps them all
)

// slab is room for values of a layout.
type slab struct {
	base    unsafe.Pointer
	at, cap int
}

// room returns a pointer to a new value.
func (d *Decoder) room(l *layout) unsafe.Pointer {
	if l.list == nil {
		x := l.proto()
		return (*itemWords)(unsafe.Pointer(&x)).value
	}
	if l.id >= len(d.slabs) {
		d.slabs = append(d.slabs, make([]slab, l.id+1-len(d.slabs))...)
	}
	s := &d.slabs[l.id]
	if s.at == s.cap {
		s.at, s.cap = 0, min(max(2*s.cap, 1), int(roomOfItem/l.size))
		s.base = reflect.MakeSlice(l.list, s.cap, s.cap).UnsafePointer()
	}
	s.at++
	return unsafe.Add(s.base, uintptr(s.at-1)*l.size)
}

// giveBack makes the latest value of room one that comes again.
func (d *Decoder) giveBack(l *layout, p unsafe.Pointer) {
	if l.list != nil {
		reflect.NewAt(l.list.Elem(), p).Elem().SetZero()
		d.slabs[l.id].at--
	}
}

// dropRoom sees to it that what is read from here on keeps no value in memory that was read before: neither shares its room.
func (d *Decoder) dropRoom() {
	clear(d.slabs)
	d.arena.items = nil
}

// newValue reads the current child as an item of the type with that index.
func (d *Decoder) newValue(g *Items, s *itemSet, i int) itemWords {
	t, slot := g.types()[i], &s.slots[i]
	p := d.room(slot.layout)
	words := itemWords{slot.reader, p}
	if t.Whole {
		d.countItem(t)
		(*(*wholeItem)(unsafe.Pointer(&words))).DecodeXMLElement(d, 0, 0)
	} else {
		d.object(*(*Object)(unsafe.Pointer(&words)), false)
	}
	return itemWords{slot.methods, p}
}

// newItem reads the current child as an item of a type that the list's package does not know.
func (d *Decoder) newItem(t *itemType) Item {
	x := t.New()
	if t.Whole {
		d.countItem(t)
		x.(wholeItem).DecodeXMLElement(d, 0, 0)
	} else {
		d.object(x.(Object), false)
	}
	return x
}

// item makes an item of a text.
func (a *arena) item(s *itemSet, text string) itemWords {
	return itemWords{s.text, unsafe.Pointer(a.hold(text))}
}

// newRaw makes an item of the current child, of which nothing is known. It returns nothing after an error.
func (d *Decoder) newRaw(g *Items, s *itemSet) (x itemWords) {
	if n := d.Node(); n.IsElement() && d.state != failed {
		x = g.rawItem(s, n)
	}
	return x
}
