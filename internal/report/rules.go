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

// RuleMarkdown returns the page on a rule: what it is, what it means for whom,
// an example, and what to do.
func RuleMarkdown(r change.Rule) string {
	return rulePage(r, func(level int, s string) string { return strings.Repeat("#", level) + " " + s }, fenced)
}

// RuleText returns the page on a rule for a terminal.
func RuleText(r change.Rule) string {
	return rulePage(r, func(_ int, s string) string { return s }, func(s string) string {
		return "    " + strings.ReplaceAll(strings.TrimRight(s, "\n"), "\n", "\n    ") + "\n"
	})
}

func fenced(s string) string { return "```xml\n" + s + "```\n" }

func rulePage(r change.Rule, heading func(int, string) string, block func(string) string) string {
	var b strings.Builder
	line := func(s string) { b.WriteString(s + "\n") }
	line(heading(1, string(r.ID)))
	line("\n" + sentence(r.What) + "\n")
	s := r.Severity
	line(fmt.Sprintf("Requests: %s. Responses: %s, for readers that validate: %s. Go code: %s.", s.Request, s.Response, s.Strict, s.Go))
	if r.Judged {
		line("Comparing what both versions accept decides each case.")
	}
	if r.Varies != "" {
		line(sentence("otherwise: " + r.Varies))
	}
	line("\n" + heading(2, "Why") + "\n\n" + sentence(r.Why))
	if r.Reason != "" {
		line("The reason given for a risk is " + string(r.Reason) + ".")
	}
	if e, ok := r.Example(); ok {
		line("\n" + heading(2, "Example") + "\n\n" + e.Title + "\n\nBefore:\n")
		b.WriteString(block(e.Before))
		line("\nAfter:\n")
		b.WriteString(block(e.After))
	}
	if advice := r.Advice(); advice != "" {
		line("\n" + heading(2, "What to do") + "\n\n" + advice)
	}
	line("")
	line("The way back is " + string(r.Mirror) + ".")
	return b.String()
}

// sentence begins with a capital and ends with a full stop.
func sentence(s string) string { return strings.ToUpper(s[:1]) + s[1:] + "." }
