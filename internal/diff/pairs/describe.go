package pairs

import (
	"fmt"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// Describe writes the changes of a result, a line each: rule, place, levels,
// values and where it shows.
func Describe(r *change.Result) string {
	var b strings.Builder
	for _, c := range r.Changes {
		s := c.Severity
		fmt.Fprintf(&b, "%s %s: request %s, response %s, strict %s, go %s", c.ID, c.Component.Display(), s.Request, s.Response, s.Strict, s.Go)
		if c.Reason != "" {
			fmt.Fprintf(&b, " (%s)", c.Reason)
		}
		fmt.Fprintf(&b, "; %s -> %s; %s\n", value(c.Old), value(c.New), Reached(&c))
	}
	return b.String()
}

// Witnesses writes the documents that prove the breaks of a result.
func Witnesses(r *change.Result) string {
	var b strings.Builder
	for _, c := range r.Changes {
		for _, w := range c.Witnesses {
			fmt.Fprintf(&b, "%s %s, valid under %s: %s\n%s: %s\n", c.ID, w.Direction, w.ValidUnder, w.XML, w.InvalidUnder, w.Error)
		}
	}
	return b.String()
}

func value(v *change.Value) string {
	if v == nil {
		return "-"
	}
	return v.Text
}

// Reached writes where a change shows.
func Reached(c *change.Change) string {
	var parts []string
	for _, o := range c.Operations {
		via := ""
		if o.ViaType {
			via = " by xsi:type"
		}
		parts = append(parts, fmt.Sprintf("%s %s /%s x%d%s", o.Operation, o.Direction, c.Path(o), o.Count, via))
	}
	if len(parts) == 0 {
		return "unreached"
	}
	return strings.Join(parts, ", ")
}
