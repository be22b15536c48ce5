package compile

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// schemaForSchemas writes the grammar as a schema document: the schema for
// schemas. A rule is a type; the elements that may stand alone or below schema
// are global.
func schemaForSchemas() string {
	var b strings.Builder
	fmt.Fprintf(&b, documentTop, "The schema for schemas, XML Schema 1.0", "", xsd.Namespace, ` elementFormDefault="qualified"`)
	b.WriteString("  <xs:import namespace=\"http://www.w3.org/XML/1998/namespace\"/>\n")
	for _, name := range globalRules() {
		fmt.Fprintf(&b, "  <xs:element name=%q type=\"xs:%s\"/>\n", localOf(name), ruleType(name))
	}
	for _, name := range slices.Sorted(maps.Keys(grammar)) {
		writeRule(&b, name, grammar[name])
	}
	b.WriteString(formTypes() + "</xs:schema>\n")
	return b.String()
}

// globalRules are the names of the rules of global elements: that of a global
// declaration where an element has several.
func globalRules() []string {
	var names []string
	for name := range grammar {
		_, global := grammar["schema/"+name]
		if !strings.Contains(name, "/") && !global || strings.HasPrefix(name, "schema/") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

func localOf(rule string) string { return rule[strings.LastIndexByte(rule, '/')+1:] }

// ruleType is the name of the type of a rule: topLevelElement is schema.element.
func ruleType(rule string) string { return strings.ReplaceAll(rule, "/", ".") + ".rule" }

// childRule returns the rule for a child, as ruleFor finds it.
func childRule(parent, child string) string {
	if name := localOf(parent) + "/" + child; grammar[name].attrs != nil {
		return name
	}
	return child
}

func writeRule(b *strings.Builder, name string, r rule) {
	if r.text {
		fmt.Fprintf(b, "  <xs:complexType name=%q mixed=\"true\">\n    <xs:sequence><xs:any minOccurs=\"0\" maxOccurs=\"unbounded\" processContents=\"lax\"/></xs:sequence>\n", ruleType(name))
	} else {
		fmt.Fprintf(b, "  <xs:complexType name=%q>\n    <xs:sequence>\n", ruleType(name))
		writeContent(b, name, r.children)
		b.WriteString("    </xs:sequence>\n")
	}
	for _, attr := range slices.Sorted(maps.Keys(r.attrs)) {
		use := ""
		if slices.Contains(r.required, attr) {
			use = ` use="required"`
		}
		fmt.Fprintf(b, "    <xs:attribute name=%q type=\"xs:%s\"%s/>\n", attr, formType(r.attrs[attr]), use)
	}
	b.WriteString("    <xs:anyAttribute namespace=\"##other\" processContents=\"lax\"/>\n  </xs:complexType>\n")
}

// writeContent writes the groups of a content model. Nothing follows
// simpleContent and complexContent.
func writeContent(b *strings.Builder, name string, groups []childGroup) {
	if len(groups) > 1 && slices.Contains(groups[1].names, "simpleContent") {
		writeGroup(b, name, groups[0])
		b.WriteString("      <xs:choice>\n")
		writeGroup(b, name, must("simpleContent"))
		writeGroup(b, name, must("complexContent"))
		b.WriteString("      <xs:sequence>\n")
		writeGroup(b, name, one(slices.DeleteFunc(slices.Clone(groups[1].names), func(n string) bool { return strings.HasSuffix(n, "Content") })...))
		for _, g := range groups[2:] {
			writeGroup(b, name, g)
		}
		b.WriteString("      </xs:sequence>\n      </xs:choice>\n")
		return
	}
	for i, g := range groups {
		if i > 0 && slices.Contains(groups[i-1].names, "annotation") && slices.Contains(g.names, "annotation") {
			writeBehind(b, name, g)
			continue
		}
		writeGroup(b, name, g)
	}
}

// writeBehind writes a group that has annotation behind one that has it too:
// an annotation that comes first belongs to the earlier one.
func writeBehind(b *strings.Builder, name string, g childGroup) {
	b.WriteString("      <xs:sequence minOccurs=\"0\" maxOccurs=\"unbounded\">\n")
	writeGroup(b, name, must(slices.DeleteFunc(slices.Clone(g.names), func(n string) bool { return n == "annotation" })...))
	writeGroup(b, name, many("annotation"))
	b.WriteString("      </xs:sequence>\n")
}

func writeGroup(b *strings.Builder, name string, g childGroup) {
	most := "unbounded"
	if g.max > 0 {
		most = fmt.Sprint(g.max)
	}
	fmt.Fprintf(b, "      <xs:choice minOccurs=\"%d\" maxOccurs=%q>\n", g.min, most)
	for _, child := range g.names {
		fmt.Fprintf(b, "        <xs:element name=%q type=\"xs:%s\"/>\n", child, ruleType(childRule(name, child)))
	}
	b.WriteString("      </xs:choice>\n")
}

// plainForms are the attribute forms that are built-in types.
var plainForms = map[attrForm]string{
	formString: "string", formToken: "token", formURI: "anyURI", formNamespace: "anyURI", formID: "ID", formNCName: "NCName", formQName: "QName",
	formQNames: "names.form", formBoolean: "boolean", formMinOccurs: "nonNegativeInteger", formMaxOccurs: "occurs.form", formNamespaces: "namespaces.form",
}

func formType(f attrForm) string {
	if name := plainForms[f]; name != "" {
		return name
	}
	return fmt.Sprintf("words%d.form", f)
}

// formTypes are the types of attributes that are not built in.
func formTypes() string {
	var b strings.Builder
	b.WriteString(`  <xs:simpleType name="names.form"><xs:list itemType="xs:QName"/></xs:simpleType>
  <xs:simpleType name="occurs.form"><xs:union memberTypes="xs:nonNegativeInteger"><xs:simpleType>` + enumeration([]string{"unbounded"}) + `</xs:simpleType></xs:union></xs:simpleType>
  <xs:simpleType name="namespaces.form"><xs:union><xs:simpleType>` + enumeration([]string{"##any", "##other"}) + `</xs:simpleType>
    <xs:simpleType><xs:list><xs:simpleType><xs:union memberTypes="xs:anyURI"><xs:simpleType>` + enumeration([]string{"##targetNamespace", "##local"}) + `</xs:simpleType></xs:union></xs:simpleType></xs:list></xs:simpleType></xs:union></xs:simpleType>
`)
	for f := range forms {
		switch words := setForms[f]; {
		case plainForms[f] != "":
		case words != nil:
			fmt.Fprintf(&b, "  <xs:simpleType name=%q><xs:union><xs:simpleType>%s</xs:simpleType>\n    <xs:simpleType><xs:list><xs:simpleType>%s</xs:simpleType></xs:list></xs:simpleType></xs:union></xs:simpleType>\n",
				formType(f), enumeration([]string{"#all"}), enumeration(words))
		case f.counts():
			numbers := strings.Replace(enumeration(enumForms[f]), "xs:NMTOKEN", "xs:nonNegativeInteger", 1)
			fmt.Fprintf(&b, "  <xs:simpleType name=%q>%s</xs:simpleType>\n", formType(f), numbers)
		default:
			fmt.Fprintf(&b, "  <xs:simpleType name=%q>%s</xs:simpleType>\n", formType(f), enumeration(enumForms[f]))
		}
	}
	return b.String()
}

func enumeration(words []string) string {
	text := `<xs:restriction base="xs:NMTOKEN">`
	if slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, "#") }) {
		text = `<xs:restriction base="xs:token">`
	}
	for _, w := range words {
		text += fmt.Sprintf("<xs:enumeration value=%q/>", w)
	}
	return text + "</xs:restriction>"
}
