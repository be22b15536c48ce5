package validate_test

import (
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// TestLeavesAreJudgedAlikeHoweverTheyArrive: an element that is in memory as a
// whole is read in one go, one that arrives byte by byte token by token.
func TestLeavesAreJudgedAlikeHoweverTheyArrive(t *testing.T) {
	v := validate.New(compiled(t, `
<xs:element name="list"><xs:complexType><xs:choice maxOccurs="unbounded">
<xs:element name="n" type="xs:byte" nillable="true"/><xs:element name="s" type="xs:string" fixed="x"/><xs:element name="d" type="xs:decimal" default="1.5"/>
<xs:element name="id" type="xs:ID"/><xs:element name="ref" type="xs:IDREF"/><xs:element name="q" type="xs:QName"/><xs:element name="e"><xs:complexType/></xs:element>
<xs:element name="a"><xs:complexType><xs:simpleContent><xs:extension base="xs:int"><xs:attribute name="x" type="xs:int" use="required"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>
</xs:choice></xs:complexType><xs:unique name="u"><xs:selector xpath="t:n"/><xs:field xpath="."/></xs:unique></xs:element>`), validate.Options{Limits: xmltext.Limits{Token: 400}})
	for _, text := range []string{"", "1", " 7 ", "128", "x", "1.5", "p:x", "t:n", "a b", "<t:n>1</t:n>", "&#49;", "<!-- -->1", "<![CDATA[1]]>", "1]]>", "\r\n1", strings.Repeat("1", 500)} {
		for _, name := range []string{"n", "s", "d", "id", "ref", "q", "e", "a"} {
			for _, attr := range []string{"", ` x="1"`, ` xsi:nil="true"`, ` xsi:type="xs:int"`} {
				element := "<t:" + name + attr + ">" + text + "</t:" + name + ">\n"
				doc := `<t:list xmlns:t="urn:t" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` + element + "<t:n>1</t:n>" + element + "</t:list>"
				whole := judged(v, doc)
				if slowly := v.Validate(&slow{[]byte(doc)}, "d").Diagnostics().String(); whole != slowly {
					t.Errorf("%s\nas a whole: %s\nslowly: %s", doc, whole, slowly)
				}
			}
		}
	}
}
