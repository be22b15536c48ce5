package codec

import (
	"errors"
	"strings"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/door"
)

// walk goes along while a value is written, and notes what is missing, and where. A nil walk notes nothing.
type walk struct {
	open  []*spot
	found []missing
	gap   bool // an item of a list is nil
}

// spot is an element that is open or was.
type spot struct {
	name   string
	number int            // among those of its name in its parent, from 1
	counts map[string]int // how many children of each name have come
	parent *spot
}

// missing is a child or attribute that an element lacks, or an element that lacks its value, where name is empty.
type missing struct {
	in   *spot
	name string
}

// missItem notes an item that has no value, and goes on behind it.
func (w *walk) missItem(name string) {
	w.enter(name)
	at := w.open[len(w.open)-1]
	w.found = append(w.found, missing{in: at})
	w.leave()
}

func (w *walk) enter(name string) {
	p := &spot{name: name}
	if n := len(w.open); n > 0 {
		p.parent = w.open[n-1]
		if p.parent.counts == nil {
			p.parent.counts = map[string]int{}
		}
		p.parent.counts[name]++
		p.number = p.parent.counts[name]
	}
	w.open = append(w.open, p)
}

func (w *walk) leave() { w.open = w.open[:len(w.open)-1] }

func (w *walk) miss(name string) {
	if w != nil && len(w.open) > 0 {
		w.found = append(w.found, missing{w.open[len(w.open)-1], name})
	}
}

// path names the place of what is missing.
func (m missing) path() []string {
	if m.name == "" {
		return m.in.path()
	}
	return append(m.in.path(), m.name)
}

// path names the place from below the value down. Of several with one name it says which.
func (p *spot) path() []string {
	if p.parent == nil {
		return nil
	}
	index := -1
	if p.parent.counts[p.name] > 1 {
		index = p.number - 1
	}
	return append(p.parent.path(), step(p.name, index))
}

// written reports what is missing in the value, and what of it XML cannot carry.
func (c *Checker) written(v Appender) {
	e := encoders.Get().(*Encoder)
	e.conf = door.Config{}
	e.walk = new(walk)
	doc, err := e.appendTo(e.scratch[:0], Name{Local: "value"}, v)
	if cap(doc) <= largeScratch {
		e.scratch = doc[:0]
	}
	found, gap := e.walk.found, e.walk.gap
	e.walk = nil
	e.retire()
	for _, m := range found {
		c.errs = append(c.errs, &wire.InvalidError{Path: strings.Join(m.path(), "/"), Msg: "is missing"})
	}
	if gap && !c.gap {
		c.report("", -1, "an item is nil")
	}
	if fault := (*wire.EncodeError)(nil); errors.As(err, &fault) {
		path := strings.TrimLeft(strings.TrimPrefix(fault.Path, "/value"), "/@")
		c.errs = append(c.errs, &wire.InvalidError{Path: path, Msg: fault.Msg})
	}
}
