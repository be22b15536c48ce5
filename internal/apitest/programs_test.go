package apitest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
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
	out, err := exec.Command(build(t, "stream"), "100000").Output() // about 146 MB
	if err != nil {
		t.Fatalf("%v %s", err, out)
	}
	var sessions, peak int
	if _, err := fmt.Sscan(string(out), &sessions, &peak); err != nil || sessions != 100000 {
		t.Fatalf("%v %s", err, out)
	}
	switch peak /= 1024; {
	case peak == 0:
		t.Skip("this system does not tell how much memory a process had")
	case peak > 24:
		t.Errorf("the process had %d MiB at its peak", peak)
	default:
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
