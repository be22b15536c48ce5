package xsd

import "github.com/wbxgen/wbxgen/internal/diag"

// IdentityCategory is the category of an identity constraint.
type IdentityCategory uint8

// The categories of Part 1 §3.11.1.
const (
	Unique IdentityCategory = iota
	Key
	KeyRef
)

// String returns unique, key or keyref.
func (c IdentityCategory) String() string { return [...]string{"unique", "key", "keyref"}[c] }

// IdentityConstraint is an identity-constraint definition (Part 1 §3.11).
type IdentityConstraint struct {
	Name        QName
	Category    IdentityCategory
	Pos         diag.Pos
	Selector    XPath
	Fields      []XPath
	Refer       *IdentityConstraint // the key or unique that a keyref names
	Annotations []*Annotation
}

// Kind returns [KindIdentityConstraint].
func (c *IdentityConstraint) Kind() Kind { return KindIdentityConstraint }

// Position returns where the constraint is defined.
func (c *IdentityConstraint) Position() diag.Pos { return c.Pos }

// XPath is an expression of the subset that selectors and fields may use
// (Part 1 §3.11.6): alternatives of location paths.
type XPath struct {
	Text  string // as written
	Paths []Path
}

// Path is one alternative of an [XPath].
type Path struct {
	Descendant bool // starts with ".//"
	Steps      []Step
}

// Step is one step of a [Path]. The step "." is not kept.
type Step struct {
	Attribute bool
	// Name is the expanded name that the step tests. With AnyName it is not
	// tested; with AnyLocal just its namespace is.
	Name     QName
	AnyName  bool
	AnyLocal bool
}
