package diff_test

import (
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// TestABlockOnTheTypeOfAHeadIsAChange lets the block of the type of a head come
// and go: with block="extension" an element whose type extends it no longer
// stands in for the head, though nothing else says so (Part 1 §3.3.6). For each
// derivation, only the block that names it may break anything.
func TestABlockOnTheTypeOfAHeadIsAChange(t *testing.T) {
	for _, derivation := range []string{"extension", "restriction"} {
		for _, block := range []string{"extension", "restriction", "#all"} {
			t.Run(derivation+" under block "+block, func(t *testing.T) {
				open, shut := headed(derivation, ""), headed(derivation, `block="`+block+`"`)
				bites := block == derivation || block == "#all"
				comes, goes := compared(t, open, shut), compared(t, shut, open)
				if len(find(comes, change.BlockChanged)) == 0 || len(find(goes, change.BlockChanged)) == 0 {
					t.Fatalf("not told: %v, %v", ids(comes), ids(goes))
				}
				if got := worst(comes).Request; (got == change.Break) != bites {
					t.Errorf("a block that comes is %v at worst for requests, breaks %v", got, bites)
				}
				if got := worst(goes).Request; got == change.Break {
					t.Errorf("a block that goes breaks requests")
				}
			})
		}
	}
}

// headed is a schema with a substitution group of two, whose member has a type
// that is derived from that of the head.
func headed(derivation, block string) string {
	return rooted(`<xs:sequence><xs:element ref="head"/></xs:sequence>`, `
<xs:element name="head" type="base"/><xs:element name="member" type="derived" substitutionGroup="head"/>
<xs:complexType name="base" `+block+`><xs:sequence><xs:element name="a" type="xs:string" minOccurs="0"/></xs:sequence></xs:complexType>
<xs:complexType name="derived"><xs:complexContent><xs:`+derivation+` base="base"><xs:sequence><xs:element name="`+
		map[string]string{"extension": "b", "restriction": "a"}[derivation]+`" type="xs:string" minOccurs="0"/></xs:sequence></xs:`+derivation+`></xs:complexContent></xs:complexType>`)
}
