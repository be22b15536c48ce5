package compile_test

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// TestIncludesThatLeadNowhere combines ways to include what is not there with
// uses of what it may have had: an include is a warning, the use is the error.
func TestIncludesThatLeadNowhere(t *testing.T) {
	definition := `<xs:simpleType name="Gone"><xs:restriction base="Gone"/></xs:simpleType>`
	uses := map[string]string{
		"nothing": "", "type": `<xs:element name="x" type="Gone"/>`, "base": `<xs:simpleType name="S"><xs:restriction base="Gone"/></xs:simpleType>`,
		"element":    `<xs:complexType name="C"><xs:sequence><xs:element ref="Gone"/></xs:sequence></xs:complexType>`,
		"group":      `<xs:complexType name="C"><xs:group ref="Gone"/></xs:complexType>`,
		"attributes": `<xs:complexType name="C"><xs:attributeGroup ref="Gone"/></xs:complexType>`,
	}
	for _, tns := range []string{"", ` targetNamespace="urn:t" xmlns="urn:t"`} {
		for _, location := range []string{"gone.xsd", "./a/gone.xsd", "http://example.com/gone.xsd", "gone%20.xsd"} {
			for what, use := range uses {
				for how, element := range map[string]string{
					"include":       `<xs:include schemaLocation="` + location + `"/>`,
					"bare redefine": `<xs:redefine schemaLocation="` + location + `"><xs:annotation/></xs:redefine>`,
					"redefine":      `<xs:redefine schemaLocation="` + location + `">` + definition + `</xs:redefine>`,
				} {
					text := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"` + tns + `>` + element + use + `</xs:schema>`
					_, diags := compileFiles(t, compile.Options{}, txtar.File{Name: "s.xsd", Data: []byte(text)})
					want := diag.Warning
					if how == "redefine" {
						want = diag.Error
					}
					if d := diags.Sorted(); len(d) == 0 || d[0].Severity != want || !strings.HasPrefix(d[0].Code, "src-") || diags.HasErrors() != (use != "" || want == diag.Error) {
						t.Errorf("%s of %s, used as %s: %v", how, location, what, diags)
					}
					if use != "" && how != "redefine" && !strings.Contains(diags.String(), "note: a document that is not there is included here") {
						t.Errorf("%s of %s, used as %s: no word of what may be missing: %v", how, location, what, diags)
					}
				}
			}
		}
	}
}

// TestSeveralSchemasInOneFolder makes folders of versions and of entry
// documents with parts: what is proposed compiles.
func TestSeveralSchemasInOneFolder(t *testing.T) {
	for versions := 2; versions <= 4; versions++ {
		for parts := range 4 {
			var files []txtar.File
			for v := range versions {
				includes := ""
				for p := range parts {
					name := fmt.Sprintf("v%d/part%d.xsd", v, p)
					includes += `<xs:include schemaLocation="` + name + `"/>`
					files = append(files, txtar.File{Name: name, Data: []byte(fmt.Sprintf(
						`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="p%d" type="xs:%s"/></xs:schema>`, p, []string{"int", "string", "date", "time"}[v]))})
				}
				files = append(files, txtar.File{Name: fmt.Sprintf("v%d.xsd", v), Data: []byte(fmt.Sprintf(
					`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">%s<xs:element name="root" type="xs:%s"/></xs:schema>`, includes, []string{"int", "string", "date", "time"}[v]))})
			}
			_, diags := compileFiles(t, compile.Options{}, files...)
			list := diags.Sorted()
			if len(list) != 1 || !list[0].Cause || !strings.Contains(list[0].Message, "//v0.xsd or ") {
				t.Errorf("%d versions of %d parts: %v", versions, parts, diags)
			}
		}
	}
}

// TestWhatCannotBeReadComesFirst breaks one of many documents.
func TestWhatCannotBeReadComesFirst(t *testing.T) {
	broken := map[string]string{
		"no XML": "nothing", "cut off": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="T">`, "empty": "",
		"no schema": `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/"/>`, "encoding": `<?xml version="1.0" encoding="x-unheard-of"?><a/>`,
	}
	for what, text := range broken {
		for at := range 6 {
			var files []txtar.File
			for i := range 6 {
				name, data := fmt.Sprintf("%c.xsd", 'a'+i), `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="`+fmt.Sprint("e", i)+`" type="T"/></xs:schema>`
				if i == at {
					data = text
				}
				files = append(files, txtar.File{Name: name, Data: []byte(data)})
			}
			_, diags := compileFiles(t, compile.Options{}, files...)
			if d := diags.Sorted(); !strings.HasSuffix(d[0].Pos.File, files[at].Name) || len(d) < 5 {
				t.Errorf("%s in %s: the first of %d is %v", what, files[at].Name, len(d), d[0])
			}
		}
	}
}
