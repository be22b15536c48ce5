package change

import (
	"fmt"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// NameKind is what a name is one of.
type NameKind int

// The kinds of names.
const (
	RuleName NameKind = iota
	OperationName
	NamespaceName
)

// NameError is about a name that nothing has.
type NameError struct {
	Kind NameKind
	Text string // what is wrong
	Hint string // the nearest name, as of [diag.DidYouMean]
}

// Error returns both.
func (e *NameError) Error() string { return e.Text + e.Hint }

// UnknownRule is the error about an ID that no rule has.
func UnknownRule(id ID) *NameError {
	return &NameError{RuleName, fmt.Sprintf("there is no rule %q", id), diag.DidYouMean(string(id), RuleIDs())}
}
