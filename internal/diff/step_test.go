package diff_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/pairs"
)

// message is a version of a schema that counts: its namespace, the element of the
// message and all its types have a number. The innermost type has an edit.
func message(version int, element, edit string, depth int) string {
	space := fmt.Sprintf("urn:t:report.001.%02d", version)
	var b strings.Builder
	fmt.Fprintf(&b, `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns=%q targetNamespace=%q elementFormDefault="qualified">`, space, space)
	b.WriteString(`<xs:element name="Document"><xs:complexType><xs:sequence>`)
	fmt.Fprintf(&b, `<xs:element name=%q type="Report%d"/></xs:sequence></xs:complexType></xs:element>`, element, version)
	fmt.Fprintf(&b, `<xs:complexType name="Report%d"><xs:sequence><xs:element name="Head" type="xs:string"/><xs:element name="L1" type="Level1V%d"/></xs:sequence></xs:complexType>`, version, version)
	for i := 1; i <= depth; i++ {
		fmt.Fprintf(&b, `<xs:complexType name="Level%dV%d"><xs:sequence>`, i, version)
		if i < depth {
			fmt.Fprintf(&b, `<xs:element name="L%d" type="Level%dV%d"/>`, i+1, i+1, version)
		} else {
			b.WriteString(edit)
		}
		b.WriteString(`</xs:sequence></xs:complexType>`)
	}
	return b.String() + `</xs:schema>`
}

// TestTheNextVersionOfAMessageIsDescendedInto: where namespace, types and the
// element of the message carry a version, what has changed inside is told, and
// proven as if the names had not changed.
func TestTheNextVersionOfAMessageIsDescendedInto(t *testing.T) {
	for _, names := range [][2]string{{"RptV01", "Rpt"}, {"RptV01", "RptV02"}, {"Rpt", "Rpt"}} {
		for _, e := range ownEdits {
			for depth := 1; depth <= 3; depth++ {
				r := compared(t, message(1, names[0], e.old, depth), message(2, names[1], e.now, depth))
				if n := len(find(r, change.NamespaceChanged)); n != 1 {
					t.Errorf("%v: %d changes of namespace", names, n)
				}
				if n := len(find(r, change.ElementRenamed)); (n == 1) != (names[0] != names[1]) {
					t.Errorf("%v: %d renamed elements", names, n)
				}
				found := find(r, e.rule)
				if len(found) != 1 {
					t.Errorf("%v, %s at %d:\n%s", names, e.rule, depth, pairs.Describe(r))
					continue
				}
				for _, o := range found[0].Operations {
					want := names[0]
					if o.Direction == change.Response && e.now != "" || e.old == "" {
						want = names[1]
					}
					if !strings.HasPrefix(found[0].Path(o), want+"/") {
						t.Errorf("%v, %s: %s shows it at %s", names, e.rule, o.Direction, found[0].Path(o))
					}
				}
				for _, w := range found[0].Witnesses {
					if !strings.Contains(w.Error, e.names) {
						t.Errorf("%v, %s: the error is %s", names, e.rule, w.Error)
					}
				}
				if found[0].Reason == change.Unproven {
					t.Errorf("%v, %s at %d is not proven", names, e.rule, depth)
				}
			}
		}
	}
}

// TestOneRootPairsNamespaces: few names of two namespaces agree, and documents
// start with the same element.
func TestOneRootPairsNamespaces(t *testing.T) {
	schema := func(space, prefix string, n int) string {
		var b strings.Builder
		fmt.Fprintf(&b, `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns=%q targetNamespace=%q elementFormDefault="qualified"><xs:element name="log"><xs:complexType><xs:sequence>`, space, space)
		for i := range n {
			fmt.Fprintf(&b, `<xs:element name="%s%d" type="%sType%d" minOccurs="0"/>`, prefix, i, prefix, i)
		}
		b.WriteString(`</xs:sequence></xs:complexType></xs:element>`)
		for i := range n {
			fmt.Fprintf(&b, `<xs:complexType name="%sType%d"><xs:sequence><xs:element name="%s" type="xs:string"/></xs:sequence></xs:complexType>`, prefix, i, prefix)
		}
		return b.String() + `</xs:schema>`
	}
	for n := 1; n < 12; n += 5 {
		r := compared(t, schema("http://example.org/standards/log/v1", "alpha", n), schema("info:example/log-v2", "omega", n))
		if len(find(r, change.NamespaceChanged)) != 1 || len(find(r, change.RootElementRemoved)) != 0 {
			t.Errorf("%d names: %s", n, pairs.Describe(r))
		}
	}
}
