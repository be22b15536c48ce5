package cli

import (
	"fmt"
	"path/filepath"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/traffic"
)

// readUsage reads a folder of captured messages of the old version.
func readUsage(env *environment, dir string, old *diff.Side) (*traffic.Usage, error) {
	u, notes, err := traffic.ReadFolder(old, dir)
	if err != nil {
		return nil, unreadable(dir, "wbxgen-capture", "; --usage wants the folder with captured requests and responses", err)
	}
	env.printNotes(notes)
	if u.Documents == 0 {
		return nil, fmt.Errorf("the folder %s has no .xml file that is a message of %s; --usage wants captured requests and responses", filepath.ToSlash(dir), old.Label)
	}
	return u, nil
}
