package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// RuleFormats returns the names of the formats that [Rules] knows.
func RuleFormats() []string { return []string{"text", "markdown", "json"} }

// RulesFormat names the shape that [Rules] prints as JSON.
const RulesFormat = "wbxgen-rules/1"

// Rules prints the table of rules.
func Rules(w io.Writer, format string, rules []change.Rule) error {
	switch format {
	case "text":
		_, err := io.WriteString(w, columns(ruleRows(rules)))
		return err
	case "markdown":
		_, err := io.WriteString(w, pipes(ruleRows(rules)))
		return err
	case "json":
		return rulesJSON(w, rules)
	}
	return fmt.Errorf("format %q is none of %s", format, strings.Join(RuleFormats(), ", "))
}

func ruleRows(rules []change.Rule) [][]string {
	rows := [][]string{{"rule", "request", "response", "strict", "go", "what"}}
	for _, r := range rules {
		s := r.Severity
		rows = append(rows, []string{string(r.ID), s.Request.String(), s.Response.String(), s.Strict.String(), s.Go.String(), r.What})
	}
	return rows
}

type jsonRule struct {
	ID       string        `json:"id"`
	What     string        `json:"what"`
	Why      string        `json:"why"`
	Severity jsonSeverity  `json:"severity"`
	Reason   change.Reason `json:"reason,omitempty"` // for the risks in severity
	Judged   bool          `json:"judged,omitempty"` // inclusion decides each case
	Varies   string        `json:"varies,omitempty"` // when the level is another one
	Advice   string        `json:"advice,omitempty"`
	Mirror   string        `json:"mirror,omitempty"` // the rule of the way back
	Before   string        `json:"before,omitempty"` // an example
	After    string        `json:"after,omitempty"`
	Doc      string        `json:"doc"`
}

func rulesJSON(w io.Writer, rules []change.Rule) error {
	d := struct {
		Format string     `json:"format"`
		Rules  []jsonRule `json:"rules"`
	}{RulesFormat, []jsonRule{}}
	for _, r := range rules {
		e, _ := r.Example()
		d.Rules = append(d.Rules, jsonRule{
			string(r.ID), r.What, r.Why, jsonSeverity{r.Severity.Request, r.Severity.Response, r.Severity.Strict, r.Severity.Go},
			r.Reason, r.Judged, r.Varies, r.Advice(), string(r.Mirror), e.Before, e.After, RulePage(string(r.ID)),
		})
	}
	return writeJSON(w, d)
}
