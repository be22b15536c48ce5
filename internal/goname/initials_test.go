package goname_test

import (
	"testing"

	"github.com/wbxgen/wbxgen/internal/goname"
)

func TestInitialisms(t *testing.T) {
	in := goname.NewInitialisms(append([]string{"sku"}, goname.GoInitialisms...))
	for id, want := range map[string]string{
		"OrderId": "OrderID", "Id": "ID", "OrderIds": "OrderIDs", "HttpUrl": "HTTPURL", "MeetingUuid": "MeetingUUID", "Identity": "Identity",
		"ElementSku": "ElementSKU", "URLPath": "URLPath", "Skus": "SKUs", "Utf8Text": "UTF8Text", "Idea": "Idea", "X": "X", "Ünid": "Ünid", "PIds": "PIDs", "IDs": "IDs", "Acls": "ACLs",
		"Widths": "Widths", "VmId2": "VMId2",
	} {
		if got := in.Apply(id); got != want {
			t.Errorf("%s became %s, want %s", id, got, want)
		}
		if got := in.Apply(in.Apply(id)); got != want {
			t.Errorf("%s became %s the second time", id, got)
		}
	}
	if got := goname.NewInitialisms(nil).Apply("OrderId"); got != "OrderId" {
		t.Errorf("without words: %s", got)
	}
}
