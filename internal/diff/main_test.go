package diff_test

import (
	"os"
	"runtime/debug"
	"testing"
)

// TestMain lets the heap grow: the tests keep compiled releases, which each
// collection of garbage would look through again.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	os.Exit(m.Run())
}
