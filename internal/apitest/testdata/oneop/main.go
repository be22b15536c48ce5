// Command oneop uses one operation of one package.
package main

import (
	"context"
	"fmt"

	"github.com/wbxgen/wbxgen/generated/v40.6.0/meeting"
	"github.com/wbxgen/wbxgen/webex"
)

func main() {
	c := meeting.NewClient(webex.NewClient("acme", webex.WithAccessToken("t")))
	fmt.Println(c.CreateMeeting(context.Background(), new(meeting.CreateMeetingRequest)))
}
