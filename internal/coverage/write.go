package coverage

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// Format is the name and version of the JSON form.
const Format = "wbxgen-coverage/1"

// WriteJSON writes reports with all components.
func WriteJSON(w io.Writer, reports ...*Report) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(struct {
		Format  string    `json:"format"`
		Outputs []*Report `json:"outputs"`
	}{Format, reports})
}

// WriteText writes for each report the counts, what is not faithful, and what
// else is worth saying.
func WriteText(w io.Writer, reports ...*Report) error {
	var b strings.Builder
	for _, r := range reports {
		fmt.Fprintf(&b, "%s: %s\n", r.Output, r.Summary())
		for _, c := range r.Components {
			if len(c.How) > 0 {
				at := diag.Pos{File: c.File, Line: c.Line, Col: c.Col}.String()
				if at != "" {
					at += ": "
				}
				fmt.Fprintf(&b, "%s%s: %s: %s\n", at, c.Verdict, c.label(), strings.Join(c.How, "; "))
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Summary counts the verdicts.
func (r *Report) Summary() string {
	text := diag.Count(len(r.Components), "component")
	for _, v := range []Verdict{Faithful, Approximated, Unsupported, LeftOut} {
		if n := r.Counts[v]; n > 0 || v == Faithful {
			text += fmt.Sprintf(", %d %s", n, v)
		}
	}
	return text
}
