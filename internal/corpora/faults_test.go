package corpora_test

import (
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/corpora"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/validate"
)

// TestFaultsAreMended takes what once went wrong through validation and through
// generated code: a folder of the shared faults has a schema, documents ok*.xml
// that are valid and must survive, and bad*.xml that are not.
func TestFaultsAreMended(t *testing.T) {
	files, err := source.Open(corpora.Folder(t, "faults"), source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	m := newModule(t, files)
	var list []*bound
	for _, folder := range faultFolders(files) {
		b, err := m.generate(folder, entriesOf(t, files, folder))
		if err != nil {
			t.Errorf("%s: not generated: %v", folder, err)
			continue
		}
		list = append(list, b)
	}
	m.build(t, list)
	for _, b := range list {
		t.Run(b.name, func(t *testing.T) { b.tryFault(t, m) })
	}
}

// faultFolders returns the folders that have a schema, in order.
func faultFolders(files *source.Set) []string {
	var list []string
	for _, name := range files.Names() {
		folder, rest, _ := strings.Cut(name, "/")
		if strings.HasPrefix(rest, "schema/") && path.Ext(name) == ".xsd" && !slices.Contains(list, folder) {
			list = append(list, folder)
		}
	}
	return list
}

// entriesOf returns the documents to open: the one that schemaarg names, or all.
func entriesOf(t *testing.T, files *source.Set, folder string) []string {
	t.Helper()
	if arg, err := files.Read(folder + "/schemaarg"); err == nil {
		return []string{folder + "/" + strings.TrimSpace(string(arg))}
	}
	var list []string
	for _, name := range files.Names() {
		if strings.HasPrefix(name, folder+"/schema/") && path.Ext(name) == ".xsd" {
			list = append(list, name)
		}
	}
	return list
}

// tryFault judges the documents of a folder and takes them on their way: valid
// ones survive, the others are refused by Validate at the latest.
func (b *bound) tryFault(t *testing.T, m *module) {
	if b.broken {
		t.Fatal("not built")
	}
	v := validate.New(b.schema, validate.Options{})
	var docs, broken []*document
	for _, name := range m.files.Names() {
		base, ok := strings.CutPrefix(name, b.name+"/")
		if !ok || path.Ext(base) != ".xml" || strings.Contains(base, "/") {
			continue
		}
		data, err := m.files.Read(name)
		if err != nil {
			t.Fatal(err)
		}
		r := v.ValidateBytes(data, name)
		if want := strings.HasPrefix(base, "ok"); r.Valid() != want {
			t.Errorf("%s: valid: %v, want %v: %v", name, r.Valid(), want, r.Diagnostics().Err())
			continue
		}
		root, _ := b.rootOf(data)
		if root < 0 {
			t.Logf("%s: its root element is of simple type and has no struct", name)
			continue
		}
		d := &document{name: name, root: root, data: data}
		if r.Valid() {
			docs = append(docs, d)
		} else {
			broken = append(broken, d)
		}
	}
	m.travel(t, b, slices.Concat(docs, broken))
	for _, d := range broken {
		if d.problem == "" && d.refused == "" {
			t.Errorf("%s: neither reading nor Validate finds anything wrong", d.name)
		}
	}
	same, _ := b.judge(t, v, docs)
	t.Logf("%d of %d documents survived", same, len(docs))
}
