package gogen_test

import (
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestCommentsStayComments generates from a schema whose text holds what Go does
// not take in a comment, or takes for more than that.
func TestCommentsStayComments(t *testing.T) {
	note := "<xs:annotation><xs:documentation>\ufeff+build ignore\n\n\u202ego:build ignore */ \x60 [x]\ufeff</xs:documentation></xs:annotation>"
	files := generate(t, &txtar.Archive{Files: []txtar.File{{Name: "a.xsd", Data: []byte(
		`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:test" xmlns:t="urn:test">` + note +
			`<xs:complexType name="c">` + note + `<xs:attribute name="a">` + note + `<xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="&#xFEFF;` + "\x60" + `&quot;">` + note +
			`</xs:enumeration></xs:restriction></xs:simpleType></xs:attribute></xs:complexType><xs:element name="r" type="t:c">` + note + `</xs:element></xs:schema>`)}}}, nil)
	typeCheck(t, files)
	for name, data := range files {
		for line := range strings.Lines(string(data)) {
			if strings.HasPrefix(line, "//go:") || strings.HasPrefix(line, "// +build") || strings.ContainsAny(line, "\ufeff\u202e") {
				t.Errorf("%s: %q", name, line)
			}
		}
	}
}
