package source

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// Options say where versions are looked for and how much may be read.
type Options struct {
	// Root is the folder with one folder per version, "schemas" as a rule. A
	// version that it lacks is taken from the sets embedded in the program.
	Root string
	// Within is the folder that the references of a single document may
	// reach; "" is the document's own folder.
	Within string
	Limits Limits
	// Catalog has documents for locations and namespaces; nil for none. Fetch
	// gets documents of URLs, which are opened by nothing else; nil for never.
	Catalog Catalog
	Fetch   Fetch
}

// Open returns the set that arg names: a version, a directory, a document
// (*.xsd), an archive (*.zip), or any of a directory and a document as a commit
// has it (REF:PATH). TOP//INSIDE is a document or a folder within one of these,
// with all of TOP in reach.
func Open(arg string, o Options) (*Set, error) {
	o.Limits = o.Limits.orDefault()
	set, err := open(arg, o)
	if err == nil && (o.Catalog != nil || o.Fetch != nil) {
		set.extras = newExtras(o)
	}
	return set, err
}

func open(arg string, o Options) (*Set, error) {
	if top, inside, ok := cutInside(arg); ok {
		return openInside(arg, top, inside, o)
	}
	if set, found, err := openVersion(arg, o); found || err != nil {
		return set, err
	}
	info, err := os.Stat(arg)
	switch {
	case errors.Is(err, fs.ErrNotExist) && isGit(arg):
		return openGit(arg, o.Limits)
	case errors.Is(err, fs.ErrNotExist):
		return nil, failure(slash(arg), "wbxgen-no-source", "there is no such file or directory; a version looks like 40.6.0%s", nearestNote(arg, o))
	case err != nil:
		return nil, failure(slash(arg), "wbxgen-unreadable", "cannot read: %v", diag.WithoutPath(err))
	case info.IsDir():
		return openDir(arg, o.Limits)
	case strings.EqualFold(filepath.Ext(arg), ".zip"):
		return openZip(arg, o.Limits)
	default:
		return openDocument(arg, o)
	}
}

var versionForm = regexp.MustCompile(`^v?[0-9]+(\.[0-9]+)+$`)

// IsVersion reports whether arg has the form that most names of versions have,
// such as 40.6.0 or v40.6.0. A directory of that name is written ./40.6.0.
func IsVersion(arg string) bool { return versionForm.MatchString(arg) }

func nearestNote(arg string, o Options) string {
	if v := nearestVersion(arg, o); v != "" {
		return `; did you mean "` + v + `"?`
	}
	return ""
}

func slash(p string) string { return filepath.ToSlash(p) }

// openDocument returns the set of one document and what it may reach. The
// folder is not listed: it may be a large one, and few of its files matter.
func openDocument(arg string, o Options) (*Set, error) {
	top := o.Within
	if top == "" {
		top = filepath.Dir(arg)
	}
	relative, err := filepath.Rel(top, arg)
	if err != nil || strings.HasPrefix(slash(relative), "../") {
		return nil, failure(slash(arg), "wbxgen-outside", "the document is not inside %s", slash(top))
	}
	root, err := os.OpenRoot(top)
	if err != nil {
		return nil, failure(slash(arg), "wbxgen-unreadable", "cannot read: %v", diag.WithoutPath(err))
	}
	name := path.Clean(slash(relative))
	set := &Set{Name: slash(arg), Origin: slash(top), display: displayPrefix(top), local: top, inside: name, names: []string{name}, roots: []string{name}}
	set.has = func(name string) bool {
		info, err := root.Stat(name)
		return err == nil && info.Mode().IsRegular()
	}
	set.read = func(name string) ([]byte, error) { return readFile(root, set.Path(name), name, o.Limits.Bytes) }
	return set, nil
}

func openDir(arg string, l Limits) (*Set, error) {
	set, err := walk(arg, arg, l)
	if err != nil {
		return nil, err
	}
	if len(set.roots) == 0 {
		return nil, failure(slash(arg), "wbxgen-no-schema", "the directory has no *.xsd file in it")
	}
	return set, nil
}
