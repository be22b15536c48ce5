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

var listTable = codec.Table{Elements: []codec.Element{
	{Name: codec.Name{Space: &ex, Local: "session"}, Many: true},
	{Name: codec.Name{Space: &ex, Local: "matchingRecords"}},
}}

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
		e.Object(&listTable.Elements[0].Name, &v.Session[i])
	}
	if v.MatchingRecords != nil {
		e.Object(&listTable.Elements[1].Name, v.MatchingRecords)
	}
}

// Matching says which part of the list a page is.
type Matching struct {
	Total, Returned, StartFrom *int64
	XMLExtra                   wire.Extra
}

var matchingTable = codec.Table{Elements: []codec.Element{
	{Name: codec.Name{Space: &svc, Local: "total"}},
	{Name: codec.Name{Space: &svc, Local: "returned"}},
	{Name: codec.Name{Space: &svc, Local: "startFrom"}},
}}

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
	codec.WriteOptInt(e, &matchingTable.Elements[0].Name, v.Total)
	codec.WriteOptInt(e, &matchingTable.Elements[1].Name, v.Returned)
	codec.WriteOptInt(e, &matchingTable.Elements[2].Name, v.StartFrom)
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

var sessionTable = codec.Table{Fields: "0i. 1s? 2s. 3i. 4e. 5s. 6s? 7s? 8s? 9i. 10s? 11e? 12s. 13s? 14i? 15i. 16e. 17s? 18b. 19b? 20b? 21i. 22b? 23b? 24i? 25b? 26b? 27b? 28b? 29s?", Elements: []codec.Element{
	{Name: codec.Name{Space: &ex, Local: "sessionKey"}},
	{Name: codec.Name{Space: &ex, Local: "recordUUID"}},
	{Name: codec.Name{Space: &ex, Local: "sessionName"}},
	{Name: codec.Name{Space: &ex, Local: "sessionType"}},
	{Name: codec.Name{Space: &ex, Local: "serviceType"}},
	{Name: codec.Name{Space: &ex, Local: "hostAccount"}},
	{Name: codec.Name{Space: &ex, Local: "hostFirstName"}},
	{Name: codec.Name{Space: &ex, Local: "hostLastName"}},
	{Name: codec.Name{Space: &ex, Local: "otherHostAccount"}},
	{Name: codec.Name{Space: &ex, Local: "timeZoneID"}},
	{Name: codec.Name{Space: &ex, Local: "timeZone"}},
	{Name: codec.Name{Space: &ex, Local: "status"}},
	{Name: codec.Name{Space: &ex, Local: "startTime"}},
	{Name: codec.Name{Space: &ex, Local: "actualStartTime"}},
	{Name: codec.Name{Space: &ex, Local: "openTime"}},
	{Name: codec.Name{Space: &ex, Local: "duration"}},
	{Name: codec.Name{Space: &ex, Local: "listStatus"}},
	{Name: codec.Name{Space: &ex, Local: "hostEmail"}},
	{Name: codec.Name{Space: &ex, Local: "passwordRequired"}},
	{Name: codec.Name{Space: &ex, Local: "hostJoined"}},
	{Name: codec.Name{Space: &ex, Local: "participantsJoined"}},
	{Name: codec.Name{Space: &ex, Local: "conferenceID"}},
	{Name: codec.Name{Space: &ex, Local: "registration"}},
	{Name: codec.Name{Space: &ex, Local: "isRecurring"}},
	{Name: codec.Name{Space: &ex, Local: "hostType"}},
	{Name: codec.Name{Space: &ex, Local: "audioOnly"}},
	{Name: codec.Name{Space: &ex, Local: "isTimeFixed"}},
	{Name: codec.Name{Space: &ex, Local: "assistRequested"}},
	{Name: codec.Name{Space: &ex, Local: "assistConfirmed"}},
	{Name: codec.Name{Space: &ex, Local: "accessCode"}},
}}

// DecodeXML implements codec.Object.
func (v *Session) DecodeXML(d *codec.Decoder) error { return d.Struct(&sessionTable, &v.XMLExtra, v) }

// AppendXML implements codec.Appender.
func (v *Session) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	codec.WriteInt(e, &sessionTable.Elements[0].Name, v.SessionKey)
	codec.WriteOptString(e, &sessionTable.Elements[1].Name, v.RecordUUID)
	codec.WriteString(e, &sessionTable.Elements[2].Name, v.SessionName)
	codec.WriteInt(e, &sessionTable.Elements[3].Name, v.SessionType)
	codec.WriteEnum(e, &sessionTable.Elements[4].Name, v.ServiceType)
	codec.WriteString(e, &sessionTable.Elements[5].Name, v.HostAccount)
	codec.WriteOptString(e, &sessionTable.Elements[6].Name, v.HostFirstName)
	codec.WriteOptString(e, &sessionTable.Elements[7].Name, v.HostLastName)
	codec.WriteOptString(e, &sessionTable.Elements[8].Name, v.OtherHostAccount)
	codec.WriteInt(e, &sessionTable.Elements[9].Name, v.TimeZoneID)
	codec.WriteOptString(e, &sessionTable.Elements[10].Name, v.TimeZone)
	codec.WriteOptEnum(e, &sessionTable.Elements[11].Name, v.Status)
	codec.WriteString(e, &sessionTable.Elements[12].Name, v.StartTime)
	codec.WriteOptString(e, &sessionTable.Elements[13].Name, v.ActualStartTime)
	codec.WriteOptInt(e, &sessionTable.Elements[14].Name, v.OpenTime)
	codec.WriteInt(e, &sessionTable.Elements[15].Name, v.Duration)
	codec.WriteEnum(e, &sessionTable.Elements[16].Name, v.ListStatus)
	codec.WriteOptString(e, &sessionTable.Elements[17].Name, v.HostEmail)
	codec.WriteBool(e, &sessionTable.Elements[18].Name, v.PasswordRequired)
	codec.WriteOptBool(e, &sessionTable.Elements[19].Name, v.HostJoined)
	codec.WriteOptBool(e, &sessionTable.Elements[20].Name, v.ParticipantsJoined)
	codec.WriteInt(e, &sessionTable.Elements[21].Name, v.ConferenceID)
	codec.WriteOptBool(e, &sessionTable.Elements[22].Name, v.Registration)
	codec.WriteOptBool(e, &sessionTable.Elements[23].Name, v.IsRecurring)
	codec.WriteOptInt(e, &sessionTable.Elements[24].Name, v.HostType)
	codec.WriteOptBool(e, &sessionTable.Elements[25].Name, v.AudioOnly)
	codec.WriteOptBool(e, &sessionTable.Elements[26].Name, v.IsTimeFixed)
	codec.WriteOptBool(e, &sessionTable.Elements[27].Name, v.AssistRequested)
	codec.WriteOptBool(e, &sessionTable.Elements[28].Name, v.AssistConfirmed)
	codec.WriteOptString(e, &sessionTable.Elements[29].Name, v.AccessCode)
}

// Node nests.
type Node struct {
	Name     string
	Left     *Node
	Right    *Node
	XMLExtra wire.Extra
}

var nodeName = codec.Name{Space: &ex, Local: "node"}

var nodeTable = codec.Table{Elements: []codec.Element{
	{Name: codec.Name{Space: &ex, Local: "name"}},
	{Name: codec.Name{Space: &svc, Local: "left"}},
	{Name: codec.Name{Space: &ex, Local: "right"}},
}}

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
	codec.WriteString(e, &nodeTable.Elements[0].Name, v.Name)
	if v.Left != nil {
		e.Object(&nodeTable.Elements[1].Name, v.Left)
	}
	if v.Right != nil {
		e.Object(&nodeTable.Elements[2].Name, v.Right)
	}
}
