package xsd

import (
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// ElementDecl is an element declaration (Part 1 §3.3).
type ElementDecl struct {
	Name     QName
	Pos      diag.Pos
	Type     Type
	Global   bool
	Value    *ValueConstraint // default or fixed, nil for none
	Nillable bool
	Abstract bool
	Block    DerivationSet // {disallowed substitutions}
	Final    DerivationSet // {substitution group exclusions}
	// Head is the declaration this one can stand for: {substitution group
	// affiliation}.
	Head                *ElementDecl
	IdentityConstraints []*IdentityConstraint
	Annotations         []*Annotation
	// Scope is the complex type or model group definition that a local
	// declaration belongs to; nil for a global one.
	Scope Component
}

// Kind returns [KindElement].
func (e *ElementDecl) Kind() Kind { return KindElement }

// Position returns where the element is declared.
func (e *ElementDecl) Position() diag.Pos { return e.Pos }

// AttributeDecl is an attribute declaration (Part 1 §3.2).
type AttributeDecl struct {
	Name        QName
	Pos         diag.Pos
	Type        *SimpleType
	Global      bool
	Value       *ValueConstraint
	Annotations []*Annotation
}

// Kind returns [KindAttribute].
func (a *AttributeDecl) Kind() Kind { return KindAttribute }

// Position returns where the attribute is declared.
func (a *AttributeDecl) Position() diag.Pos { return a.Pos }

// AttributeUse is an attribute within a complex type (Part 1 §3.5).
type AttributeUse struct {
	Decl     *AttributeDecl
	Pos      diag.Pos
	Required bool
	// Value is the use's own constraint. [AttributeUse.Effective] also looks
	// at the declaration.
	Value       *ValueConstraint
	Annotations []*Annotation
}

// Kind returns [KindAttributeUse].
func (u *AttributeUse) Kind() Kind { return KindAttributeUse }

// Position returns where the attribute is used.
func (u *AttributeUse) Position() diag.Pos { return u.Pos }

// Effective returns the value constraint that counts for an instance: that of
// the use, else that of the declaration (Part 1 §3.4.4).
func (u *AttributeUse) Effective() *ValueConstraint {
	if u.Value != nil {
		return u.Value
	}
	return u.Decl.Value
}

// ValueConstraint is a default or fixed value.
type ValueConstraint struct {
	Fixed   bool
	Lexical string         // as written, white space normalised by the type
	Value   datatype.Value // zero where the type has no simple content
	Pos     diag.Pos
}

// Is reports whether v is the value. One that a declaration of the type
// xs:anySimpleType gives is of no kind: it is read as what the type of v makes of
// it, so that fixed="1" there is kept by an xs:int of 01.
func (c *ValueConstraint) Is(v datatype.Value) bool {
	switch {
	case c.Value.IsZero() || v.IsZero():
		return v.Lexical() == c.Lexical
	case c.Value.Type().Variety() == datatype.AbsentVariety && v.Type() != c.Value.Type():
		w, err := v.Type().Parse(c.Lexical, nil)
		return err == nil && v.Equal(w)
	}
	return v.Equal(c.Value)
}

// AttributeGroupDef is an attribute group definition (Part 1 §3.6).
type AttributeGroupDef struct {
	Name        QName
	Pos         diag.Pos
	Uses        []*AttributeUse
	Wildcard    *Wildcard
	Annotations []*Annotation
	// Groups are those that its document refers to: some of Uses are theirs.
	Groups []*AttributeGroupDef
}

// Kind returns [KindAttributeGroup].
func (g *AttributeGroupDef) Kind() Kind { return KindAttributeGroup }

// Position returns where the group is defined.
func (g *AttributeGroupDef) Position() diag.Pos { return g.Pos }

// Notation is a notation declaration (Part 1 §3.12).
type Notation struct {
	Name        QName
	Pos         diag.Pos
	Public      string
	System      string
	Annotations []*Annotation
}

// Kind returns [KindNotation].
func (n *Notation) Kind() Kind { return KindNotation }

// Position returns where the notation is declared.
func (n *Notation) Position() diag.Pos { return n.Pos }
