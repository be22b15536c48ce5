package meeting_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/wbxgen/wbxgen/generated/v40.6.0/all"
	"github.com/wbxgen/wbxgen/generated/v40.6.0/meeting"
	"github.com/wbxgen/wbxgen/webex"
	"github.com/wbxgen/wbxgen/webex/webextest"
)

// create answers as a Webex site does: a past start is refused.
func create(_ *webextest.Call, req *meeting.CreateMeetingRequest) (*meeting.CreateMeetingResponse, error) {
	if *req.Schedule.StartDate == "01/01/2020 10:00:00" {
		return nil, &webex.Error{ExceptionID: webex.ExceptionStartPassed, Reason: "The start time must be later than now"}
	}
	return &meeting.CreateMeetingResponse{Meetingkey: new(int64(640200310)), MeetingUUID: new("5f0c3d9ab7e1426ca8d4e2f19b60c7d3")}, nil
}

// A client is made from a caller: the real one, or in a test one of package webextest. A refusal is an error that knows
// the exception's id.
func ExampleClient_CreateMeeting() {
	server := webextest.New(all.Registry(), all.Operations())
	webextest.Handle(server, create)

	meetings := meeting.NewClient(server.Client())
	for _, start := range []string{"06/30/2031 10:00:00", "01/01/2020 10:00:00"} {
		resp, err := meetings.CreateMeeting(context.Background(), &meeting.CreateMeetingRequest{
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
