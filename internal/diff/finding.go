package diff

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// finding is a change while versions are being compared: found, but not yet
// judged for each operation.
type finding struct {
	rule       *change.Rule
	severity   change.Severity
	reason     change.Reason
	because    string // why the levels are not the rule's
	old, new   change.Anchor
	oldText    *text
	newText    *text
	holders    []change.Holder
	confidence int
	tags       []string
	// component is set where the anchors do not say what the finding is about.
	component *change.Component
	// also has components that come or go with this one and are not told of.
	also []any
	// operations is set where the rule is about operations itself.
	operations []change.Reach
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
	id               change.ID
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

func (f *findings) add(n finding, h change.Holder) *finding {
	f.reports++
	key := findingKey{id: n.rule.ID, old: n.old.At, new: n.new.At, oldText: keyOf(n.oldText), newText: keyOf(n.newText)}
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

// levels are those of a change for requests, tolerant readers and strict ones,
// with the step for Go code.
func levels(request, response, strict change.Level, step change.GoLevel) change.Severity {
	return change.Severity{Request: request, Response: response, Strict: strict, Go: step}
}

// change returns the finding as a change, which is not yet judged for each
// operation.
func (f *finding) change(in change.Component) change.Change {
	c := change.Change{
		ID: f.rule.ID, Component: in, Severity: f.severity, Reason: f.reason, Because: f.because, Confidence: f.confidence, Tags: f.tags,
		Old: f.oldText.value(f.old), New: f.newText.value(f.new), Operations: f.operations,
		Site: change.Site{Old: f.old, New: f.new, Holders: f.holders, Also: f.also, Whole: f.operations != nil},
	}
	c.Lost = f.lost()
	if f.new.IsZero() && deprecated(notesOf(f.old.At)) {
		c.Tags = append(c.Tags, "was-deprecated")
	}
	return c
}

func (t *text) value(a change.Anchor) *change.Value {
	if t == nil {
		return nil
	}
	return &change.Value{Text: t.show, Occurs: t.occurs, Type: t.of, Pos: a.Pos, Key: t.key}
}

// lost returns where in the new version something is missing.
func (f *finding) lost() diag.Pos {
	if !f.new.IsZero() {
		return diag.Pos{}
	}
	for _, h := range f.holders {
		if c, ok := h.New.(xsd.Component); ok {
			return c.Position()
		}
	}
	return diag.Pos{}
}
