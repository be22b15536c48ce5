package webex

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// exchange is a message to the service and its answer.
type exchange struct {
	client *Client
	items  []*item
	name   string // of the operations
	host   string

	auth     Authorization
	request  []byte
	clean    *redactor     // made when needed
	sent     time.Time     // zero before that
	status   int           // HTTP
	wait     time.Duration // Retry-After
	statuses []Status
}

// run sends the message and reads the answer. The error is that of the exchange as a whole; what became of the
// operations is in the items.
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
	maps.Copy(r.Header, x.auth.Header)
	x.sent = time.Now()
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
	a, err := x.decode(b)
	x.take(a)
	switch {
	case errors.Is(err, errStopped):
		return nil
	case a.done && errors.Is(err, errEnd):
		err = nil
	}
	if err != nil && len(a.statuses) == 0 && saysForbidden(b.first) && throttlesByForbidding(x.name) {
		return x.forbidden(summary([]byte(b.first)))
	}
	return x.settle(a, x.unreadable(b, err))
}

// decode reads the message into the responses of the items.
func (x *exchange) decode(b *body) (*answer, error) {
	if len(x.items) == 1 {
		a := &answer{items: x.items}
		return a, codec.NewDecoder(b.document(), x.decoding()...).Document(messageName, a)
	}
	return x.decodeBatch(b)
}

// decodeBatch reads the message as often as it has a bodyContent that cannot be read: that one is passed over from then
// on, so that it does not take those of the other operations with it.
func (x *exchange) decodeBatch(b *body) (*answer, error) {
	for _, it := range x.items {
		it.bad = nil
	}
	data, stopped := io.ReadAll(io.LimitReader(b.document(), x.client.size+1))
	for {
		a := &answer{items: x.items}
		rest := io.MultiReader(bytes.NewReader(data), failing{cmp.Or(stopped, errEnd)})
		err := codec.NewDecoder(rest, x.decoding()...).Document(messageName, a)
		_, misfit := errors.AsType[*wire.DecodeError](err)
		if !misfit || a.reading == nil || errors.Is(err, xmltext.ErrLimit) || errors.Is(err, errStopped) {
			return a, err
		}
		a.reading.bad = err
		forget(x.items)
	}
}

// failing is a reader that fails.
type failing struct{ err error }

func (r failing) Read([]byte) (int, error) { return 0, r.err }

func (x *exchange) decoding() []wire.Option {
	own := []wire.Option{wire.Lenient(), wire.WithLimits(xmltext.Limits{Size: x.client.size})}
	return append(own, x.client.config.decoding...)
}

// redactor returns what takes the secrets of this exchange out of texts.
func (x *exchange) redactor() *redactor {
	if x.clean == nil {
		var more []string
		for _, values := range x.auth.Header {
			more = append(more, values...)
		}
		s := &x.auth.Security
		more = append(more, s.Password, s.SessionTicket, s.WebExAccessToken, s.ClientSecret)
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
