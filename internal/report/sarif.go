package report

import (
	"bytes"
	"io"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff"
)

// SARIF prints a result as a log of the format SARIF 2.1.0, for services that
// show findings beside code: a result for each change, at its place in the new
// version, with that in the old one as a related location. What has gone is at
// its old place. Accepted changes are suppressed.
func SARIF(w io.Writer, r *diff.Result, o Options) error {
	driver := sarif.NewToolComponent().WithName("wbxgen")
	run := sarif.NewRun().WithTool(sarif.NewTool().WithDriver(driver)).WithColumnKind("unicodeCodePoints")
	v := newViewer(r, o, func(s string) string { return s })
	for i := range r.Changes {
		run.AddResult(sarifResult(run, v, &r.Changes[i], r))
	}
	log := sarif.NewReport()
	log.AddRun(run)
	var out bytes.Buffer
	if err := log.PrettyWrite(&out); err != nil {
		return err
	}
	out.WriteByte('\n')
	_, err := w.Write(out.Bytes())
	return err
}

func sarifResult(run *sarif.Run, v *viewer, c *diff.Change, r *diff.Result) *sarif.Result {
	rule := c.Rule()
	run.AddRule(string(c.ID)).WithName(string(c.ID)).WithDescription(rule.What).WithMarkdownHelp(RuleMarkdown(rule))
	shown := v.view(c)
	out := sarif.NewRuleResult(string(c.ID)).WithRuleIndex(run.GetRuleIndex(string(c.ID))).
		WithLevel(sarifLevel(c.Level(v.options.Strict))).
		WithMessage(sarif.NewTextMessage(oneLine(shown))).
		WithPartialFingerprints(map[string]string{"wbxgen/v1": c.Fingerprint})
	for _, side := range []struct {
		value *diff.Value
		label string
	}{{c.New, r.New.Label}, {c.Old, r.Old.Label}} {
		if side.value == nil || side.value.Pos.File == "" {
			continue
		}
		at := sarifLocation(side.value.Pos, c)
		if len(out.Locations) == 0 {
			out.AddLocation(at)
		} else {
			out.AddRelatedLocation(at.WithID(1).WithMessage(sarif.NewTextMessage("in " + side.label)))
		}
	}
	if a := c.Accepted; a != nil {
		out.AddSuppression(sarif.NewSuppression().WithKind("external").WithJustification(a.Reason))
	}
	return out
}

func sarifLocation(pos diag.Pos, c *diff.Change) *sarif.Location {
	region := sarif.NewRegion().WithStartLine(max(pos.Line, 1))
	if pos.Col > 0 {
		region.WithStartColumn(pos.Col)
	}
	physical := sarif.NewPhysicalLocation().WithArtifactLocation(sarif.NewSimpleArtifactLocation(pos.File)).WithRegion(region)
	logical := sarif.NewLogicalLocation().WithName(c.Component.Display()).WithFullyQualifiedName(c.Component.String()).WithKind("type")
	return sarif.NewLocation().WithPhysicalLocation(physical).AddLogicalLocation(logical)
}

func sarifLevel(l diff.Level) string {
	return map[diff.Level]string{diff.Break: "error", diff.Risk: "warning", diff.Info: "note", diff.None: "none"}[l]
}
