package webex_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/wbxgen/wbxgen/webex"
)

// desk gives out tickets, and answers requests that have the right one.
type desk struct {
	id      string // of the refusal of a ticket; 030002 if empty
	status  int    // HTTP, in its place
	mu      sync.Mutex
	logins  int
	good    string // the ticket that is accepted
	refuse  string // the answer to logins, where they fail
	bodies  []string
	refused int
	pause   time.Duration
}

func (d *desk) RoundTrip(r *http.Request) (*http.Response, error) {
	data, _ := io.ReadAll(r.Body)
	body := string(data)
	time.Sleep(d.pause)
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.bodies = append(d.bodies, body)
	if strings.Contains(body, "AuthenticateUser") {
		d.logins++
		if d.refuse != "" {
			return answerWith(200, d.refuse), nil
		}
		d.good = fmt.Sprintf("%s-%d", secretTicket, d.logins)
		return answerWith(200, success("use:authenticateUserResponse", "<use:sessionTicket>"+d.good+"</use:sessionTicket>"+
			"<use:createTime>1580000000123</use:createTime><use:timeToLive>5400</use:timeToLive>")), nil
	}
	if between(body, "<sessionTicket>", "</sessionTicket>") != d.good {
		d.refused++
		if d.status != 0 {
			return answerWith(d.status, ""), nil
		}
		return answerWith(200, failure(cmp.Or(d.id, "030002"), "invalid ticket")), nil
	}
	return answerWith(200, userAnswer("x")), nil
}

func (d *desk) expire() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.good = "none"
}

func (d *desk) users(opts ...webex.Option) *UserClient {
	own := []webex.Option{webex.WithHTTPClient(&http.Client{Transport: d}), webex.WithSession(webex.Password("host.one", secretPassword))}
	return NewUserClient(webex.NewClient("northwind", append(own, opts...)...))
}

func TestSessionLogsInOnceAndSendsTheTicket(t *testing.T) {
	d := new(desk)
	users := d.users()
	for range 3 {
		if _, err := users.GetUser(t.Context(), new(GetUser)); err != nil {
			t.Fatal(err)
		}
	}
	if d.logins != 1 || len(d.bodies) != 4 {
		t.Fatalf("%d logins, %d requests", d.logins, len(d.bodies))
	}
	if !strings.Contains(d.bodies[0], "<webExID>host.one</webExID><password>S3cret") ||
		!strings.Contains(d.bodies[0], `<bodyContent xsi:type="java:com.webex.service.binding.user.AuthenticateUser"/>`) {
		t.Errorf("the login is %s", d.bodies[0])
	}
	if !strings.Contains(d.bodies[1], "<webExID>host.one</webExID><siteName>northwind</siteName><sessionTicket>"+secretTicket+"-1</sessionTicket>") ||
		strings.Contains(d.bodies[1], "<password>") {
		t.Errorf("the request is %s", d.bodies[1])
	}
}

func TestSessionLogsInWithEachCredential(t *testing.T) {
	token := func(context.Context) (string, error) { return secretToken, nil }
	tests := []struct {
		name  string
		login *webex.Credential
		want  []string
	}{
		{"email", webex.EmailPassword("h@example.com", secretPassword), []string{"<password>", "<email>h@example.com</email>"}},
		{"access token", webex.AccessToken(secretToken).As("host.one"), []string{"<accessToken>" + secretToken + "</accessToken>", "<webExID>host.one</webExID>"}},
		{"token source", webex.TokenSource(token), []string{"<accessToken>" + secretToken + "</accessToken>"}},
		{"SAML", webex.SAML(token).As("host.one"), []string{"<samlResponse>" + secretToken + "</samlResponse>", "<webExID>host.one</webExID>"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := new(desk)
			if _, err := d.users(webex.WithSession(tt.login)).GetUser(t.Context(), new(GetUser)); err != nil {
				t.Fatal(err)
			}
			for _, want := range tt.want {
				if !strings.Contains(d.bodies[0], want) {
					t.Errorf("the login is %s", d.bodies[0])
				}
			}
			if strings.Contains(d.bodies[1], "Token>") || strings.Contains(d.bodies[1], "<password>") {
				t.Errorf("the request is %s", d.bodies[1])
			}
		})
	}
}

func TestSessionRenewsARefusedTicketOnce(t *testing.T) {
	d := new(desk)
	users := d.users()
	_, _ = users.GetUser(t.Context(), new(GetUser))
	d.expire()
	if _, err := users.GetUser(t.Context(), new(GetUser)); err != nil || d.logins != 2 || d.refused != 1 {
		t.Errorf("%d logins, %d refused, %v", d.logins, d.refused, err)
	}

	hopeless := transport(func(r *http.Request) (*http.Response, error) {
		resp, err := d.RoundTrip(r)
		d.expire()
		return resp, err
	})
	d.logins, d.refused = 0, 0
	users = d.users(webex.WithHTTPClient(&http.Client{Transport: hopeless}))
	_, err := users.GetUser(t.Context(), new(GetUser))
	e, ok := errors.AsType[*webex.Error](err)
	if !ok || e.Operation != "GetUser" || e.ExceptionID != webex.ExceptionWrongPassword || d.logins != 2 || d.refused != 2 {
		t.Errorf("%d logins, %d refused, %v", d.logins, d.refused, err)
	}
}

func TestASessionRenewsOnEveryRefusalOfItsTicket(t *testing.T) {
	for _, d := range []*desk{{id: "030002"}, {id: "030047"}, {status: http.StatusUnauthorized}} {
		users := d.users()
		_, _ = users.GetUser(t.Context(), new(GetUser))
		d.expire()
		if _, err := users.GetUser(t.Context(), new(GetUser)); err != nil || d.logins != 2 || d.refused != 1 {
			t.Errorf("%s %d: %d logins, %d refused, %v", d.id, d.status, d.logins, d.refused, err)
		}
	}
	d := &desk{id: "000001"}
	users := d.users()
	_, _ = users.GetUser(t.Context(), new(GetUser))
	d.expire()
	if _, err := users.GetUser(t.Context(), new(GetUser)); err == nil || d.logins != 1 {
		t.Errorf("%d logins after a refusal of another kind, %v", d.logins, err)
	}
}

func TestSessionKeepsTheTicketOfAnotherGoroutine(t *testing.T) {
	d := new(desk)
	session := webex.NewSession(webex.Password("host.one", "pass-word"))
	users := d.users(webex.WithAuthorizer(session))
	_, _ = users.GetUser(t.Context(), new(GetUser))
	older := &webex.Authorization{Security: webex.SecurityContext{SessionTicket: "older"}}
	if !session.Renew(older, &webex.Error{ExceptionID: webex.ExceptionWrongPassword}) || session.Renew(older, &webex.Error{ExceptionID: "000001"}) {
		t.Error("Renew takes other refusals for one of the ticket")
	}
	if _, err := users.GetUser(t.Context(), new(GetUser)); err != nil || d.logins != 1 {
		t.Errorf("%d logins, %v", d.logins, err)
	}
}

func TestSessionRepeatsAWriteThatWasRefusedForItsTicket(t *testing.T) {
	d := new(desk)
	meetings := NewMeetingClient(webex.NewClient("northwind", webex.WithSession(webex.Password("host.one", "pass-word")),
		webex.WithHTTPClient(&http.Client{Transport: transport(func(r *http.Request) (*http.Response, error) {
			resp, err := d.RoundTrip(r)
			if body := d.bodies[len(d.bodies)-1]; strings.Contains(body, "CreateMeeting") {
				if len(d.bodies) == 2 {
					return answerWith(401, "Unauthorized"), nil
				}
				return answerWith(200, meetingAnswer(5)), nil
			}
			return resp, err
		})})))
	resp, err := meetings.CreateMeeting(t.Context(), new(CreateMeeting))
	if err != nil || *resp.Meetingkey != 5 || d.logins != 2 || len(d.bodies) != 4 {
		t.Errorf("%d logins, %d requests, %v", d.logins, len(d.bodies), err)
	}
}

func TestSessionRenewsBeforeTheTicketEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := new(desk)
		users := d.users()
		for _, pause := range []time.Duration{0, 5000 * time.Second, 350 * time.Second} {
			time.Sleep(pause)
			if _, err := users.GetUser(t.Context(), new(GetUser)); err != nil {
				t.Fatal(err)
			}
		}
		if d.logins != 2 || d.refused != 0 {
			t.Errorf("%d logins, %d refused", d.logins, d.refused)
		}
	})
}

func TestSessionLogsInOnceForManyGoroutines(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &desk{pause: time.Second}
		users := d.users()
		for round := range 2 {
			var failed atomic.Int32
			for range 64 {
				go func() {
					if _, err := users.GetUser(t.Context(), new(GetUser)); err != nil {
						failed.Add(1)
					}
				}()
			}
			time.Sleep(time.Hour / 2)
			synctest.Wait()
			if failed.Load() != 0 || d.logins != round+1 {
				t.Errorf("%d failed, %d logins", failed.Load(), d.logins)
			}
			d.expire()
		}
	})
}

func TestSessionFailsForAllWhoWaitForALogin(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &desk{pause: time.Second, refuse: failure("030002", "wrong password")}
		users := d.users()
		var failed atomic.Int32
		for range 64 {
			go func() {
				_, err := users.GetUser(t.Context(), new(GetUser))
				e, ok := errors.AsType[*webex.Error](err)
				if ok && e.Operation == "AuthenticateUser" && strings.HasPrefix(err.Error(), "webex: GetUser: login: webex: AuthenticateUser: 030002") {
					failed.Add(1)
				}
			}()
		}
		time.Sleep(time.Minute)
		if failed.Load() != 64 || d.logins != 1 {
			t.Errorf("%d failed, %d logins", failed.Load(), d.logins)
		}
	})
}

func TestSessionLoginThatTheHTTPClientEndsIsNotRepeated(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &desk{pause: 10 * time.Second}
		users := d.users(webex.WithHTTPClient(&http.Client{Transport: d, Timeout: 5 * time.Second}))
		var failed atomic.Int32
		for range 64 {
			go func() {
				_, err := users.GetUser(t.Context(), new(GetUser))
				if e, ok := errors.AsType[*webex.TransportError](err); ok && e.Timeout() {
					failed.Add(1)
				}
			}()
		}
		time.Sleep(11 * time.Second)
		if failed.Load() != 64 {
			t.Errorf("%d failed, the others log in again", failed.Load())
		}
		time.Sleep(time.Hour)
	})
}

func TestSessionLoginOfACancelledCallIsTakenOver(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &desk{pause: 10 * time.Second}
		users := d.users()
		first, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		impatient, cancel2 := context.WithTimeout(t.Context(), time.Second/2)
		defer cancel2()
		errs := make(chan error, 3)
		call := func(ctx context.Context) {
			_, err := users.GetUser(ctx, new(GetUser))
			errs <- err
		}
		go call(first)
		synctest.Wait()
		go call(t.Context())
		go call(impatient)
		for _, want := range []error{context.DeadlineExceeded, context.DeadlineExceeded, nil} {
			if err := <-errs; !errors.Is(err, want) {
				t.Errorf("got %v, want %v", err, want)
			}
		}
		if d.logins != 1 {
			t.Errorf("%d logins", d.logins)
		}
	})
}

func TestSessionSaysWhyItCannotLogIn(t *testing.T) {
	tests := []struct {
		name   string
		login  *webex.Credential
		answer string
		want   string
	}{
		{"nil", nil, "", "webex: GetUser: login: AuthenticateUser takes a password, an access token or a SAML response"},
		{"ticket", webex.SessionTicket("x"), "", "webex: GetUser: login: AuthenticateUser takes a password, an access token or a SAML response"},
		{"no SAML response", webex.SAML(func(context.Context) (string, error) { return "", errors.New("no IdP") }), "", "webex: GetUser: login: no IdP"},
		{"no ticket", webex.Password("a", "b"), success("use:authenticateUserResponse", ""), "webex: GetUser: login: the answer to AuthenticateUser has no session ticket"},
		{"HTML", webex.Password("a", "b"), "<html>", "webex: GetUser: login: webex: AuthenticateUser: the answer is HTML, not XML"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := (&desk{refuse: tt.answer}).users(webex.WithSession(tt.login)).GetUser(t.Context(), new(GetUser))
			if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
				t.Errorf("got %v", err)
			}
		})
	}
	if err := webex.NewSession(webex.Password("a", "b")).Authorize(t.Context(), new(webex.Authorization)); err == nil {
		t.Error("a session without a client logs in")
	}
}
