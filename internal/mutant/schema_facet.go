package mutant

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

var facetNames = strings.Fields(`length minLength maxLength pattern enumeration whiteSpace minInclusive maxInclusive minExclusive maxExclusive
	totalDigits fractionDigits`)

// facetValues are values of facets of all kinds.
var facetValues = strings.Split(`0|1|2|5|10|100|-1|-5|+3|03|1.0|1.5|-0|0.00|1e3|INF|-INF|NaN|true|false|collapse|replace|preserve|a|b|ab|abc|a b| a |`+
	`[a-z]+|\d{1,3}|(a|b)*|\p{L}|\p{IsBasicLatin}|[\i-[:]][\c-[:]]*|[a-z-[aeiou]]|.*|x{2,}|x{3,2}|[^a]|\S|a{0}|[a-|\p{Foo}|\p{IsFoo}|(|a**|[]|^a$|`+
	`2000-01-01|2000-01-01Z|2000-12-31T24:00:00|2000-02-30|12:00:00|12:00:00Z|24:00:00|12:00:60|2000|0000|-0001|--01-01|---31|--02|--02--|2000-13|P1Y|P1M|P30D|PT1H|P|-P1D|`+
	`2000-01-01T00:00:00|2000-01-01T00:00:00Z|2000-01-01T00:00:00+14:00|2000-01-01T00:00:00+14:01|`+
	`0F|0f|F|QUJD|QUJ=|QQ==|http://a.b|%|a:b|xs:string|-128|127|128|32768|2147483647|2147483648|9223372036854775807|18446744073709551616|99999999999999999999|0.1|.5|5.`, "|")

// otherFacet changes the value of a facet, or adds one.
func otherFacet(r *rand.Rand, doc *Node, p *Pool) string {
	if r.IntN(2) == 0 {
		n, _ := pick(r, elements(doc, func(n *Node) bool { return slices.Contains(facetNames, n.Local()) }))
		if n == nil {
			return ""
		}
		for i, a := range n.Attrs {
			if a.Name != "value" {
				continue
			}
			value := facetValue(r, doc, p)
			n.Attrs[i].Value = value
			return fmt.Sprintf("%s value=%q for %q", n.Local(), value, a.Value)
		}
		return ""
	}
	n, _ := pick(r, elements(doc, func(n *Node) bool {
		return n.Local() == "restriction" && n.Parent != nil && n.Parent.Local() != "complexContent"
	}))
	if n == nil {
		return ""
	}
	f := &Node{Name: prefix(n.Name) + facetNames[r.IntN(len(facetNames))]}
	value := facetValue(r, doc, p)
	f.Attrs = []Attr{{"value", value}}
	if r.IntN(5) == 0 {
		f.Attrs = append(f.Attrs, Attr{"fixed", "true"})
	}
	end := len(n.Children)
	for end > 0 && (n.Children[end-1].Name == "" || strings.Contains(n.Children[end-1].Local(), "ttribute")) {
		end--
	}
	n.insert(end, f)
	base, _ := n.Attr("base")
	return fmt.Sprintf("restriction of %q: with %s=%q", base, f.Local(), value)
}

// facetValue is the value of another facet, of this document or another one, or
// any.
func facetValue(r *rand.Rand, doc *Node, p *Pool) string {
	switch r.IntN(4) {
	case 0:
		near := elements(doc, func(n *Node) bool { return slices.Contains(facetNames, n.Local()) })
		if n, ok := pick(r, near); ok {
			v, _ := n.Attr("value")
			return v
		}
	case 1:
		if v, ok := p.value(r, "value"); ok {
			return v
		}
	}
	return facetValues[r.IntN(len(facetValues))]
}
