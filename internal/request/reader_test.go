package request_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/profile/testdata/parcel"
	"github.com/wbxgen/wbxgen/internal/profile/webex"
	"github.com/wbxgen/wbxgen/internal/request"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

func reader(t *testing.T, schema string, p profile.Profile) *request.Reader {
	t.Helper()
	set, err := source.Open(schema, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, diags := compile.Compile(set, compile.Options{})
	if err := diags.Err(); err != nil {
		t.Fatal(err)
	}
	return request.New(s, p, validate.Options{})
}

// check returns the problems of a request, a line each, and its operations.
func check(t *testing.T, r *request.Reader, text string) (problems, operations []string) {
	t.Helper()
	m, err := r.Read([]byte(text))
	if err != nil {
		return []string{err.Error()}, nil
	}
	for _, b := range m.Bodies {
		if b.Operation != nil {
			operations = append(operations, b.Operation.Name)
		}
	}
	for _, p := range r.Check(m, "x.xml") {
		problems = append(problems, fmt.Sprintf("%d:%d %s %s", p.Pos.Line, p.Pos.Col, p.Code, p.Message))
	}
	return problems, operations
}

// TestSampleRequestsAreValid takes the samples of the project, and those beside the repository where they are.
func TestSampleRequestsAreValid(t *testing.T) {
	r := reader(t, "40.6.0", webex.Profile)
	root := judge.Root(t)
	seen := 0
	for _, pattern := range []string{"testdata/samples/*request*.xml", "../shared/webex/samples/*request*.xml"} {
		files, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			seen++
			problems, operations := check(t, r, string(data))
			if len(problems) > 0 || len(operations) == 0 {
				t.Errorf("%s: %v %s", filepath.Base(file), operations, strings.Join(problems, "\n"))
			}
		}
	}
	if seen < 40 {
		t.Errorf("%d requests", seen)
	}
	t.Logf("%d requests", seen)
}

func envelope(body string) string {
	return `<?xml version="1.0"?>
<serv:message xmlns:serv="http://www.webex.com/schemas/2002/06/service" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<header><securityContext><siteName>acme</siteName></securityContext></header>
<body>
` + body + `
</body>
</serv:message>`
}

const java = "java:com.webex.service.binding."

func TestRequestsAsClientsSendThem(t *testing.T) {
	r := reader(t, "40.6.0", webex.Profile)
	del := `<bodyContent xsi:type="` + java + `meeting.DelMeeting">`
	for name, tt := range map[string]struct{ text, operation string }{
		"the documented form":     {envelope(del + `<meetingKey>1</meetingKey></bodyContent>`), "DelMeeting"},
		"white space before it":   {"\n \t" + envelope(del+`<meetingKey>1</meetingKey></bodyContent>`), "DelMeeting"},
		"no prefix on the root":   {strings.ReplaceAll(envelope(del+`</bodyContent>`), "serv:message", "message"), "DelMeeting"},
		"no declarations":         {`<serv:message><header/><body>` + del + `</bodyContent></body></serv:message>`, "DelMeeting"},
		"another package":         {envelope(`<bodyContent xsi:type="java:com.webex.xmlapi.service.binding.user.SetUser"><webExId>x</webExId></bodyContent>`), "SetUser"},
		"service and name":        {envelope(`<bodyContent xsi:type="site.LstTimeZone"/>`), "LstTimeZone"},
		"a QName":                 {envelope(`<bodyContent xmlns:ep="http://www.webex.com/schemas/2002/06/service/ep" xsi:type="ep:delRecording"><recordingID>1</recordingID></bodyContent>`), "DelRecording"},
		"another order":           {envelope(`<bodyContent xsi:type="` + java + `meeting.CreateMeeting"><schedule><duration>20</duration><startDate>06/30/2031 10:00:00</startDate></schedule><metaData><confName>x</confName></metaData></bodyContent>`), "CreateMeeting"},
		"TRUE":                    {envelope(`<bodyContent xsi:type="` + java + `user.DelUser"><webExId>x</webExId><syncWebOffice>TRUE</syncWebOffice></bodyContent>`), "DelUser"},
		"an empty number":         {envelope(del + `<meetingKey/></bodyContent>`), "DelMeeting"},
		"text between elements":   {envelope(del + `text<meetingKey>1</meetingKey></bodyContent>`), "DelMeeting"},
		"a prefix that is not on": {envelope(del + `<meet:meetingKey>1</meet:meetingKey></bodyContent>`), "DelMeeting"},
		"another spelling":        {envelope(`<bodyContent xsi:type="` + java + `ep.LstsummarySession"><MeetingUUID>1</MeetingUUID></bodyContent>`), "LstsummarySession"},
	} {
		problems, operations := check(t, r, tt.text)
		if len(problems) > 0 || !slices.Equal(operations, []string{tt.operation}) {
			t.Errorf("%s: %v, %q", name, operations, problems)
		}
	}
}

func TestWhatIsWrongIsToldAtItsPlace(t *testing.T) {
	r := reader(t, "40.6.0", webex.Profile)
	for name, tt := range map[string]struct{ text, want string }{
		"a value":             {envelope("<bodyContent xsi:type=\"" + java + "meeting.DelMeeting\">\n  <meetingKey>none</meetingKey></bodyContent>"), "6:3 cvc-"},
		"an unknown element":  {envelope("<bodyContent xsi:type=\"" + java + "meeting.DelMeeting\">\n  <other/></bodyContent>"), "6:3 cvc-complex-type.2.4"},
		"a missing parameter": {envelope(`<bodyContent xsi:type="` + java + `ep.DelSession"/>`), "5:1 cvc-complex-type.2.4"},
		"an unknown name":     {envelope(`<bodyContent xsi:type="` + java + `meeting.DelMeting"/>`), `5:1 wbxgen-operation no operation is sent as "` + java + `meeting.DelMeting"; did you mean "` + java + `meeting.DelMeeting"`},
		"no type":             {envelope(`<bodyContent/>`), "5:1 wbxgen-operation xsi:type is missing"},
		"another root":        {`<serv:messageType xmlns:serv="http://www.webex.com/schemas/2002/06/service"/>`, `1:1 cvc-elt.1 a request starts with "serv:message", not with "messageType"`},
		"behind white space":  {"\n\n" + envelope("<bodyContent xsi:type=\""+java+"meeting.DelMeeting\">\n  <other/></bodyContent>"), "8:3 cvc-complex-type.2.4"},
		"no XML":              {"<a", "1:"},
		"nothing":             {"", ""},
	} {
		problems, _ := check(t, r, tt.text)
		if len(problems) == 0 || !strings.HasPrefix(problems[0], tt.want) {
			t.Errorf("%s: got %q, want %s", name, problems, tt.want)
		}
	}
}

func TestRequestsOfTheSecondProfile(t *testing.T) {
	r := reader(t, filepath.Join(judge.Root(t), "internal/profile/testdata/parcel/v1"), parcel.Profile)
	text := `<e:Envelope xmlns:e="urn:example:envelope"><e:Body><SendParcelRequest xmlns="urn:example:parcel"><To>x</To><Weight>1</Weight></SendParcelRequest></e:Body></e:Envelope>`
	if problems, operations := check(t, r, text); len(problems) > 0 || !slices.Equal(operations, []string{"SendParcel"}) {
		t.Errorf("%v, %q", operations, problems)
	}
	if problems, _ := check(t, r, strings.ReplaceAll(text, "Weight", "Size")); len(problems) == 0 || !strings.Contains(problems[0], "cvc-complex-type.2.4") {
		t.Errorf("got %q", problems)
	}
	if problems, operations := check(t, r, strings.ReplaceAll(text, "SendParcel", "EatParcel")); len(operations) != 0 || len(problems) == 0 {
		t.Errorf("%v, %q", operations, problems)
	}
}

// FuzzRead looks for requests that break the reader.
func FuzzRead(f *testing.F) {
	set, err := source.Open("40.6.0", source.Options{})
	if err != nil {
		f.Fatal(err)
	}
	s, _ := compile.Compile(set, compile.Options{})
	r := request.New(s, webex.Profile, validate.Options{})
	f.Add([]byte(envelope(`<bodyContent xsi:type="` + java + `meeting.DelMeeting"><meetingKey>1</meetingKey></bodyContent>`)))
	f.Add([]byte("\n<a/>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := r.Read(data)
		if err == nil {
			r.Check(m, "x.xml")
		}
	})
}
