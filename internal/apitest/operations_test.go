package apitest

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wbxgen/wbxgen/internal/judge"
	webexprofile "github.com/wbxgen/wbxgen/internal/profile/webex"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
)

// TestEveryOperationSurvives sends documents with everything that the schema
// has through the generated types, for every request and response, in both
// forms: qualified, which Xerces judges, and unqualified.
func TestEveryOperationSurvives(t *testing.T) {
	tested := releases[len(releases)-1:]
	if os.Getenv("WBXGEN_LONG") != "" {
		tested = releases
	}
	for _, r := range tested {
		t.Run(r.version, func(t *testing.T) {
			schema := compiled(t, r)
			judged := xerces(t, r)
			for _, op := range webexprofile.Profile.Operations(schema) {
				for _, body := range []*xsd.ComplexType{op.Request.Type, op.Response.Type} {
					for variant := range 4 {
						w := &writer{schema: schema, variant: variant}
						doc := w.message(webexprofile.Profile.Envelope().Root, body)
						survives(t, r, judged, fmt.Sprintf("%s/%d", body.Name.Local, variant), []byte(doc))
					}
				}
			}
		})
	}
}

func compiled(t *testing.T, r release) *xsd.Schema {
	t.Helper()
	set, err := source.Open(r.version, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	schema, diags := compile.Compile(set, compile.Options{})
	if err := diags.Err(); err != nil {
		t.Fatal(err)
	}
	return schema
}

// survives decodes and encodes a document in all four ways.
func survives(t *testing.T, r release, judged *judge.Schema, name string, doc []byte) {
	t.Helper()
	if err := judged.Validate(doc); err != nil {
		t.Fatalf("%s: the test's own document is not valid: %v\n%s", name, err, doc)
	}
	m := r.message()
	if err := codec.Unmarshal(doc, r.root, m, wire.Types(r.registry()), wire.Unknown(wire.RefuseUnknown)); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, doc)
	}
	qualified, err := codec.Marshal(r.root, m)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	o := outline{spaces: true}
	want := o.of(t, name, doc)
	if d := cmp.Diff(want, o.of(t, name, qualified)); d != "" {
		t.Fatalf("%s qualified (-document +re-encoded):\n%s", name, d)
	}
	if err := judged.Validate(qualified); err != nil {
		t.Fatalf("%s: what is written is not valid: %v\n%s", name, err, qualified)
	}
	unqualified, err := codec.Marshal(r.root, m, wire.Unqualified())
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if strings.Contains(string(unqualified), "<serv:header") {
		t.Fatalf("%s: children have prefixes in the unqualified form:\n%s", name, unqualified)
	}
	again := r.message()
	if err := codec.Unmarshal(unqualified, r.root, again, wire.Types(r.registry()), wire.Unqualified(), wire.Unknown(wire.RefuseUnknown)); err != nil {
		t.Fatalf("%s unqualified: %v\n%s", name, err, unqualified)
	}
	back, err := codec.Marshal(r.root, again)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if d := cmp.Diff(want, o.of(t, name, back)); d != "" {
		t.Fatalf("%s by way of the unqualified form (-document +re-encoded):\n%s", name, d)
	}
}
