package wire

import (
	"math/bits"
	"slices"
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
		d.lacks(&tab.Elements[bits.TrailingZeros64(missing)].Name)
	}
	for i := range tab.Needs {
		n := &tab.Needs[i]
		switch name := &tab.Elements[n.Index].Name; {
		case f.has(n.Index):
		case n.First > n.Last:
			d.lacks(name)
		case f.hasAny(n.First, n.Last):
			x := f.extra.hold()
			x.absentBelow = append(x.absentBelow, name)
		}
	}
}

func (d *Decoder) lacks(n *Name) {
	x := d.top.extra.hold()
	x.absent = append(x.absent, n)
}

// lackAttrs notes which required attributes have not come.
func (d *Decoder) lackAttrs(tab *Table) {
	if d.top.extra == nil {
		return
	}
	for missing := tab.NeedAttrs &^ d.top.attrs; missing != 0; missing &= missing - 1 {
		x := d.top.extra.hold()
		x.absentAttrs = append(x.absentAttrs, &tab.Attrs[bits.TrailingZeros64(missing)])
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

// Absent returns the names of the children and attributes that the schema requires and the document did not have. Their
// fields hold the zero value, and as long as they do, they are not written; Validate names them.
func (x *Extra) Absent() []QName {
	if x.p == nil {
		return nil
	}
	var names []QName
	for _, n := range slices.Concat(x.p.absentAttrs, x.p.absent, x.p.absentBelow) {
		names = append(names, n.QName())
	}
	return names
}

// ForgetAbsent drops what [Extra.Absent] returns: the zero values are written then.
func (x *Extra) ForgetAbsent() {
	if x.p != nil {
		p := x.own()
		p.absent, p.absentBelow, p.absentAttrs = nil, nil, nil
	}
}

// among reports whether a list of what a document had or lacked has the name. Generated code has one pointer for each place
// of it; names that came another way are compared.
func (x *extra) among(list []*Name, n *Name) bool {
	for _, o := range list {
		if o == n || x.foreign && o.same(n) {
			return true
		}
	}
	return false
}

// isAbsent reports whether a child with the zero value stays absent, as it was in the document.
func (e *Encoder) isAbsent(n *Name) bool {
	x := e.kept
	if x == nil || !x.among(x.absent, n) && !slices.ContainsFunc(x.absentBelow, n.same) {
		return false
	}
	e.walk.miss(n.Local)
	return true
}

// isAbsentAttr is isAbsent for an attribute.
func (e *Encoder) isAbsentAttr(n *Name) bool {
	if e.kept == nil || !e.kept.among(e.kept.absentAttrs, n) {
		return false
	}
	e.walk.miss(n.Local)
	return true
}

// lacksAny reports whether some required child was absent.
func (x *extra) lacksAny() bool { return x.absent != nil || x.absentBelow != nil }
