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

var bookingTable = codec.Table{
	Space: &ex,
	Names: "access metaData people enable schedule telephony repeat remind key hostType status creator",
}

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
		e.Object(bookingTable.Element(0), v.Access)
	}
	if v.MetaData != nil {
		e.Object(bookingTable.Element(1), v.MetaData)
	}
	if v.People != nil {
		e.Object(bookingTable.Element(2), v.People)
	}
	if v.Enable != nil {
		e.Object(bookingTable.Element(3), v.Enable)
	}
	if v.Schedule != nil {
		e.Object(bookingTable.Element(4), v.Schedule)
	}
	if v.Telephony != nil {
		e.Object(bookingTable.Element(5), v.Telephony)
	}
	if v.Repeat != nil {
		e.Object(bookingTable.Element(6), v.Repeat)
	}
	if v.Remind != nil {
		e.Object(bookingTable.Element(7), v.Remind)
	}
	codec.WriteInt(e, bookingTable.Element(8), v.Key)
	codec.WriteOptInt(e, bookingTable.Element(9), v.HostType)
	codec.WriteOptString(e, bookingTable.Element(10), v.Status)
	codec.WriteOptString(e, bookingTable.Element(11), v.Creator)
}

// Access is part of a booking.
type Access struct {
	Listed          *bool
	Public          *bool
	Password        *string
	EnforcePassword *bool
	XMLExtra        wire.Extra
}

var accessTable = codec.Table{Space: &svc, Names: "listed public password enforcePassword"}

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
	codec.WriteOptBool(e, accessTable.Element(0), v.Listed)
	codec.WriteOptBool(e, accessTable.Element(1), v.Public)
	codec.WriteOptString(e, accessTable.Element(2), v.Password)
	codec.WriteOptBool(e, accessTable.Element(3), v.EnforcePassword)
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

var metaDataTable = codec.Table{Space: &ex, Names: "confName meetingType agenda greeting location template"}

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
	codec.WriteOptString(e, metaDataTable.Element(0), v.ConfName)
	codec.WriteOptInt(e, metaDataTable.Element(1), v.MeetingType)
	codec.WriteOptString(e, metaDataTable.Element(2), v.Agenda)
	codec.WriteOptString(e, metaDataTable.Element(3), v.Greeting)
	codec.WriteOptString(e, metaDataTable.Element(4), v.Location)
	if v.Template != nil {
		e.Object(metaDataTable.Element(5), v.Template)
	}
}

// Template is part of a booking.
type Template struct {
	Default  *int64
	Kind     *string
	XMLExtra wire.Extra
}

var templateTable = codec.Table{Space: &svc, Names: "default kind"}

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
	codec.WriteOptInt(e, templateTable.Element(0), v.Default)
	codec.WriteOptString(e, templateTable.Element(1), v.Kind)
}

// People is part of a booking.
type People struct {
	MaxUserNumber *int64
	Attendees     *Attendees
	XMLExtra      wire.Extra
}

var peopleTable = codec.Table{Space: &ex, Names: "maxUserNumber attendees"}

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
	codec.WriteOptInt(e, peopleTable.Element(0), v.MaxUserNumber)
	if v.Attendees != nil {
		e.Object(peopleTable.Element(1), v.Attendees)
	}
}

// Attendees is part of a booking.
type Attendees struct {
	Attendee []Attendee
	XMLExtra wire.Extra
}

var attendeesTable = codec.Table{Space: &ex, Names: "attendee*"}

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
		e.Object(attendeesTable.Element(0), &v.Attendee[i])
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

var attendeeTable = codec.Table{Space: &ex, Names: "person role joinStatus emailInvitations"}

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
		e.Object(attendeeTable.Element(0), v.Person)
	}
	codec.WriteOptString(e, attendeeTable.Element(1), v.Role)
	codec.WriteOptString(e, attendeeTable.Element(2), v.JoinStatus)
	codec.WriteOptBool(e, attendeeTable.Element(3), v.EmailInvitations)
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

var personTable = codec.Table{Space: &svc, Names: "name firstName lastName title address phones email type"}

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
	codec.WriteOptString(e, personTable.Element(0), v.Name)
	codec.WriteOptString(e, personTable.Element(1), v.FirstName)
	codec.WriteOptString(e, personTable.Element(2), v.LastName)
	codec.WriteOptString(e, personTable.Element(3), v.Title)
	if v.Address != nil {
		e.Object(personTable.Element(4), v.Address)
	}
	if v.Phones != nil {
		e.Object(personTable.Element(5), v.Phones)
	}
	codec.WriteOptString(e, personTable.Element(6), v.Email)
	codec.WriteOptString(e, personTable.Element(7), v.Type)
}

// Address is part of a booking.
type Address struct {
	AddressType *string
	City        *string
	Country     *string
	XMLExtra    wire.Extra
}

var addressTable = codec.Table{Space: &svc, Names: "addressType city country"}

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
	codec.WriteOptString(e, addressTable.Element(0), v.AddressType)
	codec.WriteOptString(e, addressTable.Element(1), v.City)
	codec.WriteOptString(e, addressTable.Element(2), v.Country)
}

// Phones is part of a booking.
type Phones struct {
	Phone       *string
	MobilePhone *string
	Fax         *string
	XMLExtra    wire.Extra
}

var phonesTable = codec.Table{Space: &svc, Names: "phone mobilePhone fax"}

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
	codec.WriteOptString(e, phonesTable.Element(0), v.Phone)
	codec.WriteOptString(e, phonesTable.Element(1), v.MobilePhone)
	codec.WriteOptString(e, phonesTable.Element(2), v.Fax)
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

var enableTable = codec.Table{
	Space: &ex,
	Names: "chat poll audioVideo attendeeList fileShare presentation desktopShare webTour record annotation importDocument multiVideo",
}

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
	codec.WriteOptBool(e, enableTable.Element(0), v.Chat)
	codec.WriteOptBool(e, enableTable.Element(1), v.Poll)
	codec.WriteOptBool(e, enableTable.Element(2), v.AudioVideo)
	codec.WriteOptBool(e, enableTable.Element(3), v.AttendeeList)
	codec.WriteOptBool(e, enableTable.Element(4), v.FileShare)
	codec.WriteOptBool(e, enableTable.Element(5), v.Presentation)
	codec.WriteOptBool(e, enableTable.Element(6), v.DesktopShare)
	codec.WriteOptBool(e, enableTable.Element(7), v.WebTour)
	codec.WriteOptBool(e, enableTable.Element(8), v.Record)
	codec.WriteOptBool(e, enableTable.Element(9), v.Annotation)
	codec.WriteOptBool(e, enableTable.Element(10), v.ImportDocument)
	codec.WriteOptBool(e, enableTable.Element(11), v.MultiVideo)
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

var scheduleTable = codec.Table{Space: &ex, Names: "startDate joinBeforeHost openTime duration timeZone timeZoneID hostWebExID"}

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
	codec.WriteOptString(e, scheduleTable.Element(0), v.StartDate)
	codec.WriteOptBool(e, scheduleTable.Element(1), v.JoinBeforeHost)
	codec.WriteOptInt(e, scheduleTable.Element(2), v.OpenTime)
	codec.WriteOptInt(e, scheduleTable.Element(3), v.Duration)
	codec.WriteOptString(e, scheduleTable.Element(4), v.TimeZone)
	codec.WriteOptInt(e, scheduleTable.Element(5), v.TimeZoneID)
	codec.WriteOptString(e, scheduleTable.Element(6), v.HostWebExID)
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

var telephonyTable = codec.Table{
	Space: &ex,
	Names: "support extTelephony numPhoneLines enableTSP accountIndex isMPAudio voip callIn",
}

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
	codec.WriteOptString(e, telephonyTable.Element(0), v.Support)
	codec.WriteOptBool(e, telephonyTable.Element(1), v.ExtTelephony)
	codec.WriteOptInt(e, telephonyTable.Element(2), v.NumPhoneLines)
	codec.WriteOptBool(e, telephonyTable.Element(3), v.EnableTSP)
	codec.WriteOptInt(e, telephonyTable.Element(4), v.AccountIndex)
	codec.WriteOptBool(e, telephonyTable.Element(5), v.IsMPAudio)
	codec.WriteOptBool(e, telephonyTable.Element(6), v.Voip)
	if v.CallIn != nil {
		e.Object(telephonyTable.Element(7), v.CallIn)
	}
}

// CallIn is part of a booking.
type CallIn struct {
	TollNum     *string
	TollFreeNum *string
	AccessCode  *string
	XMLExtra    wire.Extra
}

var callInTable = codec.Table{Space: &svc, Names: "tollNum tollFreeNum accessCode"}

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
	codec.WriteOptString(e, callInTable.Element(0), v.TollNum)
	codec.WriteOptString(e, callInTable.Element(1), v.TollFreeNum)
	codec.WriteOptString(e, callInTable.Element(2), v.AccessCode)
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

var repeatTable = codec.Table{Space: &ex, Names: "repeatType interval afterMeetingNumber expirationDate dayInWeek"}

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
	codec.WriteOptString(e, repeatTable.Element(0), v.RepeatType)
	codec.WriteOptInt(e, repeatTable.Element(1), v.Interval)
	codec.WriteOptInt(e, repeatTable.Element(2), v.AfterMeetingNumber)
	codec.WriteOptString(e, repeatTable.Element(3), v.ExpirationDate)
	codec.WriteOptString(e, repeatTable.Element(4), v.DayInWeek)
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

var remindTable = codec.Table{Space: &ex, Names: "enableReminder sendEmail daysAhead hoursAhead minutesAhead"}

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
	codec.WriteOptBool(e, remindTable.Element(0), v.EnableReminder)
	codec.WriteOptBool(e, remindTable.Element(1), v.SendEmail)
	codec.WriteOptInt(e, remindTable.Element(2), v.DaysAhead)
	codec.WriteOptInt(e, remindTable.Element(3), v.HoursAhead)
	codec.WriteOptInt(e, remindTable.Element(4), v.MinutesAhead)
}
