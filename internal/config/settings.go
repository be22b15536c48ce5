package config

import (
	"go.yaml.in/yaml/v3"

	"github.com/wbxgen/wbxgen/internal/component"
	"github.com/wbxgen/wbxgen/internal/goname"
)

// setting is one that a configuration can have.
type setting struct {
	name  string
	shape shape
	// doc says what it is, in sentences; example is a value of it as YAML.
	doc, example string
	// value returns what a configuration has; nil where a new one has nothing.
	value func(c *Config) string
}

// Layouts and Runtimes are what the settings layout and runtime can be, the default
// first.
var (
	Layouts  = []string{"namespaces", "single"}
	Runtimes = []string{"import", "copy"}
)

// settings are all that there are, in the order in which messages name them.
var settings = []setting{
	{name: "version", example: "1", shape: shape{read: (*reader).version, more: map[string]any{"const": 1}},
		doc:   "The form of this file. There is one so far.",
		value: func(*Config) string { return Version }},
	{name: "schemas", example: "schemas", shape: schemasShape(),
		doc: "A folder with a folder of schema documents for each version, whatever the name of that is. Or a list of schemas, so that one file serves a repository: " +
			"[{name: ubl, from: vendor/ubl.zip, out: internal/ubl}, {name: api, from: schemas, versions: all}].",
		value: func(c *Config) string { return c.Schemas }},
	{name: "out", example: "generated",
		doc:   "Bindings go to out/v<version>.",
		value: func(c *Config) string { return c.Out }},
	{name: "package", example: "example.com/module/generated",
		doc:   "The import path of out. Where there is a go.mod around it, it need not be said.",
		value: func(c *Config) string { return c.Package }},
	{name: "root", example: "api", shape: shape{of: packageNames},
		doc:   "The name of the package that the others of a version import; left out, that of the profile, else api.",
		value: func(c *Config) string { return c.Root }},
	{name: "profile", example: "none",
		doc:   "How operations are found: by the name of an API's profile, none, or auto for what fits.",
		value: func(c *Config) string { return c.Profile }},
	{name: "names", example: "generated/names.lock",
		doc:   "The file with the Go names that were given once, kept for all versions. Commit it.",
		value: func(c *Config) string { return c.Names }},
	{name: "versions", example: "[1.0, 1.1]", shape: shape{form: list, each: &shape{}},
		doc: "The versions to generate, each compared with the one before it; all below schemas, oldest first, where this is left out."},
	{name: "packages", example: "{\"http://example.com/orders\": order}", shape: packagesShape(),
		doc: "Packages by namespace, where another name than the last part of that is wanted, another folder, or a package that there is already. A package that was called something else before takes its names along."},
	{name: "layout", example: "single", shape: shape{of: &texts{words: Layouts}},
		doc: "namespaces makes a package of each namespace, below a root package; single puts all into the root package, where names that meet have that of their namespace before them."},
	{name: "catalog", example: "{\"http://www.w3.org/1999/xlink.xsd\": vendor/xlink.xsd}", shape: catalogShape(),
		doc: "Where documents are that schemas refer to by another location, most often a URL: a mapping of locations, as the schemas write them, or of namespaces, to files; " +
			"or an OASIS XML Catalog 1.1, or a list of them (catalog.xml). Nothing is ever fetched, unless generate is called with --fetch."},
	{name: "types", example: "{xs:dateTime: time.Time, xs:decimal: github.com/shopspring/decimal.Decimal, 'element ord:order/ref': {type: example.com/shop.Ref, parse: example.com/shop.ParseRef, format: example.com/shop.FormatRef}}",
		shape: typesShape(),
		doc: "Go types of your own for built-in and named simple types, and for single elements and attributes. A type counts for those of the schema that restrict it, but for enumerations; a built-in type for itself and these, not for other built-in ones. " +
			"Go's numbers, string, bool, time.Time (of xs:dateTime and xs:date) and types with the methods UnmarshalText and MarshalText need no functions; others name the two that parse and format. " +
			"Types and functions are looked up when code is generated: that they are there, and fit. What the Go type does not hold of a text is lost when it is written again: " +
			"float64 writes 1.50 as 1.5 and rounds beyond 17 digits; time.Time reads a dateTime without time zone as UTC and writes it with Z, and a date in UTC without a time zone; " +
			"a type of your own loses what its functions lose. Where a text is more than a Go type holds, reading fails. Validate looks at the text that would be written."},
	{name: "keep", example: "{elements: [ord:order], types: [com:AddressType], operations: [CreateMeeting]}",
		shape: shape{form: record, fields: []field{
			{name: "elements", shape: shape{form: list, each: &shape{of: componentNames(true, component.Element)}}, doc: "Global elements, without the word before them."},
			{name: "types", shape: shape{form: list, each: &shape{of: componentNames(true, component.Type)}}, doc: "Types, without the word before them."},
			{name: "operations", shape: shape{form: list, each: &shape{}}, doc: "Operations by their names."},
		}},
		doc: "What there is code for: only what these lead to is generated, with what can stand in its place (members of substitution groups, types derived from abstract and polymorphic ones). What is left out is counted."},
	{name: "initialisms", example: "[go, SKU, VAT]", shape: shape{form: list, each: &shape{of: &texts{pattern: "^[A-Za-z][A-Za-z0-9]*$", wrong: wrongWord}}},
		doc: "Words that new Go names have in capitals: OrderId becomes OrderID, Skus SKUs. The word go stands for those that Go's own names have so (ID, URL, HTTP, …), which is also what there is without the key, unless the API has a client of its own, as Webex has: people look its names up. [] is for none. Names that the lock has stay."},
	{name: "rename", example: "{type ord:OrderType: PurchaseOrder, 'element ord:order/@id': OrderID, 'enum ord:StatusType=NEW': StatusFresh}",
		shape: shape{form: mapping, key: componentNames(false, component.Type, component.Element, component.Attribute, component.AttributeGroup, component.Enum), each: &shape{of: goNames}},
		doc: "Go names by the component that has them: of types, of the fields of elements and attributes, of attribute groups that are embedded, of the constants of enumerations. They go before the names lock, " +
			"which keeps them from then on, and take along what is named after them. A type without a name is named by the way to its element (type ord:OrderType/item). " +
			"Of a global element the name is that of its type, where that has none, and follows Element in the name of its variable."},
	{name: "strict", example: "true", shape: shape{form: flag},
		doc: "Refuses a schema with a component that generated code is not wholly faithful to, with what and where. generate --report lists them without refusing."},
	{name: "encodingxml", example: "true", shape: shape{form: flag},
		doc: "Gives types the methods by which package encoding/xml of the standard library reads and writes them, for documents that are not generated from. " +
			"Left out, they have none, as that is code that few need."},
	{name: "runtime", example: "copy", shape: shape{of: &texts{words: Runtimes}},
		doc: "How generated code gets at its runtime: import it, or have a copy in the output, so that it depends on nothing. The flag --runtime of generate goes before it."},
	{name: "polymorphic", example: "[type ord:PartyType, element ord:party]", shape: componentList(component.Type, component.Element),
		doc: "Elements, and types of elements, in whose place a document can have any type derived from theirs (xsi:type): their fields are of an interface."},
	{name: "embed", example: "[com:audit, attributeGroup ord:common]", shape: shape{form: list, each: &shape{of: componentNames(true, component.AttributeGroup)}},
		doc: "Attribute groups that become structs of their own, which the types that refer to them embed: one function can then take the attributes that many types share. " +
			"Elsewhere their attributes are fields of each type. Where a type derived by restriction prohibits or changes one of the attributes, or names would meet, they are fields there too, and a note says so. " +
			"Attributes that a wildcard of the group admits stay with the type."},
	{name: "secrets", example: "[element ord:card/number, element com:LoginType/password, attribute com:token]", shape: componentList(component.Element, component.Attribute, component.Type),
		doc: "Elements, attributes and types whose values are never printed: their fields are of type wire.Secret, for which fmt, log/slog and JSON have REDACTED. " +
			"A complex type stands for all text in it."},
	{name: "diff", shape: diffShape(),
		example: "{accepted: wbxgen-accepted.json, policy: [{rule: element-removed-optional, path: 'ord:*/note', level: info, reason: nobody reads it}]}",
		doc:     "What comparisons go by."},
}

// Version is the form of the file that this program reads.
const Version = "1"

// componentNamesDoc is what the page of settings says of names of components.
const componentNamesDoc = "Where a setting names components of a schema, it says of what kind and how to get there: `type ord:OrderType`, " +
	"`element ord:order/item/@id` (the attribute `id` of the element `item` below the global element, or the type, `order`), " +
	"`attribute ord:lang`, `attributeGroup ord:common`, `enum ord:StatusType=NEW` (a value that the type lists). A prefix is the one that the schema's own " +
	"documents have for the namespace, the name of its package where they have none, or the namespace itself in braces: `type {http://example.com/orders}OrderType`. " +
	"Without a prefix a name may be of any namespace, if only one has it. What one entry of a setting names no other may name in another spelling.\n"

// whole is the shape of the file.
func whole() *shape {
	s := shape{form: record, judge: judgeSets, more: moreOfSets()}
	for _, one := range settings {
		s.fields = append(s.fields, field{one.name, one.shape, one.doc})
	}
	return &s
}

// componentList is a list of names of components.
func componentList(kinds ...component.Kind) shape {
	return shape{form: list, each: &shape{of: componentNames(false, kinds...)}}
}

func componentNames(defaults bool, kinds ...component.Kind) *texts {
	return &texts{pattern: component.Pattern(defaults, kinds...), wrong: func(text string) string {
		if _, err := component.Parse(text, defaults, kinds...); err != nil {
			return err.Error()
		}
		return ""
	}}
}

// wrongWord says why a text is no word of a name.
func wrongWord(text string) string {
	for i, r := range text {
		if (r < '0' || r > '9' || i == 0) && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') {
			return "is no word of letters from A to Z and digits"
		}
	}
	return ""
}

// goNames are what exported things of Go can be called.
var goNames = &texts{pattern: "^[A-Z][A-Za-z0-9_]*$", wrong: func(text string) string {
	for i, r := range text {
		if r != '_' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') || i == 0 && (r < 'A' || r > 'Z') {
			return "is no exported Go name of letters from A to Z and digits; " + quote(goname.Exported(text)) + " would do"
		}
	}
	return ""
}}

// packageNames are what packages can be called. What is never one the test of
// the JSON Schema finds out.
var packageNames = &texts{wrong: wrongPackage, pattern: "^[A-Za-z][A-Za-z0-9_]+$", not: "_test$"}

// wrongPackage says why a value is no name of a package.
func wrongPackage(value string) string {
	why := goname.PackageProblem(value)
	if why == "" {
		return ""
	}
	return why + ", so no package can have it; " + quote(goname.PackageLike(value)) + " would do"
}

// version reads the form of the file.
func (r *reader) version(n *yaml.Node) {
	// To YAML and its schemas 1.0 is the same number.
	var number float64
	if formOf(n) == text && n.Tag != "!!str" && n.Decode(&number) == nil && number == 1 {
		return
	}
	r.error(n, "the form of this file has the version %s (write version: %s); the versions of schemas stand under \"versions\"", Version, Version)
}
