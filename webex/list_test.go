package webex_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/webex"
	"github.com/wbxgen/wbxgen/wire"
)

// sessions is a page of a list: n sessions from the one with the number from.
func sessions(from, n, total int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<ep:matchingRecords><serv:total>%d</serv:total><serv:returned>%d</serv:returned><serv:startFrom>%d</serv:startFrom></ep:matchingRecords>",
		total, n, from)
	for i := range n {
		fmt.Fprintf(&b, "<ep:session><ep:sessionKey>%d</ep:sessionKey></ep:session>", from+i)
	}
	return success("ep:lstsummarySessionResponse", b.String())
}

// atEnd moves matchingRecords behind the sessions, as some lists have it.
func atEnd(list string) string {
	records := "<ep:matchingRecords>" + between(list, "<ep:matchingRecords>", "</ep:matchingRecords>") + "</ep:matchingRecords>"
	return strings.Replace(strings.Replace(list, records, "", 1), "</serv:bodyContent>", records+"</serv:bodyContent>", 1)
}

// shelf is a service with a list of total sessions, whose first one has the number base.
type shelf struct {
	base, total, page int
	answer            func(list string) string
	asked             []string // startFrom
}

func (s *shelf) RoundTrip(r *http.Request) (*http.Response, error) {
	data, _ := io.ReadAll(r.Body)
	asked := between(string(data), "<startFrom>", "</startFrom>")
	s.asked = append(s.asked, asked)
	from, err := strconv.Atoi(asked)
	if err != nil {
		from = s.base
	}
	n := min(s.page, s.base+s.total-from)
	if n <= 0 {
		return answerWith(200, failure("000015", "Sorry, no record found")), nil
	}
	list := sessions(from, n, s.total)
	if s.answer != nil {
		list = s.answer(list)
	}
	return answerWith(200, list), nil
}

func (s *shelf) client() *webex.Client {
	return webex.NewClient("northwind", webex.WithHTTPClient(&http.Client{Transport: s}))
}

// deaf is a caller that cannot stream.
type deaf struct{ *webex.Client }

func (deaf) Stream() {}

func callers(s *shelf) map[string]webex.Caller {
	return map[string]webex.Caller{"client": s.client(), "caller that cannot stream": deaf{s.client()}}
}

func TestItemsYieldsOneByOne(t *testing.T) {
	for _, answer := range []func(string) string{nil, atEnd} {
		s := &shelf{base: 1, total: 7, page: 5, answer: answer}
		for name, caller := range callers(s) {
			var keys []int64
			for item, err := range NewEpClient(caller).LstsummarySessionItems(t.Context(), new(LstsummarySession)) {
				if err != nil {
					t.Fatal(name, err)
				}
				keys = append(keys, item.SessionKey)
			}
			if fmt.Sprint(keys) != "[1 2 3 4 5]" {
				t.Errorf("%s: got %v", name, keys)
			}
		}
		if len(s.asked) != 2 {
			t.Errorf("asked %d times", len(s.asked))
		}
	}
}

func TestAllGoesThroughThePages(t *testing.T) {
	tests := []struct {
		name  string
		shelf shelf
		from  *int64
		want  string
		asked string
	}{
		{"from 1", shelf{base: 1, total: 7, page: 3}, nil, "[1 2 3 4 5 6 7]", "[ 4 7]"},
		{"from 0", shelf{base: 0, total: 7, page: 3}, nil, "[0 1 2 3 4 5 6]", "[ 3 6]"},
		{"whole pages", shelf{base: 1, total: 6, page: 3}, nil, "[1 2 3 4 5 6]", "[ 4]"},
		{"whole pages from 0", shelf{base: 0, total: 6, page: 3}, nil, "[0 1 2 3 4 5]", "[ 3]"},
		{"one page", shelf{base: 1, total: 3, page: 3}, nil, "[1 2 3]", "[]"},
		{"records at the end", shelf{base: 1, total: 7, page: 3, answer: atEnd}, nil, "[1 2 3 4 5 6 7]", "[ 4 7]"},
		{"from the middle", shelf{base: 1, total: 7, page: 3}, new(int64(4)), "[4 5 6 7]", "[4 7]"},
		{"from the middle, counted from 0", shelf{base: 0, total: 7, page: 3}, new(int64(4)), "[4 5 6]", "[4 7]"},
		{"empty", shelf{base: 1, total: 0, page: 3}, nil, "[]", "[]"},
		{"behind the end", shelf{base: 1, total: 3, page: 3}, new(int64(10)), "[]", "[10]"},
		{"no matchingRecords", shelf{base: 1, total: 7, page: 3, answer: func(list string) string {
			return strings.Replace(list, "<ep:matchingRecords>"+between(list, "<ep:matchingRecords>", "</ep:matchingRecords>")+"</ep:matchingRecords>", "", 1)
		}}, nil, "[1 2 3]", "[]"},
		{"matchingRecords on the first page alone", shelf{base: 1, total: 7, page: 3, answer: func(list string) string {
			if strings.Contains(list, "<serv:startFrom>1<") {
				return list
			}
			return strings.Replace(list, "<ep:matchingRecords>"+between(list, "<ep:matchingRecords>", "</ep:matchingRecords>")+"</ep:matchingRecords>", "", 1)
		}}, nil, "[1 2 3 4 5 6]", "[ 4]"},
		{"a total that is too high", shelf{base: 1, total: 4, page: 3, answer: func(list string) string {
			return strings.Replace(list, "<serv:total>4", "<serv:total>9", 1)
		}}, nil, "[1 2 3 4]", "[ 4 5]"},
		{"nothing returned", shelf{base: 1, total: 4, page: 3, answer: func(string) string { return sessions(1, 0, 4) }}, nil, "[]", "[]"},
	}
	for _, tt := range tests {
		for name, caller := range callers(&tt.shelf) {
			t.Run(tt.name+"/"+name, func(t *testing.T) {
				tt.shelf.asked = nil
				req := &LstsummarySession{}
				if tt.from != nil {
					req.ListControl = &LstControl{StartFrom: tt.from, MaximumNum: new(int64(3))}
				}
				keys := []int64{}
				for item, err := range NewEpClient(caller).LstsummarySessionAll(t.Context(), req) {
					if err != nil {
						t.Fatal(err)
					}
					keys = append(keys, item.SessionKey)
				}
				if got := fmt.Sprint(keys); got != tt.want {
					t.Errorf("got %s, want %s", got, tt.want)
				}
				if got := fmt.Sprint(tt.shelf.asked); got != tt.asked {
					t.Errorf("asked for %q, want %q", got, tt.asked)
				}
				if tt.from == nil && req.ListControl != nil || tt.from != nil && *req.ListControl.StartFrom != *tt.from {
					t.Error("the request was changed")
				}
			})
		}
	}
}

func TestListsCanBeReadAgain(t *testing.T) {
	for name, caller := range callers(&shelf{base: 1, total: 7, page: 3}) {
		for _, list := range []func(func(*Session, error) bool){
			NewEpClient(caller).LstsummarySessionAll(t.Context(), new(LstsummarySession)),
			NewEpClient(caller).LstsummarySessionItems(t.Context(), &LstsummarySession{ListControl: &LstControl{StartFrom: new(int64(1))}}),
		} {
			var first, second []int64
			for _, keys := range []*[]int64{&first, &second} {
				for item, err := range list {
					if err != nil {
						t.Fatal(err)
					}
					*keys = append(*keys, item.SessionKey)
				}
			}
			if len(first) < 3 || fmt.Sprint(first) != fmt.Sprint(second) {
				t.Errorf("%s: got %v, then %v", name, first, second)
			}
		}
	}
}

func TestAllRefusesAListThatDoesNotGoOn(t *testing.T) {
	stuck := &shelf{base: 1, total: 7, page: 3, answer: func(string) string { return sessions(1, 3, 7) }}
	for name, caller := range callers(stuck) {
		n, failure := 0, error(nil)
		for _, err := range NewEpClient(caller).LstsummarySessionAll(t.Context(), new(LstsummarySession)) {
			if n++; err != nil {
				failure = err
			}
		}
		const want = "webex: LstsummarySession: the list does not go on: records from 4 were asked for, and from 1 came"
		if n != 7 || failure == nil || failure.Error() != want {
			t.Errorf("%s: %d items, %v", name, n, failure)
		}
	}
}

func TestListsEndWithTheLoop(t *testing.T) {
	s := &shelf{base: 1, total: 100, page: 10}
	for name, caller := range callers(s) {
		ep := NewEpClient(caller)
		for kind, list := range map[string]func(context.Context, *LstsummarySession) func(func(*Session, error) bool){
			"items": func(ctx context.Context, r *LstsummarySession) func(func(*Session, error) bool) {
				return ep.LstsummarySessionItems(ctx, r)
			},
			"all": func(ctx context.Context, r *LstsummarySession) func(func(*Session, error) bool) {
				return ep.LstsummarySessionAll(ctx, r)
			},
		} {
			s.asked = nil
			n := 0
			for _, err := range list(t.Context(), new(LstsummarySession)) {
				if err != nil {
					t.Fatal(err)
				}
				if n++; n == 4 {
					break
				}
			}
			if n != 4 || len(s.asked) != 1 {
				t.Errorf("%s, %s: %d items, %d requests", name, kind, n, len(s.asked))
			}
		}
	}
}

func TestListsEndWithTheFirstError(t *testing.T) {
	list := sessions(1, 5, 5)
	broken := strings.Replace(list, "<ep:sessionKey>4</ep:sessionKey>", "<ep:sessionKey>four</ep:sessionKey>", 1)
	tests := []struct {
		name   string
		answer http.HandlerFunc
		items  int
		want   string
	}{
		{"cut off", text(200, strings.SplitAfter(list, "</ep:session>")[0]), 1, "webex: LstsummarySession: the answer is cut off"},
		{"wrong value", text(200, broken), 3, "webex: LstsummarySession: the answer cannot be read: 2:"},
		{"failure", text(200, failure("000001", "access denied")), 0, "webex: LstsummarySession: 000001: access denied"},
		{"no record", text(200, failure("000015", "none")), 0, "webex: LstsummarySession: 000015: none"},
		{"503", text(503, ""), 0, "webex: LstsummarySession: HTTP status 503 Service Unavailable"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newService(t, func(w http.ResponseWriter, r *http.Request, _ int) { tt.answer(w, r) })
			items, failures := 0, 0
			for item, err := range NewEpClient(s.client()).LstsummarySessionItems(t.Context(), new(LstsummarySession)) {
				if err == nil {
					items++
					continue
				}
				failures++
				if item != nil || !strings.HasPrefix(err.Error(), tt.want) {
					t.Errorf("got %v, %v", item, err)
				}
			}
			if items != tt.items || failures != 1 {
				t.Errorf("%d items, %d failures", items, failures)
			}
		})
	}
}

func TestListIsNotRepeatedOnceItHasBegun(t *testing.T) {
	list := sessions(1, 3, 3)
	s := newService(t, func(w http.ResponseWriter, r *http.Request, n int) {
		switch n {
		case 1:
			text(503, "")(w, r)
		case 2:
			text(200, strings.SplitAfter(list, "</ep:session>")[0])(w, r)
		default:
			text(200, list)(w, r)
		}
	})
	retry, _ := pauses(5, 0)
	items, failure := 0, error(nil)
	for _, err := range NewEpClient(s.client(retry)).LstsummarySessionItems(t.Context(), new(LstsummarySession)) {
		if err != nil {
			failure = err
		} else {
			items++
		}
	}
	if items != 1 || !errors.Is(failure, io.ErrUnexpectedEOF) || s.count() != 2 {
		t.Errorf("%d items, %d requests, %v", items, s.count(), failure)
	}
}

// endless is a body with n sessions, made while it is read.
type endless struct {
	n, made int
	rest    string
	closed  bool
}

func (e *endless) Read(p []byte) (int, error) {
	if e.rest == "" {
		list := sessions(1, 1, 1)
		head, tail, _ := strings.Cut(list, "<ep:session>")
		switch {
		case e.made == 0:
			e.rest = head
		case e.made <= e.n:
			e.rest = "<ep:session><ep:sessionKey>1</ep:sessionKey><ep:confName>" + strings.Repeat("x", 1000) + "</ep:confName></ep:session>"
		case e.made == e.n+1:
			_, e.rest, _ = strings.Cut(tail, "</ep:session>")
		default:
			return 0, io.EOF
		}
		e.made++
	}
	n := copy(p, e.rest)
	e.rest = e.rest[n:]
	return n, nil
}

func (e *endless) Close() error { e.closed = true; return nil }

func TestItemsNeedsMemoryForOneItem(t *testing.T) {
	const n = 20_000 // 20 MB
	body := &endless{n: n}
	answer := transport(func(*http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: 200, Header: make(http.Header), Body: body}, nil
	})
	client := webex.NewClient("northwind", webex.WithHTTPClient(&http.Client{Transport: answer}), webex.WithDecoding(wire.Unknown(wire.KeepUnknown)))
	var before, now runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	count, most := 0, uint64(0)
	for item, err := range NewEpClient(client).LstsummarySessionItems(t.Context(), new(LstsummarySession)) {
		if err != nil || len(*item.ConfName) != 1000 {
			t.Fatal(err)
		}
		if count++; count%5_000 == 0 {
			runtime.GC()
			runtime.ReadMemStats(&now)
			most = max(most, now.HeapAlloc)
		}
	}
	if count != n || !body.closed {
		t.Errorf("%d items, closed %t", count, body.closed)
	}
	if most > before.HeapAlloc+1<<20 {
		t.Errorf("the heap grew by %d KiB", (most-before.HeapAlloc)>>10)
	}
}

// fake is what a test of a user of the package writes.
type fake struct{}

func (fake) Call(_ context.Context, _ *webex.Operation, _, resp wire.Typed) error {
	resp.(*LstsummarySessionResponse).Session = []Session{{SessionKey: 1}, {SessionKey: 2}}
	return nil
}

func TestListsWorkThroughAFake(t *testing.T) {
	n := 0
	for item, err := range NewEpClient(fake{}).LstsummarySessionAll(t.Context(), new(LstsummarySession)) {
		if n++; err != nil || item.SessionKey != int64(n) {
			t.Errorf("got %v, %v", item, err)
		}
	}
	if n != 2 {
		t.Errorf("%d items", n)
	}
}

func TestListsOfABatchAreAnError(t *testing.T) {
	for _, err := range NewEpClient(new(shelf).client().Batch()).LstsummarySessionAll(t.Context(), new(LstsummarySession)) {
		if err == nil || !strings.HasPrefix(err.Error(), "webex: LstsummarySession: a batch has no answer to go through yet") {
			t.Errorf("got %v", err)
		}
	}
}
