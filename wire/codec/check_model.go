package codec

import (
	"regexp"
	"sync"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/door"
)

// Model is the content model of a generated struct (XSD 1.0 Part 1 §3.4.2, §3.8), for those whose fields could hold
// children that the schema does not allow together. It is static data and must not change after first use.
type Model struct {
	Text string // as a person reads it: (a{2,3}, (b | c))
	// Expr is an expression for package regexp over one character a child: U+F0000 and up for the names of the table
	// and, behind them, of Names; U+100000 and up for other names, by the set of wildcards that admits them.
	Expr  string
	Each  []string // more expressions that the children must match: how often each comes that may come anywhere
	Names []Name

	once  sync.Once
	re    []*regexp.Regexp
	index map[expanded]rune
}

func (m *Model) prepare(tab *Table) {
	for _, e := range append([]string{m.Expr}, m.Each...) {
		m.re = append(m.re, regexp.MustCompile(e))
	}
	elements := tab.entries().elements
	m.index = make(map[expanded]rune, len(elements)+len(m.Names))
	add := func(n *Name, i int) {
		key := expanded{n.URI(), n.Local}
		if _, known := m.index[key]; !known {
			m.index[key] = firstNameRune + rune(i)
		}
	}
	for i := range m.Names {
		add(&m.Names[i], len(elements)+i)
	}
	for i := range elements {
		if elements[i].Items == nil {
			add(&elements[i].Name, i)
		}
	}
	for i := range elements {
		if g := elements[i].Items; g != nil {
			for _, t := range g.types() {
				add(&t.Name, i)
			}
		}
	}
}

// rune is the character of a child.
func (m *Model) rune(tab *Table, n expanded) rune {
	if r, ok := m.index[n]; ok {
		return r
	}
	set := 0
	for i := range tab.Wildcards {
		if tab.Wildcards[i].Allows(n.space) {
			set |= 1 << i
		}
	}
	return firstWildcardRune + rune(set)
}

// wrong says what is wrong with the children, in that order, "" where the model allows them.
func (m *Model) wrong(tab *Table, children []expanded) string {
	m.once.Do(func() { m.prepare(tab) })
	text := make([]rune, len(children))
	for i, n := range children {
		text[i] = m.rune(tab, n)
	}
	for i, re := range m.re {
		matches := func(text []rune) bool { return re.MatchString(string(text)) }
		if !matches(text) {
			found := mismatch{append([]string{m.Expr}, m.Each...)[i], i > 0, text, children, m.index, matches}
			return found.problem() + "; the schema asks for " + m.Text
		}
	}
	return ""
}

// outline collects the names of the children that a value is written with.
type outline struct{ children []expanded }

// child takes up a child at the depth, if it is one of the value's own.
func (o *outline) child(depth int, space, local string) {
	if depth == 1 {
		o.children = append(o.children, expanded{space, local})
	}
}

// childrenOf returns the names of the children that v is written with.
func childrenOf(v Appender) []expanded {
	e := encoders.Get().(*Encoder)
	e.conf = door.Config{}
	e.outline = new(outline)
	doc, _ := e.appendTo(e.scratch[:0], Name{Local: "value"}, v) // what cannot be written is said by others
	if cap(doc) <= largeScratch {
		e.scratch = doc[:0]
	}
	found := e.outline.children
	e.outline = nil
	e.retire()
	return found
}

// Nil reports whether the value is written with xsi:nil, so that its content does not count.
func (c *Checker) Nil(x *wire.Extra) bool {
	typ, told := x.Type()
	c.derived = told && !isType(c.at, typ)
	return c.void || x.Nil()
}

// Nilled says of the value that comes next whether its field has it as nil.
func (c *Checker) Nilled(yes bool) { c.nilled = yes }

// content checks the children of a value against its content model. It reports false where the value has no content,
// because of xsi:nil. A value whose xsi:type names a type that its struct does not know is not checked.
func (c *Checker) content(tab *Table, m *Model, x *wire.Extra, v Appender) bool {
	if c.Nil(x) {
		return false
	}
	if c.derived {
		return true
	}
	c.report("", -1, m.wrong(tab, childrenOf(v)))
	return true
}

// isType reports whether the struct is that of the complex type.
func isType(v any, typ wire.QName) bool {
	t, ok := v.(interface{ XMLType() wire.Name })
	return ok && typ.Is(t.XMLType())
}

// Set checks that an attribute is there which the schema requires.
func (c *Checker) Set(name string, set bool) {
	if !set {
		c.report(name, -1, "is missing")
	}
}
