package apitest

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wbxgen/wbxgen/generated/v40.6.0/meeting"
	"github.com/wbxgen/wbxgen/generated/v40.6.0/service"
	"github.com/wbxgen/wbxgen/webex"
	"github.com/wbxgen/wbxgen/wire/codec"
)

// recorder keeps the body of a request and answers nothing.
type recorder struct{ body []byte }

var errRecorded = errors.New("recorded")

func (r *recorder) RoundTrip(req *http.Request) (*http.Response, error) {
	r.body, _ = io.ReadAll(req.Body)
	return nil, errRecorded
}

// TestTheClientsEnvelopeIsTheSchemas holds the envelope that package webex
// writes by hand to the generated one.
func TestTheClientsEnvelopeIsTheSchemas(t *testing.T) {
	var sent recorder
	client := webex.NewClient("acme", webex.WithPassword("host.one", "secret"), webex.WithPartnerID("p"), webex.WithClientInfo("c"),
		webex.WithHTTPClient(&http.Client{Transport: &sent}))
	req := &meeting.CreateMeetingRequest{MetaData: &meeting.MetaData{ConfName: new("a & b")}}
	if _, err := meeting.NewClient(client).CreateMeeting(t.Context(), req); !errors.Is(err, errRecorded) {
		t.Fatal(err)
	}
	r := releaseFor(t, "40.6.0")
	want := &service.Message{
		Header: service.MessageHeader{SecurityContext: &service.SecurityContext{
			WebExID: new("host.one"), SiteName: new("acme"), PartnerID: new("p"), ClientInfo: new("c"),
		}},
	}
	want.Body.BodyContent = append(want.Body.BodyContent, req)
	if err := json.Unmarshal([]byte(`"secret"`), &want.Header.SecurityContext.Password); err != nil {
		t.Fatal(err)
	}
	data, err := codec.Marshal(r.root, want, r.wireForm()...)
	if err != nil {
		t.Fatal(err)
	}
	o := outline{spaces: true}
	if d := cmp.Diff(o.of(t, "generated", data), o.of(t, "client", sent.body)); d != "" {
		t.Errorf("-generated +client:\n%s", d)
	}
}
