package batch

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
)

// Serve answers the requests of in, a line each, on out, in the same order,
// until in ends, which is no error, or ctx is done. A line that is no request
// is answered like one that cannot be carried out. No request ends it: one that
// takes too long or that this program is not up to has the verdict error.
//
// Where ctx is done while in has nothing to read, a goroutine stays with in
// until there is something.
func Serve(ctx context.Context, in io.Reader, out io.Writer, o Options) error {
	o = o.orDefault()
	s := &server{options: o, schemas: cache{room: o.Schemas}, slots: make(chan struct{}, maxAtWork)}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	list := lines(ctx, in, o.Line)
	for {
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case l, more := <-list:
			if !more {
				return nil
			}
			if err := s.serve(ctx, l, out); err != nil {
				return err
			}
		}
	}
}

// serve writes the answer to a line.
func (s *server) serve(ctx context.Context, l line, out io.Writer) error {
	if l.err != nil && !errors.Is(l.err, errLong) {
		return fmt.Errorf("reading requests: %w", l.err)
	}
	answer := s.respond(ctx, l)
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if _, err := out.Write(answer.line()); err != nil {
		return fmt.Errorf("writing answers: %w", err)
	}
	return nil
}

// line is a line of input, or why there is none.
type line struct {
	text []byte
	err  error
}

var errLong = errors.New("the line is too long")

// lines delivers the lines of in that are not blank, with an error for each
// that is longer than limit and for one that ends the input before its time.
func lines(ctx context.Context, in io.Reader, limit int) <-chan line {
	list := make(chan line)
	go func() {
		defer close(list)
		r := bufio.NewReader(in)
		for end := false; !end; {
			var l line
			l, end = readLine(r, limit)
			if len(bytes.TrimSpace(l.text)) == 0 && l.err == nil {
				continue
			}
			select {
			case list <- l:
			case <-ctx.Done():
				return
			}
		}
	}()
	return list
}

// readLine reads one line; end is set where none follows.
func readLine(r *bufio.Reader, limit int) (l line, end bool) {
	for {
		part, err := r.ReadSlice('\n')
		if len(l.text)+len(part) > limit {
			l.text, l.err = nil, errLong
		}
		if l.err == nil {
			l.text = append(l.text, part...)
		}
		switch {
		case err == nil:
			return l, false
		case errors.Is(err, io.EOF):
			return l, true
		case !errors.Is(err, bufio.ErrBufferFull):
			return line{err: err}, true
		}
	}
}
