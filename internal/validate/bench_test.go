package validate_test

import (
	"bytes"
	"fmt"
	"io"
	"testing"

	"github.com/wbxgen/wbxgen/internal/validate"
)

const (
	listHead = `<?xml version="1.0" encoding="UTF-8"?>
<serv:message xmlns:serv="http://www.webex.com/schemas/2002/06/service" xmlns:com="http://www.webex.com/schemas/2002/06/common" xmlns:ep="http://www.webex.com/schemas/2002/06/service/ep" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <serv:header>
    <serv:response>
      <serv:result>SUCCESS</serv:result>
      <serv:gsbStatus>PRIMARY</serv:gsbStatus>
    </serv:response>
  </serv:header>
  <serv:body>
    <serv:bodyContent xsi:type="ep:lstsummarySessionResponse">
      <ep:matchingRecords>
        <serv:total>2</serv:total>
        <serv:returned>2</serv:returned>
        <serv:startFrom>1</serv:startFrom>
      </ep:matchingRecords>
`
	listTail = `    </serv:bodyContent>
  </serv:body>
</serv:message>
`
)

// listItem is one session of a list.
func listItem(i int) string {
	return fmt.Sprintf(`      <ep:session>
        <ep:sessionKey>%d</ep:sessionKey>
        <ep:meetingUUID>9b2f6e10c4d74a3f8e21%012x</ep:meetingUUID>
        <ep:confName>Werkstattgespräch %d</ep:confName>
        <ep:sessionType>9</ep:sessionType>
        <ep:serviceType>MeetingCenter</ep:serviceType>
        <ep:hostWebExID>m.adeyemi</ep:hostWebExID>
        <ep:hostFirstName>Mirela</ep:hostFirstName>
        <ep:hostLastName>Adeyemi &amp; Co</ep:hostLastName>
        <ep:timeZoneID>21</ep:timeZoneID>
        <ep:timeZone>GMT+02:00, Europe (Berlin)</ep:timeZone>
        <ep:status>NOT_INPROGRESS</ep:status>
        <ep:startTime>07/06/2020 08:45:00</ep:startTime>
        <ep:openTime>300</ep:openTime>
        <ep:duration>%d</ep:duration>
        <ep:listStatus>PRIVATE</ep:listStatus>
        <ep:passwordReq>true</ep:passwordReq>
        <ep:hostJoined>false</ep:hostJoined>
        <ep:participantsJoined>false</ep:participantsJoined>
        <ep:confID>18192021222324%d</ep:confID>
        <ep:isRecurring>true</ep:isRecurring>
        <ep:psoFields>
          <com:psoField1>x</com:psoField1>
        </ep:psoFields>
        <ep:isException>false</ep:isException>
        <ep:isNextUpcomingInstance>true</ep:isNextUpcomingInstance>
        <ep:seriesMeetingKey>%d</ep:seriesMeetingKey>
        <ep:recurrenceId>1594025100</ep:recurrenceId>
        <ep:isScheduledPMR>false</ep:isScheduledPMR>
      </ep:session>
`, 715310044+i, i, i, i%1440, i, 715310044+i)
}

// sessionList returns a list of sessions of about that many bytes, as the
// release 40.6.0 answers it.
func sessionList(size int) []byte {
	var b bytes.Buffer
	b.WriteString(listHead)
	for i := 0; b.Len() < size; i++ {
		b.WriteString(listItem(i))
	}
	b.WriteString(listTail)
	return b.Bytes()
}

func BenchmarkValidate(b *testing.B) {
	v := validate.New(release(b, "40.6.0"), validate.Options{})
	list := sessionList(4 << 20)
	for name, judge := range map[string]func() *validate.Result{
		"bytes":  func() *validate.Result { return v.ValidateBytes(list, "list.xml") },
		"reader": func() *validate.Result { return v.Validate(io.MultiReader(bytes.NewReader(list)), "list.xml") },
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(list)))
			b.ReportAllocs()
			for b.Loop() {
				if r := judge(); !r.Valid() {
					b.Fatal(r.Diagnostics())
				}
			}
		})
	}
}

func BenchmarkNew(b *testing.B) {
	schema := release(b, "40.6.0")
	b.ReportAllocs()
	for b.Loop() {
		validate.New(schema, validate.Options{})
	}
}
