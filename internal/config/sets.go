package config

import (
	"maps"
	"slices"
	"strconv"

	"go.yaml.in/yaml/v3"
)

// Set is one of several schemas that a configuration is about.
type Set struct {
	// Name is what messages call it.
	Name string
	// From is a directory, a document, an archive, a folder of a commit or a
	// version; with Versions a folder that has a folder for each version.
	From string
	// Within is the folder that the references of a single document may reach.
	Within string
	// Versions are those to generate.
	Versions Versions
	// The others are as in [Config], for this set alone.
	Out, Package, Root, Profile, Names string
}

// Versions are versions below a folder: all, those that are listed, or none
// where there is no such folder.
type Versions struct {
	All    bool
	Listed []string
}

// UnmarshalYAML reads the word all, or a list.
func (v *Versions) UnmarshalYAML(n *yaml.Node) error {
	if v.All = n.Kind == yaml.ScalarNode; v.All {
		return nil
	}
	return n.Decode(&v.Listed)
}

// perSet are the settings that stand with each set where there are several.
var perSet = []string{"versions", "package", "root", "names"}

// schemasShape is a folder of versions, or a list of sets.
func schemasShape() shape {
	set := shape{form: record, needs: []string{"name", "from"}, fields: []field{
		{name: "name", shape: shape{of: setNames}, doc: "What messages and other commands call it; each has another."},
		{name: "from", doc: "A directory, a document, an archive, a folder of a commit (`REF:PATH`) or a version; `TOP//INSIDE` is a document or folder within one of these."},
		{name: "within", doc: "The folder that the references of a single document may reach; left out, its own."},
		{name: "versions", shape: shape{of: &texts{words: []string{"all"}}, or: &shape{form: list, each: &shape{}}},
			doc: "Says that from is a folder with a folder for each version: all of them, or a list. Each goes to out/v<version>, and is compared with the one before it."},
		{name: "out", doc: "The folder of the root package, or of the versions; left out, that of the name below the out of the file."},
		{name: "package", doc: "The import path of out. Where there is a go.mod around it, it need not be said."},
		{name: "root", shape: shape{of: packageNames}, doc: "The name of the root package; left out, that of the folder or, with versions, of the profile."},
		{name: "profile", doc: "As profile of the file, which counts where this is left out."},
		{name: "names", doc: "The file with the names lock; left out, names.lock in out."},
	}}
	return shape{or: &shape{form: list, each: &set}}
}

// setNames are what sets can be called.
var setNames = &texts{pattern: `^[A-Za-z0-9][A-Za-z0-9._-]*$`, wrong: func(text string) string {
	for i, r := range text {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
		if !letter && (i == 0 || r != '.' && r != '_' && r != '-') {
			return "is not made of letters from a to z, digits, dots, hyphens and underscores"
		}
	}
	return ""
}}

// judgeSets says what is wrong with sets as a whole.
func judgeSets(r *reader, n *yaml.Node) {
	keys := map[string]*yaml.Node{}
	var sets *yaml.Node
	for i := 0; i+1 < len(n.Content); i += 2 {
		if keys[n.Content[i].Value] = n.Content[i]; n.Content[i].Value == "schemas" {
			sets = resolve(n.Content[i+1])
		}
	}
	if sets == nil || sets.Kind != yaml.SequenceNode {
		return
	}
	for _, name := range perSet {
		if key := keys[name]; key != nil {
			r.error(key, "%q stands with each of the schemas where they are a list", name)
		}
	}
	if len(sets.Content) == 0 {
		r.error(sets, "the list of schemas is empty")
	}
	first := map[string]*yaml.Node{}
	for _, item := range sets.Content {
		var one Set
		item = resolve(item)
		if item.Decode(&one) != nil {
			continue
		}
		if other := first[one.Name]; other != nil {
			r.error(item, "there are two schemas %q", one.Name).See(r.pos(other), "the first")
		}
		first[one.Name] = item
	}
}

// moreOfSets is what a JSON Schema says where judgeSets does.
func moreOfSets() map[string]any {
	type object = map[string]any
	var without []object
	for _, name := range perSet {
		without = append(without, object{"required": []string{name}})
	}
	return object{
		"if":   object{"type": "object", "properties": object{"schemas": object{"type": "array"}}, "required": []string{"schemas"}},
		"then": object{"not": object{"anyOf": without}, "properties": object{"schemas": object{"minItems": 1}}},
	}
}

// schemas takes the setting over, which has two forms.
func (c *Config) schemas(n *yaml.Node) error {
	if n == nil {
		return nil
	}
	if n = resolve(n); n.Kind != yaml.SequenceNode {
		return n.Decode(&c.Schemas)
	}
	if err := n.Decode(&c.Listed); err != nil {
		return err
	}
	for _, s := range c.Listed {
		if s.Versions.All || len(s.Versions.Listed) > 0 {
			c.Schemas = s.From
			break
		}
	}
	return nil
}

// Sets returns a configuration for each set of schemas: c itself where it has no
// list of them.
func (c *Config) Sets() []*Config {
	if len(c.Listed) == 0 {
		return []*Config{c}
	}
	var list []*Config
	for i, s := range c.Listed {
		one := *c
		one.Listed, one.Set = nil, &c.Listed[i]
		one.Schemas, one.Versions = s.From, s.Versions.Listed
		one.Package, one.Root = s.Package, s.Root
		if one.Out = s.Out; s.Out == "" {
			one.Out = c.Out + "/" + s.Name
		}
		if one.Names = s.Names; s.Names == "" {
			one.Names = one.Out + "/names.lock"
		}
		if s.Profile != "" {
			one.Profile = s.Profile
		}
		one.places = c.placesOf(strconv.Itoa(i), len(s.Versions.Listed))
		list = append(list, &one)
	}
	return list
}

// placesOf are the places of settings with those of a set in place of the file's.
func (c *Config) placesOf(number string, versions int) map[string]place {
	list := maps.Clone(c.places)
	item := c.places[placeOf([]string{"schemas", number})]
	for _, name := range append(slices.Clone(perSet), "out", "profile", "from") {
		at, found := c.places[placeOf([]string{"schemas", number, name})]
		if !found && (name == "out" || name == "profile") {
			continue
		}
		if !found {
			at = item
		}
		if name == "from" {
			name = "schemas"
		}
		list[placeOf([]string{name})] = at
	}
	for i := range versions {
		n := strconv.Itoa(i)
		if at, found := c.places[placeOf([]string{"schemas", number, "versions", n})]; found {
			list[placeOf([]string{"versions", n})] = at
		}
	}
	return list
}

// HasVersions reports whether Schemas is a folder with a folder for each
// version.
func (c *Config) HasVersions() bool {
	return c.Set == nil || c.Set.Versions.All || len(c.Set.Versions.Listed) > 0
}
