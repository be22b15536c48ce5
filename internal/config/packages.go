package config

import "go.yaml.in/yaml/v3"

// Package is what the configuration says of the package of a namespace.
type Package struct {
	Name string
	// Path is its folder below the root package.
	Path string
	// Manifest is that of the output that has the package already.
	Manifest string
}

// UnmarshalYAML reads a name, or a mapping.
func (p *Package) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode {
		p.Name = n.Value
		return nil
	}
	type plain Package
	return n.Decode((*plain)(p))
}

// packagesShape is packages by namespace.
func packagesShape() shape {
	type object = map[string]any
	one := shape{form: record, judge: judgePackage, fields: []field{
		{name: "name", shape: shape{of: packageNames}, doc: "Its name."},
		{name: "path", shape: shape{of: packagePaths}, doc: "Its folder below the root package, such as `internal/order`; left out, its name."},
		{name: "manifest", doc: "The `wbxgen.manifest` of an output that has the package already: it is imported, and not generated again. " +
			"The output can be one of another module, or of another of the schemas of this file, which does not take it from itself."},
	}, more: object{"anyOf": []object{{"required": []string{"name"}}, {"required": []string{"path"}}, {"required": []string{"manifest"}}},
		"not": object{"required": []string{"manifest"}, "anyOf": []object{{"required": []string{"name"}}, {"required": []string{"path"}}}}}}
	return shape{form: mapping, each: &shape{of: packageNames, or: &one}}
}

func judgePackage(r *reader, n *yaml.Node) {
	var p Package
	if n.Decode(&p) != nil {
		return
	}
	switch {
	case p == Package{}:
		r.error(n, "the entry says nothing of the package; give it a name, a path or a manifest")
	case p.Manifest != "" && p.Name+p.Path != "":
		r.error(n, "the output of a manifest says what its packages are called and where they are; leave name and path out")
	}
}

// packagePaths are folders that packages can be in.
var packagePaths = &texts{pattern: `^[A-Za-z0-9][A-Za-z0-9_-]*(/[A-Za-z0-9][A-Za-z0-9_-]*)*$`, wrong: func(text string) string {
	start := true
	for _, r := range text {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
		if !letter && (start || r != '/' && r != '_' && r != '-') {
			return "is no folder below the root package, of letters from a to z, digits, hyphens and underscores"
		}
		start = r == '/'
	}
	if start {
		return "is no folder below the root package: it ends with /"
	}
	return ""
}}
