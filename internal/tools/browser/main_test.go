package browser

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/wbxgen/wbxgen/internal/cli"
)

// reports are the pages that the tests open: one that harms nobody, with the
// matrix of a chain, and one with breaks and their proofs.
var reports = []struct {
	name string
	args []string
}{
	{"chain", []string{"changelog", "--matrix", "--format", "html", "40.4.3", "40.6.0"}},
	{"breaks", []string{"diff", "--format", "html", "40.6.0", "40.4.3"}},
}

// folder holds the reports as files.
var folder string

func pageOf(name string) string { return filepath.Join(folder, name+".html") }

func TestMain(m *testing.M) {
	code, err := run(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

func run(m *testing.M) (int, error) {
	var err error
	if folder, err = os.MkdirTemp("", "report"); err != nil {
		return 1, err
	}
	defer os.RemoveAll(folder)
	for _, r := range reports {
		var page, messages bytes.Buffer
		if code := cli.Main(r.args, nil, &page, &messages); code != 0 {
			return 1, fmt.Errorf("%q: exit code %d: %s", r.args, code, &messages)
		}
		if err := os.WriteFile(pageOf(r.name), page.Bytes(), 0o644); err != nil {
			return 1, err
		}
	}
	defer func() {
		_, stop := chromium()
		stop()
	}()
	return m.Run(), nil
}

// each runs a test on each report, opened in a tab of its own.
func each(t *testing.T, test func(*tab)) {
	for _, r := range reports {
		t.Run(r.name, func(t *testing.T) {
			tab := newTab(t)
			tab.open(pageOf(r.name))
			test(tab)
		})
	}
}
