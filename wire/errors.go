package wire

import "fmt"

// DecodeError reports a document that is well-formed but does not say what the Go type can hold.
type DecodeError struct {
	Line, Col int    // 1-based start of the offending element; columns count characters; 0 in what is no document
	Offset    int64  // 0-based, in bytes of the document as UTF-8
	Path      string // local names from the root, as in /message/body/bodyContent
	Msg       string
	Err       error
}

// Error returns the message with its position and path.
func (e *DecodeError) Error() string {
	if e.Line == 0 {
		return e.Path + ": " + e.Msg
	}
	return fmt.Sprintf("%d:%d: %s: %s", e.Line, e.Col, e.Path, e.Msg)
}

// Unwrap returns the error of a value's own UnmarshalText or DecodeXML method, or [xmltext.ErrLimit], or nil.
func (e *DecodeError) Unwrap() error { return e.Err }

// EncodeError reports a value that XML cannot carry.
type EncodeError struct {
	Path string // local names from the root, as in /message/body/bodyContent
	Msg  string
	Err  error
}

// Error returns the message with the path.
func (e *EncodeError) Error() string { return e.Path + ": " + e.Msg }

// Unwrap returns the error of a value's own AppendText method, or nil.
func (e *EncodeError) Unwrap() error { return e.Err }
