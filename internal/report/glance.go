package report

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// maxGlance bounds the lines of what is told at a glance, and minGlance says from
// how many changes on there are any.
const (
	maxGlance = 12
	minGlance = 4
)

// glance lists in a line each what breaks and what may, so that a long report can
// be judged by its first screen.
func (v *viewer) glance(changes []change.Change) []glanced {
	var list []glanced
	n := 0
	left, rest := 0, map[change.ID]int{}
	for _, e := range v.entries(changes) {
		c := e[0]
		level := c.Level(v.options.Strict)
		if level < change.Risk {
			break // they come worst first
		}
		if n++; n > maxGlance {
			left, rest[c.ID] = left+len(e), rest[c.ID]+len(e)
		} else {
			said := view{ID: string(c.ID), Component: clean(c.Component.Display()), Values: values(c)}
			switch {
			case len(e) > 1:
				said = v.together(said, e)
			case c.ID == change.NamespaceChanged: // it is named for its new name
				said.Component, said.Values = said.Values, ""
			}
			list = append(list, glanced{level.String(), fmt.Sprintf("%-5s", strings.ToUpper(level.String())), v.whom(c) + ": " + oneLine(said)})
		}
	}
	if !v.words.documents || n < minGlance {
		return nil
	}
	if n > maxGlance {
		list = append(list, glanced{"", "     ", fmt.Sprintf("and %d more: ", left) + commonest(rest)})
	}
	return list
}

// maxCommonest bounds the rules that are named of what is not shown at a glance.
const maxCommonest = 4

// commonest says of which rules most changes are.
func commonest(count map[change.ID]int) string {
	ids := slices.SortedFunc(maps.Keys(count), func(a, b change.ID) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	})
	var parts []string
	for i, id := range ids {
		if i == maxCommonest {
			parts = append(parts, "and others")
			break
		}
		parts = append(parts, fmt.Sprintf("%d %s", count[id], id))
	}
	return strings.Join(parts, ", ")
}

// glanced is a line at a glance.
type glanced struct{ Level, Label, Text string }

// whom says which documents a change is about.
func (v *viewer) whom(c *change.Change) string {
	response := c.Severity.Response
	if v.options.Strict {
		response = c.Severity.Strict
	}
	level := c.Level(v.options.Strict)
	switch old, now := c.Severity.Request == level, response == level; {
	case old && now:
		return "all documents"
	case old:
		return "old documents"
	}
	return "new documents"
}
