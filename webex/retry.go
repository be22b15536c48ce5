package webex

import (
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// The defaults of [Retry].
const (
	defaultBase = 500 * time.Millisecond
	defaultMax  = 30 * time.Second
)

// Retry says how often a request is repeated, and after which pause. Only operations that change nothing are repeated,
// and only where the service throttles or breaks down (HTTP status 5xx), or the connection breaks. The list functions
// do not repeat a request once they have yielded an item of its answer.
//
// The pause doubles from Base to Max, and is shortened by up to half at random. Where the service says how long to
// wait, that is waited instead; if it is longer than Max, or than the context lasts, the request is not repeated.
//
// The rate limits behind exception 000045 count calls per minute: to sit one out, let Base be some seconds and Max a
// minute.
type Retry struct {
	Attempts int           // how often a request is sent at most, the first time included
	Base     time.Duration // the first pause; 0 for 500 ms
	Max      time.Duration // the longest pause; 0 for 30 s

	// Sleep waits, and returns an error when the context ends; nil for a timer. Tests give another one.
	Sleep func(context.Context, time.Duration) error
	// Rand returns a number from 0 up to 1; nil for a random one.
	Rand func() float64
}

// pause returns how long to wait after the attempt, and whether to try again at all.
func (r *Retry) pause(ctx context.Context, attempt int, asked time.Duration) (time.Duration, bool) {
	if attempt >= r.Attempts {
		return 0, false
	}
	base, most := r.Base, r.Max
	if base <= 0 {
		base = defaultBase
	}
	if most <= 0 {
		most = defaultMax
	}
	pause := base
	for range attempt - 1 {
		if pause >= most {
			break
		}
		pause *= 2
	}
	pause = r.jitter(min(pause, most))
	if asked > 0 {
		pause = asked
	}
	end, limited := ctx.Deadline()
	return pause, pause <= most && (!limited || time.Until(end) > pause)
}

// jitter takes up to half of a pause away.
func (r *Retry) jitter(pause time.Duration) time.Duration {
	random := r.Rand
	if random == nil {
		random = rand.Float64
	}
	share := min(max(random(), 0), 1)
	return pause - time.Duration(float64(pause/2)*share)
}

func (r *Retry) sleep(ctx context.Context, d time.Duration) error {
	if r.Sleep != nil {
		return r.Sleep(ctx, d)
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// retryable reports whether the error may be gone the next time.
func retryable(err error) bool {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.HTTPStatus >= http.StatusInternalServerError || errors.Is(e, ErrThrottled)
	}
	if _, ok := errors.AsType[*TransportError](err); ok {
		return true
	}
	_, ok := errors.AsType[*ProtocolError](err)
	return ok && errors.Is(err, io.ErrUnexpectedEOF)
}

// retryAfter reads the HTTP header Retry-After (RFC 9110 §10.2.3): seconds, or a date.
func retryAfter(header string) time.Duration {
	header = strings.TrimSpace(header)
	if n, err := strconv.ParseInt(header, 10, 64); err == nil {
		const most = int64(1<<63-1) / int64(time.Second)
		return time.Duration(min(max(n, 0), most)) * time.Second
	}
	if at, err := http.ParseTime(header); err == nil {
		return max(time.Until(at), 0)
	}
	return 0
}
