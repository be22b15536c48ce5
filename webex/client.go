package webex

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/wbxgen/wbxgen/wire"
)

const (
	defaultAgent = "wbxgen"
	defaultSize  = 256 << 20
)

// Client sends requests to the service. It is a [Caller] for the clients of generated packages. It is safe for
// concurrent use.
type Client struct {
	config
	endpoint endpoint
}

// NewClient returns a client for a site. That is a site name (acme, for the host acme.webex.com), a host name
// (acme.webex.com.cn), or a URL, which is taken as it is; without a path it gets that of the service. A site or option
// that is wrong is reported by each call, and by [Client.Err].
func NewClient(site string, opts ...Option) *Client {
	c := &Client{config: config{agent: defaultAgent, size: defaultSize, auth: Anonymous()}}
	for _, o := range opts {
		if o != nil {
			o(&c.config)
		}
	}
	c.place(site)
	c.http = withoutRedirects(c.http)
	return c
}

// place sets the endpoint and the site name.
func (c *Client) place(site string) {
	ep, err := endpointOf(site)
	if err == nil && c.common {
		ep, err = ep.onCommonHost()
	}
	if c.base.SiteName == "" {
		c.base.SiteName = ep.siteName
	}
	if err == nil && ep.host == commonHost {
		if c.base.SiteName == "" && c.base.SiteID == 0 {
			err = errors.New("the common host does not know which site is meant: use WithSiteName")
		}
		ep.gsb = gsbOf(c.base.SiteName)
	}
	c.endpoint = ep
	if c.err == nil {
		c.err = err
	}
}

// withoutRedirects returns a client that hands out redirections, unless h says what to do with them.
func withoutRedirects(h *http.Client) *http.Client {
	if h == nil {
		h = new(http.Client)
	}
	if h.CheckRedirect != nil {
		return h
	}
	own := *h
	own.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &own
}

// Err returns what is wrong with the site or the options that the client was made with, or nil.
func (c *Client) Err() error {
	if c.err == nil {
		return nil
	}
	return fmt.Errorf("webex: %w", c.err)
}

// Call sends req and reads the answer into resp. The error is
//
//   - an [*Error] where the service refused,
//   - a [*TransportError] where no answer came,
//   - a [*ProtocolError] where what came is no answer of this API,
//   - another one where nothing was sent.
//
// All of them name the operation.
func (c *Client) Call(ctx context.Context, op *Operation, req, resp wire.Typed) error {
	return c.send(ctx, op, req, resp, c.auth)
}

// Stream does what [Client.Call] does: resp.DecodeXML reads from the connection.
func (c *Client) Stream(ctx context.Context, op *Operation, req, resp wire.Typed) error {
	return c.send(ctx, op, req, resp, c.auth)
}

// send is Call with the credentials given.
func (c *Client) send(ctx context.Context, op *Operation, req, resp wire.Typed, auth Authorizer) error {
	if err := ready(c, op, req); err != nil {
		return err
	}
	if isNil(resp) {
		return unsent(op.Name, errors.New("there is no value to read the answer into"))
	}
	it := &item{op: op, req: req, resp: resp}
	if err := c.sendAll(ctx, []*item{it}, auth); err != nil {
		return err
	}
	return it.err
}
