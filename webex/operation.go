package webex

import (
	"context"
	"strings"

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

// Operations is a list of operations, such as the one that package all of a generated version returns.
type Operations []*Operation

// ByRequest returns the operation whose requests are of that type, as the XMLType method of a request has it; nil where
// there is none.
func (list Operations) ByRequest(typ wire.Name) *Operation {
	for _, op := range list {
		if op.Request == typ {
			return op
		}
	}
	return nil
}

// ByWireType returns the operation that the text of xsi:type in a request tells: by the name that [Operation.WireType]
// has, by that with another package in front, which some clients send (java:com.webex.xmlapi.service.binding.user.SetUser),
// by service and name alone (site.LstTimeZone), or by a QName whose prefix means what space says (ep:delRecording). It
// returns nil where there is none.
func (list Operations) ByWireType(text, space string) *Operation {
	text = strings.TrimSpace(text)
	_, local, _ := strings.Cut(text, ":")
	for _, op := range list {
		short := op.Service + "." + op.Name
		java := strings.HasPrefix(text, "java:") && strings.HasSuffix(text, "."+short)
		if text == op.WireType || text == short || java || space != "" && wire.NameOf(space, local) == op.Request {
			return op
		}
	}
	return nil
}
