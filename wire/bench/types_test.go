package bench

import (
	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
)

// The types of this file are written as wbxgen generates them.

var (
	ex  = codec.Namespace{URI: "http://www.example.com/schemas/2002/06/service/session", Prefix: "ex"}
	svc = codec.Namespace{URI: "http://www.example.com/schemas/2002/06/service", Prefix: "svc"}
)

type (
	ServiceType string
	Status      string
	Listing     string
)

// List is a page of sessions.
type List struct {
	Session         []Session
	MatchingRecords *Matching
	XMLExtra        wire.Extra
}

var listName = codec.Name{Space: &ex, Local: "list"}

var listTable = codec.Table{Space: &ex, Names: "session* matchingRecords", Fields: "0o* 1o?"}

func (*List) XMLTable() *codec.Table             { return &listTable }
func (v *List) DecodeXML(d *codec.Decoder) error { return d.Read(v) }
func (v *List) AppendXML(e *codec.Encoder)       { e.Write(v) }

// Matching says which part of the list a page is.
type Matching struct {
	Total, Returned, StartFrom *int64
	XMLExtra                   wire.Extra
}

var matchingTable = codec.Table{Space: &svc, Names: "total returned startFrom", Fields: "0i? 1i? 2i?"}

func (*Matching) XMLTable() *codec.Table             { return &matchingTable }
func (v *Matching) DecodeXML(d *codec.Decoder) error { return d.Read(v) }
func (v *Matching) AppendXML(e *codec.Encoder)       { e.Write(v) }

// Session has 30 leaves.
type Session struct {
	SessionKey         int64
	RecordUUID         *string
	SessionName        string
	SessionType        int64
	ServiceType        ServiceType
	HostAccount        string
	HostFirstName      *string
	HostLastName       *string
	OtherHostAccount   *string
	TimeZoneID         int64
	TimeZone           *string
	Status             *Status
	StartTime          string
	ActualStartTime    *string
	OpenTime           *int64
	Duration           int64
	ListStatus         Listing
	HostEmail          *string
	PasswordRequired   bool
	HostJoined         *bool
	ParticipantsJoined *bool
	ConferenceID       int64
	Registration       *bool
	IsRecurring        *bool
	HostType           *int64
	AudioOnly          *bool
	IsTimeFixed        *bool
	AssistRequested    *bool
	AssistConfirmed    *bool
	AccessCode         *string
	XMLExtra           wire.Extra
}

var sessionTable = codec.Table{
	Space:  &ex,
	Names:  "sessionKey recordUUID sessionName sessionType serviceType hostAccount hostFirstName hostLastName otherHostAccount timeZoneID timeZone status startTime actualStartTime openTime duration listStatus hostEmail passwordRequired hostJoined participantsJoined conferenceID registration isRecurring hostType audioOnly isTimeFixed assistRequested assistConfirmed accessCode",
	Fields: "0i. 1s? 2s. 3i. 4e. 5s. 6s? 7s? 8s? 9i. 10s? 11e? 12s. 13s? 14i? 15i. 16e. 17s? 18b. 19b? 20b? 21i. 22b? 23b? 24i? 25b? 26b? 27b? 28b? 29s?",
}

func (*Session) XMLTable() *codec.Table             { return &sessionTable }
func (v *Session) DecodeXML(d *codec.Decoder) error { return d.Read(v) }
func (v *Session) AppendXML(e *codec.Encoder)       { e.Write(v) }

// Node nests.
type Node struct {
	Name     string
	Left     *Node
	Right    *Node
	XMLExtra wire.Extra
}

var nodeName = codec.Name{Space: &ex, Local: "node"}

var nodeTable = codec.Table{Space: &ex, Spaces: []*codec.Namespace{&svc}, Names: "name 1:left right", Fields: "0s. 1o? 2o?"}

func (*Node) XMLTable() *codec.Table             { return &nodeTable }
func (v *Node) DecodeXML(d *codec.Decoder) error { return d.Read(v) }
func (v *Node) AppendXML(e *codec.Encoder)       { e.Write(v) }
