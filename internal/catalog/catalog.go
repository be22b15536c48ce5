package catalog

import (
	"cmp"
	"maps"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// Catalog resolves locations and namespaces. A nil one resolves nothing. It is
// safe for concurrent use.
type Catalog struct {
	plain map[string]string // by location or namespace, as the configuration has them
	files []*file

	mutex sync.Mutex
	used  map[string]bool // keys of plain
}

// Sources are what a catalog is made of.
type Sources struct {
	// Files are OASIS catalogs, in the order in which they are asked.
	Files []string
	// Plain has documents by location or namespace, relative to Dir.
	Plain map[string]string
	Dir   string
}

// Load reads catalogs, with those that they refer to. What is wrong with them is
// reported at its place.
func Load(s Sources) (*Catalog, error) {
	c := &Catalog{plain: map[string]string{}, used: map[string]bool{}}
	for key, target := range s.Plain {
		c.plain[key] = within(s.Dir, target)
	}
	l := &loader{read: map[string]*file{}}
	for _, name := range s.Files {
		if f := l.load(filepath.FromSlash(name)); f != nil {
			c.files = append(c.files, f)
		}
	}
	return c, l.diags.Err()
}

// within returns a target as seen from the working folder; a URL stays.
func within(dir, target string) string {
	if IsURL(target) || filepath.IsAbs(target) {
		return target
	}
	return filepath.Join(dir, filepath.FromSlash(target))
}

// IsURL reports whether a location is absolute: something that only the network,
// or a catalog, has.
func IsURL(location string) bool {
	u, err := url.Parse(location)
	return err == nil && len(u.Scheme) > 1 // C: is a drive
}

// Location returns the file or URL of the document that stands for a location.
func (c *Catalog) Location(location string) (target string, ok bool) { return c.resolve(location) }

// Namespace returns the one that stands for a namespace.
func (c *Catalog) Namespace(namespace string) (target string, ok bool) { return c.resolve(namespace) }

func (c *Catalog) resolve(name string) (target string, ok bool) {
	if c == nil || name == "" {
		return "", false
	}
	if target, ok := c.plain[name]; ok {
		c.mutex.Lock()
		defer c.mutex.Unlock()
		c.used[name] = true
		return target, true
	}
	for _, look := range []func(*file) entries{func(f *file) entries { return f.system }, func(f *file) entries { return f.uri }} {
		if target, ok := find(c.files, normal(name), look, map[*file]bool{}); ok {
			return target, true
		}
	}
	return "", false
}

// Unused returns the keys of the plain mapping that nothing has asked for.
func (c *Catalog) Unused() []string {
	if c == nil {
		return nil
	}
	c.mutex.Lock()
	defer c.mutex.Unlock()
	return slices.DeleteFunc(slices.Sorted(maps.Keys(c.plain)), func(key string) bool { return c.used[key] })
}

// find asks catalogs one after the other (XML Catalogs 1.1 §7.1.2 and §7.2.2):
// the entry itself, the longest start, the longest end, those that another
// catalog answers for, and at last the next catalogs.
func find(files []*file, name string, look func(*file) entries, seen map[*file]bool) (string, bool) {
	for _, f := range files {
		if f == nil || seen[f] {
			continue
		}
		seen[f] = true
		e := look(f)
		if target, ok := e.exact[name]; ok {
			return target, true
		}
		if start, ok := longest(e.rewrite, func(s string) bool { return strings.HasPrefix(name, s) }); ok {
			return e.rewrite[start] + name[len(start):], true
		}
		if end, ok := longest(e.suffix, func(s string) bool { return strings.HasSuffix(name, s) }); ok {
			return e.suffix[end], true
		}
		if others := e.delegates(name); len(others) > 0 {
			return find(others, name, look, seen) // and nobody else is asked
		}
		if target, ok := find(f.next, name, look, seen); ok {
			return target, true
		}
	}
	return "", false
}

func longest(m map[string]string, fits func(string) bool) (key string, ok bool) {
	for k := range m {
		if fits(k) && (!ok || len(k) > len(key)) {
			key, ok = k, true
		}
	}
	return key, ok
}

// entries are those of a catalog for one kind of name.
type entries struct {
	exact, rewrite, suffix map[string]string
	delegate               map[string][]*file
}

func newEntries() entries {
	return entries{map[string]string{}, map[string]string{}, map[string]string{}, map[string][]*file{}}
}

// delegates returns the catalogs that answer for names that start like name, the
// longest start first.
func (e entries) delegates(name string) (list []*file) {
	starts := slices.SortedFunc(maps.Keys(e.delegate), func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	for _, s := range starts {
		if strings.HasPrefix(name, s) {
			list = append(list, e.delegate[s]...)
		}
	}
	return list
}

// normal writes a name as catalogs compare it (§6.3): characters that no URI has
// are escaped.
func normal(name string) string {
	var b strings.Builder
	for i := range len(name) {
		c := name[i]
		if c <= ' ' || c >= 0x7f || strings.IndexByte("\"<>\\^`{|}", c) >= 0 {
			const hex = "0123456789ABCDEF"
			b.WriteString(string([]byte{'%', hex[c>>4], hex[c&15]}))
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}
