package source

import (
	"path"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// cutInside splits TOP//INSIDE: a document or a folder within a directory, an
// archive or a commit, whose references may reach all of TOP. A URL is none.
func cutInside(arg string) (top, inside string, ok bool) {
	top, inside, ok = strings.Cut(slash(arg), "//")
	inside = strings.Trim(inside, "/")
	return top, inside, ok && top != "" && !strings.HasSuffix(top, ":") && inside != ""
}

// openInside opens TOP and takes the document, or those of the folder, in it
// for the ones to compile.
func openInside(arg, top, inside string, o Options) (*Set, error) {
	all, err := open(top, o)
	if err != nil {
		return nil, err
	}
	set := *all
	set.Name = slash(arg)
	inside = path.Clean(inside)
	set.inside = inside
	if set.Has(inside) {
		set.roots = []string{inside}
		return &set, nil
	}
	set.roots = nil
	for _, name := range all.roots {
		if strings.HasPrefix(name, inside+"/") {
			set.roots = append(set.roots, name)
		}
	}
	if len(set.roots) == 0 {
		return nil, failure(slash(arg), "wbxgen-no-source", "there is no document %q in %s, and no folder of that name with *.xsd files%s", inside, all.Origin, diag.DidYouMean(inside, all.roots))
	}
	return &set, nil
}

// Inside returns what to open for a document of the set alone, with all of the
// set in its reach: TOP//DOCUMENT.
func (s *Set) Inside(name string) string {
	top := s.Name
	if outer, _, ok := cutInside(s.Name); ok {
		top = outer
	}
	return strings.TrimSuffix(top, "/") + "//" + name
}
