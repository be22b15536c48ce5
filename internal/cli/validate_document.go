package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/project"
	"github.com/wbxgen/wbxgen/internal/request"
	"github.com/wbxgen/wbxgen/internal/terminal"
	"github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// judgement is what there is to say of one document.
type judgement struct {
	outcome  validate.Outcome
	problems *diag.List
	paths    []string // of the problems, by the order of found
	found    []diag.Diagnostic
}

// verdict judges a document.
type verdict func(in io.Reader, name string) *validate.Result

// judgeWith compiles the schema, and returns what judges the documents.
func judgeWith(env *environment, f validateFlags) (verdict, error) {
	cfg, err := env.config()
	if err != nil {
		return nil, err
	}
	s, err := project.Open(f.schema, project.Options{Config: cfg, Profile: f.profile, Within: f.within, Lax: f.lax, Limits: env.limits})
	if err != nil {
		return nil, err
	}
	env.printNotes(s.Notes)
	if f.direction == "request" {
		return requestVerdict(s, f)
	}
	return validate.New(s.Components, validate.Options{MaxErrors: f.maxErrors, Limits: f.documentLimits()}).Validate, nil
}

// requestVerdict judges requests in the form in which clients send them.
func requestVerdict(s *project.Schema, f validateFlags) (verdict, error) {
	if len(s.Profile.Operations(s.Components)) == 0 {
		return nil, fmt.Errorf("--direction request: %s", noOperations(s.Components))
	}
	r := request.New(s.Components, s.Profile, validate.Options{MaxErrors: f.maxErrors, Limits: xmltext.Limits{Size: f.maxSize}})
	return func(in io.Reader, name string) *validate.Result {
		data, err := io.ReadAll(in)
		if err != nil {
			return validate.NewResult(validate.Undecided, validate.Problem{Diagnostic: diag.Diagnostic{
				Pos: diag.Pos{File: name}, Severity: diag.Error, Code: "wbxgen-unreadable", Message: err.Error(),
			}})
		}
		return r.Judge(data, name)
	}, nil
}

// judgeFile validates one document. That it cannot be read is said of it as what
// is wrong with others is: those after it are judged all the same.
func judgeFile(env *environment, v verdict, name string) judgement {
	if name == "-" {
		return judged(v(env.stdin, documentName(name)))
	}
	file, err := os.Open(name)
	if err != nil {
		var list diag.List
		list.Error(diag.Pos{File: filepath.ToSlash(name)}, "wbxgen-unreadable", "cannot read: %v", diag.WithoutPath(err))
		return judgement{outcome: validate.Undecided, problems: &list, found: list.Sorted(), paths: []string{""}}
	}
	defer file.Close()
	reading := env.progress(terminal.Bytes)
	defer reading.End()
	reading.Begin(filepath.ToSlash(name), sizeOf(file))
	return judged(v(reading.Reader(file), filepath.ToSlash(name)))
}

// sizeOf returns the size of an ordinary file, 0 for what has none.
func sizeOf(file *os.File) int64 {
	info, err := file.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return 0
	}
	return info.Size()
}

func judged(r *validate.Result) judgement {
	j := judgement{outcome: r.Outcome(), problems: r.Diagnostics()}
	for _, p := range r.Problems {
		j.found, j.paths = append(j.found, p.Diagnostic), append(j.paths, p.Path)
	}
	return j
}

func documentName(arg string) string {
	if arg == "-" {
		return "standard input"
	}
	return arg
}

// worse adds an outcome to the worst so far.
func worse(so error, o validate.Outcome) error {
	switch {
	case o == validate.Undecided, so == errTrouble:
		return errTrouble
	case o == validate.Invalid:
		return errNo
	}
	return so
}
