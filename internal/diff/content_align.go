package diff

import "slices"

// maxAlign bounds the table of an alignment: rows times columns.
const maxAlign = 4_000_000

// align pairs up equal keys of two lists without crossings, as many as it can.
// Beyond maxAlign it looks only at keys that each list has once.
func align(a, b []int) [][2]int {
	var pairs [][2]int
	low := 0
	for low < len(a) && low < len(b) && a[low] == b[low] {
		pairs = append(pairs, [2]int{low, low})
		low++
	}
	endA, endB := len(a), len(b)
	for endA > low && endB > low && a[endA-1] == b[endB-1] {
		endA--
		endB--
	}
	middle := alignMiddle
	if (endA-low)*(endB-low) > maxAlign {
		middle = alignUnique
	}
	for _, p := range middle(a[low:endA], b[low:endB]) {
		pairs = append(pairs, [2]int{p[0] + low, p[1] + low})
	}
	for i := range len(a) - endA {
		pairs = append(pairs, [2]int{endA + i, endB + i})
	}
	return pairs
}

// alignMiddle finds a longest common subsequence by its table.
func alignMiddle(a, b []int) [][2]int {
	width := len(b) + 1
	best := make([]int32, (len(a)+1)*width)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				best[i*width+j] = best[(i+1)*width+j+1] + 1
			} else {
				best[i*width+j] = max(best[(i+1)*width+j], best[i*width+j+1])
			}
		}
	}
	var pairs [][2]int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			pairs = append(pairs, [2]int{i, j})
			i++
			j++
		case best[(i+1)*width+j] >= best[i*width+j+1]:
			i++
		default:
			j++
		}
	}
	return pairs
}

// alignUnique pairs keys that occur once in each list and keeps a longest run
// of pairs that do not cross.
func alignUnique(a, b []int) [][2]int {
	inA, inB := once(a), once(b)
	var pairs [][2]int
	for i, k := range a {
		if j, ok := inB[k]; ok && inA[k] == i && j >= 0 {
			pairs = append(pairs, [2]int{i, j})
		}
	}
	return rising(pairs)
}

// once returns where each key stands, -1 for keys that occur again.
func once(list []int) map[int]int {
	at := make(map[int]int, len(list))
	for i, k := range list {
		if _, again := at[k]; again {
			i = -1
		}
		at[k] = i
	}
	return at
}

// rising returns a longest subsequence of pairs whose second parts rise.
func rising(pairs [][2]int) [][2]int {
	var tails, before []int // tails[n] ends a best run of n+1 pairs
	for i, p := range pairs {
		n, _ := slices.BinarySearchFunc(tails, p[1], func(t, second int) int { return pairs[t][1] - second })
		previous := -1
		if n > 0 {
			previous = tails[n-1]
		}
		before = append(before, previous)
		if n == len(tails) {
			tails = append(tails, i)
		} else {
			tails[n] = i
		}
	}
	if len(tails) == 0 {
		return nil
	}
	var run [][2]int
	for i := tails[len(tails)-1]; i >= 0; i = before[i] {
		run = append(run, pairs[i])
	}
	slices.Reverse(run)
	return run
}
