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
	// doc says what it is, in sentences; example is a value of it as YAML.
	doc, example string
	// set takes the value over: of a text the one, of a list all, of a mapping
	// one after the other with its key.
	set func(c *Config, key, value string)
	// read reads a value that has a structure of its own; nil for the others.
	read func(r *reader, n *yaml.Node)
	// wrong says what is wrong with a value; nil if nothing can be.
	wrong func(value string) string
	// value returns what a configuration has; nil where a new one has nothing.
	value func(c *Config) string
}

// settings are all that there are, in the order in which messages name them.
var settings = []setting{
	{name: "version", example: "1", read: (*reader).version,
		doc:   "The form of this file. There is one so far.",
		value: func(*Config) string { return Version }},
	{name: "schemas", example: "schemas", set: func(c *Config, _, v string) { c.Schemas = v },
		doc:   "A folder with a folder of schema documents for each version, whatever the name of that is.",
		value: func(c *Config) string { return c.Schemas }},
	{name: "out", example: "generated", set: func(c *Config, _, v string) { c.Out = v },
		doc:   "Bindings go to out/v<version>.",
		value: func(c *Config) string { return c.Out }},
	{name: "package", example: "example.com/module/generated", set: func(c *Config, _, v string) { c.Package = v },
		doc:   "The import path of out. Where there is a go.mod around it, it need not be said.",
		value: func(c *Config) string { return c.Package }},
	{name: "root", example: "api", set: func(c *Config, _, v string) { c.Root = v }, wrong: wrongPackage,
		doc:   "The name of the package that the others of a version import; left out, that of the profile, else api.",
		value: func(c *Config) string { return c.Root }},
	{name: "profile", example: "none", set: func(c *Config, _, v string) { c.Profile = v },
		doc:   "How operations are found: by the name of an API's profile, none, or auto for what fits.",
		value: func(c *Config) string { return c.Profile }},
	{name: "names", example: "generated/names.lock", set: func(c *Config, _, v string) { c.Names = v },
		doc:   "The file with the Go names that were given once, kept for all versions. Commit it.",
		value: func(c *Config) string { return c.Names }},
	{name: "versions", form: list, example: "[1.0, 1.1]", set: func(c *Config, _, v string) { c.Versions = append(c.Versions, v) },
		doc: "The versions to generate, each compared with the one before it; all below schemas, oldest first, where this is left out."},
	{name: "packages", form: mapping, example: "{\"http://example.com/orders\": order}", set: setPackage, wrong: wrongPackage,
		doc: "Package names by namespace, where another than the last part of it is wanted."},
	{name: "diff", form: mapping, read: (*reader).diff,
		example: "{accepted: wbxgen-accepted.json, policy: [{rule: element-removed-optional, path: 'ord:*/note', level: info, reason: nobody reads it}]}",
		doc: "What comparisons go by. accepted: the list that wbxgen accept writes. " +
			"link: a template of addresses of source lines, with {ref}, {label}, {file}, {line} and {col}. " +
			"policy: entries that give changes another level, or leave them out (ignore: true), with a reason each; " +
			"a change fits an entry that it fits in all of rule, path, namespace and root that are given, and the last such entry counts."},
}

// Version is the form of the file that this program reads.
const Version = "1"

// version reads the form of the file.
func (r *reader) version(n *yaml.Node) {
	// To YAML and its schemas 1.0 is the same number.
	var number float64
	if formOf(n) == text && n.Tag != "!!str" && n.Decode(&number) == nil && number == 1 {
		return
	}
	r.error(n, "the form of this file has the version %s (write version: %s); the versions of schemas stand under \"versions\"", Version, Version)
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
