package codec

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

func eachOf(doc string, path ...string) string {
	var b strings.Builder
	for v, err := range wire.Each[letter](strings.NewReader(doc), path...) {
		if err != nil {
			fmt.Fprintf(&b, "error %v", err)
			continue
		}
		b.WriteString(v.Text + " ")
	}
	return b.String()
}

func TestEachReadsTheItemsAtAPath(t *testing.T) {
	const doc = `<o><head><line>no</line></head><line>1</line>text<line>2</line><part><line>3</line><line/></part><part/></o>`
	for path, want := range map[string]string{
		"o/line": "1 2 ", "o/part/line": "3  ", "o/none": "", "o/head/line": "no ",
		"x/line": "error 1:1: /o: the root element is o, not x", "": "error wire.Each needs a path: the names of the root element and of those below it, down to the items",
	} {
		in := doc
		if strings.HasPrefix(path, "o/") {
			in = strings.Replace(doc, "text", "", 1)
		}
		if got := eachOf(in, strings.FieldsFunc(path, func(r rune) bool { return r == '/' })...); got != want {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
	if got := eachOf(`<o><line>1</line><line>2</o>`, "o", "line"); !strings.HasPrefix(got, "1 error 1:") {
		t.Errorf("got %q", got)
	}
	n := 0
	for range wire.Each[letter](strings.NewReader(`<o><line/><line/><broken`), "o", "line") {
		n++
		break
	}
	if n != 1 {
		t.Error(n)
	}
	for _, err := range wire.Each[int](strings.NewReader(`<o/>`), "o") {
		if err == nil || !strings.Contains(err.Error(), "*int is no type that wbxgen generates") {
			t.Error(err)
		}
	}
}

// TestEachTakesTheMemoryOfOneItem reads 64 MB of items.
func TestEachTakesTheMemoryOfOneItem(t *testing.T) {
	item := "<line>" + strings.Repeat("x", 1000) + "</line>"
	doc := io.MultiReader(strings.NewReader("<o>"), &repeater{text: item, n: 64_000}, strings.NewReader("</o>"))
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	before, most, n := m.HeapInuse, uint64(0), 0
	for v, err := range wire.Each[letter](doc, "o", "line") {
		if err != nil || len(v.Text) != 1000 {
			t.Fatal(err)
		}
		if n++; n%8000 == 0 {
			runtime.GC()
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapInuse)
		}
	}
	if n != 64_000 || most > before+4<<20 {
		t.Errorf("%d items, %d bytes of heap, %d before", n, most, before)
	}
}

// TestEachReadsMoreThanOtherReaders reads a document of more than the 1 GiB that is the default limit of others, most of it in
// comments, over which a scanner is quick.
func TestEachReadsMoreThanOtherReaders(t *testing.T) {
	if testing.Short() {
		t.Skip("reads a gigabyte")
	}
	long := "<line>x</line><!--" + strings.Repeat(" ", 8<<20) + "-->"
	const lines = 130
	document := func() io.Reader {
		return io.MultiReader(strings.NewReader("<o>"), &repeater{text: long, n: lines}, strings.NewReader("</o>"))
	}
	n := 0
	for v, err := range wire.Each[letter](document(), "o", "line") {
		if err != nil || v.Text != "x" {
			t.Fatal(n, err)
		}
		n++
	}
	if n != lines || n*len(long) < 1<<30 {
		t.Errorf("%d items of %d bytes", n, n*len(long))
	}
	for _, err := range wire.EachWith[letter](document(), []string{"o", "line"}, wire.WithLimits(xmltext.Limits{Size: 9 << 20})) {
		if err != nil && !errors.Is(err, xmltext.ErrLimit) {
			t.Error(err)
		}
		if n--; n < 0 {
			t.Fatal("a limit that was asked for does not hold")
		}
	}
}
