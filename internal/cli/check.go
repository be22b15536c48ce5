package cli

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/project"
	"github.com/wbxgen/wbxgen/internal/report"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

func checkCommand(env *environment) *cobra.Command {
	var format, within string
	var lax bool
	var most int
	cmd := &cobra.Command{
		Use:   "check PATH...",
		Short: "Compile schemas and print what is wrong with them",
		Long: `Check compiles each schema, a directory, a .zip, an .xsd file or a version, and
prints every problem with its place, what is wrong, what would be right and the
name of the rule in the XML Schema recommendation: what others follow from
first, what is the same at several places once, and no more than --max-errors
of a schema. The exit code is 2 where there is an error.

The references of a single .xsd file may reach files of its own folder; --root
names a folder further up. Nothing is read from the network.`,
		Example: `  wbxgen check schemas/40.6.0
  wbxgen check --root api api/orders/orders.xsd`,
		Args:              takes(1, -1, "schemas: directories, .zip or .xsd files, or versions"),
		ValidArgsFunction: completions{env}.completeVersions,
		RunE: func(_ *cobra.Command, args []string) error {
			if err := oneOf("format", format, report.DiagnosticFormats()...); err != nil {
				return err
			}
			if most < 1 {
				return fmt.Errorf("--max-errors %d: write a number from 1", most)
			}
			return runCheck(env, args, checkFlags{format, within, lax, most})
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", "text", "`form` of the output: "+strings.Join(report.DiagnosticFormats(), ", "))
	cmd.Flags().StringVar(&within, "root", "", "`folder` that the references of a single document may reach")
	cmd.Flags().BoolVar(&lax, "lax", false, "tolerate references that lead to nothing until they are needed, as the recommendation does")
	cmd.Flags().IntVar(&most, "max-errors", mostProblems, "largest `number` of problems to print of a schema; the other formats have all")
	completeWith(cmd, "format", report.DiagnosticFormats()...)
	return cmd
}

// checkFlags are the flags of check.
type checkFlags struct {
	format, within string
	lax            bool
	most           int
}

// checkedSchema is the outcome for one argument, as --format json prints it.
type checkedSchema struct {
	Schema      string                  `json:"schema"`
	Documents   int                     `json:"documents"`
	Components  int                     `json:"components"`
	Diagnostics []report.JSONDiagnostic `json:"diagnostics"`
}

func runCheck(env *environment, args []string, f checkFlags) error {
	cfg, err := env.config()
	if err != nil {
		return err
	}
	var all []checkedSchema
	var found diag.List
	failed := false
	for _, arg := range args {
		c, diags, err := checkSchema(arg, project.Options{Config: cfg, Within: f.within, Lax: f.lax, Limits: env.limits})
		failed = failed || diags.HasErrors()
		all = append(all, c)
		found.Append(diags)
		switch {
		case f.format != "text":
		case err != nil:
			env.printError(err)
		default:
			if diags.Len() > 0 {
				env.printDiagnostics(env.stdout, diags.Brief(f.most, "--max-errors shows them"))
			}
			fmt.Fprintf(env.info, "%s: %s, %s: %s\n", c.Schema, diag.Count(c.Documents, "document"), diag.Count(c.Components, "global component"), problems(diags))
		}
	}
	if err := printFound(env, f.format, &found, map[string]any{"format": "wbxgen-check/1", "schemas": all}); err != nil {
		return err
	}
	if failed {
		return errTrouble
	}
	return nil
}

// checkSchema compiles one argument. The error says why it could not be opened,
// which is a problem of it as any other: those after it are checked all the same.
func checkSchema(arg string, o project.Options) (checkedSchema, *diag.List, error) {
	set, err := project.Documents(arg, o)
	if err != nil {
		list, ok := diag.FromError(err)
		if !ok {
			list = new(diag.List)
			list.Error(diag.Pos{File: filepath.ToSlash(arg)}, "wbxgen-unreadable", "%v", err)
		}
		list = list.WithRemedies(withFlag)
		return checkedSchema{Schema: arg, Diagnostics: report.JSONDiagnostics(list.Sorted())}, list, err
	}
	schema, diags := compile.Compile(set, compile.Options{Lax: o.Lax})
	diags = diags.WithRemedies(withFlag)
	return checkedSchema{
		Schema: set.Name, Documents: len(schema.Documents()), Components: components(schema), Diagnostics: report.JSONDiagnostics(diags.Sorted()),
	}, diags, nil
}

// printFound prints what was found in the formats for programs; of json value
// is the document.
func printFound(env *environment, format string, found *diag.List, value any) error {
	switch format {
	case "text":
		return nil
	case "json":
		return env.printJSON(value)
	}
	return report.Annotations(env.stdout, format, found.Sorted(), report.Options{Folder: workspaceFolder(), ToolVersion: toolVersion()})
}

func problems(l *diag.List) string {
	errors, warnings := 0, 0
	for _, d := range l.Sorted() {
		switch d.Severity {
		case diag.Error:
			errors++
		case diag.Warning:
			warnings++
		}
	}
	if errors+warnings == 0 {
		return "no problems"
	}
	return diag.Count(errors, "error") + ", " + diag.Count(warnings, "warning")
}

// components counts the global components of a schema.
func components(s *xsd.Schema) int {
	return len(s.Types()) + len(s.Elements()) + len(s.Attributes()) + len(s.AttributeGroups()) + len(s.ModelGroups()) +
		len(s.Notations()) + len(s.IdentityConstraints())
}
