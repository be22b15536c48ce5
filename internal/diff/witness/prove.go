package witness

import (
	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/reach"
)

// withoutSuccessor are the rules after which the new version has no document
// to show: their witness of a response is one that the old version described.
var withoutSuccessor = map[change.ID]bool{change.OperationResponseRemoved: true, change.RootElementRemoved: true}

// prover looks for documents of both versions: by forward for those of the old
// version that the new one refuses, by back for those of the new one.
type prover struct{ forward, back *seeker }

// Prove gives each change a witness for each direction that breaks. A break
// without one is lowered to a risk: it is not proven.
func Prove(c *diff.Comparison, m *reach.Map) { ProveWatched(c, m, func(int, int) {}) }

// ProveWatched is [Prove], and tells how many of all changes it has looked at.
func ProveWatched(c *diff.Comparison, m *reach.Map, watch func(done, all int)) {
	old, now := versionsOf(c, m)
	p := prover{forward: newSeeker(c, m, false, old, now), back: newSeeker(c, m, true, now, old)}
	for i := range c.Changes {
		p.prove(&c.Changes[i])
		watch(i+1, len(c.Changes))
	}
}

func (p prover) prove(c *change.Change) {
	if len(c.Operations) == 0 {
		return
	}
	if c.Severity.Request == change.Break && !p.proven(c, change.Request) {
		c.Severity.Request, c.Reason = change.Risk, change.Unproven
	}
	if c.Severity.Strict == change.Break && !p.proven(c, change.Response) {
		c.Severity.Response, c.Severity.Strict, c.Reason = min(c.Severity.Response, change.Risk), change.Risk, change.Unproven
	}
}

// proven gives a change its witness for a direction, and reports whether there
// is one.
func (p prover) proven(c *change.Change, d change.Direction) bool {
	for _, s := range p.seekers(c.ID, d) {
		if found := s.seek(c, d); found != nil {
			found.Direction = d
			if d == change.Request {
				found.Sent = asSent(found.root, s.here.side)
			}
			c.Witnesses = append(c.Witnesses, found.Witness)
			return true
		}
	}
	return false
}

// seekers returns who may find a witness: old clients send requests, and new
// servers answer them.
func (p prover) seekers(id change.ID, d change.Direction) []*seeker {
	switch {
	case d == change.Request:
		return []*seeker{p.forward}
	case withoutSuccessor[id]:
		return []*seeker{p.back, p.forward}
	}
	return []*seeker{p.back}
}
