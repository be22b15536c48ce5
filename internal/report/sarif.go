package report

import (
	"io"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// SARIF prints a result as a log of the format SARIF 2.1.0, for services that
// show findings beside code: a result for each change, at its place in the new
// version, with that in the old one as a related location. What has gone is at
// what has lost it. Accepted changes are suppressed.
func SARIF(w io.Writer, r *change.Result, o Options) error {
	driver := sarifDriver{Name: "wbxgen", Version: o.ToolVersion, SemanticVersion: semantic(o.ToolVersion), InformationURI: home}
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	v := newViewer(r, o, func(s string) string { return s })
	index := map[change.ID]int{}
	changes, left := o.shown(r)
	if left > 0 {
		run.Properties = map[string]any{"changesNotShown": left}
	}
	for i := range changes {
		c := &changes[i]
		if _, known := index[c.ID]; !known {
			index[c.ID] = len(driver.Rules)
			driver.Rules = append(driver.Rules, sarifRuleOf(c.Rule()))
		}
		run.Results = append(run.Results, sarifResultOf(v, c, index[c.ID], r.Old.Label))
	}
	run.Tool.Driver = driver
	if warnings := incomplete(r); len(warnings) > 0 {
		run.Invocations = []sarifInvocation{{Successful: true}}
		for _, text := range warnings {
			run.Invocations[0].Notices = append(run.Invocations[0].Notices, sarifNotice{"warning", sarifText{Text: text}})
		}
	}
	return writeJSON(w, sarifLog{Schema: sarifLogSchema, Version: "2.1.0", Runs: []sarifRun{run}})
}

func sarifRuleOf(rule change.Rule) sarifRule {
	return sarifRule{ID: string(rule.ID), Name: string(rule.ID), Short: sarifText{Text: sentence(rule.What)}, Help: sarifText{Text: RuleText(rule), Markdown: RuleMarkdown(rule)}}
}

func sarifResultOf(v *viewer, c *change.Change, rule int, old string) sarifResult {
	out := sarifResult{
		RuleID: string(c.ID), RuleIndex: rule, Message: sarifText{Text: oneLine(v.view(c))},
		Fingerprints: map[string]string{"wbxgen/v1": c.Fingerprint},
	}
	out.Kind, out.Level = sarifLevel(c.Level(v.options.Strict))
	if pos, ok := annotated(c, v.options.Folder); ok {
		out.Locations = []sarifLocation{{Physical: sarifPlace(pos), Logical: sarifComponent(c)}}
	}
	if c.Old != nil && c.Old.Pos.File != "" {
		at := sarifLocation{ID: 1, Message: &sarifText{Text: "in " + old}, Physical: sarifPlace(checkedOut(v.options.Folder, c.Old.Pos))}
		out.Related = []sarifLocation{at}
	}
	if a := c.Accepted; a != nil {
		out.Suppressions = []sarifSuppression{{"external", a.Reason}}
	}
	return out
}

func sarifComponent(c *change.Change) []sarifLogical {
	if c.Component.Display() == "" {
		return nil // the schema as a whole
	}
	return []sarifLogical{{c.Component.Display(), c.Component.String(), "type"}}
}

// sarifLevel returns kind and level: what is no problem has the level none only
// as information (SARIF 2.1.0 §3.27.9, §3.27.10).
func sarifLevel(l change.Level) (kind, level string) {
	switch l {
	case change.Break:
		return "fail", "error"
	case change.Risk:
		return "fail", "warning"
	case change.Info:
		return "fail", "note"
	}
	return "informational", "none"
}
