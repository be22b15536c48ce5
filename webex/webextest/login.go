package webextest

import (
	"fmt"
	"net/http"
	"slices"
	"time"

	"github.com/wbxgen/wbxgen/webex"
	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
)

var nsUser = codec.Namespace{URI: schemas + "service/user", Prefix: "use"}

// login is AuthenticateUser. Its types are written by hand, so that tests need no package user.
var login = webex.Operation{
	Name: "AuthenticateUser", Service: "user", WireType: "java:com.webex.service.binding.user.AuthenticateUser",
	Request:  wire.NameOf(nsUser.URI, "authenticateUser"),
	Response: wire.NameOf(nsUser.URI, "authenticateUserResponse"),
}

var loginTable = codec.Table{Space: &nsUser, Names: "samlResponse accessToken"}

type loginRequest struct{ saml, token string }

func (*loginRequest) XMLType() wire.Name       { return login.Request }
func (*loginRequest) AppendXML(*codec.Encoder) {}

func (r *loginRequest) DecodeXML(d *codec.Decoder) error {
	for i := d.Next(&loginTable); i != codec.End; i = d.Next(&loginTable) {
		text := &r.saml
		if i == 1 {
			text = &r.token
		}
		codec.ReadString(d, text)
	}
	return d.Err()
}

var ticketTable = codec.Table{Space: &nsUser, Names: "sessionTicket createTime timeToLive"}

type loginResponse struct {
	ticket string
	made   time.Time
	life   time.Duration
}

func (*loginResponse) XMLType() wire.Name               { return login.Response }
func (*loginResponse) DecodeXML(d *codec.Decoder) error { return d.Err() }
func (r *loginResponse) AppendXML(e *codec.Encoder) {
	codec.WriteString(e, ticketTable.Element(0), r.ticket)
	codec.WriteInt(e, ticketTable.Element(1), r.made.UnixMilli())
	codec.WriteInt(e, ticketTable.Element(2), int64(r.life/time.Second))
}

var (
	errPassword = &webex.Error{ExceptionID: webex.ExceptionWrongPassword, Reason: "Invalid user name or password"}
	errTicket   = &webex.Error{ExceptionID: webex.ExceptionTicketInvalid, Reason: "The session ticket is invalid"}
)

// logIn answers AuthenticateUser: the credentials are in the header, or in the request.
func (s *Server) logIn(c *Call) (wire.Typed, error) {
	q := c.Request.(*loginRequest)
	shown := c.Security
	if q.token != "" {
		shown.WebExAccessToken = q.token
	}
	shown.SessionTicket = ""
	if err := s.admit(&shown, c.Header); err != nil && q.saml == "" {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.issued++
	r := &loginResponse{fmt.Sprintf("TICKET-%06d", s.issued), time.Now(), s.life}
	s.tickets[r.ticket] = r.made.Add(s.life)
	return r, nil
}

// admit refuses credentials that are not good. What the options do not name is.
func (s *Server) admit(c *webex.SecurityContext, h http.Header) error {
	switch key := jwt(h); {
	case key != "" && s.keys != nil:
		if !slices.Contains(s.keys, key) {
			return errPassword
		}
	case c.SessionTicket != "":
		return s.admitTicket(c.SessionTicket)
	case c.WebExAccessToken != "":
		if s.tokens != nil && !slices.Contains(s.tokens, c.WebExAccessToken) {
			return errPassword
		}
	case s.users != nil && !s.isUser(c):
		return errPassword
	case s.users == nil && s.tokens != nil, s.users == nil && s.keys != nil:
		return errPassword
	}
	return nil
}

// jwt returns the API key, whatever the case of the header's name.
func jwt(h http.Header) string {
	for name, values := range h {
		if http.CanonicalHeaderKey(name) == "Jwttoken" && len(values) > 0 {
			return values[0]
		}
	}
	return ""
}

func (s *Server) isUser(c *webex.SecurityContext) bool {
	for _, name := range []string{c.WebExID, c.Email} {
		if password, ok := s.users[name]; ok && name != "" && password == c.Password {
			return true
		}
	}
	return false
}

func (s *Server) admitTicket(ticket string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if end, ok := s.tickets[ticket]; !ok || !time.Now().Before(end) {
		return errTicket
	}
	return nil
}
