package webex_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/wbxgen/wbxgen/webex"
)

// pauses is a retry policy that notes the pauses instead of waiting.
func pauses(attempts int, random float64) (webex.Option, *[]time.Duration) {
	var got []time.Duration
	return webex.WithRetry(webex.Retry{
		Attempts: attempts,
		Base:     time.Second,
		Max:      5 * time.Second,
		Sleep:    func(_ context.Context, d time.Duration) error { got = append(got, d); return nil },
		Rand:     func() float64 { return random },
	}), &got
}

func TestRetryRepeatsWhatMayPass(t *testing.T) {
	tests := []struct {
		name   string
		answer http.HandlerFunc
		again  bool
	}{
		{"rate limit", text(200, failure("000045", "API Rate Limit Reach")), true},
		{"429", text(429, ""), true},
		{"500", text(500, ""), true},
		{"503", text(503, ""), true},
		{"connection closed", hangUp, true},
		{"cut off", short(userAnswer("x")), true},
		{"failure", text(200, failure("030001", "not found")), false},
		{"no record", text(200, failure("000015", "none")), false},
		{"403 of another operation", text(403, "403 Forbidden"), false},
		{"404", text(404, ""), false},
		{"HTML", text(200, "<html>"), false},
		{"a value of another type", text(200, success("use:getUserResponse", "<use:userId>x</use:userId>")), false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newService(t, func(w http.ResponseWriter, r *http.Request, n int) {
				if n < 3 {
					tt.answer(w, r)
				} else {
					_, _ = io.WriteString(w, userAnswer("x"))
				}
			})
			retry, waited := pauses(4, 0)
			resp, err := NewUserClient(s.client(retry)).GetUser(t.Context(), new(GetUser))
			switch {
			case tt.again && (err != nil || s.count() != 3 || *resp.FirstName != "x"):
				t.Errorf("%d requests, %v", s.count(), err)
			case tt.again && !slices.Equal(*waited, []time.Duration{time.Second, 2 * time.Second}):
				t.Errorf("waited %v", *waited)
			case !tt.again && (err == nil || s.count() != 1):
				t.Errorf("%d requests, %v", s.count(), err)
			}
		})
	}
}

func TestRetryLeavesAloneWhatChangesSomething(t *testing.T) {
	s := newService(t, func(w http.ResponseWriter, r *http.Request, _ int) { text(503, "")(w, r) })
	retry, _ := pauses(3, 0)
	client := s.client(retry)
	if _, err := NewMeetingClient(client).CreateMeeting(t.Context(), new(CreateMeeting)); err == nil || s.count() != 1 {
		t.Errorf("%d requests, %v", s.count(), err)
	}
	b := client.Batch()
	_, _ = NewUserClient(b).GetUser(t.Context(), new(GetUser))
	_, _ = NewMeetingClient(b).CreateMeeting(t.Context(), new(CreateMeeting))
	if _, err := b.Send(t.Context()); err == nil || s.count() != 2 {
		t.Errorf("a batch: %d requests, %v", s.count(), err)
	}
	if _, err := NewUserClient(s.client()).GetUser(t.Context(), new(GetUser)); err == nil || s.count() != 3 {
		t.Errorf("without the option: %d requests, %v", s.count(), err)
	}
}

func TestRetryForgetsThePartThatItHasRead(t *testing.T) {
	list := sessions(1, 3, 3)
	s := newService(t, func(w http.ResponseWriter, r *http.Request, n int) {
		if n == 1 {
			list := strings.Replace(list, "<ep:session>", "<ep:session><ep:confName>first</ep:confName>", 1)
			short(list)(w, r)
			return
		}
		_, _ = io.WriteString(w, list)
	})
	retry, _ := pauses(2, 0)
	resp, err := NewEpClient(s.client(retry)).LstsummarySession(t.Context(), new(LstsummarySession))
	if err != nil || len(resp.Session) != 3 || resp.Session[0].ConfName != nil {
		t.Errorf("got %+v, %v", resp, err)
	}
}

func TestRetryPauses(t *testing.T) {
	tests := []struct {
		name       string
		random     float64
		retryAfter string
		patience   time.Duration
		want       []time.Duration
	}{
		{"double up to the longest", 0, "", 0, []time.Duration{time.Second, 2 * time.Second, 4 * time.Second, 5 * time.Second}},
		{"shorter at random", 0.5, "", 0, []time.Duration{750 * time.Millisecond, 1500 * time.Millisecond, 3 * time.Second, 3750 * time.Millisecond}},
		{"random out of range", 7, "", 0, []time.Duration{time.Second / 2, time.Second, 2 * time.Second, 2500 * time.Millisecond}},
		{"as the service says", 0, "3", 0, []time.Duration{3 * time.Second, 3 * time.Second, 3 * time.Second, 3 * time.Second}},
		{"not at all, where the service says longer", 0, "6", 0, nil},
		{"not at all, where the date is far", 0, "Fri, 31 Dec 2100 23:59:59 GMT", 0, nil},
		{"a date that has passed", 0, "Fri, 31 Dec 1999 23:59:59 GMT", 0, []time.Duration{time.Second, 2 * time.Second, 4 * time.Second, 5 * time.Second}},
		{"nonsense", 0, "soon", 0, []time.Duration{time.Second, 2 * time.Second, 4 * time.Second, 5 * time.Second}},
		{"not beyond the context", 0, "", 1900 * time.Millisecond, []time.Duration{time.Second}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newService(t, func(w http.ResponseWriter, _ *http.Request, _ int) {
				if tt.retryAfter != "" {
					w.Header().Set("Retry-After", tt.retryAfter)
				}
				w.WriteHeader(503)
			})
			ctx := t.Context()
			if tt.patience > 0 {
				var cancel context.CancelFunc
				ctx, cancel = context.WithTimeout(ctx, tt.patience)
				defer cancel()
			}
			retry, waited := pauses(5, tt.random)
			_, err := NewUserClient(s.client(retry)).GetUser(ctx, new(GetUser))
			if err == nil || !slices.Equal(*waited, tt.want) || s.count() != 1+len(tt.want) {
				t.Errorf("waited %v, sent %d, %v", *waited, s.count(), err)
			}
		})
	}
}

// transport answers without a network, so that time can be that of a test.
type transport func(*http.Request) (*http.Response, error)

func (f transport) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func answerWith(status int, body string) *http.Response {
	return &http.Response{StatusCode: status, Header: make(http.Header), Body: io.NopCloser(strings.NewReader(body))}
}

func TestRetryWaitsByTheClock(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		sent := 0
		busy := transport(func(*http.Request) (*http.Response, error) {
			sent++
			return answerWith(503, ""), nil
		})
		users := NewUserClient(webex.NewClient("acme", webex.WithHTTPClient(&http.Client{Transport: busy}), webex.WithRetry(webex.Retry{Attempts: 3})))
		start := time.Now()
		_, err := users.GetUser(t.Context(), new(GetUser))
		if took := time.Since(start); err == nil || sent != 3 || took < 750*time.Millisecond || took > 1500*time.Millisecond {
			t.Errorf("sent %d in %v, %v", sent, took, err)
		}

		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(100*time.Millisecond, cancel)
		_, err = users.GetUser(ctx, new(GetUser))
		if _, ok := errors.AsType[*webex.Error](err); !ok || !errors.Is(err, context.Canceled) || sent != 4 {
			t.Errorf("sent %d, %v", sent, err)
		}
	})
}

func TestRetryPausesStayInBounds(t *testing.T) {
	s := newService(t, func(w http.ResponseWriter, r *http.Request, _ int) { text(503, "")(w, r) })
	retry, waited := pauses(80, 0)
	if _, err := NewUserClient(s.client(retry)).GetUser(t.Context(), new(GetUser)); err == nil || len(*waited) != 79 {
		t.Errorf("waited %d times, %v", len(*waited), err)
	}
	if got := slices.Max(*waited); got != 5*time.Second || slices.Min(*waited) != time.Second {
		t.Errorf("waited up to %v", got)
	}
}

func TestRetryLeavesACancelledCallAlone(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	s := newService(t, func(_ http.ResponseWriter, r *http.Request, _ int) {
		cancel()
		<-r.Context().Done()
	})
	retry, waited := pauses(3, 0)
	_, err := NewUserClient(s.client(retry)).GetUser(ctx, new(GetUser))
	if _, ok := err.(*webex.TransportError); !ok || len(*waited) != 0 {
		t.Errorf("waited %v, %v", *waited, err)
	}
}

func TestRetryLeavesABatchAloneThatWasAnswered(t *testing.T) {
	user := bodyContent("use:getUserResponse", userContent)
	s := says(t, message(failed("000045", "API Rate Limit Reach")+succeeded, "<serv:bodyContent/>"+user))
	retry, _ := pauses(3, 0)
	b := s.client(retry).Batch()
	for range 2 {
		_, _ = NewUserClient(b).GetUser(t.Context(), new(GetUser))
	}
	results, err := b.Send(t.Context())
	if err != nil || s.count() != 1 || !errors.Is(results[0].Err, webex.ErrThrottled) || results[1].Err != nil {
		t.Errorf("sent %d, %v, %v", s.count(), results, err)
	}
}

func TestRetryForgetsTheRecordsThatItHasRead(t *testing.T) {
	list := sessions(1, 3, 9)
	records, rest, _ := strings.Cut(list, "<ep:session>")
	head, _, _ := strings.Cut(records, "<ep:matchingRecords>")
	s := says(t, records, head+"<ep:session>"+rest)
	retry, _ := pauses(2, 0)
	n := 0
	for _, err := range NewEpClient(s.client(retry)).LstsummarySessionAll(t.Context(), new(LstsummarySession)) {
		if n++; err != nil {
			t.Error(err)
		}
	}
	if n != 3 || s.count() != 2 {
		t.Errorf("%d items, %d requests", n, s.count())
	}
}
