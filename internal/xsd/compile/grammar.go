package compile

import (
	"strings"

	"github.com/wbxgen/wbxgen/internal/xmltree"
)

// rule is what the schema for schemas (Part 1, appendix A) allows for one kind
// of element. Children come in groups: those of an earlier group stand before
// those of a later one.
type rule struct {
	attrs    map[string]attrForm
	required []string
	children []childGroup
	text     bool // character data and foreign elements may stand in it
}

// childGroup is a step of a content model of the form (a|b|…){min,max}.
type childGroup struct {
	names []string
	min   int // 0 or 1
	max   int // 0 stands for no bound
}

func one(names ...string) childGroup  { return childGroup{names, 0, 1} }
func many(names ...string) childGroup { return childGroup{names, 0, 0} }
func must(names ...string) childGroup { return childGroup{names, 1, 1} }
func some(names ...string) childGroup { return childGroup{names, 1, 0} }

var (
	annotationFirst = one("annotation")
	attributeTail   = []childGroup{many("attribute", "attributeGroup"), one("anyAttribute")}
	particleNames   = []string{"element", "group", "choice", "sequence", "any"}
	facetNames      = []string{
		"minExclusive", "minInclusive", "maxExclusive", "maxInclusive", "totalDigits", "fractionDigits",
		"length", "minLength", "maxLength", "enumeration", "whiteSpace", "pattern",
	}
	identityNames = []string{"unique", "key", "keyref"}
)

func attrs(pairs ...any) map[string]attrForm {
	m := map[string]attrForm{"id": formID}
	for i := 0; i < len(pairs); i += 2 {
		m[pairs[i].(string)] = pairs[i+1].(attrForm)
	}
	return m
}

func children(groups ...any) []childGroup {
	list := []childGroup{annotationFirst}
	for _, g := range groups {
		switch g := g.(type) {
		case childGroup:
			list = append(list, g)
		case []childGroup:
			list = append(list, g...)
		}
	}
	return list
}

// grammar has the rules by local name or, where the parent matters, by
// parent/local. A global declaration has the parent "schema".
var grammar = map[string]rule{
	"schema": {
		attrs: attrs("targetNamespace", formNamespace, "version", formToken, "finalDefault", formFullDerivation, "blockDefault", formBlock,
			"attributeFormDefault", formForm, "elementFormDefault", formForm),
		children: []childGroup{
			many("include", "import", "redefine", "annotation"),
			many("simpleType", "complexType", "group", "attributeGroup", "element", "attribute", "notation", "annotation"),
		},
	},
	"include": {attrs: attrs("schemaLocation", formURI), required: []string{"schemaLocation"}, children: children()},
	"import":  {attrs: attrs("namespace", formURI, "schemaLocation", formURI), children: children()},
	"redefine": {
		attrs: attrs("schemaLocation", formURI), required: []string{"schemaLocation"},
		children: []childGroup{many("annotation", "simpleType", "complexType", "group", "attributeGroup")},
	},
	"annotation":    {attrs: attrs(), children: []childGroup{many("appinfo", "documentation")}},
	"appinfo":       {attrs: map[string]attrForm{"source": formURI}, text: true},
	"documentation": {attrs: map[string]attrForm{"source": formURI}, text: true},

	"schema/element": {
		attrs: attrs("name", formNCName, "type", formQName, "substitutionGroup", formQName, "default", formString, "fixed", formString,
			"nillable", formBoolean, "abstract", formBoolean, "final", formDerivation, "block", formBlock),
		required: []string{"name"},
		children: children(one("simpleType", "complexType"), many(identityNames...)),
	},
	"element": {
		attrs: attrs("name", formNCName, "ref", formQName, "type", formQName, "minOccurs", formMinOccurs, "maxOccurs", formMaxOccurs,
			"default", formString, "fixed", formString, "nillable", formBoolean, "block", formBlock, "form", formForm),
		children: children(one("simpleType", "complexType"), many(identityNames...)),
	},
	"schema/attribute": {
		attrs:    attrs("name", formNCName, "type", formQName, "default", formString, "fixed", formString),
		required: []string{"name"},
		children: children(one("simpleType")),
	},
	"attribute": {
		attrs: attrs("name", formNCName, "ref", formQName, "type", formQName, "use", formUse, "default", formString, "fixed", formString,
			"form", formForm),
		children: children(one("simpleType")),
	},
	"schema/complexType": {
		attrs:    attrs("name", formNCName, "mixed", formBoolean, "abstract", formBoolean, "final", formDerivation, "block", formDerivation),
		required: []string{"name"},
		children: complexTypeChildren,
	},
	"complexType": {attrs: attrs("mixed", formBoolean), children: complexTypeChildren},
	"complexContent": {
		attrs: attrs("mixed", formBoolean), children: children(must("restriction", "extension")),
	},
	"simpleContent": {attrs: attrs(), children: children(must("restriction", "extension"))},
	"complexContent/restriction": {
		attrs: attrs("base", formQName), required: []string{"base"},
		children: children(one("group", "all", "choice", "sequence"), attributeTail),
	},
	"complexContent/extension": {
		attrs: attrs("base", formQName), required: []string{"base"},
		children: children(one("group", "all", "choice", "sequence"), attributeTail),
	},
	"simpleContent/restriction": {
		attrs: attrs("base", formQName), required: []string{"base"},
		children: children(one("simpleType"), many(facetNames...), attributeTail),
	},
	"simpleContent/extension": {
		attrs: attrs("base", formQName), required: []string{"base"}, children: children(attributeTail),
	},

	"schema/group": {
		attrs: attrs("name", formNCName), required: []string{"name"},
		children: children(must("all", "choice", "sequence")),
	},
	"redefine/group": {
		attrs: attrs("name", formNCName), required: []string{"name"},
		children: children(must("all", "choice", "sequence")),
	},
	"group": {
		attrs:    attrs("ref", formQName, "minOccurs", formMinOccurs, "maxOccurs", formMaxOccurs),
		required: []string{"ref"}, children: children(),
	},
	"sequence":       {attrs: attrs("minOccurs", formMinOccurs, "maxOccurs", formMaxOccurs), children: children(many(particleNames...))},
	"choice":         {attrs: attrs("minOccurs", formMinOccurs, "maxOccurs", formMaxOccurs), children: children(many(particleNames...))},
	"all":            {attrs: attrs("minOccurs", formZeroOne, "maxOccurs", formOne), children: children(many("element"))},
	"group/sequence": {attrs: attrs(), children: children(many(particleNames...))},
	"group/choice":   {attrs: attrs(), children: children(many(particleNames...))},
	"group/all":      {attrs: attrs(), children: children(many("element"))},
	"all/element": {
		attrs: attrs("name", formNCName, "ref", formQName, "type", formQName, "minOccurs", formZeroOne, "maxOccurs", formZeroOne,
			"default", formString, "fixed", formString, "nillable", formBoolean, "block", formBlock, "form", formForm),
		children: children(one("simpleType", "complexType"), many(identityNames...)),
	},
	"any": {
		attrs:    attrs("namespace", formNamespaces, "processContents", formProcess, "minOccurs", formMinOccurs, "maxOccurs", formMaxOccurs),
		children: children(),
	},
	"anyAttribute": {attrs: attrs("namespace", formNamespaces, "processContents", formProcess), children: children()},

	"schema/attributeGroup":   {attrs: attrs("name", formNCName), required: []string{"name"}, children: children(attributeTail)},
	"redefine/attributeGroup": {attrs: attrs("name", formNCName), required: []string{"name"}, children: children(attributeTail)},
	"attributeGroup":          {attrs: attrs("ref", formQName), required: []string{"ref"}, children: children()},

	"schema/simpleType": {
		attrs: attrs("name", formNCName, "final", formSimpleDerivation), required: []string{"name"},
		children: children(must("restriction", "list", "union")),
	},
	"simpleType":             {attrs: attrs(), children: children(must("restriction", "list", "union"))},
	"simpleType/restriction": {attrs: attrs("base", formQName), children: children(one("simpleType"), many(facetNames...))},
	"list":                   {attrs: attrs("itemType", formQName), children: children(one("simpleType"))},
	"union":                  {attrs: attrs("memberTypes", formQNames), children: children(many("simpleType"))},

	"notation": {
		attrs:    attrs("name", formNCName, "public", formToken, "system", formURI),
		required: []string{"name"}, children: children(),
	},
	"unique":   {attrs: attrs("name", formNCName), required: []string{"name"}, children: children(must("selector"), some("field"))},
	"key":      {attrs: attrs("name", formNCName), required: []string{"name"}, children: children(must("selector"), some("field"))},
	"keyref":   {attrs: attrs("name", formNCName, "refer", formQName), required: []string{"name", "refer"}, children: children(must("selector"), some("field"))},
	"selector": {attrs: attrs("xpath", formString), required: []string{"xpath"}, children: children()},
	"field":    {attrs: attrs("xpath", formString), required: []string{"xpath"}, children: children()},
}

var complexTypeChildren = children(
	one("simpleContent", "complexContent", "group", "all", "choice", "sequence"), attributeTail)

func init() {
	for _, name := range facetNames {
		r := rule{attrs: attrs("value", formString, "fixed", formBoolean), required: []string{"value"}, children: children()}
		switch name {
		case "enumeration", "pattern":
			delete(r.attrs, "fixed")
		}
		grammar[name] = r
	}
	grammar["redefine/simpleType"] = grammar["schema/simpleType"]
	grammar["redefine/complexType"] = grammar["schema/complexType"]
	for name, r := range grammar {
		parent, local, found := strings.Cut(name, "/")
		if !found {
			parent, local = "", name
		}
		rules[[2]string{parent, local}] = &r
	}
}

// rules is grammar by parent, or "", and local name.
var rules = map[[2]string]*rule{}

// ruleFor returns the rule for an element at its place in a schema document.
func ruleFor(e *xmltree.Element) (*rule, bool) {
	if e.Parent != nil {
		parent := e.Parent.Local
		switch {
		case parent == "group" && e.Parent.Parent != nil && e.Parent.Parent.Local != "schema" && e.Parent.Parent.Local != "redefine":
			// a group that refers takes no children; its own rule says so
		default:
			if r, ok := rules[[2]string{parent, e.Local}]; ok {
				return r, true
			}
		}
	}
	r, ok := rules[[2]string{"", e.Local}]
	return r, ok
}
