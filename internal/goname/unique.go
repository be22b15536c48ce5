package goname

import "strconv"

func hex(n uint32) string { return strconv.FormatUint(uint64(n), 16) }

// Constants returns a distinct second half of an identifier for each value.
// Values whose plain spelling is the same keep their case, as RED and red do;
// if that does not help, their punctuation is spelled out, and then all but the
// first get a number.
func Constants(values []string) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = Constant(v)
	}
	respell(out, values, func(v string) string { return constant(v, title) })
	respell(out, values, spelled)
	number(out)
	return out
}

// respell gives every value of a group with one spelling the spelling f makes.
func respell(out, values []string, f func(string) string) {
	count := map[string]int{}
	for _, s := range out {
		count[s]++
	}
	for i, s := range out {
		if count[s] > 1 {
			out[i] = f(values[i])
		}
	}
}

// number puts numbers behind names that others before them have.
func number(out []string) {
	taken, seen := map[string]bool{}, map[string]bool{}
	for _, s := range out {
		taken[s] = true
	}
	for i, s := range out {
		for n := 2; seen[out[i]]; n++ {
			if next := s + strconv.Itoa(n); !taken[next] {
				out[i] = next
			}
		}
		seen[out[i]], taken[out[i]] = true, true
	}
}
