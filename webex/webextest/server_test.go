package webextest_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/wbxgen/wbxgen/generated/v40.6.0/all"
	"github.com/wbxgen/wbxgen/generated/v40.6.0/meeting"
	"github.com/wbxgen/wbxgen/generated/v40.6.0/site"
	"github.com/wbxgen/wbxgen/generated/v40.6.0/user"
	"github.com/wbxgen/wbxgen/webex"
	"github.com/wbxgen/wbxgen/webex/webextest"
	"github.com/wbxgen/wbxgen/wire"
)

func TestFailuresComeAsTheServiceSendsThem(t *testing.T) {
	for name, tt := range map[string]struct {
		fault error
		is    func(error) bool
	}{
		"throttled": {&webex.Error{ExceptionID: webex.ExceptionThrottled, Reason: "too many"}, func(err error) bool { return errors.Is(err, webex.ErrThrottled) }},
		"429": {&webex.Error{HTTPStatus: 429, RetryAfter: 1500 * time.Millisecond}, func(err error) bool {
			e, ok := errors.AsType[*webex.Error](err)
			return ok && errors.Is(err, webex.ErrThrottled) && e.RetryAfter == 2*time.Second
		}},
		"403":     {&webex.Error{HTTPStatus: 403}, func(err error) bool { e, ok := errors.AsType[*webex.Error](err); return ok && e.HTTPStatus == 403 }},
		"503":     {&webex.Error{HTTPStatus: 503, Reason: "later"}, func(err error) bool { e, ok := errors.AsType[*webex.Error](err); return ok && e.HTTPStatus == 503 }},
		"cut off": {webextest.ErrCutOff, func(err error) bool { return errors.Is(err, io.ErrUnexpectedEOF) }},
		"in words": {errors.New("no such thing"), func(err error) bool {
			e, ok := errors.AsType[*webex.Error](err)
			return ok && e.Reason == "no such thing"
		}},
		"with causes": {&webex.Error{ExceptionID: "000001", SubErrors: []webex.SubError{{ExceptionID: "000002", Reason: "x"}}, CaseID: "c"}, func(err error) bool {
			e, ok := errors.AsType[*webex.Error](err)
			return ok && len(e.SubErrors) == 1 && e.CaseID == "c"
		}},
	} {
		t.Run(name, func(t *testing.T) {
			local, remote := newRoom(), newRoom()
			defer remote.Close()
			for s, client := range map[*webextest.Server]*webex.Client{
				local: local.Client(), remote: webex.NewClient(remote.Start(), webex.WithSiteName("acme")),
			} {
				meetings := meeting.NewClient(client)
				s.Fail("CreateMeeting", tt.fault, 2)
				for range 2 {
					if _, err := meetings.CreateMeeting(t.Context(), newMeeting("x")); err == nil || !tt.is(err) {
						t.Errorf("got %v", err)
					}
				}
				if _, err := meetings.CreateMeeting(t.Context(), newMeeting("x")); err != nil {
					t.Errorf("after the faults: %v", err)
				}
			}
		})
	}
}

func TestSlowAnswersRespectTheContext(t *testing.T) {
	s := newRoom()
	s.Fail("", webextest.Slow(5*time.Second), 1)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if _, err := meeting.NewClient(s.Client()).CreateMeeting(ctx, newMeeting("x")); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}

func TestCredentialsAreLookedAt(t *testing.T) {
	s := newRoom(webextest.WithUser("host.one", "right"), webextest.WithToken("token"), webextest.WithAPIKey("key"))
	for name, tt := range map[string]struct {
		auth webex.Authorizer
		ok   bool
	}{
		"password":       {webex.Password("host.one", "right"), true},
		"wrong password": {webex.Password("host.one", "wrong"), false},
		"other user":     {webex.Password("host.two", "right"), false},
		"token":          {webex.AccessToken("token"), true},
		"other token":    {webex.AccessToken("other"), false},
		"ticket":         {webex.SessionTicket("made up"), false},
		"session":        {webex.NewSession(webex.AccessToken("token")), true},
		"wrong session":  {webex.NewSession(webex.Password("host.one", "wrong")), false},
		"key":            {webex.APIKey("key"), true},
		"other key":      {webex.APIKey("other"), false},
		"anonymous":      {webex.Anonymous(), false},
	} {
		_, err := meeting.NewClient(s.Client(webex.WithAuthorizer(tt.auth))).CreateMeeting(t.Context(), newMeeting("x"))
		if (err == nil) != tt.ok {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTicketsExpire(t *testing.T) {
	s := newRoom(webextest.WithTicketLife(time.Nanosecond))
	_, err := meeting.NewClient(s.Client(webex.WithSession(webex.Password("a", "b")))).CreateMeeting(t.Context(), newMeeting("x"))
	if e, ok := errors.AsType[*webex.Error](err); !ok || e.ExceptionID != webex.ExceptionTicketInvalid {
		t.Errorf("got %v", err)
	}
}

func TestBatchesHaveALimit(t *testing.T) {
	s := newRoom(webextest.WithBatchLimit(1), webextest.WithBackup())
	b := s.Client().Batch()
	_, _ = meeting.NewClient(b).CreateMeeting(t.Context(), newMeeting("x"))
	_, _ = meeting.NewClient(b).CreateMeeting(t.Context(), newMeeting("y"))
	_, err := b.Send(t.Context())
	if e, ok := errors.AsType[*webex.Error](err); !ok || !errors.Is(err, webex.ErrBatchTooLarge) || e.GSBStatus != webex.GSBBackup {
		t.Errorf("got %v", err)
	}
	if st, err := s.Client().GSBStatus(t.Context()); st != webex.GSBBackup || err != nil {
		t.Errorf("got %s, %v", st, err)
	}
}

func TestWithoutAHandlerAnOperationSaysSo(t *testing.T) {
	s := newRoom()
	if _, err := user.NewClient(s.Client()).GetUser(t.Context(), &user.GetUserRequest{WebExId: "x"}); err == nil || !strings.Contains(err.Error(), "the test has no handler for GetUser") {
		t.Errorf("got %v", err)
	}
	s.Default(func(c *webextest.Call) (wire.Typed, error) { return nil, nil })
	if _, err := user.NewClient(s.Client()).DelUser(t.Context(), &user.DelUserRequest{WebExId: []string{"x"}}); err != nil {
		t.Error(err)
	}
	defer func() {
		if recover() == nil {
			t.Error("a pair that is none was taken")
		}
	}()
	webextest.Handle(s, func(*webextest.Call, *meeting.CreateMeetingRequest) (*meeting.GetMeetingResponse, error) {
		return nil, nil
	})
}

// TestTheServerWritesAsTheServiceDoes looks at the text of an answer: its prefixes, and the response of the header.
func TestTheServerWritesAsTheServiceDoes(t *testing.T) {
	s := webextest.New(all.Registry(), all.Operations())
	webextest.Handle(s, func(*webextest.Call, *site.LstTimeZoneRequest) (*site.LstTimeZoneResponse, error) {
		return &site.LstTimeZoneResponse{TimeZone: []site.TimeZone{{TimeZoneID: 4, GmtOffset: -480, Description: "GMT-08:00"}}}, nil
	})
	text := post(s, "text/xml", ` <?xml version="1.0"?><serv:message><header/><body><bodyContent xsi:type="site.LstTimeZone"/></body></serv:message>`)
	for _, want := range []string{`xmlns:ns1="http://www.webex.com/schemas/2002/06/service/site"`, `xsi:type="ns1:lstTimeZoneResponse"`, "<ns1:timeZoneID>4</ns1:timeZoneID>", "<serv:result>SUCCESS</serv:result>"} {
		if !strings.Contains(text, want) {
			t.Errorf("the answer has no %s:\n%s", want, text)
		}
	}
}

func post(h http.Handler, contentType, body string) string {
	r := httptest.NewRequest(http.MethodPost, "/WBXService/XMLService", strings.NewReader(body))
	r.Header.Set("Content-Type", contentType)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Body.String()
}

func TestWhatClientsReallySendIsRead(t *testing.T) {
	s := webextest.New(all.Registry(), all.Operations())
	webextest.Handle(s, func(_ *webextest.Call, q *user.SetUserRequest) (*user.SetUserResponse, error) {
		if q.WebExId != "x" {
			return nil, errors.New("another user")
		}
		return nil, nil
	})
	doc := "\n\t" + `<?xml version="1.0" encoding="UTF-8"?><serv:message xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><header/><body>` +
		`<bodyContent xsi:type="java:com.webex.xmlapi.service.binding.user.SetUser">text<webExId>x</webExId></bodyContent></body></serv:message>`
	for _, tt := range []struct{ kind, body string }{
		{"text/xml", doc},
		{"application/x-www-form-urlencoded", doc},
		{"application/x-www-form-urlencoded", url.Values{"XML": {doc}}.Encode()},
	} {
		if text := post(s, tt.kind, tt.body); !strings.Contains(text, "SUCCESS") {
			t.Errorf("got %s", text)
		}
	}
	for _, bad := range []string{"", "x", "<a/>", strings.Replace(doc, "SetUser", "NoUser", 1), strings.Replace(doc, "serv:message", "serv:messageType", 2)} {
		if text := post(s, "text/xml", bad); !strings.Contains(text, "FAILURE") {
			t.Errorf("%q: got %s", bad, text)
		}
	}
}
