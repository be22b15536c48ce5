package webex_test

import (
	"testing"

	"github.com/wbxgen/wbxgen/internal/profile/webex"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

func TestSecretsAreToldByTheirNames(t *testing.T) {
	for name, want := range map[string]bool{
		"password": true, "meetingPassword": true, "audioPassword": true, "sessionTicket": true, "webExAccessToken": true,
		"samlResponse": true, "hostKey": true, "hostPIN": true, "clientSecret": true, "accessCode": true, "guestToken": true,
		"meetingKey": false, "meetingUUID": false, "webExID": false, "confName": false, "shipping": false, "email": false,
	} {
		if got := webex.Profile.Secret(name); got != want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

func TestIntegersAreLong(t *testing.T) {
	for name, want := range map[string]string{"integer": "long", "positiveInteger": "long", "int": "int", "decimal": "decimal", "string": "string"} {
		if got := webex.Profile.Builtin(name); got != want {
			t.Errorf("%s is read as %s", name, got)
		}
	}
}

func TestOnlyAnOptionalElementWithADefaultHasANote(t *testing.T) {
	preset, fixed := &xsd.ElementDecl{Value: &xsd.ValueConstraint{Lexical: "1"}}, &xsd.ElementDecl{Value: &xsd.ValueConstraint{Lexical: "1", Fixed: true}}
	for _, tt := range []struct {
		decl     *xsd.ElementDecl
		optional bool
		want     string
	}{
		{preset, true, "absent, the server decides"}, {preset, false, ""}, {fixed, true, ""}, {new(xsd.ElementDecl), true, ""},
	} {
		if got := webex.Profile.ElementNote(tt.decl, tt.optional); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}
