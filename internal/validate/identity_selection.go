package validate

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// selections are the open elements that selectors have selected. Most fields are
// found near the element: those that nothing below the current element can reach
// rest until it ends, so that what is nested deep costs no more for each element
// than what is not.
type selections struct {
	all     []*selection // inner ones behind outer ones
	live    []*selection // those that do not rest
	resting []resting    // deeper ones behind
	spare   []*selection
}

// resting is a selection that waits for the end of the element at a depth.
type resting struct {
	depth int
	*selection
}

// selection is an open element that a selector has selected.
type selection struct {
	table  *table
	depth  int
	number int64
	pos    xmltext.Pos
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

// selectionBytes is about what a selection takes for each field.
const selectionBytes = 256

// add selects an element for a table.
func (s *selections) add(n node, t *table) {
	var sel *selection
	if last := len(s.spare) - 1; last >= 0 {
		sel, s.spare = s.spare[last], s.spare[:last]
	} else {
		sel = &selection{}
	}
	*sel = selection{table: t, depth: n.depth, number: n.number, pos: n.pos, fields: sel.fields}
	sel.begin(t.constraint.fields)
	s.all, s.live = append(s.all, sel), append(s.live, sel)
}

// begin sets the fields to the selected element.
func (sel *selection) begin(fields []xpath) {
	for len(sel.fields) < len(fields) {
		sel.fields = append(sel.fields, field{})
	}
	sel.fields = sel.fields[:len(fields)]
	for i := range sel.fields {
		fd := &sel.fields[i]
		fd.value, fd.found, fd.depth = datatype.Value{}, false, -1
		fd.cursor.begin(fields[i])
	}
}

// down takes the fields to an element that has begun.
func (s *selections) down(n node) {
	s.live = slices.DeleteFunc(s.live, func(sel *selection) bool {
		if sel.down(n) {
			return false
		}
		s.resting = append(s.resting, resting{n.depth, sel})
		return true
	})
}

// down reports whether the element or one below it may be a field.
func (sel *selection) down(n node) (within bool) {
	for i := range sel.fields {
		c := &sel.fields[i].cursor
		c.down(n.sym, n.space)
		within = within || c.within()
	}
	return within
}

// ended yields the selections of an element that ends, and takes them away.
func (s *selections) ended(depth int) iter.Seq[*selection] {
	return func(yield func(*selection) bool) {
		some := false
		for last := len(s.all) - 1; last >= 0 && s.all[last].depth == depth; last-- {
			sel := s.all[last]
			s.all, s.spare, some = s.all[:last], append(s.spare, sel), true
			if !yield(sel) {
				break
			}
		}
		if some {
			s.live = slices.DeleteFunc(s.live, func(sel *selection) bool { return sel.depth == depth })
		}
	}
}

// up takes the fields back to the parent of an element that ends, and wakes those
// that have rested within it.
func (s *selections) up(depth int) {
	for last := len(s.resting) - 1; last >= 0 && s.resting[last].depth == depth; last-- {
		s.live = append(s.live, s.resting[last].selection)
		s.resting = s.resting[:last]
	}
	for _, sel := range s.live {
		for i := range sel.fields {
			sel.fields[i].cursor.up()
		}
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
