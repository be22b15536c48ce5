package compile_test

import (
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// TestCountsOfAllGroupsAreNumbers: what the schema for schemas lists there are
// values, which have other spellings too.
func TestCountsOfAllGroupsAreNumbers(t *testing.T) {
	for value, ok := range map[string][3]bool{ // of an all group: minOccurs, maxOccurs; of a member: maxOccurs
		"0": {true, false, true}, "00": {true, false, true}, "-0": {true, false, true},
		"1": {true, true, true}, "01": {true, true, true}, "+1": {true, true, true}, " 1 ": {true, true, true},
		"2": {}, "02": {}, "-1": {}, "1.0": {}, "": {}, "unbounded": {}, "99999999999999999999": {},
	} {
		for i, form := range []string{`<xs:all minOccurs=%q><xs:element name="a"/></xs:all>`, `<xs:all maxOccurs=%q><xs:element name="a"/></xs:all>`, `<xs:all><xs:element name="a" minOccurs="0" maxOccurs=%q/></xs:all>`} {
			document := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:complexType name="t">` + fmt.Sprintf(form, value) + `</xs:complexType></xs:schema>`
			set, err := source.FromFS(fstest.MapFS{"t.xsd": {Data: []byte(document)}}, nil, source.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			if _, list := compile.Compile(set, compile.Options{}); (list.Err() == nil) != ok[i] {
				t.Errorf("%s: %v", fmt.Sprintf(form, value), list.Err())
			}
		}
	}
}
