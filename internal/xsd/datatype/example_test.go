package datatype_test

import (
	"fmt"

	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

func ExampleType_Restrict() {
	percent, errs := datatype.Builtin("decimal").Restrict([]datatype.Facet{
		{Kind: datatype.MinInclusiveFacet, Value: "0"},
		{Kind: datatype.MaxInclusiveFacet, Value: "100"},
		{Kind: datatype.FractionDigitsFacet, Value: "1"},
	})
	fmt.Println(len(errs))
	v, _ := percent.Parse(" +07.50 ", nil)
	fmt.Println(v.Canonical())
	for _, text := range []string{"100.1", "7.25", "7,5"} {
		_, err := percent.Parse(text, nil)
		fmt.Println(err)
	}
	// Output:
	// 0
	// 7.5
	// "100.1" is not at most "100"
	// "7.25" has 2 digits behind the point, more than 1
	// "7,5" is not of type xs:decimal: write digits with at most one point and no exponent
}

func ExampleTextSearch_Find() {
	narrow, _ := datatype.ParsePattern(`[A-Z]{2}\d{4}`)
	wide, _ := datatype.ParsePattern(`[A-Z]{2,3}\d{4}`)
	lost := datatype.TextSearch{Match: [][]*datatype.Pattern{{wide}}, Avoid: []*datatype.Pattern{narrow}}
	fmt.Println(lost.Find())
	gained := datatype.TextSearch{Match: [][]*datatype.Pattern{{narrow}}, Avoid: []*datatype.Pattern{wide}}
	_, outcome := gained.Find()
	fmt.Println(outcome)
	// Output:
	// AAA0000 found
	// none
}
