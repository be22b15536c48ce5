package compile

import (
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// loader reads documents and enters their global components into the symbols.
type loader struct {
	log    *ledger
	sy     *symbols
	set    *source.Set
	docs   []*document
	loaded map[docKey]*document
	byHash map[hashKey]*document
	parsed map[string]parsed
	ahead  *ahead
	wanted []wantedImport
}

func newLoader(set *source.Set, sy *symbols) *loader {
	ld := &loader{log: sy.log, sy: sy, set: set, loaded: map[docKey]*document{}, byHash: map[hashKey]*document{}, parsed: map[string]parsed{}}
	ld.ahead = newAhead(ld)
	return ld
}

// load loads the root documents and all that they refer to.
func (ld *loader) load(roots []string) {
	ld.ahead.start(roots...)
	defer ld.ahead.running.Wait()
	fragments := ld.fragments(roots)
	for _, name := range roots {
		if !fragments[name] {
			ld.loadRoot(name)
		}
	}
}

// loadRoot loads a document that the user gave.
func (ld *loader) loadRoot(name string) {
	tree, sum := ld.parse(name, diag.Pos{})
	if tree == nil || !ld.rootElement(ld.set.Path(name), tree) {
		return
	}
	tns, _ := tree.Root.Attr("", "targetNamespace")
	ld.loadTree(name, tree, sum, collapse(tns.Value))
}

// parse reads a document of the set. What is wrong with it is reported at the
// place that referred to it or, where the XML is at fault, at its own.
func (ld *loader) parse(name string, from diag.Pos) (*xmltree.Document, [32]byte) {
	if p, ok := ld.parsed[name]; ok {
		return p.tree, p.sum
	}
	r := ld.ahead.take(name)
	if r == nil {
		r = new(ld.read(name))
	}
	if r.readErr != nil {
		ld.addCause(from, "wbxgen-unreadable", r.readErr)
	}
	if r.parseErr != nil {
		ld.addCause(from, "xml-well-formed", r.parseErr)
	}
	ld.parsed[name] = r.parsed
	return r.tree, r.sum
}

// parsed is the outcome of reading a file; tree is nil if it failed.
type parsed struct {
	tree *xmltree.Document
	sum  [32]byte
}

// addCause adds an error, which may be a list of diagnostics itself, that
// others follow from: what a document that cannot be read declares is missing.
func (ld *loader) addCause(pos diag.Pos, code string, err error) {
	if list, ok := diag.FromError(err); ok {
		ld.log.diags.Append(list.AsCauses())
		return
	}
	ld.log.diags.Error(pos, code, "%v", err).AsCause()
}

// loadTree enters a document into the compilation, once per effective target
// namespace, with all that it includes, imports and redefines.
func (ld *loader) loadTree(name string, tree *xmltree.Document, sum [32]byte, namespace string) *document {
	key := docKey{name, namespace}
	if d := ld.loaded[key]; d != nil {
		return d
	}
	if d := ld.byHash[hashKey{sum, namespace}]; d != nil {
		ld.loaded[key] = d
		return d
	}
	if len(ld.docs) >= ld.log.limits.Documents {
		ld.log.stop(tree.Root.Pos, "more than %d schema documents", ld.log.limits.Documents)
		return nil
	}
	d := newDocument(name, ld.set.Path(name), namespace, tree.Root)
	ld.loaded[key], ld.byHash[hashKey{sum, namespace}] = d, d
	ld.docs = append(ld.docs, d)
	ld.sy.known[namespace] = true
	checkGrammar(ld.log, d)
	ld.followAll(d)
	ld.sy.registerAll(d)
	return d
}

// rootElement checks that the tree is a schema document at all.
func (ld *loader) rootElement(path string, tree *xmltree.Document) bool {
	if isXSD(tree.Root, "schema") {
		return true
	}
	name := tree.Root.Local
	if tree.Root.Space != "" {
		name = "{" + tree.Root.Space + "}" + name
	}
	ld.log.diags.Error(tree.Root.Pos, "cvc-elt.1", "the root element is %s, not {%s}schema: this is no schema document", name, xsd.Namespace).AsCause()
	return false
}
