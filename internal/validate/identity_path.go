package validate

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// xpath is an expression of the subset of Part 1 §3.11.6, ready to be matched
// against names as they come.
type xpath []locationPath

// locationPath is one alternative: element steps, then for some fields an
// attribute.
type locationPath struct {
	descendant bool
	steps      []nameTest
	attribute  *nameTest
}

type nameTest struct {
	name  content.Symbol
	space string
	kind  testKind
}

type testKind uint8

const (
	testName testKind = iota
	testSpace
	testAny
)

func (t *nameTest) matches(s content.Symbol, space string) bool {
	switch t.kind {
	case testName:
		return s == t.name && s != content.Unknown
	case testSpace:
		return space == t.space
	default:
		return true
	}
}

func (g *grammar) xpath(x xsd.XPath) xpath {
	list := make(xpath, len(x.Paths))
	for i, p := range x.Paths {
		list[i].descendant = p.Descendant
		for _, s := range p.Steps {
			t := nameTest{name: g.names.Of(s.Name), space: s.Name.Space}
			switch {
			case s.AnyName:
				t.kind = testAny
			case s.AnyLocal:
				t.kind = testSpace
			}
			if s.Attribute {
				list[i].attribute = &t
				break
			}
			list[i].steps = append(list[i].steps, t)
		}
	}
	return list
}

func seen(bits []uint64, i int) bool { return bits[i/64]&(1<<(i%64)) != 0 }

// cursor follows an expression from its context node down the open elements.
type cursor struct {
	paths []pathCursor
}

// pathCursor follows one alternative. levels has, for each open element from
// the context node on, the set of steps that have been matched when it is
// reached, as bits; words is how many a set takes.
type pathCursor struct {
	path   *locationPath
	words  int
	levels []uint64
	// beyond counts open elements below the last level that no step can
	// reach any more.
	beyond int
}

// begin sets the cursor to a context node.
func (c *cursor) begin(x xpath) {
	c.paths = c.paths[:0]
	for i := range x {
		if i < cap(c.paths) {
			c.paths = c.paths[:i+1]
		} else {
			c.paths = append(c.paths, pathCursor{})
		}
		p := &c.paths[i]
		p.path, p.words, p.beyond = &x[i], len(x[i].steps)/64+1, 0
		p.levels = append(p.levels[:0], 1)
		for range p.words - 1 {
			p.levels = append(p.levels, 0)
		}
	}
}

// down takes the cursor to a child element.
func (c *cursor) down(s content.Symbol, space string) {
	for i := range c.paths {
		c.paths[i].down(s, space)
	}
}

func (p *pathCursor) down(s content.Symbol, space string) {
	if p.beyond > 0 {
		p.beyond++
		return
	}
	from := len(p.levels) - p.words
	for range p.words {
		p.levels = append(p.levels, 0)
	}
	before, now := p.levels[from:from+p.words], p.levels[from+p.words:]
	alive := p.path.descendant
	if alive {
		now[0] = 1
	}
	for i := range p.path.steps {
		if seen(before, i) && p.path.steps[i].matches(s, space) {
			now[(i+1)/64] |= 1 << ((i + 1) % 64)
			alive = true
		}
	}
	if !alive {
		p.levels = p.levels[:from+p.words]
		p.beyond = 1
	}
}

// within reports whether the current element or one below it may yet be selected,
// or an attribute of one.
func (c *cursor) within() bool {
	return slices.ContainsFunc(c.paths, func(p pathCursor) bool { return p.beyond == 0 })
}

// up takes the cursor back to the parent element.
func (c *cursor) up() {
	for i := range c.paths {
		p := &c.paths[i]
		if p.beyond > 0 {
			p.beyond--
		} else {
			p.levels = p.levels[:len(p.levels)-p.words]
		}
	}
}

// reached reports whether all element steps of the alternative lead to the
// current element.
func (p *pathCursor) reached() bool {
	return p.beyond == 0 && seen(p.levels[len(p.levels)-p.words:], len(p.path.steps))
}

// element reports whether the expression selects the current element.
func (c *cursor) element() bool {
	for i := range c.paths {
		if p := &c.paths[i]; p.path.attribute == nil && p.reached() {
			return true
		}
	}
	return false
}

// wantsAttributes reports whether the expression can select attributes of the
// current element.
func (c *cursor) wantsAttributes() bool {
	for i := range c.paths {
		if p := &c.paths[i]; p.path.attribute != nil && p.reached() {
			return true
		}
	}
	return false
}

// attribute reports whether the expression selects an attribute of the current
// element.
func (c *cursor) attribute(s content.Symbol, space string) bool {
	for i := range c.paths {
		if p := &c.paths[i]; p.path.attribute != nil && p.reached() && p.path.attribute.matches(s, space) {
			return true
		}
	}
	return false
}
