package validate

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Outcome is the verdict on a document.
type Outcome uint8

// The verdicts. Undecided means that the document was not judged to its end
// for a reason that is not its fault or not proven to be: it could not be
// read, or a limit was reached.
const (
	Valid Outcome = iota
	Invalid
	Undecided
)

// String returns valid, invalid or undecided.
func (o Outcome) String() string { return [...]string{"valid", "invalid", "undecided"}[o] }

// Problem is one thing that is wrong with a document. Its code is the name of
// the validation rule that is broken (Part 1 Appendix C.2, Part 2 §4.3 for the
// value of a facet), xml-well-formed, or one that begins with wbxgen- for what
// makes a verdict impossible.
type Problem struct {
	diag.Diagnostic
	// Path leads to the element, by local names from the root, as in
	// /message/body/bodyContent.
	Path string
	// Missed is the key or unique that lacks what a keyref refers to; nil for
	// any other problem.
	Missed *xsd.IdentityConstraint
}

// Result is what there is to say about a document.
type Result struct {
	// Problems are in document order, as far as that is known: an error is
	// found where an element ends, too. A last note says if there are more.
	Problems []Problem
	// Hints are what the document says of where schemas are, each pair once,
	// as far as the document was read. They have had no part in the verdict.
	Hints   []Hint
	outcome Outcome
}

// NewResult returns a result of somebody who judges in the place of a
// [Validator].
func NewResult(o Outcome, problems ...Problem) *Result {
	return &Result{Problems: problems, outcome: o}
}

// Outcome returns the verdict. A document with an error that was found before
// a limit was reached is invalid.
func (r *Result) Outcome() Outcome { return r.outcome }

// Valid reports whether the document is valid.
func (r *Result) Valid() bool { return r.outcome == Valid }

// Diagnostics returns the problems with their paths in the text form of all
// diagnostics.
func (r *Result) Diagnostics() *diag.List {
	list := &diag.List{}
	for _, p := range r.Problems {
		d := p.Diagnostic
		d.Related = slices.Clone(d.Related)
		if p.Path != "" {
			d.Message += ", at " + p.Path
		}
		list.Add(d)
	}
	return list
}
