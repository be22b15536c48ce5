package judge

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const (
	head    = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified" `
	article = head + `xmlns:a="urn:a" xmlns:b="urn:b" targetNamespace="urn:a">
  <xsd:import namespace="urn:b" schemaLocation="b.xsd"/>
  <xsd:element name="article">
    <xsd:complexType>
      <xsd:sequence>
        <xsd:element name="size" type="b:size"/>
      </xsd:sequence>
    </xsd:complexType>
  </xsd:element>
</xsd:schema>`
	size = head + `targetNamespace="urn:b">
  <xsd:simpleType name="size">
    <xsd:restriction base="xsd:int">
      <xsd:minInclusive value="1"/>
    </xsd:restriction>
  </xsd:simpleType>
</xsd:schema>`
	valid           = `<article xmlns="urn:a"><size>3</size></article>`
	invalidDocument = `<article xmlns="urn:a"><size>0</size></article>`
)

// folder writes files, name and content in turn, to a folder of the test's.
func folder(t *testing.T, files ...string) string {
	t.Helper()
	dir := t.TempDir()
	for i := 0; i < len(files); i += 2 {
		name := filepath.Join(dir, files[i])
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(files[i+1]), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// wantInvalid checks that err is a verdict, not trouble, and says message.
func wantInvalid(t *testing.T, err error, message string) {
	t.Helper()
	var verdict *Invalid
	if !errors.As(err, &verdict) {
		t.Fatalf("got %v, want an *Invalid", err)
	}
	if !strings.Contains(verdict.Error(), message) {
		t.Errorf("got %q, want it to say %q", verdict, message)
	}
}

func TestXercesJudgesDocuments(t *testing.T) {
	dir := folder(t, "a.xsd", article, "b.xsd", size, "good.xml", valid, "bad.xml", invalidDocument)
	schema, err := Xerces(t).Compile(dir, "a.xsd")
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate([]byte(valid)); err != nil {
		t.Error(err)
	}
	if err := schema.ValidateFile(filepath.Join(dir, "good.xml")); err != nil {
		t.Error(err)
	}
	wantInvalid(t, schema.Validate([]byte(invalidDocument)), "minInclusive")
	wantInvalid(t, schema.ValidateFile(filepath.Join(dir, "bad.xml")), "minInclusive")
	wantInvalid(t, schema.Validate([]byte("<article\n")), "")
}

func TestXercesReadsTheDeclaredEncoding(t *testing.T) {
	dir := folder(t, "a.xsd", head+`><xsd:element name="a" type="xsd:string"/></xsd:schema>`)
	schema, err := Xerces(t).CompileSet(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate([]byte("<?xml version='1.0' encoding='ISO-8859-1'?><a>Z\xfcrich</a>")); err != nil {
		t.Error(err)
	}
	wantInvalid(t, schema.Validate([]byte("<a>Z\xfcrich</a>")), "UTF-8")
}

func TestXercesRefusesSchemas(t *testing.T) {
	outside := folder(t, "b.xsd", size)
	for name, test := range map[string]struct {
		files   []string
		message string
	}{
		"that are not well-formed":         {[]string{"a.xsd", head}, "a.xsd:"},
		"with a type that is not there":    {[]string{"a.xsd", strings.Replace(article, "b:size", "b:sise", 1), "b.xsd", size}, "b:sise"},
		"with an import that is not there": {[]string{"a.xsd", article}, "b.xsd"},
		"that reach out of their folder":   {[]string{"a.xsd", strings.Replace(article, "b.xsd", "file://"+outside+"/b.xsd", 1)}, "refused"},
		"that reach out into the internet": {[]string{"a.xsd", strings.Replace(article, "b.xsd", "http://localhost/b.xsd", 1)}, "refused"},
		"that reach out of it by two dots": {[]string{"a.xsd", strings.Replace(article, "b.xsd", "../b.xsd", 1)}, "refused"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Xerces(t).Compile(folder(t, test.files...), "a.xsd")
			wantInvalid(t, err, test.message)
		})
	}
}

func TestXercesTakesNamesWithSpaces(t *testing.T) {
	dir := folder(t, "two words/a.xsd", article, "two words/b.xsd", size)
	if _, err := Xerces(t).CompileSet(dir); err != nil {
		t.Error(err)
	}
}

func TestXercesNoticesAChangedImport(t *testing.T) {
	dir := folder(t, "a.xsd", article, "b.xsd", size)
	if _, err := Xerces(t).Compile(dir, "a.xsd"); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "b.xsd"), []byte(head+`targetNamespace="urn:b"/>`), 0o666); err != nil {
		t.Fatal(err)
	}
	_, err := Xerces(t).Compile(dir, "a.xsd")
	wantInvalid(t, err, "b:size")
}

func TestXercesReadsNoExternalEntity(t *testing.T) {
	dir := folder(t, "a.xsd", head+`><xsd:element name="a" type="xsd:string"/></xsd:schema>`, "secret.txt", "secret")
	schema, err := Xerces(t).Compile(dir, "a.xsd")
	if err != nil {
		t.Fatal(err)
	}
	document := `<!DOCTYPE a [<!ENTITY e SYSTEM "file://` + filepath.ToSlash(dir) + `/secret.txt">]><a>&e;</a>`
	if err := schema.Validate([]byte(document)); err == nil {
		t.Error("an external entity was read")
	}
}

func TestXmllintJudges(t *testing.T) {
	l := Xmllint(t)
	dir := folder(t, "a.xsd", article, "b.xsd", size, "good.xml", valid, "bad.xml", invalidDocument)
	if err := l.Compile(filepath.Join(dir, "a.xsd")); err != nil {
		t.Fatal(err)
	}
	driver, err := l.Driver(dir, "a.xsd", "b.xsd")
	if err != nil {
		t.Fatal(err)
	}
	good, bad := filepath.Join(dir, "good.xml"), filepath.Join(dir, "bad.xml")
	verdicts, err := l.Validate(driver, good, bad)
	if err != nil {
		t.Fatal(err)
	}
	if verdicts[good] != nil {
		t.Error(verdicts[good])
	}
	wantInvalid(t, verdicts[bad], "minInclusive")
}

func TestXmllintRefusesSchemas(t *testing.T) {
	l := Xmllint(t)
	for name, files := range map[string][]string{
		"that are not well-formed":         {"a.xsd", head},
		"with a type that is not there":    {"a.xsd", strings.Replace(article, "b:size", "b:sise", 1), "b.xsd", size},
		"with an import that is not there": {"a.xsd", article},
	} {
		t.Run(name, func(t *testing.T) {
			wantInvalid(t, l.Compile(filepath.Join(folder(t, files...), "a.xsd")), "")
		})
	}
}

func TestDocumentsAreOrderedNamesBelowTheFolder(t *testing.T) {
	got, err := Documents(folder(t, "b/z.xsd", size, "a.xsd", size, "b/readme.md", "", "b/a.xsd", size))
	if err != nil {
		t.Fatal(err)
	}
	if want := "a.xsd b/a.xsd b/z.xsd"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
