package compile

import (
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// chains measures how far components are defined by way of one another. Both
// the building of components and those who walk them later recurse along such
// chains, which no published schema has longer than some dozens.
type chains struct {
	building int                   // components under construction at the moment
	length   map[xsd.Component]int // of the chain that ends in a component
	groups   []xsd.Component       // model group definitions under construction
}

// enter begins the construction of a component; unless it returns false,
// leave ends it.
func (c *compiler) enter(pos diag.Pos) bool {
	if c.stopped || c.tooLong(pos, c.chain.building+1) {
		return false
	}
	c.chain.building++
	return true
}

func (c *compiler) leave() { c.chain.building-- }

// follows notes that a component is defined by way of another one.
func (c *compiler) follows(x, base xsd.Component, pos diag.Pos) {
	if c.chain.length == nil {
		c.chain.length = map[xsd.Component]int{}
	}
	n := c.chain.length[base] + 1
	if n > c.chain.length[x] && !c.tooLong(pos, n) {
		c.chain.length[x] = n
	}
}

// refersTo notes that the model group definition under construction, if there
// is one, refers to another.
func (c *compiler) refersTo(def *xsd.ModelGroupDef, pos diag.Pos) {
	if n := len(c.chain.groups); n > 0 {
		c.follows(c.chain.groups[n-1], def, pos)
	}
}

func (c *compiler) tooLong(pos diag.Pos, n int) bool {
	if n > c.limits.Chain {
		c.stop(pos, "components are defined by way of one another over more than %d steps", c.limits.Chain)
	}
	return n > c.limits.Chain
}
