package diff

import (
	"maps"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// GoChange is a difference between the generated code of two versions that
// code written against it can see.
type GoChange struct {
	// Symbol is the declaration, such as meeting.GetMeeting.MeetingKey: the
	// package's folder, the type, the field.
	Symbol string
	// Old and New describe it, "" where it is missing: the Go type of a field,
	// a few words for what else there is.
	Old, New string
	// Tag is set where the struct tag alone is another one: that changes what
	// is written and read, and compiles as before.
	Tag  bool
	Step GoLevel
}

// GoVerdict is what a version means for code written against the generated
// packages.
type GoVerdict struct {
	Changes []GoChange // by symbol
	// Step is the least step of a semantic version that is due.
	Step GoLevel
}

// CompareGo compares the plans of two versions: what is gone or of another
// type asks for a major step, what has come for a minor one, another struct
// tag for a patch.
func CompareGo(old, new *plan.Plan) GoVerdict {
	before, after := goSymbolsOf(old), goSymbolsOf(new)
	var v GoVerdict
	for _, symbol := range slices.Sorted(maps.Keys(before)) {
		was, is := before[symbol], after[symbol]
		switch {
		case is.text == "":
			v.add(GoChange{Symbol: symbol, Old: was.text, Step: GoMajor})
		case was.text != is.text:
			v.add(GoChange{Symbol: symbol, Old: was.text, New: is.text, Step: GoMajor})
		case was.tag != is.tag:
			v.add(GoChange{Symbol: symbol, Old: was.tag, New: is.tag, Tag: true, Step: GoPatch})
		}
	}
	for symbol, is := range after {
		if before[symbol].text == "" {
			v.add(GoChange{Symbol: symbol, New: is.text, Step: GoMinor})
		}
	}
	slices.SortFunc(v.Changes, func(a, b GoChange) int { return strings.Compare(a.Symbol, b.Symbol) })
	return v
}

func (v *GoVerdict) add(c GoChange) {
	v.Changes = append(v.Changes, c)
	v.Step = max(v.Step, c.Step)
}
