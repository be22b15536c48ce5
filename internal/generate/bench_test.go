package generate_test

import (
	"fmt"
	"runtime"
	"runtime/metrics"
	"strings"
	"testing"
	"time"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/generate"
)

// BenchmarkWebex plans and prints all that there is of a version, into a folder
// that has nothing of it.
func BenchmarkWebex(b *testing.B) {
	b.Setenv(generate.CacheVariable, "off")
	b.Chdir(b.TempDir())
	write(b, "go.mod", "module example.com/x\n")
	for b.Loop() {
		if _, err := generate.New(config.Default(), generate.Options{Schema: "40.6.0", Out: "api"}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkTypes makes schemas of 100 to 100,000 types. What 1,000 types take
// should stay the same.
func BenchmarkTypes(b *testing.B) {
	for _, n := range []int{100, 1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.Setenv(generate.CacheVariable, "off")
			b.Chdir(b.TempDir())
			write(b, "go.mod", "module example.com/x\n")
			write(b, "in/a.xsd", manyTypes(n))
			start := processorTime()
			for b.Loop() {
				if _, err := generate.New(config.Default(), generate.Options{Schema: "in", Out: "api"}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N)/float64(n)*1000, "ms/1000types")
			b.ReportMetric(float64((processorTime()-start).Milliseconds())/float64(b.N)/float64(n)*1000, "cpu-ms/1000types")
		})
	}
}

// processorTime is what the process has taken so far of all processors, which
// other work on the machine does not change; 0 where it is not known.
func processorTime() time.Duration {
	sample := []metrics.Sample{{Name: "/cpu/classes/user:cpu-seconds"}, {Name: "/cpu/classes/gc/total:cpu-seconds"}}
	runtime.GC() // brings them up to date
	metrics.Read(sample)
	return time.Duration((sample[0].Value.Float64() + sample[1].Value.Float64()) * float64(time.Second))
}

// manyTypes is a schema with n types, most of which have elements of the types
// beside them: as many structs as enumerations and derived types.
func manyTypes(n int) string {
	var s strings.Builder
	s.WriteString(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:many" targetNamespace="urn:many" elementFormDefault="qualified">`)
	for i := 0; i < n; i += 4 {
		fmt.Fprintf(&s, `<xs:simpleType name="color%d"><xs:restriction base="xs:string"><xs:enumeration value="red"/><xs:enumeration value="green"/></xs:restriction></xs:simpleType>`, i)
		fmt.Fprintf(&s, `<xs:complexType name="item%d"><xs:sequence><xs:element name="name" type="xs:string"/><xs:element name="color" type="color%d" minOccurs="0"/>`+
			`<xs:element name="next" type="item%d" minOccurs="0" maxOccurs="unbounded"/></xs:sequence><xs:attribute name="id" type="xs:ID" use="required"/></xs:complexType>`, i, i, (i+4)%n)
		fmt.Fprintf(&s, `<xs:complexType name="big%d"><xs:complexContent><xs:extension base="item%d"><xs:sequence><xs:choice><xs:element name="left" type="xs:int"/><xs:element name="right" type="item%d"/></xs:choice></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`, i, i, i)
		fmt.Fprintf(&s, `<xs:simpleType name="code%d"><xs:restriction base="xs:string"><xs:maxLength value="10"/><xs:pattern value="[A-Z]+"/></xs:restriction></xs:simpleType>`, i)
	}
	s.WriteString(`</xs:schema>`)
	return s.String()
}
