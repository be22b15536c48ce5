package diff

import (
	"github.com/wbxgen/wbxgen/internal/diff/canon"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// versions are the two versions that are compared, with the names that lead from
// the old one to the new one. It answers what can be asked of components of
// both, and holds nothing of what is found.
type versions struct {
	old, new *Side
	names    *inclusion.Names
	steps    int // that bound a single proof
	// known is what has been shown of the old version within the new one, and of
	// the new one within the old one.
	known pair[inclusion.Known]
}

// sameRef reports whether two references are to one type by name, or both to
// anonymous ones.
func (v *versions) sameRef(o, n xsd.Type) bool {
	oldGlobal, newGlobal := v.global(o, n)
	if !oldGlobal || !newGlobal {
		return oldGlobal == newGlobal
	}
	return v.sameName(o, n)
}

// global reports of two types whether they have names of their own.
func (v *versions) global(o, n xsd.Type) (old, new bool) {
	return v.old.Schema.IsGlobal(o), v.new.Schema.IsGlobal(n)
}

func (v *versions) sameName(o, n xsd.Type) bool {
	return v.names.TypeName(o.TypeName()) == n.TypeName()
}

// sameType is [versions.sameRef] where types without names must be equal.
func (v *versions) sameType(o, n xsd.Type) bool {
	return v.sameRef(o, n) && (v.old.Schema.IsGlobal(o) || v.equal(o, n))
}

// renamed reports whether a type was paired with one of another name.
func (v *versions) renamed(t xsd.Type) bool {
	_, ok := v.names.Types[t.TypeName()]
	return ok
}

// equal reports whether two types are the same in all that they are, inherited
// parts included, in the names of the new version.
func (v *versions) equal(o, n xsd.Type) bool {
	return v.oldForm(canon.Form{Whole: true}).Type(o) == v.newForm(canon.Form{Whole: true}).Type(n)
}

// sayTheSame reports whether two types are the same in what they add to their
// bases.
func (v *versions) sayTheSame(o, n xsd.Type) bool {
	return v.oldForm(canon.Form{}).Type(o) == v.newForm(canon.Form{}).Type(n)
}

// samePart and sameShape compare content models: all that they are, and just how
// their elements are arranged.
func (v *versions) samePart(o, n *xsd.Particle) bool {
	return v.oldForm(canon.Form{Whole: true}).Particle(o) == v.newForm(canon.Form{Whole: true}).Particle(n)
}

func (v *versions) sameShape(o, n *xsd.Particle) bool {
	return v.oldForm(canon.Form{Shape: true}).Particle(o) == v.newForm(canon.Form{Shape: true}).Particle(n)
}

// oldType and newType name a type.
func (v *versions) oldForm(f canon.Form) canon.Form {
	f.Schema, f.Names = v.old.Schema, v.names
	return f
}

func (v *versions) newForm(f canon.Form) canon.Form {
	f.Schema = v.new.Schema
	return f
}

func (v *versions) oldType(t xsd.Type) *text { return typeText(v.old.Schema, t) }
func (v *versions) newType(t xsd.Type) *text { return typeText(v.new.Schema, t) }

// prover returns a prover of whether the new version accepts what the old one
// does or, with back set, the other way round.
func (v *versions) prover(back bool) *inclusion.Prover {
	left, right := v.old.Language(v.names), v.new.Language(nil)
	if back {
		return inclusion.New(right, left, v.steps).Share(&v.known.new)
	}
	return inclusion.New(left, right, v.steps).Share(&v.known.old)
}

// forward tests whether the new type accepts all that the old one does.
func (v *versions) forward(o, n xsd.Type) inclusion.Verdict { return v.prover(false).Types(o, n) }

// backward tests whether the old type accepts all that the new one does.
func (v *versions) backward(o, n xsd.Type) inclusion.Verdict { return v.prover(true).Types(n, o) }

// equivalent reports whether each of two types accepts all that the other does.
func (v *versions) equivalent(o, n xsd.Type) bool {
	return v.forward(o, n) == inclusion.Holds && v.backward(o, n) == inclusion.Holds
}

// forwardContent and backwardContent do the same as [versions.forward] and
// [versions.backward] for content models, as far as names of elements go.
func (v *versions) forwardContent(o, n *content.Node) inclusion.Verdict {
	return v.prover(false).Words(o, n)
}

func (v *versions) backwardContent(o, n *content.Node) inclusion.Verdict {
	return v.prover(true).Words(n, o)
}

// holding says whether each of two content models accepts all of the other's
// words.
type holding struct{ onward, back inclusion.Verdict }

// holding says of two content models whether each accepts all of the other's
// words.
func (v *versions) holding(o, n *xsd.Particle) (h holding) {
	h.onward, _ = v.prover(false).Models(o, n)
	h.back, _ = v.prover(true).Models(n, o)
	return h
}
