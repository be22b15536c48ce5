package webex_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/wbxgen/wbxgen/webex"
)

// settles waits until no more than n goroutines are left.
func settles(t *testing.T, n int) {
	t.Helper()
	for end := time.Now().Add(5 * time.Second); ; runtime.Gosched() {
		if runtime.NumGoroutine() <= n {
			return
		}
		if time.Now().After(end) {
			stacks := make([]byte, 1<<16)
			t.Fatalf("%d goroutines are left of %d:\n%s", runtime.NumGoroutine(), n, stacks[:runtime.Stack(stacks, true)])
		}
	}
}

func TestNoGoroutineIsLeftBehind(t *testing.T) {
	before := runtime.NumGoroutine()
	pool := new(http.Transport)
	for _, tt := range failures {
		s := newService(t, func(w http.ResponseWriter, r *http.Request, _ int) { tt.answer(w, r) })
		client := s.client(webex.WithHTTPClient(&http.Client{Transport: pool}), webex.WithMaxResponseSize(2048))
		if _, err := NewUserClient(client).GetUserCard(patience(t, tt.patience), new(GetUser)); err == nil {
			t.Errorf("%s: no error", tt.name)
		}
		for range NewEpClient(client).LstsummarySessionAll(patience(t, tt.patience), new(LstsummarySession)) {
			break
		}
		s.CloseClientConnections()
		s.Close()
	}
	list := says(t, sessions(1, 1000, 5000))
	for range NewEpClient(list.client(webex.WithHTTPClient(&http.Client{Transport: pool}))).LstsummarySessionAll(t.Context(), new(LstsummarySession)) {
		break
	}
	list.Close()
	pool.CloseIdleConnections()
	settles(t, before)
}

func TestManyCallersAtOnce(t *testing.T) {
	s := newService(t, func(w http.ResponseWriter, r *http.Request, n int) {
		_, _ = io.WriteString(w, reply(n, w))
	})
	retry := webex.WithRetry(webex.Retry{Attempts: 3, Base: time.Microsecond})
	var seen sync.Map
	hook := webex.WithResponseHook(func(_ context.Context, r *webex.Response) { seen.Store(r.Operation, true) })
	client := s.client(retry, hook, webex.WithTokenSource(func(context.Context) (string, error) { return secretToken, nil }))
	var wg sync.WaitGroup
	for i := range 64 {
		wg.Go(func() { work(t, client, i) })
	}
	wg.Wait()
	if _, ok := seen.Load("GetUser"); !ok {
		t.Error("the hook was not called")
	}
}

func work(t *testing.T, client *webex.Client, i int) {
	for range 2 {
		_, err := NewUserClient(client).GetUser(t.Context(), &GetUser{WebExID: fmt.Sprint(i)})
		check(t, err)
		_, err = NewMeetingClient(client).CreateMeeting(t.Context(), new(CreateMeeting))
		check(t, err)
		for _, err := range NewEpClient(client).LstsummarySessionAll(t.Context(), new(LstsummarySession)) {
			check(t, err)
		}
		b := client.Batch()
		_, _ = NewUserClient(b).GetUser(t.Context(), new(GetUser))
		_, err = b.Send(t.Context())
		check(t, err)
		_ = client.String()
	}
}

// check takes the errors that the package documents, and no others.
func check(t *testing.T, err error) {
	if err == nil {
		return
	}
	_, refused := errors.AsType[*webex.Error](err)
	_, broken := errors.AsType[*webex.TransportError](err)
	_, wrong := errors.AsType[*webex.ProtocolError](err)
	if !refused && !broken && !wrong || strings.Contains(err.Error(), secretToken) {
		t.Errorf("got %v", err)
	}
}

// reply is what the n-th request gets, whatever its operation.
func reply(n int, w http.ResponseWriter) string {
	switch n % 7 {
	case 0:
		w.WriteHeader(503)
		return "busy"
	case 1:
		return failure("000045", "API Rate Limit Reach "+secretToken)
	case 2:
		return userAnswer("x")
	case 3:
		return meetingAnswer(n)
	case 4:
		return userAnswer("x")[:500]
	case 5:
		return string(zipped(sessions(1, 20, 20)))
	}
	return failure("030001", secretToken)
}
