package diff

import (
	"slices"
)

// finding is a change while versions are being compared: found, but not yet
// judged for each operation.
type finding struct {
	rule       *Rule
	severity   Severity
	reason     Reason
	old, new   anchor
	oldText    *text
	newText    *text
	holders    []holder
	confidence int
	tags       []string
	// component is set where the anchors do not say what the finding is about.
	component *Component
	// also has components that come or go with this one and are not told of.
	also []any
	// operations is set where the rule is about operations itself.
	operations []Reach
}

// holder is a pair of components in whose comparison a finding came up: types,
// global elements or global attributes. Where types share what has changed, a
// finding has several. Step leads from there to the place, as in
// [Component.Path].
type holder struct {
	old, new any
	step     string
}

// text is what one version says, for people and as a key without prefixes. Of
// an element or attribute it also has the parts.
type text struct {
	show, key  string
	occurs, of string // bounds or use, and type
}

func plain(s string) *text { return &text{show: s, key: s} }

// use returns the text of something that occurs in those numbers and is of
// that type.
func use(occurs string, of *text) *text {
	t := joinText(" ", plain(occurs), of)
	t.occurs, t.of = occurs, of.show
	return t
}

// findingKey tells findings apart. The same rule on the same parts of both
// schemas is one finding, however many types share these parts.
type findingKey struct {
	id               string
	old, new         any
	oldText, newText string
}

// findings collects them in the order in which they come up.
type findings struct {
	byKey map[findingKey]*finding
	all   []*finding
	// reports counts calls of add, repeated findings included.
	reports int
}

func (f *findings) add(n finding, h holder) *finding {
	f.reports++
	key := findingKey{id: n.rule.ID, old: n.old.at, new: n.new.at, oldText: keyOf(n.oldText), newText: keyOf(n.newText)}
	known := f.byKey[key]
	if known == nil {
		known = &n
		f.byKey[key] = known
		f.all = append(f.all, known)
	}
	if !slices.Contains(known.holders, h) {
		known.holders = append(known.holders, h)
	}
	return known
}

func keyOf(t *text) string {
	if t == nil {
		return "-"
	}
	return "=" + t.key
}
