package webex_test

import (
	"errors"
	"net/http"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/webex"
	"github.com/wbxgen/wbxgen/wire"
)

const (
	userContent    = `<use:firstName>Teo</use:firstName>`
	meetingContent = `<meet:meetingkey>5</meet:meetingkey>`
)

// fill puts three operations into a batch.
func fill(t *testing.T, b *webex.Batch) (user, again *GetUserResponse, meeting *CreateMeetingResponse) {
	t.Helper()
	user, err1 := NewUserClient(b).GetUser(t.Context(), &GetUser{WebExID: "teo.v"})
	meeting, err2 := NewMeetingClient(b).CreateMeeting(t.Context(), &CreateMeeting{ConfName: new("x")})
	again, err3 := NewUserClient(b).GetSessionInfo(t.Context(), &GetUser{WebExID: "again"})
	if err := errors.Join(err1, err2, err3); err != nil {
		t.Fatal(err)
	}
	return user, again, meeting
}

func TestBatchSendsOneMessageAndFillsTheResponses(t *testing.T) {
	contents := bodyContent("use:getUserResponse", userContent) + bodyContent("meet:createMeetingResponse", meetingContent) +
		bodyContent("use:getUserResponse", "<use:firstName>Again</use:firstName>")
	for name, responses := range map[string]string{"one for each": succeeded + succeeded + succeeded, "one for all": succeeded} {
		s := says(t, message(responses, contents))
		b := s.client().Batch()
		user, again, meeting := fill(t, b)
		results, err := b.Send(t.Context())
		if err != nil || len(results) != 3 {
			t.Fatal(name, results, err)
		}
		if *user.FirstName != "Teo" || *again.FirstName != "Again" || *meeting.Meetingkey != 5 {
			t.Errorf("%s: got %+v, %+v, %+v", name, user, again, meeting)
		}
		for i, want := range []string{"GetUser", "CreateMeeting", "GetSessionInfo"} {
			if r := results[i]; r.Operation != want || r.Err != nil {
				t.Errorf("%s: result %d is %+v", name, i, r)
			}
		}
		if results[1].Response != meeting {
			t.Errorf("%s: the second result is %v", name, results[1].Response)
		}
		body := s.sent()[0].body
		if s.count() != 1 || strings.Count(body, "<securityContext>") != 1 || strings.Count(body, "<bodyContent ") != 3 ||
			!strings.Contains(body, `</bodyContent><bodyContent xsi:type="java:com.webex.service.binding.meeting.CreateMeeting">`) {
			t.Errorf("%s: %d requests: %s", name, s.count(), body)
		}
	}
}

func TestBatchHasAnErrorForEachOperation(t *testing.T) {
	user, meeting := bodyContent("use:getUserResponse", userContent), bodyContent("meet:createMeetingResponse", meetingContent)
	const empty = `<serv:bodyContent/>`
	const whole = "webex: GetUser, CreateMeeting, GetSessionInfo: the answer cannot be read"
	denied := failed("000001", "access denied")
	tests := []struct {
		name                string
		responses, contents string
		want                [3]string // what the errors begin with
		whole               string
	}{
		{"one refused", succeeded + denied + succeeded, user + empty + user, [3]string{1: "webex: CreateMeeting: 000001: access denied"}, ""},
		{"one refused without content", succeeded + denied + succeeded, user + user, [3]string{1: "webex: CreateMeeting: 000001: access denied"}, ""},
		{"the first two refused", denied + denied + succeeded, empty + empty + user,
			[3]string{"webex: GetUser: 000001: access denied", "webex: CreateMeeting: 000001: access denied"}, ""},
		{"all refused", denied + denied + denied, empty, [3]string{"webex: GetUser: 000001", "webex: CreateMeeting: 000001", "webex: GetSessionInfo: 000001"}, ""},
		{"too many", failed("000053", "at most 2"), empty, [3]string{"webex: GetUser: 000053", "webex: CreateMeeting: 000053", "webex: GetSessionInfo: 000053"},
			"webex: GetUser, CreateMeeting, GetSessionInfo: 000053: at most 2"},
		{"answers in another order", succeeded + succeeded + succeeded, meeting + user + user,
			[3]string{"webex: GetUser: the answer is that of another operation", "webex: CreateMeeting: the answer is that of another operation"}, ""},
		{"one content missing", succeeded + succeeded + succeeded, user + meeting,
			[3]string{2: "webex: GetSessionInfo: the answer says SUCCESS and has no bodyContent"}, ""},
		{"a number of results that fits nothing", succeeded + succeeded, user + meeting + user, [3]string{2: ""},
			"webex: GetUser, CreateMeeting, GetSessionInfo: the answer has 2 results for a request with 3 bodyContent"},
		{"cut off", succeeded, user + meeting + "<serv:bodyContent>", [3]string{2: whole}, whole},
		// The one result that is there need not be that of the message.
		{"cut off behind the first result", denied + "<", "", [3]string{whole, whole, whole}, whole},
		{"cut off in the first result", strings.TrimSuffix(denied, "</serv:response>"), "", [3]string{whole, whole, whole}, whole},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := says(t, message(tt.responses, tt.contents)).client().Batch()
			fill(t, b)
			results, err := b.Send(t.Context())
			if tt.whole == "" && err != nil || tt.whole != "" && (err == nil || !strings.HasPrefix(err.Error(), tt.whole)) {
				t.Errorf("got %v", err)
			}
			for i, want := range tt.want {
				switch err := results[i].Err; {
				case err == nil && want != "", err != nil && want == "", err != nil && !strings.HasPrefix(err.Error(), want):
					t.Errorf("operation %d: got %v, want %q", i, err, want)
				}
			}
			if errors.Is(err, webex.ErrBatchTooLarge) != (tt.name == "too many") {
				t.Errorf("errors.Is(%v, ErrBatchTooLarge)", err)
			}
		})
	}
}

func TestBatchFailsAsAWhole(t *testing.T) {
	s := newService(t, func(w http.ResponseWriter, r *http.Request, _ int) { text(503, "")(w, r) })
	b := s.client().Batch()
	fill(t, b)
	results, err := b.Send(t.Context())
	if err == nil || len(results) != 3 {
		t.Fatal(results, err)
	}
	for i, r := range results {
		if r.Err != err {
			t.Errorf("operation %d: %v", i, r.Err)
		}
	}
}

func TestBatchOfThrottledOperations(t *testing.T) {
	s := newService(t, func(w http.ResponseWriter, r *http.Request, _ int) { text(403, "")(w, r) })
	b := s.client().Batch()
	_, _ = NewUserClient(b).GetUserCard(t.Context(), new(GetUser))
	_, _ = NewUserClient(b).GetSessionInfo(t.Context(), new(GetUser))
	if _, err := b.Send(t.Context()); !errors.Is(err, webex.ErrThrottled) {
		t.Errorf("got %v", err)
	}
	b = s.client().Batch()
	fill(t, b)
	if _, err := b.Send(t.Context()); err == nil || errors.Is(err, webex.ErrThrottled) {
		t.Errorf("got %v", err)
	}
}

func TestBatchIsSentOnce(t *testing.T) {
	s := says(t, userAnswer("x"))
	b := s.client().Batch()
	if _, err := b.Send(t.Context()); err == nil || err.Error() != "webex: batch: the batch is empty" {
		t.Errorf("an empty batch: %v", err)
	}
	if _, err := NewUserClient(b).GetUser(t.Context(), nil); err == nil {
		t.Error("a nil request was taken")
	}
	if err := b.Call(t.Context(), &opGetUser, new(GetUser), nil); err == nil {
		t.Error("a nil response was taken")
	}
	_, _ = NewUserClient(b).GetUser(t.Context(), new(GetUser))
	if _, err := b.Send(t.Context()); err != nil || b.Len() != 1 {
		t.Error(err)
	}
	if _, err := b.Send(t.Context()); err == nil || s.count() != 1 {
		t.Errorf("sent %d times, %v", s.count(), err)
	}
	if _, err := NewUserClient(b).GetUser(t.Context(), new(GetUser)); err == nil {
		t.Error("a batch that is sent takes a call")
	}
	if _, err := new(webex.Batch).Send(t.Context()); err == nil {
		t.Error("a batch without client was sent")
	}
}

func TestBatchRenewsATicketOnlyWhereAllWereRefused(t *testing.T) {
	refused := failed("030002", "ticket")
	ticket := success("use:authenticateUserResponse", "<use:sessionTicket>t</use:sessionTicket>")
	user := bodyContent("use:getUserResponse", userContent)
	fine := message(succeeded, user+bodyContent("meet:createMeetingResponse", meetingContent)+user)
	for name, tt := range map[string]struct {
		answer string
		sent   int
	}{
		"all":          {message(refused+refused+refused, ""), 4},
		"one for all":  {message(refused, ""), 4},
		"only one":     {message(refused+succeeded+succeeded, user+user), 2},
		"other reason": {message(refused+failed("000001", "x")+refused, ""), 2},
	} {
		t.Run(name, func(t *testing.T) {
			s := says(t, ticket, tt.answer, ticket, fine)
			b := s.client(webex.WithSession(webex.Password("a", "b"))).Batch()
			fill(t, b)
			if _, err := b.Send(t.Context()); s.count() != tt.sent {
				t.Errorf("sent %d, %v", s.count(), err)
			}
		})
	}
}

// TestOneBadLeafLosesItsOwnBodyAlone has a value that its response has no place for in one of three bodies.
func TestOneBadLeafLosesItsOwnBodyAlone(t *testing.T) {
	user := bodyContent("use:getUserResponse", userContent)
	bad := bodyContent("meet:createMeetingResponse", "<meet:meetingkey>none</meet:meetingkey>")
	worse := bodyContent("use:getUserResponse", "<use:userId>none</use:userId>")
	for name, tt := range map[string]struct {
		contents string
		bad      [3]bool
	}{
		"first":  {worse + bodyContent("meet:createMeetingResponse", meetingContent) + user, [3]bool{0: true}},
		"middle": {user + bad + user, [3]bool{1: true}},
		"all":    {worse + bad + worse, [3]bool{true, true, true}},
		"none":   {user + bodyContent("meet:createMeetingResponse", meetingContent) + user, [3]bool{}},
	} {
		t.Run(name, func(t *testing.T) {
			b := says(t, message(succeeded+succeeded+succeeded, tt.contents)).client().Batch()
			fill(t, b)
			results, err := b.Send(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			for i, r := range results {
				if _, misfit := errors.AsType[*wire.DecodeError](r.Err); misfit != tt.bad[i] || (r.Err != nil) != tt.bad[i] {
					t.Errorf("operation %d: %v", i, r.Err)
				}
				if u, ok := r.Response.(*GetUserResponse); ok && (u.FirstName != nil) == tt.bad[i] {
					t.Errorf("operation %d: %+v", i, u)
				}
			}
		})
	}
}
