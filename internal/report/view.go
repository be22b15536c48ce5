package report

import (
	"fmt"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff"
)

// view is a change in the words of a report.
type view struct {
	Level       string
	Label       string // the level in capitals, padded
	ID          string
	Component   string
	Values      string
	Fingerprint string
	Places      []string
	Reaches     []string
	Go          string
	Why         string
	Since       string
	Accepted    string
	Usage       string
	Witnesses   []diff.Witness
}

// viewer makes views of the changes of one result.
type viewer struct {
	options Options
	twice   map[string]bool
	total   int // requests and responses that there are
	// code marks names in prose.
	code func(string) string
}

func newViewer(r *diff.Result, o Options, code func(string) string) *viewer {
	return &viewer{options: o, twice: ambiguous(r), total: 2 * len(r.Operations), code: code}
}

func (v *viewer) view(c *diff.Change) view {
	level := c.Level(v.options.Strict).String()
	out := view{
		Level: level, Label: fmt.Sprintf("%-5s", strings.ToUpper(level)),
		ID: c.ID, Component: clean(c.Component.Display()), Values: values(c), Fingerprint: c.Fingerprint,
		Places: v.places(c), Reaches: v.reaches(c),
		Since: c.IntroducedIn,
	}
	for _, w := range c.Witnesses {
		if w.Direction == diff.Response && c.Severity.Response != diff.Break && !v.options.Strict {
			continue // strict readers alone break
		}
		w.XML, w.Error, w.Path = clean(w.XML), clean(w.Error), clean(w.Path)
		out.Witnesses = append(out.Witnesses, w)
	}
	if c.Level(v.options.Strict) >= diff.Risk {
		out.Why = why(c)
	}
	if c.Severity.Go != diff.GoNone {
		out.Go = c.Severity.Go.String()
	}
	out.Usage = map[diff.UsageMark]string{diff.Touched: "captured documents show it", diff.Untouched: "no captured document shows it"}[c.Usage]
	if a := c.Accepted; a != nil {
		out.Accepted = clean(a.Reason)
	}
	return out
}

// values shows what each version says: old → new, or the one that there is.
func values(c *diff.Change) string {
	switch {
	case c.Old != nil && c.New != nil:
		return shorten(c.Old.Text) + " → " + shorten(c.New.Text)
	case c.Old != nil:
		return shorten(c.Old.Text)
	case c.New != nil:
		return shorten(c.New.Text)
	}
	return ""
}

// maxValue is the number of characters from which on a value is cut.
const maxValue = 200

// shorten cuts a long value in the middle, so that both ends show.
func shorten(s string) string {
	r := []rune(clean(s))
	if len(r) <= maxValue {
		return string(r)
	}
	half := maxValue/2 - 1
	return string(r[:half]) + " … " + string(r[len(r)-half:])
}

// clean puts text from documents on one line and leaves no control character
// in it, so that it cannot command a terminal.
func clean(s string) string {
	if s == "" {
		return `""`
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case r < 0x20 || r >= 0x7F && r < 0xA0 || r == '\u2028' || r == '\u2029' || r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069':
			return '\uFFFD'
		}
		return r
	}, s)
}

func (v *viewer) places(c *diff.Change) []string {
	var list []string
	add := func(side string, value *diff.Value) {
		if value != nil && value.Pos != (diag.Pos{}) {
			list = append(list, side+": "+v.code(clean(value.Pos.String())))
		}
	}
	add("old", c.Old)
	add("new", c.New)
	return list
}

// reaches says for each operation what the change means there.
func (v *viewer) reaches(c *diff.Change) []string {
	real, via := split(c.Operations)
	if len(real) == 0 && len(via) == 0 {
		return []string{"no operation reaches it"}
	}
	if v.total > 2 && len(real) == v.total && samePath(real) {
		list := []string{"all operations" + v.path(real[0]) + ": " + v.meaning(c, diff.Request)}
		if m := v.meaning(c, diff.Response); m != v.meaning(c, diff.Request) {
			list[0] = "all requests" + v.path(real[0]) + ": " + v.meaning(c, diff.Request)
			list = append(list, "all responses"+v.path(real[0])+": "+m)
		}
		return list
	}
	var list []string
	for i, r := range real {
		if n := v.options.MaxPerChange; n > 0 && i == n {
			list = append(list, fmt.Sprintf("and %d more", len(real)-n))
			break
		}
		list = append(list, v.name(r)+" "+r.Direction.String()+v.path(r)+": "+v.meaning(c, r.Direction))
	}
	if len(via) > 0 {
		list = append(list, "via xsi:type: "+v.names(via))
	}
	return list
}

func split(all []diff.Reach) (real, via []diff.Reach) {
	for _, r := range all {
		if r.ViaType {
			via = append(via, r)
		} else {
			real = append(real, r)
		}
	}
	return real, via
}

func samePath(list []diff.Reach) bool {
	for _, r := range list {
		if r.Path != list[0].Path {
			return false
		}
	}
	return true
}

func (v *viewer) name(r diff.Reach) string {
	switch {
	case r.Operation == diff.AllOperations:
		return "every operation's"
	case v.twice[r.Operation]:
		return r.Service + "." + r.Operation
	}
	return r.Operation
}

func (v *viewer) names(list []diff.Reach) string {
	var words []string
	for i, r := range list {
		if n := v.options.MaxPerChange; n > 0 && i == n {
			words = append(words, fmt.Sprintf("and %d more", len(list)-n))
			break
		}
		words = append(words, v.name(r)+" "+r.Direction.String())
	}
	return strings.Join(words, ", ")
}

func (v *viewer) path(r diff.Reach) string {
	if r.Path == "" {
		return ""
	}
	text := " " + v.code(clean(r.Path))
	if r.Count > 1 {
		text += fmt.Sprintf(" (and %d more)", r.Count-1)
	}
	return text
}

// meaning says the level in a direction; for strict readers where it differs.
func (v *viewer) meaning(c *diff.Change, d diff.Direction) string {
	if d == diff.Request {
		return c.Severity.Request.String()
	}
	text := c.Severity.Response.String()
	if c.Severity.Strict != c.Severity.Response {
		text += " (strict readers: " + c.Severity.Strict.String() + ")"
	}
	return text
}

func why(c *diff.Change) string {
	text := c.Rule().Why
	if c.Reason != "" {
		text += " [" + string(c.Reason) + "]"
	}
	if c.Confidence > 0 {
		text += fmt.Sprintf(" [confidence %d%%]", c.Confidence)
	}
	for _, t := range c.Tags {
		text += " [" + t + "]"
	}
	return text
}

// oneLine says what a change is and what it means where.
func oneLine(v view) string {
	text := v.ID + " " + v.Component
	if v.Values != "" {
		text += " (" + v.Values + ")"
	}
	for i, reach := range v.Reaches {
		if i == maxReaches {
			text += "; and more"
			break
		}
		text += "; " + reach
	}
	return text
}

// maxReaches bounds the operations that a single line names.
const maxReaches = 5
