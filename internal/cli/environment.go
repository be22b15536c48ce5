package cli

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

var (
	// errNo says that a command did its work and the result is "no".
	errNo = errors.New("the answer is no")
	// errTrouble says that the trouble is already printed.
	errTrouble = errors.New("trouble")
)

// environment is what a command may use of the world around the program: its
// streams, and the flags that all commands have.
type environment struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	// info is where goes what a user may do without: standard error, or
	// nowhere.
	info           io.Writer
	log            *slog.Logger
	quiet, verbose bool
	color          string
	configFile     string
	limits         source.Limits
}

// printError prints an error in the one text form.
func (env *environment) printError(err error) {
	if list, ok := diag.FromError(err); ok {
		env.printDiagnostics(env.stderr, list.Brief(mostProblems, "wbxgen check shows them"))
		return
	}
	env.printDiagnostics(env.stderr, "error: "+err.Error())
}

// config loads the configuration.
func (env *environment) config() (*config.Config, error) { return config.Load(env.configFile) }

// open opens a schema source; versions are looked for in the configured
// folder first.
func (env *environment) open(arg string, cfg *config.Config) (*source.Set, error) {
	set, err := source.Open(arg, source.Options{Root: cfg.Path(cfg.Schemas), Limits: env.limits})
	if err != nil {
		return nil, err
	}
	_, isVersion, err := source.FindVersion(arg, cfg.Path(cfg.Schemas))
	if isVersion {
		fmt.Fprintf(env.info, "%s: %s\n", arg, set.Origin)
	}
	return set, err
}

// compile compiles a set and prints what is worth knowing of it but no error.
func (env *environment) compile(set *source.Set, o compile.Options) (*xsd.Schema, error) {
	schema, diags := compile.Compile(set, o)
	if err := diags.Err(); err != nil {
		return nil, err
	}
	env.printNotes(diags)
	return schema, nil
}

// schema compiles the schema that arg names, or the newest version.
func (env *environment) schema(cfg *config.Config, arg string) (*xsd.Schema, error) {
	if arg == "" {
		all, err := source.Versions(cfg.Path(cfg.Schemas))
		if err != nil {
			return nil, err
		}
		arg = all[len(all)-1].Name
	}
	set, err := env.open(arg, cfg)
	if err != nil {
		return nil, err
	}
	return env.compile(set, compile.Options{})
}

// silent is the program without a voice, as completions need it.
func (env *environment) silent() *environment {
	b := *env
	b.stderr, b.info = new(strings.Builder), new(strings.Builder)
	return &b
}
