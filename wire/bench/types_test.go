package bench

import "github.com/wbxgen/wbxgen/wire"

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

var listTable = wire.Table{Elements: []wire.Element{
	{Name: wire.Name{Space: &ex, Local: "session"}, Many: true},
	{Name: wire.Name{Space: &ex, Local: "matchingRecords"}},
}}

// DecodeXML implements wire.Object.
func (v *List) DecodeXML(d *wire.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&listTable); i != wire.End; i = d.Next(&listTable) {
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

// AppendXML implements wire.Appender.
func (v *List) AppendXML(e *wire.Encoder) {
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

var matchingTable = wire.Table{Elements: []wire.Element{
	{Name: wire.Name{Space: &svc, Local: "total"}},
	{Name: wire.Name{Space: &svc, Local: "returned"}},
	{Name: wire.Name{Space: &svc, Local: "startFrom"}},
}}

// DecodeXML implements wire.Object.
func (v *Matching) DecodeXML(d *wire.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&matchingTable); i != wire.End; i = d.Next(&matchingTable) {
		switch i {
		case 0:
			wire.ReadOptInt(d, &v.Total)
		case 1:
			wire.ReadOptInt(d, &v.Returned)
		case 2:
			wire.ReadOptInt(d, &v.StartFrom)
		}
	}
	return d.Err()
}

// AppendXML implements wire.Appender.
func (v *Matching) AppendXML(e *wire.Encoder) {
	e.Begin(&v.XMLExtra)
	wire.WriteOptInt(e, &matchingTable.Elements[0].Name, v.Total)
	wire.WriteOptInt(e, &matchingTable.Elements[1].Name, v.Returned)
	wire.WriteOptInt(e, &matchingTable.Elements[2].Name, v.StartFrom)
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

var sessionTable = wire.Table{Elements: []wire.Element{
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

// DecodeXML implements wire.Object.
func (v *Session) DecodeXML(d *wire.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&sessionTable); i != wire.End; i = d.Next(&sessionTable) {
		switch i {
		case 0:
			wire.ReadInt(d, &v.SessionKey)
		case 1:
			wire.ReadOptString(d, &v.RecordUUID)
		case 2:
			wire.ReadString(d, &v.SessionName)
		case 3:
			wire.ReadInt(d, &v.SessionType)
		case 4:
			wire.ReadEnum(d, &v.ServiceType)
		case 5:
			wire.ReadString(d, &v.HostAccount)
		case 6:
			wire.ReadOptString(d, &v.HostFirstName)
		case 7:
			wire.ReadOptString(d, &v.HostLastName)
		case 8:
			wire.ReadOptString(d, &v.OtherHostAccount)
		case 9:
			wire.ReadInt(d, &v.TimeZoneID)
		case 10:
			wire.ReadOptString(d, &v.TimeZone)
		case 11:
			wire.ReadOptEnum(d, &v.Status)
		case 12:
			wire.ReadString(d, &v.StartTime)
		case 13:
			wire.ReadOptString(d, &v.ActualStartTime)
		case 14:
			wire.ReadOptInt(d, &v.OpenTime)
		case 15:
			wire.ReadInt(d, &v.Duration)
		case 16:
			wire.ReadEnum(d, &v.ListStatus)
		case 17:
			wire.ReadOptString(d, &v.HostEmail)
		case 18:
			wire.ReadBool(d, &v.PasswordRequired)
		case 19:
			wire.ReadOptBool(d, &v.HostJoined)
		case 20:
			wire.ReadOptBool(d, &v.ParticipantsJoined)
		case 21:
			wire.ReadInt(d, &v.ConferenceID)
		case 22:
			wire.ReadOptBool(d, &v.Registration)
		case 23:
			wire.ReadOptBool(d, &v.IsRecurring)
		case 24:
			wire.ReadOptInt(d, &v.HostType)
		case 25:
			wire.ReadOptBool(d, &v.AudioOnly)
		case 26:
			wire.ReadOptBool(d, &v.IsTimeFixed)
		case 27:
			wire.ReadOptBool(d, &v.AssistRequested)
		case 28:
			wire.ReadOptBool(d, &v.AssistConfirmed)
		case 29:
			wire.ReadOptString(d, &v.AccessCode)
		}
	}
	return d.Err()
}

// AppendXML implements wire.Appender.
func (v *Session) AppendXML(e *wire.Encoder) {
	e.Begin(&v.XMLExtra)
	wire.WriteInt(e, &sessionTable.Elements[0].Name, v.SessionKey)
	wire.WriteOptString(e, &sessionTable.Elements[1].Name, v.RecordUUID)
	wire.WriteString(e, &sessionTable.Elements[2].Name, v.SessionName)
	wire.WriteInt(e, &sessionTable.Elements[3].Name, v.SessionType)
	wire.WriteEnum(e, &sessionTable.Elements[4].Name, v.ServiceType)
	wire.WriteString(e, &sessionTable.Elements[5].Name, v.HostAccount)
	wire.WriteOptString(e, &sessionTable.Elements[6].Name, v.HostFirstName)
	wire.WriteOptString(e, &sessionTable.Elements[7].Name, v.HostLastName)
	wire.WriteOptString(e, &sessionTable.Elements[8].Name, v.OtherHostAccount)
	wire.WriteInt(e, &sessionTable.Elements[9].Name, v.TimeZoneID)
	wire.WriteOptString(e, &sessionTable.Elements[10].Name, v.TimeZone)
	wire.WriteOptEnum(e, &sessionTable.Elements[11].Name, v.Status)
	wire.WriteString(e, &sessionTable.Elements[12].Name, v.StartTime)
	wire.WriteOptString(e, &sessionTable.Elements[13].Name, v.ActualStartTime)
	wire.WriteOptInt(e, &sessionTable.Elements[14].Name, v.OpenTime)
	wire.WriteInt(e, &sessionTable.Elements[15].Name, v.Duration)
	wire.WriteEnum(e, &sessionTable.Elements[16].Name, v.ListStatus)
	wire.WriteOptString(e, &sessionTable.Elements[17].Name, v.HostEmail)
	wire.WriteBool(e, &sessionTable.Elements[18].Name, v.PasswordRequired)
	wire.WriteOptBool(e, &sessionTable.Elements[19].Name, v.HostJoined)
	wire.WriteOptBool(e, &sessionTable.Elements[20].Name, v.ParticipantsJoined)
	wire.WriteInt(e, &sessionTable.Elements[21].Name, v.ConferenceID)
	wire.WriteOptBool(e, &sessionTable.Elements[22].Name, v.Registration)
	wire.WriteOptBool(e, &sessionTable.Elements[23].Name, v.IsRecurring)
	wire.WriteOptInt(e, &sessionTable.Elements[24].Name, v.HostType)
	wire.WriteOptBool(e, &sessionTable.Elements[25].Name, v.AudioOnly)
	wire.WriteOptBool(e, &sessionTable.Elements[26].Name, v.IsTimeFixed)
	wire.WriteOptBool(e, &sessionTable.Elements[27].Name, v.AssistRequested)
	wire.WriteOptBool(e, &sessionTable.Elements[28].Name, v.AssistConfirmed)
	wire.WriteOptString(e, &sessionTable.Elements[29].Name, v.AccessCode)
}

// Node nests.
type Node struct {
	Name     string
	Left     *Node
	Right    *Node
	XMLExtra wire.Extra
}

var nodeName = wire.Name{Space: &ex, Local: "node"}

var nodeTable = wire.Table{Elements: []wire.Element{
	{Name: wire.Name{Space: &ex, Local: "name"}},
	{Name: wire.Name{Space: &svc, Local: "left"}},
	{Name: wire.Name{Space: &ex, Local: "right"}},
}}

// DecodeXML implements wire.Object.
func (v *Node) DecodeXML(d *wire.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&nodeTable); i != wire.End; i = d.Next(&nodeTable) {
		switch i {
		case 0:
			wire.ReadString(d, &v.Name)
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

// AppendXML implements wire.Appender.
func (v *Node) AppendXML(e *wire.Encoder) {
	e.Begin(&v.XMLExtra)
	wire.WriteString(e, &nodeTable.Elements[0].Name, v.Name)
	if v.Left != nil {
		e.Object(&nodeTable.Elements[1].Name, v.Left)
	}
	if v.Right != nil {
		e.Object(&nodeTable.Elements[2].Name, v.Right)
	}
}
