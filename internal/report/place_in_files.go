package report

import (
	"net/url"
	"path/filepath"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/source"
)

// annotated returns where a change is shown beside the files of the new version,
// as a pull request has them: at its place there; for what is gone, at what has
// lost it; and where that is gone too, in the old file, whose name is then that
// of the working folder, which is in a folder of the repository. ok is false where
// nothing has a place.
func annotated(c *change.Change, folder string) (pos diag.Pos, ok bool) {
	switch {
	case c.New != nil && c.New.Pos.File != "":
		return checkedOut(folder, c.New.Pos), true
	case c.Lost.File != "":
		return checkedOut(folder, c.Lost), true
	case c.Old != nil && c.Old.Pos.File != "":
		return checkedOut(folder, c.Old.Pos), true
	}
	return diag.Pos{}, false
}

// checkedOut returns a place as the repository that is checked out has it, where the
// working folder is in a folder of that: one in a commit as in its file, and one on
// the network as it is.
func checkedOut(folder string, pos diag.Pos) diag.Pos {
	isThere := source.IsFromTop(pos.File) || filepath.IsAbs(pos.File) || strings.Contains(pos.File, "://")
	pos.File = source.WithoutRef(pos.File)
	if pos.File != "" && folder != "" && !isThere {
		pos.File = filepath.ToSlash(filepath.Join(folder, pos.File))
	}
	return pos
}

// uri returns a path as the relative reference that it is.
func uri(path string) string { return (&url.URL{Path: path}).String() }

// semantic returns a version without its v, "" where it is none.
func semantic(version string) string {
	if rest, ok := strings.CutPrefix(version, "v"); ok {
		return rest
	}
	return ""
}
