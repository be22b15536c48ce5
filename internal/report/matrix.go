package report

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// matrixRows has a column for each version of the chain.
func matrixRows(c *change.Chain) [][]string {
	v := newViewer(c.Direct, Options{}, nil)
	head := []string{v.words.one, "direction", "element"}
	for _, version := range c.Versions[1:] {
		head = append(head, version.Label)
	}
	rows := [][]string{head}
	for _, r := range c.Matrix() {
		row := []string{v.noteName(change.Reach{Operation: r.Operation, Service: r.Service}), v.words.direction[r.Direction], rowPath(r)}
		for _, version := range c.Versions[1:] {
			cell := ""
			if i := slices.IndexFunc(r.Events, func(d change.Dated) bool { return d.Version == version.Label }); i >= 0 {
				cell = r.Events[i].Event.String()
			}
			row = append(row, cell)
		}
		rows = append(rows, row)
	}
	return rows
}

func rowPath(r change.Row) string {
	text := path(r.Path)
	if r.Value != "" {
		text += " = " + clean(r.Value)
	}
	return text
}

func path(steps string) string {
	if steps == "" {
		return "-"
	}
	return clean(steps)
}
