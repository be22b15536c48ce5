package reach

import (
	"fmt"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// Graph says which types and global declarations lead to which, by what
// elements and attributes. It answers from where a component is reached, so
// that the cost depends on what has changed.
type Graph struct {
	side *diff.Side
	// messages are the elements that operations start with.
	messages map[*xsd.ElementDecl]bool

	id   map[any]int
	part []any   // by node
	into [][]arc // by node: the arcs that end there
	out  [][]int // by node: where its own arcs lead, those by xsi:type left out
	loop []int   // by node: the number of its strongly connected component
	seen map[int]*ways
	kept int // nodes in all of them
	// steps are those that lead on from each node.
	steps  map[stepOf]bool
	beside counterparts
}

type stepOf struct {
	from int
	step string
}

// arc leads from a node by a step.
type arc struct {
	from int
	step string
	kind arcKind
	// fresh is whether the other version does not have the step, once known:
	// arcs are walked for each change.
	fresh answer
}

// arcKind is why one thing leads to another.
type arcKind uint8

// The kinds, the plainest first: a way is told of only where no plainer one is.
const (
	byName     arcKind = iota // it names it
	byWildcard                // it lets in what is declared
	byType                    // xsi:type puts a derived type in the place of the declared one
)

// answer is what is known of a question.
type answer uint8

const (
	unasked answer = iota
	yes
	no
)

// valueOf is a simple type as that of an element, where xsi:type can put another
// one: of an attribute, a text or an item of a list it cannot.
type valueOf struct{ typ *xsd.SimpleType }

// slotOf returns the node for the type of an element.
func slotOf(t xsd.Type) any {
	if s, ok := t.(*xsd.SimpleType); ok {
		return valueOf{s}
	}
	return t
}

// typeAt returns the type that a node stands for.
func typeAt(part any) (xsd.Type, bool) {
	if v, ok := part.(valueOf); ok {
		return v.typ, true
	}
	t, ok := part.(xsd.Type)
	return t, ok
}

// newGraph walks all global components of a side.
func newGraph(s *diff.Side) *Graph {
	g := &Graph{side: s, messages: messagesOf(s), id: map[any]int{}, seen: map[int]*ways{}, steps: map[stepOf]bool{}}
	for _, t := range s.Schema.Types() {
		g.node(t)
	}
	for _, e := range s.Schema.Elements() {
		g.node(e)
	}
	for _, a := range s.Schema.Attributes() {
		g.node(a)
	}
	g.loop = components(g.out)
	return g
}

func messagesOf(s *diff.Side) map[*xsd.ElementDecl]bool {
	set := map[*xsd.ElementDecl]bool{}
	for _, op := range s.Operations {
		set[op.Request.Element], set[op.Response.Element] = true, true
	}
	return set
}

// node returns the number of a component, and walks it when it is new.
func (g *Graph) node(part any) int {
	if id, ok := g.id[part]; ok {
		return id
	}
	id := len(g.into)
	g.id[part], g.part = id, append(g.part, part)
	g.into, g.out = append(g.into, nil), append(g.out, nil)
	switch part := part.(type) {
	case *xsd.ComplexType:
		g.complex(id, part)
		g.derived(id, part)
	case *xsd.SimpleType:
		g.simple(id, part)
	case valueOf:
		g.link(id, part.typ, "", byName)
		g.derived(id, part.typ)
	case *xsd.ElementDecl:
		g.link(id, slotOf(part.Type), "", byName)
	case *xsd.AttributeDecl:
		g.link(id, part.Type, "", byName)
	}
	return id
}

func (g *Graph) link(from int, part any, step string, kind arcKind) {
	if step != "" {
		g.steps[stepOf{from, step}] = true
	}
	if t, ok := typeAt(part); ok && t.TypeName().Space == xsd.Namespace {
		return // the built-in types never change
	}
	to := g.node(part)
	g.into[to] = append(g.into[to], arc{from: from, step: step, kind: kind})
	if kind == byName {
		g.out[from] = append(g.out[from], to)
	}
}

func (g *Graph) complex(id int, t *xsd.ComplexType) {
	for _, u := range t.AttributeUses {
		step := "@" + u.Decl.Name.Local
		if u.Decl.Global {
			g.link(id, u.Decl, step, byName)
		} else {
			g.link(id, u.Decl.Type, step, byName)
		}
	}
	if t.Content.Kind == xsd.SimpleContent {
		g.link(id, t.Content.Simple, "", byName)
	}
	tree := content.Tree(t.Content.Particle)
	tree.Elements(func(k *content.Node) { g.element(id, t, k.Elem) })
	for _, w := range inclusion.Wildcards(tree) {
		g.wildcard(id, w, false)
	}
	if w := t.AttributeWildcard; w != nil {
		g.wildcard(id, w, true)
	}
}

// letIn stands for the wildcards that let in the same: all that is declared in some
// namespaces, elements or attributes.
type letIn struct {
	spaces     string
	attributes bool
}

// wildcard links a type to what a wildcard of it lets in, unless nobody looks at
// it there. Messages are left out, as an envelope's wildcard is for them:
// operations start there by themselves.
func (g *Graph) wildcard(id int, w *xsd.Wildcard, attributes bool) {
	if w.Process == xsd.Skip {
		return
	}
	part := letIn{fmt.Sprintf("%+v", w.Namespaces), attributes}
	_, known := g.id[part]
	g.link(id, part, "", byWildcard)
	if known {
		return
	}
	node := g.id[part]
	if attributes {
		for _, a := range g.side.Schema.Attributes() {
			if w.Namespaces.Allows(a.Name.Space) {
				g.link(node, a, "@"+a.Name.Local, byWildcard)
			}
		}
		return
	}
	for _, e := range g.side.Schema.Elements() {
		if w.Namespaces.Allows(e.Name.Space) && !e.Abstract && !g.messages[e] {
			g.link(node, e, e.Name.Local, byWildcard)
		}
	}
}

// element links a type to an element in it. The slot of the message body is
// left out: operations start there by themselves.
func (g *Graph) element(id int, in *xsd.ComplexType, e *xsd.ElementDecl) {
	if g.side.Profile.Envelope().Holds(e.Type) {
		return
	}
	if !e.Global {
		g.link(id, slotOf(e.Type), e.Name.Local, byName)
		return
	}
	g.link(id, e, e.Name.Local, byName)
	for _, m := range inclusion.Members(e, g.side.Schema) {
		g.link(id, m, m.Name.Local, byName)
	}
}

func (g *Graph) simple(id int, t *xsd.SimpleType) {
	if t.Variety == datatype.ListVariety {
		g.link(id, inclusion.ListItem(t), "", byName)
	}
	for _, m := range inclusion.UnionMembers(t) {
		g.link(id, m, "", byName)
	}
}

// derived links a type to those that xsi:type can put in its place. They count
// fully where the type itself cannot stand, being abstract, or where the
// profile opens the slot.
func (g *Graph) derived(id int, t xsd.Type) {
	if g.side.Profile.Envelope().Holds(t) {
		return
	}
	ct, ok := t.(*xsd.ComplexType)
	open := ok && ct.Abstract || opens(g.side, t)
	kind := byType
	if open {
		kind = byName
	}
	for _, d := range g.side.Schema.Derived(t) {
		g.link(id, slotOf(d), "", kind)
		if c, ok := d.(*xsd.ComplexType); open && ok {
			for _, below := range inclusion.Descendants(g.side.Schema, c) {
				g.link(id, below, "", byName)
			}
		}
	}
}

// opens reports whether the profile names an element declared with the type as
// one in which derived types stand.
func opens(s *diff.Side, t xsd.Type) bool {
	root := s.Schema.Element(s.Profile.Envelope().Root)
	if root == nil || s.Profile.Envelope().Body.IsZero() {
		return false
	}
	return t == slotType(root.Type, s.Profile.Envelope().Path)
}

// slotType follows a path of element names from a type.
func slotType(t xsd.Type, path []string) xsd.Type {
	for _, name := range path {
		ct, ok := t.(*xsd.ComplexType)
		if !ok {
			return nil
		}
		t = nil
		content.Tree(ct.Content.Particle).Elements(func(k *content.Node) {
			if k.Elem.Name.Local == name && t == nil {
				t = k.Elem.Type
			}
		})
	}
	return t
}
