package accept

import "github.com/wbxgen/wbxgen/internal/diff/change"

// Refused returns the changes for which a gate stays shut: at least that bad,
// not accepted, and not beside what captured documents show.
func Refused(r *change.Result, limit change.Level, strict bool) []*change.Change {
	var list []*change.Change
	for i := range r.Changes {
		c := &r.Changes[i]
		if c.Level(strict) >= limit && c.Accepted == nil && c.Usage != change.Untouched {
			list = append(list, c)
		}
	}
	return list
}
