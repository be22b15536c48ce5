package webex

import (
	"context"

	"github.com/wbxgen/wbxgen/wire"
)

// Operation describes an operation of the API. Generated packages hold one for each of their methods.
type Operation struct {
	Name     string // CreateMeeting
	Service  string // the part of WireType before the operation's name: meeting, meeting.auo
	WireType string // what xsi:type says in a request: java:com.webex.service.binding.meeting.CreateMeeting
	ReadOnly bool   // changes nothing, so it is safe to repeat

	Request, Response wire.Name         // complex types
	New               func() wire.Typed // a new response
}

// Caller sends requests: a [Client], a [Batch], or a fake in a test. Generated clients call their operations through
// it.
type Caller interface {
	// Call sends req and reads the answer into resp. A FAILURE is returned as an [*Error].
	Call(ctx context.Context, op *Operation, req, resp wire.Typed) error
}

// Streamer is a Caller that reads the body of an answer while it arrives. [Items] and [All] hold one item at a time with
// a Streamer, and a whole response with any other Caller. A Caller that wraps another one, to log or to count, has to
// do so for both methods.
type Streamer interface {
	Caller
	// Stream does what Call does, and calls resp.DecodeXML with a decoder that reads from the connection.
	Stream(ctx context.Context, op *Operation, req, resp wire.Typed) error
}
