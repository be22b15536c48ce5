package validate

import (
	"errors"
	"fmt"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// reporter collects what is wrong with a document, and knows which elements of
// it are open.
type reporter struct {
	schema     *xsd.Schema // says how names are written
	max        int         // how many errors are collected
	file       string
	result     *Result
	open       trail
	vocabulary vocabulary
	// stopped is set once no more of the document is to be looked at.
	stopped bool
}

// The codes of what ends a validation before its time.
const (
	codeSyntax     = "xml-well-formed"
	codeLimit      = "wbxgen-limit"
	codeUnreadable = "wbxgen-unreadable"
)

// begin forgets the last document.
func (r *reporter) begin(file string) {
	r.file, r.result, r.stopped = file, &Result{}, false
	r.open.names, r.open.starts = emptied(r.open.names), emptied(r.open.starts)
}

// fatal reports an error and ends the validation.
func (r *reporter) fatal(at xmltext.Pos, code, format string, args ...any) {
	r.report(at, code, format, args...)
	r.stopped = true
}

// report adds an error. The pointer, for what else there is to say, is valid
// until the next call.
func (r *reporter) report(at xmltext.Pos, code, format string, args ...any) *Problem {
	switch {
	case r.stopped:
		return &Problem{}
	case len(r.result.Problems) >= r.max:
		return r.enough(at)
	}
	r.result.Problems = append(r.result.Problems, Problem{
		Diagnostic: diag.Diagnostic{Pos: r.pos(at), Severity: diag.Error, Code: code, Message: fmt.Sprintf(format, args...)},
		Path:       r.open.path(),
	})
	switch {
	case !strings.HasPrefix(code, "wbxgen-"):
		r.result.outcome = Invalid
	case r.result.outcome == Valid:
		r.result.outcome = Undecided
	}
	return &r.result.Problems[len(r.result.Problems)-1]
}

// enough says once that there are more errors, and ends the validation.
func (r *reporter) enough(at xmltext.Pos) *Problem {
	r.stopped = true
	d := diag.Diagnostic{Pos: r.pos(at), Severity: diag.Note, Code: codeLimit, Message: "there are more errors; the rest of the document was not looked at"}
	r.result.Problems = append(r.result.Problems, Problem{Diagnostic: d})
	return &Problem{}
}

func (r *reporter) pos(at xmltext.Pos) diag.Pos {
	return diag.Pos{File: r.file, Line: at.Line, Col: at.Col}
}

// value reports a text that is not of its type.
func (r *reporter) value(at xmltext.Pos, what string, err error) {
	code := "cvc-datatype-valid"
	if e, ok := errors.AsType[*datatype.Error](err); ok {
		code = e.Code
	}
	r.report(at, code, "%s: %v", what, err)
}

// syntax reports the error that ended a scan.
func (r *reporter) syntax(err error) {
	e, ok := errors.AsType[*xmltext.SyntaxError](err)
	if !ok {
		return
	}
	code := codeSyntax
	switch {
	case errors.Is(err, xmltext.ErrLimit):
		code = codeLimit
	case e.Unwrap() != nil:
		code = codeUnreadable
	}
	r.fatal(xmltext.Pos{Line: e.Line, Col: e.Col, Offset: e.Offset}, code, "%s", e.Msg)
}

// trail is the local names of the open elements.
type trail struct {
	names  []byte
	starts []int

	kept    string  // the path that was kept last
	keeper  *keeper // what has claimed it, nil once that is gone
	scratch []byte
}

// keeper is a table that keeps paths: until when, and how much memory it has claimed.
type keeper struct {
	depth   int // of the element with whose end it goes, 0 for the document
	claimed int64
}

func (t *trail) push(local []byte) {
	t.starts = append(t.starts, len(t.names))
	t.names = append(t.names, local...)
}

func (t *trail) pop() {
	last := len(t.starts) - 1
	t.names, t.starts = t.names[:t.starts[last]], t.starts[:last]
}

// last is the name of the innermost open element.
func (t *trail) last() string { return string(t.names[t.starts[len(t.starts)-1]:]) }

// path leads from the root to the innermost open element.
func (t *trail) path() string {
	return string(t.appendPath(make([]byte, 0, len(t.names)+len(t.starts))))
}

func (t *trail) appendPath(b []byte) []byte {
	for i, start := range t.starts {
		end := len(t.names)
		if i+1 < len(t.starts) {
			end = t.starts[i+1]
		}
		b = append(append(b, '/'), t.names[start:end]...)
	}
	return b
}

// keptPath is path for a table, and by how many bytes memory has grown by it: none
// where it is that of the last call, as an element deep down can be in a table of each
// one around it. Of these the one that stays longest claims it.
func (t *trail) keptPath(by *keeper) (path string, grown int) {
	t.scratch = t.appendPath(t.scratch[:0])
	size := int64(len(t.scratch))
	switch {
	case t.keeper == nil || string(t.scratch) != t.kept:
		t.kept, t.keeper, grown = string(t.scratch), by, len(t.scratch)
		by.claimed += size
	case by.depth < t.keeper.depth:
		t.keeper.claimed -= size
		by.claimed += size
		t.keeper = by
	}
	return t.kept, grown
}

// leave takes note that the tables of the element at a depth are gone.
func (t *trail) leave(depth int) {
	if t.keeper != nil && t.keeper.depth >= depth {
		t.keeper = nil
	}
}
