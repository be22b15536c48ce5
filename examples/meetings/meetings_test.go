package meetings_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/wbxgen/wbxgen/examples/meetings"
	"github.com/wbxgen/wbxgen/generated/v40.6.0/all"
	"github.com/wbxgen/wbxgen/generated/v40.6.0/meeting"
	"github.com/wbxgen/wbxgen/generated/v40.6.0/service"
	"github.com/wbxgen/wbxgen/webex"
	"github.com/wbxgen/wbxgen/webex/webextest"
)

// site stands in for the service: it keeps meetings and lists two on a page.
type site struct {
	mu    sync.Mutex
	names map[int64]string
	last  int64
}

func newSite() *webextest.Server {
	s, server := &site{names: map[int64]string{}, last: 640200300}, webextest.New(all.Registry(), all.Operations())
	webextest.Handle(server, s.create)
	webextest.Handle(server, s.list)
	webextest.Handle(server, s.del)
	return server
}

func (s *site) create(_ *webextest.Call, q *meeting.CreateMeetingRequest) (*meeting.CreateMeetingResponse, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.last++
	s.names[s.last] = *q.MetaData.ConfName
	return &meeting.CreateMeetingResponse{Meetingkey: new(s.last)}, nil
}

func (s *site) list(_ *webextest.Call, q *meeting.LstsummaryMeetingRequest) (*meeting.LstsummaryMeetingResponse, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	from := 1
	if c := q.ListControl; c != nil && c.StartFrom != nil {
		from = int(*c.StartFrom)
	}
	keys := slices.Sorted(maps.Keys(s.names))
	if from > len(keys) {
		return nil, &webex.Error{ExceptionID: webex.ExceptionNoRecord, Reason: "Sorry, no record found"}
	}
	page := keys[from-1 : min(from+1, len(keys))]
	resp := &meeting.LstsummaryMeetingResponse{MatchingRecords: &service.MatchingRecords{
		Total: int64(len(keys)), Returned: int64(len(page)), StartFrom: int64(from),
	}}
	for _, key := range page {
		resp.Meeting = append(resp.Meeting, meeting.MeetingSummaryInstance{MeetingKey: key, ConfName: s.names[key], StartDate: "06/30/2031 10:00:00"})
	}
	return resp, nil
}

func (s *site) del(_ *webextest.Call, q *meeting.DelMeetingRequest) (*meeting.DelMeetingResponse, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, ok := s.names[*q.MeetingKey]; !ok {
		return nil, &webex.Error{ExceptionID: webex.ExceptionMeetingNotFound, Reason: "Meeting not found"}
	}
	delete(s.names, *q.MeetingKey)
	return nil, nil
}

var start = time.Date(2031, 6, 30, 10, 0, 0, 0, time.UTC)

// Example plans meetings, lists them over two pages, and cancels two in one message.
func Example() {
	// For a site of webex.com: webex.NewClient("acme", webex.WithAccessToken(token))
	client, ctx := newSite().Client(), context.Background()
	var keys []int64
	for _, name := range []string{"Design", "Review", "Retro"} {
		key, err := meetings.Plan(ctx, client, name, start, 45)
		if err != nil {
			fmt.Println(err)
			return
		}
		keys = append(keys, key)
	}
	names, err := meetings.Names(ctx, client, "teo.v")
	fmt.Println(names, err)

	err = meetings.Cancel(ctx, client, keys[0], keys[2])
	fmt.Println(err)
	names, err = meetings.Names(ctx, client, "teo.v")
	fmt.Println(names, err)
	// Output:
	// [Design Review Retro] <nil>
	// <nil>
	// [Review] <nil>
}

// TestWhatIsGoneNeedsNoCancelling cancels one meeting twice, in one message with another.
func TestWhatIsGoneNeedsNoCancelling(t *testing.T) {
	server := newSite()
	key, err := meetings.Plan(t.Context(), server.Client(), "Design", start, 45)
	if err != nil {
		t.Fatal(err)
	}
	if err := meetings.Cancel(t.Context(), server.Client(), key, key); err != nil {
		t.Error(err)
	}
	if names, err := meetings.Names(t.Context(), server.Client(), "teo.v"); err != nil || len(names) != 0 {
		t.Errorf("%v, %v", names, err)
	}
}

// TestARefusalIsToldAsTheServiceSaysIt lets the service refuse.
func TestARefusalIsToldAsTheServiceSaysIt(t *testing.T) {
	server := newSite()
	server.Fail("CreateMeeting", &webex.Error{ExceptionID: "060016", Reason: "The start is over"}, 1)
	_, err := meetings.Plan(t.Context(), server.Client(), "Design", start, 45)
	if e, ok := errors.AsType[*webex.Error](err); !ok || e.ExceptionID != "060016" || e.Operation != "CreateMeeting" {
		t.Errorf("%v", err)
	}
	server.Fail("DelMeeting", &webex.Error{ExceptionID: "000001", Reason: "Access denied"}, 1)
	if err := meetings.Cancel(t.Context(), server.Client(), 1); err == nil {
		t.Error("a refusal is no error")
	}
}
