package compile_test

import (
	"testing"
	"time"

	"github.com/wbxgen/wbxgen/internal/corpora"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// TestPublishedSchemasCompile compiles the entry documents of public schema
// sets, each alone: none has an error.
func TestPublishedSchemasCompile(t *testing.T) {
	shared := corpora.Folder(t, "corpora")
	files := corpora.Files(t, shared)
	for _, e := range corpora.Entries(t, shared) {
		began := time.Now()
		_, diags := compile.Documents(files, []string{e.Name()}, compile.Options{})
		if err := diags.Err(); err != nil {
			t.Errorf("%s: %v", e.Name(), err)
		}
		if took := time.Since(began); took > time.Second {
			t.Logf("%s took %v", e.Name(), took.Round(time.Millisecond))
		}
	}
}
