package diff

import (
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// report reports what a plan says.
func (h holding) report(in scope, plan *modelPlan) {
	for _, e := range plan.edits {
		f := in.belowEach(e.oldStep, e.step).report(e.id, e.old, e.new, e.oldText, e.newText)
		f.confidence = e.confidence
		if e.loose {
			f.withinOptional()
		}
		if e.besides != "" {
			f.besides(e.besides, e.loose)
		}
		f.also = append(f.also, e.also...)
		if change.RuleOf(e.id).Judged {
			h.judge(f)
		}
	}
}

// judge sets the level of a compositor that has changed by what inclusion
// shows for the whole content model.
func (h holding) judge(f *finding) {
	switch h.onward {
	case inclusion.Holds:
		f.severity.Request = change.Info
	case inclusion.Unknown:
		f.severity.Request, f.reason = change.Risk, change.Unproven
	}
	if h.back == inclusion.Holds {
		f.severity.Response, f.severity.Strict = min(f.severity.Response, change.Info), change.Info
	}
}

// contradict reports whether a plan says more or less than inclusion does: a
// break without one document that breaks, or none where there is.
func (h holding) contradict(plan *modelPlan) bool {
	var worst change.Severity
	for _, e := range plan.edits {
		r := change.RuleOf(e.id)
		if r.Judged {
			return false
		}
		worst = worst.Merge(r.Severity)
	}
	return against(worst.Request, h.onward) || against(worst.Strict, h.back)
}

func against(l change.Level, v inclusion.Verdict) bool {
	return l == change.Break && v == inclusion.Holds || l <= change.Info && v == inclusion.Fails
}

// unexplained reports content models whose difference no finer rule describes
// rightly.
func (h holding) unexplained(in scope, o, n *xsd.ComplexType, a, b *content.Node) {
	id := change.ContentModelIncomparable
	switch {
	case h.onward == inclusion.Holds && h.back == inclusion.Fails:
		id = change.ContentModelWidened
	case h.onward == inclusion.Fails && h.back == inclusion.Holds:
		id = change.ContentModelNarrowed
	}
	f := in.report(id, contentAnchor(o), contentAnchor(n), nodeText(a), nodeText(b))
	if id == change.ContentModelIncomparable {
		f.unproven(h.onward, h.back)
	}
}
