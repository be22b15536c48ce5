package xsd

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/validate"
)

// ErrUndecided is what an error is (see [errors.Is]) where there is no verdict:
// the document or the schema could not be read, or a limit was reached before
// anything was found to be wrong.
var ErrUndecided = errors.New("there is no verdict")

// Error is one thing that is wrong with a document, or with a schema.
type Error struct {
	File         string // as it was named
	Line, Column int    // from 1, the column in characters; 0 where it is no place in the text
	// Path leads to the element of a document, by local names from the root,
	// as in /order/item; "" for a schema.
	Path string
	// Rule is the name that the recommendation gives to what is broken, such
	// as cvc-complex-type.2.4 or cos-nonambig, xml-well-formed, or a name
	// that begins with wbxgen- for what makes a verdict impossible.
	Rule    string
	Message string  // what is wrong and what would be right, in one line
	Related []Place // other places that have to do with it
}

// Place is a place that an error speaks of.
type Place struct {
	File         string
	Line, Column int
	Message      string // what is there
}

// Error returns file:line:column: error: message, at path [rule], and a line
// for each related place.
func (e *Error) Error() string {
	message := e.Message
	if e.Path != "" {
		message += ", at " + e.Path
	}
	text := fmt.Sprintf("%s: error: %s [%s]", diag.Pos{File: e.File, Line: e.Line, Col: e.Column}, message, e.Rule)
	for _, p := range e.Related {
		text += fmt.Sprintf("\n%s: note: %s", diag.Pos{File: p.File, Line: p.Line, Col: p.Column}, p.Message)
	}
	return text
}

// Errors is all that is wrong, in the order of the text as far as that is
// known. It is never empty.
type Errors []*Error

// Error returns the texts of all errors.
func (e Errors) Error() string {
	lines := make([]string, len(e))
	for i, one := range e {
		lines[i] = one.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap returns the errors one by one.
func (e Errors) Unwrap() []error {
	list := make([]error, len(e))
	for i, one := range e {
		list[i] = one
	}
	return list
}

// Is reports whether target is [ErrUndecided] and there is no verdict.
func (e Errors) Is(target error) bool {
	if target != ErrUndecided {
		return false
	}
	for _, one := range e {
		if !strings.HasPrefix(one.Rule, "wbxgen-") {
			return false
		}
	}
	return true
}

// verdict returns what a validation has found. Where it ended because the
// context was done, that is said as well.
func verdict(ctx context.Context, r *validate.Result) error {
	if r.Valid() {
		return nil
	}
	var list Errors
	for _, p := range r.Problems {
		if p.Severity == diag.Error {
			list = append(list, newError(p.Diagnostic, p.Path))
		}
	}
	if err := context.Cause(ctx); err != nil && r.Outcome() == validate.Undecided {
		return errors.Join(err, list)
	}
	return list
}

// errorsOf returns what is wrong with a schema.
func errorsOf(err error) error {
	all, ok := diag.FromError(err)
	if !ok {
		return err
	}
	var list Errors
	for _, d := range all.Sorted() {
		if d.Severity == diag.Error {
			list = append(list, newError(d, ""))
		}
	}
	return list
}

func newError(d diag.Diagnostic, path string) *Error {
	e := &Error{File: d.Pos.File, Line: d.Pos.Line, Column: d.Pos.Col, Path: path, Rule: d.Code, Message: d.Message}
	for _, r := range d.Related {
		e.Related = append(e.Related, Place{r.Pos.File, r.Pos.Line, r.Pos.Col, r.Message})
	}
	return e
}
