package diag

import (
	"cmp"
	"fmt"
	"strings"
)

// Severity says how bad a diagnostic is.
type Severity uint8

// The severities, mildest first.
const (
	Note Severity = iota
	Warning
	Error
)

// String returns the word used in the text form: note, warning or error.
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	default:
		return "note"
	}
}

// MarshalText returns the word of the text form, for structured output.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Related points at a second place that a diagnostic is about, such as the
// first of two declarations of one name.
type Related struct {
	Pos     Pos
	Message string
}

// Remedy is a way out of a problem that whoever has called can take, such as to
// allow more bytes. How that is asked for, the room that reports the problem cannot
// know: a command knows the flag, and says it behind the message.
type Remedy struct {
	Kind  string // a constant of the room that reports the problem
	About string // what it is to be done with, "" for nothing in particular
}

// Diagnostic is one thing said about one place of the input.
type Diagnostic struct {
	Pos      Pos
	Severity Severity
	Code     string // the specification's constraint name, or "wbxgen-…"
	Message  string // lower case, one line, no full stop
	Related  []Related
	// Remedy is a way out beside those that the message has, zero for none.
	Remedy Remedy
	// Cause marks what others follow from, such as a file that cannot be read:
	// it comes before all that is no cause, wherever that is.
	Cause bool
}

// String returns the one text form, `file:line:col: severity: message [code]`,
// followed by a line for each related place.
func (d Diagnostic) String() string {
	var b strings.Builder
	writeLine(&b, d.Pos, d.Severity, d.Message)
	if d.Code != "" {
		fmt.Fprintf(&b, " [%s]", d.Code)
	}
	for _, r := range d.Related {
		b.WriteByte('\n')
		writeLine(&b, r.Pos, Note, r.Message)
	}
	return b.String()
}

func writeLine(b *strings.Builder, pos Pos, s Severity, message string) {
	if p := pos.String(); p != "" {
		b.WriteString(p)
		b.WriteString(": ")
	}
	b.WriteString(s.String())
	b.WriteString(": ")
	b.WriteString(oneLine(message))
}

// oneLine keeps a message on one line even where it quotes text of the input
// that has line breaks or control characters in it.
func oneLine(s string) string {
	if !strings.ContainsFunc(s, isControl) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isControl(r) {
			return ' '
		}
		return r
	}, s)
}

func isControl(r rune) bool { return r < 0x20 || r == 0x7F || r == '\u2028' || r == '\u2029' }

// Compare orders diagnostics by whether they are causes, then by place, then
// worst first, then by code and message, so that a list reads the same whatever
// order it was found in.
func (d Diagnostic) Compare(e Diagnostic) int {
	return cmp.Or(
		d.rank()-e.rank(),
		d.Pos.Compare(e.Pos),
		cmp.Compare(e.Severity, d.Severity),
		cmp.Compare(d.Code, e.Code),
		cmp.Compare(d.Message, e.Message),
	)
}

func (d Diagnostic) rank() int {
	if d.Cause {
		return 0
	}
	return 1
}
