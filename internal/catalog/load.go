package catalog

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xmltree"
)

// Namespace is that of the elements of catalogs.
const Namespace = "urn:oasis:names:tc:entity:xmlns:xml:catalog"

// Code is that of all that is wrong with a catalog.
const Code = "wbxgen-catalog"

const xmlNamespace = "http://www.w3.org/XML/1998/namespace"

// most is how many catalogs are read that others refer to.
const most = 1000

// mostBytes is how many bytes one may have.
const mostBytes int64 = 64 << 20

// file is a catalog.
type file struct {
	system, uri entries
	next        []*file
}

// loader reads catalogs, each once.
type loader struct {
	read  map[string]*file
	diags diag.List
}

// load reads a catalog; what is wrong with it is noted.
func (l *loader) load(name string) *file {
	if f, known := l.read[filepath.Clean(name)]; known {
		return f
	}
	shown := filepath.ToSlash(name)
	data, err := read(name)
	switch {
	case len(l.read) >= most:
		l.diags.Error(diag.Pos{File: shown}, Code, "there are more than %d catalogs", most)
		return nil
	case errors.Is(err, fs.ErrNotExist):
		l.diags.Error(diag.Pos{File: shown}, Code, "there is no such catalog")
		return nil
	case err != nil:
		l.diags.Error(diag.Pos{File: shown}, Code, "cannot read: %v", err)
		return nil
	}
	tree, err := xmltree.Parse(shown, data, xmltree.Options{})
	if list, ok := diag.FromError(err); ok {
		l.diags.Append(list)
		return nil
	}
	if err != nil {
		l.diags.Error(diag.Pos{File: shown}, Code, "%v", err)
		return nil
	}
	if tree.Root.Space != Namespace || tree.Root.Local != "catalog" {
		l.diags.Error(tree.Root.Pos, Code, "the root element is %s, not catalog of the namespace %s: this is no XML catalog", tree.Root.Local, Namespace)
		return nil
	}
	f := &file{system: newEntries(), uri: newEntries()}
	l.read[filepath.Clean(name)] = f
	l.group(f, tree.Root, filepath.Dir(name))
	return f
}

// read reads a file, up to mostBytes: a catalog can name any file as the next,
// also one without end.
func read(name string) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errors.New("it is no regular file")
	case info.Size() > mostBytes:
		return nil, fmt.Errorf("it has more than %d bytes", mostBytes)
	}
	return os.ReadFile(name)
}

// group reads the entries of a catalog or a group. base is what their targets
// are relative to: a folder, or a URL.
func (l *loader) group(f *file, g *xmltree.Element, base string) {
	base = rebased(g, base)
	for e := range g.Elements() {
		if e.Space != Namespace {
			continue // extensions are others' (§6.2)
		}
		switch e.Local {
		case "group":
			l.group(f, e, base)
		case "nextCatalog":
			if target, ok := l.target(e, "catalog", rebased(e, base)); ok {
				f.next = append(f.next, l.load(target))
			}
		case "public", "delegatePublic": // schemas have no public identifiers
		default:
			l.entry(f, e, rebased(e, base))
		}
	}
}

// kinds are the entries by their element: what they match, and what they lead to.
var kinds = map[string]struct {
	system        bool
	match, target string
}{
	"system": {true, "systemId", "uri"}, "rewriteSystem": {true, "systemIdStartString", "rewritePrefix"},
	"systemSuffix": {true, "systemIdSuffix", "uri"}, "delegateSystem": {true, "systemIdStartString", "catalog"},
	"uri": {false, "name", "uri"}, "rewriteURI": {false, "uriStartString", "rewritePrefix"},
	"uriSuffix": {false, "uriSuffix", "uri"}, "delegateURI": {false, "uriStartString", "catalog"},
}

func (l *loader) entry(f *file, e *xmltree.Element, base string) {
	kind, known := kinds[e.Local]
	if !known {
		var names []string
		for name := range kinds {
			names = append(names, name)
		}
		l.diags.Error(e.Pos, Code, "catalogs have no entry %s%s", e.Local, diag.DidYouMean(e.Local, names))
		return
	}
	match, ok := e.Attr("", kind.match)
	if !ok {
		l.diags.Error(e.Pos, Code, "%s has no attribute %s", e.Local, kind.match)
		return
	}
	target, ok := l.target(e, kind.target, base)
	if !ok {
		return
	}
	to, name := f.uri, normal(strings.TrimSpace(match.Value))
	if kind.system {
		to = f.system
	}
	switch {
	case strings.HasPrefix(e.Local, "rewrite"):
		to.rewrite[name] = target
	case strings.HasSuffix(e.Local, "Suffix"):
		to.suffix[name] = target
	case strings.HasPrefix(e.Local, "delegate"):
		to.delegate[name] = append(to.delegate[name], l.load(target))
	default:
		if _, taken := to.exact[name]; !taken { // the first counts
			to.exact[name] = target
		}
	}
}

// target returns what an attribute leads to.
func (l *loader) target(e *xmltree.Element, attr, base string) (string, bool) {
	a, ok := e.Attr("", attr)
	if !ok {
		l.diags.Error(e.Pos, Code, "%s has no attribute %s", e.Local, attr)
		return "", false
	}
	return against(base, strings.TrimSpace(a.Value)), true
}

// rebased is the base below an element, which may have xml:base.
func rebased(e *xmltree.Element, base string) string {
	if a, ok := e.Attr(xmlNamespace, "base"); ok {
		value := strings.TrimSpace(a.Value)
		// What stands behind the last slash is the name of a document.
		return against(base, value[:strings.LastIndexByte(value, '/')+1])
	}
	return base
}

// against resolves a URI reference against a folder or a URL. file: is a path.
func against(base, reference string) string {
	u, err := url.Parse(reference)
	if err != nil {
		return filepath.Join(base, filepath.FromSlash(reference))
	}
	switch {
	case u.Scheme == "file":
		return filepath.FromSlash(u.Path)
	case len(u.Scheme) > 1:
		return reference
	case IsURL(base):
		if b, err := url.Parse(base); err == nil {
			return b.ResolveReference(u).String()
		}
	}
	path := filepath.FromSlash(u.Path)
	if filepath.IsAbs(path) {
		return path
	}
	joined := filepath.Join(base, path)
	if strings.HasSuffix(u.Path, "/") {
		joined += string(filepath.Separator) // the start of a rewritten name
	}
	return joined
}
