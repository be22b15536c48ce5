package meeting_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"

	"github.com/wbxgen/wbxgen/generated/v40.6.0/meeting"
	"github.com/wbxgen/wbxgen/webex"
)

// site answers as a Webex site does: a past start is refused.
func site(w http.ResponseWriter, r *http.Request) {
	request, _ := io.ReadAll(r.Body)
	result, body := `<serv:result>SUCCESS</serv:result>`,
		`<serv:bodyContent xsi:type="meet:createMeetingResponse"><meet:meetingkey>640200310</meet:meetingkey>`+
			`<meet:meetingUUID>5f0c3d9ab7e1426ca8d4e2f19b60c7d3</meet:meetingUUID></serv:bodyContent>`
	if strings.Contains(string(request), "<startDate>01/01/2020") {
		result = `<serv:result>FAILURE</serv:result><serv:reason>The start time must be later than now</serv:reason><serv:exceptionID>060016</serv:exceptionID>`
		body = `<serv:bodyContent/>`
	}
	fmt.Fprintf(w, `<serv:message xmlns:serv="http://www.webex.com/schemas/2002/06/service" xmlns:meet="http://www.webex.com/schemas/2002/06/service/meeting"`+
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><serv:header><serv:response>%s</serv:response></serv:header><serv:body>%s</serv:body></serv:message>`, result, body)
}

// A client is made from a caller: the real one, or a fake of five lines. A
// refusal is an error that knows the exception's id.
func ExampleClient_CreateMeeting() {
	server := httptest.NewServer(http.HandlerFunc(site))
	defer server.Close()

	meetings := meeting.NewClient(webex.NewClient(server.URL, webex.WithAccessToken("token")))
	for _, start := range []string{"06/30/2031 10:00:00", "01/01/2020 10:00:00"} {
		resp, err := meetings.CreateMeeting(context.Background(), &meeting.CreateMeeting{
			MetaData: &meeting.MetaData{ConfName: new("Design review")},
			Schedule: &meeting.Schedule{StartDate: new(start), Duration: new(int64(45))},
		})
		if e, ok := errors.AsType[*webex.Error](err); ok {
			fmt.Printf("%s refused: %s (%s)\n", e.Operation, e.Reason, e.ExceptionID)
			continue
		}
		if err != nil {
			panic(err)
		}
		fmt.Println("meeting", *resp.Meetingkey, *resp.MeetingUUID)
	}
	// Output:
	// meeting 640200310 5f0c3d9ab7e1426ca8d4e2f19b60c7d3
	// CreateMeeting refused: The start time must be later than now (060016)
}
