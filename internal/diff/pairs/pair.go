package pairs

import (
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// Pair is what is kept for one rule: a pair of schemas in which it shows, and
// one beside it in which it just does not.
type Pair struct {
	ID        change.ID
	Old, New  *diff.Side
	Near      *diff.Side
	Options   diff.Options
	documents *txtar.Archive
}

// All returns the pairs of all rules, in the order of the rules; dir is the
// folder that holds them.
func All(t testing.TB, dir string) []Pair {
	t.Helper()
	var list []Pair
	for _, r := range change.Rules() {
		a, err := txtar.ParseFile(filepath.Join(dir, string(r.ID)+".txtar"))
		if err != nil {
			t.Fatal(err)
		}
		p := Pair{ID: r.ID, documents: a}
		p.Options.Docs = strings.Contains(p.Wants("options"), "docs")
		p.Old, p.New, p.Near = Side(t, "old", p.Wants("old.xsd")), Side(t, "new", p.Wants("new.xsd")), Side(t, "near", p.Wants("near.xsd"))
		list = append(list, p)
	}
	return list
}

// Wants returns a part of what is kept for the rule, "" where there is none.
func (p *Pair) Wants(part string) string {
	for _, f := range p.documents.Files {
		if f.Name == part {
			return string(f.Data)
		}
	}
	return ""
}

// Side compiles a document, or the content of a schema element in the
// namespace urn:t. It has operations where it declares the type of their
// bodies.
func Side(t testing.TB, label, text string) *diff.Side {
	t.Helper()
	set, err := source.FromFS(fstest.MapFS{"t.xsd": {Data: []byte(Document(text))}}, nil, source.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	s, diags := compile.Compile(set, compile.Options{})
	if diags.HasErrors() {
		t.Fatalf("%s does not compile:\n%s", label, diags)
	}
	if s.Type(body) == nil {
		return diff.NewSide(label, s, nil)
	}
	return diff.NewSide(label, s, api{})
}

// Document returns a schema document with the content given, or the document
// given.
func Document(content string) string {
	if strings.HasPrefix(strings.TrimSpace(content), "<?xml") || strings.Contains(content, "<xs:schema") {
		return content
	}
	return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:t" targetNamespace="urn:t" elementFormDefault="qualified">` +
		content + `</xs:schema>`
}
