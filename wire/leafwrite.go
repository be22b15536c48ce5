package wire

import (
	"slices"
	"strconv"
)

// leafRoom is more than the tags of a leaf take, and a number.
const leafRoom = 2*tagSize + longInt + 16

// leaf gets ready to write an element with simple content: the start tag of the parent is complete, and there are
// leafRoom bytes and those of the text. It returns the prepared tag, or nil where there is none.
func (e *Encoder) leaf(n *Name, text int) *tag {
	if e.open || e.pretty || cap(e.buf)-len(e.buf) < text+leafRoom {
		e.ready(text)
	}
	if t := e.slot(n); t.fits(n, e.doc) {
		return t
	}
	return e.prepare(n)
}

// ready is the part of leaf that is rarely needed.
func (e *Encoder) ready(text int) {
	if e.open || e.pretty {
		e.child()
	}
	e.buf = slices.Grow(e.buf, text+leafRoom)
}

// openLeaf writes the start tag of an element with simple content. closeLeaf wants what it returns.
func (e *Encoder) openLeaf(n *Name) *tag {
	t := e.leaf(n, 0)
	if t == nil {
		e.longTag("<", n)
		e.buf = append(e.buf, '>')
		return nil
	}
	e.buf = append(e.buf, t.start[:t.size+2]...)
	return t
}

// closeLeaf writes the end tag of the element that openLeaf began. The element has text.
func (e *Encoder) closeLeaf(n *Name, t *tag) {
	if t == nil {
		e.longTag("</", n)
		e.buf = append(e.buf, '>')
		return
	}
	e.buf = append(e.buf, t.end[:t.size+3]...)
}

// emptyLeaf writes an empty-element tag.
func (e *Encoder) emptyLeaf(n *Name) {
	e.openLeaf(n)
	e.buf[len(e.buf)-1] = '/'
	e.buf = append(e.buf, '>')
}

// stringLeaf writes an element with the text.
func (e *Encoder) stringLeaf(n *Name, s string) {
	if s == "" {
		e.emptyLeaf(n)
		return
	}
	t := e.leaf(n, len(s))
	if t == nil {
		e.editedLeaf(n, t, s)
		return
	}
	at := len(e.buf)
	b := e.buf[at : at+len(s)+leafRoom]
	*(*[tagSize]byte)(b) = t.start
	p := t.size + 2
	if copyPlain(b[p:], s) < len(s) {
		e.editedLeaf(n, t, s)
		return
	}
	p += len(s)
	*(*[tagSize]byte)(b[p:]) = t.end
	e.buf = e.buf[:at+p+t.size+3]
}

// editedLeaf is stringLeaf for text that needs escaping, and for names without a prepared tag.
func (e *Encoder) editedLeaf(n *Name, t *tag, s string) {
	if t != nil {
		e.buf = append(e.buf, t.start[:t.size+2]...)
	} else {
		e.longTag("<", n)
		e.buf = append(e.buf, '>')
	}
	if fault := e.escape(s); fault != "" {
		e.failAt("/"+n.Local, fault)
	}
	e.closeLeaf(n, t)
}

// boolLeaf writes an element with a boolean.
func (e *Encoder) boolLeaf(n *Name, v bool) {
	t := e.leaf(n, 0)
	if t == nil {
		e.editedLeaf(n, t, strconv.FormatBool(v))
		return
	}
	at := len(e.buf)
	b := e.buf[at : at+leafRoom]
	*(*[tagSize]byte)(b) = t.start
	p := t.size + 2
	if v {
		*(*[4]byte)(b[p:]) = [4]byte{'t', 'r', 'u', 'e'}
		p += 4
	} else {
		*(*[5]byte)(b[p:]) = [5]byte{'f', 'a', 'l', 's', 'e'}
		p += 5
	}
	*(*[tagSize]byte)(b[p:]) = t.end
	e.buf = e.buf[:at+p+t.size+3]
}

// intLeaf writes an element with a signed integer.
func (e *Encoder) intLeaf(n *Name, v int64) {
	t := e.leaf(n, 0)
	if t == nil {
		e.editedLeaf(n, t, strconv.FormatInt(v, 10))
		return
	}
	at := len(e.buf)
	b := e.buf[at : at+leafRoom]
	*(*[tagSize]byte)(b) = t.start
	p := t.size + 2
	u := uint64(v)
	if v < 0 {
		b[p] = '-'
		p, u = p+1, -u
	}
	p += putDigits(b[p:], u)
	*(*[tagSize]byte)(b[p:]) = t.end
	e.buf = e.buf[:at+p+t.size+3]
}

// uintLeaf writes an element with an unsigned integer.
func (e *Encoder) uintLeaf(n *Name, v uint64) {
	t := e.leaf(n, 0)
	if t == nil {
		e.editedLeaf(n, t, strconv.FormatUint(v, 10))
		return
	}
	at := len(e.buf)
	b := e.buf[at : at+leafRoom]
	*(*[tagSize]byte)(b) = t.start
	p := t.size + 2
	p += putDigits(b[p:], v)
	*(*[tagSize]byte)(b[p:]) = t.end
	e.buf = e.buf[:at+p+t.size+3]
}

// floatLeaf writes an element with a number of so many bits.
func (e *Encoder) floatLeaf(n *Name, v float64, bits int) {
	e.words = appendBits(e.words[:0], v, bits)
	e.stringLeaf(n, view(e.words))
}

// pairs are the numbers from 00 to 99.
const pairs = "00010203040506070809" + "10111213141516171819" + "20212223242526272829" + "30313233343536373839" + "40414243444546474849" +
	"50515253545556575859" + "60616263646566676869" + "70717273747576777879" + "80818283848586878889" + "90919293949596979899"

// putDigits writes u to the front of b and returns how many digits it has.
func putDigits(b []byte, u uint64) int {
	n := 1
	for limit := uint64(10); u >= limit && n < longInt; n++ {
		limit *= 10
	}
	p := n
	for u >= 100 {
		rest := u % 100 * 2
		u /= 100
		p -= 2
		b[p], b[p+1] = pairs[rest], pairs[rest+1]
	}
	if u >= 10 {
		b[0], b[1] = pairs[u*2], pairs[u*2+1]
	} else {
		b[0] = byte('0' + u)
	}
	return n
}
