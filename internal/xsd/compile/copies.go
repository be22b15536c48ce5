package compile

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// sameComponent reports whether two elements of two documents define the same
// component: vendors put a copy of what they share into each folder, one with
// a copyright line, another laid out anew. White space, comments, prefixes,
// annotations, ids, attributes that state a default and what the documents'
// own defaults say in another way do not count.
func sameComponent(a, b *symbol) bool { return copyForm(a) == copyForm(b) }

// copyForm writes the element of a symbol in the one way that all its
// copies share.
func copyForm(s *symbol) string {
	w := &copyWriter{doc: s.doc}
	w.element(s.e)
	return w.String()
}

type copyWriter struct {
	strings.Builder
	doc *document
}

func (w *copyWriter) element(e *xmltree.Element) {
	w.WriteString("<" + e.Local)
	r, _ := ruleFor(e)
	for _, a := range w.attributes(e, r) {
		w.WriteString(" " + a)
	}
	w.WriteString(">")
	for child := range e.Elements() {
		if !isXSD(child, "annotation") {
			w.element(child)
		}
	}
	w.WriteString("</>")
}

// attributes are the attributes of an element as name="value", those that the
// document's defaults state included, in the order of their names.
func (w *copyWriter) attributes(e *xmltree.Element, r *rule) []string {
	values := map[string]string{}
	for _, a := range e.Attrs {
		if a.Space != "" || a.Local == "id" {
			continue
		}
		value := w.value(e, a, r)
		if r != nil && r.attrs[a.Local] == formBoolean && value == "false" && e.Local != "complexContent" {
			continue // the default of all of them, but for the one that overrides another
		}
		values[a.Local] = value
	}
	w.effective(e, values)
	var list []string
	for name, value := range values {
		if defaultValues[name] != value {
			list = append(list, name+"="+strconv.Quote(value))
		}
	}
	slices.Sort(list)
	return list
}

// defaultValues are what the absence of an attribute means.
var defaultValues = map[string]string{
	"minOccurs": "1", "maxOccurs": "1", "use": "optional", "processContents": "strict", "namespace": "##any", "block": "", "final": "", "form": "unqualified",
}

// value is the value of an attribute with its white space as its type has it
// and with the namespaces of the names in it.
func (w *copyWriter) value(e *xmltree.Element, a xmltree.Attr, r *rule) string {
	form := formString
	if r != nil {
		form = r.attrs[a.Local]
	}
	text := collapse(a.Value)
	switch form {
	case formQName, formQNames:
		return w.names(e, text)
	case formBoolean:
		return strconv.FormatBool(text == "true" || text == "1")
	case formBlock, formDerivation, formFullDerivation, formSimpleDerivation:
		return derivationAttr(e, a.Local, ^xsd.DerivationSet(0)).String()
	case formNamespaces:
		words := datatype.Words(text)
		slices.Sort(words)
		return strings.Join(words, " ")
	case formString:
		if a.Local == "xpath" {
			return w.path(e, a.Value)
		}
		return a.Value + w.bindings(e, a.Value)
	}
	return text
}

// names writes QNames with their namespaces.
func (w *copyWriter) names(e *xmltree.Element, text string) string {
	var all []string
	for _, name := range datatype.Words(text) {
		prefix, local, _ := splitQName(name)
		space, _ := e.Lookup(prefix)
		if space == "" && w.doc.chameleon {
			space = w.doc.namespace
		}
		all = append(all, xsd.QName{Space: space, Local: local}.String())
	}
	return strings.Join(all, " ")
}

var prefixInPath = regexp.MustCompile(`[\pL_][\pL\pN._-]*:+`)

// path writes an XPath expression without white space and with namespaces for
// prefixes.
func (w *copyWriter) path(e *xmltree.Element, text string) string {
	text = strings.Join(datatype.Words(text), "")
	return prefixInPath.ReplaceAllStringFunc(text, func(found string) string {
		space, ok := e.Lookup(strings.TrimSuffix(found, ":"))
		if !ok {
			return found // an axis, child::
		}
		if space == "" && w.doc.chameleon {
			space = w.doc.namespace
		}
		return "{" + space + "}"
	})
}

// bindings are the namespaces of what may be prefixes in a text: it may be a
// value of type QName.
func (w *copyWriter) bindings(e *xmltree.Element, text string) string {
	found := ""
	for _, word := range datatype.Words(text) {
		if prefix, _, colon := strings.Cut(word, ":"); colon {
			if space, ok := e.Lookup(prefix); ok {
				found += " " + space
			}
		}
	}
	return found
}

// effective adds what the document's defaults say of an element.
func (w *copyWriter) effective(e *xmltree.Element, values map[string]string) {
	_, named := values["name"]
	global := e.Parent != nil && (isXSD(e.Parent, "schema") || isXSD(e.Parent, "redefine"))
	if _, stated := values["form"]; !stated && named && !global {
		if e.Local == "element" && w.doc.elementQualified || e.Local == "attribute" && w.doc.attributeQualified {
			values["form"] = "qualified"
		}
	}
	switch {
	case e.Local == "element" && named:
		values["block"] = derivationOr(e, "block", w.doc.block, xsd.Extension|xsd.Restriction|xsd.Substitution).String()
		if global {
			values["final"] = derivationOr(e, "final", w.doc.final, xsd.Extension|xsd.Restriction).String()
		}
	case e.Local == "complexType":
		values["block"] = derivationOr(e, "block", w.doc.block, xsd.Extension|xsd.Restriction).String()
		values["final"] = derivationOr(e, "final", w.doc.final, xsd.Extension|xsd.Restriction).String()
	case e.Local == "simpleType":
		values["final"] = derivationOr(e, "final", w.doc.final, xsd.Extension|xsd.Restriction|xsd.ListDerivation|xsd.UnionDerivation).String()
	}
}
