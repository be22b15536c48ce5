package xsd

import "github.com/wbxgen/wbxgen/internal/diag"

// Kind names a kind of component in the recommendation's words.
type Kind string

// The kinds of component of Part 1 §2.2 and Part 2 §2.4.
const (
	KindSimpleType         Kind = "simple type definition"
	KindComplexType        Kind = "complex type definition"
	KindElement            Kind = "element declaration"
	KindAttribute          Kind = "attribute declaration"
	KindAttributeUse       Kind = "attribute use"
	KindAttributeGroup     Kind = "attribute group definition"
	KindModelGroupDef      Kind = "model group definition"
	KindModelGroup         Kind = "model group"
	KindParticle           Kind = "particle"
	KindWildcard           Kind = "wildcard"
	KindNotation           Kind = "notation declaration"
	KindIdentityConstraint Kind = "identity-constraint definition"
	KindFacet              Kind = "constraining facet"
)

// Component is what all components have: a kind and a place in a document.
// Built-in components have no place.
type Component interface {
	Kind() Kind
	Position() diag.Pos
}

// Annotation is a human-readable or machine-readable remark on a component
// (Part 1 §3.13). It never takes part in a comparison of components.
type Annotation struct {
	Pos   diag.Pos
	Items []AnnotationItem
}

// AnnotationItem is one documentation or appinfo element of an annotation.
type AnnotationItem struct {
	AppInfo bool   // appinfo rather than documentation
	Source  string // the source attribute, a URI
	Lang    string // the xml:lang attribute
	Text    string // the character data, markup left out
	XML     string // the content as it stands in the document
}

// Documentation returns the text of the documentation items of a list of
// annotations, paragraphs apart, in document order.
func Documentation(list []*Annotation) string {
	text := ""
	for _, a := range list {
		for _, item := range a.Items {
			if item.AppInfo || item.Text == "" {
				continue
			}
			if text != "" {
				text += "\n\n"
			}
			text += item.Text
		}
	}
	return text
}

// DerivationSet is a set of ways to derive or to substitute, as the
// properties {final}, {block} and {prohibited substitutions} hold.
type DerivationSet uint8

// The members of a [DerivationSet]. As the derivation method of a type just
// one of them is set.
const (
	Restriction DerivationSet = 1 << iota
	Extension
	ListDerivation
	UnionDerivation
	Substitution
)

// Has reports whether all members of d are in s.
func (s DerivationSet) Has(d DerivationSet) bool { return s&d == d }

// String lists the members by the words that schema documents use.
func (s DerivationSet) String() string {
	text := ""
	for i, word := range [...]string{"restriction", "extension", "list", "union", "substitution"} {
		if s&(1<<i) == 0 {
			continue
		}
		if text != "" {
			text += " "
		}
		text += word
	}
	return text
}
