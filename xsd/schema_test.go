package xsd_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/wbxgen/wbxgen/schemas"
	"github.com/wbxgen/wbxgen/xsd"
)

const orderSchema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:include schemaLocation="parts/item.xsd"/>
<xs:element name="order"><xs:complexType><xs:sequence>
<xs:element name="item" type="itemType" maxOccurs="unbounded"/>
</xs:sequence></xs:complexType>
<xs:key name="id"><xs:selector xpath="item"/><xs:field xpath="@id"/></xs:key>
</xs:element>
</xs:schema>`

const itemSchema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:complexType name="itemType"><xs:simpleContent><xs:extension base="xs:positiveInteger">
<xs:attribute name="id" type="xs:ID" use="required"/>
</xs:extension></xs:simpleContent></xs:complexType>
</xs:schema>`

func orders() fstest.MapFS {
	return fstest.MapFS{"order.xsd": {Data: []byte(orderSchema)}, "parts/item.xsd": {Data: []byte(itemSchema)}}
}

func compiled(t testing.TB) *xsd.Schema {
	t.Helper()
	s, err := xsd.Compile(orders(), "order.xsd")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestAnyFileSystemIsCompiled(t *testing.T) {
	var packed bytes.Buffer
	w := zip.NewWriter(&packed)
	for name, file := range orders() {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		f.Write(file.Data)
	}
	w.Close()
	archive, err := zip.NewReader(bytes.NewReader(packed.Bytes()), int64(packed.Len()))
	if err != nil {
		t.Fatal(err)
	}
	release, err := fs.Sub(schemas.FS, "40.6.0")
	if err != nil {
		t.Fatal(err)
	}
	for name, files := range map[string]fs.FS{"map": orders(), "zip": archive, "embedded": release} {
		if _, err := xsd.Compile(files); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := xsd.CompileBytes([]byte(itemSchema)); err != nil {
		t.Error(err)
	}
}

func TestWhatIsWrongWithASchemaIsTold(t *testing.T) {
	broken := orders()
	broken["order.xsd"] = &fstest.MapFile{Data: []byte(strings.Replace(orderSchema, `"itemType"`, `"itmeType"`, 1))}
	for _, c := range []struct {
		name  string
		err   func() error
		first string // of the errors
		open  bool
	}{
		{"a reference", func() error { _, err := xsd.Compile(broken, "order.xsd"); return err },
			`order.xsd:4:25: error: type "itmeType" is not declared; did you mean "itemType"? [src-resolve]`, false},
		{"a document that is not there", func() error { _, err := xsd.Compile(orders(), "ordr.xsd"); return err },
			"ordr.xsd: error: cannot read: file does not exist [wbxgen-unreadable]", true},
		{"a name that leads out", func() error { _, err := xsd.Compile(orders(), "../order.xsd"); return err },
			"../order.xsd: error: the name leads out of the file system; write it from its top, with / and without .. [wbxgen-outside]", true},
		{"nothing to compile", func() error { _, err := xsd.Compile(fstest.MapFS{}); return err },
			".: error: the file system has no *.xsd file in it [wbxgen-no-schema]", true},
		{"an include of bytes alone", func() error { _, err := xsd.CompileBytes([]byte(orderSchema)); return err },
			"schema.xsd:4:25: error: type \"itemType\" is not declared [src-resolve]\nschema.xsd:2:13: note: a document that is not there is included here", false},
		{"no XML", func() error { _, err := xsd.CompileBytes([]byte("no XML")); return err }, "schema.xsd:1:1: error:", false},
	} {
		err := c.err()
		list, ok := errors.AsType[xsd.Errors](err)
		if !ok || !strings.HasPrefix(list[0].Error(), c.first) {
			t.Errorf("%s: got %v, want %s", c.name, err, c.first)
		}
		if got := errors.Is(err, xsd.ErrUndecided); got != c.open {
			t.Errorf("%s: undecided: got %v, want %v", c.name, got, c.open)
		}
	}
}

func TestLaxSchemasMayReferToWhatIsNotThere(t *testing.T) {
	document := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:x="urn:x"><xs:import namespace="urn:x"/>
<xs:element name="a"><xs:complexType><xs:choice><xs:element ref="x:b"/><xs:element name="c"/></xs:choice></xs:complexType></xs:element></xs:schema>`
	files := fstest.MapFS{"a.xsd": {Data: []byte(document)}}
	if _, err := xsd.Compile(files); err == nil {
		t.Error("strict: no error")
	}
	schema, err := xsd.CompileLax(files)
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.ValidateBytes(t.Context(), []byte("<a><c/></a>")); err != nil {
		t.Error(err)
	}
}

func TestAllThatIsWrongWithADocumentIsTold(t *testing.T) {
	schema := compiled(t)
	document := "<order>\n<item id='a'>1</item>\n<item id='a'>0</item>\n<itm/>\n</order>"
	err := schema.Validate(t.Context(), strings.NewReader(document), xsd.Named("in.xml"))
	list, ok := errors.AsType[xsd.Errors](err)
	if !ok {
		t.Fatalf("got %v", err)
	}
	var got []string
	for _, e := range list {
		got = append(got, fmt.Sprintf("%s:%d:%d %s %s", e.File, e.Line, e.Column, e.Path, e.Rule))
	}
	want := []string{
		"in.xml:3:7 /order/item cvc-id.2", "in.xml:3:1 /order/item cvc-minInclusive-valid",
		"in.xml:3:1 /order/item cvc-identity-constraint.4.2.2", "in.xml:4:1 /order cvc-complex-type.2.4",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if first := list[0].Related; len(first) != 1 || first[0].Line != 2 {
		t.Errorf("related places: %+v", first)
	}
	if again := schema.ValidateBytes(context.Background(), []byte(document), xsd.Named("in.xml")); again.Error() != err.Error() {
		t.Errorf("bytes: %v", again)
	}
	if e, ok := errors.AsType[*xsd.Error](err); !ok || e != list[0] {
		t.Error("errors.As does not find the first error")
	}
	if err := schema.Validate(t.Context(), strings.NewReader(document), xsd.MaxErrors(1)); len(err.(xsd.Errors)) != 1 {
		t.Errorf("one error at most, got %v", err)
	}
}

func TestWithoutAVerdictItIsSaid(t *testing.T) {
	schema := compiled(t)
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	valid := "<order><item id='a'>1</item></order>"
	if err := schema.ValidateBytes(t.Context(), []byte(valid)); err != nil {
		t.Fatal(err)
	}
	for name, err := range map[string]error{
		"size":    schema.Validate(t.Context(), strings.NewReader(valid), xsd.Limited(xsd.Limits{Size: 10})),
		"depth":   schema.Validate(t.Context(), strings.NewReader(valid), xsd.Limited(xsd.Limits{Depth: 1})),
		"memory":  schema.Validate(t.Context(), strings.NewReader(valid), xsd.Limited(xsd.Limits{Memory: 1})),
		"reader":  schema.Validate(t.Context(), io.MultiReader(strings.NewReader("<order>"), broken{})),
		"context": schema.ValidateBytes(cancelled, []byte(valid)),
	} {
		if !errors.Is(err, xsd.ErrUndecided) {
			t.Errorf("%s: got %v", name, err)
		}
		if got := errors.Is(err, context.Canceled); got != (name == "context") {
			t.Errorf("%s: cancelled: %v", name, got)
		}
	}
	if err := schema.Validate(t.Context(), strings.NewReader("<order")); errors.Is(err, xsd.ErrUndecided) || err == nil {
		t.Errorf("a syntax error is a verdict, got %v", err)
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("the line is dead") }

func TestManyAtATime(t *testing.T) {
	schema := compiled(t)
	var all sync.WaitGroup
	for i := range 16 {
		all.Go(func() {
			for n := range 50 {
				document := fmt.Sprintf("<order><item id='a%d'>%d</item></order>", n, i%2)
				if err := schema.Validate(t.Context(), strings.NewReader(document), xsd.MaxErrors(1+i%3)); (err == nil) != (i%2 == 1) {
					t.Errorf("%s: %v", document, err)
				}
			}
		})
	}
	all.Wait()
}
