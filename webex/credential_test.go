package webex_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/webex"
)

// badge is an authorizer of a user of the package.
type badge struct{}

func (badge) Authorize(_ context.Context, a *webex.Authorization) error {
	a.Security.WebExID = "badge"
	a.Header.Set("X-Badge", secretToken)
	return nil
}

func TestCredentialsGoWhereTheyBelong(t *testing.T) {
	source := func(context.Context) (string, error) { return secretToken, nil }
	tests := []struct {
		name   string
		option webex.Option
		want   string // the security context
		header string // JWTToken
	}{
		{"anonymous", webex.WithAuthorizer(webex.Anonymous()), "<siteID>7</siteID><siteName>northwind</siteName>", ""},
		{"password", webex.WithPassword("host.one", "p"), "<webExID>host.one</webExID><password>p</password><siteID>7</siteID><siteName>northwind</siteName>", ""},
		{"email", webex.WithAuthorizer(webex.EmailPassword("h@example.com", "p")),
			"<password>p</password><siteID>7</siteID><siteName>northwind</siteName><email>h@example.com</email>", ""},
		{"access token", webex.WithAccessToken(secretToken),
			"<siteID>7</siteID><siteName>northwind</siteName><webExAccessToken>" + secretToken + "</webExAccessToken>", ""},
		{"access token of a user", webex.WithAuthorizer(webex.AccessToken(secretToken).As("host.one")),
			"<webExID>host.one</webExID><siteID>7</siteID><siteName>northwind</siteName><webExAccessToken>" + secretToken + "</webExAccessToken>", ""},
		{"token source", webex.WithTokenSource(source),
			"<siteID>7</siteID><siteName>northwind</siteName><webExAccessToken>" + secretToken + "</webExAccessToken>", ""},
		{"session ticket", webex.WithAuthorizer(webex.SessionTicket(secretTicket).AsEmail("h@example.com")),
			"<siteID>7</siteID><siteName>northwind</siteName><email>h@example.com</email><sessionTicket>" + secretTicket + "</sessionTicket>", ""},
		{"API key", webex.WithAPIKey(secretToken), "<siteName>northwind</siteName>", secretToken},
		{"one's own", webex.WithAuthorizer(badge{}), "<webExID>badge</webExID><siteID>7</siteID><siteName>northwind</siteName>", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := says(t, userAnswer("x"))
			if _, err := NewUserClient(s.client(webex.WithSiteID(7), tt.option)).GetUser(t.Context(), new(GetUser)); err != nil {
				t.Fatal(err)
			}
			r := s.sent()[0]
			if got := between(r.body, "<securityContext>", "</securityContext>"); got != tt.want {
				t.Errorf("got %s", got)
			}
			if got := r.header.Get("JWTToken"); got != tt.header {
				t.Errorf("JWTToken is %q", got)
			}
		})
	}
}

func TestAPIKeyKeepsTheSpellingOfItsHeader(t *testing.T) {
	var got []string
	answer := transport(func(r *http.Request) (*http.Response, error) {
		for name := range r.Header {
			got = append(got, name)
		}
		return answerWith(200, userAnswer("x")), nil
	})
	client := webex.NewClient("acme", webex.WithAPIKey("k"), webex.WithHTTPClient(&http.Client{Transport: answer}))
	if _, err := NewUserClient(client).GetUserCard(t.Context(), new(GetUser)); err != nil || !slices.Contains(got, "JWTToken") {
		t.Errorf("got %v, %v", got, err)
	}
	var empty webex.Authorization
	if err := webex.APIKey("k").Authorize(t.Context(), &empty); err != nil || len(empty.Header) != 1 {
		t.Errorf("got %v, %v", empty, err)
	}
}

func TestSecretsDoNotPrint(t *testing.T) {
	security := webex.SecurityContext{
		WebExID: "host.one", Password: secretPassword, SiteID: 7, SessionTicket: secretTicket, WebExAccessToken: secretToken,
	}
	session := webex.NewSession(webex.Password("host.one", secretPassword))
	d := new(desk)
	client := webex.NewClient("acme", webex.WithAuthorizer(session), webex.WithHTTPClient(&http.Client{Transport: d}))
	if _, err := NewUserClient(client).GetUser(t.Context(), new(GetUser)); err != nil {
		t.Fatal(err)
	}
	batch := client.Batch()
	_, _ = NewMeetingClient(batch).CreateMeeting(t.Context(), &CreateMeeting{MeetingPassword: new(secretPassword)})
	for _, v := range []any{
		security, &security, webex.Password("host.one", secretPassword), *webex.Password("host.one", secretPassword),
		webex.AccessToken(secretToken), webex.APIKey(secretToken), webex.SessionTicket(secretTicket), session, client, *client, batch,
		webex.Authorization{Security: security, Header: http.Header{"Jwttoken": {secretToken}}},
		NewUserClient(client), struct{ c webex.Caller }{client}, struct{ c webex.Client }{*client}, struct{ a webex.Authorizer }{session},
	} {
		checkRedacted(t, v)
	}
	const want = "webex.SecurityContext{webExID=host.one password=REDACTED siteID=7 sessionTicket=REDACTED webExAccessToken=REDACTED}"
	if got := security.String(); got != want {
		t.Errorf("got %s", got)
	}
}

// TestSecretsAreNotInErrors has the service repeat each secret in each place of an answer.
func TestSecretsAreNotInErrors(t *testing.T) {
	source := func(context.Context) (string, error) { return secretTicket, nil }
	options := map[string]webex.Option{
		"password":       webex.WithPassword("host.one", secretPassword),
		"short password": webex.WithPassword("host.one", "S3cret&<\""),
		"access token":   webex.WithAccessToken(secretToken),
		"API key":        webex.WithAPIKey(secretToken),
		"own header":     webex.WithAuthorizer(badge{}),
		"ticket":         webex.WithAuthorizer(webex.SessionTicket(secretTicket)),
		"SAML":           webex.WithSession(webex.SAML(source)),
		"login":          webex.WithSession(webex.AccessToken(secretToken)),
	}
	escape := strings.NewReplacer("&", "&amp;", "<", "&lt;", `"`, "&quot;")
	for name, option := range options {
		t.Run(name, func(t *testing.T) {
			for _, answer := range []string{
				failure("030001", "@"), failure("@", "x"),
				message(strings.Replace(failed("1", "x"), "</serv:exceptionID>", "</serv:exceptionID><serv:subErrors><serv:subError><serv:exceptionID>@</serv:exceptionID>"+
					"<serv:reason>@</serv:reason><serv:value>@</serv:value></serv:subError></serv:subErrors><serv:value>@</serv:value><serv:caseID>@</serv:caseID>", 1), ""),
				success("@", ""), success("use:getUserResponse", "<use:userId>@</use:userId>"), "<html>@", "@", "<a b='@' b='@'/>", "<message><a></@></message>",
				"<?xml version='1.0' encoding='@'?><message/>", "<message>&@;</message>",
			} {
				for _, status := range []int{200, 302, 403, 500} {
					for _, secret := range []string{secretPassword, secretToken, secretTicket} {
						for _, form := range []string{secret, escape.Replace(secret)} {
							m := &mirror{status: status, text: strings.ReplaceAll(answer, "@", form), secret: secret}
							hook := webex.WithResponseHook(func(_ context.Context, r *webex.Response) { m.check(t, r.Statuses) })
							users := NewUserClient(webex.NewClient("northwind", option, hook, webex.WithHTTPClient(&http.Client{Transport: m})))
							_, err := users.GetUser(t.Context(), new(GetUser))
							m.check(t, err)
						}
					}
				}
			}
		})
	}
}

// mirror answers with a text that has a secret, and knows whether a request had it too.
type mirror struct {
	status       int
	text, secret string
	sent         bool
}

func (m *mirror) RoundTrip(r *http.Request) (*http.Response, error) {
	data, _ := io.ReadAll(r.Body)
	sent := string(data) + r.Header.Get("JWTToken") + r.Header.Get("X-Badge")
	m.sent = m.sent || strings.Contains(sent, m.secret) || m.secret == secretPassword && strings.Contains(sent, "S3cret&amp;&lt;")
	resp := answerWith(m.status, m.text)
	resp.Header.Set("Location", "https://example.com/"+m.secret)
	return resp, nil
}

// check looks for the secret where the request had it: others are no secrets of the exchange.
func (m *mirror) check(t *testing.T, v any) {
	t.Helper()
	if m.sent {
		checkRedacted(t, v)
	}
}

func TestRedactionKeepsErrorsKnown(t *testing.T) {
	cause := errors.New("broken by " + secretPassword)
	broken := transport(func(*http.Request) (*http.Response, error) { return nil, cause })
	_, err := NewUserClient(says(t).client(webex.WithHTTPClient(&http.Client{Transport: broken}))).GetUser(t.Context(), new(GetUser))
	if !errors.Is(err, cause) {
		t.Errorf("got %v", err)
	}
	checkRedacted(t, err)
}
