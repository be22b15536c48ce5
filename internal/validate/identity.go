package validate

import (
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
	"github.com/wbxgen/wbxgen/wire"
)

// constraint is an identity-constraint definition, ready for use.
type constraint struct {
	def      *xsd.IdentityConstraint
	selector xpath
	fields   []xpath
}

func (v *Validator) constraints(decl *xsd.ElementDecl) []*constraint {
	var list []*constraint
	for _, def := range decl.IdentityConstraints {
		c := &constraint{def: def, selector: v.xpath(def.Selector)}
		for _, f := range def.Fields {
			c.fields = append(c.fields, v.xpath(f))
		}
		list = append(list, c)
	}
	return list
}

// identity evaluates the identity constraints of a document as it is read
// (Part 1 §3.11.4). It costs nothing where no element around has any.
type identity struct {
	scopes   []*scope
	selected []*selection // inner ones behind outer ones
	spare    []*selection
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
	claimed    int64
}

// entry is a key sequence with the element that has it.
type entry struct {
	node  int64
	pos   wire.Pos
	shown string
	path  string // of a keyref's element, for the error
}

// selection is an open element that a selector has selected.
type selection struct {
	table  *table
	depth  int
	number int64
	pos    wire.Pos
	fields []field
	broken bool // an error in it was reported
}

// field is a field of a selected element.
type field struct {
	cursor cursor
	value  datatype.Value
	found  bool
	// depth is that of the open element that is the field, or -1.
	depth int
}

// start takes an element that has begun, the innermost one, into account. It
// reports whether attributes of it may be fields. What is skipped is not
// selected.
func (c *identity) start(r *run, f *frame, sym content.Symbol, space string) (attributes bool) {
	for _, s := range c.scopes {
		for _, t := range s.tables {
			t.selector.down(sym, space)
		}
	}
	for _, sel := range c.selected {
		for i := range sel.fields {
			sel.fields[i].cursor.down(sym, space)
		}
	}
	if f.decl != nil && len(f.decl.constraints) > 0 {
		c.open(len(r.frames), f.decl.constraints)
	}
	if len(c.scopes) == 0 || f.typ == nil {
		return false
	}
	for _, s := range c.scopes {
		for _, t := range s.tables {
			if t.selector.element() {
				c.choose(r, f, t)
			}
		}
	}
	return c.mark(r, f)
}

// open begins a scope.
func (c *identity) open(depth int, constraints []*constraint) {
	s := &scope{depth: depth}
	for _, def := range constraints {
		t := &table{constraint: def, entries: map[string]entry{}}
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
func (c *identity) choose(r *run, f *frame, t *table) {
	var sel *selection
	if n := len(c.spare); n > 0 {
		sel, c.spare = c.spare[n-1], c.spare[:n-1]
	} else {
		sel = &selection{}
	}
	n := len(t.constraint.fields)
	*sel = selection{table: t, depth: len(r.frames), number: f.number, pos: r.s.Pos(), fields: sel.fields}
	for len(sel.fields) < n {
		sel.fields = append(sel.fields, field{})
	}
	sel.fields = sel.fields[:n]
	for i := range sel.fields {
		fd := &sel.fields[i]
		fd.value, fd.found, fd.depth = datatype.Value{}, false, -1
		fd.cursor.begin(t.constraint.fields[i])
	}
	c.selected = append(c.selected, sel)
}

// mark notes which fields the innermost element is, and reports whether its
// attributes may be fields.
func (c *identity) mark(r *run, f *frame) (attributes bool) {
	for _, sel := range c.selected {
		for i := range sel.fields {
			fd := &sel.fields[i]
			attributes = attributes || fd.cursor.wantsAttributes()
			if !fd.cursor.element() {
				continue
			}
			if fd.found {
				sel.twice(r, i)
				continue
			}
			fd.found, fd.depth = true, len(r.frames)
			f.flags |= wanted
		}
	}
	return attributes
}

// attribute takes an attribute of the innermost element into account.
func (c *identity) attribute(r *run, sym content.Symbol, space string, v datatype.Value) {
	for _, sel := range c.selected {
		for i := range sel.fields {
			fd := &sel.fields[i]
			if !fd.cursor.attribute(sym, space) {
				continue
			}
			if fd.found {
				sel.twice(r, i)
				continue
			}
			fd.found, fd.value = true, v
		}
	}
}

// twice is clause 3 of cvc-identity-constraint: a field is one node at most.
func (sel *selection) twice(r *run, i int) {
	if sel.broken {
		return
	}
	sel.broken = true
	def := sel.table.constraint.def
	r.report(r.s.Pos(), "cvc-identity-constraint.3", "field %s of %s is there twice for one selected element", quoted(def.Fields[i].Text), r.constraintLabel(def)).
		See(r.pos(sel.pos), "the selected element")
}

// end takes the end of the innermost element into account, with its value
// where that was wanted.
func (c *identity) end(r *run, f *frame, v datatype.Value) {
	if len(c.scopes) == 0 {
		return
	}
	depth := len(r.frames)
	if f.has(wanted) {
		c.settle(r, f, depth, v)
	}
	for len(c.selected) > 0 && c.selected[len(c.selected)-1].depth == depth {
		n := len(c.selected) - 1
		sel := c.selected[n]
		c.selected = c.selected[:n]
		sel.enter(r)
		c.spare = append(c.spare, sel)
	}
	for _, sel := range c.selected {
		for i := range sel.fields {
			sel.fields[i].cursor.up()
		}
	}
	if n := len(c.scopes) - 1; c.scopes[n].depth == depth {
		s := c.scopes[n]
		c.scopes = c.scopes[:n]
		c.close(r, s)
	} else {
		c.carryOn(r, depth)
	}
	for _, s := range c.scopes {
		for _, t := range s.tables {
			t.selector.up()
		}
	}
}

// settle gives the value of an element to the fields that it is.
func (c *identity) settle(r *run, f *frame, depth int, v datatype.Value) {
	for _, sel := range c.selected {
		for i := range sel.fields {
			fd := &sel.fields[i]
			if fd.depth != depth {
				continue
			}
			fd.depth, fd.value = -1, v
			def := sel.table.constraint.def
			switch {
			case sel.broken:
			case f.typ.simple == nil:
				sel.broken = true
				r.report(r.s.Pos(), "cvc-identity-constraint.3", "%s is a field of %s and so must be of a simple type", r.ownName(), r.constraintLabel(def))
			case def.Category == xsd.Key && f.decl != nil && f.decl.decl.Nillable:
				sel.broken = true
				r.report(r.s.Pos(), "cvc-identity-constraint.4.2.3", "%s is a field of %s and so must not be nillable", r.ownName(), r.constraintLabel(def))
			}
		}
	}
}

// enter adds the key sequence of a selected element to its table.
func (sel *selection) enter(r *run) {
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
			r.report(sel.pos, "cvc-identity-constraint.4.2.1", "%s has no field %s, which %s requires", r.ownName(), quoted(def.Fields[i].Text), r.constraintLabel(def))
		}
		return
	}
	key, e := sel.key(), entry{node: sel.number, pos: sel.pos, shown: sel.shown()}
	first, again := t.entries[key]
	switch {
	case !again:
		if def.Category == xsd.KeyRef {
			e.path = r.path()
		}
		t.entries[key] = e
		size := entryBytes + len(key) + len(e.shown) + len(e.path)
		t.claimed += int64(size)
		r.claim(sel.pos, size)
	case def.Category != xsd.KeyRef:
		code := map[xsd.IdentityCategory]string{xsd.Unique: "cvc-identity-constraint.4.1", xsd.Key: "cvc-identity-constraint.4.2.2"}[def.Category]
		r.report(sel.pos, code, "%s is there already: %s allows it once", e.shown, r.constraintLabel(def)).See(r.pos(first.pos), "first here")
	}
}

// key returns the key sequence as a string that equal sequences share.
func (sel *selection) key() string {
	if len(sel.fields) == 1 {
		return sel.fields[0].value.Key()
	}
	var b strings.Builder
	for i := range sel.fields {
		k := sel.fields[i].value.Key()
		b.WriteString(strconv.Itoa(len(k)))
		b.WriteByte(':')
		b.WriteString(k)
	}
	return b.String()
}

// shown returns the key sequence as people read it.
func (sel *selection) shown() string {
	var words []string
	for i := range sel.fields {
		words = append(words, quoted(sel.fields[i].value.Lexical()))
	}
	return strings.Join(words, ", ")
}

func (r *run) constraintLabel(c *xsd.IdentityConstraint) string {
	return c.Category.String() + " " + r.label(c.Name)
}
