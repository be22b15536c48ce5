package source_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/source"
)

// fetched opens a set that has what fetch gets.
func fetched(t *testing.T, limit int64, fetch source.Fetch) *source.Set {
	t.Helper()
	dir := tree(t, map[string]string{"a.xsd": "<a/>"})
	set, err := source.Open(dir, source.Options{Fetch: fetch, Limits: source.Limits{Bytes: limit}})
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// TestFetchedAddress: a document is asked for by the address that refers to it,
// also where that ends in a slash, and a relative reference is seen from there.
func TestFetchedAddress(t *testing.T) {
	var asked []string
	set := fetched(t, 100, func(url string) ([]byte, error) { asked = append(asked, url); return []byte("<a/>"), nil })
	for _, address := range []string{"http://example.com/a/", "http://example.com/a/b.xsd?v=1", "http://example.com/a.xsd?in=x/y"} {
		asked = nil
		name, ok := set.Resolve("a.xsd", address)
		if !ok {
			t.Fatalf("%s is not resolved", address)
		}
		for range 2 {
			if _, err := set.Read(name); err != nil || strings.Join(asked, " ") != address || set.Path(name) != address {
				t.Errorf("%s: asked for %q, shown as %s, %v", address, asked, set.Path(name), err)
			}
		}
	}
	name, _ := set.Resolve("a.xsd", "http://example.com/a/")
	if next, ok := set.Resolve(name, "c.xsd"); !ok || set.Path(next) != "http://example.com/a/c.xsd" {
		t.Errorf("c.xsd beside it is %s", set.Path(next))
	}
}

// TestFetchedLimit: documents from the network have a limit together.
func TestFetchedLimit(t *testing.T) {
	set := fetched(t, 100, func(string) ([]byte, error) { return make([]byte, 60), nil })
	one, _ := set.Resolve("a.xsd", "http://example.com/1.xsd")
	two, _ := set.Resolve(one, "2.xsd")
	if _, err := set.Read(one); err != nil {
		t.Fatal(err)
	}
	if _, err := set.Read(two); err == nil || !strings.Contains(err.Error(), "http://example.com/2.xsd: error: the documents from the network have more than 100 bytes") {
		t.Errorf("got %v", err)
	}
}

// TestFetchedPassword: the password of a URL is sent, and not shown.
func TestFetchedPassword(t *testing.T) {
	const address = "http://user:hidden@example.com/a.xsd"
	asked := ""
	set := fetched(t, 100, func(url string) ([]byte, error) { asked = url; return nil, errors.New("no") })
	name, _ := set.Resolve("a.xsd", address)
	_, err := set.Read(name)
	if asked != address || err == nil || strings.Contains(err.Error()+set.Path(name), "hidden") {
		t.Errorf("asked for %s: %v, shown as %s", asked, err, set.Path(name))
	}
}
