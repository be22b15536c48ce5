package operation

import "github.com/wbxgen/wbxgen/internal/xsd"

// Profile says how an API uses its schema.
type Profile struct {
	// Name is the profile's name in wbxgen.yaml.
	Name string
	// Body is the type that all requests and responses derive from.
	Body xsd.QName
	// Envelope is the global element that every message is.
	Envelope xsd.QName
	// ResponseSuffix behind the name of a request type gives the name of its
	// response type.
	ResponseSuffix string
	// Polymorphic are the elements, as type and element name, in which any
	// type derived from the declared one may stand.
	Polymorphic []Slot
	// Aliases are other spellings of element names that servers use.
	Aliases []Alias
	// SmallIntegers reads xs:integer and its unbounded kin as int64.
	SmallIntegers bool
	// ServiceRoot is the part of the namespaces that all services share;
	// what comes behind it is the service's name on the wire.
	ServiceRoot string
	// Services are the names on the wire of the services whose namespace
	// says otherwise, by that namespace's rest.
	Services map[string]string
	// ReadVerbs are what the names of requests start with that change
	// nothing.
	ReadVerbs []string
	// Paging says how long lists are asked for and answered in pages.
	Paging Paging
	// WirePrefix comes before service and operation in the text of xsi:type.
	WirePrefix string
}

// Paging has the local names of the elements by which lists come in pages.
type Paging struct {
	Control string // of the request: which page is asked for
	Start   string // below Control: the number of the first record
	Records string // of the response: which page this is
	// Below Records: how many records there are, how many of them are in the
	// response, and the number of the first one.
	Total, Returned, From string
}

// Slot is an element within a named complex type: the element may be of an
// anonymous type below it, as in messageType/body/bodyContent.
type Slot struct {
	Type xsd.QName
	Path []string // local names of elements from the type down
}

// Alias is a second spelling of an element.
type Alias struct {
	Name     xsd.QName // as the schema has it
	Spelling string    // the local name that also occurs
}

const webexNamespace = "http://www.webex.com/schemas/2002/06/"

// Webex is the profile of the Cisco Webex Meetings XML API.
var Webex = &Profile{
	Name:           "webex",
	Body:           xsd.QName{Space: webexNamespace + "service", Local: "bodyContentType"},
	Envelope:       xsd.QName{Space: webexNamespace + "service", Local: "message"},
	ResponseSuffix: "Response",
	Polymorphic: []Slot{{
		Type: xsd.QName{Space: webexNamespace + "service", Local: "messageType"},
		Path: []string{"body", "bodyContent"},
	}},
	// The response example of the 40.6.0 release notes has a capital M.
	Aliases: []Alias{{
		Name:     xsd.QName{Space: webexNamespace + "service/ep", Local: "meetingUUID"},
		Spelling: "MeetingUUID",
	}},
	SmallIntegers: true,
	ServiceRoot:   webexNamespace + "service/",
	Services:      map[string]string{"trainingsession": "training"},
	ReadVerbs:     []string{"get", "Get", "lst", "Lst", "check"},
	Paging: Paging{
		Control: "listControl", Start: "startFrom",
		Records: "matchingRecords", Total: "total", Returned: "returned", From: "startFrom",
	},
	WirePrefix: "java:com.webex.service.binding.",
}

// ByName returns the profile with that name, or nil. The name "none" stands
// for no profile: types without operations.
func ByName(name string) (p *Profile, ok bool) {
	switch name {
	case Webex.Name:
		return Webex, true
	case "none", "":
		return nil, true
	}
	return nil, false
}

// Names returns the names that [ByName] knows.
func Names() []string { return []string{Webex.Name, "none"} }

// For returns the profile that fits a schema by itself: that of the Webex API
// where the schema has its message body, else none.
func For(s *xsd.Schema) *Profile {
	if s.Type(Webex.Body) != nil {
		return Webex
	}
	return nil
}
