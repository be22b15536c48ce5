//go:build unix

package outdir_test

import (
	"syscall"
	"testing"
)

func init() {
	obstacles = append(obstacles, obstacle{name: "a pipe", listed: true, put: func(t *testing.T, place, _ string) {
		if err := syscall.Mkfifo(place, 0o644); err != nil {
			t.Skip(err)
		}
	}})
}
