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
