package sample_test

import (
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
