package cli_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/cli"
)

// verdictDocuments are documents of every kind, with what is said of them and
// the exit code that they ask for.
var verdictDocuments = []struct {
	name, text, outcome string
	code                int
}{
	{"good.xml", `<n>1</n>`, "valid", 0},
	{"bad.xml", `<n>one</n>`, "invalid", 1},
	{"malformed.xml", `<n>1`, "invalid", 1},
	{"empty.xml", ``, "invalid", 1},
	{"encoding.xml", `<?xml version="1.0" encoding="x-unheard-of"?><n>1</n>`, "undecided", 2},
	{"gone.xml", "", "undecided", 2},
	{"folder", "", "undecided", 2},
}

// verdictFolder writes the documents and their schema.
func verdictFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	files := map[string]string{"s.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="n" type="xs:int"/></xs:schema>`}
	for _, d := range verdictDocuments {
		if strings.HasSuffix(d.name, ".xml") && d.name != "gone.xml" {
			files[d.name] = d.text
		}
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "folder"), 0o777); err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestEveryDocumentIsJudged gives all pairs and triples of kinds of documents
// to validate: each has its verdict, whatever is before it, and the exit code is
// the worst.
func TestEveryDocumentIsJudged(t *testing.T) {
	dir := verdictFolder(t)
	n := len(verdictDocuments)
	for i := range n {
		for j := range n {
			for k := range n + 1 {
				picked := []int{i, j}
				if k < n {
					picked = append(picked, k)
				}
				judgeAll(t, dir, picked)
			}
		}
	}
}

func judgeAll(t *testing.T, dir string, picked []int) {
	t.Helper()
	args, want, code := []string{"validate", "--schema", filepath.Join(dir, "s.xsd")}, "", 0
	for _, i := range picked {
		d := verdictDocuments[i]
		args = append(args, filepath.Join(dir, d.name))
		want += fmt.Sprintf("%s: %s\n", filepath.Join(dir, d.name), d.outcome)
		code = max(code, d.code)
	}
	var stdout, stderr bytes.Buffer
	if got := cli.Main(args, strings.NewReader(""), &stdout, &stderr); got != code {
		t.Errorf("%v: exit code %d, want %d", args[3:], got, code)
	}
	if stderr.String() != want {
		t.Errorf("%v:\n got %s\nwant %s", args[3:], stderr.String(), want)
	}
}

// TestTheLineProtocolSaysTheSame asks the line protocol about the same
// documents.
func TestTheLineProtocolSaysTheSame(t *testing.T) {
	dir := verdictFolder(t)
	var requests, answers, stderr bytes.Buffer
	for _, d := range verdictDocuments {
		if err := json.NewEncoder(&requests).Encode(map[string]any{"id": d.name, "schemas": []string{filepath.Join(dir, "s.xsd")}, "instance": filepath.Join(dir, d.name)}); err != nil {
			t.Fatal(err)
		}
	}
	if code := cli.Main([]string{"validate", "--jsonl"}, &requests, &answers, &stderr); code != 0 {
		t.Fatal(code, stderr.String())
	}
	decoder := json.NewDecoder(&answers)
	for _, d := range verdictDocuments {
		var a struct{ ID, Schema, Instance, Message string }
		if err := decoder.Decode(&a); err != nil {
			t.Fatal(err)
		}
		want := map[string]string{"valid": "valid", "invalid": "invalid", "undecided": "error"}[d.outcome]
		if a.ID != d.name || a.Schema != "valid" || a.Instance != want || (a.Message == "") != (want == "valid") {
			t.Errorf("%s: %+v, want %s", d.name, a, want)
		}
	}
}
