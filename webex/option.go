package webex

import (
	"context"
	"errors"
	"net/http"

	"github.com/wbxgen/wbxgen/wire"
)

// Option configures a [Client].
type Option func(*config)

type config struct {
	base     SecurityContext
	auth     Authorizer
	common   bool
	http     *http.Client
	agent    string
	size     int64
	decoding []wire.Option
	retry    Retry
	hook     func(context.Context, *Response)
	err      error
}

// WithAuthorizer sets the credentials: a [Credential], a [Session], or an [Authorizer] of your own.
func WithAuthorizer(a Authorizer) Option {
	return func(c *config) {
		if c.auth = a; isNil(a) {
			c.err = errors.New("the authorizer is nil")
		}
	}
}

// WithPassword sends a user name and password with each request. See [NewSession] to send them once.
func WithPassword(webExID, password string) Option {
	return WithAuthorizer(Password(webExID, password))
}

// WithAccessToken sends an OAuth access token with each request. See [AccessToken] to name the user too.
func WithAccessToken(token string) Option { return WithAuthorizer(AccessToken(token)) }

// WithTokenSource gets an OAuth access token from a function for each request.
func WithTokenSource(source func(context.Context) (string, error)) Option {
	return WithAuthorizer(TokenSource(source))
}

// WithAPIKey sends the key in the HTTP header JWTToken, and nothing else about the sender.
func WithAPIKey(key string) Option { return WithAuthorizer(APIKey(key)) }

// WithSession logs in with the credential and sends the session ticket with each request; see [NewSession].
func WithSession(login *Credential) Option { return WithAuthorizer(NewSession(login)) }

// WithCommonHost sends the requests to the host api.webex.com, which finds the site by its name in the request.
func WithCommonHost() Option { return func(c *config) { c.common = true } }

// WithSiteName sets the name of the site in the request, where the host name does not begin with it.
func WithSiteName(name string) Option { return func(c *config) { c.base.SiteName = name } }

// WithSiteID tells the site by its number, besides its name.
func WithSiteID(id int64) Option { return func(c *config) { c.base.SiteID = id } }

// WithPartnerID sets the partner ID of each request.
func WithPartnerID(id string) Option { return func(c *config) { c.base.PartnerID = id } }

// WithClientInfo sets the clientInfo of each request, by which the service tells programs apart.
func WithClientInfo(info string) Option { return func(c *config) { c.base.ClientInfo = info } }

// WithHTTPClient sends the requests through h. The default has no time-out, because each call has a context. A
// redirection is not followed but an error, unless h.CheckRedirect says otherwise: the request has credentials for one
// host.
func WithHTTPClient(h *http.Client) Option {
	return func(c *config) {
		if c.http = h; h == nil {
			c.err = errors.New("the HTTP client is nil")
		}
	}
}

// WithUserAgent sets the HTTP header User-Agent.
func WithUserAgent(agent string) Option { return func(c *config) { c.agent = agent } }

// WithMaxResponseSize bounds an answer, in bytes after decompression; the default is 256 MiB. A larger one is a
// [*ProtocolError], in which [errors.Is] finds [xmltext.ErrLimit].
func WithMaxResponseSize(n int64) Option {
	return func(c *config) {
		if c.size = n; n <= 0 {
			c.err = errors.New("the maximum response size is not positive")
		}
	}
}

// WithDecoding adds options of the decoder: [wire.Charset] for encodings beyond UTF-8, UTF-16, US-ASCII and ISO-8859-1,
// [wire.Unknown] to keep elements that a type does not know, [wire.Types] for them, [wire.WithLimits] for all limits at
// once.
func WithDecoding(opts ...wire.Option) Option {
	return func(c *config) { c.decoding = append(c.decoding, opts...) }
}

// WithRetry repeats requests that are safe to repeat. Without it, each request is sent once.
func WithRetry(r Retry) Option { return func(c *config) { c.retry = r } }

// WithResponseHook calls f after each exchange with the service, logins and repetitions included, before the call
// returns. It may be called by many goroutines.
func WithResponseHook(f func(context.Context, *Response)) Option {
	return func(c *config) { c.hook = f }
}
