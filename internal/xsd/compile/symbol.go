package compile

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// symbolKind is a symbol space of Part 1 §2.5. Simple and complex types share
// one.
type symbolKind uint8

const (
	typeSymbol symbolKind = iota
	elementSymbol
	attributeSymbol
	groupSymbol
	attributeGroupSymbol
	notationSymbol
	kindCount
)

func (k symbolKind) String() string {
	return [...]string{"type", "element", "attribute", "group", "attribute group", "notation"}[k]
}

// globalKinds are the children of schema and redefine that define something.
var globalKinds = map[string]symbolKind{
	"simpleType": typeSymbol, "complexType": typeSymbol,
	"element": elementSymbol, "attribute": attributeSymbol,
	"group": groupSymbol, "attributeGroup": attributeGroupSymbol,
	"notation": notationSymbol,
}

// symbol is a global component: where it stands and, once built, what it is.
type symbol struct {
	kind     symbolKind
	name     xsd.QName
	e        *xmltree.Element
	doc      *document
	copies   []*document // others that define the same
	original *symbol     // what this one redefines
	replaced bool        // something redefines this one
	selfRefs int         // references of a redefined group to its original
	state    buildState
	built    any // *xsd.SimpleType, *complexType, … by kind
}

type buildState uint8

const (
	unbuilt buildState = iota
	building
	built
)

// registerAll enters the global components of a document.
func (c *compiler) registerAll(d *document) {
	for e := range d.root.Elements() {
		kind, ok := globalKinds[e.Local]
		if e.Space != xsd.Namespace || !ok {
			continue
		}
		if name, ok := c.globalName(d, e); ok {
			c.register(&symbol{kind: kind, name: name, e: e, doc: d})
		}
	}
}

// globalName returns the expanded name of a global component; the grammar has
// reported it if there is none.
func (c *compiler) globalName(d *document, e *xmltree.Element) (xsd.QName, bool) {
	a, ok := e.Attr("", "name")
	local := collapse(a.Value)
	return xsd.QName{Space: d.namespace, Local: local}, ok && isNCName(local)
}

func (c *compiler) register(s *symbol) {
	if first := c.symbols[s.kind][s.name]; first != nil {
		if first.doc != s.doc && sameComponent(first, s) {
			first.copies = append(first.copies, s.doc)
			return
		}
		c.twice = append(c.twice, conflict{first, s})
		return
	}
	c.symbols[s.kind][s.name] = s
	c.order = append(c.order, s)
}

// maxHints is how many suggestions there are at most: each costs a look at all
// names, and who has more mistakes than that has one cause for them.
const maxHints = 200

// suggest returns a hint at the global component of that kind whose name is
// most like the one that was not found; prefix is put before it.
func (c *compiler) suggest(kind symbolKind, name xsd.QName, prefix string) string {
	if c.hints++; c.hints > maxHints {
		return ""
	}
	var same, spaces []string
	for n := range c.symbols[kind] {
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

// reference is a QName in a schema document with what is needed to resolve it.
type reference struct {
	name xsd.QName
	doc  *document
	e    *xmltree.Element
	attr string // the attribute it stands in
	text string // as written
}

func (r reference) pos() diag.Pos { return posOf(r.e, r.attr) }

// reference reads a QName attribute. ok is false where the attribute is absent
// or no QName, which is then reported.
func (c *compiler) reference(d *document, e *xmltree.Element, attr string) (reference, bool) {
	a, ok := e.Attr("", attr)
	if !ok {
		return reference{}, false
	}
	return c.qname(d, e, attr, collapse(a.Value))
}

// qname resolves the prefix of a QName (Part 1 §3.15.3, QName resolution).
func (c *compiler) qname(d *document, e *xmltree.Element, attr, text string) (reference, bool) {
	prefix, local, ok := splitQName(text)
	if !ok {
		return reference{}, false // the grammar has reported it
	}
	uri, bound := e.Lookup(prefix)
	if !bound {
		c.diags.Error(posOf(e, attr), "src-resolve", "the prefix %q of %q is not declared%s", prefix, text, prefixHint(e, prefix))
		return reference{}, false
	}
	if uri == "" && d.chameleon {
		uri = d.namespace
	}
	return reference{xsd.QName{Space: uri, Local: local}, d, e, attr, text}, true
}

// lookup finds the global component that a reference names. What is not found
// or not imported is reported.
func (c *compiler) lookup(kind symbolKind, r reference) *symbol {
	if !c.visible(r) {
		return nil
	}
	s := c.symbols[kind][r.name]
	if s == nil {
		c.unresolved(kind, r)
	}
	return s
}

// unresolved reports a reference to nothing (src-resolve).
func (c *compiler) unresolved(kind symbolKind, r reference) {
	c.unresolvedIn[r.name.Space] = true
	prefix := ""
	if i := strings.IndexByte(r.text, ':'); i >= 0 {
		prefix = r.text[:i+1]
	}
	if kind == typeSymbol && r.name.Space == xsd.Namespace && newTypes[r.name.Local] {
		c.later(r.pos(), r.text, newType)
	}
	hint := c.suggest(kind, r.name, prefix)
	if hint == "" && !c.known[r.name.Space] {
		hint = published(r.name.Space)
	}
	d := c.dangling(r, "%s %q is not declared%s", kind, r.text, hint)
	if pos, lost := c.lost[r.name.Space]; lost {
		d.See(pos, "a document that is not there is included here; it may declare it")
	}
}

// dangling reports a reference to nothing: an error wherever a document of
// the namespace was read. With Lax a mere warning where none was: then nobody
// can tell what the namespace holds, and the component may yet turn up (Part 1
// §5.3, Missing Sub-components).
func (c *compiler) dangling(r reference, format string, args ...any) *diag.Diagnostic {
	ns := r.name.Space
	if c.known[ns] || ns == xsd.Namespace || ns == xsd.XMLNamespace || ns == r.doc.namespace {
		return c.diags.Error(r.pos(), "src-resolve", format, args...)
	}
	return c.missing(r.pos(), "src-resolve", format, args...)
}

// visible is clause 4 of Schema Component resolution (Part 1 §3.15.3): a name
// of another namespace needs an import in the same document.
func (c *compiler) visible(r reference) bool {
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
	c.diags.Error(r.pos(), code, "%q is in %s, which this document does not import", r.text, importWords(ns))
	return false
}
