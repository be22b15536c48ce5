package traffic

import (
	"io/fs"
	"os"
	"path"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff"
)

// ReadFolder reads the .xml files of a folder and those in it, messages of a
// side. A file that is none is left out with a warning: captures hold other
// things too.
func ReadFolder(s *diff.Side, dir string) (*Usage, *diag.List, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, nil, err
	}
	defer root.Close()
	u, notes := new(Usage), new(diag.List)
	err = fs.WalkDir(root.FS(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() || !strings.EqualFold(path.Ext(name), ".xml") {
			return err
		}
		f, err := root.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		if err := u.Read(s, f, name); err != nil {
			notes.Warning(diag.Pos{}, "wbxgen-capture", "%v; it is left out", err)
		}
		return nil
	})
	return u, notes, err
}
