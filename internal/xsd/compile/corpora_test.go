package compile_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// TestPublishedSchemasCompile compiles the entry documents of public schema
// sets, each alone: none has an error.
func TestPublishedSchemasCompile(t *testing.T) {
	shared := sharedFolder(t, "corpora")
	entries, err := os.ReadFile(filepath.Join(shared, "entries.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	files := sharedFiles(t, shared)
	for line := range strings.Lines(string(entries)) {
		set, entry, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			continue
		}
		began := time.Now()
		_, diags := compile.Documents(files, []string{set + "/" + entry}, compile.Options{})
		if err := diags.Err(); err != nil {
			t.Errorf("%s %s: %v", set, entry, err)
		}
		if took := time.Since(began); took > time.Second {
			t.Logf("%s %s took %v", set, entry, took.Round(time.Millisecond))
		}
	}
}
