package webex

import (
	"context"
	"net/http"
)

// Authorizer supplies the credentials of each request: a [Credential], a [Session], or one of your own.
// It is called by many goroutines.
type Authorizer interface {
	// Authorize adds the credentials to a. Its error ends the call before anything is sent.
	Authorize(ctx context.Context, a *Authorization) error
}

// Authorization is what an [Authorizer] fills in for one request. It prints without its secrets.
type Authorization struct {
	// Security begins with site name, site ID, partner ID and client info as the client has them.
	Security SecurityContext
	// Header has additional HTTP headers, which are sent in the spelling that they have here. All their values are
	// taken for secrets.
	Header http.Header

	client *Client // that sends what a Session has to send
}

// Renewer is an Authorizer that may have better credentials after a refusal, as a [Session] has.
type Renewer interface {
	Authorizer
	// Renew is called when the request with the authorization used was refused with err. It reports whether the request
	// is to be repeated, which happens once, with what Authorize then gives. It must report true only where err says
	// that the service did nothing, for any operation may be repeated.
	Renew(used *Authorization, err *Error) bool
}

// Credential is what a user or program shows to the service. Make one with [Password], [EmailPassword], [AccessToken],
// [TokenSource], [SessionTicket], [SAML], [APIKey] or [Anonymous]. It prints without its secret.
type Credential struct {
	kind      string
	user      func(*SecurityContext) // nil where the credential names no user
	authorize func(context.Context, *Authorization) error
	login     func(context.Context, *authenticateUser, *SecurityContext) error // nil where AuthenticateUser does not take it
}

// Authorize adds the credential to a request.
func (c *Credential) Authorize(ctx context.Context, a *Authorization) error {
	if c.user != nil {
		c.user(&a.Security)
	}
	return c.authorize(ctx, a)
}

// As returns the credential with the user name that goes with it.
func (c *Credential) As(webExID string) *Credential {
	named := *c
	named.user = func(s *SecurityContext) { s.WebExID, s.Email = webExID, "" }
	return &named
}

// AsEmail returns the credential with the email address that tells the user instead of a user name.
func (c *Credential) AsEmail(email string) *Credential {
	named := *c
	named.user = func(s *SecurityContext) { s.WebExID, s.Email = "", email }
	return &named
}

// Password is a user's password.
func Password(webExID, password string) *Credential { return passwordOf(password).As(webExID) }

// EmailPassword is the password of a user who is told by email address.
func EmailPassword(email, password string) *Credential { return passwordOf(password).AsEmail(email) }

func passwordOf(password string) *Credential {
	return &Credential{
		kind: "password",
		authorize: func(_ context.Context, a *Authorization) error {
			a.Security.Password = password
			return nil
		},
		login: func(_ context.Context, _ *authenticateUser, s *SecurityContext) error {
			s.Password = password
			return nil
		},
	}
}

// AccessToken is an OAuth access token, which stands in for the password. See [Credential.As] for the user that it
// belongs to.
func AccessToken(token string) *Credential {
	return TokenSource(func(context.Context) (string, error) { return token, nil })
}

// TokenSource gets an OAuth access token for each request. The function is called by many goroutines, and it is its
// business to keep a token until it expires.
func TokenSource(source func(context.Context) (string, error)) *Credential {
	return &Credential{
		kind: "access token",
		authorize: func(ctx context.Context, a *Authorization) (err error) {
			a.Security.WebExAccessToken, err = source(ctx)
			return err
		},
		login: func(ctx context.Context, req *authenticateUser, _ *SecurityContext) (err error) {
			req.accessToken, err = source(ctx)
			return err
		},
	}
}

// SessionTicket is a ticket from AuthenticateUser, good until it expires. See [NewSession] for one that is renewed, and
// [Credential.As] for the user that it belongs to.
func SessionTicket(ticket string) *Credential {
	return &Credential{
		kind: "session ticket",
		authorize: func(_ context.Context, a *Authorization) error {
			a.Security.SessionTicket = ticket
			return nil
		},
	}
}

// APIKey is the key that GetUserCard takes since 40.6.0: it goes into the HTTP header JWTToken, and the request names
// nothing but the site.
func APIKey(key string) *Credential {
	return &Credential{
		kind: "API key",
		authorize: func(_ context.Context, a *Authorization) error {
			a.Security = SecurityContext{SiteName: a.Security.SiteName}
			if a.Header == nil {
				a.Header = make(http.Header)
			}
			a.Header["JWTToken"] = []string{key} // in this spelling, which Set would change
			return nil
		},
	}
}

// Anonymous is no credential: the request says which site it is for. It is enough for GetAPIVersion, and for
// GetSessionInfo with a shorter answer. A client without credentials is anonymous.
func Anonymous() *Credential {
	return &Credential{
		kind:      "anonymous",
		authorize: func(context.Context, *Authorization) error { return nil },
	}
}
