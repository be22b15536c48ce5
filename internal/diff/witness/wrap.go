package witness

import (
	"path"
	"slices"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// wrap is an element that one version has around children which stand in its
// place in the other. A document that shows another change is judged as if it had
// the other version's shape: that the element came or went is told of by itself.
type wrap struct {
	change *change.Change // which tells of it
	// bare is the type around the children in the version without the element,
	// full the one around the element, wrapper, in the other version.
	bare, full xsd.Type
	wrapper    *xsd.ElementDecl
	kids       map[xsd.QName]*xsd.ElementDecl // within the element, by their names without it
}

// wraps are those of a comparison, as one version has them.
type wraps struct {
	// into are the elements that the other version has and this one has not, by the
	// names of their children, and outOf those that only this one has, by theirs.
	into, outOf byName
	// intoThere and outOfThere have the same by the names of the other version.
	intoThere, outOfThere byName
}

type byName map[xsd.QName][]*wrap

func newWraps() wraps { return wraps{byName{}, byName{}, byName{}, byName{}} }

func (w wraps) none() bool { return len(w.into)+len(w.outOf) == 0 }

// wrapsOf collects the elements that came or went around others.
func wrapsOf(c *diff.Comparison, old, now *vocabulary) (ofOld, ofNew wraps) {
	ofOld, ofNew = newWraps(), newWraps()
	for i := range c.Changes {
		one := &c.Changes[i]
		for _, h := range one.Site.Holders {
			was, is := placed{old, h.Old, h.OldStep}, placed{now, h.New, h.Step}
			switch one.ID {
			case change.ElementWrapped:
				enter(newWrap(one, one.Site.New, was, is), ofOld, ofNew, now)
			case change.ElementUnwrapped:
				enter(newWrap(one, one.Site.Old, is, was), ofNew, ofOld, old)
			}
		}
	}
	return ofOld, ofNew
}

// enter adds an element, nil for none, to those of the version without it and of
// the one, given too, that has it.
func enter(w *wrap, bare, full wraps, in *vocabulary) {
	if w == nil {
		return
	}
	for name, e := range w.kids {
		bare.into[name] = append(bare.into[name], w)
		bare.intoThere[e.Name] = append(bare.intoThere[e.Name], w)
	}
	name := in.names.across(w.wrapper.Name)
	full.outOf[w.wrapper.Name] = append(full.outOf[w.wrapper.Name], w)
	full.outOfThere[name] = append(full.outOfThere[name], w)
}

// placed is a place in a version: below a holder by some steps.
type placed struct {
	in     *vocabulary
	holder any
	steps  string
}

// around returns the type of the element around a place.
func (p placed) around() xsd.Type {
	to := way{end: typeOf(p.holder)}
	if above := path.Dir(p.steps); above != "." {
		to = to.down(above, p.in.hops)
	}
	return to.end
}

// newWrap returns what a change says of an element, nil where its children are
// not found in both versions.
func newWrap(c *change.Change, part change.Anchor, bare, full placed) *wrap {
	w := &wrap{change: c, bare: bare.around(), full: full.around(), wrapper: elementAt(part), kids: map[xsd.QName]*xsd.ElementDecl{}}
	if w.wrapper == nil || w.bare == nil || w.full == nil {
		return nil
	}
	direct := bare.in.children(w.full, full.in)
	for name, e := range bare.in.children(w.wrapper.Type, full.in) {
		if direct[name] == nil && bare.in.child(w.bare, name) != nil {
			w.kids[name] = e
		}
	}
	if len(w.kids) == 0 {
		return nil
	}
	return w
}

// isOrExtends reports whether a type is another one or has all that it has.
func isOrExtends(t, base xsd.Type) bool {
	for {
		if t == base {
			return true
		}
		ct, ok := t.(*xsd.ComplexType)
		if !ok || ct == xsd.AnyType {
			return false
		}
		t = ct.Base
	}
}

// beside reports whether a change tells of the element, or of another one that came
// or went in the same type or one derived from it: the two can stand in one another's
// way.
func (w *wrap) beside(c *change.Change) bool {
	if c.ID != change.ElementWrapped && c.ID != change.ElementUnwrapped {
		return false
	}
	return slices.ContainsFunc(c.Site.Holders, func(h change.Holder) bool {
		return slices.ContainsFunc(w.change.Site.Holders, func(own change.Holder) bool { return related(own.Old, h.Old) || related(own.New, h.New) })
	})
}

// related reports whether of two holders one has all that the other has.
func related(a, b any) bool {
	t, u := typeOf(a), typeOf(b)
	return t != nil && u != nil && (isOrExtends(t, u) || isOrExtends(u, t))
}
