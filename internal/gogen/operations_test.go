package gogen_test

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/gogen"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/profile/webex"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// webexFiles generates from the newest set of the Webex API.
func webexFiles(t *testing.T) map[string][]byte {
	t.Helper()
	files, err := gogen.Files(webexPlan(t))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// webexPlan plans the code of the newest set of the Webex API.
func webexPlan(t *testing.T) *plan.Plan {
	t.Helper()
	set, err := source.Open("40.6.0", source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	schema, diags := compile.Compile(set, compile.Options{})
	if err := diags.Err(); err != nil {
		t.Fatal(err)
	}
	code, notes := binding.New(schema, binding.Options{
		Source: "schemas/40.6.0", Version: "40.6.0", ImportPath: "example.com/api", RootName: "webexapi", Profile: webex.Profile,
		Runtime: "github.com/wbxgen/wbxgen/wire", Client: "github.com/wbxgen/wbxgen/webex",
	})
	if err := notes.Err(); err != nil {
		t.Fatal(err)
	}
	return code
}

// TestOperationsArePrinted looks for the parts that only an API with operations
// has: clients, methods, descriptors, lists that come in pages, and package all.
func TestOperationsArePrinted(t *testing.T) {
	files := webexFiles(t)
	for name, parts := range map[string][]string{
		"webexapi.go": {"package webexapi\n", `const Version = "40.6.0"`, "meeting  http://www.webex.com/schemas/2002/06/service/meeting"},
		"meeting/client.go": {
			"func NewClient(caller webex.Caller) *Client {", "func Operations() []*webex.Operation {", "&opCreateMeeting,",
		},
		"meeting/op_create_meeting.go": {
			"func (c *Client) CreateMeeting(ctx context.Context, req *CreateMeetingRequest) (*CreateMeetingResponse, error) {",
		},
		"meeting/op_create_meeting_xml.go": {
			`WireType: "java:com.webex.service.binding.meeting.CreateMeeting"`,
		},
		"meeting/op_lstsummary_meeting.go": {
			"func (c *Client) LstsummaryMeetingItems(ctx context.Context, req *LstsummaryMeetingRequest) iter.Seq2[*",
			"func (c *Client) LstsummaryMeetingAll(ctx context.Context, ",
		},
		"meeting/op_lstsummary_meeting_xml.go": {
			"webex.ReadItem[", "ReadOnly: true", "Found:", "Page:",
		},
		"all/all.go": {"func Registry() *wire.Registry {", "meeting.RegisterTypes(r)", "func TypeText(name wire.QName) (string, bool) {", "meeting.Operations(),"},
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

// TestCodecsAreApart looks into each file that a person reads: it has types,
// constants, the client's methods, and nothing of how they become XML.
func TestCodecsAreApart(t *testing.T) {
	people, codec := 0, 0
	for name, data := range webexFiles(t) {
		lines := bytes.Count(data, []byte("\n"))
		if strings.HasSuffix(name, "_xml.go") {
			codec += lines
			continue
		}
		people += lines
		f, err := parser.ParseFile(token.NewFileSet(), name, data, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			if m, ok := d.(*ast.FuncDecl); ok && m.Recv != nil && !strings.HasPrefix(types.ExprString(m.Recv.List[0].Type), "*Client") {
				t.Errorf("%s has the method %s", name, m.Name.Name)
			}
		}
	}
	t.Logf("%d lines to read, %d of codecs", people, codec)
}
