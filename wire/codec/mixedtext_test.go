package codec

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
	"weak"
)

// TestTextsReadQuicklyAreReadAsAnyOther reads texts of all short lengths, with what needs thought at each place, from memory
// and byte by byte: the quick ways are open to the one alone. Many texts in a document fill the memory that they share.
func TestTextsReadQuicklyAreReadAsAnyOther(t *testing.T) {
	specials := []string{"", "é", "\n", "\t", ">", "]]>", "]]", "&amp;", "&", "\r\n", "\x01", "\xff", "<!---->", "<![CDATA[x]]>", "<?p?>", "<leaf/>", "<leaf>in</leaf>", "<other/>"}
	for _, special := range specials {
		for before := range 20 {
			text := strings.Repeat("a", before) + special + strings.Repeat("b", 19-before)
			for _, body := range []string{text, text[:before+len(special)], "<leaf>" + text + "</leaf>", "<leaf>" + text + "</leaf>" + text, text + "<leaf></leaf>"} {
				sameEitherWay(t, "<leaf>"+body+"</leaf>")
			}
		}
	}
	var long strings.Builder
	for n := range 300 {
		fmt.Fprintf(&long, "%s<leaf>%s</leaf>", strings.Repeat("x", n*7), strings.Repeat("y", n))
	}
	sameEitherWay(t, "<leaf>"+long.String()+"</leaf>")
}

// sameEitherWay reads a document in both ways. What was read is written again to be compared.
func sameEitherWay(t *testing.T, doc string) {
	t.Helper()
	var quick, slow page
	quickErr := Unmarshal([]byte(doc), leafName, &quick)
	slowErr := Decode(iotest.OneByteReader(strings.NewReader(doc)), leafName, &slow)
	if fmt.Sprint(quickErr) != fmt.Sprint(slowErr) {
		t.Fatalf("%q: %v, byte by byte %v", doc, quickErr, slowErr)
	}
	if quickErr != nil {
		return
	}
	a, quickErr := Marshal(leafName, &quick)
	b, slowErr := Marshal(leafName, &slow)
	if quickErr != nil || slowErr != nil || !bytes.Equal(a, b) || len(quick.Content) != len(slow.Content) {
		t.Fatalf("%q: %s (%v), byte by byte %s (%v)", doc, a, quickErr, b, slowErr)
	}
	if !strings.ContainsAny(doc, "&!?\r>\n") && string(a) != doc {
		t.Fatalf("%q: %s", doc, a)
	}
}

// TestDocumentsShareNoItems keeps what a document was read into, and has the memory of the one before it collected.
func TestDocumentsShareNoItems(t *testing.T) {
	doc := []byte("<leaf>a<leaf>b<leaf/></leaf>c</leaf>")
	d := NewBytesDecoder(doc)
	read := func() *page {
		d.ResetBytes(doc)
		p := new(page)
		if err := d.Document(leafName, p); err != nil {
			t.Fatal(err)
		}
		return p
	}
	gone := weak.Make(read().Content[1].(*page))
	kept := read()
	runtime.GC()
	if gone.Value() != nil {
		t.Error("an item of the document before is in memory still")
	}
	runtime.KeepAlive(kept)
	runtime.KeepAlive(d)
}
