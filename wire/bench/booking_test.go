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
	Names: "access metaData people enable schedule telephony repeat remind key hostType status creator", Fields: "0o? 1o? 2o? 3o? 4o? 5o? 6o? 7o? 8i. 9i? 10s? 11s?",
}

func (*Booking) XMLTable() *codec.Table             { return &bookingTable }
func (v *Booking) DecodeXML(d *codec.Decoder) error { return d.Read(v) }
func (v *Booking) AppendXML(e *codec.Encoder)       { e.Write(v) }

// Access is part of a booking.
type Access struct {
	Listed          *bool
	Public          *bool
	Password        *string
	EnforcePassword *bool
	XMLExtra        wire.Extra
}

var accessTable = codec.Table{Space: &svc, Names: "listed public password enforcePassword", Fields: "0b? 1b? 2s? 3b?"}

func (*Access) XMLTable() *codec.Table             { return &accessTable }
func (v *Access) DecodeXML(d *codec.Decoder) error { return d.Read(v) }
func (v *Access) AppendXML(e *codec.Encoder)       { e.Write(v) }

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

var metaDataTable = codec.Table{Space: &ex, Names: "confName meetingType agenda greeting location template", Fields: "0s? 1i? 2s? 3s? 4s? 5o?"}

func (*MetaData) XMLTable() *codec.Table             { return &metaDataTable }
func (v *MetaData) DecodeXML(d *codec.Decoder) error { return d.Read(v) }
func (v *MetaData) AppendXML(e *codec.Encoder)       { e.Write(v) }

// Template is part of a booking.
type Template struct {
	Default  *int64
	Kind     *string
	XMLExtra wire.Extra
}

var templateTable = codec.Table{Space: &svc, Names: "default kind", Fields: "0i? 1s?"}

func (*Template) XMLTable() *codec.Table             { return &templateTable }
func (v *Template) DecodeXML(d *codec.Decoder) error { return d.Read(v) }
func (v *Template) AppendXML(e *codec.Encoder)       { e.Write(v) }

// People is part of a booking.
type People struct {
	MaxUserNumber *int64
	Attendees     *Attendees
	XMLExtra      wire.Extra
}

var peopleTable = codec.Table{Space: &ex, Names: "maxUserNumber attendees", Fields: "0i? 1o?"}

func (*People) XMLTable() *codec.Table             { return &peopleTable }
func (v *People) DecodeXML(d *codec.Decoder) error { return d.Read(v) }
func (v *People) AppendXML(e *codec.Encoder)       { e.Write(v) }

// Attendees is part of a booking.
type Attendees struct {
	Attendee []Attendee
	XMLExtra wire.Extra
}

var attendeesTable = codec.Table{Space: &ex, Names: "attendee*", Fields: "0o*"}

func (*Attendees) XMLTable() *codec.Table             { return &attendeesTable }
func (v *Attendees) DecodeXML(d *codec.Decoder) error { return d.Read(v) }
func (v *Attendees) AppendXML(e *codec.Encoder)       { e.Write(v) }

// Attendee is part of a booking.
type Attendee struct {
	Person           *Person
	Role             *string
	JoinStatus       *string
	EmailInvitations *bool
	XMLExtra         wire.Extra
}

var attendeeTable = codec.Table{Space: &ex, Names: "person role joinStatus emailInvitations", Fields: "0o? 1s? 2s? 3b?"}

func (*Attendee) XMLTable() *codec.Table             { return &attendeeTable }
func (v *Attendee) DecodeXML(d *codec.Decoder) error { return d.Read(v) }
func (v *Attendee) AppendXML(e *codec.Encoder)       { e.Write(v) }

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

var personTable = codec.Table{Space: &svc, Names: "name firstName lastName title address phones email type", Fields: "0s? 1s? 2s? 3s? 4o? 5o? 6s? 7s?"}

func (*Person) XMLTable() *codec.Table             { return &personTable }
func (v *Person) DecodeXML(d *codec.Decoder) error { return d.Read(v) }
func (v *Person) AppendXML(e *codec.Encoder)       { e.Write(v) }

// Address is part of a booking.
type Address struct {
	AddressType *string
	City        *string
	Country     *string
	XMLExtra    wire.Extra
}

var addressTable = codec.Table{Space: &svc, Names: "addressType city country", Fields: "0s? 1s? 2s?"}

func (*Address) XMLTable() *codec.Table             { return &addressTable }
func (v *Address) DecodeXML(d *codec.Decoder) error { return d.Read(v) }
func (v *Address) AppendXML(e *codec.Encoder)       { e.Write(v) }

// Phones is part of a booking.
type Phones struct {
	Phone       *string
	MobilePhone *string
	Fax         *string
	XMLExtra    wire.Extra
}

var phonesTable = codec.Table{Space: &svc, Names: "phone mobilePhone fax", Fields: "0s? 1s? 2s?"}

func (*Phones) XMLTable() *codec.Table             { return &phonesTable }
func (v *Phones) DecodeXML(d *codec.Decoder) error { return d.Read(v) }
func (v *Phones) AppendXML(e *codec.Encoder)       { e.Write(v) }

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
	Names: "chat poll audioVideo attendeeList fileShare presentation desktopShare webTour record annotation importDocument multiVideo", Fields: "0b? 1b? 2b? 3b? 4b? 5b? 6b? 7b? 8b? 9b? 10b? 11b?",
}

func (*Enable) XMLTable() *codec.Table             { return &enableTable }
func (v *Enable) DecodeXML(d *codec.Decoder) error { return d.Read(v) }
func (v *Enable) AppendXML(e *codec.Encoder)       { e.Write(v) }

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

var scheduleTable = codec.Table{Space: &ex, Names: "startDate joinBeforeHost openTime duration timeZone timeZoneID hostWebExID", Fields: "0s? 1b? 2i? 3i? 4s? 5i? 6s?"}

func (*Schedule) XMLTable() *codec.Table             { return &scheduleTable }
func (v *Schedule) DecodeXML(d *codec.Decoder) error { return d.Read(v) }
func (v *Schedule) AppendXML(e *codec.Encoder)       { e.Write(v) }

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
	Names: "support extTelephony numPhoneLines enableTSP accountIndex isMPAudio voip callIn", Fields: "0s? 1b? 2i? 3b? 4i? 5b? 6b? 7o?",
}

func (*Telephony) XMLTable() *codec.Table             { return &telephonyTable }
func (v *Telephony) DecodeXML(d *codec.Decoder) error { return d.Read(v) }
func (v *Telephony) AppendXML(e *codec.Encoder)       { e.Write(v) }

// CallIn is part of a booking.
type CallIn struct {
	TollNum     *string
	TollFreeNum *string
	AccessCode  *string
	XMLExtra    wire.Extra
}

var callInTable = codec.Table{Space: &svc, Names: "tollNum tollFreeNum accessCode", Fields: "0s? 1s? 2s?"}

func (*CallIn) XMLTable() *codec.Table             { return &callInTable }
func (v *CallIn) DecodeXML(d *codec.Decoder) error { return d.Read(v) }
func (v *CallIn) AppendXML(e *codec.Encoder)       { e.Write(v) }

// Repeat is part of a booking.
type Repeat struct {
	RepeatType         *string
	Interval           *int64
	AfterMeetingNumber *int64
	ExpirationDate     *string
	DayInWeek          *string
	XMLExtra           wire.Extra
}

var repeatTable = codec.Table{Space: &ex, Names: "repeatType interval afterMeetingNumber expirationDate dayInWeek", Fields: "0s? 1i? 2i? 3s? 4s?"}

func (*Repeat) XMLTable() *codec.Table             { return &repeatTable }
func (v *Repeat) DecodeXML(d *codec.Decoder) error { return d.Read(v) }
func (v *Repeat) AppendXML(e *codec.Encoder)       { e.Write(v) }

// Remind is part of a booking.
type Remind struct {
	EnableReminder *bool
	SendEmail      *bool
	DaysAhead      *int64
	HoursAhead     *int64
	MinutesAhead   *int64
	XMLExtra       wire.Extra
}

var remindTable = codec.Table{Space: &ex, Names: "enableReminder sendEmail daysAhead hoursAhead minutesAhead", Fields: "0b? 1b? 2i? 3i? 4i?"}

func (*Remind) XMLTable() *codec.Table             { return &remindTable }
func (v *Remind) DecodeXML(d *codec.Decoder) error { return d.Read(v) }
func (v *Remind) AppendXML(e *codec.Encoder)       { e.Write(v) }
