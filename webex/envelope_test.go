package webex

import (
	"bytes"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
)

// fullRequest has every element of the security context, and both kinds of login.
func fullRequest() *request {
	return &request{
		security: &SecurityContext{
			WebExID: "host.one", Password: "p&<>", SiteID: 7, SiteName: "northwind", PartnerID: "p", Email: "h@example.com",
			SessionTicket: "t", ClientInfo: "c", WebExAccessToken: "a", ReturnAdditionalInfo: true, ClientID: "i", ClientSecret: "s",
		},
		items: []*item{
			{op: &opAuthenticateUser, req: &authenticateUser{accessToken: "t"}},
			{op: &opAuthenticateUser, req: &authenticateUser{samlResponse: "s"}},
		},
	}
}

func TestEnvelopeIsThatOfTheSchema(t *testing.T) {
	jvm := judge.Xerces(t)
	qualified, err := codec.Marshal(messageName, fullRequest(), wire.Declaration())
	if err != nil {
		t.Fatal(err)
	}
	for _, version := range []string{"40.1.0", "40.6.0"} {
		schema, err := jvm.CompileSet(filepath.Join(judge.Root(t), "schemas", version))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(qualified); err != nil {
			t.Errorf("%s: %v\n%s", version, err, qualified)
		}
	}
}

func TestRequestReadsTheSameElsewhere(t *testing.T) {
	data, err := fullRequest().encode()
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		XMLName  xml.Name
		Security struct {
			Fields []struct {
				XMLName xml.Name
				Text    string `xml:",chardata"`
			} `xml:",any"`
		} `xml:"header>securityContext"`
		Contents []struct {
			Type string `xml:"http://www.w3.org/2001/XMLSchema-instance type,attr"`
		} `xml:"body>bodyContent"`
	}
	if err := xml.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	var fields []string
	for _, f := range got.Security.Fields {
		fields = append(fields, f.XMLName.Space+f.XMLName.Local+"="+f.Text)
	}
	want := []string{"webExID=host.one", "password=p&<>", "siteID=7", "siteName=northwind", "partnerID=p", "email=h@example.com",
		"sessionTicket=t", "clientInfo=c", "webExAccessToken=a", "returnAdditionalInfo=true", "clientID=i", "clientSecret=s"}
	if got.XMLName.Space != nsService.URI || !slices.Equal(fields, want) {
		t.Errorf("got %v", fields)
	}
	if len(got.Contents) != 2 || got.Contents[0].Type != opAuthenticateUser.WireType {
		t.Errorf("got %v", got.Contents)
	}
}

func TestHandmadeTypesRoundTrip(t *testing.T) {
	root := codec.Name{Local: "x"}
	for _, opts := range [][]wire.Option{nil, {wire.Unqualified()}} {
		req := authenticateUser{samlResponse: "s", accessToken: "a"}
		resp := authenticateUserResponse{sessionTicket: "t", timeToLive: 5400}
		var gotReq authenticateUser
		var gotResp authenticateUserResponse
		roundTrip(t, root, &req, &gotReq, opts)
		roundTrip(t, root, &resp, &gotResp, opts)
		if gotReq != req || gotResp != resp {
			t.Errorf("got %+v, %+v", gotReq, gotResp)
		}
		if resp.XMLType() != opAuthenticateUser.Response {
			t.Errorf("got %s", resp.XMLType())
		}
	}
}

func roundTrip(t *testing.T, root codec.Name, v, got codec.Object, opts []wire.Option) {
	t.Helper()
	data, err := codec.Marshal(root, v, opts...)
	if err == nil {
		err = codec.Unmarshal(data, root, got, opts...)
	}
	if err != nil {
		t.Error(err)
	}
}

// TestTheEnvelopeServesServers takes the parts that a server reads and writes through both directions.
func TestTheEnvelopeServesServers(t *testing.T) {
	root := codec.Name{Space: &nsService, Local: "part"}
	for _, opts := range [][]wire.Option{nil, {wire.Unqualified(), wire.Lenient()}} {
		var security SecurityContext
		roundTrip(t, root, fullRequest().security, &security, opts)
		if security != *fullRequest().security {
			t.Errorf("got %#v", security)
		}
		want := Status{
			Result: Failure, Reason: "a & b", GSBStatus: GSBBackup, ExceptionID: ExceptionTicketInvalid, Value: "v", RespTime: 12 * time.Millisecond, CaseID: "c",
			SubErrors: []SubError{{ExceptionUserExists, "x", ""}, {ExceptionEmailExists, "y", "z"}},
		}
		var status Status
		roundTrip(t, root, &want, &status, opts)
		if !reflect.DeepEqual(status, want) {
			t.Errorf("got %+v", status)
		}
	}
}

// TestSamplesAreAnswers reads the sample documents of the project, whatever their operation.
func TestSamplesAreAnswers(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(judge.Root(t), "testdata", "samples", "*-response.xml"))
	if err != nil || len(files) < 20 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		a := answer{items: itemsFor(t, data)}
		if err := codec.NewBytesDecoder(data, wire.Lenient()).Document(messageName, &a); err != nil {
			t.Errorf("%s: %v", filepath.Base(file), err)
			continue
		}
		for i, it := range a.items {
			s, ok := a.status(i)
			if !ok || !s.ok() && !s.failed() || it.answered != s.ok() || it.fault != "" || s.failed() && (s.Reason == "" || s.ExceptionID == "") {
				t.Errorf("%s: item %d: %+v, answered %t, %s", filepath.Base(file), i, s, it.answered, it.fault)
			}
		}
	}
}

// itemsFor returns an item for each bodyContent that encoding/xml sees, and one where there is none.
func itemsFor(t *testing.T, data []byte) []*item {
	var m struct {
		Contents []struct {
			Type string `xml:"http://www.w3.org/2001/XMLSchema-instance type,attr"`
		} `xml:"body>bodyContent"`
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = fromLatin1
	if err := d.Decode(&m); err != nil {
		t.Fatal(err)
	}
	items := make([]*item, max(1, len(m.Contents)))
	for i := range items {
		op := &Operation{Name: "Any"}
		if i < len(m.Contents) {
			op.Response = wire.Name(lastWord(m.Contents[i].Type))
		}
		items[i] = &item{op: op, resp: new(wire.RawTyped)}
	}
	return items
}

// fromLatin1 reads the one other encoding that the samples have.
func fromLatin1(_ string, r io.Reader) (io.Reader, error) {
	data, err := io.ReadAll(r)
	var b strings.Builder
	for _, c := range data {
		b.WriteRune(rune(c))
	}
	return strings.NewReader(b.String()), err
}
