package outdir_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wbxgen/wbxgen/internal/outdir"
)

// The files of two runs: between them there are new files, changed and dropped
// ones, a file that becomes a folder, and a folder that becomes a file.
var (
	firstRun = map[string]string{
		"api.go": header + "1", "same.go": header, "orders/types.go": header + "1", "orders/old.go": header, "gone/deep/types.go": header,
		"swap": header, "swop/types.go": header,
	}
	secondRun = map[string]string{
		"api.go": header + "2", "same.go": header, "orders/types.go": header + "2", "orders/new.go": header, "more/deep/types.go": header,
		"swap/types.go": header, "swop": header,
	}
)

func between(t *testing.T) (dir string, before map[string]string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "out")
	if _, err := generate(t, dir, firstRun, outdir.Options{}); err != nil {
		t.Fatal(err)
	}
	write(t, dir, map[string]string{"mine.go": "package api", "orders/mine.go": "package orders"})
	return dir, read(t, dir)
}

// failAfter returns a function that fails at its n-th call.
func failAfter(n int, fail func() error) func() error {
	return func() error {
		if n--; n < 0 {
			return fail()
		}
		return nil
	}
}

func TestAFailureAtAnyPointLeavesAllAsItWas(t *testing.T) {
	failure := errors.New("no more room")
	for n := 0; ; n++ {
		dir, before := between(t)
		second := filepath.Join(filepath.Dir(dir), "second")
		a, errA := outdir.Compare(dir, bytesOf(secondRun), outdir.Options{})
		b, errB := outdir.Compare(second, bytesOf(secondRun), outdir.Options{})
		if err := errors.Join(errA, errB); err != nil {
			t.Fatal(err)
		}
		err := outdir.ApplyWith(failAfter(n, func() error { return failure }), a, b)
		if err == nil {
			if n < 15 {
				t.Errorf("only %d points to fail at", n)
			}
			return
		}
		if !strings.Contains(err.Error(), "cannot write: no more room; nothing is changed") {
			t.Fatal(err)
		}
		if d := cmp.Diff(before, read(t, dir)); d != "" {
			t.Fatalf("point %d: %s", n, d)
		}
		if _, err := os.Lstat(second); err == nil {
			t.Fatalf("point %d: the second folder is there", n)
		}
	}
}

// TestMain runs the second run up to a point, and ends there as if killed.
func TestMain(m *testing.M) {
	if dir, point, ok := strings.Cut(os.Getenv("OUTDIR_STOP"), "="); ok {
		n, _ := strconv.Atoi(point)
		plan, err := outdir.Compare(dir, bytesOf(secondRun), outdir.Options{})
		if err == nil {
			err = outdir.ApplyWith(failAfter(n, func() error { os.Exit(9); return nil }), plan)
		}
		fmt.Fprintln(os.Stderr, err)
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func TestAKilledRunIsUndoneByTheNext(t *testing.T) {
	for n := 0; ; n++ {
		dir, before := between(t)
		run := exec.Command(os.Args[0])
		run.Env = append(os.Environ(), fmt.Sprintf("OUTDIR_STOP=%s=%d", dir, n))
		out, err := run.CombinedOutput()
		if err == nil {
			if n < 10 {
				t.Errorf("only %d points to be killed at: %s", n, out)
			}
			return
		}
		if run.ProcessState.ExitCode() != 9 {
			t.Fatalf("%v: %s", err, out)
		}
		if _, err := outdir.Compare(dir, bytesOf(firstRun), outdir.Options{}); err == nil || !strings.Contains(err.Error(), "was stopped half-way") {
			t.Fatalf("point %d: %v", n, err)
		}
		plan, err := outdir.Compare(dir, bytesOf(firstRun), outdir.Options{Repair: true})
		if err != nil || !plan.Clean() {
			t.Fatalf("point %d: %+v %v", n, plan, err)
		}
		if d := cmp.Diff(before, read(t, dir)); d != "" {
			t.Fatalf("point %d: %s", n, d)
		}
	}
}

func TestRunsAtTheSameTimeTakeTurns(t *testing.T) {
	for range 5 {
		dir, _ := between(t)
		var wait sync.WaitGroup
		for i := range 8 {
			files := firstRun
			if i%2 == 0 {
				files = secondRun
			}
			wait.Go(func() {
				if _, err := generate(t, dir, files, outdir.Options{}); err != nil {
					t.Error(err)
				}
			})
		}
		wait.Wait()
		got := contents(read(t, dir))
		delete(got, "mine.go")
		delete(got, "orders/mine.go")
		if cmp.Diff(firstRun, got) != "" && cmp.Diff(secondRun, got) != "" {
			t.Fatalf("neither the one nor the other: %s", cmp.Diff(firstRun, got))
		}
	}
}

// What a user keeps under the name of the working folder stays.
func TestTheWorkingFolderOfAnother(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{".wbxgen-work/notes.txt": "mine"})
	if _, err := generate(t, dir, map[string]string{"a.go": header}, outdir.Options{}); err != nil {
		t.Fatal(err)
	}
	if got := read(t, dir); got[".wbxgen-work/notes.txt"] != "mine" || got["a.go"] != header {
		t.Errorf("got %v", got)
	}
	dir = t.TempDir()
	write(t, dir, map[string]string{".wbxgen-work": "mine"})
	if _, err := generate(t, dir, map[string]string{"a.go": header}, outdir.Options{}); err == nil || read(t, dir)[".wbxgen-work"] != "mine" {
		t.Errorf("got %v", err)
	}
}

// TestOthersAreNoticed: also two runs of which one undoes what the other did.
func TestOthersAreNoticed(t *testing.T) {
	dir := t.TempDir()
	run := func(files map[string]string) func() {
		return func() {
			if _, err := generate(t, dir, files, outdir.Options{}); err != nil {
				t.Fatal(err)
			}
		}
	}
	if !outdir.Disturbed(dir, run(firstRun)) {
		t.Error("the first run was not noticed")
	}
	if outdir.Disturbed(dir, run(firstRun)) {
		t.Error("a run that had nothing to do was noticed")
	}
	if !outdir.Disturbed(dir, func() { run(secondRun)(); run(firstRun)() }) {
		t.Error("two runs, the second undoing the first, were not noticed")
	}
	write(t, dir, map[string]string{".wbxgen-work/journal": ""})
	if !outdir.Disturbed(dir, func() {}) {
		t.Error("a run at work was not noticed")
	}
}
