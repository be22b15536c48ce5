package validate

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd/content"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// frame is an open element.
type frame struct {
	decl *element  // nil where there is no declaration
	typ  *typeInfo // nil where the element is skipped
	// content is how far the children have come, where there is a model.
	content  content.Position
	counters int // where the element's counters begin
	text     int // where its text begins
	number   int64
	pinned   *xmltext.Scanner // knows where the start tag is; nil where nobody will ask
	texts    textMode
	flags    flags
}

// textMode says what is done with character data.
type textMode uint8

const (
	ignoreText   textMode = iota
	keepText              // simple content, or mixed content that is fixed
	onlySpace             // element-only content
	refuseText            // empty content
	refuseNilled          // a nilled element
)

type flags uint8

const (
	hasText      flags = 1 << iota // there was character data
	hasElements                    // there were child elements
	nilled                         // xsi:nil was true
	contentWrong                   // an error in the content was reported
	textWrong                      // character data was reported
	wanted                         // a field of an identity constraint wants the value
	xsiTyped                       // xsi:type gave the type
)

func (f *frame) has(x flags) bool { return f.flags&x != 0 }

// skipped reports whether the element is not to be looked at.
func (f *frame) skipped() bool { return f.typ == nil }

// top returns the innermost open element. The pointer is valid until another
// one is opened.
func (r *run) top() *frame { return &r.frames[len(r.frames)-1] }

// push opens an element, whose declaration and type are settled later.
func (r *run) push(local []byte) *frame {
	r.elements++
	r.out.open.push(local)
	n := len(r.frames)
	if n == cap(r.frames) {
		r.frames = slices.Grow(r.frames, 1)
	}
	r.frames = r.frames[:n+1]
	f := &r.frames[n] // made in place, as it is large; pop has cleared its content
	f.decl, f.typ, f.pinned = nil, nil, nil
	f.counters, f.text, f.number = len(r.counters), len(r.text), r.elements
	f.texts, f.flags = ignoreText, 0
	return f
}

// pop closes the innermost element.
func (r *run) pop() {
	f := r.top()
	r.counters, r.text = r.counters[:f.counters], r.text[:f.text]
	r.out.open.pop()
	f.content = content.Position{}
	r.frames = r.frames[:len(r.frames)-1]
}

// reserve returns n counters for the innermost element, all 0.
func (r *run) reserve(n int) []uint64 {
	from := len(r.counters)
	for range n {
		r.counters = append(r.counters, 0)
	}
	return r.counters[from:]
}
