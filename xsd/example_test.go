package xsd_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"strings"
	"testing/fstest"

	"github.com/wbxgen/wbxgen/xsd"
)

const notes = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:element name="note">
  <xs:complexType>
    <xs:sequence>
      <xs:element name="to" type="xs:string" maxOccurs="3"/>
      <xs:element name="sent" type="xs:date"/>
    </xs:sequence>
  </xs:complexType>
</xs:element>
</xs:schema>`

func ExampleCompile() {
	files := fstest.MapFS{"notes/note.xsd": {Data: []byte(notes)}} // or os.DirFS("schemas")
	schema, err := xsd.Compile(files, "notes/note.xsd")
	if err != nil {
		log.Fatal(err) // each error with its place
	}
	fmt.Println(schema.Validate(context.Background(), strings.NewReader("<note><to>Ada</to><sent>2026-11-28</sent></note>")))
	// Output: <nil>
}

func ExampleSchema_Validate() {
	schema, err := xsd.CompileBytes([]byte(notes))
	if err != nil {
		log.Fatal(err)
	}
	document := "<note>\n<to>Ada</to>\n<sent>tomorrow</sent>\n</note>"
	err = schema.Validate(context.Background(), strings.NewReader(document), xsd.Named("note.xml"))
	if problems, ok := errors.AsType[xsd.Errors](err); ok {
		for _, p := range problems {
			fmt.Printf("line %d, %s: %s\n", p.Line, p.Path, p.Rule)
		}
	}
	// Output: line 3, /note/sent: cvc-datatype-valid.1.2.1
}

// A service takes uploads that are valid, and tells what is wrong with others.
func ExampleSchema_upload() {
	schema, err := xsd.CompileBytes([]byte(notes))
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("POST /notes", func(w http.ResponseWriter, r *http.Request) {
		err := schema.Validate(r.Context(), r.Body, xsd.Limited(xsd.Limits{Size: 10 << 20}))
		switch {
		case errors.Is(err, xsd.ErrUndecided):
			http.Error(w, err.Error(), http.StatusBadRequest)
		case err != nil:
			http.Error(w, err.Error(), http.StatusUnprocessableEntity)
		default:
			w.WriteHeader(http.StatusNoContent)
		}
	})
}
