package codec

import (
	"sync"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// Slot says which types can stand in a polymorphic slot, where a document tells the type by xsi:type. T is the interface
// that those types have. A slot is static data and must not change after first use.
type Slot[T wire.Typed] struct {
	// Types are those that the package of the slot can name. Others come from the registry of [wire.Types].
	Types []SlotType[T]
	// Declared is the type that stands there without xsi:type, one of Types; nil where that is abstract.
	Declared *Name
	// Unknown makes what holds a type that is not known, which is a struct around [wire.RawTyped].
	Unknown func() T

	once sync.Once
	byID map[expanded]func() T
}

func (*Slot[T]) isSlot() {}

// SlotType is a type of a [Slot] with its constructor.
type SlotType[T wire.Typed] struct {
	Name Name
	New  func() T
}

// fewTypes is how many types are looked through one by one.
const fewTypes = 6

// find returns a new value of a type, if it is one of the slot's own.
func (s *Slot[T]) find(space, local string) (v T, ok bool) {
	if len(s.Types) <= fewTypes {
		for i := range s.Types {
			if n := &s.Types[i].Name; n.Local == local && n.URI() == space {
				return s.Types[i].New(), true
			}
		}
		return v, false
	}
	s.once.Do(func() {
		s.byID = make(map[expanded]func() T, len(s.Types))
		for _, t := range s.Types {
			s.byID[expanded{t.Name.URI(), t.Name.Local}] = t.New
		}
	})
	make, ok := s.byID[expanded{space, local}]
	if ok {
		v = make()
	}
	return v, ok
}

// guess is that of a registry for the slot's own types.
func (s *Slot[T]) guess(prefix, local string) (v T, ok bool) {
	var found *SlotType[T]
	for i := range s.Types {
		t := &s.Types[i]
		switch {
		case t.Name.Local != local:
		case t.Name.Space != nil && t.Name.Space.Prefix == prefix:
			return t.New(), true
		case found != nil:
			return v, false
		default:
			found = t
		}
	}
	if found == nil {
		return v, false
	}
	return found.New(), true
}

// pick returns a new value for the element that the decoder is at, of the type that xsi:type names. It reports false after
// an error.
func (s *Slot[T]) pick(d *Decoder) (v T, ok bool) {
	text, told := d.xsi("type")
	switch {
	case told:
		return s.told(d, chars.Trim(text))
	case s.Declared != nil:
		return s.find(s.Declared.URI(), s.Declared.Local)
	case d.conf.Lenient:
		return s.Unknown(), true
	}
	d.Failf("xsi:type is missing, and the type of %s is abstract", d.Name())
	return v, false
}

// told is pick for the text of xsi:type.
func (s *Slot[T]) told(d *Decoder, text []byte) (T, bool) {
	types := d.types()
	if v, ok := s.fits(types.ByText(chars.View(text))); ok {
		return v, true
	}
	q, declared := d.qname(text)
	if declared {
		if v, ok := s.find(q.Space, q.Local); ok {
			return v, true
		}
		if v, ok := s.fits(types.ByName(q.Space, q.Local)); ok {
			return v, true
		}
	}
	if d.conf.Lenient && (!declared || q.Space == "") {
		if v, ok := s.guess(q.Prefix, q.Local); ok {
			return v, true
		}
		if v, ok := s.fits(types.Guess(q.Prefix, q.Local)); ok {
			return v, true
		}
	}
	if !declared && !d.conf.Lenient {
		var none T
		d.Failf("xsi:type is %s, which is not a QName with a declared prefix", chars.Quoted(text))
		return none, false
	}
	return s.Unknown(), true
}

// fits returns what a registry made, if it may stand in the slot.
func (s *Slot[T]) fits(made any) (T, bool) {
	v, ok := made.(T)
	return v, ok
}

// plain reports whether a value is of the slot's declared type, so that it needs no xsi:type.
func (s *Slot[T]) plain(v T) bool {
	if s.Declared == nil {
		return false
	}
	if _, raw := any(v).(holder); raw {
		return false
	}
	return s.Declared.Is(string(v.XMLType()))
}

// holder is a [wire.RawTyped], or a struct around one.
type holder interface{ Raw() *wire.RawTyped }

// ReadSlot reads the current child into a field of a polymorphic slot.
func ReadSlot[T wire.Typed](d *Decoder, dst *T, s *Slot[T]) {
	d.settle()
	if d.state != onElement {
		return
	}
	if v, ok := s.pick(d); ok {
		*dst = v
		d.object(ObjectOf(v), true)
	}
}

// ReadSlots is [ReadSlot] for one occurrence of a repeated element.
func ReadSlots[T wire.Typed](d *Decoder, dst *[]T, s *Slot[T]) {
	d.settle()
	if d.state != onElement {
		return
	}
	if v, ok := s.pick(d); ok {
		*dst = append(*dst, v)
		d.object(ObjectOf(v), true)
	}
}

// ReadNillableSlot reads a nillable element of a polymorphic slot.
func ReadNillableSlot[T wire.Typed](d *Decoder, dst *wire.Nillable[T], s *Slot[T]) {
	*dst = wire.Nillable[T]{Nil: d.Nil()}
	if dst.Nil && !d.hasAttrs() {
		d.noteLeaf()
		d.Skip()
		return
	}
	var v T
	if ReadSlot(d, &v, s); any(v) != nil {
		dst.Value = &v
	}
}

// ReadNillableSlots is [ReadNillableSlot] for one occurrence of a repeated element.
func ReadNillableSlots[T wire.Typed](d *Decoder, dst *[]wire.Nillable[T], s *Slot[T]) {
	var v wire.Nillable[T]
	ReadNillableSlot(d, &v, s)
	*dst = append(*dst, v)
}

// WriteSlot writes an element of a polymorphic slot, nothing for nil.
func WriteSlot[T wire.Typed](e *Encoder, n *Name, v T, s *Slot[T]) {
	switch {
	case any(v) == nil:
	case pointerOf(v) == nil:
		e.nilPointer(n, v)
	case s.plain(v):
		e.Object(n, AppenderOf(v))
	default:
		e.Typed(n, v)
	}
}

// WriteSlots writes an element for each value.
func WriteSlots[T wire.Typed](e *Encoder, n *Name, v []T, s *Slot[T]) {
	for _, x := range v {
		if any(x) == nil {
			e.Typed(n, nil) // a list has no gaps
			continue
		}
		WriteSlot(e, n, x, s)
	}
}

// WriteNillableSlot writes a nillable element of a polymorphic slot.
func WriteNillableSlot[T wire.Typed](e *Encoder, n *Name, v wire.Nillable[T], s *Slot[T]) {
	switch {
	case v.Value == nil || any(*v.Value) == nil:
		if v.Nil {
			e.Nil(n, nil)
		}
	case v.Nil && pointerOf(*v.Value) != nil:
		e.nilTyped(n, *v.Value, s.plain(*v.Value))
	default:
		WriteSlot(e, n, *v.Value, s)
	}
}

// WriteNillableSlots writes an element for each value; an absent one is written as nil, since a list has no gaps.
func WriteNillableSlots[T wire.Typed](e *Encoder, n *Name, v []wire.Nillable[T], s *Slot[T]) {
	for _, x := range v {
		x.Nil = x.Nil || x.Value == nil
		WriteNillableSlot(e, n, x, s)
	}
}

// nilPointer is reached with a value that is a nil pointer, which cannot even be asked for its type.
func (e *Encoder) nilPointer(n *Name, v any) {
	e.start(n)
	if e.outline == nil {
		e.Failf("the %T is nil", v)
	}
	e.end()
}

// nilTyped writes a nil element that has a type and may have attributes. plain says that the type goes without saying.
func (e *Encoder) nilTyped(n *Name, v wire.Typed, plain bool) {
	shadows := len(e.shadows)
	raw, isRaw := v.(holder)
	if isRaw {
		e.cast(e.attrScope(raw.Raw().Bindings, raw.Raw().Attrs), e.isBare(n.Space))
	}
	own := e.shadows[shadows:] // start declares its own
	e.start(n)
	e.declareShadows(own)
	if !isRaw && !plain {
		e.writeType(v)
		e.top().typed = true
	}
	e.writeNil()
	AppenderOf(v).AppendXML(e)
	e.end()
}
