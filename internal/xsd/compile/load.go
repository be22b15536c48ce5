package compile

import (
	"fmt"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// loadRoot loads a document that the user gave.
func (c *compiler) loadRoot(name string) {
	tree, sum := c.parse(name, diag.Pos{})
	if tree == nil || !c.rootElement(c.set.Path(name), tree) {
		return
	}
	tns, _ := tree.Root.Attr("", "targetNamespace")
	c.loadTree(name, tree, sum, collapse(tns.Value))
}

// fragments returns the roots that have no target namespace and are included
// by another root: they are parts of that one's namespace, not documents of
// their own. A single root is never a fragment.
func (c *compiler) fragments(roots []string) map[string]bool {
	found := map[string]bool{}
	for _, name := range roots {
		tree, _ := c.parse(name, diag.Pos{})
		if tree == nil {
			continue
		}
		for e := range tree.Root.Elements() {
			if !isXSD(e, "include") && !isXSD(e, "redefine") {
				continue
			}
			location, _ := e.Attr("", "schemaLocation")
			target, ok := c.set.Resolve(name, collapse(location.Value))
			if ok && target != name && slices.Contains(roots, target) && c.isFragment(target) && !c.isFragment(name) {
				found[target] = true
			}
		}
	}
	return found
}

// isFragment reports whether a document has no target namespace.
func (c *compiler) isFragment(name string) bool {
	tree, _ := c.parse(name, diag.Pos{})
	if tree == nil {
		return false
	}
	tns, _ := tree.Root.Attr("", "targetNamespace")
	return collapse(tns.Value) == ""
}

// parse reads a document of the set. What is wrong with it is reported at the
// place that referred to it or, where the XML is at fault, at its own.
func (c *compiler) parse(name string, from diag.Pos) (*xmltree.Document, [32]byte) {
	if c.parsed == nil {
		c.parsed = map[string]parsed{}
	}
	if p, ok := c.parsed[name]; ok {
		return p.tree, p.sum
	}
	r := c.ahead[name]
	if r == nil {
		r = new(c.read(name))
	}
	delete(c.ahead, name)
	if r.readErr != nil {
		c.addCause(from, "wbxgen-unreadable", r.readErr)
	}
	if r.parseErr != nil {
		c.addCause(from, "xml-well-formed", r.parseErr)
	}
	c.parsed[name] = r.parsed
	return r.tree, r.sum
}

// parsed is the outcome of reading a file; tree is nil if it failed.
type parsed struct {
	tree *xmltree.Document
	sum  [32]byte
}

// addCause adds an error, which may be a list of diagnostics itself, that
// others follow from: what a document that cannot be read declares is missing.
func (c *compiler) addCause(pos diag.Pos, code string, err error) {
	if list, ok := diag.FromError(err); ok {
		c.diags.Append(list.AsCauses())
		return
	}
	c.diags.Error(pos, code, "%v", err).AsCause()
}

// loadTree enters a document into the compilation, once per effective target
// namespace, with all that it includes, imports and redefines.
func (c *compiler) loadTree(name string, tree *xmltree.Document, sum [32]byte, namespace string) *document {
	key := docKey{name, namespace}
	if d := c.loaded[key]; d != nil {
		return d
	}
	if d := c.byHash[hashKey{sum, namespace}]; d != nil {
		c.loaded[key] = d
		return d
	}
	if len(c.docs) >= c.limits.Documents {
		c.stop(tree.Root.Pos, "more than %d schema documents", c.limits.Documents)
		return nil
	}
	d := newDocument(name, c.set.Path(name), namespace, tree.Root)
	c.loaded[key], c.byHash[hashKey{sum, namespace}] = d, d
	c.docs = append(c.docs, d)
	c.known[namespace] = true
	c.out.Documents = append(c.out.Documents, d.component())
	c.checkGrammar(d)
	c.followAll(d)
	c.registerAll(d)
	return d
}

// followAll loads the documents that d refers to.
func (c *compiler) followAll(d *document) {
	for e := range d.root.Elements() {
		if e.Space != xsd.Namespace {
			continue
		}
		switch e.Local {
		case "include":
			c.include(d, e)
		case "import":
			c.importDocument(d, e)
		case "redefine":
			c.redefine(d, e)
		}
	}
}

// include follows an include or redefine element (Part 1 §4.2.1, §4.2.2) and
// returns the document, or nil.
func (c *compiler) include(d *document, e *xmltree.Element) *document {
	code := "src-" + e.Local
	name, tree, sum := c.locate(d, e, code)
	if tree == nil {
		return nil
	}
	if !c.rootElement(name, tree) {
		return nil
	}
	tns, _ := tree.Root.Attr("", "targetNamespace")
	if ns := collapse(tns.Value); ns != "" && ns != d.namespace {
		c.diags.Error(posOf(e, "schemaLocation"), code+".2.1",
			"%s has the target namespace %q, but only a document with %s may be included here", c.set.Path(name), ns, namespaceWords(d.namespace)).
			See(tns.Pos, "its target namespace")
		return nil
	}
	included := c.loadTree(name, tree, sum, d.namespace)
	if included != nil {
		d.includes, d.refers = append(d.includes, included), append(d.refers, included)
	}
	return included
}

func namespaceWords(ns string) string {
	if ns == "" {
		return "no target namespace"
	}
	return "the target namespace \"" + ns + "\" or none"
}

// locate finds and parses the document that a schemaLocation names.
func (c *compiler) locate(d *document, e *xmltree.Element, code string) (string, *xmltree.Document, [32]byte) {
	location, ok := e.Attr("", "schemaLocation")
	if !ok {
		return "", nil, [32]byte{}
	}
	reference := collapse(location.Value)
	name, inside := c.set.Resolve(d.file, reference)
	switch {
	case !inside:
		c.leadsNowhere(d, e, code, c.outside(d, reference))
		return "", nil, [32]byte{}
	case !c.set.Has(name):
		c.leadsNowhere(d, e, code, c.absent(d, name))
		return "", nil, [32]byte{}
	}
	tree, sum := c.parse(name, location.Pos)
	return name, tree, sum
}

// leadsNowhere reports an include or redefine whose location leads to no
// document. That of an include is no error (Part 1 §4.2.1): what is undefined
// in the end speaks for itself. A redefine that defines something has nothing
// to redefine (§4.2.2).
func (c *compiler) leadsNowhere(d *document, e *xmltree.Element, code, why string) {
	pos := posOf(e, "schemaLocation")
	if e.Local == "redefine" && child(e, "simpleType", "complexType", "group", "attributeGroup") != nil {
		c.missing(pos, code, "%s", why)
		return
	}
	c.diags.Warning(pos, code, "nothing is included: %s", why)
	if _, known := c.lost[d.namespace]; !known {
		c.lost[d.namespace] = pos
	}
}

// outside says that a reference leads out of what was opened, and what to open
// for it.
func (c *compiler) outside(d *document, reference string) string {
	why := fmt.Sprintf("%q is not inside %s, and nothing else is read", reference, c.set.Origin)
	top, inside := c.set.Wider(d.file, reference)
	if top == "" {
		return why
	}
	if strings.HasSuffix(inside, ".xsd") {
		return fmt.Sprintf("%s; open %s//%s, or say --root %s, to have both", why, top, inside, top)
	}
	return fmt.Sprintf("%s; open %s//%s to have both", why, top, inside)
}

// absent says that there is no such document, and which one may be meant.
func (c *compiler) absent(d *document, name string) string {
	others := slices.DeleteFunc(c.set.Names(), func(n string) bool { return n == d.file })
	return fmt.Sprintf("there is no document %s%s", c.set.Path(name), diag.DidYouMean(name, others))
}

// missing reports a document that is not there: an error, since code made
// from half a schema is wrong in silence; with Lax a warning, since the
// recommendation tolerates it (Part 1 §4.2.1).
func (c *compiler) missing(pos diag.Pos, code, format string, args ...any) *diag.Diagnostic {
	if c.options.Lax {
		return c.diags.Warning(pos, code, format, args...)
	}
	return c.diags.Error(pos, code, format, args...)
}

// importDocument follows an import element (Part 1 §4.2.3).
func (c *compiler) importDocument(d *document, e *xmltree.Element) {
	attr, has := e.Attr("", "namespace")
	ns := collapse(attr.Value)
	switch {
	case has && ns == d.namespace && !d.chameleon:
		c.diags.Error(attr.Pos, "src-import.1.1", "a document does not import its own target namespace %q; use include", ns)
		return
	case !has && d.namespace == "":
		c.diags.Error(e.Pos, "src-import.1.2", "an import without a namespace needs a document that has a target namespace")
		return
	}
	d.imports[ns] = true
	if _, ok := e.Attr("", "schemaLocation"); ok {
		c.followImport(d, e, ns)
	}
}

// wantedImport is an import whose location leads to no document. One without
// a location is no problem by itself: a reference into its namespace is, if no
// other document has that.
type wantedImport struct {
	e         *xmltree.Element
	namespace string
	reason    string // why the location does not help
	remote    bool   // the location is a URL
}

func (c *compiler) followImport(d *document, e *xmltree.Element, ns string) {
	location, _ := e.Attr("", "schemaLocation")
	reference := collapse(location.Value)
	name, inside := c.set.Resolve(d.file, reference)
	switch {
	case !inside:
		c.wanted = append(c.wanted, wantedImport{
			e: e, namespace: ns, remote: strings.Contains(reference, "://"),
			reason: c.outside(d, reference),
		})
		return
	case !c.set.Has(name):
		c.wanted = append(c.wanted, wantedImport{e: e, namespace: ns, reason: c.absent(d, name)})
		return
	}
	tree, sum := c.parse(name, location.Pos)
	if tree == nil || !c.rootElement(c.set.Path(name), tree) {
		return
	}
	tns, _ := tree.Root.Attr("", "targetNamespace")
	if got := collapse(tns.Value); got != ns {
		c.diags.Error(posOf(e, "namespace"), importCode(ns), "%s has %s, but the import says %s",
			c.set.Path(name), importWords(got), importWords(ns)).See(tree.Root.Pos, "the imported document")
		return
	}
	if imported := c.loadTree(name, tree, sum, ns); imported != nil {
		d.refers = append(d.refers, imported)
	}
}

func importCode(ns string) string {
	if ns == "" {
		return "src-import.3.2"
	}
	return "src-import.3.1"
}

func importWords(ns string) string {
	if ns == "" {
		return "no namespace"
	}
	return "the namespace \"" + ns + "\""
}

// checkWanted reports the imports for whose namespace no document was found
// in the end, by whatever way. One that names a URL is a mere warning where
// nothing refers into its namespace: URLs of namespaces that only annotations
// use are common, and are never opened.
func (c *compiler) checkWanted() {
	for _, w := range c.wanted {
		if c.known[w.namespace] || w.namespace == xsd.XMLNamespace || w.namespace == xsd.Namespace {
			continue
		}
		pos := posOf(w.e, "schemaLocation")
		if w.remote && !c.unresolvedIn[w.namespace] {
			c.diags.Warning(pos, "src-import", "namespace %q is imported but not found, and not used: %s", w.namespace, w.reason)
			continue
		}
		c.missing(pos, "src-import", "namespace %q is imported but not found: %s%s", w.namespace, w.reason, published(w.namespace))
	}
}

// redefine follows a redefine element and keeps its definitions for later:
// they replace others once all documents are in (Part 1 §4.2.2).
func (c *compiler) redefine(d *document, e *xmltree.Element) {
	target := c.include(d, e)
	for child := range e.Elements() {
		kind, ok := globalKinds[child.Local]
		if child.Space != xsd.Namespace || !ok {
			continue
		}
		if target == nil {
			if !c.options.Lax {
				continue
			}
			target = d
		}
		c.redefined = append(c.redefined, redefinition{kind: kind, e: child, doc: d, target: target})
	}
}

// redefinition is one definition within a redefine element.
type redefinition struct {
	kind   symbolKind
	e      *xmltree.Element
	doc    *document // the redefining document
	target *document
}

// applyRedefinitions replaces what is redefined, innermost redefine first.
func (c *compiler) applyRedefinitions() {
	for _, r := range c.redefined {
		name, ok := c.globalName(r.doc, r.e)
		if !ok {
			continue
		}
		old := c.symbols[r.kind][name]
		if old != nil && old.doc == r.doc && old.original != nil {
			c.diags.Error(posOf(r.e, "name"), "sch-props-correct.2", "%s %q is redefined twice", r.kind, r.doc.Label(name)).
				See(posOf(old.e, "name"), "first redefined here")
			continue
		}
		if old == nil || !old.within(r.target) {
			c.diags.Error(posOf(r.e, "name"), "src-redefine", "%s %q is not defined in the redefined document%s",
				r.kind, r.doc.Label(name), c.suggest(r.kind, name, ""))
			continue
		}
		if r.kind == typeSymbol {
			c.checkRedefined(r, name)
		}
		fresh := &symbol{kind: r.kind, name: name, e: r.e, doc: r.doc, original: old}
		c.symbols[r.kind][name], c.redefinedAt[r.e] = fresh, fresh
		c.order = append(c.order, fresh)
		old.replaced = true
	}
}

// within reports whether the document or what it includes defines s.
func (s *symbol) within(d *document) bool {
	return d.reaches(s.doc, map[*document]bool{}) || slices.ContainsFunc(s.copies, func(c *document) bool {
		return d.reaches(c, map[*document]bool{})
	})
}
