package goname_test

import (
	"go/token"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wbxgen/wbxgen/internal/goname"
)

func TestExported(t *testing.T) {
	for name, want := range map[string]string{
		"meetingUUID": "MeetingUUID", "meetingUuid": "MeetingUuid", "hostWebExID": "HostWebExID",
		"lstsummarySession": "LstsummarySession", "qti_result_report": "QtiResultReport",
		"RegID": "RegID", "a.b-c": "ABC", "1st": "X1st", "_": "X",
		"Charges7__1": "Charges7_1", "v1.0-2b": "V1_0_2b", "a1_b": "A1B", "2.0": "X2_0", "名": "X名", "élan": "Élan",
	} {
		if got := goname.Exported(name); got != want || !token.IsExported(got) || !token.IsIdentifier(got) {
			t.Errorf("Exported(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestUnexported(t *testing.T) {
	for name, want := range map[string]string{
		"CreateMeeting": "createMeeting", "URLPath": "urlPath", "ID": "id", "type": "type_", "String": "string_", "a": "a",
	} {
		if got := goname.Unexported(name); got != want {
			t.Errorf("Unexported(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestConstantsTellValuesApart(t *testing.T) {
	values := []string{
		"PUBLIC", "IN_PROGRESS", "MeetingCenter", "16BIT", "HOST,PRESENTER,PANELISTS",
		"GMT-01:00, Azores (Azores)", "GMT+01:00, Europe (Paris)", "GMT+00:00, GMT (London)",
		"Dry Run", "", "<", "<=", "a b", "a-b", "x", "X",
	}
	want := []string{
		"Public", "InProgress", "MeetingCenter", "16bit", "HostPresenterPanelists",
		"GmtMinus0100AzoresAzores", "GmtPlus0100EuropeParis", "GmtPlus0000GmtLondon",
		"DryRun", "Empty", "Less", "LessEqual", "ASpaceB", "AMinusB", "X", "X2",
	}
	got := goname.Constants(values)
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestFileNamesAreOrdinaryFiles(t *testing.T) {
	for id, want := range map[string]string{
		"CreateMeeting": "create_meeting", "LstsummarySession": "lstsummary_session", "GetIMStestResult": "get_im_stest_result",
		"AddScheduledTest": "add_scheduledtest", "SetWindows": "setwindows", "Test": "test", "GetXML": "getxml", "GetAPIVersion": "get_api_version",
	} {
		if got := goname.File(id); got != want {
			t.Errorf("File(%q) = %q, want %q", id, got, want)
		}
	}
}

func TestPackage(t *testing.T) {
	for ns, want := range map[string]string{
		"http://www.webex.com/schemas/2002/06/service/meeting": "meeting",
		"http://example.com/schema/1.0":                        "example",
		"urn:example:orders:v2":                                "orders",
		"http://www.w3.org/2001/XMLSchema":                     "xmlschema",
		"http://example.com/wire":                              "examplewire",
		"http://example.com/type":                              "example",
		"urn:t":                                                "tns",
		"urn:3d":                                               "types",
		"":                                                     "types",
		"http://www.topografix.com/GPX/1/1":                    "gpx",
		"urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08":                                    "pacs008",
		"http://www.neuroml.org/schema/neuroml2":                                            "neuroml2",
		"http://www.dmg.org/PMML-4_4":                                                       "pmml",
		"urn:un:unece:uncefact:codelist:standard:UNECE:ActionCode:D20A":                     "actioncode",
		"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd": "wsswssecuritysecext",
		"http://datex2.eu/schema/2_0RC1/2_0":                                                "datex2",
		"http://ead3.archivists.org/schema/":                                                "ead3",
		"http://www.collada.org/2005/11/COLLADASchema":                                      "collada",
		"urn:example:shop:types":                                                            "shop",
		"http://example.com/namespace":                                                      "example",
	} {
		if got := goname.Package(ns); got != want {
			t.Errorf("Package(%q) = %q, want %q", ns, got, want)
		}
	}
}

func FuzzNames(f *testing.F) {
	f.Add("meetingUUID")
	f.Add("")
	f.Add("\xff \u0301")
	f.Fuzz(func(t *testing.T, s string) {
		if id := goname.Exported(s); !token.IsIdentifier(id) || !token.IsExported(id) {
			t.Errorf("Exported(%q) = %q", s, id)
		}
		if id := goname.Unexported(s); !token.IsIdentifier(id) {
			t.Errorf("Unexported(%q) = %q", s, id)
		}
		if id := "T" + goname.Constant(s); !token.IsIdentifier(id) {
			t.Errorf("Constant(%q) = %q", s, id)
		}
	})
}
