package config

import "go.yaml.in/yaml/v3"

// Catalogs are what stands for locations and namespaces.
type Catalogs struct {
	Files     []string          // OASIS XML Catalogs
	Locations map[string]string // documents by location or namespace
}

// UnmarshalYAML reads a file, a list of them, or a mapping.
func (c *Catalogs) UnmarshalYAML(n *yaml.Node) error {
	switch n.Kind {
	case yaml.MappingNode:
		return n.Decode(&c.Locations)
	case yaml.SequenceNode:
		return n.Decode(&c.Files)
	}
	c.Files = []string{n.Value}
	return nil
}

// catalogShape is a file, a list of them, or a mapping.
func catalogShape() shape {
	return shape{or: &shape{form: list, each: &shape{}, or: &shape{form: mapping, each: &shape{}}}}
}
