package change

import "fmt"

// Level says how bad a change is for one of the parties.
type Level uint8

// The levels, mildest first.
const (
	// None: the language and the names that it shows are the same.
	None Level = iota
	// Info: compatible, and worth a line in a changelog.
	Info
	// Risk: the schema alone cannot decide, or no proof was found. A change
	// at this level has a [Reason].
	Risk
	// Break: a client that kept to the old version stops working.
	Break
)

var levelWords = [...]string{"none", "info", "risk", "break"}

// String returns none, info, risk or break.
func (l Level) String() string { return levelWords[l] }

// MarshalText returns the word of [Level.String], for structured output.
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// ParseLevel reads the word of a level.
func ParseLevel(word string) (Level, error) {
	for i, w := range levelWords {
		if w == word {
			return Level(i), nil
		}
	}
	return None, fmt.Errorf("level %q is none of none, info, risk and break", word)
}

// GoLevel is the step of a semantic version that a change asks of the
// generated Go code.
type GoLevel uint8

// The steps, smallest first.
const (
	GoNone GoLevel = iota
	GoPatch
	GoMinor
	GoMajor
)

// String returns none, patch, minor or major.
func (g GoLevel) String() string { return [...]string{"none", "patch", "minor", "major"}[g] }

// MarshalText returns the word of [GoLevel.String], for structured output.
func (g GoLevel) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// Reason says what a [Risk] depends on.
type Reason string

// The reasons.
const (
	// ServerBehaviour: what the server does with the document decides.
	ServerBehaviour Reason = "server-behaviour"
	// ExhaustiveSwitch: a reader that lists all cases meets one more.
	ExhaustiveSwitch Reason = "exhaustive-switch"
	// DataLoss: a reader no longer gets what it may have used.
	DataLoss Reason = "data-loss"
	// ClientStorage: values outgrow what a client has made room for.
	ClientStorage Reason = "client-storage"
	// Unproven: neither compatibility nor a break was shown within bounds.
	Unproven Reason = "unproven"
)

// Severity is what a change means for each party.
type Severity struct {
	// Request is about documents that an old client sends to a new server.
	Request Level
	// Response is about an old client that reads a new server's documents,
	// skips what it does not know and relies on what was guaranteed.
	Response Level
	// Strict is Response for a client that validates what it reads. It is
	// never below Response.
	Strict Level
	// Go is about source code written against the generated packages.
	Go GoLevel
}

// Wire returns the worst level on the wire; strict readers count if asked for.
func (s Severity) Wire(strict bool) Level {
	if strict {
		return max(s.Request, s.Response, s.Strict)
	}
	return max(s.Request, s.Response)
}

// Merge returns the worse of both on each axis.
func (s Severity) Merge(t Severity) Severity {
	return Severity{max(s.Request, t.Request), max(s.Response, t.Response), max(s.Strict, t.Strict), max(s.Go, t.Go)}
}
