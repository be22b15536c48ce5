package wire

import (
	"cmp"

	"github.com/wbxgen/wbxgen/wire/internal/door"
)

// Name is an expanded name: {namespace}local, or the local name alone where there is no namespace. Names can be
// compared, be keys of maps, and be constants, as those of root elements are in generated packages:
//
//	const ElementOrder wire.Name = "{urn:example:shop}order"
type Name string

// NameOf returns the name of these two parts. An empty space is no namespace.
func NameOf(space, local string) Name { return Name(door.Join(space, local)) }

// Space returns the namespace name, which is empty for a name in no namespace.
func (n Name) Space() string {
	space, _ := door.Split(string(n))
	return space
}

// Local returns the local name.
func (n Name) Local() string {
	_, local := door.Split(string(n))
	return local
}

// compare orders names by namespace and local name.
func (n Name) compare(o Name) int {
	return cmp.Or(cmp.Compare(n.Space(), o.Space()), cmp.Compare(n.Local(), o.Local()))
}

// QName is an expanded name met at run time. It is also the Go type of xs:QName and xs:NOTATION.
// Prefix is what the document wrote; it is a hint for re-encoding and no part of the value.
type QName struct{ Space, Local, Prefix string }

// Name returns the name without its prefix.
func (q QName) Name() Name { return NameOf(q.Space, q.Local) }

// Equal reports whether q and o are the same expanded name, whatever their prefixes.
func (q QName) Equal(o QName) bool { return q.Local == o.Local && q.Space == o.Space }

// Is reports whether q is the expanded name n.
func (q QName) Is(n Name) bool { return q.Local == n.Local() && q.Space == n.Space() }

// IsZero reports whether q names nothing.
func (q QName) IsZero() bool { return q.Local == "" }

// String returns the name as {namespace}local, or the local name alone where there is no namespace.
func (q QName) String() string { return door.Join(q.Space, q.Local) }
