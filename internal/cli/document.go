package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// documentCommand writes schema documents that others import by a URL.
func documentCommand(env *environment) *cobra.Command {
	return &cobra.Command{
		Use:   "document [NAMESPACE]",
		Short: "Write a schema document that many schemas import by a URL",
		Long: `Document writes a schema document of a namespace that schemas import by a URL:
the schema for schemas, the attributes of the xml namespace, the SOAP encoding.
Nothing is read from the network: put the document beside the schema, and its
place into schemaLocation. Without an argument the namespaces are listed.`,
		Example:   `  wbxgen document http://schemas.xmlsoap.org/soap/encoding/ > soap-encoding.xsd`,
		Args:      takes(0, 1, "one namespace, or nothing to list them"),
		ValidArgs: compile.Published(),
		RunE: func(_ *cobra.Command, args []string) error {
			known := compile.Published()
			if len(args) == 0 {
				fmt.Fprintln(env.stdout, strings.Join(known, "\n"))
				return nil
			}
			if !slices.Contains(known, args[0]) {
				return fmt.Errorf("there is no document of %q here (there are those of %s)%s", args[0], strings.Join(known, ", "), diag.DidYouMean(args[0], known))
			}
			_, err := fmt.Fprint(env.stdout, compile.PublishedDocument(args[0]))
			return err
		},
	}
}
