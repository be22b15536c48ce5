package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func versionCommand(env *environment) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "version",
		Short: "Print the version of wbxgen",
		Long: `Version prints the version of wbxgen, the commit it was built from where that is
known, and the Go it was built with.`,
		Example: `  wbxgen version
  wbxgen version --format json`,
		Args: takesNone,
		RunE: func(*cobra.Command, []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			return runVersion(env, format)
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", "text", "`form` of the output: text or json")
	completeWith(cmd, "format", "text", "json")
	return cmd
}

// build is what the program knows of itself, as --format json prints it.
type build struct {
	Format  string `json:"format"`
	Version string `json:"version"`
	Commit  string `json:"commit,omitempty"`
	Go      string `json:"go"`
	System  string `json:"system"`
}

func runVersion(env *environment, format string) error {
	b := build{Format: "wbxgen-version/1", Version: toolVersion(), Commit: commit(), Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH}
	if format == "json" {
		return env.printJSON(b)
	}
	fmt.Fprintf(env.stdout, "wbxgen version %s\n", b.Version)
	if b.Commit != "" {
		fmt.Fprintf(env.stdout, "commit %s\n", b.Commit)
	}
	fmt.Fprintf(env.stdout, "built with %s for %s\n", b.Go, b.System)
	return nil
}

// toolVersion returns the version of the module that the program was built from.
func toolVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

// commit returns the commit that the program was built from, if that is known.
func commit() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			return s.Value
		}
	}
	return ""
}
