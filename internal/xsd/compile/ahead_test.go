package compile_test

import (
	"fmt"
	"io/fs"
	"runtime"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// counting is a file system that counts how often each file is opened.
type counting struct {
	fs.FS
	mutex  sync.Mutex
	opened map[string]int
}

func (c *counting) Open(name string) (fs.File, error) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.opened[name]++
	return c.FS.Open(name)
}

// Stat does not count: it reads nothing.
func (c *counting) Stat(name string) (fs.FileInfo, error) { return fs.Stat(c.FS, name) }

// TestReadingAheadShowsNowhere: documents that include one another in a chain and a
// circle, some of which are no XML, missing, outside or somewhere else, are read once
// each, and what is said of them is the same on any number of processors.
func TestReadingAheadShowsNowhere(t *testing.T) {
	const chain = 60
	files := fstest.MapFS{}
	put := func(name string, locations ...string) {
		var b strings.Builder
		b.WriteString(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">`)
		for _, l := range locations {
			fmt.Fprintf(&b, `<xs:include schemaLocation="%s"/>`, l)
		}
		fmt.Fprintf(&b, `<xs:element name="%s" type="xs:string"/></xs:schema>`, strings.NewReplacer("/", "-", ".xsd", "").Replace(name))
		files[name] = &fstest.MapFile{Data: []byte(b.String())}
	}
	for i := range chain {
		put(fmt.Sprintf("d%d/a%d.xsd", i%3, i), fmt.Sprintf("../d%d/a%d.xsd", (i+1)%chain%3, (i+1)%chain), "../d0/a0.xsd", "../leaf.xsd",
			"missing.xsd", "../../outside.xsd", "../broken.xsd", "http://example.com/a.xsd", "")
	}
	put("leaf.xsd")
	put("unused.xsd", "leaf.xsd")
	files["broken.xsd"] = &fstest.MapFile{Data: []byte("<xs:schema")}
	said := ""
	for _, processors := range []int{1, 2, 8} {
		before := runtime.GOMAXPROCS(processors)
		count := &counting{FS: files, opened: map[string]int{}}
		set, err := source.FromFS(count, []string{"d0/a0.xsd"}, source.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		clear(count.opened)
		schema, diags := compile.Compile(set, compile.Options{})
		runtime.GOMAXPROCS(before)
		got := fmt.Sprint(len(schema.Elements()), " elements\n", diags)
		if said == "" {
			said = got
		}
		if got != said || len(schema.Elements()) != chain+1 {
			t.Errorf("with %d processors:\n%s\nwith one:\n%s", processors, got, said)
		}
		for name, n := range count.opened {
			if n > 1 {
				t.Errorf("with %d processors %s is read %d times", processors, name, n)
			}
		}
		if count.opened["unused.xsd"] > 0 {
			t.Error("a document is read that nobody refers to")
		}
		if n := len(count.opened); n != chain+2 {
			t.Errorf("with %d processors %d files are read", processors, n)
		}
	}
}
