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
)

var (
	// errNo says that a command did its work and the result is "no".
	errNo = errors.New("the answer is no")
	// errTrouble says that the trouble is already printed.
	errTrouble = errors.New("trouble")
)

// app is what all commands share.
type app struct {
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
func (a *app) printError(err error) {
	if list, ok := diag.FromError(err); ok {
		a.printDiagnostics(a.stderr, list.Brief(mostProblems, "wbxgen check shows them"))
		return
	}
	a.printDiagnostics(a.stderr, "error: "+err.Error())
}

// config loads the configuration.
func (a *app) config() (*config.Config, error) { return config.Load(a.configFile) }

// open opens a schema source; versions are looked for in the configured
// folder first.
func (a *app) open(arg string, cfg *config.Config) (*source.Set, error) {
	set, err := source.Open(arg, source.Options{Root: cfg.Path(cfg.Schemas), Limits: a.limits})
	if err != nil {
		return nil, err
	}
	_, isVersion, err := source.FindVersion(arg, cfg.Path(cfg.Schemas))
	if isVersion {
		fmt.Fprintf(a.info, "%s: %s\n", arg, set.Origin)
	}
	return set, err
}

// oneOf checks the value of a flag against a list.
func oneOf(flag, value string, allowed ...string) error {
	for _, v := range allowed {
		if v == value {
			return nil
		}
	}
	return fmt.Errorf("--%s %q is not known (known are %s)%s", flag, value, strings.Join(allowed, ", "), diag.DidYouMean(value, allowed))
}
