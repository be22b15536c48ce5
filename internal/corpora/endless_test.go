package corpora_test

import (
	"fmt"
	"testing"
)

// TestNumbersWithoutEndSurvive has numbers that JSON does not know in every place,
// alone and in lists.
func TestNumbersWithoutEndSurvive(t *testing.T) {
	var list []sample
	for _, name := range []string{"float", "double"} {
		typ := fmt.Sprintf(`<xs:simpleType name="T"><xs:restriction base="xs:%s"><xs:maxInclusive value="INF"/></xs:restriction></xs:simpleType>`, name)
		list = append(list, inPlaces("endless"+name, typ, false, [2]string{"INF", "-INF"}, [2]string{"-INF", "0.5"})...)
		typ = fmt.Sprintf(`<xs:simpleType name="T"><xs:restriction base="xs:%s"/></xs:simpleType>`, name)
		list = append(list, inPlaces("number"+name, typ, false, [2]string{"NaN", "INF"})...)
	}
	travelSamples(t, inTurn(list, 3))
}
