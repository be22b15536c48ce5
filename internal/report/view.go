package report

import (
	"fmt"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff/change"
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
	Rows        []row
	Go          string
	Why         string
	Since       string
	Accepted    string
	Policy      string
	Usage       string
	Witnesses   []witness
	// Alike names the components of an entry that stands for several changes.
	Alike string
}

// witness is a document that proves what breaks.
type witness struct {
	change.Witness
	// What it is, such as request, and the same with an article.
	What, A string
	// short leaves out what is far from the line that matters.
	short bool
}

// viewer makes views of the changes of one result.
type viewer struct {
	options Options
	words   *words
	twice   map[string]bool
	total   int // requests and responses that there are
	// old and new are the labels of the versions.
	old, new string
	// told is set once a brief report has said what has changed.
	told bool
	// short is set where documents are shown in part.
	short bool
	// code marks names in prose, and link makes a link of such a mark.
	code func(string) string
	link func(text, address string) string
}

func newViewer(r *change.Result, o Options, code func(string) string) *viewer {
	w := wordsOf(r)
	return &viewer{
		options: o, words: w, twice: ambiguous(r), total: 2 * len(w.list(r)), old: r.Old.Label, new: r.New.Label,
		code: code, link: func(text, _ string) string { return text },
	}
}

func (v *viewer) view(c *change.Change) view {
	level := c.Level(v.options.Strict).String()
	out := view{
		Level: level, Label: fmt.Sprintf("%-5s", strings.ToUpper(level)),
		ID: string(c.ID), Component: clean(c.Component.Display()), Values: values(c), Fingerprint: c.Fingerprint,
		Places: v.places(c), Rows: v.rows(c),
		Since: c.IntroducedIn,
	}
	if v.options.brief {
		return view{Level: out.Level, Label: out.Label, ID: out.ID, Component: out.Component, Values: out.Values, Fingerprint: out.Fingerprint}
	}
	out.Reaches = v.reachLines(out.Rows)
	for _, w := range v.shownWitnesses(c) {
		out.Witnesses = append(out.Witnesses, v.witness(w))
	}
	if c.Level(v.options.Strict) >= change.Risk {
		out.Why = v.why(c)
	}
	if c.Severity.Go != change.GoNone && !v.options.WithoutGo {
		out.Go = c.Severity.Go.String()
	}
	out.Usage = map[change.UsageMark]string{change.Touched: "captured documents show it", change.Untouched: "no captured document shows it"}[c.Usage]
	if a := c.Accepted; a != nil {
		out.Accepted = clean(a.Reason)
	}
	if c.Policy != "" {
		out.Policy = clean(c.Policy)
	}
	return out
}

// witness makes a witness fit to be shown.
func (v *viewer) witness(w change.Witness) witness {
	w.XML, w.Error, w.Path = v.options.cut(clean(w.XML)), v.options.cut(clean(w.Error)), clean(w.Path)
	if w.Sent != "" {
		w.Sent = v.options.cut(clean(w.Sent))
	}
	what := v.words.witness[w.Direction]
	return witness{w, what, a(what), v.short}
}

// values shows what each version says: old → new, or the one that there is.
func values(c *change.Change) string {
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

func (v *viewer) places(c *change.Change) []string {
	var list []string
	add := func(side, label string, value *change.Value) {
		if value != nil && value.Pos != (diag.Pos{}) {
			list = append(list, side+": "+v.link(v.code(clean(value.Pos.String())), v.options.address(label, value.Pos)))
		}
	}
	add("old", v.old, c.Old)
	add("new", v.new, c.New)
	return list
}

func (v *viewer) why(c *change.Change) string {
	text := v.words.prose(c.Why())
	for _, m := range marks(c) {
		text += " [" + m + "]"
	}
	return text
}

// marks lists what else is known of the verdict on a change.
func marks(c *change.Change) []string {
	var list []string
	if c.Reason != "" {
		list = append(list, string(c.Reason))
	}
	if c.Confidence > 0 {
		list = append(list, fmt.Sprintf("confidence %d%%", c.Confidence))
	}
	return append(list, c.Tags...)
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
