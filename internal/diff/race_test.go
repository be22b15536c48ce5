//go:build race

package diff_test

// underRace is whether the race detector is on, for which pools of memory drop
// things at random.
const underRace = true
