package diag

import "strings"

// Nearest returns the candidate that is most like name, or "" if none is like
// it enough to be a likely slip of the pen. One that name is the beginning of
// comes before those that differ in more than a letter. Of equals the first
// wins. The name itself is no candidate: to say it again helps nobody.
func Nearest(name string, candidates []string) string {
	limit := max(1, len(name)/3)
	best, distance, longer := "", limit+1, ""
	for _, c := range candidates {
		if c == name {
			continue
		}
		if strings.EqualFold(c, name) {
			return c
		}
		if distance > 1 { // nothing but the name itself is nearer
			if d := Distance(name, c, distance); d < distance {
				best, distance = c, d
			}
		}
		if longer == "" && len(name) >= shortestPrefix && strings.HasPrefix(c, name) {
			longer = c
		}
	}
	if distance > 1 && longer != "" {
		return longer
	}
	return best
}

// shortestPrefix is how long a name must be to mean what begins with it.
const shortestPrefix = 4

// DidYouMean returns `; did you mean "x"?` for the nearest candidate, or "".
func DidYouMean(name string, candidates []string) string {
	if n := Nearest(name, candidates); n != "" {
		return `; did you mean "` + n + `"?`
	}
	return ""
}

// Distance is the edit distance of two names: how many insertions, deletions,
// substitutions of bytes and swaps of neighbours lead from a to b, or the bound
// where they are as many or more.
func Distance(a, b string, bound int) int {
	if d := len(a) - len(b); d >= bound || -d >= bound {
		return bound
	}
	var space [3 * usual]int
	before, last, row := space[:usual], space[usual:2*usual], space[2*usual:]
	if len(b) >= usual {
		before, last, row = make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	}
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		// Further than the bound from the diagonal no distance is below it.
		from, to := max(1, i-bound), min(len(b), i+bound)
		row[from-1] = bound
		if from == 1 {
			row[0] = i
		}
		if i > 1 && to == i+bound {
			last[to] = bound
		}
		for j := from; j <= to; j++ {
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+differ(a[i-1], b[j-1]))
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], bound)
}

// usual is more than the length of most names; rows of that size need no memory
// of their own.
const usual = 48

func differ(a, b byte) int {
	if a == b {
		return 0
	}
	return 1
}
