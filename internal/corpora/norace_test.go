//go:build !race

package corpora_test

// raced says that the race detector is on.
const raced = false
