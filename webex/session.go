package webex

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"
)

// ticketMargin is how long before its end a ticket is not used any more, at most: a request takes time.
const ticketMargin = time.Minute

// Session logs in with AuthenticateUser and sends the session ticket with each request. It gets a new ticket before the
// old one expires, and once more when a request is refused for its ticket, which is then repeated once. However many
// goroutines wait, one login is under way.
//
// A ticket belongs to a site: clients of different sites need sessions of their own.
type Session struct {
	login *Credential

	mu      sync.Mutex
	ticket  *ticket       // nil before the first login
	pending *pendingLogin // nil while no login is under way
}

// ticket is what a login brought.
type ticket struct {
	text string
	user SecurityContext // WebExID or Email
	end  time.Time       // zero where the service did not say
}

// pendingLogin is a login under way. The rest is set when done is closed.
type pendingLogin struct {
	done      chan struct{}
	ticket    *ticket
	err       error
	abandoned bool // err is that the context of the one who logs in has ended
}

// NewSession returns a session that logs in with a credential: [Password], [EmailPassword], [AccessToken],
// [TokenSource] or [SAML]. It logs in when the first request needs a ticket.
func NewSession(login *Credential) *Session { return &Session{login: login} }

// SAML is the base64 text of a SAML response, with which a [Session] logs in. The function is called for each login,
// because such a response is good for a short time. It is no credential of other requests.
func SAML(response func(context.Context) (string, error)) *Credential {
	return &Credential{
		kind: "SAML",
		authorize: func(context.Context, *Authorization) error {
			return errors.New("a SAML response can log in and nothing else: use NewSession")
		},
		login: func(ctx context.Context, req *authenticateUser, _ *SecurityContext) (err error) {
			req.samlResponse, err = response(ctx)
			return err
		},
	}
}

// Authorize adds the session ticket, for which it logs in where it has none that is good.
func (s *Session) Authorize(ctx context.Context, a *Authorization) error {
	t, err := s.get(ctx, a)
	if err != nil {
		return fmt.Errorf("login: %w", err)
	}
	a.Security.WebExID, a.Security.Email = t.user.WebExID, t.user.Email
	a.Security.SessionTicket = t.text
	return nil
}

// get returns a ticket that is good, from this login, or from that of another goroutine. A login whose context ends
// says nothing about the others, so they try again; any other error is theirs too, that the HTTP client's time is up among
// them: they would wait for it one after the other, and many wrong passwords lock an account.
func (s *Session) get(ctx context.Context, a *Authorization) (*ticket, error) {
	for {
		t, p, mine := s.current()
		if t != nil {
			return t, nil
		}
		if mine {
			return s.lead(ctx, a, p)
		}
		select {
		case <-p.done:
			if !p.abandoned {
				return p.ticket, p.err
			}
		case <-ctx.Done():
			return nil, context.Cause(ctx)
		}
	}
}

// current returns the ticket if it is good, or else the login under way, which may be one that the caller now has to
// do.
func (s *Session) current() (t *ticket, p *pendingLogin, mine bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ticket != nil && (s.ticket.end.IsZero() || time.Now().Before(s.ticket.end)) {
		return s.ticket, nil, false
	}
	if s.pending == nil {
		s.pending, mine = &pendingLogin{done: make(chan struct{})}, true
	}
	return nil, s.pending, mine
}

// lead logs in and tells those who wait, even if the login panics.
func (s *Session) lead(ctx context.Context, a *Authorization, p *pendingLogin) (*ticket, error) {
	p.err = errors.New("the login did not end")
	defer func() {
		s.mu.Lock()
		s.ticket, s.pending = p.ticket, nil
		s.mu.Unlock()
		close(p.done)
	}()
	p.ticket, p.err = s.authenticate(ctx, a)
	p.abandoned = ctx.Err() != nil && (errors.Is(p.err, context.Canceled) || errors.Is(p.err, context.DeadlineExceeded))
	return p.ticket, p.err
}

// authenticate calls AuthenticateUser.
func (s *Session) authenticate(ctx context.Context, a *Authorization) (*ticket, error) {
	if s.login == nil || s.login.login == nil {
		return nil, errors.New("AuthenticateUser takes a password, an access token or a SAML response")
	}
	if a.client == nil {
		return nil, errors.New("a session serves the requests of a Client")
	}
	security := a.Security
	if s.login.user != nil {
		s.login.user(&security)
	}
	var req authenticateUser
	if err := s.login.login(ctx, &req, &security); err != nil {
		return nil, err
	}
	asked := time.Now()
	var resp authenticateUserResponse
	if err := a.client.send(ctx, &opAuthenticateUser, &req, &resp, fixed(security)); err != nil {
		return nil, err
	}
	if resp.sessionTicket == "" {
		return nil, errors.New("the answer to AuthenticateUser has no session ticket")
	}
	user := SecurityContext{WebExID: security.WebExID, Email: security.Email}
	return &ticket{text: resp.sessionTicket, user: user, end: resp.end(asked)}, nil
}

// fixed is a security context that is complete already.
type fixed SecurityContext

// Authorize implements [Authorizer].
func (f fixed) Authorize(_ context.Context, a *Authorization) error {
	a.Security = SecurityContext(f)
	return nil
}

// Renew forgets the ticket of a request that was refused for it, unless another goroutine has done so. Such a refusal
// is exception 030047 or 030002, or HTTP status 401.
func (s *Session) Renew(used *Authorization, err *Error) bool {
	if !refusesTicket(err) {
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ticket != nil && s.ticket.text == used.Security.SessionTicket {
		s.ticket = nil
	}
	return true
}

func refusesTicket(err *Error) bool {
	switch err.ExceptionID {
	case ExceptionTicketInvalid, ExceptionWrongPassword:
		return true
	}
	return err.HTTPStatus == http.StatusUnauthorized
}
