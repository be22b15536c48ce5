package catalog_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/catalog"
)

func files(t *testing.T, texts map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, text := range texts {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

const top = `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">`

// TestResolution goes through the entries of XML Catalogs 1.1 and the order in
// which they are asked (§7.1.2, §7.2.2).
func TestResolution(t *testing.T) {
	files(t, map[string]string{
		"cat/main.xml": top + `
<public publicId="x" uri="never.xsd"/>
<system systemId="http://a/exact.xsd" uri="exact.xsd"/>
<system systemId="http://a/exact.xsd" uri="second.xsd"/>
<rewriteSystem systemIdStartString="http://a/" rewritePrefix="a/"/>
<rewriteSystem systemIdStartString="http://a/deep/" rewritePrefix="deep/"/>
<systemSuffix systemIdSuffix="/end.xsd" uri="end.xsd"/>
<systemSuffix systemIdSuffix="long/end.xsd" uri="longend.xsd"/>
<uri name="urn:ns" uri="ns.xsd"/>
<rewriteURI uriStartString="urn:r:" rewritePrefix="http://mirror/"/>
<uriSuffix uriSuffix=":last" uri="last.xsd"/>
<group xml:base="grouped/"><system systemId="http://g/x.xsd" uri="x.xsd"/><system systemId="http://g/y.xsd" uri="/abs/y.xsd"/></group>
<system systemId="http://b/sp ace.xsd" uri="space.xsd" xml:base="own/ignored.xml"/>
<delegateSystem systemIdStartString="http://d/" catalog="d.xml"/>
<delegateSystem systemIdStartString="http://d/1/" catalog="d1.xml"/>
<nextCatalog catalog="next.xml"/>
<other xmlns="urn:other"/>
</catalog>`,
		"cat/d.xml":    top + `<system systemId="http://d/1/x.xsd" uri="d.xsd"/><system systemId="http://d/y.xsd" uri="dy.xsd"/></catalog>`,
		"cat/d1.xml":   top + `<system systemId="http://d/1/x.xsd" uri="d1.xsd"/></catalog>`,
		"cat/next.xml": top + `<system systemId="http://n/x.xsd" uri="n.xsd"/><system systemId="http://d/z.xsd" uri="never.xsd"/><nextCatalog catalog="main.xml"/></catalog>`,
		"cat/more.xml": top + `<uri name="http://m/x.xsd" uri="file:///m/x.xsd"/><system systemId="http://a/exact.xsd" uri="later.xsd"/></catalog>`,
	})
	c, err := catalog.Load(catalog.Sources{Files: []string{"cat/main.xml", "cat/more.xml"}, Plain: map[string]string{"rel/a.xsd": "mine.xsd", "http://p/x": "http://q/y"}, Dir: "conf"})
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"http://a/exact.xsd": "cat/exact.xsd", "http://a/b/c.xsd": "cat/a/b/c.xsd", "http://a/deep/c.xsd": "cat/deep/c.xsd",
		"http://z/end.xsd": "cat/end.xsd", "http://z/long/end.xsd": "cat/longend.xsd",
		"urn:ns": "cat/ns.xsd", "urn:r:x.xsd": "http://mirror/x.xsd", "urn:x:last": "cat/last.xsd",
		"http://g/x.xsd": "cat/grouped/x.xsd", "http://g/y.xsd": "/abs/y.xsd", "http://b/sp ace.xsd": "cat/own/space.xsd",
		"http://d/1/x.xsd": "cat/d1.xsd", "http://d/y.xsd": "cat/dy.xsd", "http://d/z.xsd": "", "http://n/x.xsd": "cat/n.xsd",
		"http://m/x.xsd": "/m/x.xsd", "rel/a.xsd": "conf/mine.xsd", "http://p/x": "http://q/y", "http://nobody/": "", "": "",
	} {
		got, ok := c.Location(name)
		if filepath.ToSlash(got) != want || ok != (want != "") {
			t.Errorf("%s is %q, %v, want %q", name, got, ok, want)
		}
	}
	if unused := c.Unused(); len(unused) != 0 {
		t.Errorf("unused: %v", unused)
	}
	if fresh, _ := catalog.Load(catalog.Sources{Plain: map[string]string{"b": "c", "a": "c"}}); strings.Join(fresh.Unused(), " ") != "a b" {
		t.Errorf("unused: %v", fresh.Unused())
	}
	var none *catalog.Catalog
	if _, ok := none.Location("a"); ok || none.Unused() != nil {
		t.Error("no catalog has something")
	}
}

func TestWhatIsWrongWithACatalog(t *testing.T) {
	for text, want := range map[string]string{
		"":                                "c.xml:1",
		"<a/>":                            "c.xml:1:1: error: the root element is a, not catalog of the namespace urn:oasis:names:tc:entity:xmlns:xml:catalog: this is no XML catalog [wbxgen-catalog]",
		top + "<sytem/></catalog>":        `error: catalogs have no entry sytem; did you mean "system"?`,
		top + "<system/></catalog>":       "error: system has no attribute systemId",
		top + "<uri name='a'/></catalog>": "error: uri has no attribute uri",
		top + "<nextCatalog/></catalog>":  "error: nextCatalog has no attribute catalog",
		top + "<nextCatalog catalog='x.xml'/></catalog>":     "x.xml: error: there is no such catalog",
		top + "<nextCatalog catalog='/dev/zero'/></catalog>": "/dev/zero: error: cannot read: it is no regular file",
		top + "<nextCatalog catalog='.'/></catalog>":         "error: cannot read: it is no regular file",
		top: "error:",
	} {
		files(t, map[string]string{"c.xml": text})
		_, err := catalog.Load(catalog.Sources{Files: []string{"c.xml"}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
}
