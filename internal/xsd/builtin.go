package xsd

import "github.com/wbxgen/wbxgen/internal/xsd/datatype"

// AnyType is xs:anyType, the root of all types (Part 1 §3.4.7): mixed content,
// any elements and attributes, checked as far as they are declared.
var AnyType = newAnyType()

// AnySimpleType is xs:anySimpleType, the root of all simple types.
var AnySimpleType = builtins["anySimpleType"]

var builtins = newBuiltins()

func newAnyType() *ComplexType {
	wildcard := &Wildcard{Namespaces: NamespaceConstraint{Any: true}, Process: Lax}
	group := &ModelGroup{Particles: []*Particle{{Min: 0, Max: Unbounded, Term: wildcard}}}
	t := &ComplexType{
		Name:              QName{Namespace, "anyType"},
		Method:            Restriction,
		AttributeWildcard: wildcard,
		Content:           ContentType{Kind: MixedContent, Particle: &Particle{Min: 1, Max: 1, Term: group}},
	}
	t.Base = t
	t.Own = t.Content.Particle
	return t
}

func newBuiltins() map[string]*SimpleType {
	all := map[string]*SimpleType{}
	// A built-in comes after its base and item in the recommendation's order.
	for _, name := range datatype.Builtins() {
		d := datatype.Builtin(name)
		t := &SimpleType{
			Name:     QName{Namespace, name},
			Method:   Restriction,
			Variety:  d.Variety(),
			Datatype: d,
		}
		if base := d.Base(); base != nil {
			t.Base = all[base.Name()]
		}
		if item := d.Item(); item != nil {
			t.Item = all[item.Name()]
		}
		all[name] = t
	}
	return all
}

// Builtin returns the built-in type with that local name: a simple type or
// xs:anyType; nil if there is none.
func Builtin(local string) Type {
	if local == AnyType.Name.Local {
		return AnyType
	}
	if t, ok := builtins[local]; ok {
		return t
	}
	return nil
}
