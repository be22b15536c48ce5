package datatype

import (
	"math/big"
	"unicode/utf8"
)

// Value is a member of a type's value space with the text it was read from.
// The zero Value is no value. Values are compared by [Value.Equal], never by
// ==, and are immutable.
type Value struct {
	_    [0]func() // keeps == out
	typ  *Type
	text string
	atom *atom
}

// IsZero reports whether v is no value at all.
func (v Value) IsZero() bool { return v.typ == nil }

// Type returns the type that v was read as: of a union the member type that
// accepted the text, nil for the zero Value.
func (v Value) Type() *Type { return v.typ }

// Lexical returns the text v was read from, after white space normalisation.
func (v Value) Lexical() string { return v.text }

// Canonical returns the canonical lexical representation of v (Part 2 §3.2
// and §3.3; for xs:duration that of XML Schema 1.1, as 1.0 has none). Names,
// which have none either, are written as {namespace}local.
func (v Value) Canonical() string {
	if v.IsZero() {
		return ""
	}
	return string(v.atom.append(nil))
}

// String returns the canonical form.
func (v Value) String() string { return v.Canonical() }

// Equal reports whether v and w are the same value. Values of different
// primitive types never are, whatever their texts; lists are compared item by
// item; NaN is equal to itself, and -0 to 0 (Part 2 §4.2.1).
func (v Value) Equal(w Value) bool {
	if v.IsZero() || w.IsZero() {
		return v.IsZero() && w.IsZero()
	}
	return v.atom.equal(w.atom)
}

// Compare returns the order of v and w. Values of different primitive types,
// unequal values of a type without an order, and unequal values that a partial
// order leaves open are [Incomparable] (Part 2 §3.2.6.2, §3.2.7.4).
func (v Value) Compare(w Value) Order {
	if v.IsZero() || w.IsZero() {
		if v.IsZero() && w.IsZero() {
			return Equal
		}
		return Incomparable
	}
	return v.atom.compare(w.atom)
}

// Key returns a string that two values share exactly if they are equal: for
// maps, as in identity constraints.
func (v Value) Key() string {
	if v.IsZero() {
		return ""
	}
	return v.atom.key()
}

// Items returns the items of a list value, nil for others. They must not be
// changed.
func (v Value) Items() []Value {
	if v.IsZero() {
		return nil
	}
	return v.atom.items
}

// QName returns the expanded name of a xs:QName or xs:NOTATION value.
func (v Value) QName() (space, local string, ok bool) {
	if v.IsZero() || !v.atom.kind.isName() {
		return "", "", false
	}
	return v.atom.space, v.atom.text, true
}

// Bool returns a xs:boolean value.
func (v Value) Bool() (truth, ok bool) {
	if v.IsZero() || v.atom.kind != booleanKind {
		return false, false
	}
	return v.atom.truth, true
}

// BigInt returns a decimal value that is a whole number, of any size.
func (v Value) BigInt() (n *big.Int, ok bool) {
	if v.IsZero() || v.atom.kind != decimalKind {
		return nil, false
	}
	return v.atom.number.BigInt()
}

// Float64 returns a xs:float or xs:double value.
func (v Value) Float64() (f float64, ok bool) {
	if v.IsZero() || v.atom.kind != floatKind && v.atom.kind != doubleKind {
		return 0, false
	}
	return v.atom.float, true
}

// Octets returns a xs:hexBinary or xs:base64Binary value.
func (v Value) Octets() (octets []byte, ok bool) {
	if v.IsZero() || !v.atom.kind.isBinary() {
		return nil, false
	}
	return []byte(v.atom.text), true
}

func countRunes(s string) uint64 { return uint64(utf8.RuneCountInString(s)) }
