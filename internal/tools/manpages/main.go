// Command manpages writes the man pages of wbxgen, one for each command, to the
// folder that it is called with:
//
//	go -C internal/tools run ./manpages DIR
//
// They have no date, so that they are the same whenever they are made.
package main

import (
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra/doc"

	"github.com/wbxgen/wbxgen/internal/cli"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: manpages DIR")
		os.Exit(2)
	}
	if err := write(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// write makes the folder and the pages in it.
func write(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	root := cli.Commands()
	root.DisableAutoGenTag = true
	return doc.GenManTree(root, &doc.GenManHeader{Title: "WBXGEN", Section: "1", Source: "wbxgen", Manual: "wbxgen", Date: new(time.Unix(0, 0))}, dir)
}
