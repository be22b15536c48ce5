package bench

import (
	"encoding/xml"
	"fmt"
	"strings"

	"github.com/wbxgen/wbxgen/wire"
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

// deep returns a tree of which one branch is 100 nodes deep.
func deep(n int) *Node {
	v := &Node{Name: fmt.Sprintf("node number %d", n)}
	if n > 0 {
		v.Left = deep(n - 1)
		v.Right = &Node{Name: "a leaf of the tree"}
	}
	return v
}

func encode(root wire.Name, v wire.Appender, opts ...wire.Option) []byte {
	doc, err := wire.Marshal(root, v, opts...)
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
	root    wire.Name
	fresh   func() wire.Object // a new value to decode into
	value   wire.Object        // what doc says
	freshM  func() any         // the same for encoding/xml
	valueM  any
	variant bool // not one of the three that are compared
}

var subjects = []subject{
	newSubject[List, listMirror]("1000sessions", listName, list(1000)),
	newSubject[Node, nodeMirror]("deep", nodeName, deep(100)),
	newSubject[List, listMirror]("one", listName, list(1)),
	newSubject[List, listMirror]("1000sessions-indented", listName, list(1000), wire.Indent("    ")),
}

func newSubject[T, M any, P interface {
	*T
	wire.Object
}](name string, root wire.Name, v P, opts ...wire.Option) subject {
	doc := encode(root, v, opts...)
	return subject{
		name: name, doc: doc, root: root, value: v, valueM: mirror[M](doc), variant: strings.Contains(name, "-"),
		fresh: func() wire.Object { return P(new(T)) }, freshM: func() any { return new(M) },
	}
}
