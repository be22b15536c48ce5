package compile

import (
	"fmt"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// symbols are the global components of all documents, by what they are and by
// name, and the references to them.
type symbols struct {
	log   *ledger
	table [kindCount]map[xsd.QName]*symbol
	order []*symbol  // as met: the order of building
	twice []conflict // declarations of one name
	// known are the target namespaces of the documents.
	known map[string]bool
	// unresolvedIn are the namespaces that a reference led into in vain.
	unresolvedIn map[string]bool
	lost         map[string]diag.Pos // by namespace, the first include of a document that is not there
	hints        int                 // suggestions so far
	// redefined are the definitions within redefine elements, innermost first.
	redefined   []redefinition
	redefinedAt map[*xmltree.Element]*symbol // by the child of redefine
}

func newSymbols(log *ledger) *symbols {
	sy := &symbols{
		log: log, known: map[string]bool{}, unresolvedIn: map[string]bool{}, lost: map[string]diag.Pos{},
		redefinedAt: map[*xmltree.Element]*symbol{},
	}
	for k := range sy.table {
		sy.table[k] = map[xsd.QName]*symbol{}
	}
	return sy
}

// registerAll enters the global components of a document.
func (sy *symbols) registerAll(d *document) {
	for e := range d.root.Elements() {
		kind, ok := globalKinds[e.Local]
		if e.Space != xsd.Namespace || !ok {
			continue
		}
		if name, ok := sy.globalName(d, e); ok {
			sy.register(&symbol{kind: kind, name: name, e: e, doc: d})
		}
	}
}

// globalName returns the expanded name of a global component; the grammar has
// reported it if there is none.
func (sy *symbols) globalName(d *document, e *xmltree.Element) (xsd.QName, bool) {
	a, ok := e.Attr("", "name")
	local := collapse(a.Value)
	return xsd.QName{Space: d.namespace, Local: local}, ok && isNCName(local)
}

func (sy *symbols) register(s *symbol) {
	if first := sy.table[s.kind][s.name]; first != nil {
		if first.doc != s.doc && sameComponent(first, s) {
			first.copies = append(first.copies, s.doc)
			return
		}
		sy.twice = append(sy.twice, conflict{first, s})
		return
	}
	sy.table[s.kind][s.name] = s
	sy.order = append(sy.order, s)
}

// maxHints is how many suggestions there are at most: each costs a look at all
// names, and who has more mistakes than that has one cause for them.
const maxHints = 200

// suggest returns a hint at the global component of that kind whose name is
// most like the one that was not found; prefix is put before it.
func (sy *symbols) suggest(kind symbolKind, name xsd.QName, prefix string) string {
	if sy.hints++; sy.hints > maxHints {
		return ""
	}
	var same, spaces []string
	for n := range sy.table[kind] {
		if n.Space == name.Space {
			same = append(same, n.Local)
		} else if n.Local == name.Local {
			spaces = append(spaces, n.Space)
		}
	}
	if name.Space == xsd.Namespace && kind == typeSymbol {
		same = append(datatype.Builtins(), "anyType")
	}
	slices.Sort(same)
	if near := diag.Nearest(name.Local, same); near != "" {
		return "; did you mean \"" + prefix + near + "\"?"
	}
	if kind == typeSymbol && xsd.Builtin(name.Local) != nil {
		spaces = append(spaces, xsd.Namespace)
	}
	if len(spaces) > 0 {
		return "; this one is in " + importWords(name.Space) + ", and there is one in " + importWords(slices.Min(spaces))
	}
	return ""
}

// redefining returns the symbol of the redefine child that e stands in.
func (sy *symbols) redefining(kind symbolKind, e *xmltree.Element) *symbol {
	for up := e; up.Parent != nil; up = up.Parent {
		if isXSD(up.Parent, "redefine") {
			if s := sy.redefinedAt[up]; s != nil && s.kind == kind {
				return s
			}
		}
	}
	return nil
}

// lookup finds the global component that a reference names. What is not found
// or not imported is reported.
func (sy *symbols) lookup(kind symbolKind, r reference) *symbol {
	if !sy.visible(r, sy.has(kind)) {
		return nil
	}
	s := sy.table[kind][r.name]
	if s == nil {
		sy.unresolved(kind, r)
	}
	return s
}

// unresolved reports a reference to nothing (src-resolve).
func (sy *symbols) unresolved(kind symbolKind, r reference) {
	sy.unresolvedIn[r.name.Space] = true
	prefix := ""
	if i := strings.IndexByte(r.text, ':'); i >= 0 {
		prefix = r.text[:i+1]
	}
	if kind == typeSymbol && r.name.Space == xsd.Namespace && newTypes[r.name.Local] {
		sy.log.later(r.pos(), r.text, newType)
	}
	hint := lost{why: sy.suggest(kind, r.name, prefix)}
	if hint.why == "" && !sy.known[r.name.Space] {
		hint = published(r.name.Space)
	}
	d := sy.dangling(r, "%s %q is not declared%s", kind, r.text, hint.why)
	d.Remedy = hint.remedy
	if pos, lost := sy.lost[r.name.Space]; lost {
		d.See(pos, "a document that is not there is included here; it may declare it")
	}
}

// dangling reports a reference to nothing: an error wherever a document of
// the namespace was read. With Lax a mere warning where none was: then nobody
// can tell what the namespace holds, and the component may yet turn up (Part 1
// §5.3, Missing Sub-components).
func (sy *symbols) dangling(r reference, format string, args ...any) *diag.Diagnostic {
	ns := r.name.Space
	if sy.known[ns] || ns == xsd.Namespace || ns == xsd.XMLNamespace || ns == r.doc.namespace {
		return sy.log.diags.Error(r.pos(), "src-resolve", format, args...)
	}
	return sy.log.missing(r.pos(), "src-resolve", format, args...)
}

// visible is clause 4 of Schema Component resolution (Part 1 §3.15.3): a name
// of another namespace needs an import in the same document. has tells of what may
// have been meant.
func (sy *symbols) visible(r reference, has func(xsd.QName) bool) bool {
	ns := r.name.Space
	if ns == r.doc.namespace || ns == xsd.Namespace || r.doc.imports[ns] {
		return true
	}
	if ns == xsd.InstanceNamespace {
		return true
	}
	code := "src-resolve.4.2"
	if ns == "" {
		code = "src-resolve.4.1"
	}
	sy.log.diags.Error(r.pos(), code, "%q is in %s, which this document does not import%s", r.text, importWords(ns), meant(r, has))
	return false
}

// has returns what reports whether there is a component of that kind.
func (sy *symbols) has(kind symbolKind) func(xsd.QName) bool {
	return func(n xsd.QName) bool {
		return sy.table[kind][n] != nil || kind == typeSymbol && n.Space == xsd.Namespace && xsd.Builtin(n.Local) != nil
	}
}

// meant says how a name without a prefix is written that is in no namespace, while
// the document itself or XML Schema has one like it.
func meant(r reference, has func(xsd.QName) bool) string {
	if r.name.Space != "" {
		return ""
	}
	for _, space := range []string{r.doc.namespace, xsd.Namespace} {
		if !has(xsd.QName{Space: space, Local: r.name.Local}) {
			continue
		}
		prefix, bound := r.e.PrefixOf(space)
		if !bound {
			return fmt.Sprintf("; the one of this document is in its target namespace: declare xmlns=%q on the schema element", space)
		}
		return fmt.Sprintf("; write %q", prefix+":"+r.name.Local)
	}
	return ""
}

// circular reports a simple type that is defined by way of itself.
func (sy *symbols) circular(r reference, s *symbol) {
	if !sy.log.stopped {
		sy.log.diags.Error(r.pos(), "st-props-correct.2", "type %q is defined by way of itself", r.text).See(posOf(s.e, "name"), "its definition")
	}
}
