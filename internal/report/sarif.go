package report

import (
	"io"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// sarifLogSchema is where the schema of such a log is.
const sarifLogSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

// home is where people find the tool that a log is from.
const home = "https://github.com/wbxgen/wbxgen"

// The parts of a log of the format SARIF 2.1.0 that are used here. What has
// nothing to say is left out: services read an empty list or an index of -1 as
// a statement.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool `json:"tool"`
		ColumnKind string    `json:"columnKind"`
		// Results is written when empty: without it a run has found nothing
		// out, instead of nothing.
		Results    []sarifResult  `json:"results"`
		Properties map[string]any `json:"properties,omitempty"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name            string      `json:"name"`
		Version         string      `json:"version,omitempty"`
		SemanticVersion string      `json:"semanticVersion,omitempty"`
		InformationURI  string      `json:"informationUri"`
		Rules           []sarifRule `json:"rules,omitempty"`
	}
	sarifRule struct {
		ID    string    `json:"id"`
		Name  string    `json:"name"`
		Short sarifText `json:"shortDescription"`
		Help  sarifText `json:"help"`
	}
	sarifText struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	sarifResult struct {
		RuleID       string             `json:"ruleId"`
		RuleIndex    int                `json:"ruleIndex"`
		Kind         string             `json:"kind"`
		Level        string             `json:"level"`
		Message      sarifText          `json:"message"`
		Locations    []sarifLocation    `json:"locations,omitempty"`
		Related      []sarifLocation    `json:"relatedLocations,omitempty"`
		Fingerprints map[string]string  `json:"partialFingerprints"`
		Suppressions []sarifSuppression `json:"suppressions,omitempty"`
	}
	sarifLocation struct {
		ID       int            `json:"id,omitempty"`
		Message  *sarifText     `json:"message,omitempty"`
		Physical sarifPhysical  `json:"physicalLocation"`
		Logical  []sarifLogical `json:"logicalLocations,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn,omitempty"`
	}
	sarifLogical struct {
		Name               string `json:"name,omitempty"`
		FullyQualifiedName string `json:"fullyQualifiedName,omitempty"`
		Kind               string `json:"kind"`
	}
	sarifSuppression struct {
		Kind          string `json:"kind"`
		Justification string `json:"justification,omitempty"`
	}
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
	if pos, ok := annotated(c); ok {
		out.Locations = []sarifLocation{{Physical: sarifPlace(pos), Logical: sarifComponent(c)}}
	}
	if c.Old != nil && c.Old.Pos.File != "" {
		at := sarifLocation{ID: 1, Message: &sarifText{Text: "in " + old}, Physical: sarifPlace(checkedOut(c.Old.Pos))}
		out.Related = []sarifLocation{at}
	}
	if a := c.Accepted; a != nil {
		out.Suppressions = []sarifSuppression{{"external", a.Reason}}
	}
	return out
}

func sarifPlace(pos diag.Pos) sarifPhysical {
	out := sarifPhysical{Artifact: sarifArtifact{uri(pos.File)}}
	if pos.Line > 0 {
		out.Region = &sarifRegion{pos.Line, max(pos.Col, 0)}
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
