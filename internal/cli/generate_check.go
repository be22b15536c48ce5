package cli

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/generate"
	"github.com/wbxgen/wbxgen/internal/outdir"
	"github.com/wbxgen/wbxgen/internal/terminal"
)

// reportStale lists what is not up to date.
func reportStale(env *environment, run *generate.Run) error {
	for _, p := range run.Plans() {
		listStale(env, p)
	}
	showStale(env, run)
	if run.Clean() {
		fmt.Fprintln(env.info, "generated code is up to date")
		return nil
	}
	if slices.ContainsFunc(run.Plans(), func(p *outdir.Plan) bool { return p.Unlisted }) {
		fmt.Fprintf(env.stderr, "note: an output of an earlier wbxgen has no %s yet, the list of its files; generate adds it\n", outdir.ManifestName)
	}
	fmt.Fprintln(env.stderr, "generated code is not up to date; run wbxgen generate")
	return errNo
}

func listStale(env *environment, p *outdir.Plan) {
	for _, group := range []struct {
		word  string
		names []string
	}{{"changed", p.Changed}, {"missing", p.Missing}, {"stale", p.Stale}} {
		for _, name := range group.names {
			fmt.Fprintf(env.stdout, "%s: %s\n", filepath.ToSlash(filepath.Join(p.Dir, name)), group.word)
		}
	}
}

// mostLines is how much of the differences is shown: what they are is seen in
// the first ones.
const mostLines = 100

// showStale shows how files differ from what they should be.
func showStale(env *environment, run *generate.Run) {
	left := mostLines
	for _, p := range run.Plans() {
		for _, name := range p.Changed {
			text := p.Diff(name)
			lines := strings.SplitAfter(text, "\n")
			if shown := strings.Join(lines[:min(left, len(lines))], ""); shown != "" {
				printDiff(env, shown)
			}
			if left -= len(lines); left <= 0 {
				fmt.Fprintln(env.stdout, "… and more")
				return
			}
		}
	}
}

func printDiff(env *environment, text string) {
	if terminal.Colors(env.stdout, env.color) {
		text = terminal.Diff(text)
	}
	fmt.Fprint(env.stdout, "\n", text)
}
