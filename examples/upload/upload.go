// Package upload is an example: a handler of uploads that holds them against a
// schema, and answers with all that is wrong, each with its place.
package upload

import (
	"embed"
	"encoding/json"
	"errors"
	"io/fs"
	"net/http"

	"github.com/wbxgen/wbxgen/xsd"
)

//go:embed schema
var files embed.FS

// limits are those of one upload.
var limits = xsd.Limits{Size: 1 << 20, Depth: 32}

// Problem is one thing that is wrong with an upload, as the answer has it.
type Problem struct {
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Path    string `json:"path"`
	Message string `json:"message"`
	Rule    string `json:"rule"`
}

// Handler returns a handler that answers a valid report with 204, an invalid one
// with 422 and one that cannot be judged, such as one that is too large, with 400;
// the last two with a JSON list of problems.
func Handler() (http.Handler, error) {
	folder, err := fs.Sub(files, "schema")
	if err != nil {
		return nil, err
	}
	schema, err := xsd.Compile(folder, "report.xsd")
	if err != nil {
		return nil, err
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answer(w, schema.Validate(r.Context(), r.Body, xsd.Named("upload"), xsd.Limited(limits)))
	}), nil
}

// answer tells a client the verdict.
func answer(w http.ResponseWriter, err error) {
	problems, ok := errors.AsType[xsd.Errors](err)
	switch {
	case err == nil:
		w.WriteHeader(http.StatusNoContent)
	case !ok:
		http.Error(w, "the upload cannot be judged", http.StatusInternalServerError)
	case errors.Is(err, xsd.ErrUndecided):
		list(w, http.StatusBadRequest, problems)
	default:
		list(w, http.StatusUnprocessableEntity, problems)
	}
}

// list answers with problems. A client that has gone does not read them, so that
// an error of writing has no one to be told.
func list(w http.ResponseWriter, status int, problems xsd.Errors) {
	out := make([]Problem, 0, len(problems))
	for _, p := range problems {
		out = append(out, Problem{p.Line, p.Column, p.Path, p.Message, p.Rule})
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(out)
}
