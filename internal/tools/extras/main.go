// Command extras writes what archives of a release have beside the program to a
// folder: man/, a page for each command, and completions/, a script for each
// shell.
//
//	go -C internal/tools run ./extras ../../extras
//
// There is no date in them: they are the same whenever they are made.
package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"github.com/wbxgen/wbxgen/internal/cli"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: extras DIR")
		os.Exit(2)
	}
	if err := write(os.Args[1], cli.Commands()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// write makes the folder and the files in it.
func write(dir string, root *cobra.Command) error {
	man, scripts := filepath.Join(dir, "man"), filepath.Join(dir, "completions", "wbxgen.")
	for _, folder := range []string{man, filepath.Dir(scripts)} {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return err
		}
	}
	root.DisableAutoGenTag = true
	head := &doc.GenManHeader{Section: "1", Source: "wbxgen", Manual: "wbxgen", Date: new(time.Unix(0, 0).UTC())}
	return cmp.Or(
		doc.GenManTree(root, head, man),
		root.GenBashCompletionFileV2(scripts+"bash", true),
		root.GenZshCompletionFile(scripts+"zsh"),
		root.GenFishCompletionFile(scripts+"fish", true),
		root.GenPowerShellCompletionFileWithDesc(scripts+"ps1"),
	)
}
