package validate

import (
	"cmp"
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// carriedTable is the node table of a key (Part 1 §3.11.5) that elements below
// an open one have left to it, kept only while a keyref around may look there.
type carriedTable struct {
	depth   int // of the open element
	key     *xsd.IdentityConstraint
	entries map[string]entry
	claimed int64
	// clash are key sequences that different elements have, which count for
	// none of them.
	clash map[string]bool
}

// close ends a scope: keyrefs are looked up, and keys handed on.
func (c *identity) close(s *scope) {
	for _, t := range s.tables {
		def := t.constraint.def
		if def.Category == xsd.KeyRef && def.Refer != nil {
			c.referred[def.Refer]--
			c.resolve(s, t)
		}
	}
	for _, t := range s.tables {
		if def := t.constraint.def; def.Category != xsd.KeyRef && c.referred[def] > 0 {
			c.overlay(s.depth, t)
		} else {
			c.memory.claimed -= t.claimed
		}
	}
	c.out.open.leave(s.depth)
	c.carryOn(s.depth)
}

// resolve is clause 4.3 of cvc-identity-constraint: what a keyref holds is in
// the node table that its key has at the same element.
func (c *identity) resolve(s *scope, t *table) {
	var missing []entry
	for key, e := range t.entries {
		if !c.holds(s, t.constraint.def.Refer, key) {
			missing = append(missing, e)
		}
	}
	slices.SortFunc(missing, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.pos.Offset, b.pos.Offset), cmp.Compare(a.node, b.node))
	})
	for _, e := range missing {
		if c.out.stopped {
			return
		}
		def := t.constraint.def
		p := c.out.report(e.pos, "cvc-identity-constraint.4.3", "%s refers to nothing: %s has no such value for %s", e.shown, c.out.constraintLabel(def.Refer), c.out.constraintLabel(def))
		p.Path, p.Missed = e.path, def.Refer
	}
}

// holds reports whether the node table of a key has a key sequence at the
// element of a scope. Its own entries go before those from below.
func (c *identity) holds(s *scope, key *xsd.IdentityConstraint, sequence string) bool {
	for _, t := range s.tables {
		if t.constraint.def != key {
			continue
		}
		if _, ok := t.entries[sequence]; ok {
			return true
		}
	}
	if below := c.at(s.depth, key); below != nil && !below.clash[sequence] {
		_, ok := below.entries[sequence]
		return ok
	}
	return false
}

// at returns the table that has been left to the element at a depth, or nil.
func (c *identity) at(depth int, key *xsd.IdentityConstraint) *carriedTable {
	for i := len(c.carried) - 1; i >= 0 && c.carried[i].depth >= depth; i-- {
		if t := &c.carried[i]; t.depth == depth && t.key == key {
			return t
		}
	}
	return nil
}

// overlay adds the table of a scope to what its element has from below.
func (c *identity) overlay(depth int, t *table) {
	below := c.at(depth, t.constraint.def)
	if below == nil {
		c.carried = append(c.carried, carriedTable{depth: depth, key: t.constraint.def, entries: t.entries, claimed: t.claimed})
		return
	}
	below.claimed += t.claimed
	for key, e := range t.entries {
		delete(below.clash, key)
		below.entries[key] = e
	}
}

// carryOn hands the tables of an element that ends to its parent, and drops
// those that no keyref around refers to.
func (c *identity) carryOn(depth int) {
	first := len(c.carried)
	for first > 0 && c.carried[first-1].depth == depth {
		first--
	}
	moved := slices.Clone(c.carried[first:])
	c.carried = c.carried[:first]
	for _, t := range moved {
		if c.referred[t.key] == 0 {
			c.memory.claimed -= t.claimed
			continue
		}
		for key := range t.clash {
			delete(t.entries, key)
		}
		t.depth, t.clash = depth-1, nil
		if outer := c.at(depth-1, t.key); outer != nil {
			outer.merge(t.entries)
			outer.claimed += t.claimed
		} else {
			c.carried = append(c.carried, t)
		}
	}
}

// merge adds the entries of another child element.
func (t *carriedTable) merge(entries map[string]entry) {
	for key, e := range entries {
		other, ok := t.entries[key]
		switch {
		case !ok && !t.clash[key]:
			t.entries[key] = e
		case ok && other.node != e.node:
			if t.clash == nil {
				t.clash = map[string]bool{}
			}
			t.clash[key] = true
		}
	}
}
