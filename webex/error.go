package webex

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// What [errors.Is] finds in an [Error].
var (
	// ErrThrottled: too many requests, try again later. It is exception 000045, HTTP status 429, and of GetUserCard and
	// GetSessionInfo alone also HTTP status 403 or a text that says 403 Forbidden.
	ErrThrottled = errors.New("webex: throttled")
	// ErrNoRecord: nothing was found, exception 000015.
	ErrNoRecord = errors.New("webex: no record found")
	// ErrBatchTooLarge: a [Batch] has more operations than the service takes in one message, exception 000053.
	ErrBatchTooLarge = errors.New("webex: too many operations in one message")
)

// Error is a refusal: the service answered FAILURE, or the HTTP status is not 200. Secrets of the request are not in
// it, even where the service repeats them.
type Error struct {
	Operation   string // CreateMeeting; the names of several with commas between them, where the message of a batch was refused
	ExceptionID ExceptionID
	Reason      string // in the language of the site; of an HTTP error, the beginning of its text
	SubErrors   []SubError
	Value       string
	GSBStatus   GSBStatus
	CaseID      string
	HTTPStatus  int           // 200 for a FAILURE
	RetryAfter  time.Duration // how long the service asks to wait, 0 where it does not say
}

// Error returns operation, exception ID or HTTP status, reason and sub-errors in one line.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString("webex: " + e.Operation + ": ")
	sep := ""
	if e.HTTPStatus != http.StatusOK && e.HTTPStatus != 0 {
		b.WriteString(statusText(e.HTTPStatus))
		sep = ": "
	}
	writeFailure(&b, sep, e.ExceptionID, e.Reason, e.Value)
	for _, s := range e.SubErrors {
		writeFailure(&b, "; ", s.ExceptionID, s.Reason, s.Value)
	}
	return b.String()
}

func statusText(code int) string {
	return strings.TrimSpace("HTTP status " + strconv.Itoa(code) + " " + http.StatusText(code))
}

// writeFailure writes "000015: Sorry, no record found (value)", of which any part may be missing.
func writeFailure(b *strings.Builder, sep string, id ExceptionID, reason, value string) {
	for _, part := range []string{string(id), oneLine(reason)} {
		if part != "" {
			b.WriteString(sep + part)
			sep = ": "
		}
	}
	if value = oneLine(value); value != "" {
		b.WriteString(" (" + value + ")")
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Is makes [ErrThrottled], [ErrNoRecord] and [ErrBatchTooLarge] known to [errors.Is].
func (e *Error) Is(target error) bool {
	switch target {
	case ErrThrottled:
		return e.ExceptionID == ExceptionThrottled || e.HTTPStatus == http.StatusTooManyRequests || e.forbidden()
	case ErrNoRecord:
		return e.ExceptionID == ExceptionNoRecord
	case ErrBatchTooLarge:
		return e.ExceptionID == ExceptionTooManyBodies
	}
	return false
}

// forbidden reports a 403 of the two operations that throttle in this way since 40.4.5. The release notes call it an
// error message; that it is the HTTP status is inferred, so either will do.
func (e *Error) forbidden() bool {
	return throttlesByForbidding(e.Operation) && (e.HTTPStatus == http.StatusForbidden || saysForbidden(e.Reason))
}

func throttlesByForbidding(operations string) bool {
	for name := range strings.SplitSeq(operations, ", ") {
		if name != "GetUserCard" && name != "GetSessionInfo" {
			return false
		}
	}
	return true
}

func saysForbidden(text string) bool { return strings.Contains(oneLine(text), "403 Forbidden") }

// GoString returns what [Error.Error] returns.
func (e *Error) GoString() string { return e.Error() }

// LogValue returns the fields that are set, as a group.
func (e *Error) LogValue() slog.Value {
	attrs := []slog.Attr{slog.String("operation", e.Operation)}
	for _, a := range []slog.Attr{
		slog.String("exceptionID", string(e.ExceptionID)), slog.String("reason", e.Reason),
		slog.String("value", e.Value), slog.String("caseID", e.CaseID),
	} {
		if a.Value.String() != "" {
			attrs = append(attrs, a)
		}
	}
	return slog.GroupValue(append(attrs, slog.Int("httpStatus", e.HTTPStatus))...)
}

// TransportError says that no answer came: the service could not be reached, the connection broke, or time ran out.
// [errors.Is] finds [context.Canceled] and [context.DeadlineExceeded] in it.
type TransportError struct {
	Operation string
	Host      string
	err       error
}

// Error returns the operation, the host and the cause.
func (e *TransportError) Error() string {
	return fmt.Sprintf("webex: %s: no answer from %s: %v", e.Operation, e.Host, e.err)
}

// Unwrap returns the cause.
func (e *TransportError) Unwrap() error { return e.err }

// Timeout reports whether time ran out.
func (e *TransportError) Timeout() bool {
	t, ok := errors.AsType[interface {
		error
		Timeout() bool
	}](e.err)
	return ok && t.Timeout()
}

// GoString returns what [TransportError.Error] returns.
func (e *TransportError) GoString() string { return e.Error() }

// LogValue returns what [TransportError.Error] returns.
func (e *TransportError) LogValue() slog.Value { return slog.StringValue(e.Error()) }

// ProtocolError says that what came is no answer of this API: HTML instead of XML, a document that is cut off or too
// large, another root element, a value that the response has no place for.
type ProtocolError struct {
	Operation  string
	HTTPStatus int
	Msg        string
	err        error
}

// Error returns the operation and what is wrong.
func (e *ProtocolError) Error() string { return "webex: " + e.Operation + ": " + e.Msg }

// Unwrap returns the cause: an xmltext.SyntaxError, a [wire.DecodeError], [io.ErrUnexpectedEOF] in an answer that is cut
// off, or nil. [errors.Is] finds xmltext.ErrLimit in one that is too large.
func (e *ProtocolError) Unwrap() error { return e.err }

// GoString returns what [ProtocolError.Error] returns.
func (e *ProtocolError) GoString() string { return e.Error() }

// LogValue returns what [ProtocolError.Error] returns.
func (e *ProtocolError) LogValue() slog.Value { return slog.StringValue(e.Error()) }
