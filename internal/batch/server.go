package batch

import (
	"context"
	"fmt"
	"runtime/debug"
	"slices"

	"github.com/wbxgen/wbxgen/internal/validate"
)

// server is what one [Serve] keeps between requests.
type server struct {
	options Options
	schemas cache
	// slots has an entry for each request that is worked on, those included
	// whose time was up before they noticed.
	slots chan struct{}
}

// maxAtWork bounds the requests that are still worked on after their answer.
const maxAtWork = 8

// respond answers a line within the time there is for it.
func (s *server) respond(ctx context.Context, l line) response {
	if l.err != nil {
		return request{}.failure("the request is longer than %d bytes", s.options.Line)
	}
	r, err := parseRequest(l.text)
	if err != nil {
		return r.failure("%v", err)
	}
	ctx, cancel := context.WithTimeout(ctx, s.options.Timeout)
	defer cancel()
	select {
	case s.slots <- struct{}{}:
	case <-ctx.Done():
		return r.failure("%d earlier requests that took too long are still worked on", maxAtWork)
	}
	answer := make(chan response, 1)
	go func() {
		defer func() { <-s.slots }()
		answer <- s.guarded(ctx, r)
	}()
	select {
	case a := <-answer:
		return a
	case <-ctx.Done():
		return r.failure("no answer within %v", s.options.Timeout)
	}
}

// guarded is judge at the boundary of the process: a fault of this program
// fails the request that met it and no other.
func (s *server) guarded(ctx context.Context, r request) (a response) {
	defer func() {
		if fault := recover(); fault != nil {
			a = r.failure("this is a fault of wbxgen, please report it: %v\n%s", fault, debug.Stack())
		}
	}()
	return s.judge(ctx, r)
}

// judge gives the verdicts.
func (s *server) judge(ctx context.Context, r request) response {
	if len(r.Schemas) == 0 {
		return s.judgeByHints(ctx, r)
	}
	c := s.schema(r.Schemas, false)
	a := response{ID: r.ID, Schema: c.verdict, Message: c.message}
	if r.Instance == "" {
		return a
	}
	if c.verdict != valid {
		a.Instance = c.verdict
		return a
	}
	result, err := s.validate(ctx, c, r.Instance)
	if err == nil {
		if wider := s.widened(r, c, result.Hints); wider != nil {
			result, err = s.validate(ctx, wider, r.Instance)
		}
	}
	return a.with(result, err)
}

// widened returns the schema of a request with what hints name for namespaces
// that it says nothing of, nil where there is nothing to add. Hints are no more
// than that: documents that make no valid schema are left out.
func (s *server) widened(r request, c *compiled, hints []validate.Hint) *compiled {
	more := s.hinted(r.Instance, hints, c.namespaces)
	if len(more) == 0 {
		return nil
	}
	if wider := s.schema(slices.Concat(r.Schemas, more), false); wider.verdict == valid {
		return wider
	}
	return nil
}

// judgeByHints judges a document by the schema that it names itself.
func (s *server) judgeByHints(ctx context.Context, r request) response {
	hints, err := s.hints(ctx, r.Instance)
	if err != nil {
		return r.failure("%v", err)
	}
	c := s.schema(s.hinted(r.Instance, hints, nil), true)
	a := response{ID: r.ID, Schema: c.verdict, Instance: c.verdict, Message: c.message}
	if c.verdict != valid {
		return a
	}
	return a.with(s.validate(ctx, c, r.Instance))
}

// errorf is an error in the words of a message.
func errorf(file, format string, args ...any) error {
	return fmt.Errorf("%s: error: "+format, append([]any{file}, args...)...)
}
