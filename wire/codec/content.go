package codec

import (
	"reflect"
	"unsafe"
)

// contentStep is a field of the content of a struct. Several entries of the table may be read into it.
type contentStep struct {
	offset  uintptr
	name    *Name // of its first entry
	op      op
	pointer bool // to the value
	number  int  // of the field
	write   func(*Encoder, *Name, unsafe.Pointer)
	object  *structType
}

// op is how the value of a field is written where that takes no more than a look at its kind.
type op uint8

const (
	putAny op = iota // as its codec's put says
	putString
	putBool
	putInt32
	putInt64
	putObject
	putObjects // a list
)

// opOf returns how a value of a field of such a kind is written, and whether the field points to it.
func opOf(f *describedField, c *fieldCodec) (o op, pointer bool) {
	of := f.field.Type
	if pointer = f.shape == '?' && of.Kind() == reflect.Pointer; pointer {
		of = of.Elem()
	} else if f.shape == '*' && c.object != nil {
		return putObjects, false
	} else if f.shape != '.' {
		return putAny, false
	}
	switch {
	case isTextKind(f.kind):
		o = putString
	case f.kind == 'b':
		o = putBool
	case f.kind == 'i' && of.Kind() == reflect.Int32:
		o = putInt32
	case f.kind == 'i' && of.Kind() == reflect.Int64:
		o = putInt64
	case c.object != nil:
		o = putObject
	}
	return o, pointer
}

// write writes the content of the struct at p.
func (s *fieldSet) write(e *Encoder, p unsafe.Pointer) {
	if e.kept != nil {
		s.writeKept(e, p)
		return
	}
	tags := s.tags(e)
	for i := range s.content {
		c := &s.content[i]
		v := unsafe.Add(p, c.offset)
		if c.pointer {
			to := *(*unsafe.Pointer)(v)
			if to == nil {
				continue
			}
			if c.op != putAny {
				v = to
			}
		}
		if i >= len(tags) || tags[i].prefix.doc != e.doc {
			c.slow(e, v)
			if s.learn(e, i) {
				tags = s.tags(e)
			}
			continue
		}
		t := &tags[i]
		if !e.calm(shortText) {
			c.slow(e, v)
			continue
		}
		switch c.op { // what is usual is done here: a call would take as long
		case putString:
			text, at := *(*string)(v), len(e.buf)
			if text == "" || len(text) > shortText {
				e.stringLeaf(c.name, text)
				continue
			}
			b := room(e.buf[at : at+leafRoom])
			*(*[tagSize]byte)(b[:]) = t.start
			q := (t.size + len("<>")) & nameMask
			if !copyPlain(b[q:], text) {
				e.editedLeaf(c.name, t, text)
				continue
			}
			q += len(text)
			*(*[tagSize]byte)(b[q : q+tagSize]) = t.end
			e.buf = e.buf[:at+q+t.size+len("</>")]
		case putBool:
			t.bool(e, *(*bool)(v))
		case putInt32:
			t.int(e, int64(*(*int32)(v)))
		case putInt64:
			t.int(e, *(*int64)(v))
		case putObject:
			c.object.quick(e, c.name, t, v)
		case putObjects:
			list := (*sliceWords)(v)
			for i := range uintptr(list.len) {
				c.object.quick(e, c.name, t, unsafe.Add(list.data, i*c.object.size))
			}
		default:
			c.write(e, c.name, v)
		}
	}
}

// writeKept is write where the document that the struct was read from had something that the fields do not say.
func (s *fieldSet) writeKept(e *Encoder, p unsafe.Pointer) {
	for i := range s.content {
		c := &s.content[i]
		v := unsafe.Add(p, c.offset)
		if c.pointer && c.op != putAny {
			to := *(*unsafe.Pointer)(v)
			if to == nil {
				c.write(e, c.name, v) // it may have been empty
				continue
			}
			v = to
		}
		c.slow(e, v)
	}
}

func (t *tag) int(e *Encoder, n int64) {
	if n < 0 {
		t.number(e, -uint64(n), true)
	} else {
		t.number(e, uint64(n), false)
	}
}

// slow writes a value, which is at v.
func (c *contentStep) slow(e *Encoder, v unsafe.Pointer) {
	switch c.op {
	case putString:
		e.stringLeaf(c.name, *(*string)(v))
	case putBool:
		if b := *(*bool)(v); b || c.pointer || e.kept == nil {
			optBool(e, c.name, b, true)
		} else {
			boolLeaf(e, c.name, b)
		}
	case putInt32:
		c.putInt(e, int64(*(*int32)(v)))
	case putInt64:
		c.putInt(e, *(*int64)(v))
	case putObject:
		c.object.write(e, c.name, v)
	default:
		c.write(e, c.name, v)
	}
}

func (c *contentStep) putInt(e *Encoder, n int64) {
	if c.pointer {
		e.optInt(c.name, n, true)
	} else {
		e.intLeaf(c.name, n)
	}
}

// noPrefix is that of a tag which is not prepared.
var noPrefix = prefix{doc: neverTagged}

// tags returns the tags for the content of a struct that an encoder remembers, one for each field.
func (s *fieldSet) tags(e *Encoder) []tag {
	if s.id < len(e.tags.byTable) {
		return e.tags.byTable[s.id]
	}
	return nil
}

// learn remembers the tag of the field i of the content, if one is prepared. It reports whether it does.
func (s *fieldSet) learn(e *Encoder, i int) bool {
	n := s.content[i].name
	if e.tags == &noTags || n == nil {
		return false
	}
	t := &e.set(n)[0]
	if !t.fits(n, e.doc) {
		return false
	}
	if s.id >= len(e.tags.byTable) {
		e.tags.byTable = append(e.tags.byTable, make([][]tag, s.id+1-len(e.tags.byTable))...)
	}
	list := &e.tags.byTable[s.id]
	if *list == nil {
		*list = make([]tag, len(s.content))
		for k := range *list {
			(*list)[k].prefix = &noPrefix
		}
	}
	(*list)[i] = *t
	return true
}
