package mock_test

import (
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/mock"
	"github.com/wbxgen/wbxgen/internal/profile/webex"
	"github.com/wbxgen/wbxgen/internal/validate"
)

// FuzzServe looks for requests that break the server, or that are answered with
// what the schema does not allow.
func FuzzServe(f *testing.F) {
	s := compiled(f, "40.6.0")
	v := validate.New(s, validate.Options{})
	m := server(f, s, webex.Profile, mock.Options{State: true})
	f.Add([]byte(message("", "meeting.CreateMeeting", "<metaData><confName>x</confName></metaData>")))
	f.Add([]byte(message("<sessionTicket>t</sessionTicket>", "meeting.LstsummaryMeeting", "<listControl><startFrom>-1</startFrom><maximumNum>-5</maximumNum></listControl>")))
	f.Add([]byte(message("<webExID>a</webExID>", "user.GetUser", "<webExId>a</webExId>", "ep.LstsummarySession", "")))
	f.Add([]byte("XML=%3Ca%2F%3E&b=c"))
	f.Fuzz(func(t *testing.T, data []byte) {
		code, text := post(m, string(data))
		if code != 200 {
			t.Fatalf("status %d", code)
		}
		if r := v.ValidateBytes([]byte(text), "answer"); !r.Valid() {
			t.Errorf("%v\n%s", r.Problems, strings.ToValidUTF8(text, "?"))
		}
	})
}
