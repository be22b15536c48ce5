// Package webex sends requests to the Cisco Webex Meetings XML API. It is what the generated packages call: their
// methods describe an operation and hand it to a [Caller], which is a [Client] as a rule.
//
//	client := webex.NewClient("acme", webex.WithAccessToken(token))
//	meetings := meeting.NewClient(client)
//	resp, err := meetings.CreateMeeting(ctx, &meeting.CreateMeetingRequest{
//		MetaData: &meeting.MetaData{ConfName: new("Design review")},
//		Schedule: &meeting.Schedule{StartDate: new("06/30/2026 10:00:00"), Duration: new(int64(45))},
//	})
//	if e, ok := errors.AsType[*webex.Error](err); ok {
//		log.Printf("%s refused: %s (%s)", e.Operation, e.Reason, e.ExceptionID)
//	}
//
// The package owns the envelope of requests and answers, the ways to authenticate ([Password], [AccessToken],
// [TokenSource], [APIKey], [NewSession]), HTTP, errors, repetition ([WithRetry]), several operations in one message
// ([Batch]), lists that are read item by item and page by page ([Items], [All]), and the form of dates. It knows no
// operation but AuthenticateUser, and is the same for all versions of the API. XML itself is the business of package
// wire.
//
// # Errors
//
// An [*Error] says that the service refused, a [*TransportError] that no answer came, a [*ProtocolError] that what came
// is no answer. All of them name the operation. [errors.Is] tells the cases that call for an action: [ErrThrottled],
// [ErrNoRecord], [ErrBatchTooLarge].
//
// # Secrets
//
// Credentials print as REDACTED, whatever the verb. What the service repeats of a request's passwords, tickets and
// tokens is replaced in errors and in what a response hook sees. Responses are handed out as they came.
//
// # Tests
//
// A fake is a type with the method Call. The list functions work with it too; they hold the whole response then. Package
// webextest has a server that answers what handlers say, with sessions, batches and failures as the service has them.
package webex
