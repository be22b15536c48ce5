package codec

import (
	"math/bits"
	"unsafe"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

const (
	textBlock   = 16       // bytes that a short string is copied with, or twice as many
	firstChunk  = 256      // bytes of the first chunk of strings
	fullChunk   = 16 << 10 // bytes of the largest one
	loneString  = 1 << 10  // a longer string gets memory of its own
	firstSlab   = 8        // entries of the first slab
	fullSlab    = 128      // entries of the largest one
	fullList    = 1024     // the same for lists of items, which end with their document
	internSlots = 128
)

// arena hands out the strings and the small values behind pointers of decoded structs, many to an allocation.
// The price is that one of them keeps its neighbours in memory. It never hands out memory that it did not make.
type arena struct {
	texts
	strings  []string
	words    []uint64
	items    []itemWords
	interned *[internSlots]string
}

// texts hands out strings.
type texts struct{ chunk []byte }

// text copies b into a string.
func (a *texts) text(b []byte) string {
	at := len(a.chunk)
	if cap(a.chunk)-at < max(len(b), 2*textBlock) {
		return a.textSlow(b)
	}
	switch {
	case len(b) == 0:
		return ""
	case len(b) <= textBlock && cap(b) >= textBlock:
		a.chunk = a.chunk[:at+textBlock]
		*(*[textBlock]byte)(a.chunk[at:]) = *(*[textBlock]byte)(b[:textBlock])
	case len(b) <= 2*textBlock && cap(b) >= 2*textBlock:
		a.chunk = a.chunk[:at+2*textBlock]
		*(*[2 * textBlock]byte)(a.chunk[at:]) = *(*[2 * textBlock]byte)(b[:2*textBlock])
	default:
		a.chunk = append(a.chunk, b...)
	}
	a.chunk = a.chunk[:at+len(b)]
	return unsafe.String(unsafe.SliceData(a.chunk[at:]), len(b))
}

// copyRun is [chars.PlainRun] from p on. What it passes over it copies on the way to behind the chunk, where held says so; take
// makes that a string.
func (a *texts) copyRun(b []byte, p int) (end int, held bool) {
	at := len(a.chunk)
	to := a.chunk[:cap(a.chunk)]
	most := min(len(b)-p, len(to)-at, loneString) - 8
	for n := 0; n <= most; n += 8 {
		w := chars.WordAt(b, p+n)
		chars.PutWordAt(to, at+n, w)
		if m := chars.Special(w); m != 0 {
			end = p + n + bits.TrailingZeros64(m)>>3
			if b[end] == '<' {
				return end, true
			}
			break
		}
	}
	return chars.PlainRun(b, p, p), false
}

// take makes a string of b, which copyRun has passed over.
func (a *texts) take(b []byte, held bool) string {
	if !held {
		return a.text(b)
	}
	at := len(a.chunk)
	a.chunk = a.chunk[:at+len(b)]
	return unsafe.String(unsafe.SliceData(a.chunk[at:]), len(b))
}

func (a *texts) textSlow(b []byte) string {
	if len(b) > loneString {
		return string(b)
	}
	size := min(max(2*cap(a.chunk), firstChunk), fullChunk)
	a.chunk = make([]byte, 0, max(size, len(b)+2*textBlock))
	return a.text(b)
}

// intern copies b into a string, or returns the string that an earlier call made of the same text.
func (a *arena) intern(b []byte) string {
	if len(b) == 0 {
		return ""
	}
	if a.interned == nil {
		a.interned = new([internSlots]string)
	}
	n := len(b)
	slot := &a.interned[(n*31+int(b[0])*7+int(b[n/2])*3+int(b[n-1]))%internSlots]
	if *slot != string(b) {
		*slot = a.text(b)
	}
	return *slot
}

// newString returns a pointer to a copy of b.
func (a *arena) newString(b []byte) *string {
	return a.hold(a.text(b))
}

// hold returns a pointer to s.
func (a *arena) hold(s string) *string {
	if len(a.strings) == cap(a.strings) {
		a.strings = make([]string, 0, slabSize(cap(a.strings)))
	}
	a.strings = append(a.strings, s)
	return &a.strings[len(a.strings)-1]
}

// word returns a pointer to eight zero bytes.
func (a *arena) word() *uint64 {
	if len(a.words) == cap(a.words) {
		a.words = make([]uint64, 0, slabSize(cap(a.words)))
	}
	a.words = append(a.words, 0)
	return &a.words[len(a.words)-1]
}

func slabSize(last int) int { return min(max(2*last, firstSlab), fullSlab) }

// asString returns p as a pointer to a defined string type. All of them have the memory layout of string,
// but the language lets a type parameter express the conversion of values only, not of pointers.
func asString[T ~string](p *string) *T { return (*T)(unsafe.Pointer(p)) }

// small is what fits into a word of the arena and holds no pointers.
type small interface {
	~bool | ~int8 | ~int16 | ~int32 | ~int64 | ~int | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uint | ~float32 | ~float64
}

// newSmall returns a pointer to a new v.
func newSmall[T small](a *arena, v T) *T {
	p := (*T)(unsafe.Pointer(a.word()))
	*p = v
	return p
}
