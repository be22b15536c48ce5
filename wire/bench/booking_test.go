package bench

import (
	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
)

// The types of this file are written as wbxgen generates them: an object with objects inside.

var bookingName = codec.Name{Space: &ex, Local: "booking"}

// Booking is part of a booking.
type Booking struct {
	Access    *Access
	MetaData  *MetaData
	People    *People
	Enable    *Enable
	Schedule  *Schedule
	Telephony *Telephony
	Repeat    *Repeat
	Remind    *Remind
	Key       int64
	HostType  *int64
	Status    *string
	Creator   *string
	XMLExtra  wire.Extra
}

var bookingTable = codec.Table{Elements: []codec.Element{
	{Name: codec.Name{Space: &ex, Local: "access"}},
	{Name: codec.Name{Space: &ex, Local: "metaData"}},
	{Name: codec.Name{Space: &ex, Local: "people"}},
	{Name: codec.Name{Space: &ex, Local: "enable"}},
	{Name: codec.Name{Space: &ex, Local: "schedule"}},
	{Name: codec.Name{Space: &ex, Local: "telephony"}},
	{Name: codec.Name{Space: &ex, Local: "repeat"}},
	{Name: codec.Name{Space: &ex, Local: "remind"}},
	{Name: codec.Name{Space: &ex, Local: "key"}},
	{Name: codec.Name{Space: &ex, Local: "hostType"}},
	{Name: codec.Name{Space: &ex, Local: "status"}},
	{Name: codec.Name{Space: &ex, Local: "creator"}},
}}

// DecodeXML implements codec.Object.
func (v *Booking) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&bookingTable); i != codec.End; i = d.Next(&bookingTable) {
		switch i {
		case 0:
			v.Access = new(Access)
			d.Object(v.Access)
		case 1:
			v.MetaData = new(MetaData)
			d.Object(v.MetaData)
		case 2:
			v.People = new(People)
			d.Object(v.People)
		case 3:
			v.Enable = new(Enable)
			d.Object(v.Enable)
		case 4:
			v.Schedule = new(Schedule)
			d.Object(v.Schedule)
		case 5:
			v.Telephony = new(Telephony)
			d.Object(v.Telephony)
		case 6:
			v.Repeat = new(Repeat)
			d.Object(v.Repeat)
		case 7:
			v.Remind = new(Remind)
			d.Object(v.Remind)
		case 8:
			codec.ReadInt(d, &v.Key)
		case 9:
			codec.ReadOptInt(d, &v.HostType)
		case 10:
			codec.ReadOptString(d, &v.Status)
		case 11:
			codec.ReadOptString(d, &v.Creator)
		}
	}
	return d.Err()
}

// AppendXML implements codec.Appender.
func (v *Booking) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	if v.Access != nil {
		e.Object(&bookingTable.Elements[0].Name, v.Access)
	}
	if v.MetaData != nil {
		e.Object(&bookingTable.Elements[1].Name, v.MetaData)
	}
	if v.People != nil {
		e.Object(&bookingTable.Elements[2].Name, v.People)
	}
	if v.Enable != nil {
		e.Object(&bookingTable.Elements[3].Name, v.Enable)
	}
	if v.Schedule != nil {
		e.Object(&bookingTable.Elements[4].Name, v.Schedule)
	}
	if v.Telephony != nil {
		e.Object(&bookingTable.Elements[5].Name, v.Telephony)
	}
	if v.Repeat != nil {
		e.Object(&bookingTable.Elements[6].Name, v.Repeat)
	}
	if v.Remind != nil {
		e.Object(&bookingTable.Elements[7].Name, v.Remind)
	}
	codec.WriteInt(e, &bookingTable.Elements[8].Name, v.Key)
	codec.WriteOptInt(e, &bookingTable.Elements[9].Name, v.HostType)
	codec.WriteOptString(e, &bookingTable.Elements[10].Name, v.Status)
	codec.WriteOptString(e, &bookingTable.Elements[11].Name, v.Creator)
}

// Access is part of a booking.
type Access struct {
	Listed          *bool
	Public          *bool
	Password        *string
	EnforcePassword *bool
	XMLExtra        wire.Extra
}

var accessTable = codec.Table{Elements: []codec.Element{
	{Name: codec.Name{Space: &svc, Local: "listed"}},
	{Name: codec.Name{Space: &svc, Local: "public"}},
	{Name: codec.Name{Space: &svc, Local: "password"}},
	{Name: codec.Name{Space: &svc, Local: "enforcePassword"}},
}}

// DecodeXML implements codec.Object.
func (v *Access) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&accessTable); i != codec.End; i = d.Next(&accessTable) {
		switch i {
		case 0:
			codec.ReadOptBool(d, &v.Listed)
		case 1:
			codec.ReadOptBool(d, &v.Public)
		case 2:
			codec.ReadOptString(d, &v.Password)
		case 3:
			codec.ReadOptBool(d, &v.EnforcePassword)
		}
	}
	return d.Err()
}

// AppendXML implements codec.Appender.
func (v *Access) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	codec.WriteOptBool(e, &accessTable.Elements[0].Name, v.Listed)
	codec.WriteOptBool(e, &accessTable.Elements[1].Name, v.Public)
	codec.WriteOptString(e, &accessTable.Elements[2].Name, v.Password)
	codec.WriteOptBool(e, &accessTable.Elements[3].Name, v.EnforcePassword)
}

// MetaData is part of a booking.
type MetaData struct {
	ConfName    *string
	MeetingType *int64
	Agenda      *string
	Greeting    *string
	Location    *string
	Template    *Template
	XMLExtra    wire.Extra
}

var metaDataTable = codec.Table{Elements: []codec.Element{
	{Name: codec.Name{Space: &ex, Local: "confName"}},
	{Name: codec.Name{Space: &ex, Local: "meetingType"}},
	{Name: codec.Name{Space: &ex, Local: "agenda"}},
	{Name: codec.Name{Space: &ex, Local: "greeting"}},
	{Name: codec.Name{Space: &ex, Local: "location"}},
	{Name: codec.Name{Space: &ex, Local: "template"}},
}}

// DecodeXML implements codec.Object.
func (v *MetaData) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&metaDataTable); i != codec.End; i = d.Next(&metaDataTable) {
		switch i {
		case 0:
			codec.ReadOptString(d, &v.ConfName)
		case 1:
			codec.ReadOptInt(d, &v.MeetingType)
		case 2:
			codec.ReadOptString(d, &v.Agenda)
		case 3:
			codec.ReadOptString(d, &v.Greeting)
		case 4:
			codec.ReadOptString(d, &v.Location)
		case 5:
			v.Template = new(Template)
			d.Object(v.Template)
		}
	}
	return d.Err()
}

// AppendXML implements codec.Appender.
func (v *MetaData) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	codec.WriteOptString(e, &metaDataTable.Elements[0].Name, v.ConfName)
	codec.WriteOptInt(e, &metaDataTable.Elements[1].Name, v.MeetingType)
	codec.WriteOptString(e, &metaDataTable.Elements[2].Name, v.Agenda)
	codec.WriteOptString(e, &metaDataTable.Elements[3].Name, v.Greeting)
	codec.WriteOptString(e, &metaDataTable.Elements[4].Name, v.Location)
	if v.Template != nil {
		e.Object(&metaDataTable.Elements[5].Name, v.Template)
	}
}

// Template is part of a booking.
type Template struct {
	Default  *int64
	Kind     *string
	XMLExtra wire.Extra
}

var templateTable = codec.Table{Elements: []codec.Element{
	{Name: codec.Name{Space: &svc, Local: "default"}},
	{Name: codec.Name{Space: &svc, Local: "kind"}},
}}

// DecodeXML implements codec.Object.
func (v *Template) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&templateTable); i != codec.End; i = d.Next(&templateTable) {
		switch i {
		case 0:
			codec.ReadOptInt(d, &v.Default)
		case 1:
			codec.ReadOptString(d, &v.Kind)
		}
	}
	return d.Err()
}

// AppendXML implements codec.Appender.
func (v *Template) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	codec.WriteOptInt(e, &templateTable.Elements[0].Name, v.Default)
	codec.WriteOptString(e, &templateTable.Elements[1].Name, v.Kind)
}

// People is part of a booking.
type People struct {
	MaxUserNumber *int64
	Attendees     *Attendees
	XMLExtra      wire.Extra
}

var peopleTable = codec.Table{Elements: []codec.Element{
	{Name: codec.Name{Space: &ex, Local: "maxUserNumber"}},
	{Name: codec.Name{Space: &ex, Local: "attendees"}},
}}

// DecodeXML implements codec.Object.
func (v *People) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&peopleTable); i != codec.End; i = d.Next(&peopleTable) {
		switch i {
		case 0:
			codec.ReadOptInt(d, &v.MaxUserNumber)
		case 1:
			v.Attendees = new(Attendees)
			d.Object(v.Attendees)
		}
	}
	return d.Err()
}

// AppendXML implements codec.Appender.
func (v *People) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	codec.WriteOptInt(e, &peopleTable.Elements[0].Name, v.MaxUserNumber)
	if v.Attendees != nil {
		e.Object(&peopleTable.Elements[1].Name, v.Attendees)
	}
}

// Attendees is part of a booking.
type Attendees struct {
	Attendee []Attendee
	XMLExtra wire.Extra
}

var attendeesTable = codec.Table{Elements: []codec.Element{
	{Name: codec.Name{Space: &ex, Local: "attendee"}, Many: true},
}}

// DecodeXML implements codec.Object.
func (v *Attendees) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&attendeesTable); i != codec.End; i = d.Next(&attendeesTable) {
		switch i {
		case 0:
			v.Attendee = append(v.Attendee, Attendee{})
			d.Object(&v.Attendee[len(v.Attendee)-1])
		}
	}
	return d.Err()
}

// AppendXML implements codec.Appender.
func (v *Attendees) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	for i := range v.Attendee {
		e.Object(&attendeesTable.Elements[0].Name, &v.Attendee[i])
	}
}

// Attendee is part of a booking.
type Attendee struct {
	Person           *Person
	Role             *string
	JoinStatus       *string
	EmailInvitations *bool
	XMLExtra         wire.Extra
}

var attendeeTable = codec.Table{Elements: []codec.Element{
	{Name: codec.Name{Space: &ex, Local: "person"}},
	{Name: codec.Name{Space: &ex, Local: "role"}},
	{Name: codec.Name{Space: &ex, Local: "joinStatus"}},
	{Name: codec.Name{Space: &ex, Local: "emailInvitations"}},
}}

// DecodeXML implements codec.Object.
func (v *Attendee) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&attendeeTable); i != codec.End; i = d.Next(&attendeeTable) {
		switch i {
		case 0:
			v.Person = new(Person)
			d.Object(v.Person)
		case 1:
			codec.ReadOptString(d, &v.Role)
		case 2:
			codec.ReadOptString(d, &v.JoinStatus)
		case 3:
			codec.ReadOptBool(d, &v.EmailInvitations)
		}
	}
	return d.Err()
}

// AppendXML implements codec.Appender.
func (v *Attendee) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	if v.Person != nil {
		e.Object(&attendeeTable.Elements[0].Name, v.Person)
	}
	codec.WriteOptString(e, &attendeeTable.Elements[1].Name, v.Role)
	codec.WriteOptString(e, &attendeeTable.Elements[2].Name, v.JoinStatus)
	codec.WriteOptBool(e, &attendeeTable.Elements[3].Name, v.EmailInvitations)
}

// Person is part of a booking.
type Person struct {
	Name      *string
	FirstName *string
	LastName  *string
	Title     *string
	Address   *Address
	Phones    *Phones
	Email     *string
	Type      *string
	XMLExtra  wire.Extra
}

var personTable = codec.Table{Elements: []codec.Element{
	{Name: codec.Name{Space: &svc, Local: "name"}},
	{Name: codec.Name{Space: &svc, Local: "firstName"}},
	{Name: codec.Name{Space: &svc, Local: "lastName"}},
	{Name: codec.Name{Space: &svc, Local: "title"}},
	{Name: codec.Name{Space: &svc, Local: "address"}},
	{Name: codec.Name{Space: &svc, Local: "phones"}},
	{Name: codec.Name{Space: &svc, Local: "email"}},
	{Name: codec.Name{Space: &svc, Local: "type"}},
}}

// DecodeXML implements codec.Object.
func (v *Person) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&personTable); i != codec.End; i = d.Next(&personTable) {
		switch i {
		case 0:
			codec.ReadOptString(d, &v.Name)
		case 1:
			codec.ReadOptString(d, &v.FirstName)
		case 2:
			codec.ReadOptString(d, &v.LastName)
		case 3:
			codec.ReadOptString(d, &v.Title)
		case 4:
			v.Address = new(Address)
			d.Object(v.Address)
		case 5:
			v.Phones = new(Phones)
			d.Object(v.Phones)
		case 6:
			codec.ReadOptString(d, &v.Email)
		case 7:
			codec.ReadOptString(d, &v.Type)
		}
	}
	return d.Err()
}

// AppendXML implements codec.Appender.
func (v *Person) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	codec.WriteOptString(e, &personTable.Elements[0].Name, v.Name)
	codec.WriteOptString(e, &personTable.Elements[1].Name, v.FirstName)
	codec.WriteOptString(e, &personTable.Elements[2].Name, v.LastName)
	codec.WriteOptString(e, &personTable.Elements[3].Name, v.Title)
	if v.Address != nil {
		e.Object(&personTable.Elements[4].Name, v.Address)
	}
	if v.Phones != nil {
		e.Object(&personTable.Elements[5].Name, v.Phones)
	}
	codec.WriteOptString(e, &personTable.Elements[6].Name, v.Email)
	codec.WriteOptString(e, &personTable.Elements[7].Name, v.Type)
}

// Address is part of a booking.
type Address struct {
	AddressType *string
	City        *string
	Country     *string
	XMLExtra    wire.Extra
}

var addressTable = codec.Table{Elements: []codec.Element{
	{Name: codec.Name{Space: &svc, Local: "addressType"}},
	{Name: codec.Name{Space: &svc, Local: "city"}},
	{Name: codec.Name{Space: &svc, Local: "country"}},
}}

// DecodeXML implements codec.Object.
func (v *Address) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&addressTable); i != codec.End; i = d.Next(&addressTable) {
		switch i {
		case 0:
			codec.ReadOptString(d, &v.AddressType)
		case 1:
			codec.ReadOptString(d, &v.City)
		case 2:
			codec.ReadOptString(d, &v.Country)
		}
	}
	return d.Err()
}

// AppendXML implements codec.Appender.
func (v *Address) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	codec.WriteOptString(e, &addressTable.Elements[0].Name, v.AddressType)
	codec.WriteOptString(e, &addressTable.Elements[1].Name, v.City)
	codec.WriteOptString(e, &addressTable.Elements[2].Name, v.Country)
}

// Phones is part of a booking.
type Phones struct {
	Phone       *string
	MobilePhone *string
	Fax         *string
	XMLExtra    wire.Extra
}

var phonesTable = codec.Table{Elements: []codec.Element{
	{Name: codec.Name{Space: &svc, Local: "phone"}},
	{Name: codec.Name{Space: &svc, Local: "mobilePhone"}},
	{Name: codec.Name{Space: &svc, Local: "fax"}},
}}

// DecodeXML implements codec.Object.
func (v *Phones) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&phonesTable); i != codec.End; i = d.Next(&phonesTable) {
		switch i {
		case 0:
			codec.ReadOptString(d, &v.Phone)
		case 1:
			codec.ReadOptString(d, &v.MobilePhone)
		case 2:
			codec.ReadOptString(d, &v.Fax)
		}
	}
	return d.Err()
}

// AppendXML implements codec.Appender.
func (v *Phones) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	codec.WriteOptString(e, &phonesTable.Elements[0].Name, v.Phone)
	codec.WriteOptString(e, &phonesTable.Elements[1].Name, v.MobilePhone)
	codec.WriteOptString(e, &phonesTable.Elements[2].Name, v.Fax)
}

// Enable is part of a booking.
type Enable struct {
	Chat           *bool
	Poll           *bool
	AudioVideo     *bool
	AttendeeList   *bool
	FileShare      *bool
	Presentation   *bool
	DesktopShare   *bool
	WebTour        *bool
	Record         *bool
	Annotation     *bool
	ImportDocument *bool
	MultiVideo     *bool
	XMLExtra       wire.Extra
}

var enableTable = codec.Table{Elements: []codec.Element{
	{Name: codec.Name{Space: &ex, Local: "chat"}},
	{Name: codec.Name{Space: &ex, Local: "poll"}},
	{Name: codec.Name{Space: &ex, Local: "audioVideo"}},
	{Name: codec.Name{Space: &ex, Local: "attendeeList"}},
	{Name: codec.Name{Space: &ex, Local: "fileShare"}},
	{Name: codec.Name{Space: &ex, Local: "presentation"}},
	{Name: codec.Name{Space: &ex, Local: "desktopShare"}},
	{Name: codec.Name{Space: &ex, Local: "webTour"}},
	{Name: codec.Name{Space: &ex, Local: "record"}},
	{Name: codec.Name{Space: &ex, Local: "annotation"}},
	{Name: codec.Name{Space: &ex, Local: "importDocument"}},
	{Name: codec.Name{Space: &ex, Local: "multiVideo"}},
}}

// DecodeXML implements codec.Object.
func (v *Enable) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&enableTable); i != codec.End; i = d.Next(&enableTable) {
		switch i {
		case 0:
			codec.ReadOptBool(d, &v.Chat)
		case 1:
			codec.ReadOptBool(d, &v.Poll)
		case 2:
			codec.ReadOptBool(d, &v.AudioVideo)
		case 3:
			codec.ReadOptBool(d, &v.AttendeeList)
		case 4:
			codec.ReadOptBool(d, &v.FileShare)
		case 5:
			codec.ReadOptBool(d, &v.Presentation)
		case 6:
			codec.ReadOptBool(d, &v.DesktopShare)
		case 7:
			codec.ReadOptBool(d, &v.WebTour)
		case 8:
			codec.ReadOptBool(d, &v.Record)
		case 9:
			codec.ReadOptBool(d, &v.Annotation)
		case 10:
			codec.ReadOptBool(d, &v.ImportDocument)
		case 11:
			codec.ReadOptBool(d, &v.MultiVideo)
		}
	}
	return d.Err()
}

// AppendXML implements codec.Appender.
func (v *Enable) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	codec.WriteOptBool(e, &enableTable.Elements[0].Name, v.Chat)
	codec.WriteOptBool(e, &enableTable.Elements[1].Name, v.Poll)
	codec.WriteOptBool(e, &enableTable.Elements[2].Name, v.AudioVideo)
	codec.WriteOptBool(e, &enableTable.Elements[3].Name, v.AttendeeList)
	codec.WriteOptBool(e, &enableTable.Elements[4].Name, v.FileShare)
	codec.WriteOptBool(e, &enableTable.Elements[5].Name, v.Presentation)
	codec.WriteOptBool(e, &enableTable.Elements[6].Name, v.DesktopShare)
	codec.WriteOptBool(e, &enableTable.Elements[7].Name, v.WebTour)
	codec.WriteOptBool(e, &enableTable.Elements[8].Name, v.Record)
	codec.WriteOptBool(e, &enableTable.Elements[9].Name, v.Annotation)
	codec.WriteOptBool(e, &enableTable.Elements[10].Name, v.ImportDocument)
	codec.WriteOptBool(e, &enableTable.Elements[11].Name, v.MultiVideo)
}

// Schedule is part of a booking.
type Schedule struct {
	StartDate      *string
	JoinBeforeHost *bool
	OpenTime       *int64
	Duration       *int64
	TimeZone       *string
	TimeZoneID     *int64
	HostWebExID    *string
	XMLExtra       wire.Extra
}

var scheduleTable = codec.Table{Elements: []codec.Element{
	{Name: codec.Name{Space: &ex, Local: "startDate"}},
	{Name: codec.Name{Space: &ex, Local: "joinBeforeHost"}},
	{Name: codec.Name{Space: &ex, Local: "openTime"}},
	{Name: codec.Name{Space: &ex, Local: "duration"}},
	{Name: codec.Name{Space: &ex, Local: "timeZone"}},
	{Name: codec.Name{Space: &ex, Local: "timeZoneID"}},
	{Name: codec.Name{Space: &ex, Local: "hostWebExID"}},
}}

// DecodeXML implements codec.Object.
func (v *Schedule) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&scheduleTable); i != codec.End; i = d.Next(&scheduleTable) {
		switch i {
		case 0:
			codec.ReadOptString(d, &v.StartDate)
		case 1:
			codec.ReadOptBool(d, &v.JoinBeforeHost)
		case 2:
			codec.ReadOptInt(d, &v.OpenTime)
		case 3:
			codec.ReadOptInt(d, &v.Duration)
		case 4:
			codec.ReadOptString(d, &v.TimeZone)
		case 5:
			codec.ReadOptInt(d, &v.TimeZoneID)
		case 6:
			codec.ReadOptString(d, &v.HostWebExID)
		}
	}
	return d.Err()
}

// AppendXML implements codec.Appender.
func (v *Schedule) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	codec.WriteOptString(e, &scheduleTable.Elements[0].Name, v.StartDate)
	codec.WriteOptBool(e, &scheduleTable.Elements[1].Name, v.JoinBeforeHost)
	codec.WriteOptInt(e, &scheduleTable.Elements[2].Name, v.OpenTime)
	codec.WriteOptInt(e, &scheduleTable.Elements[3].Name, v.Duration)
	codec.WriteOptString(e, &scheduleTable.Elements[4].Name, v.TimeZone)
	codec.WriteOptInt(e, &scheduleTable.Elements[5].Name, v.TimeZoneID)
	codec.WriteOptString(e, &scheduleTable.Elements[6].Name, v.HostWebExID)
}

// Telephony is part of a booking.
type Telephony struct {
	Support       *string
	ExtTelephony  *bool
	NumPhoneLines *int64
	EnableTSP     *bool
	AccountIndex  *int64
	IsMPAudio     *bool
	Voip          *bool
	CallIn        *CallIn
	XMLExtra      wire.Extra
}

var telephonyTable = codec.Table{Elements: []codec.Element{
	{Name: codec.Name{Space: &ex, Local: "support"}},
	{Name: codec.Name{Space: &ex, Local: "extTelephony"}},
	{Name: codec.Name{Space: &ex, Local: "numPhoneLines"}},
	{Name: codec.Name{Space: &ex, Local: "enableTSP"}},
	{Name: codec.Name{Space: &ex, Local: "accountIndex"}},
	{Name: codec.Name{Space: &ex, Local: "isMPAudio"}},
	{Name: codec.Name{Space: &ex, Local: "voip"}},
	{Name: codec.Name{Space: &ex, Local: "callIn"}},
}}

// DecodeXML implements codec.Object.
func (v *Telephony) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&telephonyTable); i != codec.End; i = d.Next(&telephonyTable) {
		switch i {
		case 0:
			codec.ReadOptString(d, &v.Support)
		case 1:
			codec.ReadOptBool(d, &v.ExtTelephony)
		case 2:
			codec.ReadOptInt(d, &v.NumPhoneLines)
		case 3:
			codec.ReadOptBool(d, &v.EnableTSP)
		case 4:
			codec.ReadOptInt(d, &v.AccountIndex)
		case 5:
			codec.ReadOptBool(d, &v.IsMPAudio)
		case 6:
			codec.ReadOptBool(d, &v.Voip)
		case 7:
			v.CallIn = new(CallIn)
			d.Object(v.CallIn)
		}
	}
	return d.Err()
}

// AppendXML implements codec.Appender.
func (v *Telephony) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	codec.WriteOptString(e, &telephonyTable.Elements[0].Name, v.Support)
	codec.WriteOptBool(e, &telephonyTable.Elements[1].Name, v.ExtTelephony)
	codec.WriteOptInt(e, &telephonyTable.Elements[2].Name, v.NumPhoneLines)
	codec.WriteOptBool(e, &telephonyTable.Elements[3].Name, v.EnableTSP)
	codec.WriteOptInt(e, &telephonyTable.Elements[4].Name, v.AccountIndex)
	codec.WriteOptBool(e, &telephonyTable.Elements[5].Name, v.IsMPAudio)
	codec.WriteOptBool(e, &telephonyTable.Elements[6].Name, v.Voip)
	if v.CallIn != nil {
		e.Object(&telephonyTable.Elements[7].Name, v.CallIn)
	}
}

// CallIn is part of a booking.
type CallIn struct {
	TollNum     *string
	TollFreeNum *string
	AccessCode  *string
	XMLExtra    wire.Extra
}

var callInTable = codec.Table{Elements: []codec.Element{
	{Name: codec.Name{Space: &svc, Local: "tollNum"}},
	{Name: codec.Name{Space: &svc, Local: "tollFreeNum"}},
	{Name: codec.Name{Space: &svc, Local: "accessCode"}},
}}

// DecodeXML implements codec.Object.
func (v *CallIn) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&callInTable); i != codec.End; i = d.Next(&callInTable) {
		switch i {
		case 0:
			codec.ReadOptString(d, &v.TollNum)
		case 1:
			codec.ReadOptString(d, &v.TollFreeNum)
		case 2:
			codec.ReadOptString(d, &v.AccessCode)
		}
	}
	return d.Err()
}

// AppendXML implements codec.Appender.
func (v *CallIn) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	codec.WriteOptString(e, &callInTable.Elements[0].Name, v.TollNum)
	codec.WriteOptString(e, &callInTable.Elements[1].Name, v.TollFreeNum)
	codec.WriteOptString(e, &callInTable.Elements[2].Name, v.AccessCode)
}

// Repeat is part of a booking.
type Repeat struct {
	RepeatType         *string
	Interval           *int64
	AfterMeetingNumber *int64
	ExpirationDate     *string
	DayInWeek          *string
	XMLExtra           wire.Extra
}

var repeatTable = codec.Table{Elements: []codec.Element{
	{Name: codec.Name{Space: &ex, Local: "repeatType"}},
	{Name: codec.Name{Space: &ex, Local: "interval"}},
	{Name: codec.Name{Space: &ex, Local: "afterMeetingNumber"}},
	{Name: codec.Name{Space: &ex, Local: "expirationDate"}},
	{Name: codec.Name{Space: &ex, Local: "dayInWeek"}},
}}

// DecodeXML implements codec.Object.
func (v *Repeat) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&repeatTable); i != codec.End; i = d.Next(&repeatTable) {
		switch i {
		case 0:
			codec.ReadOptString(d, &v.RepeatType)
		case 1:
			codec.ReadOptInt(d, &v.Interval)
		case 2:
			codec.ReadOptInt(d, &v.AfterMeetingNumber)
		case 3:
			codec.ReadOptString(d, &v.ExpirationDate)
		case 4:
			codec.ReadOptString(d, &v.DayInWeek)
		}
	}
	return d.Err()
}

// AppendXML implements codec.Appender.
func (v *Repeat) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	codec.WriteOptString(e, &repeatTable.Elements[0].Name, v.RepeatType)
	codec.WriteOptInt(e, &repeatTable.Elements[1].Name, v.Interval)
	codec.WriteOptInt(e, &repeatTable.Elements[2].Name, v.AfterMeetingNumber)
	codec.WriteOptString(e, &repeatTable.Elements[3].Name, v.ExpirationDate)
	codec.WriteOptString(e, &repeatTable.Elements[4].Name, v.DayInWeek)
}

// Remind is part of a booking.
type Remind struct {
	EnableReminder *bool
	SendEmail      *bool
	DaysAhead      *int64
	HoursAhead     *int64
	MinutesAhead   *int64
	XMLExtra       wire.Extra
}

var remindTable = codec.Table{Elements: []codec.Element{
	{Name: codec.Name{Space: &ex, Local: "enableReminder"}},
	{Name: codec.Name{Space: &ex, Local: "sendEmail"}},
	{Name: codec.Name{Space: &ex, Local: "daysAhead"}},
	{Name: codec.Name{Space: &ex, Local: "hoursAhead"}},
	{Name: codec.Name{Space: &ex, Local: "minutesAhead"}},
}}

// DecodeXML implements codec.Object.
func (v *Remind) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&remindTable); i != codec.End; i = d.Next(&remindTable) {
		switch i {
		case 0:
			codec.ReadOptBool(d, &v.EnableReminder)
		case 1:
			codec.ReadOptBool(d, &v.SendEmail)
		case 2:
			codec.ReadOptInt(d, &v.DaysAhead)
		case 3:
			codec.ReadOptInt(d, &v.HoursAhead)
		case 4:
			codec.ReadOptInt(d, &v.MinutesAhead)
		}
	}
	return d.Err()
}

// AppendXML implements codec.Appender.
func (v *Remind) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	codec.WriteOptBool(e, &remindTable.Elements[0].Name, v.EnableReminder)
	codec.WriteOptBool(e, &remindTable.Elements[1].Name, v.SendEmail)
	codec.WriteOptInt(e, &remindTable.Elements[2].Name, v.DaysAhead)
	codec.WriteOptInt(e, &remindTable.Elements[3].Name, v.HoursAhead)
	codec.WriteOptInt(e, &remindTable.Elements[4].Name, v.MinutesAhead)
}
