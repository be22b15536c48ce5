package cli

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

func (a *app) checkCommand() *cobra.Command {
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
		ValidArgsFunction: a.completeVersions,
		RunE: func(_ *cobra.Command, args []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			if most < 1 {
				return fmt.Errorf("--max-errors %d: write a number from 1", most)
			}
			return a.check(args, checkFlags{format, within, lax, most})
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", "text", "`form` of the output: text or json")
	cmd.Flags().StringVar(&within, "root", "", "`folder` that the references of a single document may reach")
	cmd.Flags().BoolVar(&lax, "lax", false, "tolerate references that lead to nothing until they are needed, as the recommendation does")
	cmd.Flags().IntVar(&most, "max-errors", mostProblems, "largest `number` of problems to print of a schema; --format json has all")
	completeWith(cmd, "format", "text", "json")
	return cmd
}

// mostProblems is how many problems of a schema are printed unless a flag says
// otherwise.
const mostProblems = 50

// checkFlags are the flags of check.
type checkFlags struct {
	format, within string
	lax            bool
	most           int
}

// checkedSchema is the outcome for one argument, as --format json prints it.
type checkedSchema struct {
	Schema      string           `json:"schema"`
	Documents   int              `json:"documents"`
	Components  int              `json:"components"`
	Diagnostics []jsonDiagnostic `json:"diagnostics"`
}

// jsonDiagnostic is a diagnostic as --format json prints it.
type jsonDiagnostic struct {
	File     string           `json:"file,omitempty"`
	Line     int              `json:"line,omitempty"`
	Col      int              `json:"col,omitempty"`
	Severity diag.Severity    `json:"severity"`
	Code     string           `json:"code,omitempty"`
	Message  string           `json:"message"`
	Related  []jsonDiagnostic `json:"related,omitempty"`
}

func (a *app) check(args []string, f checkFlags) error {
	cfg, err := a.config()
	if err != nil {
		return err
	}
	var all []checkedSchema
	failed := false
	for _, arg := range args {
		set, err := source.Open(arg, source.Options{Root: cfg.Path(cfg.Schemas), Within: f.within, Limits: a.limits})
		if err != nil {
			return err
		}
		schema, diags := compile.Compile(set, compile.Options{Lax: f.lax})
		failed = failed || diags.HasErrors()
		c := checkedSchema{Schema: set.Name, Documents: len(schema.Documents()), Components: components(schema), Diagnostics: jsonDiagnostics(diags.Sorted())}
		all = append(all, c)
		if f.format == "text" {
			if diags.Len() > 0 {
				a.printDiagnostics(a.stdout, diags.Brief(f.most, "--max-errors shows them"))
			}
			fmt.Fprintf(a.info, "%s: %s, %s: %s\n", set.Name, count(c.Documents, "document"), count(c.Components, "global component"), problems(diags))
		}
	}
	if f.format == "json" {
		if err := a.printJSON(map[string]any{"format": "wbxgen-check/1", "schemas": all}); err != nil {
			return err
		}
	}
	if failed {
		return errTrouble
	}
	return nil
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
	return count(errors, "error") + ", " + count(warnings, "warning")
}

// components counts the global components of a schema.
func components(s *xsd.Schema) int {
	return len(s.Types()) + len(s.Elements()) + len(s.Attributes()) + len(s.AttributeGroups()) + len(s.ModelGroups()) +
		len(s.Notations()) + len(s.IdentityConstraints())
}

func jsonDiagnostics(list []diag.Diagnostic) []jsonDiagnostic {
	out := []jsonDiagnostic{}
	for _, d := range list {
		j := jsonDiagnostic{File: d.Pos.File, Line: d.Pos.Line, Col: d.Pos.Col, Severity: d.Severity, Code: d.Code, Message: d.Message}
		for _, r := range d.Related {
			j.Related = append(j.Related, jsonDiagnostic{File: r.Pos.File, Line: r.Pos.Line, Col: r.Pos.Col, Severity: diag.Note, Message: r.Message})
		}
		out = append(out, j)
	}
	return out
}

// printJSON prints a value as indented JSON.
func (a *app) printJSON(v any) error {
	e := json.NewEncoder(a.stdout)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
