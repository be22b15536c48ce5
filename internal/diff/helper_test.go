package diff_test

import (
	"os"
	"path/filepath"
	"sync"
	"testing"

	webexprofile "github.com/wbxgen/wbxgen/internal/profile/webex"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/pairs"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// compiled returns the schema of what arg names for source.Open.
func compiled(t testing.TB, arg string) *xsd.Schema {
	t.Helper()
	set, err := source.Open(arg, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, diags := compile.Compile(set, compile.Options{})
	if diags.HasErrors() {
		t.Fatalf("%s does not compile:\n%s", arg, diags)
	}
	return s
}

// files compiles documents given by name.
func files(t testing.TB, docs map[string]string) *xsd.Schema {
	t.Helper()
	dir := t.TempDir()
	for name, text := range docs {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return compiled(t, dir)
}

// schemaOf compiles the content of a schema element in the namespace urn:t.
func schemaOf(t testing.TB, content string) *xsd.Schema {
	t.Helper()
	return files(t, map[string]string{"t.xsd": pairs.Document(content)})
}

var (
	webexMu    sync.Mutex
	webexSides = map[string]*diff.Side{}
)

// webex returns a version of the Webex schemas, compiled once.
func webex(t testing.TB, version string) *diff.Side {
	t.Helper()
	webexMu.Lock()
	defer webexMu.Unlock()
	if webexSides[version] == nil {
		webexSides[version] = diff.NewSide(version, compiled(t, version), webexprofile.Profile)
	}
	return webexSides[version]
}

// ids returns the rules of the changes of a result, in its order.
func ids(r *change.Result) []string {
	var list []string
	for _, c := range r.Changes {
		list = append(list, string(c.ID))
	}
	return list
}
