package report

import "strings"

// maxProofLines is how many lines of a document a report shows, and nearLines how
// many of those around the one that matters.
const (
	maxProofLines = 24
	nearLines     = 3
	maxProofLine  = 160
)

// elided leaves out of a long document what is far from the line that matters:
// what that stands in stays, with the lines around it. Long texts are cut.
func elided(lines []excerptLine) []excerptLine {
	for i, l := range lines {
		if r := []rune(l.Text); len(r) > maxProofLine {
			half := maxProofLine / 2
			lines[i].Text = string(r[:half]) + " … " + string(r[len(r)-half:])
		}
	}
	at := -1
	for i, l := range lines {
		if l.Here {
			at = i
		}
	}
	if len(lines) <= maxProofLines || at < 0 {
		return lines
	}
	keep := make([]bool, len(lines))
	for i := max(at-nearLines, 0); i <= min(at+nearLines, len(lines)-1); i++ {
		keep[i] = true
	}
	around(lines, keep, at, -1)
	around(lines, keep, at, +1)
	var out []excerptLine
	for i, l := range lines {
		switch {
		case keep[i]:
			out = append(out, l)
		case i == 0 || keep[i-1]:
			out = append(out, excerptLine{Indent: l.Indent, Text: "…"})
		}
	}
	return out
}

// around keeps the tags of the elements that a line stands in: those before or
// after it that are indented less than all between.
func around(lines []excerptLine, keep []bool, at, step int) {
	depth := len(lines[at].Indent)
	for i := at + step; i >= 0 && i < len(lines); i += step {
		declares := strings.HasPrefix(lines[i].Text, "xmlns")
		if d := len(lines[i].Indent); d < depth || declares && d <= depth+4 && step < 0 && i <= 4 {
			keep[i] = true
			depth = min(depth, d)
		}
	}
}
