package codec

import (
	"fmt"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/door"
)

func FuzzRoundTripIsStable(f *testing.F) {
	for _, doc := range []string{`<a/>`, fullQualified, fullUnqualified, "<a>&e;</a>"} {
		f.Add([]byte(doc))
	}
	f.Add([]byte(head + "<s:key/><s:key>1</s:key><s:place floor='' x='1'>&lt;</s:place><zz:shut/><a>1</a><b>2</b><Key>x</Key><raw xmlns='urn:r' c='s:d'>c:e<f xmlns:s='urn:s'>s:g</f></raw></s:session>"))
	f.Fuzz(func(t *testing.T, doc []byte) {
		for _, opts := range [][]wire.Option{{wire.Unknown(wire.KeepUnknown)}, {wire.Lenient(), wire.Unknown(wire.KeepUnknown)}, {wire.Lenient(), wire.Unqualified(), wire.Unknown(wire.KeepUnknown)}} {
			if fault := roundTrip(doc, opts...); fault != "" {
				t.Errorf("%q: %s", doc, fault)
			}
		}
	})
}

// roundTrip decodes and encodes three times and compares what was encoded. Lenient reading admits names with undeclared prefixes,
// which no document can be written with, so that it has one round to settle.
func roundTrip(doc []byte, opts ...wire.Option) string {
	var texts []string
	for round := range 3 {
		var v session
		if err := Unmarshal(doc, sessionName, &v, opts...); err != nil {
			if round == 0 {
				return ""
			}
			return fmt.Sprintf("%v in\n%s", err, doc)
		}
		var err error
		if doc, err = Marshal(sessionName, &v, opts...); err != nil {
			return fmt.Sprintf("encoding: %v", err)
		}
		texts = append(texts, string(doc))
	}
	if texts[1] != texts[2] || texts[0] != texts[1] && !door.Configure(opts).Lenient {
		return strings.Join(texts, "\nthen\n")
	}
	return ""
}
