package validate

import (
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// identity evaluates the identity constraints of a document as it is read
// (Part 1 §3.11.4). It costs nothing where no element around has any.
type identity struct {
	out    *reporter
	memory *account

	scopes   []*scope
	selected selections
	// referred counts the open scopes with a keyref to a constraint.
	referred map[*xsd.IdentityConstraint]int
	carried  []carriedTable
}

// scope is an open element whose declaration has identity constraints.
type scope struct {
	depth  int
	tables []*table
}

// table is what one constraint has found within its scope.
type table struct {
	constraint *constraint
	selector   cursor
	entries    map[string]entry // by key sequence
	keeper
}

// entry is a key sequence with the element that has it.
type entry struct {
	node  int64
	pos   xmltext.Pos
	shown string
	path  string // of a keyref's element, for the error
}

// node is an element of the document as identity constraints see it.
type node struct {
	sym    content.Symbol
	space  string
	depth  int // of open elements, this one included
	number int64
	pos    xmltext.Pos // of the tag that is being read
	decl   *element    // nil where there is no declaration
	typ    *typeInfo
}

// active reports whether constraints of an open element are being evaluated.
func (c *identity) active() bool { return len(c.scopes) > 0 }

// start takes an element that has begun, the innermost one, into account. It
// reports whether attributes of it may be fields, and whether it is one
// itself. What is skipped is not selected.
func (c *identity) start(n node) (attributes, wanted bool) {
	for _, s := range c.scopes {
		for _, t := range s.tables {
			t.selector.down(n.sym, n.space)
		}
	}
	c.selected.down(n)
	if n.decl != nil && len(n.decl.constraints) > 0 {
		c.open(n.depth, n.decl.constraints)
	}
	if len(c.scopes) == 0 || n.typ == nil {
		return false, false
	}
	for _, s := range c.scopes {
		for _, t := range s.tables {
			if t.selector.element() {
				c.choose(n, t)
			}
		}
	}
	return c.mark(n)
}

// open begins a scope.
func (c *identity) open(depth int, constraints []*constraint) {
	s := &scope{depth: depth}
	for _, def := range constraints {
		t := &table{constraint: def, entries: map[string]entry{}, keeper: keeper{depth: depth}}
		t.selector.begin(def.selector)
		s.tables = append(s.tables, t)
		if key := def.def.Refer; key != nil && def.def.Category == xsd.KeyRef {
			if c.referred == nil {
				c.referred = map[*xsd.IdentityConstraint]int{}
			}
			c.referred[key]++
		}
	}
	c.scopes = append(c.scopes, s)
}

// choose selects the innermost element for a table.
func (c *identity) choose(n node, t *table) {
	c.selected.add(n, t)
	c.memory.claim(c.out, n.pos, selectionBytes*len(t.constraint.fields))
}

// mark notes which fields the innermost element is, and reports whether its
// attributes may be fields.
func (c *identity) mark(n node) (attributes, wanted bool) {
	for _, sel := range c.selected.live {
		for i := range sel.fields {
			fd := &sel.fields[i]
			attributes = attributes || fd.cursor.wantsAttributes()
			if !fd.cursor.element() {
				continue
			}
			if fd.found {
				c.twice(sel, i, n.pos)
				continue
			}
			fd.found, fd.depth, wanted = true, n.depth, true
		}
	}
	return attributes, wanted
}

// attribute takes an attribute of the innermost element into account.
func (c *identity) attribute(at xmltext.Pos, sym content.Symbol, space string, v datatype.Value) {
	for _, sel := range c.selected.live {
		for i := range sel.fields {
			fd := &sel.fields[i]
			if !fd.cursor.attribute(sym, space) {
				continue
			}
			if fd.found {
				c.twice(sel, i, at)
				continue
			}
			fd.found, fd.value = true, v
		}
	}
}

// twice is clause 3 of cvc-identity-constraint: a field is one node at most.
func (c *identity) twice(sel *selection, i int, at xmltext.Pos) {
	if sel.broken {
		return
	}
	sel.broken = true
	def := sel.table.constraint.def
	c.out.report(at, "cvc-identity-constraint.3", "field %s of %s is there twice for one selected element", quoted(def.Fields[i].Text), c.out.constraintLabel(def)).
		See(c.out.pos(sel.pos), "the selected element")
}

// end takes the end of the innermost element into account, with its value
// where that is wanted.
func (c *identity) end(n node, wanted bool, v datatype.Value) {
	if wanted {
		c.settle(n, v)
	}
	for sel := range c.selected.ended(n.depth) {
		c.enter(sel)
		c.memory.claimed -= int64(selectionBytes * len(sel.fields))
	}
	c.selected.up(n.depth)
	if last := len(c.scopes) - 1; c.scopes[last].depth == n.depth {
		s := c.scopes[last]
		c.scopes = c.scopes[:last]
		c.close(s)
	} else {
		c.carryOn(n.depth)
	}
	for _, s := range c.scopes {
		for _, t := range s.tables {
			t.selector.up()
		}
	}
}

// settle gives the value of an element to the fields that it is.
func (c *identity) settle(n node, v datatype.Value) {
	for _, sel := range c.selected.live {
		for i := range sel.fields {
			fd := &sel.fields[i]
			if fd.depth != n.depth {
				continue
			}
			fd.depth, fd.value = -1, v
			def := sel.table.constraint.def
			switch {
			case sel.broken:
			case n.typ.simple == nil:
				sel.broken = true
				c.out.report(n.pos, "cvc-identity-constraint.3", "%s is a field of %s and so must be of a simple type", c.out.ownName(), c.out.constraintLabel(def))
			case def.Category == xsd.Key && n.decl != nil && n.decl.decl.Nillable:
				sel.broken = true
				c.out.report(n.pos, "cvc-identity-constraint.4.2.3", "%s is a field of %s and so must not be nillable", c.out.ownName(), c.out.constraintLabel(def))
			}
		}
	}
}

// enter adds the key sequence of a selected element to its table.
func (c *identity) enter(sel *selection) {
	t := sel.table
	def := t.constraint.def
	if sel.broken {
		return
	}
	for i := range sel.fields {
		if !sel.fields[i].value.IsZero() {
			continue
		}
		// A value that is there and wrong has been reported.
		if def.Category == xsd.Key && !sel.fields[i].found {
			c.out.report(sel.pos, "cvc-identity-constraint.4.2.1", "%s has no field %s, which %s requires", c.out.ownName(), quoted(def.Fields[i].Text), c.out.constraintLabel(def))
		}
		return
	}
	key, e := sel.key(), entry{node: sel.number, pos: sel.pos, shown: sel.shown()}
	first, again := t.entries[key]
	switch {
	case !again:
		size := entryBytes + len(key) + len(e.shown)
		t.claimed += int64(size)
		if def.Category == xsd.KeyRef {
			var grown int
			e.path, grown = c.out.open.keptPath(&t.keeper)
			size += grown
		}
		t.entries[key] = e
		c.memory.claim(c.out, sel.pos, size)
	case def.Category != xsd.KeyRef:
		code := map[xsd.IdentityCategory]string{xsd.Unique: "cvc-identity-constraint.4.1", xsd.Key: "cvc-identity-constraint.4.2.2"}[def.Category]
		c.out.report(sel.pos, code, "%s is there already: %s allows it once", e.shown, c.out.constraintLabel(def)).See(c.out.pos(first.pos), "first here")
	}
}
