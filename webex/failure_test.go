package webex_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/wbxgen/wbxgen/webex"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// echo is what a service may repeat of a request.
var echo = html.EscapeString(secretPassword)

// failures are the ways in which a call can go wrong. Each repeats the password, where it can.
var failures = []struct {
	name     string
	answer   http.HandlerFunc
	card     bool   // the operation is GetUserCard
	patience int    // milliseconds that the context lasts; 0 for long enough
	want     string // the error text; # stands for the host
	kind     error  // *webex.Error, *webex.TransportError or *webex.ProtocolError
	is       []error
}{
	{
		name: "failure", answer: text(200, failure("030001", "Corresponding User not found "+echo)), kind: new(webex.Error),
		want: "webex: GetUser: 030001: Corresponding User not found REDACTED",
	},
	{
		name: "failure with sub-errors", kind: new(webex.Error),
		answer: text(200, message(`<serv:response><serv:result>FAILURE</serv:result><serv:reason>Validation
			failed</serv:reason><serv:exceptionID>999999</serv:exceptionID><serv:subErrors>`+
			`<serv:subError><serv:exceptionID>030048</serv:exceptionID><serv:reason>too long</serv:reason><serv:value>`+echo+`</serv:value></serv:subError>`+
			`<serv:subError><serv:exceptionID>030050</serv:exceptionID><serv:reason>malformed</serv:reason></serv:subError>`+
			`</serv:subErrors><serv:value>getUser</serv:value></serv:response>`, `<serv:bodyContent/>`)),
		want: "webex: GetUser: 999999: Validation failed (getUser); 030048: too long (REDACTED); 030050: malformed",
	},
	{
		name: "failure without bodyContent", answer: text(200, message(failed("000000", "Could not forward"), "")), kind: new(webex.Error),
		want: "webex: GetUser: 000000: Could not forward",
	},
	{
		name: "failure that is cut off", answer: text(200, strings.TrimSuffix(failure("030001", "not found"), "</serv:body></serv:message>")),
		kind: new(webex.Error), want: "webex: GetUser: 030001: not found",
	},
	{
		name: "no record", answer: text(200, failure("000015", "Sorry, no record found")), kind: new(webex.Error),
		want: "webex: GetUser: 000015: Sorry, no record found", is: []error{webex.ErrNoRecord},
	},
	{
		name: "rate limit", answer: text(200, failure("000045", "API Rate Limit Reach")), kind: new(webex.Error),
		want: "webex: GetUser: 000045: API Rate Limit Reach", is: []error{webex.ErrThrottled},
	},
	{
		name: "403 of GetUserCard", answer: text(403, "<html><title>403 Forbidden</title></html>"), card: true, kind: new(webex.Error),
		want: "webex: GetUserCard: HTTP status 403 Forbidden: 403 Forbidden", is: []error{webex.ErrThrottled},
	},
	{
		name: "a page that says 403 Forbidden", answer: text(200, "<html><body>403 Forbidden "+echo), card: true, kind: new(webex.Error),
		want: "webex: GetUserCard: 403 Forbidden REDACTED", is: []error{webex.ErrThrottled},
	},
	{
		name: "a text that says 403 Forbidden", answer: text(200, "403 Forbidden"), card: true, kind: new(webex.Error),
		want: "webex: GetUserCard: 403 Forbidden", is: []error{webex.ErrThrottled},
	},
	{
		name: "XML that says 403 Forbidden", answer: text(200, "<error>403  Forbidden</error>"), card: true, kind: new(webex.Error),
		want: "webex: GetUserCard: 403 Forbidden", is: []error{webex.ErrThrottled},
	},
	{
		name: "a reason that says 403 Forbidden", answer: text(200, failure("000999", "403 Forbidden")), card: true, kind: new(webex.Error),
		want: "webex: GetUserCard: 000999: 403 Forbidden", is: []error{webex.ErrThrottled},
	},
	{
		name: "403 of another operation", answer: text(403, "<html><title>403 Forbidden</title></html>"), kind: new(webex.Error),
		want: "webex: GetUser: HTTP status 403 Forbidden: 403 Forbidden",
	},
	{
		name: "a page that says 403 Forbidden of another operation", answer: text(200, "<html><title>403 Forbidden</title></html>"), kind: new(webex.ProtocolError),
		want: "webex: GetUser: the answer is HTML, not XML: 403 Forbidden",
	},
	{
		name: "503", answer: text(503, "<HTML><HEAD><TITLE>Down &amp; out\n"+echo+"</TITLE>"), kind: new(webex.Error),
		want: "webex: GetUser: HTTP status 503 Service Unavailable: Down & out REDACTED",
	},
	{
		name: "500 with a message", answer: text(500, failure("000035", "Authentication down "+echo)), kind: new(webex.Error),
		want: "webex: GetUser: HTTP status 500 Internal Server Error: 000035: Authentication down REDACTED",
	},
	{
		name: "599 without a body", answer: text(599, ""), kind: new(webex.Error), want: "webex: GetUser: HTTP status 599",
	},
	{
		name: "204", answer: text(204, ""), kind: new(webex.Error), want: "webex: GetUser: HTTP status 204 No Content",
	},
	{
		name: "time-out", answer: silent, patience: 30, kind: new(webex.TransportError), is: []error{context.DeadlineExceeded},
		want: "webex: GetUser: no answer from #: context deadline exceeded",
	},
	{
		name: "time-out in the body", answer: halting, patience: 50, kind: new(webex.TransportError), is: []error{context.DeadlineExceeded},
		want: "webex: GetUser: no answer from #: context deadline exceeded",
	},
	{
		name: "cancelled", answer: silent, patience: -30, kind: new(webex.TransportError), is: []error{context.Canceled},
		want: "webex: GetUser: no answer from #: context canceled",
	},
	{
		name: "cancelled before", answer: silent, patience: -1, kind: new(webex.TransportError), is: []error{context.Canceled},
		want: "webex: GetUser: no answer from #: context canceled",
	},
	{
		name: "connection closed", answer: hangUp, kind: new(webex.TransportError), is: []error{io.EOF},
		want: "webex: GetUser: no answer from #: EOF",
	},
	{
		name: "cut off", answer: text(200, userAnswer("x")[:700]), kind: new(webex.ProtocolError), is: []error{io.ErrUnexpectedEOF},
		want: "webex: GetUser: the answer is cut off",
	},
	{
		name: "cut off in the result", answer: text(200, userAnswer("x")[:strings.Index(userAnswer("x"), "ESS</serv:result>")]),
		kind: new(webex.ProtocolError), is: []error{io.ErrUnexpectedEOF}, want: "webex: GetUser: the answer is cut off",
	},
	{
		name: "cut off behind a failure", kind: new(webex.Error),
		answer: text(200, strings.TrimSuffix(message(failed("030001", "not found"), ""), "</serv:header><serv:body></serv:body></serv:message>")),
		want:   "webex: GetUser: 030001: not found",
	},
	{
		name: "cut off behind the content", answer: text(200, strings.TrimSuffix(userAnswer("x"), "</serv:message>")),
		kind: new(webex.ProtocolError), is: []error{io.ErrUnexpectedEOF}, want: "webex: GetUser: the answer is cut off",
	},
	{
		name: "cut off by the connection", answer: short(userAnswer("x")), kind: new(webex.ProtocolError), is: []error{io.ErrUnexpectedEOF},
		want: "webex: GetUser: the answer is cut off",
	},
	{
		name: "cut off in gzip", answer: encoded("gzip", string(zipped(userAnswer("x"))[:200])), kind: new(webex.ProtocolError),
		is: []error{io.ErrUnexpectedEOF}, want: "webex: GetUser: the answer is cut off",
	},
	{
		name: "wrong gzip", answer: encoded("gzip", "\x1f\x8b?"+strings.Repeat("?", 20)), kind: new(webex.ProtocolError),
		want: "webex: GetUser: the answer cannot be read: gzip: invalid header",
	},
	{
		name: "unknown content encoding", answer: encoded("br", "x"), kind: new(webex.ProtocolError),
		want: "webex: GetUser: the answer cannot be read: the content encoding br is not supported",
	},
	{
		name: "503 in an unknown content encoding", kind: new(webex.Error), want: "webex: GetUser: HTTP status 503 Service Unavailable",
		answer: func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "br")
			w.WriteHeader(503)
			_, _ = io.WriteString(w, "\x01\x02")
		},
	},
	{
		name: "HTML", answer: text(200, "<!DOCTYPE html>\n<html><head><title>Maintenance "+echo+"</title>"), kind: new(webex.ProtocolError),
		want: "webex: GetUser: the answer is HTML, not XML: Maintenance REDACTED",
	},
	{
		name: "HTML in XML", answer: text(200, "<?xml version='1.0'?><!-- x --> <!DOCTYPE html><html>Busy</html>"), kind: new(webex.ProtocolError),
		want: "webex: GetUser: the answer is HTML, not XML: Busy",
	},
	{
		name: "text", answer: text(200, secretPassword+" is wrong"+strings.Repeat(" very", 100)), kind: new(webex.ProtocolError),
		want: "webex: GetUser: the answer is text, not XML: REDACTED is wrong very",
	},
	{
		name: "empty", answer: text(200, " \n"), kind: new(webex.ProtocolError), want: "webex: GetUser: the answer is empty",
	},
	{
		name: "another root", answer: text(200, "<soap:Envelope xmlns:soap='urn:x'/>"), kind: new(webex.ProtocolError),
		want: "webex: GetUser: the answer cannot be read: 1:1: /Envelope: the root element is {urn:x}Envelope",
	},
	{
		name: "not well-formed", answer: text(200, "<message><header></message>"), kind: new(webex.ProtocolError),
		want: "webex: GetUser: the answer cannot be read: 1:18: the end tag </message> does not match",
	},
	{
		name: "DOCTYPE", answer: text(200, "<!DOCTYPE message [<!ENTITY a '&b;'>]><message/>"), kind: new(webex.ProtocolError),
		want: "webex: GetUser: the answer cannot be read: 1:1: a document type declaration is not accepted",
	},
	{
		name: "a value of another type", answer: text(200, success("use:getUserResponse", "<use:userId>"+echo+"</use:userId>")),
		kind: new(webex.ProtocolError), want: "webex: GetUser: the answer cannot be read: 2:",
	},
	{
		name: "unknown encoding", answer: text(200, strings.Replace(userAnswer("x"), "UTF-8", "Shift_JIS", 1)), kind: new(webex.ProtocolError),
		want: "webex: GetUser: the answer cannot be read: 1:1: the encoding Shift_JIS is not supported",
	},
	{
		name: "wrong encoding", answer: text(200, string(latin1(userAnswer("Jürgen")))), kind: new(webex.ProtocolError),
		want: "webex: GetUser: the answer cannot be read: 2:",
	},
	{
		name: "too large", answer: text(200, userAnswer(strings.Repeat("x", 4096))), kind: new(webex.ProtocolError), is: []error{xmltext.ErrLimit},
		want: "webex: GetUser: the answer is beyond the limits of the client: 2:",
	},
	{
		name: "too large when decompressed", answer: encoded("gzip", string(zipped(userAnswer(strings.Repeat("x", 1<<20))))),
		kind: new(webex.ProtocolError), is: []error{xmltext.ErrLimit}, want: "webex: GetUser: the answer is beyond the limits of the client: 2:",
	},
	{
		name: "no response", answer: text(200, message("", "<serv:bodyContent/>")), kind: new(webex.ProtocolError),
		want: "webex: GetUser: the answer has no serv:response",
	},
	{
		name: "too many responses", answer: text(200, message(succeeded+succeeded, "<serv:bodyContent/>")), kind: new(webex.ProtocolError),
		want: "webex: GetUser: the answer has 2 results for a request with 1 bodyContent",
	},
	{
		name: "too many contents", answer: text(200, message(succeeded, "<serv:bodyContent/><serv:bodyContent/>")), kind: new(webex.ProtocolError),
		want: "webex: GetUser: the answer has 1 bodyContent more than the request",
	},
	{
		name: "success without bodyContent", answer: text(200, message(succeeded, "")), kind: new(webex.ProtocolError),
		want: "webex: GetUser: the answer says SUCCESS and has no bodyContent",
	},
	{
		name: "another result", answer: text(200, message("<serv:response><serv:result>"+echo+"</serv:result></serv:response>", "<serv:bodyContent/>")),
		kind: new(webex.ProtocolError), want: `webex: GetUser: the result "REDACTED" is neither SUCCESS nor FAILURE`,
	},
	{
		name: "answer of another operation", answer: text(200, meetingAnswer(1)), kind: new(webex.ProtocolError),
		want: "webex: GetUser: the answer is that of another operation: its bodyContent is a createMeetingResponse, not a getUserResponse",
	},
}

func text(status int, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

func encoded(encoding, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", encoding)
		_, _ = io.WriteString(w, body)
	}
}

// silent answers nothing until the client has gone.
func silent(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }

// halting answers the first part, and then nothing until the client has gone.
func halting(w http.ResponseWriter, r *http.Request) {
	_, _ = io.WriteString(w, userAnswer("x")[:600])
	_ = http.NewResponseController(w).Flush()
	<-r.Context().Done()
}

func hangUp(w http.ResponseWriter, _ *http.Request) {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err == nil {
		_ = conn.Close()
	}
}

// short promises more than it sends.
func short(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", fmt.Sprint(len(body)))
		_, _ = io.WriteString(w, body[:len(body)-30])
	}
}

func patience(t *testing.T, ms int) context.Context {
	switch {
	case ms > 0:
		ctx, cancel := context.WithTimeout(t.Context(), time.Duration(ms)*time.Millisecond)
		t.Cleanup(cancel)
		return ctx
	case ms < 0:
		ctx, cancel := context.WithCancel(t.Context())
		if ms == -1 {
			cancel()
		} else {
			stop := time.AfterFunc(time.Duration(-ms)*time.Millisecond, cancel)
			t.Cleanup(func() { stop.Stop() })
		}
		return ctx
	}
	return t.Context()
}

func TestFailures(t *testing.T) {
	for _, tt := range failures {
		t.Run(tt.name, func(t *testing.T) {
			s := newService(t, func(w http.ResponseWriter, r *http.Request, _ int) { tt.answer(w, r) })
			users := NewUserClient(s.client(webex.WithMaxResponseSize(2048)))
			call := users.GetUser
			if tt.card {
				call = users.GetUserCard
			}
			_, err := call(patience(t, tt.patience), &GetUser{WebExID: "teo.v"})
			if err == nil {
				t.Fatal("no error")
			}
			want := strings.ReplaceAll(tt.want, "#", strings.TrimPrefix(s.URL, "http://"))
			if !strings.HasPrefix(err.Error(), want) {
				t.Errorf("got  %v\nwant %s", err, want)
			}
			if fmt.Sprintf("%T", err) != fmt.Sprintf("%T", tt.kind) {
				t.Errorf("the error is a %T, not a %T", err, tt.kind)
			}
			for _, known := range []error{
				webex.ErrThrottled, webex.ErrNoRecord, webex.ErrBatchTooLarge, xmltext.ErrLimit,
				context.Canceled, context.DeadlineExceeded, io.ErrUnexpectedEOF,
			} {
				wanted := false
				for _, is := range tt.is {
					wanted = wanted || is == known
				}
				if errors.Is(err, known) != wanted {
					t.Errorf("errors.Is(err, %v) is %t", known, !wanted)
				}
			}
			if s.count() > 1 {
				t.Errorf("the request was sent %d times", s.count())
			}
			checkRedacted(t, err)
		})
	}
}

// checkRedacted looks for secrets in all that can be printed of a value, and in what it wraps.
func checkRedacted(t *testing.T, v any) {
	t.Helper()
	var texts []string
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d", "%T"} {
		texts = append(texts, fmt.Sprintf(verb, v), fmt.Sprintf(verb, struct{ V any }{v}), fmt.Sprintf(verb, []any{v}))
	}
	var log bytes.Buffer
	slog.New(slog.NewTextHandler(&log, nil)).Info("x", "v", v, "in", struct{ V any }{v})
	slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "v", v, "in", struct{ V any }{v})
	data, _ := json.Marshal(v)
	texts = append(texts, log.String(), string(data))
	for _, text := range texts {
		for _, secret := range []string{secretPassword, secretToken, secretTicket} {
			for _, form := range []string{
				secret, html.EscapeString(secret), url.QueryEscape(secret), fmt.Sprintf("%x", secret), secret[:10],
			} {
				if strings.Contains(text, form) {
					t.Errorf("a secret shows up in %s", text)
				}
			}
		}
	}
	if err, ok := v.(error); ok {
		if inner := errors.Unwrap(err); inner != nil {
			checkRedacted(t, inner)
		}
	}
}

func TestErrorHasTheFieldsOfTheAnswer(t *testing.T) {
	s := newService(t, func(w http.ResponseWriter, _ *http.Request, _ int) {
		w.Header().Set("Retry-After", "7")
		_, _ = io.WriteString(w, message(`<serv:response><serv:result>FAILURE</serv:result><serv:reason>r</serv:reason><serv:gsbStatus>BACKUP</serv:gsbStatus>`+
			`<serv:exceptionID> 030002 </serv:exceptionID><serv:subErrors><serv:subError><serv:exceptionID>1</serv:exceptionID>`+
			`<serv:reason>2</serv:reason><serv:value>3</serv:value></serv:subError></serv:subErrors>`+
			`<serv:value>v</serv:value><serv:respTime>5</serv:respTime><serv:caseID>c</serv:caseID></serv:response>`, `<serv:bodyContent/>`))
	})
	_, err := NewUserClient(s.client()).GetUser(t.Context(), new(GetUser))
	e, ok := errors.AsType[*webex.Error](err)
	if !ok {
		t.Fatalf("got %v", err)
	}
	want := webex.Error{
		Operation: "GetUser", ExceptionID: webex.ExceptionWrongPassword, Reason: "r", Value: "v", GSBStatus: webex.GSBBackup, CaseID: "c",
		HTTPStatus: 200, RetryAfter: 7 * time.Second, SubErrors: []webex.SubError{{ExceptionID: "1", Reason: "2", Value: "3"}},
	}
	if !reflect.DeepEqual(*e, want) {
		t.Errorf("got %+v", e)
	}
	var log bytes.Buffer
	slog.New(slog.NewTextHandler(&log, nil)).Info("x", "err", e)
	if !strings.Contains(log.String(), "err.operation=GetUser err.exceptionID=030002 err.reason=r err.value=v err.caseID=c err.httpStatus=200") {
		t.Errorf("got %s", log.String())
	}
}

func TestTransportErrorTellsTimeouts(t *testing.T) {
	s := newService(t, func(w http.ResponseWriter, r *http.Request, _ int) { silent(w, r) })
	impatient := &http.Client{Timeout: 20 * time.Millisecond}
	_, err := NewUserClient(s.client(webex.WithHTTPClient(impatient))).GetUser(t.Context(), new(GetUser))
	if e, ok := errors.AsType[*webex.TransportError](err); !ok || !e.Timeout() {
		t.Errorf("got %v", err)
	}
	s.Close()
	_, err = NewUserClient(s.client()).GetUser(t.Context(), new(GetUser))
	if e, ok := errors.AsType[*webex.TransportError](err); !ok || e.Timeout() {
		t.Errorf("got %v", err)
	}
}
