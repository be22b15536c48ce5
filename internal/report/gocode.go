package report

import (
	"fmt"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// goCode is what a report says of the generated code.
type goCode struct {
	Step  string // of a semantic version
	Lines []goLine
	More  string // what is not listed
}

// goLine is a declaration that code written against the old version notices.
type goLine struct{ Symbol, Was, Is string }

// maxGoLines bounds how many declarations are listed.
const maxGoLines = 50

// goCodeOf sums up the verdict on the generated code, nil where there is none
// or nothing differs. What is new breaks nobody and is only counted.
func goCodeOf(r *change.Result, o Options) *goCode {
	if o.WithoutGo || r.Go == nil || len(r.Go.Changes) == 0 {
		return nil
	}
	out := &goCode{Step: r.Go.Step.String()}
	added, left := 0, 0
	for _, c := range r.Go.Changes {
		switch {
		case c.Step == change.GoMinor:
			added++
		case len(out.Lines) == maxGoLines:
			left++
		default:
			out.Lines = append(out.Lines, goLineOf(c))
		}
	}
	if left > 0 {
		out.More = fmt.Sprintf("%d more differ", left)
	}
	if added > 0 {
		if out.More != "" {
			out.More += ", "
		}
		out.More += diag.Count(added, "declaration") + " new"
	}
	return out
}

func goLineOf(c change.GoChange) goLine {
	line := goLine{c.Symbol, c.Old, c.New}
	if c.New == "" {
		line.Is = "gone"
	}
	if c.Tag {
		line.Was, line.Is = "tag "+c.Old, "tag "+c.New
	}
	return line
}
