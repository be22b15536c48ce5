package xsd_test

import (
	"context"
	"errors"
	"io/fs"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/schemas"
	"github.com/wbxgen/wbxgen/xsd"
)

const deletion = `<serv:message xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><header/><body>
<bodyContent xsi:type="java:com.webex.service.binding.meeting.DelMeeting"><meetingKey>1</meetingKey></bodyContent></body></serv:message>`

func TestRequestsAsClientsSendThem(t *testing.T) {
	files, err := fs.Sub(schemas.FS, "40.6.0")
	if err != nil {
		t.Fatal(err)
	}
	s, err := xsd.Compile(files)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	for _, ctx := range []context.Context{ctx, context.Background()} {
		if err := s.ValidateBytes(ctx, []byte(deletion), xsd.AsRequest()); err != nil {
			t.Error(err)
		}
		if err := s.ValidateBytes(ctx, []byte(deletion)); err == nil {
			t.Error("a request is valid as it is")
		}
	}
	err = s.Validate(ctx, strings.NewReader(strings.Replace(deletion, ">1<", ">x<", 1)), xsd.AsRequest(), xsd.Named("del.xml"))
	problems, ok := errors.AsType[xsd.Errors](err)
	if !ok || problems[0].File != "del.xml" || problems[0].Line != 2 || problems[0].Path != "/message/body/bodyContent/meetingKey" {
		t.Errorf("got %v", err)
	}
	if err := s.ValidateBytes(ctx, []byte(deletion), xsd.AsRequest(), xsd.Limited(xsd.Limits{Size: 50})); err == nil {
		t.Error("a request beyond the limit is valid")
	}
	if err := compiled(t).ValidateBytes(ctx, []byte(deletion), xsd.AsRequest()); err == nil || !strings.Contains(err.Error(), "no API") {
		t.Errorf("got %v", err)
	}
	cancel()
	if err := s.Validate(ctx, strings.NewReader(deletion), xsd.AsRequest()); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
