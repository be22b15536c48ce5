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

var listTable = codec.Table{Space: &ex, Names: "session* matchingRecords"}

// DecodeXML implements codec.Object.
func (v *List) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&listTable); i != codec.End; i = d.Next(&listTable) {
		switch i {
		case 0:
			v.Session = append(v.Session, Session{})
			d.Object(&v.Session[len(v.Session)-1])
		case 1:
			v.MatchingRecords = new(Matching)
			d.Object(v.MatchingRecords)
		}
	}
	return d.Err()
}

// AppendXML implements codec.Appender.
func (v *List) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	for i := range v.Session {
		e.Object(listTable.Element(0), &v.Session[i])
	}
	if v.MatchingRecords != nil {
		e.Object(listTable.Element(1), v.MatchingRecords)
	}
}

// Matching says which part of the list a page is.
type Matching struct {
	Total, Returned, StartFrom *int64
	XMLExtra                   wire.Extra
}

var matchingTable = codec.Table{Space: &svc, Names: "total returned startFrom"}

// DecodeXML implements codec.Object.
func (v *Matching) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&matchingTable); i != codec.End; i = d.Next(&matchingTable) {
		switch i {
		case 0:
			codec.ReadOptInt(d, &v.Total)
		case 1:
			codec.ReadOptInt(d, &v.Returned)
		case 2:
			codec.ReadOptInt(d, &v.StartFrom)
		}
	}
	return d.Err()
}

// AppendXML implements codec.Appender.
func (v *Matching) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	codec.WriteOptInt(e, matchingTable.Element(0), v.Total)
	codec.WriteOptInt(e, matchingTable.Element(1), v.Returned)
	codec.WriteOptInt(e, matchingTable.Element(2), v.StartFrom)
}

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

// DecodeXML implements codec.Object.
func (v *Session) DecodeXML(d *codec.Decoder) error { return d.Struct(&sessionTable, &v.XMLExtra, v) }

// AppendXML implements codec.Appender.
func (v *Session) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	codec.WriteInt(e, sessionTable.Element(0), v.SessionKey)
	codec.WriteOptString(e, sessionTable.Element(1), v.RecordUUID)
	codec.WriteString(e, sessionTable.Element(2), v.SessionName)
	codec.WriteInt(e, sessionTable.Element(3), v.SessionType)
	codec.WriteEnum(e, sessionTable.Element(4), v.ServiceType)
	codec.WriteString(e, sessionTable.Element(5), v.HostAccount)
	codec.WriteOptString(e, sessionTable.Element(6), v.HostFirstName)
	codec.WriteOptString(e, sessionTable.Element(7), v.HostLastName)
	codec.WriteOptString(e, sessionTable.Element(8), v.OtherHostAccount)
	codec.WriteInt(e, sessionTable.Element(9), v.TimeZoneID)
	codec.WriteOptString(e, sessionTable.Element(10), v.TimeZone)
	codec.WriteOptEnum(e, sessionTable.Element(11), v.Status)
	codec.WriteString(e, sessionTable.Element(12), v.StartTime)
	codec.WriteOptString(e, sessionTable.Element(13), v.ActualStartTime)
	codec.WriteOptInt(e, sessionTable.Element(14), v.OpenTime)
	codec.WriteInt(e, sessionTable.Element(15), v.Duration)
	codec.WriteEnum(e, sessionTable.Element(16), v.ListStatus)
	codec.WriteOptString(e, sessionTable.Element(17), v.HostEmail)
	codec.WriteBool(e, sessionTable.Element(18), v.PasswordRequired)
	codec.WriteOptBool(e, sessionTable.Element(19), v.HostJoined)
	codec.WriteOptBool(e, sessionTable.Element(20), v.ParticipantsJoined)
	codec.WriteInt(e, sessionTable.Element(21), v.ConferenceID)
	codec.WriteOptBool(e, sessionTable.Element(22), v.Registration)
	codec.WriteOptBool(e, sessionTable.Element(23), v.IsRecurring)
	codec.WriteOptInt(e, sessionTable.Element(24), v.HostType)
	codec.WriteOptBool(e, sessionTable.Element(25), v.AudioOnly)
	codec.WriteOptBool(e, sessionTable.Element(26), v.IsTimeFixed)
	codec.WriteOptBool(e, sessionTable.Element(27), v.AssistRequested)
	codec.WriteOptBool(e, sessionTable.Element(28), v.AssistConfirmed)
	codec.WriteOptString(e, sessionTable.Element(29), v.AccessCode)
}

// Node nests.
type Node struct {
	Name     string
	Left     *Node
	Right    *Node
	XMLExtra wire.Extra
}

var nodeName = codec.Name{Space: &ex, Local: "node"}

var nodeTable = codec.Table{Space: &ex, Spaces: []*codec.Namespace{&svc}, Names: "name 1:left right"}

// DecodeXML implements codec.Object.
func (v *Node) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&nodeTable); i != codec.End; i = d.Next(&nodeTable) {
		switch i {
		case 0:
			codec.ReadString(d, &v.Name)
		case 1:
			v.Left = new(Node)
			d.Object(v.Left)
		case 2:
			v.Right = new(Node)
			d.Object(v.Right)
		}
	}
	return d.Err()
}

// AppendXML implements codec.Appender.
func (v *Node) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	codec.WriteString(e, nodeTable.Element(0), v.Name)
	if v.Left != nil {
		e.Object(nodeTable.Element(1), v.Left)
	}
	if v.Right != nil {
		e.Object(nodeTable.Element(2), v.Right)
	}
}
