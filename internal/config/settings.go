package config

import (
	"slices"

	"go.yaml.in/yaml/v3"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/goname"
)

// form is the shape that the value of a setting has.
type form uint8

const (
	text form = iota
	list
	mapping
)

func (f form) String() string {
	return [...]string{"a text", "a list", "a mapping of the form \"key: value\""}[f]
}

// setting is one that a configuration can have.
type setting struct {
	name string
	form form
	// set takes the value over: of a text the one, of a list all, of a mapping
	// one after the other with its key.
	set func(c *Config, key, value string)
	// read reads a mapping that has a structure of its own; nil for the others.
	read func(r *reader, n *yaml.Node)
	// wrong says what is wrong with a value; nil if nothing can be.
	wrong func(value string) string
}

// settings are all that there are, in the order in which messages name them.
var settings = []setting{
	{name: "schemas", set: func(c *Config, _, v string) { c.Schemas = v }},
	{name: "out", set: func(c *Config, _, v string) { c.Out = v }},
	{name: "package", set: func(c *Config, _, v string) { c.Package = v }},
	{name: "root", set: func(c *Config, _, v string) { c.Root = v }, wrong: wrongPackage},
	{name: "profile", set: func(c *Config, _, v string) { c.Profile = v }},
	{name: "names", set: func(c *Config, _, v string) { c.Names = v }},
	{name: "versions", form: list, set: func(c *Config, _, v string) { c.Versions = append(c.Versions, v) }},
	{name: "packages", form: mapping, set: setPackage, wrong: wrongPackage},
	{name: "diff", form: mapping, read: (*reader).diff},
}

func setPackage(c *Config, namespace, name string) {
	if c.Packages == nil {
		c.Packages = map[string]string{}
	}
	c.Packages[namespace] = name
}

// wrongPackage says why a value is no name of a package.
func wrongPackage(value string) string {
	why := goname.PackageProblem(value)
	if why == "" {
		return ""
	}
	return why + ", so no package can have it; " + quote(goname.PackageLike(value)) + " would do"
}

// settingOf returns the setting of a name.
func settingOf(name string) (setting, bool) {
	i := slices.IndexFunc(settings, func(s setting) bool { return s.name == name })
	if i < 0 {
		return setting{}, false
	}
	return settings[i], true
}

func settingNames() []string {
	var names []string
	for _, s := range settings {
		names = append(names, s.name)
	}
	return names
}

// nearName offers the setting that was meant.
func nearName(name string) string { return diag.DidYouMean(name, settingNames()) }
