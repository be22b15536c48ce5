package bench

import "encoding/xml"

// The mirrors have the same fields for encoding/xml, which finds them by reflection over namespaced tags.

type listMirror struct {
	XMLName         xml.Name        `xml:"http://www.example.com/schemas/2002/06/service/session list"`
	Session         []sessionMirror `xml:"http://www.example.com/schemas/2002/06/service/session session"`
	MatchingRecords *matchingMirror `xml:"http://www.example.com/schemas/2002/06/service/session matchingRecords"`
}

type matchingMirror struct {
	Total     *int64 `xml:"http://www.example.com/schemas/2002/06/service total"`
	Returned  *int64 `xml:"http://www.example.com/schemas/2002/06/service returned"`
	StartFrom *int64 `xml:"http://www.example.com/schemas/2002/06/service startFrom"`
}

type nodeMirror struct {
	XMLName xml.Name
	Name    string      `xml:"http://www.example.com/schemas/2002/06/service/session name"`
	Left    *nodeMirror `xml:"http://www.example.com/schemas/2002/06/service left"`
	Right   *nodeMirror `xml:"http://www.example.com/schemas/2002/06/service/session right"`
}

type sessionMirror struct {
	SessionKey         int64       `xml:"http://www.example.com/schemas/2002/06/service/session sessionKey"`
	RecordUUID         *string     `xml:"http://www.example.com/schemas/2002/06/service/session recordUUID"`
	SessionName        string      `xml:"http://www.example.com/schemas/2002/06/service/session sessionName"`
	SessionType        int64       `xml:"http://www.example.com/schemas/2002/06/service/session sessionType"`
	ServiceType        ServiceType `xml:"http://www.example.com/schemas/2002/06/service/session serviceType"`
	HostAccount        string      `xml:"http://www.example.com/schemas/2002/06/service/session hostAccount"`
	HostFirstName      *string     `xml:"http://www.example.com/schemas/2002/06/service/session hostFirstName"`
	HostLastName       *string     `xml:"http://www.example.com/schemas/2002/06/service/session hostLastName"`
	OtherHostAccount   *string     `xml:"http://www.example.com/schemas/2002/06/service/session otherHostAccount"`
	TimeZoneID         int64       `xml:"http://www.example.com/schemas/2002/06/service/session timeZoneID"`
	TimeZone           *string     `xml:"http://www.example.com/schemas/2002/06/service/session timeZone"`
	Status             *Status     `xml:"http://www.example.com/schemas/2002/06/service/session status"`
	StartTime          string      `xml:"http://www.example.com/schemas/2002/06/service/session startTime"`
	ActualStartTime    *string     `xml:"http://www.example.com/schemas/2002/06/service/session actualStartTime"`
	OpenTime           *int64      `xml:"http://www.example.com/schemas/2002/06/service/session openTime"`
	Duration           int64       `xml:"http://www.example.com/schemas/2002/06/service/session duration"`
	ListStatus         Listing     `xml:"http://www.example.com/schemas/2002/06/service/session listStatus"`
	HostEmail          *string     `xml:"http://www.example.com/schemas/2002/06/service/session hostEmail"`
	PasswordRequired   bool        `xml:"http://www.example.com/schemas/2002/06/service/session passwordRequired"`
	HostJoined         *bool       `xml:"http://www.example.com/schemas/2002/06/service/session hostJoined"`
	ParticipantsJoined *bool       `xml:"http://www.example.com/schemas/2002/06/service/session participantsJoined"`
	ConferenceID       int64       `xml:"http://www.example.com/schemas/2002/06/service/session conferenceID"`
	Registration       *bool       `xml:"http://www.example.com/schemas/2002/06/service/session registration"`
	IsRecurring        *bool       `xml:"http://www.example.com/schemas/2002/06/service/session isRecurring"`
	HostType           *int64      `xml:"http://www.example.com/schemas/2002/06/service/session hostType"`
	AudioOnly          *bool       `xml:"http://www.example.com/schemas/2002/06/service/session audioOnly"`
	IsTimeFixed        *bool       `xml:"http://www.example.com/schemas/2002/06/service/session isTimeFixed"`
	AssistRequested    *bool       `xml:"http://www.example.com/schemas/2002/06/service/session assistRequested"`
	AssistConfirmed    *bool       `xml:"http://www.example.com/schemas/2002/06/service/session assistConfirmed"`
	AccessCode         *string     `xml:"http://www.example.com/schemas/2002/06/service/session accessCode"`
}

type bookingMirror struct {
	XMLName   xml.Name         `xml:"http://www.example.com/schemas/2002/06/service/session booking"`
	Access    *accessMirror    `xml:"http://www.example.com/schemas/2002/06/service/session access"`
	MetaData  *metaDataMirror  `xml:"http://www.example.com/schemas/2002/06/service/session metaData"`
	People    *peopleMirror    `xml:"http://www.example.com/schemas/2002/06/service/session people"`
	Enable    *enableMirror    `xml:"http://www.example.com/schemas/2002/06/service/session enable"`
	Schedule  *scheduleMirror  `xml:"http://www.example.com/schemas/2002/06/service/session schedule"`
	Telephony *telephonyMirror `xml:"http://www.example.com/schemas/2002/06/service/session telephony"`
	Repeat    *repeatMirror    `xml:"http://www.example.com/schemas/2002/06/service/session repeat"`
	Remind    *remindMirror    `xml:"http://www.example.com/schemas/2002/06/service/session remind"`
	Key       int64            `xml:"http://www.example.com/schemas/2002/06/service/session key"`
	HostType  *int64           `xml:"http://www.example.com/schemas/2002/06/service/session hostType"`
	Status    *string          `xml:"http://www.example.com/schemas/2002/06/service/session status"`
	Creator   *string          `xml:"http://www.example.com/schemas/2002/06/service/session creator"`
}

type accessMirror struct {
	Listed          *bool   `xml:"http://www.example.com/schemas/2002/06/service listed"`
	Public          *bool   `xml:"http://www.example.com/schemas/2002/06/service public"`
	Password        *string `xml:"http://www.example.com/schemas/2002/06/service password"`
	EnforcePassword *bool   `xml:"http://www.example.com/schemas/2002/06/service enforcePassword"`
}

type metaDataMirror struct {
	ConfName    *string         `xml:"http://www.example.com/schemas/2002/06/service/session confName"`
	MeetingType *int64          `xml:"http://www.example.com/schemas/2002/06/service/session meetingType"`
	Agenda      *string         `xml:"http://www.example.com/schemas/2002/06/service/session agenda"`
	Greeting    *string         `xml:"http://www.example.com/schemas/2002/06/service/session greeting"`
	Location    *string         `xml:"http://www.example.com/schemas/2002/06/service/session location"`
	Template    *templateMirror `xml:"http://www.example.com/schemas/2002/06/service/session template"`
}

type templateMirror struct {
	Default *int64  `xml:"http://www.example.com/schemas/2002/06/service default"`
	Kind    *string `xml:"http://www.example.com/schemas/2002/06/service kind"`
}

type peopleMirror struct {
	MaxUserNumber *int64           `xml:"http://www.example.com/schemas/2002/06/service/session maxUserNumber"`
	Attendees     *attendeesMirror `xml:"http://www.example.com/schemas/2002/06/service/session attendees"`
}

type attendeesMirror struct {
	Attendee []attendeeMirror `xml:"http://www.example.com/schemas/2002/06/service/session attendee"`
}

type attendeeMirror struct {
	Person           *personMirror `xml:"http://www.example.com/schemas/2002/06/service/session person"`
	Role             *string       `xml:"http://www.example.com/schemas/2002/06/service/session role"`
	JoinStatus       *string       `xml:"http://www.example.com/schemas/2002/06/service/session joinStatus"`
	EmailInvitations *bool         `xml:"http://www.example.com/schemas/2002/06/service/session emailInvitations"`
}

type personMirror struct {
	Name      *string        `xml:"http://www.example.com/schemas/2002/06/service name"`
	FirstName *string        `xml:"http://www.example.com/schemas/2002/06/service firstName"`
	LastName  *string        `xml:"http://www.example.com/schemas/2002/06/service lastName"`
	Title     *string        `xml:"http://www.example.com/schemas/2002/06/service title"`
	Address   *addressMirror `xml:"http://www.example.com/schemas/2002/06/service address"`
	Phones    *phonesMirror  `xml:"http://www.example.com/schemas/2002/06/service phones"`
	Email     *string        `xml:"http://www.example.com/schemas/2002/06/service email"`
	Type      *string        `xml:"http://www.example.com/schemas/2002/06/service type"`
}

type addressMirror struct {
	AddressType *string `xml:"http://www.example.com/schemas/2002/06/service addressType"`
	City        *string `xml:"http://www.example.com/schemas/2002/06/service city"`
	Country     *string `xml:"http://www.example.com/schemas/2002/06/service country"`
}

type phonesMirror struct {
	Phone       *string `xml:"http://www.example.com/schemas/2002/06/service phone"`
	MobilePhone *string `xml:"http://www.example.com/schemas/2002/06/service mobilePhone"`
	Fax         *string `xml:"http://www.example.com/schemas/2002/06/service fax"`
}

type enableMirror struct {
	Chat           *bool `xml:"http://www.example.com/schemas/2002/06/service/session chat"`
	Poll           *bool `xml:"http://www.example.com/schemas/2002/06/service/session poll"`
	AudioVideo     *bool `xml:"http://www.example.com/schemas/2002/06/service/session audioVideo"`
	AttendeeList   *bool `xml:"http://www.example.com/schemas/2002/06/service/session attendeeList"`
	FileShare      *bool `xml:"http://www.example.com/schemas/2002/06/service/session fileShare"`
	Presentation   *bool `xml:"http://www.example.com/schemas/2002/06/service/session presentation"`
	DesktopShare   *bool `xml:"http://www.example.com/schemas/2002/06/service/session desktopShare"`
	WebTour        *bool `xml:"http://www.example.com/schemas/2002/06/service/session webTour"`
	Record         *bool `xml:"http://www.example.com/schemas/2002/06/service/session record"`
	Annotation     *bool `xml:"http://www.example.com/schemas/2002/06/service/session annotation"`
	ImportDocument *bool `xml:"http://www.example.com/schemas/2002/06/service/session importDocument"`
	MultiVideo     *bool `xml:"http://www.example.com/schemas/2002/06/service/session multiVideo"`
}

type scheduleMirror struct {
	StartDate      *string `xml:"http://www.example.com/schemas/2002/06/service/session startDate"`
	JoinBeforeHost *bool   `xml:"http://www.example.com/schemas/2002/06/service/session joinBeforeHost"`
	OpenTime       *int64  `xml:"http://www.example.com/schemas/2002/06/service/session openTime"`
	Duration       *int64  `xml:"http://www.example.com/schemas/2002/06/service/session duration"`
	TimeZone       *string `xml:"http://www.example.com/schemas/2002/06/service/session timeZone"`
	TimeZoneID     *int64  `xml:"http://www.example.com/schemas/2002/06/service/session timeZoneID"`
	HostWebExID    *string `xml:"http://www.example.com/schemas/2002/06/service/session hostWebExID"`
}

type telephonyMirror struct {
	Support       *string       `xml:"http://www.example.com/schemas/2002/06/service/session support"`
	ExtTelephony  *bool         `xml:"http://www.example.com/schemas/2002/06/service/session extTelephony"`
	NumPhoneLines *int64        `xml:"http://www.example.com/schemas/2002/06/service/session numPhoneLines"`
	EnableTSP     *bool         `xml:"http://www.example.com/schemas/2002/06/service/session enableTSP"`
	AccountIndex  *int64        `xml:"http://www.example.com/schemas/2002/06/service/session accountIndex"`
	IsMPAudio     *bool         `xml:"http://www.example.com/schemas/2002/06/service/session isMPAudio"`
	Voip          *bool         `xml:"http://www.example.com/schemas/2002/06/service/session voip"`
	CallIn        *callInMirror `xml:"http://www.example.com/schemas/2002/06/service/session callIn"`
}

type callInMirror struct {
	TollNum     *string `xml:"http://www.example.com/schemas/2002/06/service tollNum"`
	TollFreeNum *string `xml:"http://www.example.com/schemas/2002/06/service tollFreeNum"`
	AccessCode  *string `xml:"http://www.example.com/schemas/2002/06/service accessCode"`
}

type repeatMirror struct {
	RepeatType         *string `xml:"http://www.example.com/schemas/2002/06/service/session repeatType"`
	Interval           *int64  `xml:"http://www.example.com/schemas/2002/06/service/session interval"`
	AfterMeetingNumber *int64  `xml:"http://www.example.com/schemas/2002/06/service/session afterMeetingNumber"`
	ExpirationDate     *string `xml:"http://www.example.com/schemas/2002/06/service/session expirationDate"`
	DayInWeek          *string `xml:"http://www.example.com/schemas/2002/06/service/session dayInWeek"`
}

type remindMirror struct {
	EnableReminder *bool  `xml:"http://www.example.com/schemas/2002/06/service/session enableReminder"`
	SendEmail      *bool  `xml:"http://www.example.com/schemas/2002/06/service/session sendEmail"`
	DaysAhead      *int64 `xml:"http://www.example.com/schemas/2002/06/service/session daysAhead"`
	HoursAhead     *int64 `xml:"http://www.example.com/schemas/2002/06/service/session hoursAhead"`
	MinutesAhead   *int64 `xml:"http://www.example.com/schemas/2002/06/service/session minutesAhead"`
}
