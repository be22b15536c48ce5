package webex_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"time"

	"github.com/wbxgen/wbxgen/webex"
	"github.com/wbxgen/wbxgen/wire"
)

// exampleService answers each request with the next text, and ends at the last one.
func exampleService(answers ...string) *httptest.Server {
	return httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, answers[0])
		answers = answers[min(1, len(answers)-1):]
	}))
}

func Example() {
	service := exampleService(meetingAnswer(640112233))
	defer service.Close()

	// For a site of webex.com: webex.NewClient("acme", webex.WithAccessToken(token))
	client := webex.NewClient(service.URL, webex.WithSiteName("acme"), webex.WithAccessToken("token"))
	meetings := NewMeetingClient(client)
	resp, err := meetings.CreateMeeting(context.Background(), &CreateMeeting{ConfName: new("Design review")})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*resp.Meetingkey)
	// Output: 640112233
}

func ExampleError() {
	service := exampleService(failure("030002", "Wrong password: open-sesame"))
	defer service.Close()

	users := NewUserClient(webex.NewClient(service.URL, webex.WithPassword("host.one", "open-sesame")))
	_, err := users.GetUser(context.Background(), &GetUser{WebExID: "teo.v"})
	if e, ok := errors.AsType[*webex.Error](err); ok {
		fmt.Printf("%s refused: %s (%s)\n", e.Operation, e.Reason, e.ExceptionID)
		fmt.Println(e.ExceptionID == webex.ExceptionWrongPassword)
	}
	fmt.Println(err)
	// Output:
	// GetUser refused: Wrong password: REDACTED (030002)
	// true
	// webex: GetUser: 030002: Wrong password: REDACTED
}

func ExampleProtocolError() {
	service := exampleService("<html><head><title>Site is under maintenance</title></head></html>")
	defer service.Close()

	_, err := NewUserClient(webex.NewClient(service.URL)).GetUser(context.Background(), new(GetUser))
	fmt.Println(err)
	// Output: webex: GetUser: the answer is HTML, not XML: Site is under maintenance
}

// userDirectory is a fake service with one user.
type userDirectory struct{}

func (userDirectory) Call(_ context.Context, op *webex.Operation, req, resp wire.Typed) error {
	if req.(*GetUser).WebExID != "teo.v" {
		return &webex.Error{Operation: op.Name, ExceptionID: webex.ExceptionUserNotFound}
	}
	resp.(*GetUserResponse).FirstName = new("Teo")
	return nil
}

func ExampleCaller() {
	users := NewUserClient(userDirectory{})
	resp, _ := users.GetUser(context.Background(), &GetUser{WebExID: "teo.v"})
	fmt.Println(*resp.FirstName)
	_, err := users.GetUser(context.Background(), &GetUser{WebExID: "nobody"})
	fmt.Println(err)
	// Output:
	// Teo
	// webex: GetUser: 030001
}

func ExampleAll() {
	service := exampleService(sessions(1, 2, 3), sessions(3, 1, 3))
	defer service.Close()

	lists := NewEpClient(webex.NewClient(service.URL))
	req := &LstsummarySession{ListControl: &LstControl{MaximumNum: new(int64(2))}}
	for session, err := range lists.LstsummarySessionAll(context.Background(), req) { // calls webex.All
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(session.SessionKey)
	}
	// Output:
	// 1
	// 2
	// 3
}

func ExampleClient_Batch() {
	service := exampleService(message(succeeded+failed("060016", "The start is over"),
		bodyContent("use:getUserResponse", "<use:firstName>Teo</use:firstName>")+"<serv:bodyContent/>"))
	defer service.Close()

	batch := webex.NewClient(service.URL).Batch()
	someone, _ := NewUserClient(batch).GetUser(context.Background(), &GetUser{WebExID: "teo.v"})
	_, _ = NewMeetingClient(batch).CreateMeeting(context.Background(), new(CreateMeeting))

	results, err := batch.Send(context.Background())
	fmt.Println(*someone.FirstName, err)
	fmt.Println(results[1].Err)
	// Output:
	// Teo <nil>
	// webex: CreateMeeting: 060016: The start is over
}

func ExampleNewSession() {
	service := exampleService(
		success("use:authenticateUserResponse", "<use:sessionTicket>ticket</use:sessionTicket><use:timeToLive>5400</use:timeToLive>"),
		userAnswer("Teo"))
	defer service.Close()

	session := webex.NewSession(webex.Password("host.one", "open-sesame"))
	users := NewUserClient(webex.NewClient(service.URL, webex.WithAuthorizer(session)))
	resp, err := users.GetUser(context.Background(), &GetUser{WebExID: "teo.v"})
	fmt.Println(*resp.FirstName, err, session)
	// Output: Teo <nil> webex.Session{webex.Credential{password REDACTED}}
}

func ExampleWithRetry() {
	service := exampleService(failure("000045", "API Rate Limit Reach"), userAnswer("Teo"))
	defer service.Close()

	retry := webex.Retry{Attempts: 3, Base: time.Millisecond}
	hook := func(_ context.Context, r *webex.Response) {
		fmt.Println(r.Attempt, errors.Is(r.Err, webex.ErrThrottled))
	}
	users := NewUserClient(webex.NewClient(service.URL, webex.WithRetry(retry), webex.WithResponseHook(hook)))
	_, err := users.GetUser(context.Background(), &GetUser{WebExID: "teo.v"})
	fmt.Println(err)
	// Output:
	// 1 true
	// 2 false
	// <nil>
}

func ExampleParseTime() {
	zone, err := webex.ParseTimeZone("GMT-08:00, Pacific (San Jose)")
	if err != nil {
		fmt.Println(err)
		return
	}
	start, err := webex.ParseTime("02/18/2020 9:30:0", zone)
	fmt.Println(start.UTC(), err)
	fmt.Println(webex.FormatTime(start, zone))
	// Output:
	// 2020-02-18 17:30:00 +0000 UTC <nil>
	// 02/18/2020 09:30:00
}
