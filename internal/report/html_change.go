package report

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// htmlChange is a change in the shape that the page shows.
type htmlChange struct {
	view
	What        string
	Owner, Leaf string // the component: what it is in, and its own name
	Was, Now    string
	Because     string
	Marks       []string
	In          string // for the filters: operations with directions, | between
	Proofs      []proof
	Excerpts    []excerpt
	in          []place
	Global      string // the component, without the way to its part
	Group       string // the operations or roots, as the title of a group
	Accept      string // the command that accepts it
	Brief       string // what each version says, short
}

// place is an operation and a direction that a change reaches.
type place struct{ operation, direction string }

func htmlChangeOf(v *viewer, r *change.Result, c *change.Change, files lines) htmlChange {
	out := htmlChange{view: v.view(c), What: v.words.prose(c.Rule().What)}
	cut := strings.LastIndex(out.Component, "/") + 1
	out.Owner, out.Leaf = out.Component[:cut], out.Component[cut:]
	if out.Why != "" {
		out.Because, out.Marks = v.words.prose(c.Why()), marks(c)
	}
	out.Global, out.Group = clean(c.Component.Label), v.groupTitle(v.operations(c))
	out.Brief = brief(out.Values)
	var in []string
	for _, reach := range c.Operations {
		p := place{v.noteName(reach), v.words.direction[reach.Direction]}
		out.in, in = append(out.in, p), append(in, p.operation+" "+p.direction)
	}
	out.In = strings.Join(in, "|")
	for _, w := range out.Witnesses {
		out.Proofs = append(out.Proofs, proofOf(w))
	}
	out.side(r.Old.Label, c.Old, &out.Was, files, v.options)
	out.side(r.New.Label, c.New, &out.Now, files, v.options)
	return out
}

// side adds what one version says and where.
func (c *htmlChange) side(label string, value *change.Value, text *string, files lines, o Options) {
	if value == nil {
		return
	}
	*text = shorten(value.Text)
	if value.Pos != (diag.Pos{}) {
		c.Excerpts = append(c.Excerpts, excerpt{label, clean(value.Pos.String()), o.address(label, value.Pos), files.around(value.Pos)})
	}
}

// Both reports whether both versions say something.
func (c htmlChange) Both() bool { return c.Was != "" && c.Now != "" }

func (c htmlChange) directions() []string {
	var list []string
	for _, p := range c.in {
		list = append(list, p.direction)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// operations lists the operations that the change reaches, once each; only
// [apiWords.all] where it is among them.
func (c htmlChange) operations() []string {
	var list []string
	for _, p := range c.in {
		if p.operation == apiWords.all {
			return []string{apiWords.all}
		}
		list = append(list, p.operation)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// maxBrief is how many characters of the values a row shows.
const maxBrief = 48

func brief(s string) string {
	r := []rune(s)
	if len(r) <= maxBrief {
		return s
	}
	return string(r[:maxBrief-2]) + " …"
}
