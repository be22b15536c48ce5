package webex

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"time"
)

// sendAll sends a message, and repeats it where that is right. The error is that of the message as a whole; what became
// of the operations is in the items.
func (c *Client) sendAll(ctx context.Context, items []*item, auth Authorizer) error {
	name := namesOf(items)
	switch {
	case c.http == nil:
		return unsent(name, errors.New("a client is made by NewClient"))
	case c.err != nil:
		return unsent(name, c.err)
	case ctx == nil:
		return unsent(name, errors.New("the context is nil"))
	}
	renewed, tries := false, 1
	for attempt := 1; ; attempt++ {
		x := &exchange{client: c, items: items, name: name, host: c.endpoint.host}
		err := x.runReported(ctx, auth, attempt)
		first := x.firstError(err)
		switch {
		case first == nil || !repeatable(items):
			return err
		case !renewed && x.renew(auth, err):
			renewed = true
		case !x.retryable(ctx, err):
			return err
		default:
			pause, ok := c.retry.pause(ctx, tries, x.wait)
			if !ok {
				return err
			}
			if stop := c.retry.sleep(ctx, pause); stop != nil {
				return fmt.Errorf("%w; then, waiting to try again: %w", first, stop)
			}
			tries++
		}
		forget(items)
	}
}

// runReported is run with the response hook.
func (x *exchange) runReported(ctx context.Context, auth Authorizer, attempt int) error {
	err := x.run(ctx, auth)
	if hook := x.client.hook; hook != nil && !x.sent.IsZero() {
		hook(ctx, &Response{
			Operation: x.name, Attempt: attempt, HTTPStatus: x.status, Duration: time.Since(x.sent),
			Statuses: slices.Clone(x.statuses), Err: x.firstError(err),
		})
	}
	return err
}

// firstError returns the error of the exchange as a whole, or else the first one of an item.
func (x *exchange) firstError(err error) error {
	for _, it := range x.items {
		if err == nil {
			err = it.err
		}
	}
	return err
}

// renew reports whether the authorizer wants the request repeated. That needs all operations to be refused for the same
// reason, so that none is done twice.
func (x *exchange) renew(auth Authorizer, err error) bool {
	r, ok := auth.(Renewer)
	if !ok {
		return false
	}
	refusal, ok := errors.AsType[*Error](x.firstError(err))
	if !ok || x.request == nil {
		return false
	}
	for _, it := range x.items {
		e, ok := errors.AsType[*Error](it.err)
		if err == nil && (!ok || e.ExceptionID != refusal.ExceptionID) {
			return false
		}
	}
	return r.Renew(&x.auth, refusal)
}

// retryable reports whether the message may be repeated because of err, or because of that of its only operation.
func (x *exchange) retryable(ctx context.Context, err error) bool {
	for _, it := range x.items {
		if !it.op.ReadOnly {
			return false
		}
	}
	if err == nil && len(x.items) == 1 {
		err = x.items[0].err
	}
	return ctx.Err() == nil && retryable(err)
}

// yielder is a response that hands out what it reads, so that it cannot be read a second time once it has begun.
type yielder interface {
	begun() bool
	reset()
}

func repeatable(items []*item) bool {
	return !slices.ContainsFunc(items, func(it *item) bool {
		y, ok := it.resp.(yielder)
		return ok && y.begun()
	})
}

// forget empties what an attempt left in the items.
func forget(items []*item) {
	for _, it := range items {
		it.answered, it.fault, it.err = false, "", nil
		if y, ok := it.resp.(yielder); ok {
			y.reset()
		} else if v := reflect.ValueOf(it.resp); v.Kind() == reflect.Pointer {
			v.Elem().SetZero()
		}
	}
}
