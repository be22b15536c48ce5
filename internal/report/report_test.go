package report

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// digest is one that is known already.
func digest(text string) change.Digest { return func() string { return text } }

// sample is a result with a bit of everything.
func sample() *change.Result {
	pos := func(line int) diag.Pos { return diag.Pos{File: "user.xsd", Line: line, Col: 7} }
	in := func(path string) change.Component {
		return change.Component{Kind: xsd.KindComplexType, Name: xsd.QName{Space: "urn:user", Local: "createUserType"}, Path: path, Label: "use:createUserType"}
	}
	return &change.Result{
		Old: change.Version{Label: "1.0", Digest: digest("aa")}, New: change.Version{Label: "2.0", Digest: digest("bb")},
		Changes: []change.Change{
			{
				ID: "element-added-required", Component: in("displayName"), New: &change.Value{Text: "1..1 xs:string", Pos: pos(214)},
				Severity: change.Severity{Request: change.Break, Response: change.Info, Strict: change.Break, Go: change.GoMinor},
				Operations: []change.Reach{
					{Operation: "CreateUser", Service: "user", Way: "displayName", Count: 1},
					{Operation: "GetUser", Service: "user", Direction: change.Response, Way: "user/displayName", Count: 3},
					{Operation: "SetUser", Service: "admin", Way: "displayName", Count: 1},
					{Operation: "LstUser", Service: "user", Direction: change.Response, Way: "user/displayName", Count: 1, ViaType: true},
				},
				IntroducedIn: "2.0", Fingerprint: "9f2c01ab77de",
				Witnesses: []change.Witness{{XML: "<use:createUser/>", Sent: "<createUser/>", ValidUnder: "1.0", InvalidUnder: "2.0", Error: "displayName expected", Path: "/createUser"}},
			},
			{
				ID: "enum-value-added", Component: in("role"), New: &change.Value{Text: "RED\x1b[31m`` | x\n", Pos: pos(220)},
				Severity: change.Severity{Response: change.Risk, Strict: change.Break, Go: change.GoMinor}, Reason: change.ExhaustiveSwitch,
				Operations:  []change.Reach{{Operation: "GetUser", Service: "user", Direction: change.Response, Way: "role", Count: 1}},
				Fingerprint: "012345678901", Tags: []string{"was-deprecated"}, Accepted: &change.Acceptance{Reason: "we ignore roles"},
			},
			{
				ID: "element-became-optional", Component: in("header/id"),
				Old: &change.Value{Text: "1..1", Pos: pos(3)}, New: &change.Value{Text: "0..1", Pos: pos(4)},
				Severity: change.Severity{Request: change.Info, Go: change.GoMajor},
				Operations: []change.Reach{
					{Operation: change.AllOperations, Way: "header/id", Count: 1},
				},
				Fingerprint: "abcdefabcdef",
			},
			{ID: "type-added", Component: in(""), New: &change.Value{Text: "extension of use:x"}, Severity: change.Severity{Go: change.GoMinor}, Fingerprint: "ffffffffffff"},
		},
		Operations: []change.Verdict{
			{Operation: "SetUser", Service: "admin", Request: change.Break, Changes: 1},
			{Operation: "CreateUser", Service: "user", Request: change.Break, Changes: 1},
			{Operation: "GetUser", Service: "user", Response: change.Risk, Strict: change.Break, Changes: 2},
			{Operation: "SetUser", Service: "user"},
		},
		Go: &change.GoVerdict{Step: change.GoMajor, Changes: []change.GoChange{
			{Symbol: "user.CreateUser.DisplayName", New: "string", Step: change.GoMinor},
			{Symbol: "user.Header.ID", Old: "int64", New: "*int64", Step: change.GoMajor},
			{Symbol: "user.Header.Note", Old: `xml:"note"`, New: `xml:"urn:user note"`, Tag: true, Step: change.GoPatch},
			{Symbol: "user.Old", Old: "struct", Step: change.GoMajor},
		}},
	}
}

func TestFormats(t *testing.T) {
	for _, c := range []struct {
		file, format string
		options      Options
	}{
		{"diff.txt", "text", Options{}},
		{"diff-color.txt", "text", Options{Color: true, Strict: true, MaxPerChange: 2}},
		{"diff.md", "markdown", Options{}},
		{"diff-short.md", "markdown", Options{MaxBytes: 700}},
		{"diff.json", "json", Options{}},
		{"diff.html", "html", Options{}},
		{"diff.junit.xml", "junit", Options{}},
		{"diff.github.txt", "github", Options{}},
	} {
		t.Run(c.file, func(t *testing.T) {
			var out bytes.Buffer
			if err := Write(&out, c.format, sample(), c.options); err != nil {
				t.Fatal(err)
			}
			golden(t, c.file, out.Bytes())
			var again bytes.Buffer
			if err := Write(&again, c.format, sample(), c.options); err != nil || !bytes.Equal(again.Bytes(), out.Bytes()) {
				t.Errorf("the second run differs, or %v", err)
			}
		})
	}
}

// golden compares output with a file; with WBXGEN_GOLDEN it writes the file.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if os.Getenv("WBXGEN_GOLDEN") != "" {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestNothingToShow(t *testing.T) {
	same := &change.Result{Old: change.Version{Label: "1", Digest: digest("d")}, New: change.Version{Label: "2", Digest: digest("d")}}
	for _, format := range []string{"text", "markdown"} {
		var out bytes.Buffer
		if err := Write(&out, format, same, Options{}); err != nil || out.Len() != 0 {
			t.Errorf("%s prints %q, %v", format, out.String(), err)
		}
	}
	var out bytes.Buffer
	if err := JSON(&out, same, Options{}); err != nil {
		t.Fatal(err)
	}
	var d struct {
		Format  string
		Changes []any
	}
	if err := json.Unmarshal(out.Bytes(), &d); err != nil || d.Format != JSONFormat || d.Changes == nil || len(d.Changes) != 0 {
		t.Errorf("got %s, %v", out.String(), err)
	}
}

func TestSummaryIsOneLine(t *testing.T) {
	hidden := sample()
	hidden.Changes, hidden.Hidden = nil, 4
	same := &change.Result{Old: change.Version{Label: "1"}, New: change.Version{Label: "2"}}
	for _, c := range []struct {
		result *change.Result
		strict bool
		want   string
	}{
		{sample(), false, "1.0 -> 2.0: 4 changes in 3 operations (1 break, 1 risk, 1 info, 1 none); 1 operation untouched; Go API: major"},
		{sample(), true, "1.0 -> 2.0: 4 changes in 3 operations (2 break, 1 info, 1 none); 1 operation untouched; Go API: major"},
		{hidden, false, "1.0 -> 2.0: no changes to show; 4 changes not shown"},
		{same, false, "1 -> 2: no changes; the components are the same"},
	} {
		if got := Summary(c.result, Options{Strict: c.strict}); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

func TestDocumentsCannotCommandTerminals(t *testing.T) {
	for _, format := range []string{"text", "markdown"} {
		var out bytes.Buffer
		if err := Write(&out, format, sample(), Options{}); err != nil {
			t.Fatal(err)
		}
		if strings.ContainsRune(out.String(), '\x1b') {
			t.Errorf("%s passes on an escape character", format)
		}
	}
}

func TestUnknownFormat(t *testing.T) {
	err := Write(&bytes.Buffer{}, "yaml", sample(), Options{})
	if err == nil || !strings.Contains(err.Error(), "text") {
		t.Errorf("got %v", err)
	}
}
