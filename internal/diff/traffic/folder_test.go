package traffic_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/traffic"
	"github.com/wbxgen/wbxgen/internal/profile/testdata/parcel"
)

// TestAFolderIsReadWithAllInIt: files by their ending in whatever case, those of
// folders below; what is no message is told of and left out.
func TestAFolderIsReadWithAllInIt(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "below"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"a.xml": `<order xmlns="urn:t"><a>A</a></order>`, "below/b.XML": `<order xmlns="urn:t"><a>B</a></order>`,
		"c.txt": "no XML at all", "broken.xml": `<order xmlns="urn:t">`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	u, notes, err := traffic.ReadFolder(side(t, orderOf("A", "B", "C")), dir)
	if err != nil {
		t.Fatal(err)
	}
	if u.Documents != 2 {
		t.Errorf("%d documents, 2 are there", u.Documents)
	}
	if text := notes.String(); notes.HasErrors() || notes.Len() != 1 || !strings.Contains(text, "broken.xml") || !strings.Contains(text, "it is left out") {
		t.Errorf("the notes are\n%s", text)
	}
	for value, want := range map[string]change.UsageMark{"A": change.Touched, "B": change.Touched, "C": change.Untouched} {
		if got := marked(u, "order", change.Request, "a", value); got != want {
			t.Errorf("the value %s is %s", value, got)
		}
	}
	if _, _, err := traffic.ReadFolder(side(t, orderOf("A")), filepath.Join(dir, "absent")); err == nil {
		t.Error("a folder that is not there is read")
	}
}

// marked is what captured documents have to do with the loss of a value at a place.
func marked(u *traffic.Usage, operation string, d change.Direction, way, value string) change.UsageMark {
	r := &change.Result{Changes: []change.Change{{
		ID: change.EnumValueRemoved, Old: &change.Value{Text: value},
		Operations: []change.Reach{{Operation: operation, Direction: d, Way: way, Count: 1}},
	}}}
	u.Mark(r)
	return r.Changes[0].Usage
}

// TestOperationsThatAreElements reads messages in an envelope whose slot has the
// element of an operation: which of the two directions it is, what a fault shows,
// and that other elements are none.
func TestOperationsThatAreElements(t *testing.T) {
	s := open(t, filepath.Join("..", "..", "profile", "testdata", "parcel", "v1"), parcel.Profile)
	message := func(content string) string {
		return `<e:Envelope xmlns:e="urn:example:envelope" xmlns="urn:example:parcel"><e:Body>` + content + `</e:Body></e:Envelope>`
	}
	for _, c := range []struct {
		content            string
		fails              bool
		documents          int
		request, response  change.UsageMark
		operation, at, has string
	}{
		{`<SendParcelRequest><To>x</To></SendParcelRequest>`, false, 1, change.Touched, change.Untouched, "SendParcel", "To", "x"},
		{`<SendParcelReply><Number>7</Number></SendParcelReply>`, false, 1, change.Untouched, change.Touched, "SendParcel", "Number", "7"},
		{`<SendParcelReply id="i"/>`, false, 1, change.Untouched, change.Touched, "SendParcel", "@id", "i"},
		{`<SendParcelReply>7</SendParcelReply>`, false, 1, change.Untouched, change.Untouched, "SendParcel", "Number", "7"},
		{`<e:Fault><e:Code>7</e:Code></e:Fault>`, false, 0, change.Untouched, change.Untouched, "SendParcel", "Code", "7"},
		{`<Other/>`, true, 0, change.Untouched, change.Untouched, "SendParcel", "", ""},
		{``, true, 0, change.Untouched, change.Untouched, "SendParcel", "", ""},
	} {
		u := new(traffic.Usage)
		err := u.Read(s, strings.NewReader(message(c.content)), "x.xml")
		if (err != nil) != c.fails || u.Documents != c.documents {
			t.Errorf("%s: %d documents, error %v", c.content, u.Documents, err)
		}
		if err != nil && !strings.HasPrefix(err.Error(), "x.xml: ") {
			t.Errorf("%s: the error %q has no file", c.content, err)
		}
		if got := marked(u, c.operation, change.Request, c.at, c.has); got != c.request {
			t.Errorf("%s: a request is %s", c.content, got)
		}
		if got := marked(u, c.operation, change.Response, c.at, c.has); got != c.response {
			t.Errorf("%s: a response is %s", c.content, got)
		}
	}
	// An element of that name elsewhere is no operation.
	u := new(traffic.Usage)
	if err := u.Read(s, strings.NewReader(message(`<Other><SendParcelRequest/></Other>`)), "x.xml"); err == nil {
		t.Error("an operation is found below the slot")
	}
}

// TestATypeIsToldByItsName: xsi:type in each of its forms, and attributes that are
// called alike.
func TestATypeIsToldByItsName(t *testing.T) {
	old := release(t, "40.6.0")
	for attribute, ok := range map[string]bool{
		`xsi:type="java:com.webex.service.binding.meeting.GetMeeting"`:                       true,
		`xsi:type=" meet:getMeeting "`:                                                       true,
		`type="meet:getMeeting"`:                                                             true,
		`xsi:type="meet:getMeetingResponse"`:                                                 true,
		`xsi:type="any:getMeetingResponse"`:                                                  true,
		`xsi:type="getMeeting" xmlns="http://www.webex.com/schemas/2002/06/service/meeting"`: true,
		`xsi:type="meet:getMeetingUnheardOf"`:                                                false,
		`xsi:kind="meet:getMeeting"`:                                                         false,
		`meet:type="meet:getMeeting"`:                                                        false,
	} {
		text := `<serv:message xmlns:serv="http://www.webex.com/schemas/2002/06/service" xmlns:meet="http://www.webex.com/schemas/2002/06/service/meeting" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
			`<serv:body><serv:bodyContent ` + attribute + `><x/></serv:bodyContent></serv:body></serv:message>`
		u := new(traffic.Usage)
		err := u.Read(old, strings.NewReader(text), "x.xml")
		if (u.Documents == 1) != ok {
			t.Errorf("%s: %d documents, error %v", attribute, u.Documents, err)
		}
		request, response := marked(u, "GetMeeting", change.Request, "x", ""), marked(u, "GetMeeting", change.Response, "x", "")
		if ok && (request == change.Touched) == (response == change.Touched) {
			t.Errorf("%s: a request is %s, a response %s", attribute, request, response)
		}
	}
}
