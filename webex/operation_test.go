package webex_test

import (
	"testing"

	"github.com/wbxgen/wbxgen/webex"
	"github.com/wbxgen/wbxgen/wire"
)

func TestOperationsAreFoundByWhatRequestsSay(t *testing.T) {
	list := webex.Operations{&opGetUser, &opCreateMeeting}
	if op := list.ByRequest(new(CreateMeeting).XMLType()); op != &opCreateMeeting {
		t.Errorf("got %v", op)
	}
	if op := list.ByRequest(wire.NameOf(nsUser.URI, "createMeeting")); op != nil {
		t.Errorf("got %v", op)
	}
	for _, tt := range []struct {
		text, space string
		want        *webex.Operation
	}{
		{"java:com.webex.service.binding.user.GetUser", "", &opGetUser},
		{" java:com.webex.xmlapi.service.binding.user.GetUser ", "", &opGetUser},
		{"user.GetUser", "", &opGetUser},
		{"use:getUser", nsUser.URI, &opGetUser},
		{"use:getUser", "", nil},
		{"use:getUser", nsMeeting.URI, nil},
		{"java:com.webex.service.binding.meeting.GetUser", "", nil},
		{"xuser.GetUser", "", nil},
		{"", "", nil},
	} {
		if op := list.ByWireType(tt.text, tt.space); op != tt.want {
			t.Errorf("%q: got %v", tt.text, op)
		}
	}
}
