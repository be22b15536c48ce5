package report

import (
	"fmt"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// RulePage returns the path, within the project, of the page on a rule.
func RulePage(id string) string { return "docs/rules/" + id + ".md" }

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
