package codec

import (
	"math/bits"
	"slices"
	"strconv"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

const (
	leafRoom  = 256 // more than the tags of a leaf take, and a number or a short text
	shortText = 128 // bytes of the longest text that is short
)

// room is the bytes behind the buffer. Indexes that are masked with nameMask need no further check.
type room = *[leafRoom]byte

const nameMask = tagSize - 1

// leaf gets ready to write an element with simple content: there is room for leafRoom bytes and those of the text.
// It returns the prepared tag, or nil where there is none. Callers look for the tag themselves before they call it.
func (e *Encoder) leaf(n *Name, text int) *tag {
	if e.slow || cap(e.buf)-len(e.buf) < text+leafRoom {
		if e.outline != nil {
			e.outline.child(len(e.frames), n.URI(), n.Local)
		}
		if len(e.notes.open) > 0 {
			e.countChild(n.URI(), n.Local)
		}
		if e.ready(text); e.typing {
			return nil
		}
	}
	t := &e.set(n)[0]
	if t.fits(n, e.doc) {
		return t
	}
	return e.other(n)
}

// calm reports whether a leaf can be written as it is: nothing is indented, no type is told, and there is room.
func (e *Encoder) calm(text int) bool {
	return !e.slow && cap(e.buf)-len(e.buf) >= text+leafRoom
}

// ready is the part of leaf that is rarely needed.
func (e *Encoder) ready(text int) {
	e.child()
	e.buf = slices.Grow(e.buf, text+leafRoom)
}

// openLeaf writes the start tag of an element with simple content. closeLeaf wants what it returns.
func (e *Encoder) openLeaf(n *Name) *tag {
	t := e.leaf(n, 0)
	if t == nil {
		e.longStart(n)
		return nil
	}
	e.buf = append(e.buf, t.start[:t.size+2]...)
	return t
}

// closeLeaf writes the end tag of the element that openLeaf began. The element has text.
func (e *Encoder) closeLeaf(n *Name, t *tag) {
	if t == nil {
		var fault string
		if e.buf, fault = e.notes.leafEnds(len(e.frames), e.buf); fault != "" {
			e.failAt("/"+n.Local, fault)
		}
		e.longTag("</", n)
		e.buf = append(e.buf, '>')
		e.dropShadows(len(e.frames) + 1)
		return
	}
	e.buf = append(e.buf, t.end[:t.size+3]...)
}

// emptyLeaf writes an empty-element tag.
func (e *Encoder) emptyLeaf(n *Name) {
	e.openLeaf(n)
	e.closeEmpty(n)
}

// closeEmpty makes the start tag of a leaf, which ends the buffer, an empty-element tag.
func (e *Encoder) closeEmpty(n *Name) {
	if e.notes.inLeaf(len(e.frames)) {
		e.closeLeaf(n, nil)
		return
	}
	e.buf[len(e.buf)-1] = '/'
	e.buf = append(e.buf, '>')
	e.dropShadows(len(e.frames) + 1)
}

// stringLeaf writes an element with the text.
func (e *Encoder) stringLeaf(n *Name, s string) {
	if s == "" {
		if e.isAbsent(n) {
			return
		}
		if !wasBlank(e.kept, n) {
			e.emptyLeaf(n)
			return
		}
		s = " " // else it would be read as the default
	}
	t := &e.set(n)[0]
	if !e.calm(len(s)) || !t.fits(n, e.doc) || len(s) > shortText {
		if t = e.leaf(n, len(s)); t == nil || len(s) > shortText {
			e.editedLeaf(n, t, s)
			return
		}
	}
	at := len(e.buf)
	b := room(e.buf[at : at+leafRoom])
	*(*[tagSize]byte)(b[:]) = t.start
	p := (t.size + len("<>")) & nameMask
	if !copyPlain(b[p:], s) {
		e.editedLeaf(n, t, s)
		return
	}
	p += len(s)
	*(*[tagSize]byte)(b[p : p+tagSize]) = t.end
	e.buf = e.buf[:at+p+t.size+len("</>")]
}

// editedLeaf is stringLeaf for text that is long or needs escaping, and for names without a prepared tag.
func (e *Encoder) editedLeaf(n *Name, t *tag, s string) {
	switch {
	case t != nil:
		e.buf = append(e.buf, t.start[:t.size+2]...)
	case e.typing && e.isFilled(n, s):
		e.longStart(n)
		e.closeEmpty(n)
		return
	default:
		e.longStart(n)
	}
	var fault string
	if e.buf, fault = escape(e.buf, s); fault != "" {
		e.failAt("/"+n.Local, fault)
	}
	e.closeLeaf(n, t)
}

// boolLeaf writes an element with a boolean; false may stand for an empty element.
func boolLeaf(e *Encoder, n *Name, v bool) {
	if v || e.kept == nil || !e.writeEmpty(n) {
		optBool(e, n, v, true)
	}
}

// optBool writes an element with a boolean that may be absent.
func optBool(e *Encoder, n *Name, v, present bool) {
	if !present {
		e.missing(n)
		return
	}
	t := &e.set(n)[0]
	if !e.calm(0) || !t.fits(n, e.doc) {
		if t = e.leaf(n, 0); t == nil {
			e.editedLeaf(n, t, strconv.FormatBool(v))
			return
		}
	}
	t.bool(e, v)
}

// bool writes a leaf with a boolean, for which there is room.
func (t *tag) bool(e *Encoder, v bool) {
	at := len(e.buf)
	b := room(e.buf[at : at+leafRoom])
	*(*[tagSize]byte)(b[:]) = t.start
	p := (t.size + len("<>")) & nameMask
	if v {
		*(*[4]byte)(b[p : p+4]) = [4]byte{'t', 'r', 'u', 'e'}
		p += 4
	} else {
		*(*[5]byte)(b[p : p+5]) = [5]byte{'f', 'a', 'l', 's', 'e'}
		p += 5
	}
	*(*[tagSize]byte)(b[p : p+tagSize]) = t.end
	e.buf = e.buf[:at+p+t.size+len("</>")]
}

// intLeaf writes an element with a signed integer; 0 may stand for an empty element.
func (e *Encoder) intLeaf(n *Name, v int64) {
	if v != 0 || e.kept == nil || !e.writeEmpty(n) {
		e.optInt(n, v, true)
	}
}

// optInt writes an element with a signed integer that may be absent.
func (e *Encoder) optInt(n *Name, v int64, present bool) {
	if v < 0 {
		e.numberLeaf(n, -uint64(v), true, present)
	} else {
		e.numberLeaf(n, uint64(v), false, present)
	}
}

// uintLeaf writes an element with an unsigned integer; 0 may stand for an empty element.
func (e *Encoder) uintLeaf(n *Name, v uint64) {
	if v != 0 || e.kept == nil || !e.writeEmpty(n) {
		e.optUint(n, v, true)
	}
}

// optUint writes an element with an unsigned integer that may be absent.
func (e *Encoder) optUint(n *Name, v uint64, present bool) { e.numberLeaf(n, v, false, present) }

// numberLeaf writes an element with an integer that may be absent.
func (e *Encoder) numberLeaf(n *Name, v uint64, negative, present bool) {
	if !present {
		e.missing(n)
		return
	}
	t := &e.set(n)[0]
	if !e.calm(0) || !t.fits(n, e.doc) {
		if t = e.leaf(n, 0); t == nil {
			longNumber(e, n, v, negative)
			return
		}
	}
	t.number(e, v, negative)
}

// number writes one with an integer.
func (t *tag) number(e *Encoder, v uint64, negative bool) {
	at := len(e.buf)
	b := room(e.buf[at : at+leafRoom])
	*(*[tagSize]byte)(b[:]) = t.start
	p := (t.size + len("<>")) & nameMask
	if negative {
		b[p] = '-'
		p++
	}
	p = (p + putDigits((*[longInt]byte)(b[p:p+longInt]), v)) & (2*tagSize - 1)
	*(*[tagSize]byte)(b[p : p+tagSize]) = t.end
	e.buf = e.buf[:at+p+t.size+len("</>")]
}

// longNumber is numberLeaf for names without a prepared tag.
func longNumber(e *Encoder, n *Name, v uint64, negative bool) {
	e.words = e.words[:0]
	if negative {
		e.words = append(e.words, '-')
	}
	e.words = strconv.AppendUint(e.words, v, 10)
	e.editedLeaf(n, nil, chars.View(e.words))
}

// floatLeaf writes an element with a number of so many bits.
func floatLeaf(e *Encoder, n *Name, v float64, bits int) {
	e.words = appendBits(e.words[:0], v, bits)
	e.stringLeaf(n, chars.View(e.words))
}

// pairs are the numbers from 00 to 99.
const pairs = "00010203040506070809" + "10111213141516171819" + "20212223242526272829" + "30313233343536373839" + "40414243444546474849" +
	"50515253545556575859" + "60616263646566676869" + "70717273747576777879" + "80818283848586878889" + "90919293949596979899"

// putDigits writes u to the front of b and returns how many digits it has.
func putDigits(b *[longInt]byte, u uint64) int {
	n := digits(u)
	p := n
	for ; u >= 100 && p >= 2; p -= 2 {
		rest := u % 100 * 2
		u /= 100
		b[p-2], b[p-1] = pairs[rest], pairs[rest+1]
	}
	if u >= 10 {
		b[0], b[1] = pairs[u*2], pairs[u*2+1]
	} else {
		b[0] = byte('0' + u)
	}
	return n
}

// powers are the powers of ten that a uint64 holds.
var powers = func() (p [longInt]uint64) {
	n := uint64(1)
	for i := range p {
		p[i] = n
		n *= 10
	}
	return p
}()

// digits returns how many digits u has; 1233/4096 is close enough to the logarithm of 2.
func digits(u uint64) int {
	n := bits.Len64(u|1) * 1233 >> 12
	if n < longInt && u >= powers[n] && (n > 0 || u > 0) {
		n++
	}
	return max(n, 1)
}
