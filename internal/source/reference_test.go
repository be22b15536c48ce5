package source_test

import (
	"archive/zip"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/wbxgen/wbxgen/internal/source"
)

// referredNames are names of files that a reference has to spell with care.
var referredNames = []string{
	"plain.xsd", "my types.xsd", "a+b.xsd", "größe.xsd", "日本.xsd", "100%.xsd", "a#b.xsd", "a?b.xsd", "sub dir/x y.xsd",
	"a&b.xsd", "a'b.xsd", "(1).xsd", "a=b;c,d.xsd", "%41.xsd", "~a.xsd", "a@b.xsd", "x[1].xsd", "a..b/c..xsd", "Ж/é.xsd",
}

// escaped writes a path as a URI reference with all that must be escaped so,
// and with hex digits in either case.
func escaped(name string) []string {
	parts := strings.Split(name, "/")
	for i, p := range parts {
		parts[i] = url.PathEscape(p)
	}
	upper := strings.Join(parts, "/")
	lower := []byte(upper)
	for i := range lower {
		if lower[i] == '%' {
			copy(lower[i+1:], strings.ToLower(upper[i+1:i+3]))
		}
	}
	return []string{upper, string(lower)}
}

// references are the ways to write a reference to a file beside the document
// that refers.
func references(name string) []string {
	list := escaped(name)
	if !strings.ContainsAny(name, "%#?") {
		list = append(list, name) // as people write paths
	}
	for _, r := range list {
		list = append(list, "./"+r, "././"+r, "x/../"+r, strings.ReplaceAll(r, "/", `\`), r+"#part")
	}
	return list
}

func TestReferencesAreURIReferences(t *testing.T) {
	files := map[string]string{"main/main.xsd": "main"}
	for _, name := range referredNames {
		files[path.Join("main", name)] = name
	}
	dir := tree(t, files)
	archive := filepath.Join(t.TempDir(), "a.zip")
	writeZip(t, archive, files)
	for _, arg := range []string{dir, archive, archive + "//main/main.xsd", dir + "//main"} {
		set, err := source.Open(arg, source.Options{})
		if err != nil {
			t.Fatal(err)
		}
		findAll(t, set, "main/main.xsd", "main/")
	}
	set, err := source.Open(filepath.Join(dir, "main/main.xsd"), source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	findAll(t, set, "main.xsd", "")
}

func findAll(t *testing.T, set *source.Set, base, folder string) {
	t.Helper()
	for _, name := range referredNames {
		for _, r := range references(name) {
			got, ok := set.Resolve(base, r)
			data, err := set.Read(got)
			if !ok || got != folder+name || err != nil || string(data) != name {
				t.Errorf("%s: %q leads to %q, %v, %v; want %q", set.Name, r, got, ok, err, folder+name)
			}
		}
	}
}

func writeZip(t *testing.T, name string, files map[string]string) {
	t.Helper()
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z := zip.NewWriter(f)
	for name, text := range files {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(text))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
}

// A name that is percent-encoded on disk is found by a reference that says so,
// but a file that the reference means comes first.
func TestTheDecodedNameComesFirst(t *testing.T) {
	set, err := source.Open(tree(t, map[string]string{"a.xsd": "", "b%20c.xsd": "", "b c.xsd": "", "d%20e.xsd": ""}), source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for reference, want := range map[string]string{"b%20c.xsd": "b c.xsd", "d%20e.xsd": "d%20e.xsd", "f%20g.xsd": "f g.xsd"} {
		if got, ok := set.Resolve("a.xsd", reference); got != want || !ok {
			t.Errorf("%s: got %q, %v, want %q", reference, got, ok, want)
		}
	}
}

func TestUnicodeFormsAreOneName(t *testing.T) {
	name := "größe-é.xsd"
	for _, on := range []norm.Form{norm.NFC, norm.NFD} {
		set, err := source.Open(tree(t, map[string]string{"a.xsd": "", on.String(name): ""}), source.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, as := range []norm.Form{norm.NFC, norm.NFD} {
			if got, _ := set.Resolve("a.xsd", url.PathEscape(as.String(name))); got != on.String(name) {
				t.Errorf("got %q, want %q", got, on.String(name))
			}
		}
	}
}

func TestNoReferenceLeadsOut(t *testing.T) {
	set, err := source.Open(tree(t, map[string]string{"in/a.xsd": "", "b.xsd": ""})+"/in", source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []string{"../b.xsd", "%2e%2e/b.xsd", "..%2fb.xsd", `..\b.xsd`, `%2e%2e\b.xsd`, "/b.xsd", "x/%2E%2E/../../b.xsd", "file:///b.xsd", "http://x/b.xsd", "", "%00"} {
		if name, ok := set.Resolve("a.xsd", r); ok && (set.Has(name) || strings.HasPrefix(name, "../")) {
			t.Errorf("%q leads to %q", r, name)
		}
	}
}

func TestWhatSystemsLeaveIsPassedOver(t *testing.T) {
	files := map[string]string{
		"a/x.xsd": "x", "a/._x.xsd": "\x00\x05", "__MACOSX/a/._x.xsd": "\x00", "__MACOSX/a/x.xsd": "y", ".DS_Store": "", "a/.DS_Store": "",
		"a/Thumbs.db": "", "a/desktop.ini": "", "a/THUMBS.DB": "",
	}
	archive := filepath.Join(t.TempDir(), "a.zip")
	writeZip(t, archive, files)
	for _, arg := range []string{tree(t, files), archive} {
		set, err := source.Open(arg, source.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(set.Names(), " "); got != "a/x.xsd" {
			t.Errorf("%s: got %s", arg, got)
		}
	}
}

func TestWiderSaysWhatWouldReach(t *testing.T) {
	dir := tree(t, map[string]string{"api/orders/deep/o.xsd": "", "common/c.xsd": ""})
	for arg, want := range map[string]string{
		"api/orders/deep/o.xsd": "api/orders//deep/o.xsd",
		"api/orders/deep":       "api/orders//deep",
		"api/orders//deep":      "api//orders/deep",
	} {
		set, err := source.Open(dir+"/"+arg, source.Options{})
		if err != nil {
			t.Fatal(err)
		}
		reference := "../c.xsd"
		if strings.Contains(arg, "//") {
			reference = "../../c.xsd" // from deep/o.xsd in api/orders
		}
		top, inside := set.Wider(set.Roots()[0], reference)
		if got := strings.TrimPrefix(top+"//"+inside, filepath.ToSlash(dir)+"/"); got != want {
			t.Errorf("%s: got %s, want %s", arg, got, want)
		}
	}
}
