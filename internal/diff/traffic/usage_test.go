package traffic_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/profile"
	webexprofile "github.com/wbxgen/wbxgen/internal/profile/webex"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/traffic"
	"github.com/wbxgen/wbxgen/internal/project"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

func side(t *testing.T, text string) *diff.Side {
	t.Helper()
	file := filepath.Join(t.TempDir(), "t.xsd")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return open(t, file, nil)
}

func release(t *testing.T, version string) *diff.Side { return open(t, version, webexprofile.Profile) }

func open(t *testing.T, arg string, p profile.Profile) *diff.Side {
	t.Helper()
	set, err := source.Open(arg, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, diags := compile.Compile(set, compile.Options{})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return diff.NewSide(arg, s, p)
}

// orderOf is a schema whose order has an element with one of these values.
func orderOf(values ...string) string {
	var b strings.Builder
	b.WriteString(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" elementFormDefault="qualified">
<xs:element name="order"><xs:complexType><xs:sequence><xs:element name="a"><xs:simpleType><xs:restriction base="xs:string">`)
	for _, v := range values {
		b.WriteString(`<xs:enumeration value="` + v + `"/>`)
	}
	b.WriteString(`</xs:restriction></xs:simpleType></xs:element></xs:sequence></xs:complexType></xs:element></xs:schema>`)
	return b.String()
}

const (
	wireRequest = `<serv:message xmlns:serv="http://www.webex.com/schemas/2002/06/service" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<header><securityContext><siteName>acme</siteName></securityContext></header>
<body><bodyContent xsi:type="java:com.webex.service.binding.meeting.GetMeeting"><meetingUUID>12</meetingUUID></bodyContent></body></serv:message>`
	wireResponse = `<serv:message xmlns:serv="http://www.webex.com/schemas/2002/06/service" xmlns:user="http://www.webex.com/schemas/2002/06/service/user" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<serv:header><serv:response><serv:result>SUCCESS</serv:result></serv:response></serv:header>
<serv:body><serv:bodyContent xsi:type="use:getMeResponse"><use:privilege xmlns:use="http://www.webex.com/schemas/2002/06/service/user"><use:umSiteAdmin>true</use:umSiteAdmin></use:privilege></serv:bodyContent></serv:body></serv:message>`
)

func TestUsageSplitsByCapturedDocuments(t *testing.T) {
	old, now := release(t, "40.6.0"), release(t, "40.4.8")
	var u traffic.Usage
	for _, text := range []string{wireRequest, wireResponse} {
		if err := u.Read(old, strings.NewReader(text), "captured.xml"); err != nil {
			t.Fatal(err)
		}
	}
	r := project.Compare(old, now, diff.Options{})
	u.Mark(r)
	var got []string
	untouched := 0
	for _, c := range r.Changes {
		switch c.Usage {
		case change.Touched:
			got = append(got, string(c.ID)+" "+c.Component.Display())
		case change.Untouched:
			untouched++
		}
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
	if len(got)+untouched != len(r.Changes) || u.Documents != 2 {
		t.Errorf("%d and %d of %d changes, %d documents", len(got), untouched, len(r.Changes), u.Documents)
	}
}

func TestUsageLooksAtValues(t *testing.T) {
	old, now := side(t, orderOf("A", "B", "C")), side(t, orderOf("A"))
	var u traffic.Usage
	if err := u.Read(old, strings.NewReader(`<order xmlns="urn:t"><a>B</a></order>`), "a.xml"); err != nil {
		t.Fatal(err)
	}
	r := project.Compare(old, now, diff.Options{})
	u.Mark(r)
	for _, c := range r.Changes {
		if want := map[string]change.UsageMark{"B": change.Touched, "C": change.Untouched}[c.Old.Text]; c.Usage != want {
			t.Errorf("the removal of %s is %s", c.Old.Text, c.Usage)
		}
	}
}

func TestUsageRefusesOtherDocuments(t *testing.T) {
	var u traffic.Usage
	for _, text := range []string{"", "<a>", "<other/>", `<message xmlns="urn:t"><body/></message>`} {
		if err := u.Read(release(t, "40.6.0"), strings.NewReader(text), "x.xml"); err == nil {
			t.Errorf("%q is accepted", text)
		}
	}
	if u.Documents != 0 {
		t.Errorf("%d documents", u.Documents)
	}
}

// TestSlotsThatNameNoOperation: a slot without a type is a refusal, which shows nothing;
// one with a type that the schema does not know is no message of it.
func TestSlotsThatNameNoOperation(t *testing.T) {
	s := release(t, "40.6.0")
	message := func(attributes string) string {
		return `<serv:message xmlns:serv="http://www.webex.com/schemas/2002/06/service" xmlns:x="urn:x" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><body><bodyContent ` + attributes + `><a/></bodyContent></body></serv:message>`
	}
	for _, c := range []struct {
		attributes string
		documents  int
		refused    bool // as no message
	}{
		{"", 0, false},
		{`xsi:nil="true"`, 0, false},
		{`x:type="java:com.webex.service.binding.meeting.GetMeeting"`, 0, false},
		{`xsi:type="java:com.webex.service.binding.meeting.Unknown"`, 0, true},
		{`xsi:type="unknown"`, 0, true},
		{`type="unknown"`, 0, true},
		{`xsi:type="java:com.webex.service.binding.meeting.GetMeeting"`, 1, false},
		{`type=" java:com.webex.service.binding.meeting.GetMeeting "`, 1, false},
		{`x:type="unknown" xsi:type="java:com.webex.service.binding.meeting.GetMeeting"`, 1, false},
	} {
		var u traffic.Usage
		err := u.Read(s, strings.NewReader(message(c.attributes)), "m.xml")
		if (err != nil) != c.refused || u.Documents != c.documents {
			t.Errorf("%s: %d documents, %v", c.attributes, u.Documents, err)
		}
	}
}
