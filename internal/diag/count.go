package diag

import "fmt"

// Count returns a number with its noun: 1 element, 2 elements.
func Count[N ~int | ~uint64](n N, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
