package wire

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
	err       error
}

// Error returns the message with its position.
func (e *SyntaxError) Error() string { return fmt.Sprintf("%d:%d: %s", e.Line, e.Col, e.Msg) }

// Unwrap returns [ErrLimit] for a crossed limit, [errors.ErrUnsupported] for an encoding that cannot be read, the
// reader's error for a failed read, and else nil.
func (e *SyntaxError) Unwrap() error { return e.err }

// DecodeError reports a document that is well-formed but does not say what the Go type can hold.
type DecodeError struct {
	Line, Col int    // 1-based start of the offending element; columns count characters
	Offset    int64  // 0-based, in bytes of the document as UTF-8
	Path      string // local names from the root, as in /message/body/bodyContent
	Msg       string
	err       error
}

// Error returns the message with its position and path.
func (e *DecodeError) Error() string {
	return fmt.Sprintf("%d:%d: %s: %s", e.Line, e.Col, e.Path, e.Msg)
}

// Unwrap returns the error of a value's own UnmarshalText or DecodeXML method, or [ErrLimit], or nil.
func (e *DecodeError) Unwrap() error { return e.err }

// EncodeError reports a value that XML cannot carry.
type EncodeError struct {
	Path string // local names from the root, as in /message/body/bodyContent
	Msg  string
	err  error
}

// Error returns the message with the path.
func (e *EncodeError) Error() string { return e.Path + ": " + e.Msg }

// Unwrap returns the error of a value's own AppendText method, or nil.
func (e *EncodeError) Unwrap() error { return e.err }
