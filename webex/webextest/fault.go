package webextest

import (
	"errors"
	"net/http"
	"strconv"
	"time"

	"github.com/wbxgen/wbxgen/webex"
)

// ErrCutOff is an error for [Server.Fail] that ends an answer in its middle.
var ErrCutOff = errors.New("webextest: the answer is cut off")

// Slow returns an error for [Server.Fail] that lets an answer wait. The operation is done.
func Slow(d time.Duration) error { return slow(d) }

type slow time.Duration

func (d slow) Error() string { return "webextest: the answer waits for " + time.Duration(d).String() }

// fault is what the next calls of an operation meet.
type fault struct {
	err   error
	times int
}

// Fail makes the next calls of an operation fail, as often as times says: with a [*webex.Error], [ErrCutOff], [Slow], or
// another error as the reason of a failure. The name is that of the operation, such as CreateMeeting; "" stands for
// all of them. A [*webex.Error] with an HTTPStatus other than 200 is answered with that status, and its RetryAfter in
// the header; so 403, 429 and 503 come as the service sends them.
func (s *Server) Fail(operation string, err error, times int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults[operation] = append(s.faults[operation], &fault{err, times})
}

// trip returns the error that the next call of an operation meets, nil for none.
func (s *Server) trip(operation string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, name := range []string{operation, ""} {
		list := s.faults[name]
		for len(list) > 0 && list[0].times <= 0 {
			list = list[1:]
		}
		s.faults[name] = list
		if len(list) > 0 {
			list[0].times--
			return list[0].err
		}
	}
	return nil
}

// isHTTP reports whether an error is answered by the status of HTTP.
func isHTTP(err error) (*webex.Error, bool) {
	e, ok := errors.AsType[*webex.Error](err)
	return e, ok && e.HTTPStatus != 0 && e.HTTPStatus != http.StatusOK
}

func writeHTTP(w http.ResponseWriter, e *webex.Error) {
	if e.RetryAfter > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(int((e.RetryAfter+time.Second-1)/time.Second)))
	}
	http.Error(w, e.Reason, e.HTTPStatus)
}
