// Command wbxgen turns versions of an XML API, published as XSD files, into Go
// bindings and says what changed between them.
package main

import (
	"os"

	"github.com/wbxgen/wbxgen/internal/cli"
)

func main() {
	tuneCollection()
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
