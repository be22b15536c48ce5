package report

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// findings are diagnostics of every kind: with and without a place, a code and
// other places, twice the same, with text that must be escaped.
func findings() []diag.Diagnostic {
	var l diag.List
	l.Error(diag.Pos{File: "a b.xsd", Line: 3, Col: 5}, "src-resolve", "type %q is not declared, 100%%", "x:y").See(diag.Pos{File: "c,d.xsd", Line: 1}, "see")
	l.Warning(diag.Pos{File: "a b.xsd", Line: 4}, "wbxgen-x", "two\nlines")
	l.Warning(diag.Pos{File: "a b.xsd", Line: 9}, "wbxgen-x", "two\nlines")
	l.Note(diag.Pos{File: "a b.xsd"}, "xml-well-formed", "a note")
	l.Error(diag.Pos{}, "", "nowhere")
	return l.Sorted()
}

func TestDiagnosticsAsSARIF(t *testing.T) {
	for _, list := range [][]diag.Diagnostic{nil, findings()} {
		var out bytes.Buffer
		if err := Annotations(&out, "sarif", list, Options{ToolVersion: "v1.2.3"}); err != nil {
			t.Fatal(err)
		}
		var log sarifLog
		if err := json.Unmarshal(out.Bytes(), &log); err != nil {
			t.Fatal(err)
		}
		prints := map[string]bool{}
		for _, r := range log.Runs[0].Results {
			prints[r.Fingerprints["wbxgen/v1"]] = true
			if log.Runs[0].Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID {
				t.Errorf("%s has the index of another rule", r.RuleID)
			}
		}
		if len(prints) != len(list) {
			t.Errorf("%d fingerprints of %d findings", len(prints), len(list))
		}
	}
}

// A fingerprint stays when lines are added above.
func TestDiagnosticFingerprintsStay(t *testing.T) {
	seen, moved := map[string]int{}, map[string]int{}
	for _, d := range findings() {
		there := d
		there.Pos.Line += 10
		if diagnosticPrint(d, seen) != diagnosticPrint(there, moved) {
			t.Errorf("%v has another one further down", d)
		}
	}
}

func TestDiagnosticsAsWorkflowCommands(t *testing.T) {
	var out bytes.Buffer
	if err := Annotations(&out, "github", findings(), Options{}); err != nil {
		t.Fatal(err)
	}
	want := strings.Join([]string{
		"::error::nowhere",
		"::notice file=a b.xsd,title=xml-well-formed::a note",
		"::error file=a b.xsd,line=3,col=5,title=src-resolve::type \"x:y\" is not declared, 100%25%0Ac,d.xsd:1: see",
		"::warning file=a b.xsd,line=4,title=wbxgen-x::two%0Alines",
		"::warning file=a b.xsd,line=9,title=wbxgen-x::two%0Alines", "",
	}, "\n")
	if out.String() != want {
		t.Errorf("\n got %s\nwant %s", out.String(), want)
	}
}
