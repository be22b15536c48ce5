package xsd

import "slices"

// Only returns a schema of those global components that keep keeps. What they
// refer to must be among them. Documents of whose namespace nothing is left are
// left out too.
func (s *Schema) Only(keep func(Component) bool) *Schema {
	c := Components{
		Types: kept(s.Types(), keep), Elements: kept(s.Elements(), keep), Attributes: kept(s.Attributes(), keep),
		AttributeGroups: kept(s.AttributeGroups(), keep), ModelGroups: kept(s.ModelGroups(), keep),
		Notations: s.Notations(), IdentityConstraints: s.IdentityConstraints(),
	}
	spaces := map[string]bool{}
	for _, t := range c.Types {
		spaces[t.TypeName().Space] = true
	}
	for _, e := range c.Elements {
		spaces[e.Name.Space] = true
	}
	for _, a := range c.Attributes {
		spaces[a.Name.Space] = true
	}
	for _, g := range c.ModelGroups {
		spaces[g.Name.Space] = true
	}
	for _, g := range c.AttributeGroups {
		spaces[g.Name.Space] = true
	}
	for _, d := range s.documents {
		if spaces[d.Namespace] {
			c.Documents = append(c.Documents, d)
		}
	}
	return New(c)
}

func kept[C Component](list []C, keep func(Component) bool) []C {
	return slices.DeleteFunc(slices.Clone(list), func(c C) bool { return !keep(c) })
}
