package webex_test

import (
	"context"
	"iter"

	"github.com/wbxgen/wbxgen/webex"
	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
)

// The types of this file are written as wbxgen generates them, in fewer fields.

const _ uint = webex.ModuleTooOldUpgradeIt - 1

const schemas = "http://www.webex.com/schemas/2002/06/"

var (
	nsService = codec.Namespace{URI: schemas + "service", Prefix: "serv"}
	nsEp      = codec.Namespace{URI: schemas + "service/ep", Prefix: "ep"}
	nsMeeting = codec.Namespace{URI: schemas + "service/meeting", Prefix: "meet"}
	nsUser    = codec.Namespace{URI: schemas + "service/user", Prefix: "use"}
)

// UserClient calls the operations of package user.
type UserClient struct{ caller webex.Caller }

func NewUserClient(caller webex.Caller) *UserClient { return &UserClient{caller: caller} }

func (c *UserClient) GetUser(ctx context.Context, req *GetUser) (*GetUserResponse, error) {
	return webex.Do[GetUserResponse](ctx, c.caller, &opGetUser, req)
}

// GetUserCard and GetSessionInfo have the types of GetUser here: what counts is their names.
func (c *UserClient) GetUserCard(ctx context.Context, req *GetUser) (*GetUserResponse, error) {
	return webex.Do[GetUserResponse](ctx, c.caller, &opGetUserCard, req)
}

func (c *UserClient) GetSessionInfo(ctx context.Context, req *GetUser) (*GetUserResponse, error) {
	return webex.Do[GetUserResponse](ctx, c.caller, &opGetSessionInfo, req)
}

var (
	opGetUser        = getUserOperation("GetUser")
	opGetUserCard    = getUserOperation("GetUserCard")
	opGetSessionInfo = getUserOperation("GetSessionInfo")
)

func getUserOperation(name string) webex.Operation {
	return webex.Operation{
		Name:     name,
		Service:  "user",
		WireType: "java:com.webex.service.binding.user." + name,
		ReadOnly: true,
		Request:  wire.NameOf(nsUser.URI, "getUser"),
		Response: wire.NameOf(nsUser.URI, "getUserResponse"),
		New:      func() wire.Typed { return new(GetUserResponse) },
	}
}

type GetUser struct {
	WebExID  string
	XMLExtra wire.Extra
}

func (*GetUser) XMLType() wire.Name { return wire.NameOf(nsUser.URI, "getUser") }

var tableGetUser = codec.Table{Space: &nsUser, Names: "webExId"}

func (v *GetUser) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&tableGetUser); i != codec.End; i = d.Next(&tableGetUser) {
		if i == 0 {
			codec.ReadString(d, &v.WebExID)
		}
	}
	return d.Err()
}

func (v *GetUser) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	codec.WriteString(e, tableGetUser.Element(0), v.WebExID)
}

type GetUserResponse struct {
	FirstName *string
	UserID    *int64
	XMLExtra  wire.Extra
}

func (*GetUserResponse) XMLType() wire.Name {
	return wire.NameOf(nsUser.URI, "getUserResponse")
}

var tableGetUserResponse = codec.Table{Space: &nsUser, Names: "firstName userId"}

func (v *GetUserResponse) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&tableGetUserResponse); i != codec.End; i = d.Next(&tableGetUserResponse) {
		switch i {
		case 0:
			codec.ReadOptString(d, &v.FirstName)
		case 1:
			codec.ReadOptInt(d, &v.UserID)
		}
	}
	return d.Err()
}

func (v *GetUserResponse) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	codec.WriteOptString(e, tableGetUserResponse.Element(0), v.FirstName)
	codec.WriteOptInt(e, tableGetUserResponse.Element(1), v.UserID)
}

// MeetingClient calls the operations of package meeting.
type MeetingClient struct{ caller webex.Caller }

func NewMeetingClient(caller webex.Caller) *MeetingClient { return &MeetingClient{caller: caller} }

func (c *MeetingClient) CreateMeeting(ctx context.Context, req *CreateMeeting) (*CreateMeetingResponse, error) {
	return webex.Do[CreateMeetingResponse](ctx, c.caller, &opCreateMeeting, req)
}

var opCreateMeeting = webex.Operation{
	Name:     "CreateMeeting",
	Service:  "meeting",
	WireType: "java:com.webex.service.binding.meeting.CreateMeeting",
	Request:  wire.NameOf(nsMeeting.URI, "createMeeting"),
	Response: wire.NameOf(nsMeeting.URI, "createMeetingResponse"),
	New:      func() wire.Typed { return new(CreateMeetingResponse) },
}

type CreateMeeting struct {
	MeetingPassword *string
	ConfName        *string
	XMLExtra        wire.Extra
}

func (*CreateMeeting) XMLType() wire.Name {
	return wire.NameOf(nsMeeting.URI, "createMeeting")
}

var tableCreateMeeting = codec.Table{Space: &nsMeeting, Names: "meetingPassword confName"}

func (v *CreateMeeting) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&tableCreateMeeting); i != codec.End; i = d.Next(&tableCreateMeeting) {
		switch i {
		case 0:
			codec.ReadOptString(d, &v.MeetingPassword)
		case 1:
			codec.ReadOptString(d, &v.ConfName)
		}
	}
	return d.Err()
}

func (v *CreateMeeting) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	codec.WriteOptString(e, tableCreateMeeting.Element(0), v.MeetingPassword)
	codec.WriteOptString(e, tableCreateMeeting.Element(1), v.ConfName)
}

type CreateMeetingResponse struct {
	Meetingkey *int64
	XMLExtra   wire.Extra
}

func (*CreateMeetingResponse) XMLType() wire.Name {
	return wire.NameOf(nsMeeting.URI, "createMeetingResponse")
}

var tableCreateMeetingResponse = codec.Table{Space: &nsMeeting, Names: "meetingkey"}

func (v *CreateMeetingResponse) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&tableCreateMeetingResponse); i != codec.End; i = d.Next(&tableCreateMeetingResponse) {
		if i == 0 {
			codec.ReadOptInt(d, &v.Meetingkey)
		}
	}
	return d.Err()
}

func (v *CreateMeetingResponse) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	codec.WriteOptInt(e, tableCreateMeetingResponse.Element(0), v.Meetingkey)
}

// EpClient calls the operations of package ep.
type EpClient struct{ caller webex.Caller }

func NewEpClient(caller webex.Caller) *EpClient { return &EpClient{caller: caller} }

func (c *EpClient) LstsummarySession(ctx context.Context, req *LstsummarySession) (*LstsummarySessionResponse, error) {
	return webex.Do[LstsummarySessionResponse](ctx, c.caller, &opLstsummarySession, req)
}

// LstsummarySessionItems sends a [LstsummarySession] request and yields the session elements of the answer one by one.
func (c *EpClient) LstsummarySessionItems(ctx context.Context, req *LstsummarySession) iter.Seq2[*Session, error] {
	return webex.Items(ctx, c.caller, &opLstsummarySession, req, &listLstsummarySession)
}

// LstsummarySessionAll is LstsummarySessionItems over all pages.
func (c *EpClient) LstsummarySessionAll(ctx context.Context, req *LstsummarySession) iter.Seq2[*Session, error] {
	return webex.All(ctx, c.caller, &opLstsummarySession, req, &listLstsummarySession)
}

var opLstsummarySession = webex.Operation{
	Name:     "LstsummarySession",
	Service:  "ep",
	WireType: "java:com.webex.service.binding.ep.LstsummarySession",
	ReadOnly: true,
	Request:  wire.NameOf(nsEp.URI, "lstsummarySession"),
	Response: wire.NameOf(nsEp.URI, "lstsummarySessionResponse"),
	New:      func() wire.Typed { return new(LstsummarySessionResponse) },
}

// listLstsummarySession is where LstsummarySession has its list.
var listLstsummarySession = webex.List[LstsummarySession, LstsummarySessionResponse, Session]{
	Table:   &tableLstsummarySessionResponse,
	Item:    1,
	Records: 0,
	Read:    webex.ReadItem[Session],
	Items:   func(r *LstsummarySessionResponse) []Session { return r.Session },
	Found: func(r *LstsummarySessionResponse) (f webex.Found, ok bool) {
		if m := r.MatchingRecords; m != nil {
			return webex.Found{Total: m.Total, Returned: m.Returned, StartFrom: m.StartFrom}, true
		}
		return f, false
	},
	Page: func(req *LstsummarySession, startFrom int64) *LstsummarySession {
		page, control := *req, LstControl{}
		if req.ListControl != nil {
			control = *req.ListControl
		}
		control.StartFrom, page.ListControl = &startFrom, &control
		return &page
	},
}

type LstsummarySession struct {
	ListControl *LstControl
	XMLExtra    wire.Extra
}

func (*LstsummarySession) XMLType() wire.Name {
	return wire.NameOf(nsEp.URI, "lstsummarySession")
}

var tableLstsummarySession = codec.Table{Space: &nsEp, Names: "listControl"}

func (v *LstsummarySession) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&tableLstsummarySession); i != codec.End; i = d.Next(&tableLstsummarySession) {
		if i == 0 {
			v.ListControl = new(LstControl)
			d.Object(v.ListControl)
		}
	}
	return d.Err()
}

func (v *LstsummarySession) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	if v.ListControl != nil {
		e.Object(tableLstsummarySession.Element(0), v.ListControl)
	}
}

type LstControl struct {
	StartFrom  *int64
	MaximumNum *int64
	XMLExtra   wire.Extra
}

var tableLstControl = codec.Table{Space: &nsService, Names: "startFrom maximumNum"}

func (v *LstControl) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&tableLstControl); i != codec.End; i = d.Next(&tableLstControl) {
		switch i {
		case 0:
			codec.ReadOptInt(d, &v.StartFrom)
		case 1:
			codec.ReadOptInt(d, &v.MaximumNum)
		}
	}
	return d.Err()
}

func (v *LstControl) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	codec.WriteOptInt(e, tableLstControl.Element(0), v.StartFrom)
	codec.WriteOptInt(e, tableLstControl.Element(1), v.MaximumNum)
}

type LstsummarySessionResponse struct {
	MatchingRecords *MatchingRecords
	Session         []Session
	XMLExtra        wire.Extra
}

func (*LstsummarySessionResponse) XMLType() wire.Name {
	return wire.NameOf(nsEp.URI, "lstsummarySessionResponse")
}

var tableLstsummarySessionResponse = codec.Table{Space: &nsEp, Names: "matchingRecords session*"}

func (v *LstsummarySessionResponse) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&tableLstsummarySessionResponse); i != codec.End; i = d.Next(&tableLstsummarySessionResponse) {
		switch i {
		case 0:
			v.MatchingRecords = new(MatchingRecords)
			d.Object(v.MatchingRecords)
		case 1:
			v.Session = append(v.Session, Session{})
			d.Object(&v.Session[len(v.Session)-1])
		}
	}
	return d.Err()
}

func (v *LstsummarySessionResponse) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	if v.MatchingRecords != nil {
		e.Object(tableLstsummarySessionResponse.Element(0), v.MatchingRecords)
	}
	for i := range v.Session {
		e.Object(tableLstsummarySessionResponse.Element(1), &v.Session[i])
	}
}

type MatchingRecords struct {
	Total     int64
	Returned  int64
	StartFrom int64
	XMLExtra  wire.Extra
}

var tableMatchingRecords = codec.Table{Space: &nsService, Names: "total returned startFrom"}

func (v *MatchingRecords) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&tableMatchingRecords); i != codec.End; i = d.Next(&tableMatchingRecords) {
		switch i {
		case 0:
			codec.ReadInt(d, &v.Total)
		case 1:
			codec.ReadInt(d, &v.Returned)
		case 2:
			codec.ReadInt(d, &v.StartFrom)
		}
	}
	return d.Err()
}

func (v *MatchingRecords) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	codec.WriteInt(e, tableMatchingRecords.Element(0), v.Total)
	codec.WriteInt(e, tableMatchingRecords.Element(1), v.Returned)
	codec.WriteInt(e, tableMatchingRecords.Element(2), v.StartFrom)
}

type Session struct {
	SessionKey int64
	ConfName   *string
	XMLExtra   wire.Extra
}

var tableSession = codec.Table{Space: &nsEp, Names: "sessionKey confName"}

func (v *Session) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&tableSession); i != codec.End; i = d.Next(&tableSession) {
		switch i {
		case 0:
			codec.ReadInt(d, &v.SessionKey)
		case 1:
			codec.ReadOptString(d, &v.ConfName)
		}
	}
	return d.Err()
}

func (v *Session) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	codec.WriteInt(e, tableSession.Element(0), v.SessionKey)
	codec.WriteOptString(e, tableSession.Element(1), v.ConfName)
}
