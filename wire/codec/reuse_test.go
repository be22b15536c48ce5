package codec

import (
	"fmt"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/wire"
)

// TestEncodersForgetEarlierDocuments writes documents that declare the root
// element's namespace a second time, for a value, one after another in every
// order: each comes out as from a fresh encoder, though a kept one has prepared
// tags with the prefix that another document preferred.
func TestEncodersForgetEarlierDocuments(t *testing.T) {
	space := Namespace{URI: "urn:a"}
	root, leaf := Name{Space: &space, Local: "r"}, Name{Space: &space, Local: "leaf"}
	bound := func(prefix, uri string) AppenderFunc {
		return func(e *Encoder) {
			if prefix != "" {
				e.Nodes([]wire.Node{{Name: wire.QName{Local: "q"}, Text: prefix + ":x", Bindings: []wire.Binding{{Prefix: prefix, URI: uri}}}})
			}
			for range 2 * tagsAfter {
				WriteString(e, &leaf, "x")
			}
		}
	}
	rooted := func(prefix, uri string) AppenderFunc {
		value := Name{Local: "v"}
		return func(e *Encoder) {
			WriteValueAttr(e, &value, wire.ScopedText{Text: prefix + ":x", Bindings: []wire.Binding{{Prefix: prefix, URI: uri}}})
			bound("", "")(e)
		}
	}
	docs := []AppenderFunc{
		bound("", ""), bound("xs", "urn:a"), bound("ns", "urn:b"), bound("ns1", "urn:a"),
		rooted("xs", "urn:a"), rooted("ns", "urn:b"), rooted("ns1", "urn:a"),
	}
	write := func(e *Encoder, doc AppenderFunc) string {
		e.Reset(nil)
		if err := e.Document(root, doc); err != nil {
			t.Fatal(err)
		}
		return string(e.Bytes())
	}
	for i, first := range docs {
		for k, second := range docs {
			kept := NewEncoder()
			for range 2 {
				write(kept, first)
			}
			got, want := write(kept, second), write(NewEncoder(), second)
			if got != want {
				t.Errorf("after document %d, document %d is %s", i, k, firstDifference(got, want))
			}
		}
	}
}

func firstDifference(got, want string) string {
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	i = max(0, strings.LastIndexByte(want[:i], '<'))
	return fmt.Sprintf("%.60s, not %.60s", got[i:], want[i:])
}
