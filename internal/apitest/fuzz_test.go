package apitest

import (
	"bytes"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
)

// FuzzMessage reads any bytes as a message of the newest release, from memory
// and byte by byte, and writes and reads what came out until it is stable.
func FuzzMessage(f *testing.F) {
	for _, s := range samples(f) {
		f.Add(s.data, s.request, s.loose)
	}
	r := releases[len(releases)-1]
	f.Fuzz(func(t *testing.T, data []byte, unqualified, lenient bool) {
		opts := []wire.Option{wire.Types(r.registry()), wire.Unknown(wire.KeepUnknown)}
		writing := []wire.Option(nil)
		if lenient {
			opts = append(opts, wire.Lenient())
		} else if unqualified {
			opts = append(opts, wire.Unqualified())
			writing = r.wireForm()
		}
		m, pieces := r.message(), r.message()
		err := codec.Unmarshal(data, r.root, m, opts...)
		pieceErr := codec.Decode(iotest.OneByteReader(bytes.NewReader(data)), r.root, pieces, opts...)
		if (err == nil) != (pieceErr == nil) {
			t.Fatalf("whole: %v\nbyte by byte: %v", err, pieceErr)
		}
		if err != nil {
			return
		}
		text := rewritten(t, r, m, writing)
		if other := rewritten(t, r, pieces, writing); other != text {
			t.Fatalf("whole\n%s\nbyte by byte\n%s", text, other)
		}
		// Lenient reading admits what no document can be written with, an
		// undeclared prefix, and has one round to settle.
		rounds := 1
		if lenient {
			rounds = 2
		}
		for round := range rounds {
			again := r.message()
			if err := codec.Unmarshal([]byte(text), r.root, again, opts...); err != nil {
				t.Fatalf("%v in what was written:\n%s", err, text)
			}
			next := rewritten(t, r, again, writing)
			if next != text && round == rounds-1 {
				t.Fatalf("first\n%s\nthen\n%s", text, next)
			}
			text = next
		}
	})
}

func rewritten(t *testing.T, r release, m codec.Object, opts []wire.Option) string {
	data, err := codec.Marshal(r.root, m, opts...)
	if err != nil {
		if strings.Contains(err.Error(), "has no value") {
			t.Skip(err)
		}
		t.Fatal(err)
	}
	return string(data)
}
