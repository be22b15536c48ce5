package webextest_test

import (
	"errors"
	"fmt"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/wbxgen/wbxgen/generated/v40.6.0/all"
	"github.com/wbxgen/wbxgen/generated/v40.6.0/meeting"
	"github.com/wbxgen/wbxgen/generated/v40.6.0/service"
	"github.com/wbxgen/wbxgen/internal/mock"
	profile "github.com/wbxgen/wbxgen/internal/profile/webex"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
	"github.com/wbxgen/wbxgen/webex"
	"github.com/wbxgen/wbxgen/webex/webextest"
)

var notFound = &webex.Error{ExceptionID: webex.ExceptionMeetingNotFound, Reason: "Meeting not found"}

// room keeps meetings.
type room struct {
	mu       sync.Mutex
	meetings map[int64]string
	last     int64
}

// newRoom returns a server that keeps meetings.
func newRoom(opts ...webextest.Option) *webextest.Server {
	s := webextest.New(all.Registry(), all.Operations(), opts...)
	r := &room{meetings: map[int64]string{}, last: 640200300}
	webextest.Handle(s, r.create)
	webextest.Handle(s, r.get)
	webextest.Handle(s, r.set)
	webextest.Handle(s, r.list)
	webextest.Handle(s, r.del)
	return s
}

func (r *room) create(_ *webextest.Call, q *meeting.CreateMeetingRequest) (*meeting.CreateMeetingResponse, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.last++
	r.meetings[r.last] = *q.MetaData.ConfName
	return &meeting.CreateMeetingResponse{Meetingkey: new(r.last)}, nil
}

func (r *room) get(_ *webextest.Call, q *meeting.GetMeetingRequest) (*meeting.GetMeetingResponse, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	name, ok := r.meetings[*q.MeetingKey]
	if !ok {
		return nil, notFound
	}
	return &meeting.GetMeetingResponse{MetaData: &meeting.MetaData{ConfName: &name}, Meetingkey: *q.MeetingKey}, nil
}

func (r *room) set(_ *webextest.Call, q *meeting.SetMeetingRequest) (*meeting.SetMeetingResponse, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, ok := r.meetings[*q.Meetingkey]; !ok {
		return nil, notFound
	}
	r.meetings[*q.Meetingkey] = *q.MetaData.ConfName
	return nil, nil
}

func (r *room) list(_ *webextest.Call, q *meeting.LstsummaryMeetingRequest) (*meeting.LstsummaryMeetingResponse, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	from, most := int64(1), int64(50)
	if c := q.ListControl; c != nil && c.StartFrom != nil {
		from = *c.StartFrom
	}
	if c := q.ListControl; c != nil && c.MaximumNum != nil {
		most = *c.MaximumNum
	}
	resp := new(meeting.LstsummaryMeetingResponse)
	total := int64(0)
	for key := int64(640200300); key <= r.last; key++ {
		name, ok := r.meetings[key]
		if !ok {
			continue
		}
		if total++; total >= from && int64(len(resp.Meeting)) < most {
			resp.Meeting = append(resp.Meeting, meeting.MeetingSummaryInstance{MeetingKey: key, ConfName: name, StartDate: "06/30/2031 10:00:00"})
		}
	}
	if len(resp.Meeting) == 0 {
		return nil, &webex.Error{ExceptionID: webex.ExceptionNoRecord, Reason: "Sorry, no record found"}
	}
	resp.MatchingRecords = &service.MatchingRecords{Total: total, Returned: int64(len(resp.Meeting)), StartFrom: from}
	return resp, nil
}

func (r *room) del(_ *webextest.Call, q *meeting.DelMeetingRequest) (*meeting.DelMeetingResponse, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, ok := r.meetings[*q.MeetingKey]; !ok {
		return nil, notFound
	}
	delete(r.meetings, *q.MeetingKey)
	return nil, nil
}

// newMeeting is a request that the schema allows.
func newMeeting(name string) *meeting.CreateMeetingRequest {
	return &meeting.CreateMeetingRequest{
		MetaData: &meeting.MetaData{ConfName: &name},
		Schedule: &meeting.Schedule{StartDate: new("06/30/2031 10:00:00"), Duration: new(int64(45))},
	}
}

// flow runs a client through all that a program does: login, create, get, list with paging, set, delete, a failure, a
// batch, an expired session.
func flow(t *testing.T, client *webex.Client, expire func()) {
	t.Helper()
	ctx := t.Context()
	meetings := meeting.NewClient(client)
	var keys []int64
	for i := range 5 {
		resp, err := meetings.CreateMeeting(ctx, newMeeting(fmt.Sprint("Review ", i)))
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, *resp.Meetingkey)
	}
	got, err := meetings.GetMeeting(ctx, &meeting.GetMeetingRequest{MeetingKey: &keys[2]})
	if err != nil || *got.MetaData.ConfName != "Review 2" || got.Meetingkey != keys[2] {
		t.Fatalf("got %+v, %v", got, err)
	}
	var names []string
	pages := &meeting.LstsummaryMeetingRequest{ListControl: &service.LstControl{MaximumNum: new(int64(2))}}
	for m, err := range meetings.LstsummaryMeetingAll(ctx, pages) {
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, m.ConfName)
	}
	if fmt.Sprint(names) != "[Review 0 Review 1 Review 2 Review 3 Review 4]" {
		t.Errorf("listed %v", names)
	}
	if _, err := meetings.SetMeeting(ctx, &meeting.SetMeetingRequest{Meetingkey: &keys[2], MetaData: &meeting.MetaData{ConfName: new("Retro")}}); err != nil {
		t.Fatal(err)
	}
	expire()
	if got, err = meetings.GetMeeting(ctx, &meeting.GetMeetingRequest{MeetingKey: &keys[2]}); err != nil || *got.MetaData.ConfName != "Retro" {
		t.Fatalf("after SetMeeting and an expired session: %+v, %v", got, err)
	}
	if _, err := meetings.DelMeeting(ctx, &meeting.DelMeetingRequest{MeetingKey: &keys[2]}); err != nil {
		t.Fatal(err)
	}
	_, err = meetings.GetMeeting(ctx, &meeting.GetMeetingRequest{MeetingKey: &keys[2]})
	if e, ok := errors.AsType[*webex.Error](err); !ok || e.ExceptionID != webex.ExceptionMeetingNotFound {
		t.Errorf("a meeting that is deleted: %v", err)
	}
	batch := client.Batch()
	first, _ := meeting.NewClient(batch).GetMeeting(ctx, &meeting.GetMeetingRequest{MeetingKey: &keys[0]})
	_, _ = meeting.NewClient(batch).GetMeeting(ctx, &meeting.GetMeetingRequest{MeetingKey: &keys[2]})
	last, _ := meeting.NewClient(batch).GetMeeting(ctx, &meeting.GetMeetingRequest{MeetingKey: &keys[4]})
	results, err := batch.Send(ctx)
	if err != nil || results[0].Err != nil || results[1].Err == nil || results[2].Err != nil || *first.MetaData.ConfName != "Review 0" || *last.MetaData.ConfName != "Review 4" {
		t.Errorf("batch: %v, %v", results, err)
	}
}

func TestAProgramsFlow(t *testing.T) {
	s := newRoom(webextest.WithUser("host.one", "pass-word"))
	flow(t, s.Client(webex.WithSession(webex.Password("host.one", "pass-word"))), s.ExpireSessions)
	if n := len(s.Calls()); n < 15 {
		t.Errorf("%d calls", n)
	}
	for _, c := range s.Calls() {
		if c.Security.SessionTicket == "" || c.Security.Password != "" || c.Security.SiteName != "webextest" {
			t.Errorf("%s came with %v", c.Operation.Name, c.Security)
		}
	}
}

func TestCallsPrintWithoutSecrets(t *testing.T) {
	s := newRoom()
	meetings := meeting.NewClient(s.Client(webex.WithPassword("host.one", "geheim")))
	if _, err := meetings.CreateMeeting(t.Context(), newMeeting("x")); err != nil {
		t.Fatal(err)
	}
	c := s.Calls()[0]
	for _, text := range []string{fmt.Sprint(c), fmt.Sprint(*c), fmt.Sprintf("%+v %#v %s", c, *c, c), c.LogValue().String()} {
		if strings.Contains(text, "geheim") || !strings.Contains(text, "CreateMeeting") {
			t.Errorf("got %s", text)
		}
	}
}

func TestTheFlowOverTheNetwork(t *testing.T) {
	s := newRoom()
	url := s.Start()
	defer s.Close()
	flow(t, webex.NewClient(url, webex.WithSiteName("acme"), webex.WithSession(webex.Password("host.one", "pass-word"))), s.ExpireSessions)
}

// TestTheFlowAgainstTheStandInOnTheSchema runs the same client against the server of "wbxgen mock", which knows no
// generated code.
func TestTheFlowAgainstTheStandInOnTheSchema(t *testing.T) {
	set, err := source.Open("40.6.0", source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	schema, diags := compile.Compile(set, compile.Options{})
	if err := diags.Err(); err != nil {
		t.Fatal(err)
	}
	server, err := mock.New(schema, profile.Profile, mock.Options{State: true, Strict: true})
	if err != nil {
		t.Fatal(err)
	}
	listener := httptest.NewServer(server)
	defer listener.Close()
	flow(t, webex.NewClient(listener.URL, webex.WithSiteName("acme"), webex.WithSession(webex.Password("host.one", "pass-word"))), server.ExpireSessions)
}
