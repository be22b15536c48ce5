package source

import (
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
)

// Catalog says which document stands for a location or a namespace.
type Catalog interface {
	Location(location string) (target string, ok bool)
	Namespace(namespace string) (target string, ok bool)
}

// Fetch gets what a URL has.
type Fetch func(url string) ([]byte, error)

// extras are documents outside a set that a catalog, or the network where that
// is allowed, has for it. Each has a name of its own, by which documents refer
// to each other beside it.
type extras struct {
	catalog Catalog
	fetch   Fetch
	limit   int64

	mutex   sync.Mutex
	places  []*place
	byDir   map[string]*place
	fetched map[string][]byte // by name
	size    int64             // of all of fetched
}

// place is a folder that has documents which a catalog names, or where a URL is.
type place struct {
	prefix string // of the names of its documents
	dir    string // on disk, "" for a URL
	url    string // of the folder, as locations name it; "" where that is not known
	root   *os.Root
}

// extraName starts the names of documents outside a set.
const extraName = "catalog:"

func newExtras(o Options) *extras {
	return &extras{catalog: o.Catalog, fetch: o.Fetch, limit: o.Limits.Bytes, byDir: map[string]*place{}, fetched: map[string][]byte{}}
}

// isExtra reports whether a name is that of a document outside a set.
func isExtra(name string) bool { return strings.HasPrefix(name, extraName) }

// resolve returns the name of the document that the catalog, or the network, has
// for a reference in the file base.
func (x *extras) resolve(base, reference string) (name string, ok bool) {
	if x == nil {
		return "", false
	}
	location := x.absolute(base, reference)
	if x.catalog != nil {
		for _, l := range []string{reference, location} {
			if target, found := x.catalog.Location(l); found {
				return x.name(target, location)
			}
		}
	}
	if x.fetch != nil && isWeb(location) {
		return x.name(location, location)
	}
	return "", false
}

// absolute returns a reference as a URL, where the document that has it is known
// to be from one.
func (x *extras) absolute(base, reference string) string {
	p := x.placeOf(base)
	if p == nil || p.url == "" {
		return reference
	}
	at, err := url.Parse(p.url + base[len(p.prefix):])
	if err != nil {
		return reference
	}
	u, err := at.Parse(reference)
	if err != nil {
		return reference
	}
	return u.String()
}

func isWeb(location string) bool {
	return strings.HasPrefix(location, "http://") || strings.HasPrefix(location, "https://")
}

// name returns the name of a target, a file or a URL. location is where
// documents think it is.
func (x *extras) name(target, location string) (string, bool) {
	x.mutex.Lock()
	defer x.mutex.Unlock()
	from := ""
	if isWeb(location) {
		from = location[:strings.LastIndexByte(location, '/')+1]
	}
	if isWeb(target) {
		if x.fetch == nil {
			return "", false
		}
		dir := target[:strings.LastIndexByte(target, '/')+1]
		return x.place("", dir).prefix + target[len(dir):], true
	}
	p := x.place(filepath.Dir(target), from)
	return p.prefix + filepath.Base(target), true
}

func (x *extras) place(dir, from string) *place {
	key := dir + "\x00" + from
	if p := x.byDir[key]; p != nil {
		return p
	}
	p := &place{prefix: fmt.Sprintf("%s%d/", extraName, len(x.places)), dir: dir, url: from}
	if dir != "" {
		p.root, _ = os.OpenRoot(dir)
	}
	x.places, x.byDir[key] = append(x.places, p), p
	return p
}

func (x *extras) placeOf(name string) *place {
	if x == nil || !isExtra(name) {
		return nil
	}
	x.mutex.Lock()
	defer x.mutex.Unlock()
	for _, p := range x.places {
		if strings.HasPrefix(name, p.prefix) {
			return p
		}
	}
	return nil
}

// has reports whether there is a document of the name. Those of a URL are there
// until they are read.
func (x *extras) has(name string) bool {
	p := x.placeOf(name)
	switch {
	case p == nil:
		return false
	case p.dir == "":
		return true
	case p.root == nil:
		return false
	}
	info, err := p.root.Stat(filepath.FromSlash(name[len(p.prefix):]))
	return err == nil && info.Mode().IsRegular()
}

// shown is a name as a person can find the document, without the password of a
// URL that has one.
func (x *extras) shown(name string) string {
	p := x.placeOf(name)
	switch {
	case p == nil:
		return name
	case p.dir == "":
		return Redacted(p.url + name[len(p.prefix):])
	}
	return path.Join(filepath.ToSlash(p.dir), name[len(p.prefix):])
}

func (x *extras) read(name string) ([]byte, error) {
	p := x.placeOf(name)
	if p == nil {
		return nil, fs.ErrNotExist
	}
	if p.dir != "" {
		return readFile(p.root, x.shown(name), filepath.FromSlash(name[len(p.prefix):]), x.limit)
	}
	return x.get(name, p.url+name[len(p.prefix):])
}

// get fetches a document, once. All together have no more bytes than a set may
// have: one can refer to the next without end.
func (x *extras) get(name, address string) ([]byte, error) {
	x.mutex.Lock()
	defer x.mutex.Unlock()
	if data, known := x.fetched[name]; known {
		return data, nil
	}
	data, err := x.fetch(address)
	if err != nil {
		return nil, failure(Redacted(address), "wbxgen-unreadable", "cannot fetch: %v", err)
	}
	if x.size += int64(len(data)); x.size > x.limit {
		return nil, tooMuch(Redacted(address), BytesRemedy, "the documents from the network have more than %d bytes", x.limit)
	}
	x.fetched[name] = data
	return data, nil
}

// Redacted returns a URL with xxxxx in place of a password.
func Redacted(address string) string {
	if u, err := url.Parse(address); err == nil && u.User != nil {
		return u.Redacted()
	}
	return address
}

// ResolveNamespace returns the name of the document that the catalog has for a
// namespace.
func (s *Set) ResolveNamespace(namespace string) (name string, ok bool) {
	if s.extras == nil || s.extras.catalog == nil {
		return "", false
	}
	if target, found := s.extras.catalog.Namespace(namespace); found {
		return s.extras.name(target, "")
	}
	return "", false
}
