package xsd

import (
	"maps"
	"slices"
)

// Components is what a schema is made of. Package compile fills it in.
type Components struct {
	Types               []Type
	Elements            []*ElementDecl
	Attributes          []*AttributeDecl
	AttributeGroups     []*AttributeGroupDef
	ModelGroups         []*ModelGroupDef
	Notations           []*Notation
	IdentityConstraints []*IdentityConstraint
	Documents           []Document
}

// Document says what is worth knowing of a schema document once its
// components are built.
type Document struct {
	File      string // as messages name it
	Namespace string // the target namespace, "" for none
	Prefix    string // the prefix that the document binds to its target namespace, or ""
	// Prefixes are those that the document binds to other namespaces, by namespace.
	Prefixes    map[string]string
	Qualified   bool // elementFormDefault
	Annotations []*Annotation
}

// Schema is a set of components with every reference resolved: the global ones
// by name, the others below them.
type Schema struct {
	types       table[Type]
	elements    table[*ElementDecl]
	attributes  table[*AttributeDecl]
	attrGroups  table[*AttributeGroupDef]
	modelGroups table[*ModelGroupDef]
	notations   table[*Notation]
	identity    table[*IdentityConstraint]
	documents   []Document
	derived     map[Type][]Type
	members     map[*ElementDecl][]*ElementDecl
	groups      map[*ElementDecl][]*ElementDecl // the members that may stand in
}

// table is the global components of one kind, by name and in name order.
type table[C any] struct {
	byName map[QName]C
	sorted []C
}

func newTable[C any](list []C, name func(C) QName) table[C] {
	t := table[C]{byName: make(map[QName]C, len(list))}
	for _, c := range list {
		t.byName[name(c)] = c
	}
	for _, n := range slices.SortedFunc(maps.Keys(t.byName), QName.Compare) {
		t.sorted = append(t.sorted, t.byName[n])
	}
	return t
}

// New returns the schema of the given components. Of two with one name the
// later counts; compile reports such pairs before.
func New(c Components) *Schema {
	s := &Schema{
		types:       newTable(c.Types, Type.TypeName),
		elements:    newTable(c.Elements, func(e *ElementDecl) QName { return e.Name }),
		attributes:  newTable(c.Attributes, func(a *AttributeDecl) QName { return a.Name }),
		attrGroups:  newTable(c.AttributeGroups, func(g *AttributeGroupDef) QName { return g.Name }),
		modelGroups: newTable(c.ModelGroups, func(g *ModelGroupDef) QName { return g.Name }),
		notations:   newTable(c.Notations, func(n *Notation) QName { return n.Name }),
		identity:    newTable(c.IdentityConstraints, func(i *IdentityConstraint) QName { return i.Name }),
		documents:   slices.Clone(c.Documents),
	}
	s.index()
	return s
}

func (s *Schema) index() {
	s.derived = map[Type][]Type{}
	for _, t := range s.types.sorted {
		if b := t.BaseType(); b != nil && b != t {
			s.derived[b] = append(s.derived[b], t)
		}
	}
	s.members, s.groups = map[*ElementDecl][]*ElementDecl{}, map[*ElementDecl][]*ElementDecl{}
	for _, e := range s.elements.sorted {
		seen := map[*ElementDecl]bool{e: true}
		for h := e.Head; h != nil && !seen[h]; h = h.Head {
			seen[h] = true
			s.members[h] = append(s.members[h], e)
			if Substitutable(e, h) {
				s.groups[h] = append(s.groups[h], e)
			}
		}
	}
}

// Type returns the global or built-in type with that name, or nil.
func (s *Schema) Type(n QName) Type {
	if t, ok := s.types.byName[n]; ok {
		return t
	}
	if n.Space == Namespace {
		return Builtin(n.Local)
	}
	return nil
}

// IsGlobal reports whether t is a global or built-in type of the schema. The
// former self of a redefined type has its name and is not.
func (s *Schema) IsGlobal(t Type) bool {
	name := t.TypeName()
	return !name.IsZero() && s.Type(name) == t
}

// Empty reports whether the schema has no global components.
func (s *Schema) Empty() bool {
	return len(s.Types())+len(s.Elements())+len(s.Attributes())+len(s.AttributeGroups())+len(s.ModelGroups())+len(s.Notations()) == 0
}

// Types returns the global types in name order, without the built-in ones.
func (s *Schema) Types() []Type { return s.types.sorted }

// Element returns the global element declaration with that name, or nil.
func (s *Schema) Element(n QName) *ElementDecl { return s.elements.byName[n] }

// Elements returns the global element declarations in name order.
func (s *Schema) Elements() []*ElementDecl { return s.elements.sorted }

// Attribute returns the global attribute declaration with that name, or nil.
func (s *Schema) Attribute(n QName) *AttributeDecl { return s.attributes.byName[n] }

// Attributes returns the global attribute declarations in name order.
func (s *Schema) Attributes() []*AttributeDecl { return s.attributes.sorted }

// AttributeGroup returns the attribute group with that name, or nil.
func (s *Schema) AttributeGroup(n QName) *AttributeGroupDef { return s.attrGroups.byName[n] }

// AttributeGroups returns the attribute groups in name order.
func (s *Schema) AttributeGroups() []*AttributeGroupDef { return s.attrGroups.sorted }

// ModelGroup returns the model group definition with that name, or nil.
func (s *Schema) ModelGroup(n QName) *ModelGroupDef { return s.modelGroups.byName[n] }

// ModelGroups returns the model group definitions in name order.
func (s *Schema) ModelGroups() []*ModelGroupDef { return s.modelGroups.sorted }

// Notation returns the notation with that name, or nil.
func (s *Schema) Notation(n QName) *Notation { return s.notations.byName[n] }

// Notations returns the notations in name order.
func (s *Schema) Notations() []*Notation { return s.notations.sorted }

// IdentityConstraints returns the identity constraints in name order.
func (s *Schema) IdentityConstraints() []*IdentityConstraint { return s.identity.sorted }

// Documents returns the documents that the schema was compiled from.
func (s *Schema) Documents() []Document { return s.documents }

// Namespaces returns the target namespaces of the documents, sorted.
func (s *Schema) Namespaces() []string {
	var all []string
	for _, d := range s.documents {
		all = append(all, d.Namespace)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Prefix returns the prefix that the documents of a namespace use for it, or
// "" if none does.
func (s *Schema) Prefix(namespace string) string {
	switch namespace {
	case Namespace:
		return "xs"
	case XMLNamespace:
		return "xml"
	case InstanceNamespace:
		return "xsi"
	}
	for _, d := range s.documents {
		if d.Namespace == namespace && d.Prefix != "" {
			return d.Prefix
		}
	}
	return ""
}

// Label returns a name as people write it, prefix:local, by [Schema.Prefix].
func (s *Schema) Label(n QName) string {
	if p := s.Prefix(n.Space); p != "" {
		return p + ":" + n.Local
	}
	return n.String()
}

// ReadingPrefix returns [Schema.Prefix], or where the documents of a namespace
// have none, the one that others use which import it: cbc, say.
func (s *Schema) ReadingPrefix(namespace string) string {
	if p := s.Prefix(namespace); p != "" {
		return p
	}
	for _, d := range s.documents {
		if p := d.Prefixes[namespace]; p != "" && !s.isPrefix(p) {
			return p
		}
	}
	return ""
}

// isPrefix reports whether a prefix stands for the target namespace of a document.
func (s *Schema) isPrefix(p string) bool {
	return slices.ContainsFunc(s.documents, func(d Document) bool { return d.Prefix == p })
}

// Reading returns a name for people to read: as [Schema.Label], by
// [Schema.ReadingPrefix]. Without a prefix the local name will do where no other
// namespace has none either.
func (s *Schema) Reading(n QName) string {
	if p := s.ReadingPrefix(n.Space); p != "" {
		return p + ":" + n.Local
	}
	for _, d := range s.documents {
		if d.Namespace != n.Space && s.ReadingPrefix(d.Namespace) == "" {
			return n.String()
		}
	}
	return n.Local
}

// References returns the global elements that stand in a content model, be it by
// the head of their substitution group.
func (s *Schema) References() map[*ElementDecl]bool {
	referred := map[*ElementDecl]bool{}
	s.Walk(func(c Component) bool {
		if p, ok := c.(*Particle); ok {
			if e, ok := p.Term.(*ElementDecl); ok && e.Global {
				referred[e] = true
			}
		}
		return true
	})
	found := maps.Clone(referred)
	for head := range referred {
		for _, member := range s.Substitutes(head) {
			found[member] = true
		}
	}
	return found
}

// Derived returns the global types whose base type definition is t.
func (s *Schema) Derived(t Type) []Type { return s.derived[t] }

// Members returns the global declarations whose {substitution group
// affiliation}, directly or through others, is head, in name order and without
// head. Not all of them need be able to stand in for it: see [Schema.Group].
func (s *Schema) Members(head *ElementDecl) []*ElementDecl { return s.members[head] }

// DerivesFrom reports whether t is base or comes from it by any number of
// derivations none of whose methods is in blocked (Part 1 §3.4.6, Type
// Derivation OK (Complex); §3.14.6 for the simple types). Of the methods only
// restriction can be blocked for a simple type, whatever its own one is: lists
// and unions are derived from xs:anySimpleType like all others.
func DerivesFrom(t, base Type, blocked DerivationSet) bool {
	for t != base {
		if t == nil || step(t)&blocked != 0 {
			return false
		}
		if s, ok := t.(*SimpleType); ok && memberOf(s, base, blocked) {
			return true
		}
		next := t.BaseType()
		if next == t {
			return false
		}
		t = next
	}
	return true
}

// memberOf is clause 2.2.4 of Type Derivation OK (Simple): t comes from a
// member of the union base.
func memberOf(t *SimpleType, base Type, blocked DerivationSet) bool {
	union, ok := base.(*SimpleType)
	if !ok || union == t {
		return false
	}
	for _, m := range union.Members {
		if DerivesFrom(t, m, blocked) {
			return true
		}
	}
	return false
}
