// Package webextest stands in for the service in tests: a [Server] that answers what handlers say, with the envelope,
// the sessions and the failures of the real one.
//
//	s := webextest.New(all.Registry(), all.Operations())
//	webextest.Handle(s, func(_ *webextest.Call, req *meeting.CreateMeetingRequest) (*meeting.CreateMeetingResponse, error) {
//		return &meeting.CreateMeetingResponse{Meetingkey: new(int64(640200310))}, nil
//	})
//	meetings := meeting.NewClient(s.Client())
//
// Clients of [Server.Client] reach the server without a network. For others it is an [http.Handler], and [Server.Start]
// makes it listen on this machine alone. AuthenticateUser is answered by the server itself, which gives tickets that
// expire. [Server.Fail] makes the next calls of an operation fail, as the service does or as networks do, and
// [Server.Calls] has what was sent.
package webextest
