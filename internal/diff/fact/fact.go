package fact

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Digest returns a hash of the components of a schema that is the same for
// every way to write them down: prefixes, the division into documents, the
// order of declarations, white space, annotations and stated defaults do not
// count. Named groups count where they are used. Notations do not count: no
// document shows them but by an enumeration, which does.
func Digest(s *xsd.Schema) string { return Of(s, nil).Digest() }

// Facts are all that a schema says, as single statements: the occurrence of an
// element, the value of a facet. They are what the proof of completeness
// counts by.
type Facts map[Component]*Statements

// Component names a global component. Types of both kinds share a symbol
// space (Part 1 §2.5).
type Component struct {
	Kind xsd.Kind
	Name xsd.QName
}

// Statements are the facts of one global component, in the order of their
// keys, with a hash over all.
type Statements struct {
	list []Fact
	sum  sum
}

type sum = [sha256.Size]byte

// Key is a place, a global component and the way to a part of it, and what of
// the part is stated.
type Key struct {
	In           Component
	Path, Aspect string
}

// Fact is a statement, and what it is about.
type Fact struct {
	path, aspect string
	// Value is what is stated.
	Value string
	about *partChain
}

// partChain is a part of a schema with what it is a part of.
type partChain struct {
	part any
	of   *partChain
}

// Parts returns the parts that a fact is about, innermost first.
func (f Fact) Parts() []any {
	var list []any
	for p := f.about; p != nil; p = p.of {
		list = append(list, p.part)
	}
	return list
}

// Digest returns the hash over all facts; see [Digest].
func (f Facts) Digest() string {
	h := sha256.New()
	h.Write([]byte("wbxgen-digest/2\n"))
	for _, k := range slices.SortedFunc(maps.Keys(f), Component.compare) {
		writeParts(h, string(k.Kind), k.Name.Space, k.Name.Local)
		h.Write(f[k].sum[:])
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Get returns the fact with that key, zero for none.
func (f Facts) Get(k Key) (Fact, bool) {
	c := f[k.In]
	if c == nil {
		return Fact{}, false
	}
	i, ok := slices.BinarySearchFunc(c.list, Fact{path: k.Path, aspect: k.Aspect}, Fact.compare)
	if !ok {
		return Fact{}, false
	}
	return c.list[i], true
}

// Set sets the value of a fact.
func (f Facts) Set(k Key, value string) {
	c := f[k.In]
	if c == nil {
		c = &Statements{}
		f[k.In] = c
	}
	n := Fact{path: k.Path, aspect: k.Aspect, Value: value}
	if i, ok := slices.BinarySearchFunc(c.list, n, Fact.compare); ok {
		c.list[i] = n
	} else {
		c.list = slices.Insert(c.list, i, n)
	}
	c.sum = sumOf(c.list)
}

// Drop takes a fact away.
func (f Facts) Drop(k Key) {
	c := f[k.In]
	if c == nil {
		return
	}
	if i, ok := slices.BinarySearchFunc(c.list, Fact{path: k.Path, aspect: k.Aspect}, Fact.compare); ok {
		c.list = slices.Delete(c.list, i, i+1)
	}
	if len(c.list) == 0 {
		delete(f, k.In)
	}
	c.sum = sumOf(c.list)
}

// Differing returns the keys of facts that two versions do not share.
func (f Facts) Differing(from Facts) []Key {
	var keys []Key
	for k, was := range f {
		is := from[k]
		if is == nil {
			is = &Statements{}
		}
		if was.sum != is.sum {
			keys = append(keys, unshared(k, was.list, is.list)...)
		}
	}
	for k, is := range from {
		if f[k] == nil {
			keys = append(keys, unshared(k, nil, is.list)...)
		}
	}
	slices.SortFunc(keys, Key.compare)
	return keys
}

// unshared returns the keys of facts that are not in both lists.
func unshared(in Component, was, is []Fact) []Key {
	var keys []Key
	for len(was) > 0 || len(is) > 0 {
		order := 0
		switch {
		case len(was) == 0:
			order = 1
		case len(is) == 0:
			order = -1
		default:
			order = was[0].compare(is[0])
		}
		switch {
		case order < 0:
			keys, was = append(keys, was[0].key(in)), was[1:]
		case order > 0:
			keys, is = append(keys, is[0].key(in)), is[1:]
		default:
			if was[0].Value != is[0].Value {
				keys = append(keys, was[0].key(in))
			}
			was, is = was[1:], is[1:]
		}
	}
	return keys
}

func (f Fact) key(in Component) Key { return Key{in, f.path, f.aspect} }

func sumOf(list []Fact) sum {
	var b []byte
	for _, f := range list {
		for _, part := range []string{f.path, f.aspect, f.Value} {
			b = append(append(b, part...), 0)
		}
	}
	return sha256.Sum256(b)
}

func writeParts(w io.Writer, parts ...string) {
	for _, p := range parts {
		_, _ = io.WriteString(w, p+"\x00")
	}
}

func (k Component) compare(l Component) int {
	return cmp.Or(cmp.Compare(k.Kind, l.Kind), k.Name.Compare(l.Name))
}

func (k Key) compare(l Key) int {
	return cmp.Or(k.In.compare(l.In), cmp.Compare(k.Path, l.Path), cmp.Compare(k.Aspect, l.Aspect))
}

func (f Fact) compare(g Fact) int {
	if n := strings.Compare(f.path, g.path); n != 0 {
		return n
	}
	return strings.Compare(f.aspect, g.aspect)
}
