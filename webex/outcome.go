package webex

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"net/url"
	"slices"

	"github.com/wbxgen/wbxgen/wire/codec"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// take keeps what the header says, without secrets.
func (x *exchange) take(a *answer) {
	for i := range a.statuses {
		if s := &a.statuses[i]; !s.ok() || s.Reason != "" || s.Value != "" || s.CaseID != "" {
			s.redact(x.redactor())
		}
	}
	x.statuses = a.statuses
}

// settle tells the items what became of them. err is why the answer could not be read to its end. Results of which it is
// not known how many there are say nothing: a single one would be that of all items.
func (x *exchange) settle(a *answer, err error) error {
	if err != nil && (len(a.statuses) == 0 || !a.headed && len(a.statuses) != len(x.items)) {
		return err
	}
	switch n := len(a.statuses); {
	case n == 0:
		return x.protocol(nil, "the answer has no serv:response")
	case n != 1 && n != len(x.items):
		return x.protocol(nil, "the answer has %d results for a request with %d bodyContent", n, len(x.items))
	}
	for i, it := range x.items {
		s, _ := a.status(i)
		it.err = x.outcome(it, s, err)
	}
	all := !slices.ContainsFunc(x.items, func(it *item) bool { return it.err == nil || it.err == err })
	switch {
	case all && len(a.statuses) == 1 && a.statuses[0].failed():
		return x.failure(x.name, &a.statuses[0])
	case err != nil && !all:
		return err
	case a.surplus > 0 && !slices.ContainsFunc(x.items, func(it *item) bool { return it.err != nil }):
		return x.protocol(nil, "the answer has %d bodyContent more than the request", a.surplus)
	}
	return nil
}

// outcome returns the error of an item whose status is s, where the answer ended with err.
func (x *exchange) outcome(it *item, s *Status, err error) error {
	name := it.op.Name
	switch {
	case s.failed():
		return x.failure(name, s)
	case !s.ok():
		return x.protocolOf(name, nil, "the result %q is neither SUCCESS nor FAILURE", s.Result)
	case it.fault != "":
		return x.protocolOf(name, nil, "the answer is that of another operation: %s", it.fault)
	case it.bad != nil:
		return x.protocolOf(name, it.bad, "the answer cannot be read: %v", it.bad)
	case !it.answered && err != nil:
		return err
	case !it.answered:
		return x.protocolOf(name, nil, "the answer says SUCCESS and has no bodyContent")
	}
	return nil
}

// failure is the error of an operation that the service refused.
func (x *exchange) failure(operation string, s *Status) *Error {
	return &Error{
		Operation: operation, ExceptionID: s.ExceptionID, Reason: s.Reason, SubErrors: s.SubErrors, Value: s.Value,
		GSBStatus: s.GSBStatus, CaseID: s.CaseID, HTTPStatus: x.status, RetryAfter: x.wait,
	}
}

// refused is the error of an HTTP status. Where the body is an answer of this API that says FAILURE, its details are in
// it.
func (x *exchange) refused(b *body, location string) error {
	data := b.head()
	a := new(answer)
	err := codec.NewBytesDecoder(data, x.decoding()...).Document(messageName, a)
	if x.take(a); err == nil && len(a.statuses) > 0 && a.statuses[0].failed() {
		return x.failure(x.name, &a.statuses[0])
	}
	e := &Error{Operation: x.name, HTTPStatus: x.status, RetryAfter: x.wait}
	e.Reason = shorten(x.redactor().text(summary(data)))
	if u, err := url.Parse(location); err == nil && location != "" && x.status/100 == 3 {
		e.Reason = "the service redirects to " + x.redactor().text(cmp.Or(u.Host, u.Path))
	}
	return e
}

// forbidden is the error of a throttled operation whose answer says so in a text.
func (x *exchange) forbidden(text string) error {
	return &Error{Operation: x.name, Reason: shorten(x.redactor().text(text)), HTTPStatus: x.status, RetryAfter: x.wait}
}

// noXML is the error of an answer that is not XML, which may be what a throttled operation gets.
func (x *exchange) noXML(b *body, kind string) error {
	text := summary(b.head())
	if saysForbidden(text) && throttlesByForbidding(x.name) {
		return x.forbidden(text)
	}
	if b.fault != nil {
		return x.unreadable(b, b.fault)
	}
	return x.protocol(nil, "the answer is %s, not XML: %s", kind, shorten(x.redactor().text(text)))
}

// unreadable is the error of an answer that could not be read to its end because of err, nil for nil.
func (x *exchange) unreadable(b *body, err error) error {
	switch {
	case err == nil:
		return nil
	case b.fault != nil && !errors.Is(b.fault, io.ErrUnexpectedEOF):
		return x.broken(b.fault)
	case errors.Is(err, errEnd), errors.Is(err, io.ErrUnexpectedEOF):
		return x.protocol(io.ErrUnexpectedEOF, "the answer is cut off")
	case errors.Is(err, xmltext.ErrLimit):
		return x.protocol(err, "the answer is beyond the limits of the client: %v", err)
	}
	return x.protocol(err, "the answer cannot be read: %v", err)
}

// broken is the error of a connection.
func (x *exchange) broken(err error) error {
	if u, ok := errors.AsType[*url.Error](err); ok {
		err = u.Err // without the URL
	}
	return &TransportError{Operation: x.name, Host: x.host, err: x.redactor().error(err)}
}

func (x *exchange) protocol(err error, format string, args ...any) error {
	return x.protocolOf(x.name, err, format, args...)
}

func (x *exchange) protocolOf(operation string, err error, format string, args ...any) error {
	msg := x.redactor().text(fmt.Sprintf(format, args...))
	return &ProtocolError{Operation: operation, HTTPStatus: x.status, Msg: msg, err: x.redactor().error(err)}
}
