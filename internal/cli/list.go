package cli

import (
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/project"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

var listed = []string{"versions", "operations", "elements", "types"}

func listCommand(env *environment) *cobra.Command {
	var schema, format string
	cmd := &cobra.Command{
		Use:   "list versions|operations|elements|types",
		Short: "List versions, or the operations, elements or types of one",
		Long: `List prints the schema versions that can be named, or of one version the
operations, the global elements that documents start with, or the global types.
That version is the newest of your own or, where you have none, of those in the
program, unless --schema says which.`,
		Example: `  wbxgen list versions
  wbxgen list operations --schema 40.4.3
  wbxgen list elements --schema order.xsd`,
		ValidArgs: listed,
		Args:      takes(1, 1, "one of "+strings.Join(listed, ", ")),
		RunE: func(_ *cobra.Command, args []string) error {
			if !slices.Contains(listed, args[0]) {
				return oneOfArg(args[0], listed)
			}
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			return runList(env, args[0], schema, format)
		},
	}
	cmd.Flags().StringVar(&schema, "schema", "", "`schema`: a version, a directory, a .zip or an .xsd file (default the newest version)")
	cmd.Flags().StringVarP(&format, "format", "f", "text", "`form` of the output: text or json")
	completeWith(cmd, "format", "text", "json")
	return cmd
}

func oneOfArg(arg string, allowed []string) error {
	return fmt.Errorf("cannot list %q; it is one of %s", arg, strings.Join(allowed, ", "))
}

func runList(env *environment, what, arg, format string) error {
	cfg, err := env.config()
	if err != nil {
		return err
	}
	if what == "versions" {
		return listVersions(env, cfg, format)
	}
	s, err := env.open(arg, project.Options{Config: cfg})
	if err != nil {
		return err
	}
	switch what {
	case "operations":
		return listOperations(env, s.Components, s.Profile, format)
	case "elements":
		return listElements(env, s.Components, format)
	}
	return listTypes(env, s.Components, format)
}

func listVersions(env *environment, cfg *config.Config, format string) error {
	all, err := source.Versions(cfg.Path(cfg.Schemas))
	if err != nil {
		return err
	}
	if format == "json" {
		return env.printJSON(map[string]any{"format": "wbxgen-versions/1", "versions": all})
	}
	w := tabwriter.NewWriter(env.stdout, 0, 0, 2, ' ', 0)
	for _, v := range all {
		var aliases []string
		for _, al := range v.Aliases {
			aliases = append(aliases, al.Name)
		}
		where := "embedded"
		if !v.Embedded {
			where = cfg.Schemas + "/" + v.Name
		}
		fmt.Fprintf(w, "%s\t%s\t%s\n", v.Name, where, strings.Join(aliases, " "))
	}
	return w.Flush()
}

func listOperations(env *environment, s *xsd.Schema, p profile.Profile, format string) error {
	type row struct {
		Name     string `json:"name"`
		Request  string `json:"request"`
		Response string `json:"response"`
		WireType string `json:"wireType"`
	}
	name := nameIn(s, format)
	rows := []row{}
	for _, op := range p.Operations(s) {
		rows = append(rows, row{op.Name, name(op.Request.Name()), name(op.Response.Name()), op.WireType})
	}
	if format == "json" {
		return env.printJSON(map[string]any{"format": "wbxgen-operations/1", "operations": rows})
	}
	if len(rows) == 0 {
		fmt.Fprintln(env.stderr, noOperations(s))
	}
	w := tabwriter.NewWriter(env.stdout, 0, 0, 2, ' ', 0)
	for _, r := range rows {
		fmt.Fprintf(w, "%s\t%s\t%s\n", r.Name, r.Request, r.Response)
	}
	return w.Flush()
}

// noOperations says why there is nothing to list: a schema of documents has
// elements that they start with.
func noOperations(s *xsd.Schema) string {
	text := "there are no operations: the schema fits no profile of an API"
	if n := len(startElements(s)); n > 0 {
		text += "; its documents start with " + diag.Count(n, "global element") + " (wbxgen list elements)"
	}
	return text
}

func listTypes(env *environment, s *xsd.Schema, format string) error {
	type row struct {
		Name string `json:"name"`
		Kind string `json:"kind"`
		Base string `json:"base"`
	}
	name := nameIn(s, format)
	rows := []row{}
	for _, t := range s.Types() {
		rows = append(rows, row{name(t.TypeName()), kindWord(t), name(t.BaseType().TypeName())})
	}
	if format == "json" {
		return env.printJSON(map[string]any{"format": "wbxgen-types/1", "types": rows})
	}
	w := tabwriter.NewWriter(env.stdout, 0, 0, 2, ' ', 0)
	for _, r := range rows {
		fmt.Fprintf(w, "%s\t%s\t%s\n", r.Name, r.Kind, r.Base)
	}
	return w.Flush()
}

// listElements lists what documents can start with. Of a type without a name the
// column is empty.
func listElements(env *environment, s *xsd.Schema, format string) error {
	type row struct {
		Name string `json:"name"`
		Type string `json:"type"`
	}
	name := nameIn(s, format)
	rows := []row{}
	for _, e := range startElements(s) {
		r := row{Name: name(e.Name)}
		if t := e.Type.TypeName(); !t.IsZero() {
			r.Type = name(t)
		}
		rows = append(rows, r)
	}
	if format == "json" {
		return env.printJSON(map[string]any{"format": "wbxgen-elements/1", "elements": rows})
	}
	w := tabwriter.NewWriter(env.stdout, 0, 0, 2, ' ', 0)
	for _, r := range rows {
		fmt.Fprintln(w, strings.TrimSuffix(r.Name+"\t"+r.Type, "\t"))
	}
	return w.Flush()
}

// startElements are the global elements that documents can start with: others
// stand in the place of an abstract one.
func startElements(s *xsd.Schema) []*xsd.ElementDecl {
	return slices.DeleteFunc(slices.Clone(s.Elements()), func(e *xsd.ElementDecl) bool { return e.Abstract })
}

// nameIn returns how a form spells names: for people with the prefixes that they
// know, for programs so that the namespace is never in doubt.
func nameIn(s *xsd.Schema, format string) func(xsd.QName) string {
	if format == "text" {
		return s.Reading
	}
	return s.Label
}

func kindWord(t xsd.Type) string {
	if _, ok := t.(*xsd.ComplexType); ok {
		return "complex"
	}
	return "simple"
}
