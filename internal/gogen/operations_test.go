package gogen_test

import (
	"go/format"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/gogen"
	"github.com/wbxgen/wbxgen/internal/profile/webex"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// webexFiles generates from the newest set of the Webex API.
func webexFiles(t *testing.T) map[string][]byte {
	t.Helper()
	set, err := source.Open("40.6.0", source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	schema, diags := compile.Compile(set, compile.Options{})
	if err := diags.Err(); err != nil {
		t.Fatal(err)
	}
	plan, notes := binding.New(schema, binding.Options{
		Source: "schemas/40.6.0", Version: "40.6.0", ImportPath: "example.com/api", RootName: "webexapi", Profile: webex.Profile,
		Runtime: "github.com/wbxgen/wbxgen/wire", Client: "github.com/wbxgen/wbxgen/webex",
	})
	if err := notes.Err(); err != nil {
		t.Fatal(err)
	}
	files, err := gogen.Files(plan)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestOperationsArePrinted looks for the parts that only an API with operations
// has: clients, methods, descriptors, lists that come in pages, and package all.
func TestOperationsArePrinted(t *testing.T) {
	files := webexFiles(t)
	for name, parts := range map[string][]string{
		"webexapi.go": {"package webexapi\n", `const Version = "40.6.0"`, `NSMeeting = wire.Namespace{`},
		"meeting/client.go": {
			"func NewClient(caller webex.Caller) *Client {", "func Operations() []*webex.Operation {", "&opCreateMeeting,",
		},
		"meeting/op_create_meeting.go": {
			"func (c *Client) CreateMeeting(ctx context.Context, req *CreateMeeting) (*CreateMeetingResponse, error) {",
			`WireType: "java:com.webex.service.binding.meeting.CreateMeeting"`,
		},
		"meeting/op_lstsummary_meeting.go": {
			"func (c *Client) LstsummaryMeetingItems(ctx context.Context, req *LstsummaryMeeting) iter.Seq2[*",
			"func (c *Client) LstsummaryMeetingAll(ctx context.Context, ", "webex.ReadItem[", "ReadOnly: true", "Found:", "Page:",
		},
		"all/all.go": {"func Registry() *wire.Registry {", "meeting.RegisterTypes(r)", "func TypeText(name wire.Name) (string, bool) {", "meeting.Operations(),"},
	} {
		got := strings.Join(strings.Fields(string(files[name])), " ")
		for _, want := range parts {
			if !strings.Contains(got, strings.Join(strings.Fields(want), " ")) {
				t.Errorf("%s has no %q", name, want)
			}
		}
	}
	for name, data := range files {
		if formatted, err := format.Source(data); err != nil || string(formatted) != string(data) {
			t.Errorf("%s is not formatted: %v", name, err)
		}
	}
}
