package traffic_test

import (
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/traffic"
)

// TestWhatTouchesAChange holds one thing that a document has against a change
// that shows at one place, or by several ways.
func TestWhatTouchesAChange(t *testing.T) {
	value := &change.Value{Text: "A"}
	for _, c := range []struct {
		name     string
		id       change.ID
		old      *change.Value
		path     string
		count    int
		via      bool
		seen     string
		seenText string
		want     change.UsageMark
	}{
		{"its place", change.ElementRemovedOptional, value, "a/x", 1, false, "a/x", "", change.Touched},
		{"another place", change.ElementRemovedOptional, value, "a/x", 1, false, "b/x", "", change.Untouched},
		{"another place of several", change.ElementRemovedOptional, value, "a/x", 2, false, "b/x", "", change.Touched},
		{"another name at several", change.ElementRemovedOptional, value, "a/x", 2, false, "a/y", "", change.Untouched},
		{"by xsi:type", change.ElementRemovedOptional, value, "a/x", 1, true, "a/x", "", change.Untouched},
		{"what is new: what it is in", change.ElementAddedRequired, nil, "a/x", 1, false, "a", "", change.Touched},
		{"what is new: elsewhere", change.ElementAddedRequired, nil, "a/x", 1, false, "b", "", change.Untouched},
		{"what is new in the root", change.ElementAddedRequired, nil, "x", 1, false, "", "", change.Touched},
		{"what became required", change.ElementBecameRequired, value, "a/x", 1, false, "a", "", change.Touched},
		{"what became optional", change.ElementBecameOptional, value, "a/x", 1, false, "a", "", change.Untouched},
		{"a value", change.EnumValueRemoved, value, "a", 1, false, "a", "A", change.Touched},
		{"another value", change.EnumValueRemoved, value, "a", 1, false, "a", "B", change.Untouched},
		{"a value that is too long to keep", change.EnumValueRemoved, value, "a", 1, false, "a", strings.Repeat("B", 300), change.Touched},
		{"a value of another rule", change.TypeNarrowed, value, "a", 1, false, "a", "B", change.Touched},
		{"a wildcard", change.WildcardRemoved, value, "a/*", 1, false, "a/z", "", change.Touched},
	} {
		var u traffic.Usage
		u.Add(traffic.Seen{Operation: "Get", Path: c.seen, Value: c.seenText})
		r := &change.Result{Changes: []change.Change{{ID: c.id, Old: c.old, Operations: []change.Reach{{Operation: "Get", Way: c.path, Count: c.count, ViaType: c.via}}}}}
		if u.Mark(r); r.Changes[0].Usage != c.want {
			t.Errorf("%s: got %s, want %s", c.name, r.Changes[0].Usage, c.want)
		}
		other := &change.Result{Changes: []change.Change{{ID: c.id, Old: c.old, Operations: []change.Reach{{Operation: "Get", Direction: change.Response, Way: c.path, Count: c.count}}}}}
		if u.Mark(other); other.Changes[0].Usage != change.Untouched {
			t.Errorf("%s: a request touches a response", c.name)
		}
	}
}
