package goapi

import (
	"maps"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/plan"
)

// Compare compares the plans of two versions: what is gone or of another
// type asks for a major step, what has come for a minor one, another struct
// tag for a patch.
func Compare(old, new *plan.Plan) change.GoVerdict {
	before, after := symbolsOf(old), symbolsOf(new)
	var v verdict
	for _, symbol := range slices.Sorted(maps.Keys(before)) {
		was, is := before[symbol], after[symbol]
		switch {
		case is.text == "":
			v.add(change.GoChange{Symbol: symbol, Old: was.text, Step: change.GoMajor})
		case was.text != is.text:
			v.add(change.GoChange{Symbol: symbol, Old: was.text, New: is.text, Step: change.GoMajor})
		case was.tag != is.tag:
			v.add(change.GoChange{Symbol: symbol, Old: was.tag, New: is.tag, Tag: true, Step: change.GoPatch})
		}
	}
	for symbol, is := range after {
		if before[symbol].text == "" {
			v.add(change.GoChange{Symbol: symbol, New: is.text, Step: change.GoMinor})
		}
	}
	slices.SortFunc(v.Changes, func(a, b change.GoChange) int { return strings.Compare(a.Symbol, b.Symbol) })
	return change.GoVerdict(v)
}

// verdict collects changes and the worst step.
type verdict change.GoVerdict

func (v *verdict) add(c change.GoChange) {
	v.Changes = append(v.Changes, c)
	v.Step = max(v.Step, c.Step)
}
