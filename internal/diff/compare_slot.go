package diff

import (
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// typeUse compares the types that one slot has in both versions.
type typeUse func(s slot, o, n xsd.Type)

// slot is where a type is used: an element, an attribute, a list's item, with
// the scope of what is found there.
type slot struct {
	in       scope
	old, new change.Anchor
}

// typePairs are the pairs of types that have been met.
type typePairs struct {
	v     *versions
	found *findings
	// differ says of each pair whether its types differ.
	differ map[typePair]bool
}

// first compares two types that differ, the first time that they are met. Later
// times count as reports, as what differs has been told.
func (p *typePairs) first(o, n xsd.Type, compare func(scope)) {
	key := typePair{o, n}
	if differ, known := p.differ[key]; known {
		if differ {
			p.found.reports++
		}
		return
	}
	p.differ[key] = false
	if p.v.equal(o, n) {
		return
	}
	p.differ[key] = true
	in, before := p.found.in(change.Holder{Old: o, New: n}), p.found.reports
	compare(in)
	// A type that itself says the same differs by its base, which tells.
	if p.found.reports == before && !p.v.sayTheSame(o, n) {
		f := in.report(change.TypeEquivalent, at(o), at(n), p.v.oldType(o), p.v.newType(n))
		f.severity.Go = change.GoNone // its name is the same
	}
}

// limits compares {block} and {final} of types and elements.
func limits(in scope, o, n change.Anchor, block, final pair[xsd.DerivationSet]) {
	if block.old != block.new {
		f := in.report(change.BlockChanged, o, n, setText(block.old), setText(block.new))
		if block.new&^block.old == 0 {
			f.severity = levels(change.Info, change.Risk, change.Break, change.GoNone)
		} else if block.old&^block.new != 0 {
			f.severity = f.severity.Merge(levels(change.Info, change.Risk, change.Break, change.GoNone))
		}
	}
	if final.old != final.new {
		in.report(change.FinalChanged, o, n, setText(final.old), setText(final.new))
	}
}

func setText(s xsd.DerivationSet) *text {
	if s == 0 {
		return plain("none")
	}
	return plain(s.String())
}

// derivation compares what types are derived from, and how. That the content
// differs with it is found by itself.
func derivation(v *versions, in scope, o, n xsd.Type) {
	if v.sameRef(o.BaseType(), n.BaseType()) && o.DerivedBy() == n.DerivedBy() {
		return
	}
	oldText := joinText(" of ", plain(o.DerivedBy().String()), v.oldType(o.BaseType()))
	newText := joinText(" of ", plain(n.DerivedBy().String()), v.newType(n.BaseType()))
	in.report(change.BaseTypeReparented, at(o), at(n), oldText, newText)
}

// retyped reports that another named type is used, judged by inclusion.
func retyped(v *versions, s slot, o, n xsd.Type) *finding {
	forward, back := v.forward(o, n), v.backward(o, n)
	id := change.TypeIncompatible
	switch {
	case forward == inclusion.Holds && back == inclusion.Holds:
		id = change.TypeEquivalent
	case forward == inclusion.Holds && back == inclusion.Fails:
		id = change.TypeWidened
	case forward == inclusion.Fails && back == inclusion.Holds:
		id = change.TypeNarrowed
	}
	f := s.in.report(id, s.old, s.new, v.oldType(o), v.newType(n))
	if id == change.TypeIncompatible {
		f.unproven(forward, back)
	}
	switch {
	case id == change.TypeWidened && bothText(o, n):
		f.severity.Response = change.Info
	case id == change.TypeWidened && !bothSimple(o, n):
		f.severity.Response, f.reason = change.Risk, change.DataLoss
	}
	return f
}

func bothSimple(o, n xsd.Type) bool {
	_, oldSimple := o.(*xsd.SimpleType)
	_, newSimple := n.(*xsd.SimpleType)
	return oldSimple && newSimple
}

// bothText reports whether both types are read as text, so that a reader can
// hold any value of either.
func bothText(o, n xsd.Type) bool {
	return isText(o) && isText(n)
}

func isText(t xsd.Type) bool {
	s, ok := t.(*xsd.SimpleType)
	if !ok || s.Datatype.Primitive() == nil {
		return false
	}
	switch s.Datatype.Primitive().Name() {
	case "string", "anyURI":
		return true
	}
	return false
}
