package diff

import (
	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// Claim is a part of a schema whose coming or going what was found in a holder
// tells.
type Claim struct {
	Part any
	By   change.Holder
}

// claims are components whose coming or going another finding tells.
type claims struct {
	taken map[any]bool
	// told are those that what was found in a holder tells.
	told []Claim
}

func (c *claims) take(parts ...any) {
	for _, p := range parts {
		c.taken[p] = true
	}
}

// tell takes a part whose coming or going what was found in a holder tells.
func (c *claims) tell(part any, by change.Holder) {
	c.take(part)
	c.told = append(c.told, Claim{part, by})
}
