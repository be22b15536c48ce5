package webex

import (
	"context"
	"errors"
	"fmt"
	"reflect"

	"github.com/wbxgen/wbxgen/wire"
)

// Do sends req through c and returns the answer as a new R. It is what generated methods call:
//
//	return webex.Do[CreateMeetingResponse](ctx, c.caller, &opCreateMeeting, req)
//
// A FAILURE is returned as an [*Error], and a nil req as an error that says so.
func Do[R any, P interface {
	*R
	wire.Typed
}](ctx context.Context, c Caller, op *Operation, req wire.Typed) (*R, error) {
	if err := ready(c, op, req); err != nil {
		return nil, err
	}
	resp := new(R)
	if err := c.Call(ctx, op, req, P(resp)); err != nil {
		return nil, err
	}
	return resp, nil
}

// ready reports what is missing for a call.
func ready(c Caller, op *Operation, req wire.Typed) error {
	switch {
	case op == nil:
		return errors.New("webex: a call without an operation")
	case isNil(c):
		return unsent(op.Name, errors.New("the client was made without a caller"))
	case isNil(req):
		return unsent(op.Name, errors.New("the request is nil"))
	}
	return nil
}

// unsent is the error of a request that was not sent.
func unsent(operation string, err error) error {
	return fmt.Errorf("webex: %s: %w", operation, err)
}

// isNil reports whether v is nil or holds a nil pointer, as generated methods pass on.
func isNil(v any) bool {
	if v == nil {
		return true
	}
	p := reflect.ValueOf(v)
	return p.Kind() == reflect.Pointer && p.IsNil()
}
