package webex

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/wbxgen/wbxgen/wire"
)

// exchange is a message to the service and its answer.
type exchange struct {
	client *Client
	items  []*item
	name   string // of the operations

	auth     Authorization
	request  []byte
	clean    *redactor // made when needed
	status   int       // HTTP
	wait     time.Duration
	statuses []Status
}

// run sends the message and reads the answer. The error is that of the exchange as a whole; what became of the operations is in the items.
func (x *exchange) run(ctx context.Context, auth Authorizer) error {
	if err := x.prepare(ctx, auth); err != nil {
		return unsent(x.name, x.redactor().error(err))
	}
	resp, err := x.post(ctx)
	if err != nil {
		return x.broken(err)
	}
	defer resp.Body.Close()
	x.status, x.wait = resp.StatusCode, retryAfter(resp.Header.Get("Retry-After"))
	b, err := openBody(resp)
	switch {
	case x.status != http.StatusOK:
		return x.refused(b, resp.Header.Get("Location"))
	case err != nil:
		return x.unreadable(b, err)
	}
	return x.read(b)
}

// prepare gets the credentials and encodes the request.
func (x *exchange) prepare(ctx context.Context, auth Authorizer) error {
	x.auth = Authorization{Security: x.client.base, Header: make(http.Header), client: x.client}
	if err := auth.Authorize(ctx, &x.auth); err != nil {
		return err
	}
	req := request{security: &x.auth.Security, items: x.items}
	data, err := req.encode()
	if err != nil {
		return fmt.Errorf("the request cannot be encoded: %w", err)
	}
	x.request = data
	return nil
}

// post sends the request. Asking for gzip by ourselves keeps the transport from decompressing without telling.
func (x *exchange) post(ctx context.Context) (*http.Response, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, x.client.endpoint.service, bytes.NewReader(x.request))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "text/xml; charset=utf-8")
	r.Header.Set("Accept", "text/xml, application/xml")
	r.Header.Set("Accept-Encoding", "gzip")
	r.Header.Set("User-Agent", x.client.agent)
	for name, values := range x.auth.Header {
		r.Header[http.CanonicalHeaderKey(name)] = values
	}
	return x.client.http.Do(r)
}

// read reads an answer with HTTP status 200.
func (x *exchange) read(b *body) error {
	switch b.form() {
	case formEmpty:
		return x.protocol(nil, "the answer is empty")
	case formHTML:
		return x.noXML(b, "HTML")
	case formText:
		return x.noXML(b, "text")
	}
	a := &answer{items: x.items}
	err := wire.NewDecoder(b.document(), x.decoding()...).Document(messageName, a)
	x.take(a)
	switch {
	case errors.Is(err, errStopped):
		return nil
	case a.done && errors.Is(err, errEnd):
		err = nil
	}
	if err != nil && len(a.statuses) == 0 && saysForbidden(b.first) && throttlesByForbidding(x.name) {
		return x.forbidden(b.first)
	}
	return x.settle(a, x.unreadable(b, err))
}

// forbidden is the error of a throttled operation whose answer says so in a text.
func (x *exchange) forbidden(text string) error {
	return &Error{Operation: x.name, Reason: shorten(x.redactor().text(text)), HTTPStatus: x.status, RetryAfter: x.wait}
}

func (x *exchange) decoding() []wire.Option {
	own := []wire.Option{wire.Lenient(), wire.WithLimits(wire.Limits{Size: x.client.size})}
	return append(own, x.client.config.decoding...)
}

// take keeps what the header says, without secrets.
func (x *exchange) take(a *answer) {
	for i := range a.statuses {
		if s := &a.statuses[i]; !s.ok() || s.Reason != "" || s.Value != "" || s.CaseID != "" {
			s.redact(x.redactor())
		}
	}
	x.statuses = a.statuses
}

// settle tells the items what became of them. err is why the answer could not be read to its end.
func (x *exchange) settle(a *answer, err error) error {
	if err != nil && len(a.statuses) == 0 {
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
	case all && len(a.statuses) == 1 && len(x.items) > 1 && a.statuses[0].failed():
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

// refused is the error of an HTTP status. Where the body is an answer of this API that says FAILURE, its details are in it.
func (x *exchange) refused(b *body, location string) error {
	data := b.head()
	a := new(answer)
	err := wire.NewBytesDecoder(data, x.decoding()...).Document(messageName, a)
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
	case errors.Is(err, wire.ErrLimit):
		return x.protocol(err, "the answer is beyond the limits of the client: %v", err)
	}
	return x.protocol(err, "the answer cannot be read: %v", err)
}

// broken is the error of a connection.
func (x *exchange) broken(err error) error {
	if u, ok := errors.AsType[*url.Error](err); ok {
		err = u.Err // without the URL
	}
	return &TransportError{Operation: x.name, Host: x.client.endpoint.host, err: x.redactor().error(err)}
}

func (x *exchange) protocol(err error, format string, args ...any) error {
	return x.protocolOf(x.name, err, format, args...)
}

func (x *exchange) protocolOf(operation string, err error, format string, args ...any) error {
	msg := x.redactor().text(fmt.Sprintf(format, args...))
	return &ProtocolError{Operation: operation, HTTPStatus: x.status, Msg: msg, err: x.redactor().error(err)}
}

// redactor returns what takes the secrets of this exchange out of texts.
func (x *exchange) redactor() *redactor {
	if x.clean == nil {
		var more []string
		for _, values := range x.auth.Header {
			more = append(more, values...)
		}
		s := &x.auth.Security
		more = append(more, s.Password, s.SessionTicket, s.WebExAccessToken)
		x.clean = newRedactor(x.request, more...)
	}
	return x.clean
}

// namesOf returns the names of the operations of a message, each once.
func namesOf(items []*item) string {
	var names []string
	for _, it := range items {
		if !slices.Contains(names, it.op.Name) {
			names = append(names, it.op.Name)
		}
	}
	return strings.Join(names, ", ")
}
