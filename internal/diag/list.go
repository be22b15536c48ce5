package diag

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// List collects diagnostics. The zero value is ready to use. A List is not
// safe for concurrent use.
type List struct {
	all []Diagnostic
}

// Add appends d.
func (l *List) Add(d Diagnostic) { l.all = append(l.all, d) }

// Error adds an error and returns it, so that related places can be added.
// The pointer is valid until the next call of a method of l.
func (l *List) Error(pos Pos, code, format string, args ...any) *Diagnostic {
	return l.add(Error, pos, code, format, args...)
}

// Warning adds a warning and returns it, as [List.Error] does.
func (l *List) Warning(pos Pos, code, format string, args ...any) *Diagnostic {
	return l.add(Warning, pos, code, format, args...)
}

// Note adds a note and returns it, as [List.Error] does.
func (l *List) Note(pos Pos, code, format string, args ...any) *Diagnostic {
	return l.add(Note, pos, code, format, args...)
}

func (l *List) add(s Severity, pos Pos, code, format string, args ...any) *Diagnostic {
	l.all = append(l.all, Diagnostic{Pos: pos, Severity: s, Code: code, Message: fmt.Sprintf(format, args...)})
	return &l.all[len(l.all)-1]
}

// See adds a related place to d.
func (d *Diagnostic) See(pos Pos, format string, args ...any) *Diagnostic {
	d.Related = append(d.Related, Related{Pos: pos, Message: fmt.Sprintf(format, args...)})
	return d
}

// AsCause marks d as what others follow from.
func (d *Diagnostic) AsCause() *Diagnostic {
	d.Cause = true
	return d
}

// AsCauses marks all diagnostics of l as what others follow from.
func (l *List) AsCauses() *List {
	for i := range l.all {
		l.all[i].Cause = true
	}
	return l
}

// WithRemedies returns the list with remedies behind the messages, in the words of
// who shows them.
func (l *List) WithRemedies(words func(Remedy) string) *List {
	out := &List{slices.Clone(l.all)}
	for i, d := range out.all {
		if d.Remedy != (Remedy{}) {
			out.all[i].Message += words(d.Remedy)
		}
	}
	return out
}

// Append adds the diagnostics of other.
func (l *List) Append(other *List) { l.all = append(l.all, other.all...) }

// Len returns how many diagnostics there are.
func (l *List) Len() int { return len(l.all) }

// Sorted returns the diagnostics by place, without repetitions.
func (l *List) Sorted() []Diagnostic {
	out := slices.Clone(l.all)
	slices.SortStableFunc(out, Diagnostic.Compare)
	return slices.CompactFunc(out, func(a, b Diagnostic) bool { return a.Compare(b) == 0 })
}

// HasErrors reports whether one of the diagnostics is an error.
func (l *List) HasErrors() bool {
	return slices.ContainsFunc(l.all, func(d Diagnostic) bool { return d.Severity == Error })
}

// Errors returns how many errors the list has.
func (l *List) Errors() int {
	n := 0
	for _, d := range l.all {
		if d.Severity == Error {
			n++
		}
	}
	return n
}

// Err returns nil if there is no error among the diagnostics, else an error
// whose text is all of them and from which [FromError] gets the list back.
func (l *List) Err() error {
	if !l.HasErrors() {
		return nil
	}
	return &listError{l}
}

// String returns the text form of each diagnostic, a line each.
func (l *List) String() string {
	var b strings.Builder
	for i, d := range l.Sorted() {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(d.String())
	}
	return b.String()
}

// listError carries a list through an error value.
type listError struct{ list *List }

func (e *listError) Error() string { return e.list.String() }

// FromError returns the list that [List.Err] put into err, if there is one.
func FromError(err error) (*List, bool) {
	if e, ok := errors.AsType[*listError](err); ok {
		return e.list, true
	}
	return nil, false
}
