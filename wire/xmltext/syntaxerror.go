package xmltext

import (
	"errors"
	"fmt"
)

// ErrLimit is what errors.Is finds in every error that reports a crossed limit; see [Limits].
var ErrLimit = errors.New("limit exceeded")

// SyntaxError reports a document that is not well-formed XML, cannot be read, or crosses a limit.
type SyntaxError struct {
	Line, Col int   // 1-based; columns count characters
	Offset    int64 // 0-based, in bytes of the document as UTF-8
	Msg       string
	Err       error
}

// Error returns the message with its position.
func (e *SyntaxError) Error() string { return fmt.Sprintf("%d:%d: %s", e.Line, e.Col, e.Msg) }

// Unwrap returns [ErrLimit] for a crossed limit, [errors.ErrUnsupported] for an encoding that cannot be read, the
// reader's error for a failed read, and else nil.
func (e *SyntaxError) Unwrap() error { return e.Err }
