package mock_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/traffic"
	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/mock"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/profile/testdata/parcel"
	"github.com/wbxgen/wbxgen/internal/profile/webex"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

func compiled(t testing.TB, arg string) *xsd.Schema {
	t.Helper()
	set, err := source.Open(arg, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, diags := compile.Compile(set, compile.Options{})
	if err := diags.Err(); err != nil {
		t.Fatal(err)
	}
	return s
}

func parcels(t testing.TB) *xsd.Schema {
	return compiled(t, filepath.Join(judge.Root(t), "internal/profile/testdata/parcel/v1"))
}

func server(t testing.TB, s *xsd.Schema, p profile.Profile, o mock.Options) *mock.Server {
	t.Helper()
	m, err := mock.New(s, p, o)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// post sends a document, and returns the status and the answer.
func post(h http.Handler, body string) (int, string) {
	r := httptest.NewRequest(http.MethodPost, "/WBXService/XMLService", strings.NewReader(body))
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Code, w.Body.String()
}

// message is a request of the Webex API, with a body for each pair of
// operation and content.
func message(header string, bodies ...string) string {
	text := `<?xml version="1.0" encoding="UTF-8"?><serv:message xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><header><securityContext><siteName>acme</siteName>` +
		header + `</securityContext></header><body>`
	for i := 0; i < len(bodies); i += 2 {
		text += `<bodyContent xsi:type="java:com.webex.service.binding.` + bodies[i] + `">` + bodies[i+1] + `</bodyContent>`
	}
	return text + `</body></serv:message>`
}

func between(text, from, to string) string {
	_, text, _ = strings.Cut(text, from)
	text, _, _ = strings.Cut(text, to)
	return text
}

// TestEveryOperationIsAnsweredWithAValidDocument holds the smallest answers
// against the schema.
func TestEveryOperationIsAnsweredWithAValidDocument(t *testing.T) {
	for _, version := range []string{"40.1.0", "40.6.0"} {
		s := compiled(t, version)
		m, v := server(t, s, webex.Profile, mock.Options{}), validate.New(s, validate.Options{})
		for _, op := range webex.Profile.Operations(s) {
			_, text := post(m, message("", strings.TrimPrefix(op.WireType, "java:com.webex.service.binding."), ""))
			if r := v.ValidateBytes([]byte(text), op.Name); !r.Valid() || !strings.Contains(text, op.Response.Name().Local) {
				t.Errorf("%s %s: %v\n%s", version, op.Name, r.Problems, text)
			}
		}
	}
}

func TestAnAnswerLooksAsTheServiceWritesIt(t *testing.T) {
	m := server(t, compiled(t, "40.6.0"), webex.Profile, mock.Options{})
	_, text := post(m, message("", "site.LstTimeZone", ""))
	want := `<?xml version="1.0" encoding="UTF-8"?>
<serv:message xmlns:serv="http://www.webex.com/schemas/2002/06/service" xmlns:ns1="http://www.webex.com/schemas/2002/06/service/site" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		`<serv:header><serv:response><serv:result>SUCCESS</serv:result><serv:gsbStatus>PRIMARY</serv:gsbStatus></serv:response></serv:header>` +
		`<serv:body><serv:bodyContent xsi:type="ns1:lstTimeZoneResponse">`
	if !strings.HasPrefix(text, want) {
		t.Errorf("got %s", text)
	}
}

func TestStateHoldsTogether(t *testing.T) {
	s := compiled(t, "40.6.0")
	v := validate.New(s, validate.Options{})
	m := server(t, s, webex.Profile, mock.Options{State: true})
	valid := func(body ...string) string {
		t.Helper()
		_, text := post(m, message("", body...))
		if r := v.ValidateBytes([]byte(text), "answer"); !r.Valid() {
			t.Errorf("%v\n%s", r.Problems, text)
		}
		return text
	}
	for _, c := range []struct{ service, create, get, list, set, del, content, change, key, name string }{
		{"meeting", "CreateMeeting", "GetMeeting", "LstsummaryMeeting", "SetMeeting", "DelMeeting",
			"<metaData><confName>NAME</confName></metaData><schedule><startDate>06/30/2031 10:00:00</startDate><duration>45</duration></schedule>", "<metaData><confName>NAME</confName></metaData>", "meetingkey", "confName"},
		{"event", "CreateEvent", "GetEvent", "LstsummaryEvent", "SetEvent", "DelEvent",
			"<metaData><sessionName>NAME</sessionName></metaData><schedule><startDate>06/30/2031 10:00:00</startDate><duration>45</duration></schedule>", "<metaData><sessionName>NAME</sessionName></metaData>", "sessionKey", "sessionName"},
		{"training", "CreateTrainingSession", "GetTrainingSession", "LstsummaryTrainingSession", "SetTrainingSession", "DelTrainingSession",
			"<metaData><confName>NAME</confName></metaData><schedule><startDate>06/30/2031 10:00:00</startDate></schedule>", "<metaData><confName>NAME</confName></metaData>", "sessionkey", "confName"},
	} {
		made := valid(c.service+"."+c.create, strings.ReplaceAll(c.content, "NAME", "Design"))
		key := regexp.MustCompile(`:(?i:` + c.key + `)>(\d+)<`).FindStringSubmatch(made)
		if key == nil {
			t.Errorf("%s: no key in %s", c.create, made)
			continue
		}
		named := func(key string) string {
			return fmt.Sprintf("<meetingKey>%[1]s</meetingKey>", key)
		}
		if c.service != "meeting" {
			named = func(key string) string { return fmt.Sprintf("<sessionKey>%s</sessionKey>", key) }
		}
		if got := valid(c.service+"."+c.get, named(key[1])); !strings.Contains(got, c.name+">Design<") {
			t.Errorf("%s: %s", c.get, got)
		}
		if got := valid(c.service+"."+c.list, ""); !strings.Contains(got, ">Design<") || !strings.Contains(got, ":total>1<") {
			t.Errorf("%s: %s", c.list, got)
		}
		setKey := named(key[1])
		if c.service == "meeting" {
			setKey = "<meetingkey>" + key[1] + "</meetingkey>"
		}
		valid(c.service+"."+c.set, setKey+strings.ReplaceAll(c.change, "NAME", "Retro"))
		if got := valid(c.service+"."+c.get, named(key[1])); !strings.Contains(got, c.name+">Retro<") || strings.Contains(got, "Design") {
			t.Errorf("%s after %s: %s", c.get, c.set, got)
		}
		if got := valid("ep.LstsummarySession", ""); !strings.Contains(got, key[1]) {
			t.Errorf("LstsummarySession: %s", got)
		}
		valid(c.service+"."+c.del, named(key[1]))
		if got := valid(c.service+"."+c.get, named(key[1])); !strings.Contains(got, "060001") {
			t.Errorf("%s after %s: %s", c.get, c.del, got)
		}
		if got := valid(c.service+"."+c.list, ""); !strings.Contains(got, "000015") {
			t.Errorf("%s of none: %s", c.list, got)
		}
	}
}

func TestUsersHaveTheKeyThatTheCallerGives(t *testing.T) {
	m := server(t, compiled(t, "40.6.0"), webex.Profile, mock.Options{State: true})
	create := message("", "user.CreateUser", "<firstName>Teo</firstName><lastName>V</lastName><webExId>teo.v</webExId><email>teo@example.com</email><password>x</password><privilege><host>true</host></privilege><active>ACTIVATED</active>")
	for i, want := range []string{"SUCCESS", "030004"} {
		if _, text := post(m, create); !strings.Contains(text, want) {
			t.Errorf("%d: %s", i, text)
		}
	}
	if _, text := post(m, message("", "user.GetUser", "<webExId>teo.v</webExId>")); !strings.Contains(text, "<use:firstName>Teo<") || !strings.Contains(text, "teo@example.com") {
		t.Errorf("got %s", text)
	}
	if _, text := post(m, message("", "user.DelUser", "<webExId>teo.v</webExId>")); !strings.Contains(text, "SUCCESS") {
		t.Errorf("got %s", text)
	}
	if _, text := post(m, message("", "user.GetUser", "<webExId>teo.v</webExId>")); !strings.Contains(text, "030001") {
		t.Errorf("got %s", text)
	}
}

// bare is a profile that says no more than it must.
type bare struct{ profile.Base }

func (bare) Name() string                                 { return "bare" }
func (bare) Envelope() profile.Envelope                   { return parcel.Profile.Envelope() }
func (bare) Operations(s *xsd.Schema) []profile.Operation { return parcel.Profile.Operations(s) }

// alone is one whose messages have no envelope.
type alone struct{ profile.Base }

func (alone) Operations(s *xsd.Schema) []profile.Operation { return parcel.Profile.Operations(s) }

func TestAProfileNeedNotKnowOfStandIns(t *testing.T) {
	s := parcels(t)
	v := validate.New(s, validate.Options{})
	request := `<TrackParcelRequest xmlns="urn:example:parcel"><Number>1</Number></TrackParcelRequest>`
	for name, tt := range map[string]struct {
		profile profile.Profile
		text    string
	}{
		"with an envelope": {bare{}, `<e:Envelope xmlns:e="urn:example:envelope"><e:Body>` + request + `</e:Body></e:Envelope>`},
		"without":          {alone{}, request},
	} {
		m := server(t, s, tt.profile, mock.Options{State: true})
		code, text := post(m, tt.text)
		if r := v.ValidateBytes([]byte(text), "answer"); code != 200 || !r.Valid() || !strings.Contains(text, "TrackParcelReply") {
			t.Errorf("%s: %d %v\n%s", name, code, r.Problems, text)
		}
		if _, text := post(m, strings.ReplaceAll(tt.text, "Track", "Eat")); !strings.Contains(text, "error") {
			t.Errorf("%s: %s", name, text)
		}
	}
}

// TestTheVendorsSampleFindsWhatItReads has what that reads without asking
// whether it is there, and the lists that it asks for.
func TestTheVendorsSampleFindsWhatItReads(t *testing.T) {
	s := compiled(t, "40.6.0")
	m, v := server(t, s, webex.Profile, mock.Options{State: true}), validate.New(s, validate.Options{})
	ask := func(body ...string) string {
		_, text := post(m, message("<webExID>host.one</webExID>", body...))
		if r := v.ValidateBytes([]byte(text), "answer"); !r.Valid() {
			t.Errorf("%v\n%s", r.Problems, text)
		}
		return text
	}
	if text := ask("user.GetUser", "<webExId>host.one</webExId>"); !strings.Contains(text, "<use:webExId>host.one<") {
		t.Errorf("who calls: %s", text)
	}
	if text := ask("user.GetUser", "<webExId>other</webExId>"); !strings.Contains(text, "030001") {
		t.Errorf("another user: %s", text)
	}
	key := between(ask("meeting.CreateMeeting", "<metaData><confName>M</confName></metaData><schedule><startDate>06/30/2031 10:00:00</startDate></schedule>"), "<meet:meetingkey>", "<")
	if text := ask("meeting.GetMeeting", "<meetingKey>"+key+"</meetingKey>"); !strings.Contains(text, "MTID=m"+key+"</meet:meetingLink>") || !strings.Contains(text, "<meet:hostKey>") {
		t.Errorf("got %s", text)
	}
	if text := ask("ep.GetSessionInfo", "<sessionKey>"+key+"</sessionKey>"); !strings.Contains(text, "</ep:meetingLink>") {
		t.Errorf("got %s", text)
	}
	for host, want := range map[string]string{"host.one": "<meet:hostWebExID>host.one<", "another": "000015"} {
		if text := ask("meeting.LstsummaryMeeting", "<listControl><maximumNum>10</maximumNum></listControl><order><orderBy>STARTTIME</orderBy></order><hostWebExID>"+host+"</hostWebExID>"); !strings.Contains(text, want) {
			t.Errorf("meetings of %s: %s", host, text)
		}
	}
}

// TestTheSampleRequestsAreAnswered posts all that the project has, and those beside the repository where they are, to a
// strict server.
func TestTheSampleRequestsAreAnswered(t *testing.T) {
	s := compiled(t, "40.6.0")
	m, v := server(t, s, webex.Profile, mock.Options{Strict: true}), validate.New(s, validate.Options{})
	answered := 0
	for _, pattern := range []string{"testdata/samples/*request*.xml", "../shared/webex/samples/*request*.xml"} {
		files, err := filepath.Glob(filepath.Join(judge.Root(t), pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			code, text := post(m, string(data))
			if r := v.ValidateBytes([]byte(text), "answer"); code != 200 || !r.Valid() || strings.Contains(text, "FAILURE") {
				t.Errorf("%s: %d %v\n%s", filepath.Base(file), code, r.Problems, text)
			}
			answered++
		}
	}
	if answered < 40 {
		t.Errorf("%d requests", answered)
	}
	t.Logf("%d requests", answered)
}

func TestListsComeInPages(t *testing.T) {
	m := server(t, compiled(t, "40.6.0"), webex.Profile, mock.Options{State: true})
	for i := range 5 {
		post(m, message("", "meeting.CreateMeeting", fmt.Sprintf("<metaData><confName>M%d</confName></metaData><schedule><startDate>06/30/2031 10:00:00</startDate></schedule>", i)))
	}
	_, text := post(m, message("", "meeting.LstsummaryMeeting", "<listControl><startFrom>4</startFrom><maximumNum>2</maximumNum></listControl>"))
	for _, want := range []string{">M3<", ">M4<", ":total>5<", ":returned>2<", ":startFrom>4<"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in %s", want, text)
		}
	}
	if strings.Contains(text, ">M2<") {
		t.Errorf("got %s", text)
	}
}

func TestSessionsExpire(t *testing.T) {
	m := server(t, compiled(t, "40.6.0"), webex.Profile, mock.Options{State: true, Life: 60 * time.Millisecond})
	_, text := post(m, message("<webExID>a</webExID><password>b</password>", "user.AuthenticateUser", ""))
	ticket := between(text, "<use:sessionTicket>", "<")
	with := message("<sessionTicket>"+ticket+"</sessionTicket>", "site.LstTimeZone", "")
	if _, text := post(m, with); !strings.Contains(text, "SUCCESS") {
		t.Errorf("ticket %q: %s", ticket, text)
	}
	if _, text := post(m, message("<sessionTicket>made up</sessionTicket>", "site.LstTimeZone", "")); !strings.Contains(text, "030047") {
		t.Errorf("got %s", text)
	}
	time.Sleep(80 * time.Millisecond)
	if _, text := post(m, with); !strings.Contains(text, "030047") {
		t.Errorf("after its life: %s", text)
	}
}

func TestABatchIsAnsweredOneByOne(t *testing.T) {
	m := server(t, compiled(t, "40.6.0"), webex.Profile, mock.Options{State: true, Batch: 2})
	_, text := post(m, message("", "site.LstTimeZone", "", "meeting.GetMeeting", "<meetingKey>1</meetingKey>"))
	if strings.Count(text, "<serv:response>") != 2 || strings.Count(text, "<serv:bodyContent") != 2 || !strings.Contains(text, "060001") || !strings.Contains(text, "SUCCESS") {
		t.Errorf("got %s", text)
	}
	if _, text := post(m, message("", "site.LstTimeZone", "", "site.LstTimeZone", "", "site.LstTimeZone", "")); !strings.Contains(text, "000053") {
		t.Errorf("got %s", text)
	}
}

func TestAStrictServerRefusesWhatDoesNotFit(t *testing.T) {
	var lines []string
	bad := message("<password>geheim</password>", "meeting.DelMeeting", "<other>1</other><meetingKey>geheim</meetingKey>")
	for _, strict := range []bool{false, true} {
		lines = nil
		m := server(t, compiled(t, "40.6.0"), webex.Profile, mock.Options{Strict: strict, Log: func(line string) { lines = append(lines, line) }})
		_, text := post(m, bad)
		if refused := strings.Contains(text, "FAILURE"); refused != strict || strict && !strings.Contains(text, "REDACTED") {
			t.Errorf("strict %t: %s", strict, text)
		}
		log := strings.Join(lines, "\n")
		if !strings.Contains(log, "is not allowed here") || strings.Contains(log+text, "geheim") {
			t.Errorf("log: %s", log)
		}
	}
}

func TestWhatClientsReallySend(t *testing.T) {
	m := server(t, compiled(t, "40.6.0"), webex.Profile, mock.Options{Strict: true})
	doc := "\r\n " + message("", "site.LstTimeZone", "")
	for _, body := range []string{
		doc, url.Values{"XML": {doc}}.Encode(), strings.Replace(doc, "com.webex.service", "com.webex.xmlapi.service", 1),
		strings.Replace(doc, "java:com.webex.service.binding.", "", 1),
	} {
		if code, text := post(m, body); code != 200 || !strings.Contains(text, "SUCCESS") {
			t.Errorf("%d %s\n%s", code, text, body)
		}
	}
	for _, body := range []string{"", " ", "x", "<a/>", "<a", "XML=%zz", strings.Replace(doc, "LstTimeZone", "LstNothing", 1), strings.ReplaceAll(doc, "serv:message", "serv:messageType"),
		`<!DOCTYPE a [<!ENTITY b "` + strings.Repeat("c", 1000) + `">]><a>&b;</a>`, strings.Repeat("<a>", 100_000)} {
		if code, text := post(m, body); code != 200 || !strings.Contains(text, "FAILURE") {
			t.Errorf("%d %s", code, text)
		}
	}
	v := validate.New(compiled(t, "40.6.0"), validate.Options{})
	for _, body := range []string{"<a\x01b>", "<\x00>", "<a>&\x02;</a>", "<a b='\uFFFE'/>", "\xff\xfe<", "<a>\xc3", strings.Replace(doc, "LstTimeZone", "\x03", 1)} {
		if _, text := post(m, body); !v.ValidateBytes([]byte(text), "answer").Valid() {
			t.Errorf("%q: %q", body, text)
		}
	}
	if code, _ := post(server(t, compiled(t, "40.6.0"), webex.Profile, mock.Options{MaxBytes: 100}), doc); code != http.StatusRequestEntityTooLarge {
		t.Errorf("a large one: %d", code)
	}
	w := httptest.NewRecorder()
	m.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
	if w.Code != http.StatusMethodNotAllowed {
		t.Errorf("GET: %d", w.Code)
	}
}

func TestFixturesAnswerByOperationThenByContent(t *testing.T) {
	dir := t.TempDir()
	answer := func(name string) string {
		return `<serv:message xmlns:serv="http://www.webex.com/schemas/2002/06/service" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><serv:header><serv:response><serv:result>SUCCESS</serv:result></serv:response></serv:header><serv:body>` +
			`<serv:bodyContent xsi:type="meet:getMeetingResponse" xmlns:meet="http://www.webex.com/schemas/2002/06/service/meeting"><meet:hostKey>` + name + `</meet:hostKey></serv:bodyContent></serv:body></serv:message>`
	}
	for name, text := range map[string]string{
		"GetMeeting.xml": answer("any"), "7-response.xml": answer("seven"),
		"7-request.xml": message("", "meeting.GetMeeting", "<meetingKey>7</meetingKey>"),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	m := server(t, compiled(t, "40.6.0"), webex.Profile, mock.Options{Fixtures: dir})
	for key, want := range map[string]string{"7": "seven", "8": "any"} {
		body := []string{"meeting.GetMeeting", "<meetingKey>" + key + "</meetingKey>"}
		if _, text := post(m, message("", body...)); text != answer(want) {
			t.Errorf("got %s", text)
		}
		_, text := post(m, message("", append(body, "site.LstTimeZone", "")...))
		if !strings.Contains(text, "<meet:hostKey>"+want+"<") || strings.Count(text, "<serv:result>") != 2 {
			t.Errorf("in a batch: %s", text)
		}
	}
	for name, text := range map[string]string{"NoOperation.xml": answer("x"), "GetUser.xml": "<a/>", "GetSite.xml": "<a"} {
		other := t.TempDir()
		if err := os.WriteFile(filepath.Join(other, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := mock.New(compiled(t, "40.6.0"), webex.Profile, mock.Options{Fixtures: other}); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestRecordingsHaveNoSecretsAndAreFixtures(t *testing.T) {
	dir := t.TempDir()
	s := compiled(t, "40.6.0")
	m := server(t, s, webex.Profile, mock.Options{Record: dir, State: true})
	post(m, message("<webExID>a</webExID><password>geheim&amp;x</password>", "user.AuthenticateUser", ""))
	made := message("<password>geheim&amp;x</password>", "meeting.CreateMeeting", "<metaData><confName>M</confName></metaData><accessControl><meetingPassword>auch</meetingPassword></accessControl>")
	_, answer := post(m, made)
	files, err := os.ReadDir(dir)
	if err != nil || len(files) != 4 || files[2].Name() != "0002-CreateMeeting-request.xml" || files[3].Name() != "0002-CreateMeeting-response.xml" {
		t.Fatal(files, err)
	}
	for _, f := range files {
		data, err := os.ReadFile(filepath.Join(dir, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if text := string(data); strings.Contains(text, "geheim") || strings.Contains(text, "auch") || strings.Contains(text, "TICKET") || strings.Contains(text, "not kept") {
			t.Errorf("%s: %s", f.Name(), text)
		}
	}
	side := diff.NewSide("40.6.0", s, webex.Profile)
	u := new(traffic.Usage)
	for _, f := range files {
		in, err := os.Open(filepath.Join(dir, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if err := u.Read(side, in, f.Name()); err != nil {
			t.Error(err)
		}
		in.Close()
	}
	if u.Documents != 4 {
		t.Errorf("%d documents show use", u.Documents)
	}
	again := server(t, s, webex.Profile, mock.Options{Fixtures: dir})
	if _, text := post(again, strings.Replace(made, "auch", "REDACTED", 1)); text != answer {
		t.Errorf("the fixture answers %s, not %s", text, answer)
	}
}

// TestSecretsAreFoundInEveryForm records requests whose bytes are not those of their text.
func TestSecretsAreFoundInEveryForm(t *testing.T) {
	dir := t.TempDir()
	m := server(t, compiled(t, "40.6.0"), webex.Profile, mock.Options{Record: dir})
	doc := strings.Replace(message("<webExID>J\u00fcrgen</webExID><password>geheim</password>", "meeting.CreateMeeting", "<metaData><confName>\u00e4\u00f6\u00fc</confName></metaData><accessControl><meetingPassword><![CDATA[geheim]]></meetingPassword></accessControl>"), "<serv:message ", `<serv:message xmlns:serv="http://www.webex.com/schemas/2002/06/service" `, 1)
	var latin []byte
	for _, r := range strings.Replace(doc, "UTF-8", "ISO-8859-1", 1) {
		latin = append(latin, byte(r))
	}
	for _, text := range []string{doc, "\uFEFF" + doc, " \n" + doc, strings.ReplaceAll(doc, "><", ">\r\n<"), string(latin), strings.ReplaceAll(doc, "geheim", "ge<!-- x -->heim"), strings.ReplaceAll(doc, "geheim", "ge&#104;eim")} {
		post(m, text)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*-request.xml"))
	if err != nil || len(files) != 7 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		if strings.Contains(text, "heim") || strings.Contains(text, "eim<") || !strings.Contains(text, "REDACTED") || !strings.Contains(text, "confName") {
			t.Errorf("%s: %s", filepath.Base(file), text)
		}
	}
}

func TestTheSecondProfileIsStoodInFor(t *testing.T) {
	s := parcels(t)
	v := validate.New(s, validate.Options{})
	m := server(t, s, parcel.Profile, mock.Options{State: true, Strict: true})
	ask := func(body string) string {
		_, text := post(m, `<e:Envelope xmlns:e="urn:example:envelope"><e:Body>`+strings.Replace(body, ">", ` xmlns="urn:example:parcel">`, 1)+`</e:Body></e:Envelope>`)
		if r := v.ValidateBytes([]byte(text), "answer"); !r.Valid() {
			t.Errorf("%v\n%s", r.Problems, text)
		}
		return text
	}
	number := between(ask("<SendParcelRequest><To>x</To><Weight>1.5</Weight></SendParcelRequest>"), "Number>", "<")
	if text := ask("<TrackParcelRequest><Number>" + number + "</Number></TrackParcelRequest>"); !strings.Contains(text, "To>x<") || !strings.Contains(text, "Weight>1.5<") {
		t.Errorf("parcel %q: %s", number, text)
	}
	if text := ask("<TrackParcelsRequest></TrackParcelsRequest>"); strings.Count(text, "To>x<") != 1 {
		t.Errorf("got %s", text)
	}
	ask("<RecallParcelRequest><Number>" + number + "</Number></RecallParcelRequest>")
	if text := ask("<TrackParcelRequest><Number>" + number + "</Number></TrackParcelRequest>"); !strings.Contains(text, "Fault") || !strings.Contains(text, "lost") {
		t.Errorf("got %s", text)
	}
	if text := ask("<EatParcelRequest></EatParcelRequest>"); !strings.Contains(text, "Fault") {
		t.Errorf("got %s", text)
	}
}
