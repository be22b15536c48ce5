package sample

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Writer writes random documents of one schema.
type Writer struct {
	schema  *xsd.Schema
	heights *heights
	spaces  []string // those of the schema, the place being the prefix's number
	texts   foundTexts
	keys    *keys

	r        *rand.Rand
	odd      bool // see NewOdd
	whims    whims
	b        strings.Builder
	elements int  // how many are left until only what must be there is written
	depth    int  // of open elements
	stuck    bool // something has no value that we find
	fallback bool // the namespace of the root element is the default one
	bare     int  // open elements in which it is not
	root     string
	ids      []string
	refs     int
	names    []xsd.QName      // of the open elements
	tables   map[int][]string // values of identity constraints
	wanted   map[int]bool     // tables that are referred to
	missing  missing          // keys that are referred to, and that a document before had none of
	full     bool             // what can be there is
	leads    *leads           // nil where documents go nowhere in particular
	goal     int              // how far from there the next child on the way is at most
	spare    bool             // only what must be there is written till there
}

const (
	maxElements = 120
	fullMost    = 600 // elements, with everything that can be there
	maxDepth    = 9
)

// New returns a writer of documents of the schema.
func New(schema *xsd.Schema) *Writer {
	return &Writer{
		schema: schema, heights: newHeights(schema), spaces: schema.Namespaces(), texts: foundTexts{},
		keys: newKeys(schema),
	}
}

// attempts bounds how often a document is written again because it refers to keys
// of which it has none: with everything that can be there, in which such keys can
// be, and then without references to those that are still missing.
const attempts = 6

// Document returns a document with that root element. It is false where some
// value that must be there is not found.
func (w *Writer) Document(root *xsd.ElementDecl, seed uint64) (document []byte, ok bool) {
	w.full, w.missing = false, missing{w.keys, map[int]bool{}}
	for range attempts {
		before := len(w.missing.tables)
		if document, ok = w.document(root, seed); ok || len(w.missing.tables) == before {
			break
		}
		if !w.full {
			w.full = true
			clear(w.missing.tables)
		}
	}
	return document, ok
}

func (w *Writer) document(root *xsd.ElementDecl, seed uint64) (document []byte, ok bool) {
	w.r = rand.New(rand.NewPCG(seed, 0))
	if w.odd {
		w.whims.r = rand.New(rand.NewPCG(seed, 1))
	}
	w.b.Reset()
	w.elements, w.depth, w.stuck, w.bare, w.ids, w.refs = maxElements, 0, false, 0, nil, 0
	w.names, w.tables, w.wanted = nil, map[int][]string{}, map[int]bool{}
	w.goal, w.spare = -1, w.leads != nil && seed%2 == 1
	if w.leads != nil {
		w.goal = w.leads.form(form{root, root.Type})
	}
	switch {
	case w.spare:
		w.elements = 0
	case w.full:
		w.elements = fullMost
	}
	w.root = root.Name.Space
	w.fallback = w.root != "" && w.maybe(3)
	if root.Abstract || w.heights.declared(root) >= endless {
		return nil, false
	}
	w.element(root)
	text, ok := w.resolveRefs(w.b.String())
	if ok {
		text, ok = w.resolveKeys(text)
	}
	return []byte(text), ok && !w.stuck
}

// maybe is true once in n times.
func (w *Writer) maybe(n int) bool { return w.r.IntN(n) == 0 }

// brief reports whether only what must be there is written.
func (w *Writer) brief() bool { return w.elements <= 0 || w.depth > maxDepth }

// declarations are those of the root element, which has all of them.
func (w *Writer) declarations() {
	fmt.Fprintf(&w.b, ` xmlns:xsi="%s"`, xsd.InstanceNamespace)
	for i, space := range w.spaces {
		if space != "" && space != xsd.XMLNamespace {
			fmt.Fprintf(&w.b, ` xmlns:n%d="%s"`, i, escape(space))
		}
	}
	if w.fallback {
		fmt.Fprintf(&w.b, ` xmlns="%s"`, escape(w.root))
	}
}

// qname writes a name with its prefix, as values and attributes need it.
func (w *Writer) qname(n xsd.QName) string {
	switch n.Space {
	case "":
		return n.Local
	case xsd.XMLNamespace:
		return "xml:" + n.Local
	case xsd.Namespace:
		if w.schema.Type(n) != nil && !w.has(n.Space) {
			w.stuck = true // nothing declares its prefix
		}
	}
	for i, space := range w.spaces {
		if space == n.Space {
			return fmt.Sprintf("n%d:%s", i, n.Local)
		}
	}
	return "u:" + n.Local
}

func (w *Writer) has(space string) bool {
	for _, s := range w.spaces {
		if s == space {
			return true
		}
	}
	return false
}

// open begins a start tag and returns the name that the end tag repeats.
func (w *Writer) open(n xsd.QName) (tag string) {
	w.depth++
	w.elements--
	w.names = append(w.names, n)
	tag = w.qname(n)
	if w.fallback && n.Space == w.root && w.bare == 0 {
		tag = n.Local
	}
	own := ""
	if w.depth > 1 { // the root element has declarations enough
		own = w.whims.prefix(n)
	}
	if own != "" {
		tag = own + ":" + n.Local
	}
	w.b.WriteString("<" + tag)
	if own != "" {
		fmt.Fprintf(&w.b, ` xmlns:%s="%s"`, own, escape(n.Space))
	}
	if w.depth == 1 {
		w.declarations()
	}
	if w.fallback && (w.bare > 0 || n.Space == "") {
		w.bare++
	}
	if w.fallback && n.Space == "" {
		w.b.WriteString(` xmlns=""`)
	}
	if own == "" && n.Space != "" && !w.has(n.Space) && n.Space != xsd.XMLNamespace {
		fmt.Fprintf(&w.b, ` xmlns:u="%s"`, escape(n.Space))
	}
	return tag
}

func (w *Writer) close(tag string) {
	w.depth--
	w.names = w.names[:len(w.names)-1]
	if w.bare > 0 {
		w.bare--
	}
	w.b.WriteString("</" + tag + ">")
	if w.maybe(20) {
		w.b.WriteString("<!-- a comment -->")
	}
}

// escape writes a text for element content and attributes alike.
func escape(s string) string { return xmltree.EscapeAttr(s) }
