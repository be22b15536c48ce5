package xsd_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/xsd"
)

const benchSchema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:o" xmlns="urn:o" elementFormDefault="qualified">
<xs:simpleType name="sku"><xs:restriction base="xs:token"><xs:pattern value="[A-Z]{3}-\d{4}"/></xs:restriction></xs:simpleType>
<xs:simpleType name="state"><xs:restriction base="xs:token"><xs:enumeration value="open"/><xs:enumeration value="paid"/><xs:enumeration value="sent"/></xs:restriction></xs:simpleType>
<xs:simpleType name="money"><xs:restriction base="xs:decimal"><xs:fractionDigits value="2"/><xs:minInclusive value="0"/></xs:restriction></xs:simpleType>
<xs:complexType name="line"><xs:sequence>
<xs:element name="sku" type="sku"/><xs:element name="name" type="xs:string"/><xs:element name="count" type="xs:positiveInteger"/><xs:element name="price" type="money"/>
</xs:sequence><xs:attribute name="no" type="xs:int" use="required"/></xs:complexType>
<xs:complexType name="order"><xs:sequence>
<xs:element name="id" type="xs:long"/><xs:element name="placed" type="xs:dateTime"/><xs:element name="state" type="state"/>
<xs:choice><xs:element name="mail" type="xs:string"/><xs:element name="phone" type="xs:string"/></xs:choice>
<xs:element name="note" type="xs:string" minOccurs="0"/><xs:element name="line" type="line" maxOccurs="99"/>
</xs:sequence></xs:complexType>
<xs:element name="orders"><xs:complexType><xs:sequence><xs:element name="order" type="order" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
</xs:schema>`

// benchOrder writes the nth order.
func benchOrder(w io.Writer, n int) {
	fmt.Fprintf(w, `<order><id>%d</id><placed>2026-11-%02dT10:%02d:00Z</placed><state>%s</state><mail>ada.%d@example.com</mail>`,
		1_000_000+n, 1+n%28, n%60, []string{"open", "paid", "sent"}[n%3], n)
	for i := range 1 + n%4 {
		fmt.Fprintf(w, "\n  <line no=\"%d\"><sku>ABC-%04d</sku><name>A thing &amp; another, number %d</name><count>%d</count><price>%d.%02d</price></line>", i, n%10_000, n, 1+n%7, n%900, n%100)
	}
	io.WriteString(w, "</order>\n")
}

// benchDocument is a document of about that many bytes that begins with the
// nth order.
func benchDocument(size, n int) []byte {
	var b bytes.Buffer
	b.WriteString("<orders xmlns=\"urn:o\">\n")
	for ; b.Len() < size; n++ {
		benchOrder(&b, n)
	}
	b.WriteString("</orders>\n")
	return b.Bytes()
}

func benchCompiled(t testing.TB) *xsd.Schema {
	t.Helper()
	schema, err := xsd.CompileBytes([]byte(benchSchema))
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func BenchmarkValidate(b *testing.B) {
	schema := benchCompiled(b)
	for name, size := range map[string]int{"large": 4 << 20, "small": 1} {
		document := benchDocument(size, 0)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(document)))
			b.ReportAllocs()
			for b.Loop() {
				if err := schema.Validate(b.Context(), bytes.NewReader(document)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestRatios holds the processor time for one document of 100 MB, and for 10,000
// small ones, against that of xmllint, each judging the files in one process that
// compiles the schema first. The time of Xerces is that on the clock, as its
// process goes on.
func TestRatios(t *testing.T) {
	switch of := os.Getenv("XSD_RATIOS"); of {
	case "":
		t.Skip("XSD_RATIOS=1 compares with xmllint and Xerces")
	case "1":
	default: // this process is what is measured
		list, err := os.ReadFile(of)
		if err == nil {
			err = validated(t, benchCompiled(t), strings.Fields(string(list)))
		}
		if err != nil {
			t.Fatal(err)
		}
		return
	}
	dir := t.TempDir()
	write := func(name string, data []byte) string {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, data, 0o666); err != nil {
			t.Fatal(err)
		}
		return file
	}
	schemaFile := write("orders.xsd", []byte(benchSchema))
	theirs, err := judge.Xerces(t).Compile(dir, "orders.xsd")
	if err != nil {
		t.Fatal(err)
	}
	var small []string
	for i := range 10_000 {
		small = append(small, write(fmt.Sprintf("%05d.xml", i), benchDocument(1, i)))
	}
	for name, files := range map[string][]string{"large": {write("large.xml", benchDocument(100<<20, 0))}, "small": small} {
		list := write(name+".list", []byte(strings.Join(files, "\n")))
		us := best(t, func() time.Duration {
			cmd := exec.Command(os.Args[0], "-test.run=^TestRatios$")
			cmd.Env = append(os.Environ(), "XSD_RATIOS="+list)
			return processorTime(t, cmd)
		})
		lint := best(t, func() time.Duration {
			return processorTime(t, exec.Command("xmllint", append([]string{"--noout", "--stream", "--schema", schemaFile}, files...)...))
		})
		xerces := best(t, func() time.Duration {
			begin := time.Now()
			for _, file := range files {
				if err := theirs.ValidateFile(file); err != nil {
					t.Fatal(err)
				}
			}
			return time.Since(begin)
		})
		t.Logf("%s: %v; xmllint %v (%.1f times), Xerces %v on the clock", name, us, lint, float64(lint)/float64(us), xerces)
	}
}

func validated(t *testing.T, schema *xsd.Schema, files []string) error {
	for _, file := range files {
		f, err := os.Open(file)
		if err != nil {
			return err
		}
		err = schema.Validate(t.Context(), f)
		f.Close()
		if err != nil {
			return err
		}
	}
	return nil
}

// processorTime runs a command and returns what it took, also beside other work.
func processorTime(t *testing.T, cmd *exec.Cmd) time.Duration {
	t.Helper()
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%.500s", cmd.Path, err, out)
	}
	return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
}

// best is the least time of three.
func best(t *testing.T, run func() time.Duration) time.Duration {
	t.Helper()
	return min(run(), run(), run()).Round(time.Millisecond)
}
