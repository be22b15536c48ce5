//go:build unix

package apitest

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// build compiles a program of testdata, stripped, and returns its file.
func build(t *testing.T, name string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if out, err := exec.Command("go", "build", "-ldflags=-s -w", "-o", file, "./testdata/"+name).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return file
}

func TestAListIsReadWithoutHoldingIt(t *testing.T) {
	cmd := exec.Command(build(t, "stream"), "100000") // about 146 MB
	out, err := cmd.Output()
	if err != nil || strings.TrimSpace(string(out)) != "100000" {
		t.Fatalf("%v %s", err, out)
	}
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		t.Skip("this system does not tell how much memory a process had")
	}
	if peak := usage.Maxrss / 1024; peak > 24 { // kilobytes on Linux
		t.Errorf("the process had %d MiB at its peak", peak)
	} else {
		t.Logf("peak %d MiB", peak)
	}
}

func TestAnUnusedOperationIsNotLinked(t *testing.T) {
	size := func(name string) int64 {
		info, err := os.Stat(build(t, name))
		if err != nil {
			t.Fatal(err)
		}
		return info.Size()
	}
	if gain := float64(size("oneop")-size("noop")) / 1e6; gain > 2.5 {
		t.Errorf("one operation adds %.1f MB to a program", gain)
	} else {
		t.Logf("one operation adds %.2f MB", gain)
	}
}
