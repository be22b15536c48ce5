// Package likeness says how much names, types and groups of two versions have in common, for what has been renamed
// to be found.
package likeness

import (
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff/fact"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// Similar is the likeness of names, in percent, from which on a renaming is
// taken for granted.
const Similar = 50

// Surely is the likeness from which on names are one although what they
// stand for has changed too.
const Surely = 70

// Successor reports whether an element of a type may have become one of another
// type under a name that is so much like its own.
func Successor(Names int, o, n xsd.Type, names *inclusion.Names) bool {
	return Names >= Surely && Types(o, n, names) || Names >= Similar && SameStem(o.TypeName().Local, n.TypeName().Local)
}

// maxName bounds the length of names that are compared letter by letter.
const maxName = 256

// Names returns how alike two names are, in percent, whatever their case:
// one minus the edits ([diag.Distance]) that lead from one to the other per letter of the longer.
func Names(a, b string) int {
	a, b = strings.ToLower(a), strings.ToLower(b)
	longer := max(len(a), len(b))
	if longer == 0 || longer > maxName {
		return 0
	}
	alike := 100 * (longer - diag.Distance(a, b, longer+1)) / longer
	if stem := unnumbered(a); len(stem) >= minNumbered && stem == unnumbered(b) {
		return max(alike, butForANumber)
	}
	return alike
}

// butForANumber is the likeness of names that differ in the version at their end,
// as ReportV01 and Report, of which the rest has as many letters as minNumbered.
const (
	butForANumber = 90
	minNumbered   = 3
)

// unnumbered returns a name in lower case without a version at its end: a number,
// after a v or not.
func unnumbered(s string) string {
	stem := strings.TrimRight(s, "0123456789")
	if stem == s {
		return s
	}
	return strings.TrimRight(strings.TrimSuffix(stem, "v"), "._-")
}

// Types reports whether two types share half of what they consist of, or are
// complex and have one name but for its number, as TaxInformation2 and
// TaxInformation3: then one is the next version of the other, whatever is left.
func Types(o, n xsd.Type, names *inclusion.Names) bool {
	switch o := o.(type) {
	case *xsd.ComplexType:
		nc, ok := n.(*xsd.ComplexType)
		if !ok {
			return false
		}
		return SameStem(o.Name.Local, nc.Name.Local) || Overlap(content.Tree(o.Content.Particle), content.Tree(nc.Content.Particle), names) >= 50
	case *xsd.SimpleType:
		ns, ok := n.(*xsd.SimpleType)
		if !ok || o.Variety != ns.Variety || PrimitiveName(o) != PrimitiveName(ns) {
			return false
		}
		old, now := fact.Enumeration(o), fact.Enumeration(ns)
		shared := len(old) - len(fact.Beyond(old, now))
		return 2*shared >= max(len(old), len(now)) && Names(o.Name.Local, ns.Name.Local) >= Similar
	}
	return false
}

// minStem is the length from which on a name without its digits says what a type
// is.
const minStem = 4

// SameStem reports whether two names are one but for their digits.
func SameStem(a, b string) bool {
	letters := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return -1
			}
			return r
		}, s)
	}
	stem := letters(a)
	return len(stem) >= minStem && stem == letters(b)
}

// Overlap returns how many of the names in two groups are in both, in percent,
// with a little more for the same compositor.
func Overlap(a, b *content.Node, names *inclusion.Names) int {
	old, either, both := map[string]bool{}, 0, 0
	a.Elements(func(k *content.Node) { old[names.Name(k.Elem.Name).String()] = true })
	either = len(old)
	seen := map[string]bool{}
	b.Elements(func(k *content.Node) {
		name := k.Elem.Name.String()
		switch {
		case seen[name]:
		case old[name]:
			both++
		default:
			either++
		}
		seen[name] = true
	})
	if either == 0 {
		return 50 // wildcards alone
	}
	score := 100 * both / either
	if score > 0 && a.Compositor == b.Compositor {
		score += 10
	}
	return score
}

// ElementTypes returns the types of the elements that a type declares in its
// own document, by name.
func ElementTypes(t xsd.Type, names *inclusion.Names) map[xsd.QName]xsd.Type {
	out := map[xsd.QName]xsd.Type{}
	if ct, ok := t.(*xsd.ComplexType); ok {
		content.Tree(ct.Own).Elements(func(k *content.Node) { out[names.Name(k.Elem.Name)] = k.Elem.Type })
	}
	return out
}

// PrimitiveName returns the name of the built-in type that a simple type goes back to, "" for a list or a union.
func PrimitiveName(t *xsd.SimpleType) string {
	if p := t.Datatype.Primitive(); p != nil {
		return p.Name()
	}
	return ""
}
