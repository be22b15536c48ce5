package sample_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/wbxgen/wbxgen/internal/sample"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// keysOfChildren is a schema whose references are to values in all children of an element.
const keysOfChildren = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:element name="r">
	<xs:complexType><xs:sequence>
		<xs:element name="head"><xs:complexType><xs:sequence><xs:element name="main" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
		<xs:element name="all"><xs:complexType><xs:choice maxOccurs="unbounded">
			<xs:element name="a"><xs:complexType><xs:attribute name="v" type="xs:string" use="required"/></xs:complexType></xs:element>
			<xs:element name="b"><xs:complexType><xs:attribute name="v" type="xs:string" use="required"/></xs:complexType></xs:element>
		</xs:choice></xs:complexType></xs:element>
	</xs:sequence></xs:complexType>
	<xs:key name="k"><xs:selector xpath="all/*"/><xs:field xpath="@v"/></xs:key>
	<xs:keyref name="f" refer="k"><xs:selector xpath="head"/><xs:field xpath="main"/></xs:keyref>
</xs:element>
</xs:schema>`

// TestReferencesFindKeysOfChildren makes random documents, which are valid.
func TestReferencesFindKeysOfChildren(t *testing.T) {
	schema := compiled(t, keysOfChildren)
	w, v := sample.New(schema), validate.New(schema, validate.Options{})
	for n := range uint64(10) {
		data, ok := w.Document(schema.Elements()[0], n)
		if r := v.ValidateBytes(data, "document"); !ok || !r.Valid() {
			t.Errorf("%v\n%s", r.Diagnostics().Err(), data)
		}
	}
}

// referring is a schema of a library whose books refer to authors, in parts that
// can all be left out: the key and the references are told in some way.
const referring = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:element name="r">
	<xs:complexType><xs:sequence>
		<xs:element name="books" minOccurs="0"><xs:complexType><xs:sequence>
			<xs:element name="book" maxOccurs="unbounded"><xs:complexType><xs:attribute name="by" type="xs:token" use="%s"/></xs:complexType></xs:element>
		</xs:sequence></xs:complexType></xs:element>
		<xs:element name="people" minOccurs="0"><xs:complexType><xs:sequence>
			<xs:element name="author" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:attribute name="id" type="xs:token" use="required"/></xs:complexType></xs:element>
			<xs:element name="editor" minOccurs="0"><xs:complexType><xs:attribute name="id" type="xs:token" use="required"/></xs:complexType></xs:element>
		</xs:sequence></xs:complexType></xs:element>
	</xs:sequence></xs:complexType>
	<xs:key name="authors"><xs:selector xpath="people/author"/><xs:field xpath="@id"/></xs:key>
	<xs:key name="people"><xs:selector xpath="people/*"/><xs:field xpath="@id"/></xs:key>
	<xs:key name="nobody"><xs:selector xpath="people/nobody"/><xs:field xpath="@id"/></xs:key>
	<xs:keyref name="by" refer="%s"><xs:selector xpath="%s"/><xs:field xpath="@by"/></xs:keyref>
</xs:element>
</xs:schema>`

// TestReferencesAreToKeysThatAreThere has references to each key, told in each way:
// that the key is left out, or that there is never one, makes no document invalid.
func TestReferencesAreToKeysThatAreThere(t *testing.T) {
	for _, use := range []string{"optional", "required"} {
		for _, key := range []string{"authors", "people", "nobody"} {
			for _, selector := range []string{"books/book", "books/*", "*/*", ".//book"} {
				schema := compiled(t, fmt.Sprintf(referring, use, key, selector))
				w, v, referred := sample.New(schema), validate.New(schema, validate.Options{}), 0
				for n := range uint64(20) {
					data, ok := w.Document(schema.Elements()[0], n)
					if r := v.ValidateBytes(data, "document"); !ok || !r.Valid() {
						t.Errorf("%s, %s, %s: %t, %v\n%s", use, key, selector, ok, r.Diagnostics().Err(), data)
					}
					referred += bytes.Count(data, []byte(" by="))
				}
				if (referred > 0) != (key != "nobody") {
					t.Errorf("%s, %s, %s: %d references", use, key, selector, referred)
				}
			}
		}
	}
}

// compiled compiles a schema of one document.
func compiled(t *testing.T, text string) *xsd.Schema {
	t.Helper()
	file := filepath.Join(t.TempDir(), "one.xsd")
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	set, err := source.Open(file, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	schema, diags := compile.Documents(set, set.Roots(), compile.Options{})
	if err := diags.Err(); err != nil {
		t.Fatal(err)
	}
	return schema
}
