package traffic

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// Usage is what captured documents show: which operations were called, with
// which elements, attributes and values.
type Usage struct {
	// Documents is the number of requests and responses that were added.
	Documents int
	seen      map[usageKey]map[string]*seenPath
}

type usageKey struct {
	operation string
	direction change.Direction
}

// seenPath is an element or attribute that occurs, with its values; all is set
// where there are too many to keep.
type seenPath struct {
	values map[string]bool
	all    bool
}

// maxSeenValues is how many values of one element are kept, and maxSeenLength
// how long they may be.
const (
	maxSeenValues = 1_000
	maxSeenLength = 256
)

// Seen is something that a captured document has.
type Seen struct {
	// Operation is the operation's name, [AllOperations] for what is around
	// it. Without operations it is the name of the root element.
	Operation string
	Direction change.Direction
	// Path leads to the element or attribute as in [change.Change.Path].
	Path string
	// Value is its text, "" for none.
	Value string
}

// Add notes something that a document has.
func (u *Usage) Add(s Seen) {
	if u.seen == nil {
		u.seen = map[usageKey]map[string]*seenPath{}
	}
	key := usageKey{s.Operation, s.Direction}
	if u.seen[key] == nil {
		u.seen[key] = map[string]*seenPath{}
	}
	p := u.seen[key][s.Path]
	if p == nil {
		p = &seenPath{values: map[string]bool{}}
		u.seen[key][s.Path] = p
	}
	if len(s.Value) > maxSeenLength || len(p.values) >= maxSeenValues {
		p.all = true
		return
	}
	p.values[s.Value] = true
}

// Mark sets [change.Change.Usage] of all changes. A change is touched if a captured
// document of a direction that it reaches has the element, attribute or value,
// or, where the change is about something that old documents lack, what it
// would be in. Where several ways lead to a change, the name at their end
// decides.
func (u *Usage) Mark(r *change.Result) {
	for i := range r.Changes {
		c := &r.Changes[i]
		c.Usage = change.Untouched
		if slices.ContainsFunc(c.Operations, func(reach change.Reach) bool { return !reach.ViaType && u.touches(c, reach) }) {
			c.Usage = change.Touched
		}
	}
}

func (u *Usage) touches(c *change.Change, r change.Reach) bool {
	path := c.Path(r)
	if lacking(c) {
		path = path[:max(strings.LastIndexByte(path, '/'), 0)]
	}
	value := ""
	if v := c.Old; v != nil && strings.HasPrefix(string(c.ID), "enum-value-") {
		value = v.Text
	}
	for known, p := range u.seen[usageKey{r.Operation, r.Direction}] {
		if known != path && (r.Count < 2 || lastStep(known) != lastStep(path)) && !strings.HasSuffix(path, "*") {
			continue
		}
		if value == "" || p.all || p.values[value] {
			return true
		}
	}
	return false
}

func lastStep(path string) string { return path[strings.LastIndexByte(path, '/')+1:] }

// lacking reports whether a change is about something that documents of the
// old version lack or may lack.
func lacking(c *change.Change) bool {
	return c.Old == nil && c.ID != change.EnumValueAdded || strings.HasSuffix(string(c.ID), "-became-required") || strings.HasSuffix(string(c.ID), "-wrapped")
}
