package diff_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/project"
)

func BenchmarkCompareReleases(b *testing.B) {
	old, now := webex(b, "40.4.8"), webex(b, "40.6.0")
	for b.Loop() {
		project.Compare(old, now, diff.Options{})
	}
}

// BenchmarkCompareTypes compares schemas of so many types, of which one in a
// hundred has changed: time grows as the number does.
func BenchmarkCompareTypes(b *testing.B) {
	for _, n := range []int{100, 1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			old := diff.NewSide("old", schemaOf(b, manyTypes(n, false)), nil)
			now := diff.NewSide("new", schemaOf(b, manyTypes(n, true)), nil)
			b.ResetTimer()
			for b.Loop() {
				if r := project.Compare(old, now, diff.Options{}); len(r.Changes) != n/100 {
					b.Fatalf("%d changes", len(r.Changes))
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "µs/type")
		})
	}
}

// manyTypes is a schema of n types in a tree, each element of which leads to
// ten others. Changed, one in a hundred has an element more.
func manyTypes(n int, changed bool) string {
	var b strings.Builder
	b.WriteString(`<xs:element name="root" type="t0"/>`)
	for i := range n {
		fmt.Fprintf(&b, `<xs:complexType name="t%d"><xs:sequence><xs:element name="a" type="xs:string"/>`, i)
		for j := 10*i + 1; j <= 10*i+10 && j < n; j++ {
			fmt.Fprintf(&b, `<xs:element name="e%d" type="t%d" minOccurs="0"/>`, j, j)
		}
		if changed && i%100 == 7 {
			b.WriteString(`<xs:element name="added" type="xs:int" minOccurs="0"/>`)
		}
		b.WriteString(`</xs:sequence></xs:complexType>`)
	}
	return b.String()
}
