package diff

import (
	"strings"
	"testing"
)

const (
	wireRequest = `<serv:message xmlns:serv="http://www.webex.com/schemas/2002/06/service" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<header><securityContext><siteName>acme</siteName></securityContext></header>
<body><bodyContent xsi:type="java:com.webex.service.binding.meeting.GetMeeting"><meetingUUID>12</meetingUUID></bodyContent></body></serv:message>`
	wireResponse = `<serv:message xmlns:serv="http://www.webex.com/schemas/2002/06/service" xmlns:user="http://www.webex.com/schemas/2002/06/service/user" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<serv:header><serv:response><serv:result>SUCCESS</serv:result></serv:response></serv:header>
<serv:body><serv:bodyContent xsi:type="use:getMeResponse"><use:privilege xmlns:use="http://www.webex.com/schemas/2002/06/service/user"><use:umSiteAdmin>true</use:umSiteAdmin></use:privilege></serv:bodyContent></serv:body></serv:message>`
)

func TestUsageSplitsByCapturedDocuments(t *testing.T) {
	old, now := webex(t, "40.6.0"), webex(t, "40.4.8")
	var u Usage
	for _, text := range []string{wireRequest, wireResponse} {
		if err := u.Read(old, strings.NewReader(text), "captured.xml"); err != nil {
			t.Fatal(err)
		}
	}
	r := Compare(old, now, Options{})
	touched, untouched := u.Split(r)
	var got []string
	for _, c := range touched.Changes {
		got = append(got, c.ID+" "+c.Component.Display())
	}
	want := "element-removed-optional meet:getMeeting/meetingUUID,element-became-required meet:getMeeting/meetingKey,element-removed-optional use:privilegeType/umSiteAdmin"
	if len(got) != 3 || len(strings.Split(want, ",")) != 3 {
		t.Fatalf("touched %v", got)
	}
	for _, w := range strings.Split(want, ",") {
		if !strings.Contains(strings.Join(got, ","), w) {
			t.Errorf("%s is not touched, but %v", w, got)
		}
	}
	if len(touched.Changes)+len(untouched.Changes) != len(r.Changes) || u.Documents != 2 {
		t.Errorf("%d and %d of %d changes, %d documents", len(touched.Changes), len(untouched.Changes), len(r.Changes), u.Documents)
	}
}

func TestUsageLooksAtValues(t *testing.T) {
	old := NewSide("1", schemaOf(t, order(`<xs:element name="a" type="v"/>`)+enumType("A", "B", "C")), nil)
	now := NewSide("2", schemaOf(t, order(`<xs:element name="a" type="v"/>`)+enumType("A")), nil)
	var u Usage
	if err := u.Read(old, strings.NewReader(`<order xmlns="urn:t"><a>B</a></order>`), "a.xml"); err != nil {
		t.Fatal(err)
	}
	r := Compare(old, now, Options{})
	u.Mark(r)
	for _, c := range r.Changes {
		if want := map[string]UsageMark{"B": Touched, "C": Untouched}[c.Old.Text]; c.Usage != want {
			t.Errorf("the removal of %s is %s", c.Old.Text, c.Usage)
		}
	}
}

func TestUsageRefusesOtherDocuments(t *testing.T) {
	var u Usage
	for _, text := range []string{"", "<a>", "<other/>", `<message xmlns="urn:t"><body/></message>`} {
		if err := u.Read(webex(t, "40.6.0"), strings.NewReader(text), "x.xml"); err == nil {
			t.Errorf("%q is accepted", text)
		}
	}
	if u.Documents != 0 {
		t.Errorf("%d documents", u.Documents)
	}
}
