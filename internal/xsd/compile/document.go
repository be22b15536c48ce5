package compile

import (
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// docKey identifies a loaded document: one without a target namespace of its
// own is another document for each namespace that includes it (a chameleon).
type docKey struct{ file, namespace string }

// hashKey finds a document again that is reached under another name: copies
// of a document within a set are one document.
type hashKey struct {
	sum       [32]byte
	namespace string
}

// document is a schema document being compiled.
type document struct {
	file      string // within the set
	path      string // as shown to people
	root      *xmltree.Element
	namespace string // the effective target namespace
	chameleon bool   // the namespace is that of the including document

	elementQualified   bool
	attributeQualified bool
	block              xsd.DerivationSet
	final              xsd.DerivationSet

	imports  map[string]bool // namespaces that references may name
	includes []*document     // included and redefined documents
	refers   []*document     // those and the imported ones
}

func newDocument(file, path, namespace string, root *xmltree.Element) *document {
	d := &document{file: file, path: path, root: root, namespace: namespace, imports: map[string]bool{}}
	own, _ := root.Attr("", "targetNamespace")
	d.chameleon = own.Value == "" && namespace != ""
	d.elementQualified = attrIs(root, "elementFormDefault", "qualified")
	d.attributeQualified = attrIs(root, "attributeFormDefault", "qualified")
	d.block = derivationAttr(root, "blockDefault", xsd.Extension|xsd.Restriction|xsd.Substitution)
	d.final = derivationAttr(root, "finalDefault", xsd.Extension|xsd.Restriction|xsd.ListDerivation|xsd.UnionDerivation)
	return d
}

// component returns what the schema keeps of the document.
func (d *document) component() xsd.Document {
	out := xsd.Document{File: d.path, Namespace: d.namespace, Qualified: d.elementQualified}
	if p, ok := d.root.PrefixOf(d.namespace); ok && d.namespace != "" {
		out.Prefix = p
	}
	for _, p := range d.root.Prefixes() {
		if space, _ := d.root.Lookup(p); space != d.namespace {
			if out.Prefixes == nil {
				out.Prefixes = map[string]string{}
			}
			out.Prefixes[space] = p
		}
	}
	for e := range d.root.Elements() {
		if isXSD(e, "annotation") {
			out.Annotations = append(out.Annotations, annotation(e))
		}
	}
	return out
}

// Label writes a name as it would stand in the document: prefix:local.
func (d *document) Label(n xsd.QName) string {
	if n.Space == "" {
		return n.Local
	}
	if p, ok := d.root.PrefixOf(n.Space); ok {
		return strings.TrimPrefix(p+":"+n.Local, ":")
	}
	return n.String()
}

// typeLabel names a type in a message.
func (d *document) typeLabel(t xsd.Type) string {
	if n := t.TypeName(); !n.IsZero() {
		return "\"" + d.Label(n) + "\""
	}
	return "(anonymous)"
}

// reaches reports whether d is other or includes it at any distance.
func (d *document) reaches(other *document, seen map[*document]bool) bool {
	if d == other {
		return true
	}
	if seen[d] {
		return false
	}
	seen[d] = true
	for _, i := range d.includes {
		if i.reaches(other, seen) {
			return true
		}
	}
	return false
}

func isXSD(e *xmltree.Element, local string) bool {
	return e.Space == xsd.Namespace && e.Local == local
}

func attrIs(e *xmltree.Element, local, value string) bool {
	a, _ := e.Attr("", local)
	return collapse(a.Value) == value
}

// annotation reads an annotation element.
func annotation(e *xmltree.Element) *xsd.Annotation {
	a := &xsd.Annotation{Pos: e.Pos}
	for child := range e.Elements() {
		if !isProse(child) {
			continue
		}
		text := proseOf
		if child.Local == "appinfo" {
			text = func(e *xmltree.Element) string { return tidy(e.Text()) }
		}
		source, _ := child.Attr("", "source")
		lang, _ := child.Attr(xsd.XMLNamespace, "lang")
		a.Items = append(a.Items, xsd.AnnotationItem{
			AppInfo: child.Local == "appinfo",
			Source:  source.Value,
			Lang:    lang.Value,
			Text:    text(child),
			XML:     child.InnerXML(),
		})
	}
	return a
}

// isProse reports whether the text within an element is kept as written.
func isProse(e *xmltree.Element) bool {
	return isXSD(e, "documentation") || isXSD(e, "appinfo")
}

// annotations reads the annotation children of a declaration.
func annotations(e *xmltree.Element) []*xsd.Annotation {
	var list []*xsd.Annotation
	for child := range e.Elements() {
		if isXSD(child, "annotation") {
			list = append(list, annotation(child))
		}
	}
	return list
}

// posOf returns the place of an attribute, or of its element where it is
// absent.
func posOf(e *xmltree.Element, attr string) diag.Pos {
	if a, ok := e.Attr("", attr); ok {
		return a.Pos
	}
	return e.Pos
}

// child returns the first child with that name.
func child(e *xmltree.Element, names ...string) *xmltree.Element {
	for ch := range e.Elements() {
		if ch.Space != xsd.Namespace {
			continue
		}
		for _, n := range names {
			if ch.Local == n {
				return ch
			}
		}
	}
	return nil
}
