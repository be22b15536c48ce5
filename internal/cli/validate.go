package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/wbxgen/wbxgen/internal/batch"
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/profile/known"
	"github.com/wbxgen/wbxgen/internal/project"
	"github.com/wbxgen/wbxgen/internal/report"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// validateFlags are the flags of validate.
type validateFlags struct {
	schema, within, format string
	maxErrors              int
	maxSize                int64
	timeout                time.Duration
	lax, jsonl             bool
	profile, direction     string
}

func validateCommand(env *environment) *cobra.Command {
	var f validateFlags
	cmd := &cobra.Command{
		Use:   "validate --schema SCHEMA DOCUMENT...",
		Short: "Hold XML documents against a schema",
		Long: `Validate holds each document, a file or - for standard input, against a schema, a
version, a directory, a .zip or an .xsd file, as XML Schema 1.0 says, and prints
every error with its place, the path of the element, what is wrong, what would be
right and the name of the rule in the recommendation. All documents are judged,
also after one that cannot be. The exit code is 1 where a document is not valid,
2 where one could not be judged: it cannot be read, or a limit was reached.

Documents are read as a stream: their size does not matter for the memory needed.

With --direction request the documents are requests as clients of an API send
them: of the Webex API without namespaces below the root, with java: names in
xsi:type, their children in any order. --profile names the API; without it the
one is taken that fits the schema.

With --jsonl the command stays up and answers requests, one JSON object a line on
standard input, with one a line on standard output, in the same order:

  {"id":"1","schemas":["order.xsd"],"instance":"order.xml"}
  {"id":"1","schema":"valid","instance":"invalid","message":"order.xml:4:3 ..."}

There a schema may leave references open until they are needed, as the
recommendation says, and one without schemas takes those that xsi:schemaLocation
names. The verdict is valid, invalid, or error where there can be none.`,
		Example: `  wbxgen validate --schema 40.6.0 response.xml
  wbxgen validate --schema 40.6.0 --direction request request.xml
  wbxgen validate --jsonl < requests.jsonl`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := f.check(args); err != nil {
				return err
			}
			if f.jsonl {
				return serveVerdicts(env, cmd.Context(), f)
			}
			return runValidate(env, args, f)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.schema, "schema", "", "`schema` to hold the documents against")
	flags.StringVar(&f.within, "root", "", "`folder` that the references of a single schema document may reach")
	flags.StringVarP(&f.format, "format", "f", "text", "`form` of the output: "+strings.Join(report.DiagnosticFormats(), ", "))
	flags.IntVar(&f.maxErrors, "max-errors", 100, "largest `number` of errors to report of a document")
	flags.Int64Var(&f.maxSize, "max-size", 0, "largest size of a document in `bytes` (default no limit)")
	flags.BoolVar(&f.lax, "lax", false, "tolerate references of the schema that lead to nothing until they are needed")
	flags.BoolVar(&f.jsonl, "jsonl", false, "answer requests from standard input, a JSON object a line")
	flags.DurationVar(&f.timeout, "timeout", 10*time.Second, "longest `time` that one request of --jsonl may take")
	flags.StringVar(&f.profile, "profile", "", "`API` whose requests they are: "+strings.Join(known.Profiles().Names(), ", "))
	flags.StringVar(&f.direction, "direction", "", "`request` for documents as clients send them, response for those of the service")
	completeWith(cmd, "format", report.DiagnosticFormats()...)
	completeWith(cmd, "profile", known.Profiles().Names()...)
	completeWith(cmd, "direction", directions[:2]...)
	return cmd
}

func (f validateFlags) check(args []string) error {
	switch {
	case f.jsonl && (len(args) > 0 || f.schema != ""):
		return errors.New("--jsonl takes schemas and documents from the requests, not from the command line")
	case f.jsonl && (f.profile != "" || f.direction != ""):
		return errors.New("--jsonl takes no --profile and no --direction")
	case f.jsonl:
		return nil
	case f.profile != "" && f.direction == "":
		return errors.New("--profile needs --direction request or response, the kind of the documents")
	case f.schema == "":
		return errors.New("--schema is missing: name the version, directory, .zip or .xsd file to hold the documents against")
	case len(args) == 0:
		return errors.New("there is no document: name files, or - for standard input")
	case f.maxErrors < 1:
		return fmt.Errorf("--max-errors %d: write a number from 1", f.maxErrors)
	}
	if f.direction != "" {
		if err := oneOf("direction", f.direction, directions[:2]...); err != nil {
			return err
		}
	}
	return oneOf("format", f.format, report.DiagnosticFormats()...)
}

// documentLimits are the bounds of one document: only its size has none by
// default, as it is not held in memory.
func (f validateFlags) documentLimits() xmltext.Limits {
	size := f.maxSize
	if size <= 0 {
		size = 1 << 62
	}
	return xmltext.Limits{Size: size}
}

// checkedDocument is the outcome for one document, as --format json prints it.
type checkedDocument struct {
	Document string        `json:"document"`
	Outcome  string        `json:"outcome"`
	Problems []jsonProblem `json:"problems"`
}

// jsonProblem is a diagnostic with the path of its element.
type jsonProblem struct {
	report.JSONDiagnostic
	Path string `json:"path,omitempty"`
}

func runValidate(env *environment, args []string, f validateFlags) error {
	v, err := judgeWith(env, f)
	if err != nil {
		return err
	}
	var found diag.List
	worst := error(nil)
	documents := []checkedDocument{}
	for _, name := range args {
		j := judgeFile(env, v, name)
		worst = worse(worst, j.outcome)
		if f.format == "text" {
			if j.problems.Len() > 0 {
				env.printDiagnostics(env.stdout, j.problems.String())
			}
			fmt.Fprintf(env.info, "%s: %s\n", documentName(name), j.outcome)
			continue
		}
		found.Append(j.problems)
		documents = append(documents, documentOf(documentName(name), j))
	}
	if err := printFound(env, f.format, &found, map[string]any{"format": "wbxgen-validate/1", "documents": documents}); err != nil {
		return err
	}
	return worst
}

func documentOf(name string, j judgement) checkedDocument {
	d := checkedDocument{Document: name, Outcome: j.outcome.String(), Problems: []jsonProblem{}}
	for i, p := range report.JSONDiagnostics(j.found) {
		d.Problems = append(d.Problems, jsonProblem{p, j.paths[i]})
	}
	return d
}

// serveVerdicts answers requests until there are no more.
func serveVerdicts(env *environment, ctx context.Context, f validateFlags) error {
	cfg, err := env.config()
	if err != nil {
		return err
	}
	o := batch.Options{
		Root: cfg.Path(cfg.Schemas), Within: f.within, Timeout: f.timeout,
		Document: f.documentLimits(), Source: env.limits, Remedies: withFlag,
	}
	switch known, err := project.Catalog(cfg); {
	case err != nil:
		return err
	case known != nil:
		o.Catalog = known
	}
	return batch.Serve(ctx, env.stdin, env.stdout, o)
}
