package codec

import (
	"math/bits"
	"slices"

	"github.com/wbxgen/wbxgen/wire"
)

// Need is an element of a [Table] that the schema requires and that [Table.Need] cannot say, because its index is above
// 63, or because it belongs to a branch of a choice: it is required where one of the elements First to Last has come.
// First is above Last where it is always required.
type Need struct{ Index, First, Last int }

// lack notes which required elements have not come, at the end of an element.
func (d *Decoder) lack(tab *Table) {
	f := d.top
	if f.extra == nil || f.void {
		return
	}
	for missing := tab.Need &^ f.seen; missing != 0; missing &= missing - 1 {
		d.lacks(tab.Element(bits.TrailingZeros64(missing)))
	}
	for i := range tab.Needs {
		n := &tab.Needs[i]
		switch name := tab.Element(n.Index); {
		case f.has(n.Index):
		case n.First > n.Last:
			d.lacks(name)
		case f.hasAny(n.First, n.Last):
			x := f.extra.Codec().Hold()
			x.AbsentBelow = append(x.AbsentBelow, name)
		}
	}
}

func (d *Decoder) lacks(n *Name) {
	x := d.top.extra.Codec().Hold()
	x.Absent = append(x.Absent, n)
}

// lackAttrs notes which required attributes have not come.
func (d *Decoder) lackAttrs(tab *Table) {
	if d.top.extra == nil {
		return
	}
	for missing := tab.needAttrs() &^ d.top.attrs; missing != 0; missing &= missing - 1 {
		x := d.top.extra.Codec().Hold()
		x.AbsentAttrs = append(x.AbsentAttrs, tab.attrName(bits.TrailingZeros64(missing)))
	}
}

// hasAny reports whether one of the entries has occurred.
func (f *frame) hasAny(first, last int) bool {
	for i := first; i <= last; i++ {
		if f.has(i) {
			return true
		}
	}
	return false
}

// among reports whether a list of what a document had or lacked has the name. Generated code has one pointer for each place
// of it; names that came another way are compared.
func among(x *wire.Extra, list []*Name, n *Name) bool {
	for _, o := range list {
		if o == n || x.Codec().P.Foreign && sameName(o, n) {
			return true
		}
	}
	return false
}

// isAbsent reports whether a child with the zero value stays absent, as it was in the document.
func (e *Encoder) isAbsent(n *Name) bool {
	x := e.kept
	if x == nil || !among(x, x.Codec().P.Absent, n) && !slices.ContainsFunc(x.Codec().P.AbsentBelow, func(o *Name) bool { return sameName(o, n) }) {
		return false
	}
	e.walk.miss(n.Local)
	return true
}

// isAbsentAttr is isAbsent for an attribute.
func (e *Encoder) isAbsentAttr(n *Name) bool {
	if e.kept == nil || !among(e.kept, e.kept.Codec().P.AbsentAttrs, n) {
		return false
	}
	e.walk.miss(n.Local)
	return true
}

// lacksAny reports whether some required child was absent.
func lacksAny(x *wire.Extra) bool { p := x.Codec().P; return p.Absent != nil || p.AbsentBelow != nil }
