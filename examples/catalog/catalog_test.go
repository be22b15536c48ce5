package catalog_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/examples/catalog/catalogxml/catalog"
	"github.com/wbxgen/wbxgen/wire"
)

const (
	head = `<catalog xmlns="urn:example:catalog"><exported>2026-03-01T08:00:00Z</exported><articles>`
	tail = `</articles></catalog>`
)

// exported delivers a catalogue of at least size bytes, which is nowhere as a whole.
type exported struct {
	size, done int64
	articles   int
	ended      bool
	next       bytes.Buffer
}

func (e *exported) Read(p []byte) (int, error) {
	if e.next.Len() == 0 {
		if e.ended {
			return 0, io.EOF
		}
		e.more()
	}
	n, err := e.next.Read(p)
	e.done += int64(n)
	return n, err
}

// more makes the next part: the beginning, an article, or the end.
func (e *exported) more() {
	switch {
	case e.done == 0:
		e.next.WriteString(head)
	case e.done < e.size:
		e.articles++
		fmt.Fprintf(&e.next, `<article sku="a%d"><name>Article %[1]d</name><price>%d.90</price><stock>3</stock></article>`, e.articles, e.articles%100)
	default:
		e.next.WriteString(tail)
		e.ended = true
	}
}

// Example reads the articles of a catalogue one by one.
func Example() {
	in := strings.NewReader(head +
		`<article sku="h1"><name>Hat</name><price>19.90</price><stock>2</stock></article>` +
		`<article sku="c1"><name>Coat</name><price>120.00</price></article>` + tail)
	for article, err := range wire.Each[catalog.Article](in, "catalog", "articles", "article") {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(article.Sku, article.Name, article.Price)
	}
	// Output:
	// h1 Hat 19.90
	// c1 Coat 120.00
}

// TestMemoryIsThatOfOneItem reads a catalogue of 8 MB, or of 1 GB with
// CATALOG_GB=1 in the environment, and looks at the heap on the way.
func TestMemoryIsThatOfOneItem(t *testing.T) {
	in := &exported{size: 8 << 20}
	if os.Getenv("CATALOG_GB") != "" {
		in.size = 1 << 30
	}
	before, most, n := heap(), uint64(0), 0
	for article, err := range wire.Each[catalog.Article](in, "catalog", "articles", "article") {
		if err != nil {
			t.Fatal(err)
		}
		if n++; article.Sku != fmt.Sprintf("a%d", n) {
			t.Fatalf("article %d is %s", n, article.Sku)
		}
		if every := int(in.size / 800); n%every == 0 { // some eight times
			most = max(most, heap())
		}
	}
	if n != in.articles || in.done < in.size {
		t.Errorf("%d of %d articles, %d bytes", n, in.articles, in.done)
	}
	const allowed = 1 << 20
	if most == 0 || most > before+allowed {
		t.Errorf("the heap grew from %d to %d bytes", before, most)
	}
	t.Logf("%d articles, %d bytes; heap %d before, at most %d", n, in.done, before, most)
}

// heap returns the bytes that are in use.
func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// TestAMistakeHasItsPlace stops at an article that cannot be read, after those before it.
func TestAMistakeHasItsPlace(t *testing.T) {
	in := strings.NewReader(head + `<article sku="h1"><name>Hat</name><price>19.90</price></article>` + "\n" +
		`<article sku="c1"><name>Coat</name><price>much</price></article>` + tail)
	var names, mistakes []string
	for article, err := range wire.Each[catalog.Article](in, "catalog", "articles", "article") {
		if err != nil {
			mistakes = append(mistakes, err.Error())
			continue
		}
		names = append(names, article.Name)
	}
	if len(names) != 1 || len(mistakes) != 1 || !strings.Contains(mistakes[0], "2:") || !strings.Contains(mistakes[0], "/catalog/articles/article/price") {
		t.Errorf("%q, %q", names, mistakes)
	}
}
