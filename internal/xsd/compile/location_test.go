package compile_test

import (
	"html"
	"net/url"
	"os"
	"path/filepath"
	"testing"

	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// TestLocationsLeadWhereTheyLeadXerces includes and imports documents with
// names that a URI reference has to escape.
func TestLocationsLeadWhereTheyLeadXerces(t *testing.T) {
	xerces := judge.Xerces(t)
	for _, name := range []string{"my types.xsd", "a+b.xsd", "größe.xsd", "100%.xsd", "a#b.xsd", "a?b.xsd", "a&b.xsd", "(1).xsd", "日本.xsd", "%41.xsd"} {
		for how, element := range map[string]string{
			"include": `<xs:include schemaLocation="` + html.EscapeString(url.PathEscape(name)) + `"/>`,
			"below":   `<xs:include schemaLocation="./x/../` + html.EscapeString(url.PathEscape(name)) + `"/>`,
		} {
			dir := t.TempDir()
			for file, text := range map[string]string{
				"main.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">` + element + `<xs:element name="e" type="T"/></xs:schema>`,
				name:       `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="T"><xs:restriction base="xs:int"/></xs:simpleType></xs:schema>`,
			} {
				if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			_, theirs := xerces.Compile(dir, "main.xsd")
			set, err := source.Open(filepath.Join(dir, "main.xsd"), source.Options{})
			if err != nil {
				t.Fatal(err)
			}
			_, diags := compile.Compile(set, compile.Options{})
			if theirs != nil || diags.Len() > 0 {
				t.Errorf("%s of %q: %v, Xerces: %v", how, name, diags, theirs)
			}
		}
	}
}
