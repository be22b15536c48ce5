package cli

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/project"
	"github.com/wbxgen/wbxgen/internal/source"
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

// config loads the configuration.
func (env *environment) config() (*config.Config, error) { return config.Load(env.configFile) }

// open opens the schema that arg names, or the newest version. It says where a
// version was found, and what is worth knowing of the schema but no error.
func (env *environment) open(arg string, o project.Options) (*project.Schema, error) {
	if arg == "" {
		var err error
		if arg, err = project.Newest(o.Config); err != nil {
			return nil, err
		}
	}
	o.Limits = env.limits
	set, err := project.Documents(arg, o)
	if err != nil {
		return nil, err
	}
	if project.VersionName(o.Config, arg) != "" {
		fmt.Fprintf(env.info, "%s: %s\n", arg, set.Origin)
	}
	s, err := project.Compile(set, o)
	if err != nil {
		return nil, err
	}
	if n := s.Notes.Errors(); n > 0 {
		fmt.Fprintf(env.stderr, "warning: %s has %s; what compiles of it is compared, and what does not is told as if it were not there\n", arg, diag.Count(n, "error"))
	}
	env.printNotes(s.Notes)
	return s, nil
}

// silent is the program without a voice, as completions need it.
func (env *environment) silent() *environment {
	b := *env
	b.stderr, b.info = new(strings.Builder), new(strings.Builder)
	return &b
}
