package bench

import (
	"encoding/xml"
	"fmt"
	"strings"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
)

// session returns the i-th session of a list.
func session(i int) Session {
	return Session{
		SessionKey: 640200000 + int64(i), RecordUUID: new(fmt.Sprintf("%032x", i*7919)), SessionName: fmt.Sprintf("Weekly review %d & plans", i), SessionType: 3,
		ServiceType: "MeetingCenter", HostAccount: "host.one", HostFirstName: new("Renée"), HostLastName: new("Example"), OtherHostAccount: new("host.two"),
		TimeZoneID: 7, TimeZone: new("GMT-05:00, Central (Chicago)"), Status: new(Status("NOT_INPROGRESS")), StartTime: "02/11/2026 13:00:00",
		ActualStartTime: new("02/11/2026 13:01:00"), OpenTime: new(int64(300)), Duration: 60, ListStatus: "PUBLIC", HostEmail: new("renee.example@example.com"),
		PasswordRequired: true, HostJoined: new(false), ParticipantsJoined: new(false), ConferenceID: 123456789012345678, Registration: new(false), IsRecurring: new(i%2 == 0),
		HostType: new(int64(1001001)), AudioOnly: new(false), IsTimeFixed: new(true), AssistRequested: new(false), AssistConfirmed: new(false), AccessCode: new("998877"),
	}
}

func list(n int) *List {
	v := &List{MatchingRecords: &Matching{Total: new(int64(n)), Returned: new(int64(n)), StartFrom: new(int64(1))}}
	for i := range n {
		v.Session = append(v.Session, session(i))
	}
	return v
}

// chain returns a tree of which one branch is n nodes deep.
func chain(n int) *Node {
	v := &Node{Name: fmt.Sprintf("node number %d", n)}
	if n > 0 {
		v.Left = chain(n - 1)
		v.Right = &Node{Name: "a leaf of the tree"}
	}
	return v
}

// booking returns an object five levels deep with the given number of attendees.
func booking(attendees int) *Booking {
	yes, no := new(true), new(false)
	v := &Booking{
		Key: 640200301, HostType: new(int64(1001001)), Status: new("NOT_INPROGRESS"), Creator: new("host.one"),
		Access:   &Access{Listed: yes, Public: yes, Password: new("Pa55word"), EnforcePassword: no},
		MetaData: &MetaData{ConfName: new("Weekly review"), MeetingType: new(int64(3)), Agenda: new("1. Results 2. Plans"), Greeting: new("Welcome to the review of the week"), Location: new("Room 7"), Template: &Template{new(int64(1)), new("USER"), wire.Extra{}}},
		People:   &People{MaxUserNumber: new(int64(25)), Attendees: &Attendees{}},
		Enable:   &Enable{yes, no, yes, yes, no, yes, yes, no, yes, no, no, yes, wire.Extra{}},
		Schedule: &Schedule{StartDate: new("06/30/2026 10:00:00"), JoinBeforeHost: yes, OpenTime: new(int64(300)), Duration: new(int64(45)), TimeZone: new("GMT-05:00, Central (Chicago)"), TimeZoneID: new(int64(7)), HostWebExID: new("host.one")},
		Telephony: &Telephony{Support: new("CALLIN"), ExtTelephony: no, NumPhoneLines: new(int64(4)), EnableTSP: no, AccountIndex: new(int64(1)), IsMPAudio: no, Voip: yes,
			CallIn: &CallIn{TollNum: new("+1-555-0100"), TollFreeNum: new("+1-555-0101"), AccessCode: new("998877")}},
		Repeat: &Repeat{RepeatType: new("WEEKLY"), Interval: new(int64(1)), AfterMeetingNumber: new(int64(10)), ExpirationDate: new("12/31/2026 10:00:00"), DayInWeek: new("MONDAY")},
		Remind: &Remind{EnableReminder: yes, SendEmail: yes, DaysAhead: new(int64(1)), HoursAhead: new(int64(2)), MinutesAhead: new(int64(15))},
	}
	for i := range attendees {
		name := fmt.Sprintf("Guest %d Example", i)
		v.People.Attendees.Attendee = append(v.People.Attendees.Attendee, Attendee{
			Person: &Person{
				Name: &name, FirstName: new("Guest"), LastName: new("Example"), Title: new("Dr"), Address: &Address{AddressType: new("PERSONAL"), City: new("Springfield"), Country: new("US")},
				Phones: &Phones{Phone: new("+1-555-0199"), MobilePhone: new("+1-555-0198"), Fax: new("+1-555-0197")}, Email: new("guest.example@example.com"), Type: new("VISITOR"),
			},
			Role: new("ATTENDEE"), JoinStatus: new("INVITE"), EmailInvitations: yes,
		})
	}
	return v
}

func encode(root codec.Name, v codec.Appender, opts ...wire.Option) []byte {
	doc, err := codec.Marshal(root, v, opts...)
	if err != nil {
		panic(err)
	}
	return doc
}

// mirror decodes a document into the mirror with encoding/xml.
func mirror[T any](doc []byte) *T {
	v := new(T)
	if err := xml.Unmarshal(doc, v); err != nil {
		panic(err)
	}
	return v
}

// subject is what is measured.
type subject struct {
	name    string
	doc     []byte
	root    codec.Name
	fresh   func() codec.Object // a new value to decode into
	value   codec.Object        // what doc says
	freshM  func() any          // the same for encoding/xml
	valueM  any
	variant bool // not one of the three that are compared
}

var subjects = []subject{
	newSubject[List, listMirror]("1000sessions", listName, list(1000)),
	newSubject[Booking, bookingMirror]("deep", bookingName, booking(20)),
	newSubject[Booking, bookingMirror]("request", bookingName, booking(1)),
	newSubject[Node, nodeMirror]("chain-of-100", nodeName, chain(100)),
	newSubject[List, listMirror]("1000sessions-indented", listName, list(1000), wire.Indent("    ")),
}

func newSubject[T, M any, P interface {
	*T
	codec.Object
}](name string, root codec.Name, v P, opts ...wire.Option) subject {
	doc := encode(root, v, opts...)
	return subject{
		name: name, doc: doc, root: root, value: v, valueM: mirror[M](doc), variant: strings.Contains(name, "-"),
		fresh: func() codec.Object { return P(new(T)) }, freshM: func() any { return new(M) },
	}
}
