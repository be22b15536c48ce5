package diff

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/inclusion"
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
	// unnamed is set where it shows in documents that name a type alone, which those
	// of the holders need not do.
	unnamed bool
	// operations is set where the rule is about operations itself.
	operations []change.Reach
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

// in returns the scope of what is found in a holder.
func (f *findings) in(h change.Holder) scope { return scope{f, h} }

// scope is where findings belong: the two types or declarations that are being
// compared, with the steps from there.
type scope struct {
	found  *findings
	holder change.Holder
}

// below is the scope one step further down.
func (s scope) below(step string) scope { return s.belowEach(step, step) }

// belowEach is the scope further down by other steps in each version.
func (s scope) belowEach(old, new string) scope {
	s.holder.OldStep, s.holder.Step = change.JoinSteps(s.holder.OldStep, old), change.JoinSteps(s.holder.Step, new)
	return s
}

// report adds a finding at the levels of its rule.
func (s scope) report(id change.ID, old, new change.Anchor, oldText, newText *text) *finding {
	rule := change.RuleOf(id)
	n := finding{rule: rule, severity: rule.Severity, reason: rule.Reason, old: old, new: new, oldText: oldText, newText: newText}
	return s.found.add(n, s.holder)
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
		Site: change.Site{Old: f.old, New: f.new, Holders: f.holders, Also: f.also, Whole: f.operations != nil, ViaType: f.unnamed},
	}
	c.Lost = f.lost()
	if f.new.IsZero() && deprecated(notesOf(f.old.At)) {
		c.Tags = append(c.Tags, "was-deprecated")
	}
	return c
}

// where returns where a finding is: in the new version, unless it has
// gone.
func (f *finding) where(of pair[func() *places]) change.Component {
	if f.component != nil {
		return *f.component
	}
	if here, ok := of.new().of[f.new.At]; ok && !f.new.IsZero() {
		return here.component()
	}
	return of.old().of[f.old.At].component()
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

// unproven lowers breaks that no failed inclusion backs to risks.
func (f *finding) unproven(forward, back inclusion.Verdict) {
	if forward != inclusion.Fails && f.severity.Request == change.Break {
		f.severity.Request, f.reason = change.Risk, change.Unproven
	}
	if back != inclusion.Fails {
		f.severity.Response = min(f.severity.Response, change.Risk)
		if f.severity.Strict == change.Break {
			f.severity.Strict, f.reason = change.Risk, change.Unproven
		}
	}
}

// withinOptional lowers what a tolerant reader loses where nothing was
// guaranteed.
func (f *finding) withinOptional() {
	switch f.rule.ID {
	case change.ElementBecameOptional, change.SequenceToChoice:
		f.severity.Response = change.Info
	case change.ElementRemovedRequired:
		f.severity.Response, f.reason = change.Risk, change.DataLoss
	}
}

// besides makes a finding one of another rule as well: what either says counts.
func (f *finding) besides(id change.ID, loose bool) {
	rule := change.RuleOf(id)
	as := finding{rule: rule, severity: rule.Severity}
	if loose {
		as.withinOptional()
	}
	f.severity = f.severity.Merge(as.severity)
	f.because = rule.Why + "; " + f.rule.Why
	f.tags = append(f.tags, string(id))
}

// judgeDirection sets the level of a changed type by whether the one side
// accepts what the other sends.
func (f *finding) judgeDirection(d change.Direction, v inclusion.Verdict) {
	level := map[inclusion.Verdict]change.Level{inclusion.Holds: change.Info, inclusion.Fails: change.Break, inclusion.Unknown: change.Risk}[v]
	if v == inclusion.Unknown {
		f.reason = change.Unproven
	}
	if d == change.Request {
		f.severity.Request = level
	} else {
		f.severity.Response, f.severity.Strict = level, level
	}
}
