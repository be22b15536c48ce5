//go:build unix

package corpora_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/wbxgen/wbxgen/internal/corpora"
	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/source"
)

// table is the file that the table is in.
const table = "TABLE.md"

// measure is what generating a set took and gave.
type measure struct {
	cpu                         float64 // seconds, user and system
	memory                      int64   // at most, in MiB
	size                        int64   // of Go code, in KiB
	files                       int
	faithful, approximated, not int
}

// TestTheTable generates every public set in both layouts, each in a process of
// its own, and writes the table. It runs on request: WBXGEN_TABLE=1, or make
// corpora. WBXGEN_SETS chooses sets.
func TestTheTable(t *testing.T) {
	if os.Getenv("WBXGEN_TABLE") == "" {
		t.Skip("make corpora runs it")
	}
	shared := corpora.Folder(t, "corpora")
	files := corpora.Files(t, shared)
	tool := filepath.Join(t.TempDir(), "wbxgen")
	if out, err := exec.Command("go", "build", "-o", tool, "github.com/wbxgen/wbxgen/cmd/wbxgen").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var sets []string
	entries := map[string][]string{}
	for _, e := range corpora.Entries(t, shared) {
		if entries[e.Set] == nil {
			sets = append(sets, e.Set)
		}
		entries[e.Set] = append(entries[e.Set], e.Path)
	}
	slices.Sort(sets)
	var b strings.Builder
	b.WriteString("# Public schema sets\n\n<!-- Made by make corpora. -->\n\nGenerating all entry documents of a set, on a machine with 2 cores beside other work: CPU seconds, peak of memory in MiB, Go code in\n" +
		"KiB and files, and of the components of the schemas how many code is faithful to, approximates, and does not have (identity constraints).\n\n" +
		"| set | layout | CPU s | MiB | KiB | files | faithful | approximated | not |\n|---|---|---|---|---|---|---|---|---|\n")
	for _, set := range sets {
		if chosen := os.Getenv("WBXGEN_SETS"); chosen != "" && !slices.Contains(strings.Fields(strings.ReplaceAll(chosen, ",", " ")), set) {
			continue
		}
		dir := unpacked(t, files, set)
		for _, layout := range []string{"namespaces", "single"} {
			m, err := measured(tool, dir, layout, entries[set])
			if err != nil {
				t.Errorf("%s, %s: %v", set, layout, err)
				continue
			}
			fmt.Fprintf(&b, "| %s | %s | %.2f | %d | %d | %d | %d | %d | %d |\n", set, layout, m.cpu, m.memory, m.size, m.files, m.faithful, m.approximated, m.not)
			t.Logf("%s, %s: %.2f s, %d MiB", set, layout, m.cpu, m.memory)
		}
	}
	if os.Getenv("WBXGEN_SETS") == "" && !t.Failed() {
		if err := os.WriteFile(filepath.Join(judge.Root(t), "internal", "corpora", table), []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Log(b.String())
}

// unpacked puts the files of a set into a folder of a module.
func unpacked(t *testing.T, files *source.Set, set string) string {
	t.Helper()
	dir := t.TempDir()
	write := func(name string, data []byte) {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("go.mod", []byte("module example.com/corpora\n"))
	for _, name := range files.Names() {
		if below, found := strings.CutPrefix(name, set+"/"); found {
			data, err := files.Read(name)
			if err != nil {
				t.Fatal(err)
			}
			write("in/"+below, data)
		}
	}
	return dir
}

// measured generates a set.
func measured(tool, dir, layout string, entries []string) (m measure, err error) {
	var config strings.Builder
	fmt.Fprintf(&config, "layout: %s\nout: %s\nprofile: none\nschemas:\n", layout, layout)
	for i, e := range entries {
		fmt.Fprintf(&config, "  - {name: e%d, from: %q}\n", i+1, "in//"+e)
	}
	if err := os.WriteFile(filepath.Join(dir, "wbxgen.yaml"), []byte(config.String()), 0o600); err != nil {
		return m, err
	}
	cmd := exec.Command(tool, "generate", "--quiet", "--report", "coverage.json")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return m, fmt.Errorf("%w: %.500s", err, out)
	}
	m.cpu = (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds()
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		m.memory = usage.Maxrss >> 10
	}
	if err := m.weigh(filepath.Join(dir, layout)); err != nil {
		return m, err
	}
	return m, m.cover(filepath.Join(dir, "coverage.json"))
}

// weigh adds up the Go code below a folder.
func (m *measure) weigh(dir string) error {
	return filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".go" {
			return err
		}
		info, err := d.Info()
		if err == nil {
			m.size, m.files = m.size+info.Size()>>10, m.files+1
		}
		return err
	})
}

// cover adds up the verdicts of a coverage report.
func (m *measure) cover(file string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var report struct {
		Outputs []struct{ Counts map[string]int }
	}
	if err := json.Unmarshal(data, &report); err != nil {
		return err
	}
	for _, o := range report.Outputs {
		m.faithful += o.Counts["faithful"]
		m.approximated += o.Counts["approximated"]
		m.not += o.Counts["unsupported"]
	}
	return nil
}
