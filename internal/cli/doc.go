// Package cli is the command line: a file per command, which turns flags into
// options, makes one call and turns the result into output and an exit code.
//
// It owns help texts, exit codes and what goes to which stream: results to
// standard output, everything else to standard error. It decides nothing.
//
//	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
package cli
