package compile_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/wbxgen/wbxgen/internal/corpora"
	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/source"
	judging "github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// TestPublishedDocumentsAreSchemas compiles each document here and with Xerces,
// but for those that have to do with names that Xerces has built in.
func TestPublishedDocumentsAreSchemas(t *testing.T) {
	for _, namespace := range compile.Published() {
		text := compile.PublishedDocument(namespace)
		if diags := compileOne(t, text); diags.Len() > 0 {
			t.Errorf("%s: %v", namespace, diags)
		}
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "s.xsd"), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		if _, err := judge.Xerces(t).Compile(dir, "s.xsd"); err != nil && namespace != xsd.Namespace {
			t.Errorf("%s: Xerces: %v", namespace, err)
		}
	}
}

// TestTheSchemaForSchemasTakesPublishedSchemas validates schema documents of
// public sets, and wrong ones, against the schema for schemas.
func TestTheSchemaForSchemasTakesPublishedSchemas(t *testing.T) {
	schema, diags := compileFiles(t, compile.Options{}, txtar.File{Name: "s.xsd", Data: []byte(compile.PublishedDocument(xsd.Namespace))})
	if diags.Len() > 0 {
		t.Fatal(diags)
	}
	v := judging.New(schema, judging.Options{MaxErrors: 3})
	for _, wrong := range []string{
		`<xs:element/>`, `<xs:element name="a" type="a b"/>`, `<xs:element name="a" nillable="yes"/>`, `<xs:complexType name="a"><xs:any/></xs:complexType>`,
		`<xs:sequence/>`, `<xs:simpleType name="a"/>`, `<xs:complexType name="a"><xs:simpleContent/></xs:complexType>`, `<xs:element name="a" final="#some"/>`,
		`<xs:complexType name="a"><xs:all maxOccurs="2"/></xs:complexType>`, `<xs:elemnt name="a"/>`,
	} {
		if r := v.ValidateBytes([]byte(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">`+wrong+`</xs:schema>`), "s.xsd"); r.Valid() {
			t.Errorf("%s is valid", wrong)
		}
	}
	shared := corpora.Folder(t, "corpora")
	files := corpora.Files(t, shared)
	for _, e := range corpora.Entries(t, shared) {
		checkAgainst(t, v, files, e.Name())
	}
}

// checkAgainst validates a document; in a long run all that its folder has.
func checkAgainst(t *testing.T, v *judging.Validator, files *source.Set, entry string) {
	t.Helper()
	for _, name := range files.Names() {
		if name != entry && (!long() || !strings.HasPrefix(name, filepath.Dir(entry)) || !strings.HasSuffix(name, ".xsd")) {
			continue
		}
		data, err := files.Read(name)
		if err != nil {
			t.Fatal(err)
		}
		if name != entry {
			if _, diags := compile.Documents(files, []string{name}, compile.Options{Lax: true}); diags.HasErrors() {
				continue
			}
		}
		if r := v.ValidateBytes(data, name); !r.Valid() && !strings.Contains(r.Diagnostics().String(), "wbxgen-") {
			t.Errorf("%v", r.Diagnostics())
		}
	}
}

// TestSchemasThatReferToPublishedDocuments uses what the documents declare, as
// Xerces does.
func TestSchemasThatReferToPublishedDocuments(t *testing.T) {
	for namespace, use := range map[string]string{
		compile.SOAPEncoding: `<xs:complexType name="List"><xs:complexContent><xs:restriction base="p:Array"><xs:attribute ref="p:arrayType"/></xs:restriction></xs:complexContent></xs:complexType>
<xs:element name="s" type="p:string"/><xs:element name="t"><xs:complexType><xs:attributeGroup ref="p:commonAttributes"/></xs:complexType></xs:element>`,
		xsd.XMLNamespace: `<xs:element name="t"><xs:complexType><xs:attributeGroup ref="xml:specialAttrs"/></xs:complexType></xs:element>`,
	} {
		prefix := ` xmlns:p="` + namespace + `"`
		if namespace == xsd.XMLNamespace {
			prefix = ""
		}
		main := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"` + prefix + `><xs:import namespace="` + namespace + `" schemaLocation="p/p.xsd"/>` + use + `</xs:schema>`
		files := []txtar.File{{Name: "main.xsd", Data: []byte(main)}, {Name: "p/p.xsd", Data: []byte(compile.PublishedDocument(namespace))}}
		if _, diags := compileFiles(t, compile.Options{}, files...); diags.Len() > 0 {
			t.Errorf("%s: %v", namespace, diags)
		}
		dir := t.TempDir()
		for _, f := range files {
			if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, f.Name)), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := judge.Xerces(t).Compile(dir, "main.xsd"); err != nil {
			t.Errorf("%s: Xerces: %v", namespace, err)
		}
	}
}
