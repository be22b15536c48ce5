package report

import (
	"bytes"
	"strings"
	"testing"
)

func TestMigrationNotes(t *testing.T) {
	var out bytes.Buffer
	if err := Migration(&out, sample(), Options{}); err != nil {
		t.Fatal(err)
	}
	golden(t, "migration.md", out.Bytes())
	out.Reset()
	if err := Migration(&out, webexChain(t, "40.1.2", "40.2.0").Direct, Options{}); err != nil || !strings.Contains(out.String(), "no changes") {
		t.Errorf("got %q, %v", out.String(), err)
	}
}

func TestMarkdownKeepsToItsLimit(t *testing.T) {
	r := webexChain(t, "40.6.0", "40.1.0").Direct
	for _, limit := range []int{400, 2_000, 10_000, 65_536} {
		var out bytes.Buffer
		if err := Write(&out, "markdown", r, Options{MaxBytes: limit}); err != nil {
			t.Fatal(err)
		}
		if out.Len() > limit || out.Len() == 0 {
			t.Errorf("%d bytes with a limit of %d", out.Len(), limit)
		}
		if !strings.Contains(out.String(), r.Changes[0].Fingerprint) {
			t.Errorf("with a limit of %d the worst change is not shown", limit)
		}
		if limit < 10_000 && !strings.Contains(out.String(), "not shown here") {
			t.Errorf("with a limit of %d nothing is said of what is missing", limit)
		}
	}
}

func TestMigrationOfDocuments(t *testing.T) {
	var out bytes.Buffer
	if err := Migration(&out, many(3, 2, 10), Options{}); err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"lient", "equest", "esponse", "peration", "..\n", ".. "} {
		if strings.Contains(out.String(), word) {
			t.Errorf("the notes say %q:\n%s", word, out.String())
		}
	}
	if !strings.Contains(out.String(), "Old documents under the new schema: 3 breaks.") {
		t.Errorf("no headline:\n%s", out.String())
	}
}
