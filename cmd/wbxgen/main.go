// Command wbxgen turns versions of an XML API, published as XSD files, into Go
// bindings and says what changed between them.
package main

import (
	"os"
	"runtime/debug"

	"github.com/wbxgen/wbxgen/internal/cli"
)

// collection is how much the heap may grow, in percent of what is live, before
// it is collected. A run is short: half of the time would go into collecting
// otherwise.
const collection = 400

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(collection)
	}
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
