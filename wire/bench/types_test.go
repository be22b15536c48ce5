package bench

import (
	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
)

// The types of this file are written as wbxgen generates them.

var (
	ex  = wire.Namespace{URI: "http://www.example.com/schemas/2002/06/service/session", Prefix: "ex"}
	svc = wire.Namespace{URI: "http://www.example.com/schemas/2002/06/service", Prefix: "svc"}
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

var listName = wire.Name{Space: &ex, Local: "list"}

var listTable = codec.Table{Elements: []codec.Element{
	{Name: wire.Name{Space: &ex, Local: "session"}, Many: true},
	{Name: wire.Name{Space: &ex, Local: "matchingRecords"}},
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
	{Name: wire.Name{Space: &svc, Local: "total"}},
	{Name: wire.Name{Space: &svc, Local: "returned"}},
	{Name: wire.Name{Space: &svc, Local: "startFrom"}},
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

var sessionTable = codec.Table{Elements: []codec.Element{
	{Name: wire.Name{Space: &ex, Local: "sessionKey"}},
	{Name: wire.Name{Space: &ex, Local: "recordUUID"}},
	{Name: wire.Name{Space: &ex, Local: "sessionName"}},
	{Name: wire.Name{Space: &ex, Local: "sessionType"}},
	{Name: wire.Name{Space: &ex, Local: "serviceType"}},
	{Name: wire.Name{Space: &ex, Local: "hostAccount"}},
	{Name: wire.Name{Space: &ex, Local: "hostFirstName"}},
	{Name: wire.Name{Space: &ex, Local: "hostLastName"}},
	{Name: wire.Name{Space: &ex, Local: "otherHostAccount"}},
	{Name: wire.Name{Space: &ex, Local: "timeZoneID"}},
	{Name: wire.Name{Space: &ex, Local: "timeZone"}},
	{Name: wire.Name{Space: &ex, Local: "status"}},
	{Name: wire.Name{Space: &ex, Local: "startTime"}},
	{Name: wire.Name{Space: &ex, Local: "actualStartTime"}},
	{Name: wire.Name{Space: &ex, Local: "openTime"}},
	{Name: wire.Name{Space: &ex, Local: "duration"}},
	{Name: wire.Name{Space: &ex, Local: "listStatus"}},
	{Name: wire.Name{Space: &ex, Local: "hostEmail"}},
	{Name: wire.Name{Space: &ex, Local: "passwordRequired"}},
	{Name: wire.Name{Space: &ex, Local: "hostJoined"}},
	{Name: wire.Name{Space: &ex, Local: "participantsJoined"}},
	{Name: wire.Name{Space: &ex, Local: "conferenceID"}},
	{Name: wire.Name{Space: &ex, Local: "registration"}},
	{Name: wire.Name{Space: &ex, Local: "isRecurring"}},
	{Name: wire.Name{Space: &ex, Local: "hostType"}},
	{Name: wire.Name{Space: &ex, Local: "audioOnly"}},
	{Name: wire.Name{Space: &ex, Local: "isTimeFixed"}},
	{Name: wire.Name{Space: &ex, Local: "assistRequested"}},
	{Name: wire.Name{Space: &ex, Local: "assistConfirmed"}},
	{Name: wire.Name{Space: &ex, Local: "accessCode"}},
}}

// DecodeXML implements codec.Object.
func (v *Session) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&sessionTable); i != codec.End; i = d.Next(&sessionTable) {
		switch i {
		case 0:
			codec.ReadInt(d, &v.SessionKey)
		case 1:
			codec.ReadOptString(d, &v.RecordUUID)
		case 2:
			codec.ReadString(d, &v.SessionName)
		case 3:
			codec.ReadInt(d, &v.SessionType)
		case 4:
			codec.ReadEnum(d, &v.ServiceType)
		case 5:
			codec.ReadString(d, &v.HostAccount)
		case 6:
			codec.ReadOptString(d, &v.HostFirstName)
		case 7:
			codec.ReadOptString(d, &v.HostLastName)
		case 8:
			codec.ReadOptString(d, &v.OtherHostAccount)
		case 9:
			codec.ReadInt(d, &v.TimeZoneID)
		case 10:
			codec.ReadOptString(d, &v.TimeZone)
		case 11:
			codec.ReadOptEnum(d, &v.Status)
		case 12:
			codec.ReadString(d, &v.StartTime)
		case 13:
			codec.ReadOptString(d, &v.ActualStartTime)
		case 14:
			codec.ReadOptInt(d, &v.OpenTime)
		case 15:
			codec.ReadInt(d, &v.Duration)
		case 16:
			codec.ReadEnum(d, &v.ListStatus)
		case 17:
			codec.ReadOptString(d, &v.HostEmail)
		case 18:
			codec.ReadBool(d, &v.PasswordRequired)
		case 19:
			codec.ReadOptBool(d, &v.HostJoined)
		case 20:
			codec.ReadOptBool(d, &v.ParticipantsJoined)
		case 21:
			codec.ReadInt(d, &v.ConferenceID)
		case 22:
			codec.ReadOptBool(d, &v.Registration)
		case 23:
			codec.ReadOptBool(d, &v.IsRecurring)
		case 24:
			codec.ReadOptInt(d, &v.HostType)
		case 25:
			codec.ReadOptBool(d, &v.AudioOnly)
		case 26:
			codec.ReadOptBool(d, &v.IsTimeFixed)
		case 27:
			codec.ReadOptBool(d, &v.AssistRequested)
		case 28:
			codec.ReadOptBool(d, &v.AssistConfirmed)
		case 29:
			codec.ReadOptString(d, &v.AccessCode)
		}
	}
	return d.Err()
}

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

var nodeName = wire.Name{Space: &ex, Local: "node"}

var nodeTable = codec.Table{Elements: []codec.Element{
	{Name: wire.Name{Space: &ex, Local: "name"}},
	{Name: wire.Name{Space: &svc, Local: "left"}},
	{Name: wire.Name{Space: &ex, Local: "right"}},
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
