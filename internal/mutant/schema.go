package mutant

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// Schema changes a schema document in one place, by chance, and says what it
// did.
func Schema(r *rand.Rand, doc *Node, p *Pool) string {
	for {
		change := schemaChanges[r.IntN(len(schemaChanges))]
		if what := change(r, doc, p); what != "" {
			return what
		}
	}
}

// change does one kind of change somewhere; "" where it found no place.
type change func(r *rand.Rand, doc *Node, p *Pool) string

var schemaChanges = []change{
	otherValue, otherValue, otherValue, otherReference, otherReference, otherReference, withoutAttr, moreAttr, moreAttr,
	withoutElement, twice, swapped, renamed, renamed, grafted, grafted, moved, otherFacet, otherFacet, otherFacet,
	otherOccurs, otherOccurs, wrapped, copied, derived,
}

// place is an element below the root that is not of an annotation.
func place(r *rand.Rand, doc *Node) *Node {
	n, _ := pick(r, elements(doc, func(n *Node) bool { return n.Parent != nil && !inAnnotation(n) }))
	return n
}

func inAnnotation(n *Node) bool {
	for up := n.Parent; up != nil; up = up.Parent {
		if l := up.Local(); l == "annotation" || l == "documentation" || l == "appinfo" {
			return true
		}
	}
	return false
}

// at says where an element is.
func at(n *Node) string {
	name, _ := n.Attr("name")
	if name == "" {
		name, _ = n.Attr("ref")
	}
	return strings.TrimSpace(n.Local() + " " + name)
}

// strange are values that hardly any attribute takes.
var strange = []string{"", " ", "x", "1", "0", "-1", "true", "#all", "##any", "a b", "xs:string", ":", "a:b:c", "1a", "é"}

func otherValue(r *rand.Rand, doc *Node, p *Pool) string {
	n, _ := pick(r, elements(doc, func(n *Node) bool { return len(n.Attrs) > 0 && !inAnnotation(n) }))
	if n == nil {
		return ""
	}
	i := r.IntN(len(n.Attrs))
	a := &n.Attrs[i]
	if strings.HasPrefix(a.Name, "xmlns") || strings.Contains(a.Name, "ocation") {
		return ""
	}
	value, ok := p.value(r, a.Name)
	if r.IntN(6) == 0 || !ok {
		value, _ = pick(r, strange)
	}
	if value == a.Value {
		return ""
	}
	what := fmt.Sprintf("%s: %s=%q for %q", at(n), a.Name, value, a.Value)
	a.Value = value
	return what
}

// referring are the attributes with the name of something in them.
var referring = []string{"type", "ref", "base", "itemType", "substitutionGroup", "refer", "memberTypes"}

// builtins are names of types that are built in.
var builtins = strings.Fields(`anyType anySimpleType string boolean decimal float double duration dateTime time date gYearMonth gYear
	gMonthDay gDay gMonth hexBinary base64Binary anyURI QName NOTATION normalizedString token language IDREFS ENTITIES NMTOKEN NMTOKENS
	Name NCName ID IDREF ENTITY integer nonPositiveInteger negativeInteger long int short byte nonNegativeInteger unsignedLong unsignedInt
	unsignedShort unsignedByte positiveInteger`)

func otherReference(r *rand.Rand, doc *Node, _ *Pool) string {
	var places []*Attr
	owners := map[*Attr]*Node{}
	for _, n := range doc.Elements() {
		for i := range n.Attrs {
			if slices.Contains(referring, n.Attrs[i].Name) {
				places = append(places, &n.Attrs[i])
				owners[&n.Attrs[i]] = n
			}
		}
	}
	a, _ := pick(r, places)
	if a == nil {
		return ""
	}
	value := name(r, doc, owners[a], a.Name, prefix(a.Value))
	if a.Name == "memberTypes" && r.IntN(2) == 0 {
		value += " " + name(r, doc, owners[a], a.Name, prefix(a.Value))
	}
	if value == "" || value == a.Value {
		return ""
	}
	what := fmt.Sprintf("%s: %s=%q for %q", at(owners[a]), a.Name, value, a.Value)
	a.Value = value
	return what
}

// name returns what the attribute could refer to: something global of the kind
// that it wants, or a type that is built in.
func name(r *rand.Rand, doc, owner *Node, attr, pre string) string {
	kinds := []string{"simpleType", "complexType"}
	switch attr {
	case "ref":
		kinds = []string{owner.Local()}
	case "substitutionGroup":
		kinds = []string{"element"}
	case "refer":
		kinds = []string{"key", "unique", "keyref"}
	}
	names := elements(doc, func(n *Node) bool {
		_, named := n.Attr("name")
		return named && slices.Contains(kinds, n.Local()) && (attr == "refer" || n.Parent == doc || n.Parent.Parent == doc)
	})
	if one, ok := pick(r, names); ok && (len(kinds) < 2 || attr == "refer" || r.IntN(3) > 0) {
		value, _ := one.Attr("name")
		return ownPrefix(doc, pre) + value
	}
	if attr == "ref" || attr == "substitutionGroup" || attr == "refer" {
		return ""
	}
	return prefix(doc.Name) + builtins[r.IntN(len(builtins))]
}

// ownPrefix is the prefix of the target namespace.
func ownPrefix(doc *Node, fallback string) string {
	target, _ := doc.Attr("targetNamespace")
	for _, a := range doc.Attrs {
		if a.Value == target && target != "" && strings.HasPrefix(a.Name, "xmlns") {
			if a.Name == "xmlns" {
				return ""
			}
			return local(a.Name) + ":"
		}
	}
	if target == "" && prefix(doc.Name) != "" {
		return ""
	}
	return fallback
}

func withoutAttr(r *rand.Rand, doc *Node, _ *Pool) string {
	n, _ := pick(r, elements(doc, func(n *Node) bool { return len(n.Attrs) > 0 && !inAnnotation(n) }))
	if n == nil {
		return ""
	}
	i := r.IntN(len(n.Attrs))
	if strings.HasPrefix(n.Attrs[i].Name, "xmlns") {
		return ""
	}
	what := at(n) + ": without " + n.Attrs[i].Name
	n.Attrs = slices.Delete(n.Attrs, i, i+1)
	return what
}

// someAttrs are attributes worth trying anywhere.
var someAttrs = strings.Fields(`id abstract final block fixed default nillable mixed use form minOccurs maxOccurs processContents namespace type ref
	name base substitutionGroup value source public system xpath refer itemType memberTypes version xml:lang foo`)

func moreAttr(r *rand.Rand, doc *Node, p *Pool) string {
	n := place(r, doc)
	if n == nil || r.IntN(20) == 0 {
		n = doc
	}
	attr, ok := pick(r, p.attrs[n.Local()])
	if !ok || r.IntN(4) == 0 {
		attr, _ = pick(r, someAttrs)
	}
	if _, has := n.Attr(attr); has || strings.HasPrefix(attr, "xmlns") || strings.Contains(attr, "ocation") || strings.Contains(attr, ":") && attr != "xml:lang" {
		return ""
	}
	value := ""
	switch {
	case slices.Contains(referring, attr):
		value = name(r, doc, n, attr, "")
	default:
		value, ok = p.value(r, attr)
		if !ok || r.IntN(8) == 0 {
			value, _ = pick(r, strange)
		}
	}
	n.Attrs = append(n.Attrs, Attr{attr, value})
	return fmt.Sprintf("%s: with %s=%q", at(n), attr, value)
}
