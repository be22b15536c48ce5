package diff

import "strings"

// maxName bounds the length of names that are compared letter by letter.
const maxName = 256

// similarity returns how alike two names are, in percent, whatever their case:
// one minus the edits that lead from one to the other per letter of the longer.
func similarity(a, b string) int {
	a, b = strings.ToLower(a), strings.ToLower(b)
	longer := max(len(a), len(b))
	if longer == 0 || longer > maxName {
		return 0
	}
	return 100 * (longer - edits(a, b)) / longer
}

// edits counts insertions, deletions and substitutions of bytes.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
