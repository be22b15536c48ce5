package goname

import (
	"hash/fnv"
	"strconv"
)

func hex(n uint32) string { return strconv.FormatUint(uint64(n), 16) }

// Tag returns a short suffix that follows from the text alone. It tells names
// apart that nothing else does.
func Tag(text string) string {
	h := fnv.New32a()
	h.Write([]byte(text))
	return "X" + hex(h.Sum32())
}

// Constants returns a distinct second half of an identifier for each value.
// Values whose plain spelling is the same get one that spells out their
// punctuation; if that does not help, a tag made from the value.
func Constants(values []string) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = Constant(v)
	}
	respell(out, values, spelled)
	respell(out, values, func(v string) string { return Constant(v) + Tag(v) })
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
