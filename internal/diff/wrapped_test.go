package diff_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/pairs"
)

// shaped is a version of a schema in which the elements b and d stand in a, or in
// an element w of it. b has an edit, some levels below it; w must be there or not,
// and occur once or more often.
func shaped(space, edit, wrapper string, depth int) string {
	inner := edit
	for i := range depth {
		inner = fmt.Sprintf(`<xs:element name="l%d" minOccurs="0"><xs:complexType><xs:sequence>%s</xs:sequence></xs:complexType></xs:element>`, i, inner)
	}
	both := `<xs:element name="b" minOccurs="0"><xs:complexType><xs:sequence>` + inner + `</xs:sequence></xs:complexType></xs:element>` +
		`<xs:element name="d" type="xs:string" minOccurs="0" maxOccurs="2"/>`
	if wrapper != "" {
		both = `<xs:element name="w" ` + wrapper + `><xs:complexType><xs:sequence>` + both + `</xs:sequence></xs:complexType></xs:element>`
	}
	return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="` + space + `" targetNamespace="` + space + `" elementFormDefault="qualified">` +
		`<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" type="A"/></xs:sequence></xs:complexType></xs:element>` +
		`<xs:complexType name="A"><xs:sequence><xs:element name="head" type="xs:string" minOccurs="0"/>` + both +
		`<xs:element name="tail" type="xs:string" minOccurs="0"/></xs:sequence></xs:complexType></xs:schema>`
}

// TestWhatIsWrappedIsProven puts elements into a new one, or takes an old one away
// around them, and makes each edit within: what is told of the edit is proven, as
// if the shape had not changed, and the error is at its element.
func TestWhatIsWrappedIsProven(t *testing.T) {
	for _, e := range ownEdits {
		for _, wrapper := range []string{`minOccurs="0"`, `minOccurs="0" maxOccurs="unbounded"`, ` `} {
			for depth := range 3 {
				for _, spaces := range [][2]string{{"urn:t", "urn:t"}, {"urn:t:v1", "urn:t:v2"}} {
					for _, wrappers := range [][2]string{{"", wrapper}, {wrapper, ""}} {
						name := fmt.Sprintf("%s at %d, %q, %s", e.rule, depth, wrappers, spaces[1])
						r := compared(t, shaped(spaces[0], e.old, wrappers[0], depth), shaped(spaces[1], e.now, wrappers[1], depth))
						if n := len(find(r, change.ElementWrapped)) + len(find(r, change.ElementUnwrapped)); n != 1 {
							t.Errorf("%s:\n%s", name, pairs.Describe(r))
							continue
						}
						checkWithin(t, name, e.rule, e.names, r)
					}
				}
			}
		}
	}
}

// checkWithin checks that the one change of a rule has its proofs.
func checkWithin(t *testing.T, name string, rule change.ID, names string, r *change.Result) {
	t.Helper()
	found := slices.DeleteFunc(find(r, rule), func(c change.Change) bool { return !strings.HasSuffix(c.Component.Path, "x") })
	if len(found) != 1 || found[0].Reason == change.Unproven || len(found[0].Witnesses) == 0 {
		t.Errorf("%s:\n%s", name, pairs.Describe(r))
		return
	}
	for _, w := range found[0].Witnesses {
		if !strings.Contains(w.Error, names) || !strings.Contains(w.Path+"/", "/b/") {
			t.Errorf("%s: the error of\n%s\nis %s: %s", name, w.XML, w.Path, w.Error)
		}
		_, text, _ := strings.Cut(w.Error, ":")
		text, _, _ = strings.Cut(text, ":")
		column, err := strconv.Atoi(text)
		if err != nil || !strings.HasPrefix(w.XML[column-1:], "<") {
			t.Errorf("%s: there is no tag at %s of\n%s", name, w.Error, w.XML)
			continue
		}
		tag := strings.Trim(w.XML[column-1:], "</")
		if at := w.Path[strings.LastIndexByte(w.Path, '/')+1:]; !strings.HasPrefix(tag, at) && !strings.HasPrefix(tag, names[:1]) {
			t.Errorf("%s: the error %s at %s is not at its tag in\n%s", name, w.Error, w.Path, w.XML)
		}
	}
}
