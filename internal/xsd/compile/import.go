package compile

import (
	"cmp"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// importDocument follows an import element (Part 1 §4.2.3).
func (ld *loader) importDocument(d *document, e *xmltree.Element) {
	attr, has := e.Attr("", "namespace")
	ns := collapse(attr.Value)
	switch {
	case has && ns == d.namespace && !d.chameleon:
		ld.log.diags.Error(attr.Pos, "src-import.1.1", "a document does not import its own target namespace %q; use include", ns)
		return
	case !has && d.namespace == "":
		ld.log.diags.Error(e.Pos, "src-import.1.2", "an import without a namespace needs a document that has a target namespace")
		return
	}
	d.imports[ns] = true
	if _, ok := e.Attr("", "schemaLocation"); ok {
		ld.followImport(d, e, ns)
	} else if name, ok := ld.set.ResolveNamespace(ns); ok && ld.set.Has(name) {
		ld.importNamed(d, e, ns, name)
	}
}

// wantedImport is an import whose location leads to no document. One without
// a location is no problem by itself: a reference into its namespace is, if no
// other document has that.
type wantedImport struct {
	e         *xmltree.Element
	namespace string
	lost      lost // why the location does not help
	remote    bool // the location is a URL
}

func (ld *loader) followImport(d *document, e *xmltree.Element, ns string) {
	location, _ := e.Attr("", "schemaLocation")
	reference := collapse(location.Value)
	name, inside := ld.set.Resolve(d.file, reference)
	if !inside || !ld.set.Has(name) {
		if other, ok := ld.set.ResolveNamespace(ns); ok && ld.set.Has(other) {
			name, inside = other, true
		}
	}
	switch {
	case !inside:
		ld.wanted = append(ld.wanted, wantedImport{
			e: e, namespace: ns, remote: strings.Contains(reference, "://"),
			lost: ld.outside(d, reference),
		})
		return
	case !ld.set.Has(name):
		ld.wanted = append(ld.wanted, wantedImport{e: e, namespace: ns, lost: ld.absent(d, name)})
		return
	}
	ld.importNamed(d, e, ns, name)
}

// importNamed imports a document of the set.
func (ld *loader) importNamed(d *document, e *xmltree.Element, ns, name string) {
	tree, sum := ld.parse(name, posOf(e, "schemaLocation"))
	if tree == nil || !ld.rootElement(ld.set.Path(name), tree) {
		return
	}
	tns, _ := tree.Root.Attr("", "targetNamespace")
	if got := collapse(tns.Value); got != ns {
		ld.log.diags.Error(posOf(e, "namespace"), importCode(ns), "%s has %s, but the import says %s",
			ld.set.Path(name), importWords(got), importWords(ns)).See(tree.Root.Pos, "the imported document")
		return
	}
	if imported := ld.loadTree(name, tree, sum, ns); imported != nil {
		d.refers = append(d.refers, imported)
	}
}

func importCode(ns string) string {
	if ns == "" {
		return "src-import.3.2"
	}
	return "src-import.3.1"
}

// checkWanted reports the imports for whose namespace no document was found
// in the end, by whatever way. One that names a URL is a mere warning where
// nothing refers into its namespace: URLs of namespaces that only annotations
// use are common, and are never opened.
func (ld *loader) checkWanted() {
	for _, w := range ld.wanted {
		if ld.sy.known[w.namespace] || w.namespace == xsd.XMLNamespace || w.namespace == xsd.Namespace {
			continue
		}
		pos := posOf(w.e, "schemaLocation")
		if w.remote && !ld.sy.unresolvedIn[w.namespace] {
			ld.log.diags.Warning(pos, "src-import", "namespace %q is imported but not found, and not used: %s", w.namespace, w.lost.why).Remedy = w.lost.remedy
			continue
		}
		hint := published(w.namespace)
		ld.log.missing(pos, "src-import", "namespace %q is imported but not found: %s%s", w.namespace, w.lost.why, hint.why).
			Remedy = cmp.Or(hint.remedy, w.lost.remedy)
	}
}
