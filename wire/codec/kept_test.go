package codec

import (
	"strings"
	"testing"
	"time"

	"github.com/wbxgen/wbxgen/wire"
)

// manyTexts is an element of many texts, each of which has a default.
type manyTexts struct {
	Texts []string
	Extra wire.Extra
}

var textsTable = Table{Names: "s*"}

func (v *manyTexts) DecodeXML(d *Decoder) error {
	d.Begin(&v.Extra)
	for i := d.Next(&textsTable); i != End; i = d.Next(&textsTable) {
		d.Default("x")
		ReadStrings(d, &v.Texts)
	}
	return d.Err()
}

func (v *manyTexts) AppendXML(e *Encoder) {
	e.Begin(&v.Extra)
	WriteStrings(e, textsTable.Element(0), v.Texts)
}

// TestManyKeptLeaves writes as many leaves as a document may have, each of which has something that its field does not say: the
// time must not grow with the square of their number, which would be minutes here.
func TestManyKeptLeaves(t *testing.T) {
	const n = 100_000
	for _, leaf := range []string{"<s/>", `<s xsi:type="xs:string">a</s>`, `<s/><s>x</s><s xsi:type="xs:token">x</s>`} {
		doc := `<r xmlns:xsi="` + xsi.URI + `" xmlns:xs="http://www.w3.org/2001/XMLSchema">` + strings.Repeat(leaf, n) + "</r>"
		var v manyTexts
		if err := Unmarshal([]byte(doc), Name{Local: "r"}, &v); err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		out, err := Marshal(Name{Local: "r"}, &v)
		if err != nil || strings.Count(string(out), leaf) != n {
			t.Errorf("%s: got %.200s, %v", leaf, out, err)
		}
		if d := time.Since(start); d > 10*time.Second {
			t.Errorf("%s: %d of them took %v", leaf, n, d)
		}
	}
}
