package outdir

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// Codes of what outdir reports.
const (
	codeOutput   = "wbxgen-output"
	codeNotOurs  = "wbxgen-not-ours"
	codeManifest = "wbxgen-manifest"
)

// Plan is what brings a directory to hold the given files. All names are
// relative to it, with "/" between elements, and sorted.
type Plan struct {
	Dir     string
	Changed []string // there, but with other content
	Missing []string // not there
	Stale   []string // generated before, and no longer wanted
	Same    int      // files that are as they should be
	// Unlisted says that the output was made before there were manifests.
	Unlisted bool
	// Notes say what looks like ours and stays nevertheless.
	Notes *diag.List

	files map[string][]byte
	old   map[string][]byte // the content of Changed and Stale
	// again makes the plan anew, from what is on disk by then.
	again func() (*Plan, error)
}

// Clean reports whether there is nothing to do.
func (p *Plan) Clean() bool { return len(p.Changed)+len(p.Missing)+len(p.Stale) == 0 }

// Content returns what a file of the plan holds and what it should hold; nil
// for a file that is or should not be there.
func (p *Plan) Content(name string) (old, new []byte) { return p.old[name], p.files[name] }

// Diff returns how a changed file differs from what it should be, as a unified
// diff.
func (p *Plan) Diff(name string) string {
	old, wanted := p.Content(name)
	shown := filepath.ToSlash(filepath.Join(p.Dir, name))
	return string(diff.Diff(shown, old, shown+" (wanted)", wanted))
}

// Summary says in one line what the plan does.
func (p *Plan) Summary() string {
	if p.Clean() {
		return fmt.Sprintf("%d files up to date", p.Same)
	}
	var parts []string
	add := func(n int, word string) {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, word))
		}
	}
	add(len(p.Missing), "new")
	add(len(p.Changed), "changed")
	add(len(p.Stale), "dropped")
	add(p.Same, "as before")
	return strings.Join(parts, ", ")
}
