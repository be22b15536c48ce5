package webex_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/wbxgen/wbxgen/webex"
	"github.com/wbxgen/wbxgen/wire"
)

func TestRequestHasTheDocumentedForm(t *testing.T) {
	s := says(t, meetingAnswer(640112233))
	client := s.client(webex.WithUserAgent("test/1"), webex.WithClientInfo("info"), webex.WithPartnerID("p1"), webex.WithSiteID(42))
	resp, err := NewMeetingClient(client).CreateMeeting(t.Context(), &CreateMeeting{ConfName: new("Q&A")})
	if err != nil {
		t.Fatal(err)
	}
	if *resp.Meetingkey != 640112233 {
		t.Errorf("got meeting key %d", *resp.Meetingkey)
	}
	want := `<?xml version="1.0" encoding="UTF-8"?>` + "\n" +
		`<serv:message xmlns:serv="http://www.webex.com/schemas/2002/06/service" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		`<header><securityContext><webExID>host.one</webExID><password>S3cret&amp;&lt;"Pass'word></password><siteID>42</siteID>` +
		`<siteName>northwind</siteName><partnerID>p1</partnerID><clientInfo>info</clientInfo></securityContext></header>` +
		`<body><bodyContent xsi:type="java:com.webex.service.binding.meeting.CreateMeeting"><confName>Q&amp;A</confName></bodyContent></body></serv:message>`
	r := s.sent()[0]
	if got := strings.ReplaceAll(r.body, "&gt;", ">"); got != want {
		t.Errorf("got\n%s\nwant\n%s", r.body, want)
	}
	if r.method != "POST" || r.url != "/WBXService/XMLService" {
		t.Errorf("got %s %s", r.method, r.url)
	}
	for name, want := range map[string]string{
		"Content-Type": "text/xml; charset=utf-8", "Accept-Encoding": "gzip", "User-Agent": "test/1",
	} {
		if got := r.header.Get(name); got != want {
			t.Errorf("%s is %q, not %q", name, got, want)
		}
	}
}

func TestAnswersAreReadInEveryForm(t *testing.T) {
	text := userAnswer("Jürgen")
	tests := []struct {
		name   string
		header map[string]string
		body   []byte
	}{
		{"plain", nil, []byte(text)},
		{"gzip", map[string]string{"Content-Encoding": "gzip"}, zipped(text)},
		{"gzip that no header tells", nil, zipped(text)},
		{"a header of gzip that is none", map[string]string{"Content-Encoding": "gzip"}, []byte(text)},
		{"identity", map[string]string{"Content-Encoding": "identity"}, []byte(text)},
		{"byte order mark", nil, []byte("\uFEFF" + text)},
		{"ISO-8859-1", nil, latin1(strings.Replace(text, "UTF-8", "ISO-8859-1", 1))},
		{"UTF-16", nil, wide(strings.Replace(text, "UTF-8", "UTF-16", 1))},
		{"HTML by its content type", map[string]string{"Content-Type": "text/html"}, []byte(text)},
		{"white space before the document", nil, []byte("\n \n" + strings.TrimPrefix(text, `<?xml version="1.0" encoding="UTF-8"?>`))},
		{"root without namespace", nil, []byte(`<message><header><response><result>SUCCESS</result></response></header>` +
			`<body><bodyContent><firstName>Jürgen</firstName></bodyContent></body></message>`)},
		{"undeclared prefixes", nil, []byte(`<message><header><serv:response><serv:result> SUCCESS </serv:result></serv:response></header>` +
			`<body><serv:bodyContent xsi:type="use:getUserResponse"><use:firstName>Jürgen</use:firstName></serv:bodyContent></body></message>`)},
		{"java type", nil, []byte(strings.Replace(text, "use:getUserResponse", "java:com.webex.service.binding.user.GetUserResponse", 1))},
		{"body before header", nil, []byte(`<message><body><bodyContent><firstName>Jürgen</firstName></bodyContent></body>` +
			`<header><response><result>SUCCESS</result></response></header></message>`)},
		{"unknown header elements", nil, []byte(strings.Replace(text, "<serv:response>", "<serv:other>x</serv:other><serv:response><serv:new/>", 1))},
		{"response time in words", nil, []byte(strings.Replace(text, "</serv:response>", "<serv:respTime>12 ms</serv:respTime></serv:response>", 1))},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newService(t, func(w http.ResponseWriter, _ *http.Request, _ int) {
				for name, value := range tt.header {
					w.Header().Set(name, value)
				}
				_, _ = w.Write(tt.body)
			})
			resp, err := NewUserClient(s.client()).GetUser(t.Context(), &GetUser{WebExID: "teo.v"})
			if err != nil {
				t.Fatal(err)
			}
			if resp.FirstName == nil || *resp.FirstName != "Jürgen" {
				t.Errorf("got %+v", resp)
			}
			if typ, ok := resp.XMLExtra.Type(); ok {
				t.Errorf("the response keeps the type %s of its slot", typ)
			}
		})
	}
}

func zipped(text string) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write([]byte(text))
	_ = z.Close()
	return b.Bytes()
}

func latin1(text string) []byte {
	var b []byte
	for _, c := range text {
		b = append(b, byte(c))
	}
	return b
}

func wide(text string) []byte {
	b := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(text)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return b
}

func TestEmptyBodyContentIsAnEmptyResponse(t *testing.T) {
	for _, content := range []string{`<serv:bodyContent/>`, bodyContent("use:getUserResponse", " "), bodyContent("use:getUserResponse", "")} {
		s := says(t, message(succeeded, content))
		resp, err := NewUserClient(s.client()).GetUser(t.Context(), new(GetUser))
		if err != nil {
			t.Fatal(err)
		}
		if resp.FirstName != nil || resp.UserID != nil {
			t.Errorf("got %+v", resp)
		}
	}
}

func TestDecodingOptionsReachTheDecoder(t *testing.T) {
	s := says(t, success("use:getUserResponse", `<use:later>x</use:later>`))
	resp, err := NewUserClient(s.client(webex.WithDecoding(wire.Unknown(wire.KeepUnknown)))).GetUser(t.Context(), new(GetUser))
	if err != nil {
		t.Fatal(err)
	}
	if kept := resp.XMLExtra.Elements(); len(kept) != 1 || kept[0].Name.Local != "later" {
		t.Errorf("kept %v", kept)
	}
	charset := func(label string, r io.Reader) (io.Reader, error) {
		if label != "GB2312" {
			return nil, errors.New("not now")
		}
		return r, nil
	}
	s = says(t, strings.Replace(userAnswer("x"), "UTF-8", "GB2312", 1))
	if _, err := NewUserClient(s.client(webex.WithDecoding(wire.Charset(charset)))).GetUser(t.Context(), new(GetUser)); err != nil {
		t.Error(err)
	}
}

func TestCallsThatCannotBeSent(t *testing.T) {
	s := says(t, userAnswer("x"))
	good := s.client()
	authorizer := func(err error) webex.Option {
		return webex.WithTokenSource(func(context.Context) (string, error) { return "", err })
	}
	var none *webex.Client
	tests := []struct {
		name   string
		caller webex.Caller
		ctx    context.Context
		req    *GetUser
		want   string
	}{
		{"nil request", good, t.Context(), nil, "webex: GetUser: the request is nil"},
		{"nil caller", nil, t.Context(), new(GetUser), "webex: GetUser: the client was made without a caller"},
		{"nil client", none, t.Context(), new(GetUser), "webex: GetUser: the client was made without a caller"},
		{"zero client", new(webex.Client), t.Context(), new(GetUser), "webex: GetUser: a client is made by NewClient"},
		{"nil context", good, nil, new(GetUser), "webex: GetUser: the context is nil"},
		{"site", webex.NewClient("no site"), t.Context(), new(GetUser), "webex: GetUser: the site is neither a name such as acme, nor a host name, nor a URL"},
		{"common host", webex.NewClient("https://api.webex.com"), t.Context(), new(GetUser),
			"webex: GetUser: the common host does not know which site is meant: use WithSiteName"},
		{"nil authorizer", s.client(webex.WithAuthorizer(nil)), t.Context(), new(GetUser), "webex: GetUser: the authorizer is nil"},
		{"nil HTTP client", s.client(webex.WithHTTPClient(nil)), t.Context(), new(GetUser), "webex: GetUser: the HTTP client is nil"},
		{"size", s.client(webex.WithMaxResponseSize(0)), t.Context(), new(GetUser), "webex: GetUser: the maximum response size is not positive"},
		{"no token", s.client(authorizer(errors.New("no token today"))), t.Context(), new(GetUser), "webex: GetUser: no token today"},
		{"no text", good, t.Context(), &GetUser{WebExID: "\x00"}, "webex: GetUser: the request cannot be encoded: /message/body/bodyContent/webExId: "},
		{"SAML", s.client(webex.WithAuthorizer(webex.SAML(nil))), t.Context(), new(GetUser),
			"webex: GetUser: a SAML response can log in and nothing else: use NewSession"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := NewUserClient(tt.caller).GetUser(tt.ctx, tt.req)
			if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
			for _, err := range webex.Items(t.Context(), tt.caller, &opLstsummarySession, (*LstsummarySession)(nil), &listLstsummarySession) {
				if err == nil || !strings.HasPrefix(err.Error(), "webex: LstsummarySession: ") {
					t.Errorf("got %v", err)
				}
			}
		})
	}
	if err := good.Call(t.Context(), &opGetUser, new(GetUser), nil); err == nil {
		t.Error("a nil response is no error")
	}
	if err := good.Call(t.Context(), &opGetUser, new(CreateMeeting), new(GetUserResponse)); err == nil || !strings.Contains(err.Error(), "createMeeting, not") {
		t.Errorf("a request of another operation: %v", err)
	}
	if s.count() != 0 {
		t.Errorf("%d requests were sent", s.count())
	}
	if good.Err() != nil || webex.NewClient("").Err() == nil {
		t.Error("Err does not tell what is wrong with a client")
	}
}

func TestRedirectionsAreNotFollowed(t *testing.T) {
	other := says(t, userAnswer("x"))
	s := newService(t, func(w http.ResponseWriter, r *http.Request, _ int) {
		http.Redirect(w, r, other.URL+"/elsewhere?password=x", http.StatusTemporaryRedirect)
	})
	_, err := NewUserClient(s.client()).GetUser(t.Context(), new(GetUser))
	e, ok := errors.AsType[*webex.Error](err)
	if !ok || e.HTTPStatus != http.StatusTemporaryRedirect || !strings.Contains(e.Reason, strings.TrimPrefix(other.URL, "http://")) {
		t.Errorf("got %v", err)
	}
	if other.count() != 0 {
		t.Error("the credentials were sent to another host")
	}
	s503 := newService(t, func(w http.ResponseWriter, _ *http.Request, _ int) {
		w.Header().Set("Location", "/elsewhere")
		w.WriteHeader(http.StatusServiceUnavailable)
	})
	if _, err := NewUserClient(s503.client()).GetUser(t.Context(), new(GetUser)); strings.Contains(err.Error(), "redirects") {
		t.Errorf("got %v", err)
	}
	own := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return nil }}
	if _, err := NewUserClient(s.client(webex.WithHTTPClient(own))).GetUser(t.Context(), new(GetUser)); err != nil {
		t.Errorf("a client that follows: %v", err)
	}
}

func TestHookSeesEachExchange(t *testing.T) {
	var got []*webex.Response
	hook := func(_ context.Context, r *webex.Response) { got = append(got, r) }
	s := says(t, failure("030001", "not found: "+strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(secretPassword)),
		strings.Replace(userAnswer("x"), "</serv:response>", "<serv:respTime>1500</serv:respTime><serv:caseID>case-7</serv:caseID></serv:response>", 1))
	users := NewUserClient(s.client(webex.WithResponseHook(hook)))
	for range 2 {
		_, _ = users.GetUser(t.Context(), new(GetUser))
	}
	if len(got) != 2 {
		t.Fatalf("the hook was called %d times", len(got))
	}
	first, second := got[0], got[1]
	if first.Operation != "GetUser" || first.Attempt != 1 || first.HTTPStatus != 200 || first.Duration <= 0 || first.Err == nil {
		t.Errorf("got %+v", first)
	}
	if st := first.Statuses[0]; st.Result != webex.Failure || st.Reason != "not found: REDACTED" || st.ExceptionID != webex.ExceptionUserNotFound {
		t.Errorf("got %+v", st)
	}
	if st := second.Statuses[0]; second.Err != nil || st.RespTime.Seconds() != 1.5 || st.CaseID != "case-7" || st.GSBStatus != webex.GSBPrimary {
		t.Errorf("got %+v", second)
	}
}

func TestHookSeesNoErrorInALoopThatEndsEarly(t *testing.T) {
	var errs []error
	hook := webex.WithResponseHook(func(_ context.Context, r *webex.Response) { errs = append(errs, r.Err) })
	for range NewEpClient(says(t, sessions(1, 3, 3)).client(hook)).LstsummarySessionItems(t.Context(), new(LstsummarySession)) {
		break
	}
	if len(errs) != 1 || errs[0] != nil {
		t.Errorf("got %v", errs)
	}
}
