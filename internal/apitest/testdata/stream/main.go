// Command stream reads a list of sessions item by item from a made-up answer of
// any length, and prints how many there were and how much memory, in KiB, it
// had at its peak (0 where the system does not tell).
package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/generated/v40.6.0/ep"
	"github.com/wbxgen/wbxgen/webex"
)

const (
	head = `<?xml version="1.0" encoding="UTF-8"?><serv:message xmlns:serv="http://www.webex.com/schemas/2002/06/service" xmlns:ep="http://www.webex.com/schemas/2002/06/service/ep" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><serv:header><serv:response><serv:result>SUCCESS</serv:result></serv:response></serv:header><serv:body><serv:bodyContent xsi:type="ep:lstsummarySessionResponse">`
	item = `<ep:session><ep:sessionKey>640700801</ep:sessionKey><ep:meetingUUID>5f0c3d9ab7e1426ca8d4e2f19b60c7d3</ep:meetingUUID><ep:confName>Group meeting</ep:confName><ep:sessionType>3</ep:sessionType><ep:serviceType>MeetingCenter</ep:serviceType><ep:hostWebExID>host.one</ep:hostWebExID><ep:hostFirstName>Hana</ep:hostFirstName><ep:hostLastName>Oyelaran</ep:hostLastName><ep:otherHostWebExID>host.two</ep:otherHostWebExID><ep:timeZoneID>2</ep:timeZoneID><ep:timeZone>GMT-10:00, Hawaii (Honolulu)</ep:timeZone><ep:status>NOT_INPROGRESS</ep:status><ep:startTime>05/12/2020 00:35:41</ep:startTime><ep:duration>60</ep:duration><ep:listStatus>PUBLIC</ep:listStatus><ep:hostEmail>host.one@example.com</ep:hostEmail><ep:passwordReq>true</ep:passwordReq><ep:hostJoined>false</ep:hostJoined><ep:participantsJoined>false</ep:participantsJoined><ep:confID>700000000000000789</ep:confID><ep:registration>false</ep:registration><ep:isRecurring>true</ep:isRecurring><ep:hostType>1019001</ep:hostType><ep:isAudioOnly>false</ep:isAudioOnly><ep:isTCSingleRecurrence>false</ep:isTCSingleRecurrence><ep:isAllowJBH>false</ep:isAllowJBH><ep:isCETMeeting>true</ep:isCETMeeting><ep:isException>false</ep:isException><ep:isNextUpcomingInstance>false</ep:isNextUpcomingInstance><ep:seriesMeetingKey>0</ep:seriesMeetingKey><ep:recurrenceId>0</ep:recurrenceId><ep:isScheduledPMR>true</ep:isScheduledPMR></ep:session>`
	tail = `</serv:bodyContent></serv:body></serv:message>`
)

// answer is an HTTP transport that answers everything with n sessions.
type answer struct{ n int }

func (a answer) RoundTrip(r *http.Request) (*http.Response, error) {
	body, w := io.Pipe()
	go func() {
		io.WriteString(w, head)
		for range a.n {
			if _, err := io.WriteString(w, item); err != nil {
				return
			}
		}
		io.WriteString(w, tail)
		w.Close()
	}()
	return &http.Response{StatusCode: 200, Status: "200 OK", Header: http.Header{}, Body: body, Request: r}, nil
}

func main() {
	n, err := strconv.Atoi(os.Args[1])
	if err != nil {
		panic(err)
	}
	client := webex.NewClient("acme", webex.WithAccessToken("t"), webex.WithHTTPClient(&http.Client{Transport: answer{n}}))
	count := 0
	for session, err := range ep.NewClient(client).LstsummarySessionItems(context.Background(), new(ep.LstsummarySessionRequest)) {
		if err != nil {
			panic(err)
		}
		if session.ConfID == 700000000000000789 {
			count++
		}
	}
	fmt.Println(count, peak())
}

// peak is read here: what a parent process is told counts the parent's own
// memory too, as a child shares it until it runs another program.
func peak() int {
	status, _ := os.ReadFile("/proc/self/status")
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	kib, _ := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(strings.SplitN(after, "\n", 2)[0]), " kB"))
	return kib
}
