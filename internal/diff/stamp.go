package diff

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Stamp is an attribute of roots by which each document of one version is refused
// under the other: each has it, and no value is one that both versions allow, as of
// version="1.0" that is fixed to 2.0 now; or none has it, and the other version asks
// for it.
type Stamp struct {
	Name xsd.QName
	// Value is one that the other version allows.
	Value string
}

// Stamps returns the stamps of the elements that documents of the old version
// start with or, with back set, of those of the new version, by name.
func (c *Comparison) Stamps(back bool) map[xsd.QName][]Stamp {
	here, there, name, byName := c.Old, c.New, c.Names.Name, c.Names.BackName
	if back {
		here, there, name, byName = c.New, c.Old, c.Names.BackName, c.Names.Name
	}
	all := map[xsd.QName][]Stamp{}
	for _, e := range here.Schema.Elements() {
		if other := there.Schema.Element(name(e.Name)); other != nil && here.StartsDocuments(e) {
			if list := stampsOf(e.Type, other.Type, name, byName); list != nil {
				all[e.Name] = list
			}
		}
	}
	return all
}

// StampNames returns the names of the attributes that are stamps of all documents of
// the old version or, with back set, of the new one; nil where some have none.
func (c *Comparison) StampNames(back bool) []string {
	here, there, name := c.Old, c.New, c.Names.Name
	if back {
		here, there, name = c.New, c.Old, c.Names.BackName
	}
	var names []string
	stamps := c.Stamps(back)
	for _, e := range here.Schema.Elements() {
		if !here.StartsDocuments(e) || there.Schema.Element(name(e.Name)) == nil {
			continue
		}
		if len(stamps[e.Name]) == 0 {
			return nil
		}
		for _, s := range stamps[e.Name] {
			if !slices.Contains(names, s.Name.Local) {
				names = append(names, s.Name.Local)
			}
		}
	}
	return names
}

// stampsOf compares the attributes of two types, whose names lead to the other one
// by name, and back.
func stampsOf(t, other xsd.Type, name, back func(xsd.QName) xsd.QName) []Stamp {
	here, ok := t.(*xsd.ComplexType)
	there, both := other.(*xsd.ComplexType)
	if !ok || !both {
		return nil
	}
	var list []Stamp
	add := func(name xsd.QName, other *xsd.AttributeUse) {
		if value := inclusion.ValuesOf(other); len(value) > 0 {
			list = append(list, Stamp{name, value[0]})
		}
	}
	for _, u := range inclusion.SortedUses(here.AttributeUses) {
		if o := there.AttributeUse(name(u.Decl.Name)); o != nil && (u.Required || o.Required) && inclusion.NoCommonValue(u, o) {
			add(u.Decl.Name, o)
		}
	}
	for _, o := range inclusion.SortedUses(there.AttributeUses) {
		if name := back(o.Decl.Name); o.Required && !allowsAttribute(here, name) {
			add(name, o)
		}
	}
	return list
}

// allowsAttribute reports whether elements of a type can have an attribute.
func allowsAttribute(t *xsd.ComplexType, name xsd.QName) bool {
	w := t.AttributeWildcard
	return t.AttributeUse(name) != nil || w != nil && w.Namespaces.Allows(name.Space)
}
