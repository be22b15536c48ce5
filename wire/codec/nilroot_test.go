package codec

import (
	"testing"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/datatype"
)

// TestContentOfNilIsNotAsked writes nil root elements whose structs have
// required children of kinds that have no zero text, at several depths.
func TestContentOfNilIsNotAsked(t *testing.T) {
	name := Name{Local: "r"}
	child := Name{Local: "c"}
	leaves := map[string]AppenderFunc{
		"qname":    func(e *Encoder) { WriteQName(e, &child, wire.QName{}) },
		"qnames":   func(e *Encoder) { WriteQNames(e, &child, []wire.QName{{}}) },
		"list":     func(e *Encoder) { WriteQNameList(e, &child, []wire.QName{{}}) },
		"value":    func(e *Encoder) { WriteValue(e, &child, datatype.GYear{}) },
		"text":     func(e *Encoder) { WriteQNameText(e, wire.QName{}) },
		"abstract": func(e *Encoder) { e.Typed(&child, nil) },
	}
	for kind, leaf := range leaves {
		nested := AppenderFunc(func(e *Encoder) { e.Object(&child, leaf) })
		for depth, content := range []AppenderFunc{leaf, nested} {
			if depth == 1 && kind == "text" {
				continue // the child is not nil
			}
			var x wire.Extra
			x.SetNil(true)
			doc, err := Marshal(name, AppenderFunc(func(e *Encoder) { e.Begin(&x); content(e) }))
			want := `<r xmlns:xsi="` + xsi.URI + `" xsi:nil="true"/>`
			if err != nil || string(doc) != want {
				t.Errorf("%s at depth %d: %s, %v", kind, depth, doc, err)
			}
		}
	}
}
