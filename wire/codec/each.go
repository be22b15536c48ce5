package codec

import (
	"errors"
	"io"

	"github.com/wbxgen/wbxgen/wire/internal/door"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// errEnough ends a document whose reader wants no more of it.
var errEnough = errors.New("enough")

// each reads the elements at a path one by one. yield reports whether to go on.
func each(r io.Reader, path []string, fresh func() any, yield func(v any, err error) bool, conf door.Config) {
	d := decoderOf(nil, r, conf)
	defer d.retire()
	if len(path) == 0 {
		yield(nil, errors.New("wire.Each needs a path: the names of the root element and of those below it, down to the items"))
		return
	}
	if d.root() {
		w := walker{path: path, fresh: fresh, yield: yield}
		if string(d.s.Codec().TopLocal()) != path[0] {
			d.Failf("the root element is %s, not %s", d.Name(), path[0])
		}
		w.element(d, 0)
	}
	for d.err == nil {
		if d.s.Codec().Next() == xmltext.EOF {
			d.err = d.s.Codec().Err
			break
		}
	}
	if d.err != nil && !errors.Is(d.err, errEnough) {
		yield(nil, d.err)
	}
}

// walker is on its way to the items.
type walker struct {
	path  []string
	fresh func() any
	yield func(v any, err error) bool
}

// element reads the element at hand, which is at a step of the path.
func (w *walker) element(d *Decoder, step int) {
	if d.state == failed {
		return
	}
	if step == len(w.path)-1 {
		v := w.fresh()
		d.dropRoom()
		d.object(ObjectOf(v), false)
		if d.err == nil && !w.yield(v, nil) {
			d.stop(errEnough)
		}
		return
	}
	d.object(DecoderFunc(func(d *Decoder) {
		for i := d.Next(anyTable); i != End; i = d.Next(anyTable) {
			d.settle()
			if string(d.s.Codec().TopLocal()) == w.path[step+1] {
				w.element(d, step+1)
			}
		}
	}), false)
}

// anyTable is that of an element with any children.
var anyTable = &Table{Wildcards: []Wildcard{{}}}
